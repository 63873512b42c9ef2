// A shop that reports its troubles with @sentry/node. Prints the ids of the events, by what they report.
import * as Sentry from '@sentry/node';

Sentry.init({
  dsn: process.env.DSN,
  release: process.env.RELEASE,
  environment: 'production',
  serverName: 'shop-1',
  tracesSampleRate: 1,
  enableLogs: true,
});

class CardDeclined extends Error {
  name = 'CardDeclined';
}

function chargeCard(orderId) {
  throw new CardDeclined(`Card of order ${orderId} was declined`);
}

function checkOut(orderId) {
  try {
    chargeCard(orderId);
  } catch (cause) {
    throw new Error('Checkout failed', { cause });
  }
}

function reportStock(item) {
  return Sentry.captureMessage(`The stock of ${item} is negative`, 'warning');
}

function caught(action) {
  try {
    action();
  } catch (failure) {
    return Sentry.captureException(failure);
  }
  throw new Error('Nothing was thrown');
}

function inRequest(scope) {
  scope.setTransactionName('POST /orders/:id/charge');
  scope.setUser({ id: 'user-17', email: 'ada@example.org' });
  scope.setTag('payment', 'card');
}

const reports = {
  error: () => Sentry.withScope(scope => {
    inRequest(scope);
    return caught(() => chargeCard(4711));
  }),
  again: () => Sentry.withScope(scope => {
    inRequest(scope);
    scope.setUser({ email: 'grace@example.org' });
    return caught(() => chargeCard(4712));
  }),
  cause: () => caught(() => checkOut(4713)),
  message: () => reportStock('SKU-9'),
  large: () => Sentry.withScope(scope => {
    for (let i = 0; i < 40; i++) {
      scope.setExtra(`basket${i}`, `${i} `.repeat(2_000));
    }
    return caught(() => chargeCard(4714));
  }),
  pinned: () => Sentry.withScope(scope => {
    scope.setFingerprint(['payment-provider']);
    return caught(() => chargeCard(4715));
  }),
  pinnedMessage: () => Sentry.withScope(scope => {
    scope.setFingerprint(['payment-provider']);
    return Sentry.captureMessage('The payment provider does not answer', 'error');
  }),
  split: () => Sentry.withScope(scope => {
    scope.setFingerprint(['{{ default }}', 'tenant-a']);
    return caught(() => chargeCard(4716));
  }),
  others: () => {
    Sentry.startSpan({ name: 'Count the stock' }, () => Sentry.logger.info('The stock is counted'));
    Sentry.metrics.count('counted', 1);
    Sentry.captureCheckIn({ monitorSlug: 'stock', status: 'ok' });
    return Sentry.captureFeedback({ message: 'The stock is wrong' });
  },
  splitAgain: () => Sentry.withScope(scope => {
    scope.setFingerprint(['{{ default }}', 'tenant-b']);
    return caught(() => chargeCard(4717));
  }),
};

const wanted = process.env.REPORTS.split(',');
const ids = Object.fromEntries(wanted.map(name => [name, reports[name]()]));
if (!(await Sentry.flush(20_000))) {
  throw new Error('Not everything was sent in time');
}
console.log(JSON.stringify(ids));
