// Ends by a rejection that nobody handles, of which @sentry/node tells on its own.
import * as Sentry from '@sentry/node';

Sentry.init({ dsn: process.env.DSN, release: process.env.RELEASE, environment: 'production' });

async function loadPrices() {
  throw new TypeError('The price list is empty');
}

loadPrices();
