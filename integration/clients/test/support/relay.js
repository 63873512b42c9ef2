// A relay between a client and the server: it notes what passes, so that a test can tell how a client sent something.
import { createServer, request } from 'node:http';
import { once } from 'node:events';

/**
 * Starts a relay on a free port.
 *
 * @param {string} target where everything goes, such as `http://127.0.0.1:8080`
 * @param {(path: string) => string} toPath the path at the target, by default the one that was asked for
 * @returns {Promise<{url: string, seen: {method: string, path: string, headers: object, status: number}[], close: () => Promise<void>}>}
 */
export async function relay(target, toPath = path => path) {
  const seen = [];
  const server = createServer((incoming, answer) => {
    const passing = { method: incoming.method, path: incoming.url, headers: incoming.headers, status: 0 };
    seen.push(passing);
    const outgoing = request(
      new URL(toPath(incoming.url), target),
      { method: incoming.method, headers: { ...incoming.headers, host: new URL(target).host } },
      theirs => {
        passing.status = theirs.statusCode;
        answer.writeHead(theirs.statusCode, theirs.headers);
        theirs.pipe(answer);
      },
    );
    outgoing.on('error', () => answer.destroy());
    incoming.pipe(outgoing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    seen,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
