import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runApp } from './support/programs.js';
import { doors, dsn, errors, groupingPart, issueOf } from './support/traceops.js';

async function report(program, env) {
  const { code, stdout, stderr } = await runApp(`payment/${program}.js`, env);
  assert.equal(code, 0, stdout + stderr);
}

function reportWithSentry(payment, project) {
  return report('sentry', { PAYMENT: payment, DSN: dsn(project) });
}

function reportWithRest(payment, service) {
  return report('rest', { PAYMENT: payment, SERVICE: service });
}

async function reportWithOpenTelemetry(payment, service) {
  return report('otel', {
    PAYMENT: payment,
    OTEL_SERVICE_NAME: service,
    OTEL_RESOURCE_ATTRIBUTES: 'service.version=payment@1,deployment.environment.name=production',
    OTEL_EXPORTER_OTLP_ENDPOINT: (await doors()).otlpHttp,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    OTEL_TRACES_EXPORTER: 'otlp',
    OTEL_LOGS_EXPORTER: 'none',
    OTEL_METRICS_EXPORTER: 'none',
  });
}

async function expectOneIssue(service, count, frame) {
  const stored = await errors(service, count);
  assert.deepEqual(await Promise.all(stored.map(one => groupingPart(one, 'frame'))), Array(count).fill(frame));
  const issues = await Promise.all(stored.map(issueOf));
  assert.equal(new Set(issues.map(({ id }) => id)).size, 1);
  assert.equal(issues[0].count, count);
}

describe('One failure of a program in Node', () => {
  test('failure_reportedByEveryClient_isOneIssue', async () => {
    await reportWithSentry('alone', 7);
    await reportWithOpenTelemetry('alone', 'shop-payment');
    await reportWithRest('alone', 'shop-payment');
    await expectOneIssue('shop-payment', 3, 'payment/pay.js debit');
  });

  // The SDK of Sentry sends causes, of which the root counts. OpenTelemetry's leaves them out, so that only the exception
  // that was thrown can count, and of what Node prints the same one does.
  test('failureWithCause_reportedByEveryClient_isOneIssueOfTheRootCauseAndOneOfTheThrownException', async () => {
    await reportWithSentry('chained', 8);
    await expectOneIssue('shop-settlement', 1, 'payment/pay.js debit');
    await reportWithOpenTelemetry('chained', 'shop-settlement-thrown');
    await reportWithRest('chained', 'shop-settlement-thrown');
    await expectOneIssue('shop-settlement-thrown', 2, 'payment/pay.js settle');
  });
});
