import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { after, before, describe, test } from 'node:test';
import { runApp } from './support/programs.js';
import { relay } from './support/relay.js';
import { sentryCli } from './support/sentry-cli.js';
import { startServer } from './support/server.js';
import { dsn } from './support/traceops.js';

describe('A server that knows its clients', () => {
  let server;
  let tap;

  before(async () => {
    server = await startServer('--sentry-keys', 'clients', '--sentry-tokens', 'a-token', '--sentry-projects', '1=shop-closed');
    tap = await relay(server.url);
  });
  after(async () => {
    await tap.close();
    await server.stop();
  });

  const count = async path => (await (await fetch(server.url + path)).json()).count;
  const report = sentryDsn => runApp('sentry-shop.js', { DSN: sentryDsn, RELEASE: 'shop@1', REPORTS: 'error' });

  test('event_underAnUnknownKey_isTurnedAwayAndTheProgramGoesOn', async () => {
    const { code, stderr } = await report(dsn(1, tap.url).replace('clients@', 'stranger@'));
    assert.equal(code, 0, stderr);
    assert.deepEqual(tap.seen.map(({ status }) => status), tap.seen.map(() => 403));
    assert.ok(tap.seen.length > 0);
    assert.equal(await count('/events?serviceName=shop-closed'), 0);
  });

  test('event_underAKnownKey_isStored', async () => {
    const { code, stderr } = await report(dsn(1, server.url));
    assert.equal(code, 0, stderr);
    assert.equal(await count('/events?serviceName=shop-closed&eventType=ERROR'), 1);
  });

  test('cli_withAnUnknownToken_failsAndSaysSo', async () => {
    const env = { SENTRY_URL: server.url, SENTRY_AUTH_TOKEN: 'a-guess' };
    const { code, stderr } = await sentryCli('shop-closed', tmpdir(), env)('releases', 'new', 'shop@2');
    assert.notEqual(code, 0);
    assert.match(stderr, /unknown token/);
  });

  test('cli_withAKnownToken_isLetIn', async () => {
    const { code, stderr } = await sentryCli('shop-closed', tmpdir(), { SENTRY_URL: server.url })('releases', 'new', 'shop@2');
    assert.equal(code, 0, stderr);
  });

  test('address_shownToWhoeverAsks_hasNoKnownKey', async () => {
    const { clients } = await (await fetch(server.url)).json();
    assert.doesNotMatch(clients.sentryDsn, /clients@/);
  });
});
