import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runApp } from './support/programs.js';
import { relay } from './support/relay.js';
import { doors, errors, groupingPart, issueOf, timeline } from './support/traceops.js';

const WIRES = [
  { name: 'Protobuf', protocol: 'http/protobuf', service: 'cart-protobuf', door: 'otlpHttp', type: 'application/x-protobuf' },
  { name: 'Json', protocol: 'http/json', service: 'cart-json', door: 'otlpHttp', type: 'application/json' },
  { name: 'Grpc', protocol: 'grpc', service: 'cart-grpc', door: 'otlpGrpc' },
];

/** Runs the cart, which tells of three failures: two exceptions, each in a span and in a log record, and a fatal log. */
async function cart({ protocol, service }, endpoint, release) {
  const { code, stdout, stderr } = await runApp('otel-cart.js', {
    OTEL_SERVICE_NAME: service,
    OTEL_RESOURCE_ATTRIBUTES: `service.version=${release},deployment.environment.name=production`,
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
    OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
    OTEL_TRACES_EXPORTER: 'otlp',
    OTEL_LOGS_EXPORTER: 'otlp',
    OTEL_METRICS_EXPORTER: 'otlp',
    OTEL_LOG_LEVEL: 'warn',
  });
  assert.equal(code, 0, stderr);
  // The SDK tells here of exports that were refused.
  assert.equal(stdout + stderr, '');
}

for (const wire of WIRES) {
  describe(`OpenTelemetry SDK for Node over ${wire.protocol}`, () => {
    let stored;

    test('failures_inSpansAndLogs_areOneEventEach', async () => {
      await cart(wire, (await doors())[wire.door], '1.0.0');
      stored = await errors(wire.service, 3);
      assert.deepEqual(stored.map(({ message }) => message).sort(), [
        'OutOfStock: No "coat" is left',
        'OutOfStock: No "hat" is left',
        'The cart service has no disk left',
      ]);
    });

    test('exception_ofSpan_saysWhereAndWhoAndOfWhichRelease', async () => {
      const { metadata } = stored.find(({ message }) => message === 'OutOfStock: No "hat" is left');
      assert.equal(metadata.signal, 'span');
      assert.equal(metadata.exceptionType, 'OutOfStock');
      assert.equal(metadata.route, '/carts/:id/items');
      assert.equal(metadata.method, 'POST');
      assert.equal(metadata.userId, 'user-42');
      assert.equal(metadata.release, '1.0.0');
      assert.equal(metadata.environment, 'production');
      assert.equal(metadata.language, 'nodejs');
      assert.equal(metadata.spanName, 'POST /carts/:id/items');
      assert.match(metadata.traceId, /^[0-9a-f]{32}$/);
      assert.match(metadata.spanId, /^[0-9a-f]{16}$/);
      assert.match(metadata.stack, /^OutOfStock: No "hat" is left\n {4}at reserve \(/);
    });

    test('exceptions_ofOnePlace_areOneIssue', async () => {
      const [hat, coat] = stored.filter(({ message }) => message.startsWith('OutOfStock'));
      const issue = await issueOf(hat);
      assert.equal((await issueOf(coat)).id, issue.id);
      assert.equal(issue.count, 2);
      assert.equal(await groupingPart(hat, 'message'), 'OutOfStock: No <quoted> is left');
      assert.equal(issue.uniqueUsers, 1);
      assert.equal(issue.frame, 'apps/otel-cart.js reserve');
      assert.equal(await groupingPart(hat, 'frame'), 'apps/otel-cart.js reserve');
    });

    test('logRecord_fatalWithoutException_isAnErrorToo', async () => {
      const fatal = stored.find(({ message }) => message === 'The cart service has no disk left');
      assert.equal(fatal.metadata.signal, 'log');
      assert.equal(fatal.metadata.severity, 'FATAL');
      assert.equal(fatal.metadata.release, '1.0.0');
      assert.equal((await issueOf(fatal)).count, 1);
    });

    test('release_next_isADetectedDeployThatMakesRegressions', async () => {
      await cart(wire, (await doors())[wire.door], '1.1.0');
      await errors(wire.service, 6);
      const detected = (await timeline(wire.service)).filter(({ eventType }) => eventType === 'DEPLOY');
      assert.deepEqual(detected.map(one => [one.detected, one.metadata.release, one.metadata.environment]), [
        [true, '1.0.0', 'production'],
        [true, '1.1.0', 'production'],
      ]);
      const issue = await issueOf(stored[0]);
      assert.equal(issue.regressionCount, 1);
      assert.equal(issue.suspectedCause.eventId, detected[1].id);
    });
  });
}

describe('OpenTelemetry SDK for Node', () => {
  for (const { name, protocol, door, type } of WIRES.filter(wire => wire.door === 'otlpHttp')) {
    test(`signals_over${name}_areAllSentAsSuchAndZipped`, async () => {
      const tap = await relay((await doors())[door]);
      try {
        await cart({ protocol, service: 'cart-tapped' }, tap.url, '1.0.0');
      } finally {
        await tap.close();
      }
      const paths = new Set(tap.seen.map(({ path }) => path));
      assert.deepEqual([...paths].sort(), ['/v1/logs', '/v1/metrics', '/v1/traces']);
      for (const { headers } of tap.seen) {
        assert.equal(headers['content-type'], type);
        assert.equal(headers['content-encoding'], 'gzip');
      }
    });
  }
});
