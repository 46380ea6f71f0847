// Opens every page of a built site in Chromium and checks what a reader would
// stumble over; prints a table and fails on any fault.
//
//   npm ci --prefix scripts/browser
//   node scripts/browser/check.mjs SITE [--screenshots FOLDER] [PAGE …]
//
// PAGE is a part of a path, such as `mse`; without one all pages are checked.

import { mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { faultsOfLayout } from './layout.mjs';
import { pagesOf, serve } from './site.mjs';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const THEMES = ['light', 'dark'];
// A page is loaded once for each device and then resized.
const DEVICES = [{ widths: [390, 320], height: 844 }, { widths: [1280], height: 900 }];
const BUDGET = { withMath: 150_000, withoutMath: 110_000, layoutShift: 0.01 };
const WORKERS = 2;

const { values: options, positionals: [folder, ...parts] } = parseArgs({
  allowPositionals: true,
  options: { screenshots: { type: 'string' } },
});
if (!folder) stop('usage: node check.mjs SITE [--screenshots FOLDER] [PAGE …]');
if (!existsSync(CHROMIUM)) {
  stop(`no Chromium at ${CHROMIUM}: sudo apt-get install chromium, or set CHROMIUM to the path of yours`);
}
const { chromium, axe } = await libraries();

const pages = (await pagesOf(folder)).filter((page) => parts.length === 0 || parts.some((part) => page.includes(part)));
if (pages.length === 0) stop(`${folder} holds no such page: build it with \`cargo book build\``);
if (options.screenshots) await mkdir(options.screenshots, { recursive: true });

const started = Date.now();
const site = await serve(folder);
const browser = await chromium.launch({ executablePath: CHROMIUM, args: [
  '--no-sandbox', '--disable-gpu',
  // Requests to other hosts are seen and reported, but go nowhere.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
] });
const rows = new Map();
const queue = [...pages];
await Promise.all(Array.from({ length: WORKERS }, async () => {
  for (let page = queue.shift(); page; page = queue.shift()) rows.set(page, await check(page));
}));
await browser.close();
site.close();
report();

/** Everything that is measured and found on one page. */
async function check(page) {
  const row = await firstVisit(page);
  for (const theme of THEMES) {
    const context = await browser.newContext({ colorScheme: theme });
    for (const device of DEVICES) row.faults.push(...(await visit(context, page, device, theme)));
    await context.close();
  }
  row.faults.push(...(await withoutScripts(page)).map((what) => ({ what, where: 'no JavaScript' })));
  return row;
}

/** The weight of the page for somebody who comes for the first time. */
async function firstVisit(page) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const tab = await context.newPage();
  const network = await context.newCDPSession(tab);
  let bytes = 0;
  await network.send('Network.enable');
  network.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; });
  await tab.addInitScript(() => {
    window.layoutShift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.layoutShift += entry.value; }))
      .observe({ type: 'layout-shift', buffered: true });
  });
  await open(tab, page);
  await painted(tab);
  const { math, layoutShift } = await tab.evaluate(() => ({
    math: document.querySelectorAll('.katex').length,
    layoutShift: window.layoutShift,
  }));
  await context.close();
  const budget = math > 0 ? BUDGET.withMath : BUDGET.withoutMath;
  const faults = [];
  if (bytes > budget) faults.push(`${bytes} bytes on the first visit, more than ${budget}`);
  if (layoutShift > BUDGET.layoutShift) faults.push(`the layout shifts by ${layoutShift.toFixed(3)}`);
  return { bytes, math, layoutShift, faults: faults.map((what) => ({ what, where: 'first visit' })) };
}

/** What is wrong with the page in one theme on one device. */
async function visit(context, page, { widths, height }, theme) {
  const tab = await context.newPage();
  const faults = [];
  let where = `${theme} ${widths[0]}`;
  const fault = (what) => faults.push({ what, where });
  tab.on('console', (message) => message.type() === 'error' && fault(`console: ${message.text()}`));
  tab.on('pageerror', (error) => fault(`script: ${error.message}`));
  tab.on('response', (response) => response.status() >= 400 && fault(`${response.status()} for ${response.url()}`));
  tab.on('request', (request) => isOutside(request.url()) && fault(`asks another host: ${request.url()}`));
  for (const width of widths) {
    where = `${theme} ${width}`;
    await tab.setViewportSize({ width, height });
    if (width === widths[0]) {
      await open(tab, page);
      await tab.evaluate(axe);
    }
    await painted(tab);
    (await tab.evaluate(faultsOfLayout)).forEach(fault);
    (await faultsOfAccessibility(tab)).forEach(fault);
    if (options.screenshots) {
      const name = page.replaceAll('/', '-').replace('.html', `-${theme}-${width}.png`);
      await tab.screenshot({ path: `${options.screenshots}/${name}`, fullPage: true, timeout: 120_000 });
    }
  }
  await tab.close();
  return faults;
}

function isOutside(url) {
  return !url.startsWith(`${site.origin}/`) && !url.startsWith('data:');
}

async function faultsOfAccessibility(tab) {
  const { violations } = await tab.evaluate(() => window.axe.run(
    // The visible half of a formula is hidden from screen readers, has the
    // color of its text, and is most of the elements of a page.
    { exclude: ['.katex-html'] },
    { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] },
  ));
  return violations.map(({ id, help, nodes }) => `axe ${id}: ${help} (${nodes.length} ×, ${nodes[0].target})`);
}

/** What is wrong with the page on a phone that runs no scripts. */
async function withoutScripts(page) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const tab = await context.newPage();
  await open(tab, page);
  const faults = await tab.evaluate(faultsOfLayout);
  await context.close();
  return faults;
}

/** Opens a page and waits until its fonts are there. */
async function open(tab, page) {
  await tab.goto(`${site.origin}/${page}`, { waitUntil: 'load' });
  await tab.evaluate(() => document.fonts.ready.then(() => {}));
}

/** Waits until the page has been painted with what its scripts have done. */
function painted(tab) {
  return tab.evaluate(() => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); }));
}

function report() {
  const width = Math.max(...pages.map((page) => page.length));
  console.log(`${'page'.padEnd(width)}    bytes  formulas   shift  faults`);
  for (const page of pages) {
    const { bytes, math, layoutShift, faults } = rows.get(page);
    console.log([
      page.padEnd(width), String(bytes).padStart(8), String(math).padStart(9),
      layoutShift.toFixed(3).padStart(7), String(faults.length).padStart(7),
    ].join(' '));
  }
  for (const page of pages) {
    const { faults } = rows.get(page);
    for (const what of new Set(faults.map((fault) => fault.what))) {
      const where = new Set(faults.filter((fault) => fault.what === what).map((fault) => fault.where));
      console.log(`\n${page} (${[...where].join(', ')})\n  ${what}`);
    }
  }
  const count = [...rows.values()].reduce((sum, { faults }) => sum + faults.length, 0);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`\n${basename(folder)}: ${pages.length} pages × ${THEMES.length} themes × ${DEVICES.flatMap(({ widths }) => widths).length} widths, ` +
    `${count} faults, ${seconds} s`);
  process.exitCode = count > 0 ? 1 : 0;
}

async function libraries() {
  try {
    const [{ chromium }, { default: axe }] = await Promise.all([import('playwright-core'), import('axe-core')]);
    return { chromium, axe: axe.source };
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return stop('the npm packages are missing: npm ci --prefix scripts/browser');
  }
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
