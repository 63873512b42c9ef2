// Runs the programs that carry a client. Each is a process of its own, since clients are set up once for a process.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const DEADLINE_MS = 60_000;
const OUTPUT_MAX = 8 << 20;

/** The file of a program in `apps`. */
export function app(name) {
  return fileURLToPath(new URL(`../apps/${name}`, import.meta.url));
}

/**
 * Runs a command to its end, whatever that is.
 *
 * @returns {Promise<{code: number, stdout: string, stderr: string}>} a code of -1 says that it was killed
 */
export function run(command, args, { env = {}, cwd } = {}) {
  const options = { env: { ...process.env, ...env }, cwd, timeout: DEADLINE_MS, maxBuffer: OUTPUT_MAX };
  return new Promise(resolve => {
    execFile(command, args, options, (failure, stdout, stderr) => {
      const code = failure ? (typeof failure.code === 'number' ? failure.code : -1) : 0;
      resolve({ code, stdout, stderr });
    });
  });
}

/** Runs a program of `apps` in Node. */
export function runApp(name, env) {
  return run(process.execPath, [app(name)], { env });
}
