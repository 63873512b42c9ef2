// A page that reports its troubles with @sentry/browser. Its address says how it is set up, and a test tells it what to do.
import * as Sentry from '@sentry/browser';

const options = JSON.parse(new URLSearchParams(location.search).get('sentry'));
Sentry.init({ environment: 'production', ...options });

class CouponExpired extends Error {
  name = 'CouponExpired';
}

function applyCoupon(code) {
  throw new CouponExpired(`Coupon "${code}" has expired`);
}

async function loadCart() {
  throw new RangeError('The cart has no first item');
}

globalThis.shop = {
  /** An error that nobody catches, as a click would cause it. */
  failUncaught: code => setTimeout(() => applyCoupon(code)),
  /** A rejection that nobody handles. */
  failUnhandled: () => void loadCart(),
  /** An error that is caught and reported; gives the id of its event. */
  failCaught: code => Sentry.withScope(scope => {
    scope.setUser({ id: 'visitor-3' });
    scope.setTag('coupon', code);
    try {
      return applyCoupon(code);
    } catch (failure) {
      return Sentry.captureException(failure);
    }
  }),
  /** Whether all that was captured was sent in time. */
  flush: () => Sentry.flush(10_000),
};
