// Serves a page and opens it in Chromium, from an origin that is not the server's.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { app } from './programs.js';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [app('browser-shop.js')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    keepNames: true,
  });
  return outputFiles[0].text;
}

/** A browser with pages of the shop. To be closed. */
export async function openBrowser() {
  const script = await bundle();
  const server = createServer((request, answer) => {
    const { pathname, searchParams } = new URL(request.url, 'http://page');
    if (pathname.startsWith('/assets/')) {
      answer.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    } else if (pathname.startsWith('/checkout/')) {
      const build = searchParams.get('build');
      answer.writeHead(200, { 'content-type': 'text/html' }).end(`<script src="/assets/shop-${build}.js"></script>`);
    } else {
      // Browsers ask for an icon by themselves.
      answer.writeHead(204).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
  return {
    /**
     * Opens the checkout.
     *
     * @param {object} sentry the options of the SDK
     * @param {string} build the part of the script's name that changes with every build
     */
    open: async (sentry, build = 'a1b2c3d4') => {
      const page = await browser.newPage();
      const trouble = [];
      page.on('console', message => message.type() === 'error' && trouble.push(message.text()));
      const query = new URLSearchParams({ build, sentry: JSON.stringify(sentry) });
      await page.goto(`http://127.0.0.1:${server.address().port}/checkout/17?${query}`);
      return {
        /** Calls a function of the shop. */
        call: (name, argument) => page.evaluate(([f, a]) => globalThis.shop[f](a), [name, argument]),
        /** Ends the page once all is sent, and fails if the browser held something back. */
        close: async () => {
          assert.equal(await page.evaluate(() => globalThis.shop.flush()), true);
          await page.close();
          const blocked = trouble.filter(text => /CORS|ERR_|Failed to load|Sentry/.test(text));
          assert.deepEqual(blocked, []);
        },
      };
    },
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
