// Draws src/share-card.png, the picture that messengers show beside a link to
// the book: share-card.html with the figure of the introduction.
//
//   node scripts/browser/share-card.mjs
//
// Committed, because it changes with neither text nor code.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launch } from './rules.mjs';

const root = new URL('../../', import.meta.url);
const text = (path) => readFile(new URL(path, root), 'utf8');
const [card, colors, figure] = await Promise.all(
  ['scripts/browser/share-card.html', 'theme/figures.css', 'src/examples/introduction_promise.svg'].map(text));

const { browser } = await launch();
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await page.setContent(card.replace('<style>', `<style>${colors}`).replace('<!-- figure -->', figure));
await page.screenshot({ path: fileURLToPath(new URL('src/share-card.png', root)) });
await browser.close();
