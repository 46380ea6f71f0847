// The built site, served as a web host does: compressed where that helps.

import { createServer } from 'node:http';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};
const PACKED_ALREADY = ['.png', '.woff2'];
// The first is the whole book at once, the second a part of other pages.
const NO_PAGES = ['print.html', 'toc.html'];

/** The paths of the pages in a folder, sorted. */
export async function pagesOf(folder) {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith('.html') && !NO_PAGES.includes(file)).sort();
}

/** Serves a folder on a free port of this machine. */
export async function serve(folder) {
  const packed = new Map();
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://site').pathname));
    try {
      if (!packed.has(path)) packed.set(path, await answer(folder, path));
      const { headers, content } = packed.get(path);
      response.writeHead(200, headers).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => server.close(),
  };
}

async function answer(folder, path) {
  const content = await readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  const type = extname(path) || '.html';
  const headers = { 'content-type': TYPES[type] ?? 'application/octet-stream', 'cache-control': 'max-age=600' };
  if (PACKED_ALREADY.includes(type)) return { headers, content };
  return { headers: { ...headers, 'content-encoding': 'gzip' }, content: gzipSync(content) };
}
