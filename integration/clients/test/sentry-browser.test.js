import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser } from './support/pages.js';
import { relay } from './support/relay.js';
import { dsn, errors, event, groupingPart, issueOf, timeline, url } from './support/traceops.js';

const SERVICE = 'shop-browser';
const PROJECT = 2;

describe('@sentry/browser', () => {
  let browser;
  let tap;

  before(async () => {
    browser = await openBrowser();
    tap = await relay(url);
  });
  after(async () => {
    await browser.close();
    await tap.close();
  });

  test('errors_ofPageOnAnotherOrigin_areStored', async () => {
    const page = await browser.open({ dsn: dsn(PROJECT, tap.url), release: 'web@1' });
    await page.call('failUncaught', 'SUMMER');
    await page.call('failUnhandled');
    const id = await page.call('failCaught', 'WINTER');
    await page.close();

    const caught = await event(id);
    assert.equal(caught.serviceName, SERVICE);
    assert.equal(caught.message, 'CouponExpired: Coupon "WINTER" has expired');
    assert.equal(caught.metadata.exceptionType, 'CouponExpired');
    assert.equal(caught.metadata.userId, 'visitor-3');
    assert.equal(caught.metadata.release, 'web@1');
    assert.equal(caught.metadata.environment, 'production');
    assert.equal(caught.metadata.route, '/checkout/17');
    assert.equal(caught.metadata.platform, 'javascript');
    assert.deepEqual(caught.metadata.tags, { coupon: 'WINTER' });
    assert.equal(caught.metadata.stack[0].function, 'applyCoupon');

    const messages = (await errors(SERVICE, 3)).map(({ message }) => message).sort();
    assert.deepEqual(messages, [
      'CouponExpired: Coupon "SUMMER" has expired',
      'CouponExpired: Coupon "WINTER" has expired',
      'RangeError: The cart has no first item',
    ]);
    const preflights = tap.seen.filter(({ method }) => method === 'OPTIONS');
    assert.deepEqual(preflights, [], 'what the SDK sends by itself needs no leave');
  });

  test('errors_ofOnePlace_areOneIssueOfTheRoutesPattern', async () => {
    const [one] = await errors(SERVICE, 3);
    assert.equal(await groupingPart(one, 'route'), '/checkout/{id}');
    const coupons = (await errors(SERVICE, 3)).filter(({ message }) => message.startsWith('CouponExpired'));
    const issues = await Promise.all(coupons.map(issueOf));
    assert.equal(new Set(issues.map(({ id }) => id)).size, 1);
    assert.equal(issues[0].frame, await groupingPart(coupons[0], 'frame'));
  });

  test('error_ofNextBuild_isARegressionDespiteTheNewNameOfItsScript', async () => {
    const page = await browser.open({ dsn: dsn(PROJECT), release: 'web@2' }, 'e5f60718');
    const id = await page.call('failCaught', 'AUTUMN');
    await page.close();

    const back = await event(id);
    assert.match(back.metadata.stack[0].file, /shop-e5f60718\.js$/);
    const issue = await issueOf(back);
    assert.equal(issue.count, 3);
    assert.equal(issue.regressionCount, 1);
    const detected = (await timeline(SERVICE)).filter(entry => entry.detected);
    assert.deepEqual(detected.map(({ metadata }) => metadata.release), ['web@1', 'web@2']);
    assert.equal(issue.suspectedCause.eventId, detected[1].id);
  });

  test('error_withHeadersThatNeedLeave_isStoredAfterAPreflight', async () => {
    const seenBefore = tap.seen.length;
    const page = await browser.open({
      dsn: dsn(4, tap.url),
      transportOptions: { headers: { 'X-Sentry-Auth': 'Sentry sentry_version=7, sentry_key=clients' } },
    });
    const id = await page.call('failCaught', 'SPRING');
    await page.close();

    assert.equal((await event(id)).serviceName, 'shop-tunnel');
    const methods = tap.seen.slice(seenBefore).map(({ method }) => method);
    assert.ok(methods.includes('OPTIONS') && methods.includes('POST'), methods.join());
  });

  test('error_throughTunnel_isLetInByTheDsnInItsEnvelope', async () => {
    // What a site would run at an address of its own: it passes envelopes on and knows no key.
    const tunnel = await relay(url, () => '/api/4/envelope/');
    try {
      const page = await browser.open({ dsn: dsn(4), tunnel: `${tunnel.url}/t` });
      const id = await page.call('failCaught', 'TUNNEL');
      await page.close();
      assert.equal((await event(id)).serviceName, 'shop-tunnel');
      assert.ok(tunnel.seen.every(({ path }) => path === '/t'), 'no key is in the address');
      assert.ok(tunnel.seen.length > 0);
    } finally {
      await tunnel.close();
    }
  });
});
