import { inspect } from 'node:util';
import { pay } from './pay.js';

const failure = pay(5600);
const answer = await fetch(`${process.env.TRACEOPS_URL}/events`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    eventType: 'ERROR',
    serviceName: process.env.SERVICE,
    message: `${failure.name}: ${failure.message}`,
    // As Node prints it, with its cause.
    metadata: { stack: inspect(failure), route: 'POST /payments/17', release: 'payment@1', environment: 'production' },
  }),
});
if (answer.status !== 201) {
  throw new Error(`Answered ${answer.status}: ${await answer.text()}`);
}
