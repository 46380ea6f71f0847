// The rules of a page: what is measured in Chromium, and what counts as a fault.

import { existsSync } from 'node:fs';
import { faultsOfLayout } from './layout.mjs';

const AXE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// The rules are all asked once, and afterwards those whose answer can differ:
// a device shows and hides things, a width moves them, a theme colors them.
const AXE_OF_WIDTH = ['target-size', 'scrollable-region-focusable'];
const AXE_OF_THEME = ['color-contrast', 'link-in-text-block'];
const AXE_OF_DEVICE = [...AXE_OF_WIDTH, ...AXE_OF_THEME, 'region', 'label', 'button-name', 'link-name'];
const only = (values) => ({ type: 'rule', values });
const inBothThemes = (width) => [[width, 'light'], [width, 'dark']];
// A page is loaded once for each device, and then seen like this, in this order.
const DEVICES = [
  { height: 844, rules: only(AXE_OF_DEVICE), cells: [390, 320, 768].flatMap(inBothThemes) },
  { height: 900, rules: AXE, cells: inBothThemes(1280) },
];
export const CELLS = DEVICES.flatMap(({ cells }) => cells).length;
export const BUDGET = { withMath: 150_000, withoutMath: 110_000, layoutShift: 0.01, blocking: 20,
  // The goal is missed on long pages, and reported; only beyond this a page is at fault.
  blockingLimit: 800,
  // These two hold the questions of the whole book, so that they work offline.
  study: { 'study/progress.html': 200_000, 'study/review.html': 350_000 } };
// A phone of the middle class computes about four times as slowly.
const SLOWDOWN = 4;

/** Starts the Chromium of this machine, or says how to get one. */
export async function launch() {
  const path = process.env.CHROMIUM
    ?? ['chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`).find(existsSync);
  if (!path || !existsSync(path)) {
    throw new Missing(`there is no Chromium${path ? ` at ${path}` : ''}: sudo apt-get install chromium fonts-liberation, ` +
      'or set CHROMIUM to the path of yours');
  }
  try {
    const [{ chromium }, axe] = await Promise.all([import('playwright-core'), import('axe-core')]);
    const browser = await chromium.launch({ executablePath: path, args: [
      '--no-sandbox', '--disable-gpu',
      // Requests to other hosts are seen and reported, but go nowhere.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ] });
    return { browser, axe: axe.default.source };
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Missing('the npm packages are missing: npm ci --prefix scripts/browser');
  }
}

/** Something has to be installed first; the message says what and how. */
export class Missing extends Error {}

/**
 * Reads one page in every way; `keep`, if given, keeps a screenshot. Of the
 * blocking time it takes the median of some `visits`.
 */
export async function check({ browser, axe }, site, page, { keep = async () => {}, visits = 1 } = {}) {
  const faults = [];
  const row = { bytes: 0, outside: 0, formulas: 0, axe: 0, shift: 0, blocking: 0, sideways: 0, faults };

  await judgeFirstVisit();
  for (const device of DEVICES) {
    const [[firstWidth, firstTheme]] = device.cells;
    const context = await browser.newContext({ viewport: { width: firstWidth, height: device.height }, colorScheme: firstTheme });
    const tab = await context.newPage();
    let where = `${firstTheme} ${firstWidth}`;
    const fault = (rule, what) => faults.push({ rule, what, where });
    listen(tab, fault);
    await open(tab, site, page);
    for (const [width, theme] of device.cells) {
      where = `${theme} ${width}`;
      await look(tab, theme, width, device.height);
      const before = faults.length;
      for (const { rule, what } of await tab.evaluate(faultsOfLayout)) fault(rule, what);
      await keep(tab, where, faults.length > before);
    }
    row.text ??= await tab.evaluate(visibleText);
    await tab.evaluate(withoutRepetition);
    await tab.evaluate(axe);
    for (const [width, theme] of device.cells) {
      const isFirst = width === firstWidth && theme === firstTheme;
      // Another theme at another width is neither a new color nor a new place.
      if (width !== firstWidth && theme !== firstTheme) continue;
      where = `${theme} ${width}`;
      await look(tab, theme, width, device.height);
      const rules = isFirst ? device.rules : only(width === firstWidth ? AXE_OF_THEME : AXE_OF_WIDTH);
      for (const what of await faultsOfAccessibility(tab, rules)) fault('axe', what);
    }
    await context.close();
  }
  await judgeWithoutScripts();
  row.outside = count('outside');
  row.axe = count('axe');
  row.sideways = count('sideways');
  return row;

  function count(rule) {
    return faults.filter((fault) => fault.rule === rule).length;
  }

  async function judgeFirstVisit() {
    const where = 'first visit';
    const visit = await inTurn(() => firstVisit(browser, site, page));
    const budget = BUDGET.study[page] ?? (visit.formulas > 0 ? BUDGET.withMath : BUDGET.withoutMath);
    if (visit.bytes > budget) faults.push({ rule: 'weight', what: `${visit.bytes} bytes on the first visit, more than ${budget}`, where });
    if (visit.shift > BUDGET.layoutShift) faults.push({ rule: 'shift', what: `the layout shifts by ${visit.shift.toFixed(3)}`, where });
    const times = [visit.blocking];
    const again = async () => times.push((await inTurn(() => firstVisit(browser, site, page))).blocking);
    while (times.length < visits) await again();
    // A machine that does something else at the same time must not fail a page.
    while (times.length < 3 && median(times) > BUDGET.blockingLimit) await again();
    const blocking = median(times);
    if (blocking > BUDGET.blockingLimit) faults.push({ rule: 'blocking', what: `the page is blocked for ${blocking.toFixed(0)} ms`, where });
    Object.assign(row, visit, { blocking });
  }

  /** A phone that runs no scripts: all of the text is there, and the way on. */
  async function judgeWithoutScripts() {
    const where = 'no JavaScript';
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const tab = await context.newPage();
    await open(tab, site, page);
    const before = faults.length;
    for (const { rule, what } of await tab.evaluate(faultsOfLayout)) faults.push({ rule, what, where });
    const plain = await tab.evaluate(visibleText);
    const missing = row.text.filter((line) => !plain.includes(line));
    if (missing.length > 0) {
      faults.push({ rule: 'scripts', what: `${missing.length} parts are not shown without JavaScript, first “${missing[0].slice(0, 60)}”`, where });
    }
    await keep(tab, where, faults.length > before);
    await context.close();
  }

  async function faultsOfAccessibility(tab, rules) {
    const { violations } = await tab.evaluate((runOnly) => window.axe.run({ runOnly, resultTypes: ['violations'] }), rules);
    return violations.map(({ id, help, nodes }) => `axe ${id}: ${help} (${nodes.length} ×, ${nodes[0].target})`);
  }

  function listen(tab, fault) {
    tab.on('console', (message) => message.type() === 'error' && fault('console', `console: ${message.text()}`));
    tab.on('pageerror', (error) => fault('console', `script: ${error.message}`));
    tab.on('response', (response) => response.status() >= 400 && fault('console', `${response.status()} for ${response.url()}`));
    tab.on('request', (request) => isOutside(request.url()) && fault('outside', `asks another host: ${request.url()}`));
  }

  function isOutside(url) {
    return !url.startsWith(`${site.origin}/`) && !url.startsWith('data:');
  }
}

/** Measures a visit of somebody who comes for the first time, with a phone. */
async function firstVisit(browser, site, page) {
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
  await browser.startTracing(tab, { categories: ['toplevel', 'loading'] });
  await open(tab, site, page);
  await tab.waitForTimeout(200);
  await painted(tab);
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const seen = await tab.evaluate(() => ({ formulas: document.querySelectorAll('.katex').length, shift: window.layoutShift }));
  // As if it was read to the end: what comes when it is near counts, too.
  await look(tab, 'light', 390, 844);
  await tab.evaluate(() => document.fonts.ready.then(() => {}));
  await tab.waitForTimeout(100);
  await context.close();
  return { bytes, blocking: blockingTime(traceEvents), ...seen };
}

/**
 * The total blocking time on a phone: what each task takes longer than 50 ms
 * after the first paint, as Lighthouse counts it, but of processor time: what
 * else the machine does then counts less.
 */
function blockingTime(events) {
  const paint = events.filter(({ name }) => name === 'firstContentfulPaint').at(-1);
  const tasks = events.filter((event) => event.name === 'ThreadControllerImpl::RunTask' && event.ph === 'X'
    && event.pid === paint.pid && event.tid === paint.tid && event.ts + event.dur > paint.ts);
  const afterPaint = ({ ts, dur, tdur }) => tdur * Math.min(1, (ts + dur - paint.ts) / dur);
  return tasks.reduce((sum, task) => sum + Math.max(0, SLOWDOWN * afterPaint(task) / 1000 - 50), 0);
}

function median(values) {
  return values.toSorted((one, other) => one - other)[values.length >> 1];
}

/** There is one trace at a time, so what needs it waits in a line. */
let line = Promise.resolve();
function inTurn(act) {
  const turn = line.then(act);
  line = turn.catch(() => {});
  return turn;
}

/** Shows the page in a theme and a width, without waiting for transitions. */
async function look(tab, theme, width, height) {
  await tab.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await tab.setViewportSize({ width, height });
  await tab.evaluate(() => {
    if (window.stilled) return;
    window.stilled = new CSSStyleSheet();
    // What is far away is set up and painted late: here everything is looked at.
    window.dispatchEvent(new Event('beforeprint'));
    window.stilled.replaceSync(`*, ::before, ::after {
      transition: none !important; animation: none !important; content-visibility: visible !important }`);
    document.adoptedStyleSheets.push(window.stilled);
  });
  await painted(tab);
}

/**
 * Runs inside the page: makes it small for axe, which looks at every element.
 *
 * The visible half of a formula is hidden from screen readers and has the color
 * of its text; of the other half, the text is enough. Words of a program are
 * colored by their class, so three of each show whether the color is legible.
 */
function withoutRepetition() {
  document.querySelectorAll('.katex-html').forEach((formula) => formula.replaceChildren());
  document.querySelectorAll('.katex-mathml > math').forEach((formula) => { formula.textContent = formula.textContent; });
  const seen = new Map();
  for (const token of document.querySelectorAll('pre .token')) {
    const count = (seen.get(token.className) ?? 0) + 1;
    seen.set(token.className, count);
    if (count > 3) token.replaceWith(token.textContent);
  }
  document.querySelectorAll('pre code').forEach((code) => code.normalize());
}

/** Opens a page and waits until its fonts are there. */
async function open(tab, site, page) {
  await tab.goto(`${site.origin}/${page}`, { waitUntil: 'load' });
  await tab.evaluate(() => document.fonts.ready.then(() => {}));
}

/** Waits until the page has been painted with what its scripts have done. */
function painted(tab) {
  return tab.evaluate(() => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); }));
}

/** Runs inside the page: what a reader sees of the text, part by part. */
function visibleText() {
  const parts = [...document.querySelectorAll('main :is(h1, h2, h3, h4, p, li, td, pre, legend, label, svg.figure, .katex-mathml)')]
    .filter((part) => part.checkVisibility({ checkVisibilityCSS: true, opacityProperty: true }) && !part.closest('[hidden]')
      // What the reader has answered is known to the scripts alone.
      && !part.closest('.quiz-summary, #study-summary, #study-review, #study-mock'))
    // A program's hidden lines are shown with a button, and its buttons need JavaScript.
    .map((part) => {
      const copy = part.cloneNode(true);
      copy.querySelectorAll('.boring, button').forEach((extra) => extra.remove());
      return copy.textContent.replace(/\s+/g, ' ').trim();
    });
  return [...new Set(parts.filter((text) => text))];
}
