import * as Sentry from '@sentry/node';
import { pay } from './pay.js';

Sentry.init({ dsn: process.env.DSN, release: 'payment@1', environment: 'production' });
Sentry.getIsolationScope().setTransactionName('POST /payments/:id');
Sentry.captureException(pay(1200));
await Sentry.flush(20_000);
