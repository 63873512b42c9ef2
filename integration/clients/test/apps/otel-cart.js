// A cart that reports its troubles with OpenTelemetry. Where to and how is said by the usual environment variables alone.
import { metrics, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { logs, SeverityNumber } from '@opentelemetry/api-logs';
import { NodeSDK } from '@opentelemetry/sdk-node';

const sdk = new NodeSDK();
sdk.start();
const tracer = trace.getTracer('cart');
const logger = logs.getLogger('cart');
const puts = metrics.getMeter('cart').createCounter('puts');

class OutOfStock extends Error {
  name = 'OutOfStock';
}

function reserve(item) {
  throw new OutOfStock(`No "${item}" is left`);
}

function put(cart, item) {
  const attributes = {
    'http.route': '/carts/:id/items',
    'http.request.method': 'POST',
    'url.path': `/carts/${cart}/items`,
    'user.id': 'user-42',
  };
  tracer.startActiveSpan('POST /carts/:id/items', { kind: SpanKind.SERVER, attributes }, span => {
    puts.add(1);
    try {
      reserve(item);
    } catch (failure) {
      span.recordException(failure);
      span.setStatus({ code: SpanStatusCode.ERROR, message: failure.message });
      logger.emit({
        severityNumber: SeverityNumber.ERROR,
        severityText: 'ERROR',
        body: 'An item could not be put into a cart',
        exception: failure,
      });
    } finally {
      span.end();
    }
  });
}

put(17, 'hat');
put(18, 'coat');
tracer.startActiveSpan('GET /carts/:id', span => {
  logger.emit({ severityNumber: SeverityNumber.INFO, severityText: 'INFO', body: 'A cart was looked at' });
  span.end();
});
logger.emit({ severityNumber: SeverityNumber.FATAL, severityText: 'FATAL', body: 'The cart service has no disk left' });
await sdk.shutdown();
