import { trace } from '@opentelemetry/api';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { pay } from './pay.js';

const sdk = new NodeSDK();
sdk.start();
const attributes = { 'http.route': '/payments/:id' };
trace.getTracer('payment').startActiveSpan('POST /payments/:id', { attributes }, span => {
  span.recordException(pay(3400));
  span.end();
});
await sdk.shutdown();
