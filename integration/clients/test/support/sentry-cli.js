import { fileURLToPath } from 'node:url';
import { run } from './programs.js';
import { url } from './traceops.js';

const BINARY = fileURLToPath(new URL('../../node_modules/.bin/sentry-cli', import.meta.url));

/**
 * `sentry-cli` as a build would call it.
 *
 * @param {string} project the slug or the number of the project that releases are of
 * @param {string} cwd where it is called
 * @param {object} more further variables of its environment
 */
export function sentryCli(project, cwd, more = {}) {
  const env = {
    SENTRY_URL: url,
    SENTRY_AUTH_TOKEN: 'a-token',
    SENTRY_ORG: 'acme',
    SENTRY_PROJECT: project,
    // No file of whoever runs this may speak in.
    SENTRY_PROPERTIES: '/dev/null',
    RUST_BACKTRACE: '0',
    HOME: cwd,
    ...more,
  };
  return (...args) => run(BINARY, args, { env, cwd });
}
