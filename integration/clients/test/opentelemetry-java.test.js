import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { app, run } from './support/programs.js';
import { relay } from './support/relay.js';
import { doors, errors, groupingPart, issueOf, timeline } from './support/traceops.js';

const { JAVA, OTEL_JAVAAGENT } = process.env;

/** Runs the shop under the agent: two orders fail, each in a request and in a log record of it. */
async function shop(service, protocol, endpoint) {
  const { code, stdout, stderr } = await run(
    JAVA,
    // Starts faster, since nothing here runs for long.
    ['-XX:TieredStopAtLevel=1', '-Xshare:auto', `-javaagent:${OTEL_JAVAAGENT}`, app('Shop.java')],
    {
      env: {
        // The agent leaves a program alone that Java compiles as it starts, unless it is told otherwise.
        OTEL_JAVAAGENT_ENABLED: 'true',
        OTEL_SERVICE_NAME: service,
        OTEL_RESOURCE_ATTRIBUTES: 'service.version=3.1,deployment.environment.name=production,enduser.id=kiosk-5',
        OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
        OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
        OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
      },
    },
  );
  assert.equal(code, 0, stderr);
  assert.equal(stdout, 'Order 71: 500\nOrder 72: 500\n');
  assert.doesNotMatch(stderr, /Failed to export/);
  const stored = await errors(service, 2);
  assert.equal(stored.length, 2, 'what a request and a log record tell of one failure is one event');
  return stored;
}

async function expectPaymentFailure(stored) {
  const { message, metadata } = stored;
  assert.equal(message, 'Shop$PaymentFailed: Order 72 was not paid');
  assert.equal(metadata.signal, 'span');
  assert.equal(metadata.exceptionType, 'java.lang.IllegalStateException');
  assert.equal(metadata.route, '/pay');
  assert.equal(metadata.method, 'GET');
  assert.equal(metadata.release, '3.1');
  assert.equal(metadata.environment, 'production');
  assert.equal(metadata.userId, 'kiosk-5');
  assert.equal(metadata.language, 'java');
  assert.equal(metadata.spanName, 'GET /pay');
  assert.match(metadata.stack, /^Shop\$PaymentFailed: Order 72 was not paid\n\tat Shop\.settle\(Shop\.java:\d+\)/);
  assert.match(metadata.stack, /\nCaused by: java\.lang\.IllegalStateException: Account of order 72 is empty\n/);
}

async function expectOneIssue(stored) {
  const issue = await issueOf(stored[0]);
  assert.equal(issue.count, 2);
  assert.equal(issue.route, '/pay');
  assert.equal(issue.frame, 'java.lang.IllegalStateException @ Shop debit');
  assert.equal(await groupingPart(stored[0], 'frame'), 'java.lang.IllegalStateException @ Shop debit');
  assert.equal(await groupingPart(stored[0], 'message'), 'Shop$PaymentFailed: Order <int> was not paid');
  const [deploy] = await timeline(stored[0].serviceName);
  assert.deepEqual([deploy.eventType, deploy.detected, deploy.metadata.release], ['DEPLOY', true, '3.1']);
  assert.equal(issue.suspectedCause.eventId, deploy.id);
}

describe('OpenTelemetry agent for Java', () => {
  test('exceptionOfRequest_overHttp_isOneEventOfItsIssue', async () => {
    const tap = await relay((await doors()).otlpHttp);
    try {
      const stored = await shop('pay-http', 'http/protobuf', tap.url);
      await expectPaymentFailure(stored[0]);
      await expectOneIssue(stored);
      const paths = new Set(tap.seen.map(({ path }) => path));
      assert.ok(paths.has('/v1/traces') && paths.has('/v1/logs'), `sent to ${[...paths].join()}`);
    } finally {
      await tap.close();
    }
  });

  test('exceptionOfRequest_overGrpc_isOneEventOfItsIssue', async () => {
    const stored = await shop('pay-grpc', 'grpc', (await doors()).otlpGrpc);
    await expectPaymentFailure(stored[0]);
    await expectOneIssue(stored);
  });
});
