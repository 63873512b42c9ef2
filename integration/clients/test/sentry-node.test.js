import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { runApp } from './support/programs.js';
import { relay } from './support/relay.js';
import { ask, deploys, doors, dsn, errors, event, groupingPart, issueOf, timeline, url } from './support/traceops.js';

const SERVICE = 'shop-node';
const PROJECT = 1;

/** Lets the shop report something, and gives the ids of what it captured. */
async function report(release, reports, origin) {
  const env = { DSN: dsn(PROJECT, origin), RELEASE: release, REPORTS: reports.join() };
  const { code, stdout, stderr } = await runApp('sentry-shop.js', env);
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

/** Lets the shop report something, and gives the events that come of it. */
async function shop(release, reports, origin) {
  const stored = {};
  for (const [name, id] of Object.entries(await report(release, reports, origin))) {
    stored[name] = await event(id);
  }
  return stored;
}

describe('@sentry/node', () => {
  let tap;
  let sent;

  before(async () => {
    tap = await relay(url);
    sent = await shop(
      'shop@1.0.0',
      ['error', 'again', 'cause', 'message', 'large', 'pinned', 'pinnedMessage', 'split', 'splitAgain'],
      tap.url,
    );
  });
  after(() => tap.close());

  test('error_caught_isStoredWithWhatTheScopeSays', async () => {
    const { eventType, serviceName, message, metadata } = sent.error;
    assert.equal(eventType, 'ERROR');
    assert.equal(serviceName, SERVICE);
    assert.equal(message, 'CardDeclined: Card of order 4711 was declined');
    assert.equal(metadata.exceptionType, 'CardDeclined');
    assert.equal(metadata.release, 'shop@1.0.0');
    assert.equal(metadata.environment, 'production');
    assert.equal(metadata.route, 'POST /orders/:id/charge');
    assert.equal(metadata.userId, 'user-17');
    assert.equal(metadata.level, 'error');
    assert.equal(metadata.serverName, 'shop-1');
    assert.equal(metadata.sdk, 'sentry.javascript.node/11.12.0');
    assert.deepEqual(metadata.tags, { payment: 'card' });
    assert.match(metadata.traceId, /^[0-9a-f]{32}$/);
    assert.equal(metadata.stack[0].function, 'chargeCard');
    assert.match(metadata.stack[0].file, /\/apps\/sentry-shop\.js$/);
    assert.equal(metadata.stack[0].inApp, true);
    assert.ok(metadata.stack.some(({ inApp }) => inApp === false), 'frames of libraries are marked as such');
  });

  test('error_thrownAgainForAnotherOrder_isInTheSameIssue', async () => {
    const issue = await issueOf(sent.error);
    assert.equal((await issueOf(sent.again)).id, issue.id);
    assert.equal(await groupingPart(sent.error, 'message'), 'CardDeclined: Card of order <int> was declined');
    assert.equal(await groupingPart(sent.error, 'frame'), 'apps/sentry-shop.js chargeCard');
    assert.equal(issue.frame, 'apps/sentry-shop.js chargeCard');
    assert.equal(issue.title, 'CardDeclined: Card of order 4711 was declined');
    assert.equal(issue.uniqueUsers, 2);
    assert.equal(issue.uniqueRoutes, 1);
  });

  test('error_byUserWithoutId_isOfTheMailAddress', () => {
    assert.equal(sent.again.metadata.userId, 'grace@example.org');
  });

  test('error_withCause_isTheThrownOneAtThePlaceOfItsRootCause', async () => {
    const { message, metadata } = sent.cause;
    assert.equal(message, 'Error: Checkout failed');
    assert.equal(metadata.exceptionType, 'CardDeclined');
    assert.deepEqual(metadata.exceptions, [
      { type: 'Error', value: 'Checkout failed' },
      { type: 'CardDeclined', value: 'Card of order 4713 was declined' },
    ]);
    assert.equal(await groupingPart(sent.cause, 'frame'), 'apps/sentry-shop.js chargeCard');
  });

  test('message_captured_isAnErrorOfItsLevelAndPlace', async () => {
    const { eventType, message, metadata } = sent.message;
    assert.equal(eventType, 'ERROR');
    assert.equal(message, 'The stock of SKU-9 is negative');
    assert.equal(metadata.level, 'warning');
    assert.equal(metadata.exceptionType, undefined);
    assert.equal(await groupingPart(sent.message, 'frame'), 'apps/sentry-shop.js reportStock');
  });

  test('error_largerThan32KiB_isSentGzippedAndStored', async () => {
    assert.equal(sent.large.message, 'CardDeclined: Card of order 4714 was declined');
    const encodings = tap.seen.map(({ headers }) => headers['content-encoding']);
    assert.ok(encodings.includes('gzip'), `content encodings: ${encodings}`);
    assert.ok(encodings.includes(undefined), `content encodings: ${encodings}`);
  });

  test('error_withFingerprint_isInTheIssueOfThatFingerprint', async () => {
    assert.deepEqual(sent.pinned.metadata.fingerprint, ['payment-provider']);
    assert.equal((await issueOf(sent.pinned)).id, (await issueOf(sent.pinnedMessage)).id);
    assert.notEqual((await issueOf(sent.pinned)).id, (await issueOf(sent.large)).id);
  });

  test('error_withDefaultAndMoreInItsFingerprint_isSplitByThat', async () => {
    assert.deepEqual(sent.split.metadata.fingerprint, ['{{ default }}', 'tenant-a']);
    const issues = [await issueOf(sent.split), await issueOf(sent.splitAgain), await issueOf(sent.large)];
    assert.equal(new Set(issues.map(({ id }) => id)).size, 3);
    assert.equal(await groupingPart(sent.split, 'client'), '{{ default }}\ntenant-a');
    assert.equal(await groupingPart(sent.split, 'frame'), 'apps/sentry-shop.js chargeCard');
  });

  test('release_firstNamed_isADetectedDeployAndTheSuspectedCause', async () => {
    const [first] = await timeline(SERVICE);
    assert.equal(first.eventType, 'DEPLOY');
    assert.equal(first.detected, true);
    assert.deepEqual(first.metadata, { detected: true, release: 'shop@1.0.0', environment: 'production' });
    assert.ok(first.timestamp < sent.error.timestamp);
    const { suspectedCause } = await issueOf(sent.error);
    assert.equal(suspectedCause.eventId, first.id);
    assert.equal(suspectedCause.release, 'shop@1.0.0');
    assert.equal(suspectedCause.detected, true);
  });

  test('release_next_resolvesIssuesAndMakesARegressionOfWhatComesBack', async () => {
    const { error: back } = await shop('shop@2.0.0', ['error']);
    const [second] = await deploys(SERVICE);
    assert.equal(second.metadata.release, 'shop@2.0.0');

    const regressed = await issueOf(back);
    assert.equal(regressed.id, (await issueOf(sent.error)).id);
    assert.deepEqual(regressed.transitions.map(({ type }) => type), ['OPENED', 'RESOLVED', 'REGRESSED']);
    assert.equal(regressed.status, 'open');
    assert.equal(regressed.regressionCount, 1);
    assert.equal(regressed.suspectedCause.eventId, second.id);

    const gone = await issueOf(sent.cause);
    assert.equal(gone.status, 'resolved');
    assert.equal(gone.resolvedBy.eventId, second.id);
  });

  test('itemsOfOtherKinds_sent_areTakenAndAreNoEvents', async () => {
    const eventsOf = async () =>
      (await ask('/services')).services.find(({ serviceName }) => serviceName === SERVICE).events;
    const before = await eventsOf();
    await report('shop@2.0.0', ['others'], tap.url);
    assert.equal(await eventsOf(), before);
    assert.deepEqual(tap.seen.filter(({ status }) => status !== 200), []);
  });
});

describe('@sentry/node, when nobody handles a rejection', () => {
  test('rejection_unhandled_isStoredAsAnError', async () => {
    const { stderr } = await runApp('sentry-unhandled.js', { DSN: dsn(3), RELEASE: 'prices@1' });
    const [stored, ...others] = await errors('shop-prices');
    assert.deepEqual(others, [], stderr);
    assert.equal(stored.message, 'TypeError: The price list is empty');
    assert.equal(await groupingPart(stored, 'frame'), 'apps/sentry-unhandled.js loadPrices');
    assert.equal((await issueOf(stored)).count, 1);
  });
});

describe('@sentry/node with the DSN that the server shows', () => {
  test('dsn_asShown_isTakenByTheSdk', async () => {
    const { sentryDsn } = await doors();
    const env = { DSN: sentryDsn, RELEASE: 'shop@2.0.0', REPORTS: 'message' };
    const { stdout, stderr } = await runApp('sentry-shop.js', env);
    assert.doesNotMatch(stderr, /Invalid Sentry Dsn/);
    assert.equal((await event(JSON.parse(stdout).message)).serviceName, SERVICE);
  });
});
