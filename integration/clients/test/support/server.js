// Starts a further server, for what cannot be tried against the one that all tests share.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { until } from './until.js';

const { JAVA, JAVA_OPTIONS, TRACEOPS_JAR } = process.env;

/**
 * @param {string[]} options of `serve`, beside those for the ports
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function startServer(...options) {
  const ports = ['--http-port', '0', '--grpc-port', 'off', '--otlp-grpc-port', 'off', '--otlp-http-port', 'off'];
  const server = spawn(JAVA, [...JAVA_OPTIONS.split(' '), '-jar', TRACEOPS_JAR, 'serve', ...ports, ...options]);
  let log = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', text => (log += text));
  }
  const url = await until('the server listens', () => {
    assert.equal(server.exitCode, null, log);
    return / listens at (http:\/\/[^ ]*)/.exec(log)?.[1];
  });
  return {
    url,
    stop: async () => {
      server.kill();
      await once(server, 'exit');
    },
  };
}
