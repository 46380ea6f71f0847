// The rules of a page: what is measured in Chromium, and what counts as a fault.

import { existsSync } from 'node:fs';
import { faultsOfLayout } from './layout.mjs';

export const THEMES = ['light', 'dark'];
// A page is loaded once for each device; then the theme changes and the width.
const DEVICES = [{ widths: [390, 320, 768], height: 844 }, { widths: [1280], height: 900 }];
export const CELLS = THEMES.length * DEVICES.flatMap(({ widths }) => widths).length;
export const BUDGET = { withMath: 150_000, withoutMath: 110_000, layoutShift: 0.01, blocking: 20,
  // The goal is missed on long pages, and reported; only beyond this a page is at fault.
  blockingLimit: 800,
  // These two hold the questions of the whole book, so that they work offline.
  study: { 'study/progress.html': 200_000, 'study/review.html': 350_000 } };
// A phone of the middle class computes about four times as slowly.
const SLOWDOWN = 4;
const AXE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// What another theme or width can change; the other rules read the same elements again.
const AXE_OF_STYLE = { type: 'rule', values: [
  'color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable', 'region', 'label', 'button-name', 'link-name',
] };

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

/** Reads one page in every way; `keep`, if given, keeps a screenshot. */
export async function check({ browser, axe }, site, page, keep = async () => {}) {
  const faults = [];
  const row = { bytes: 0, outside: 0, formulas: 0, axe: 0, shift: 0, blocking: 0, sideways: 0, faults };

  for (const device of DEVICES) {
    const isFirst = device === DEVICES[0];
    if (isFirst) await judgeFirstVisit();
    const context = await browser.newContext({ viewport: { width: device.widths[0], height: device.height }, colorScheme: 'light' });
    const tab = await context.newPage();
    let where = `light ${device.widths[0]}`;
    const fault = (rule, what) => faults.push({ rule, what, where });
    listen(tab, fault);
    await open(tab, site, page);
    const cells = device.widths.flatMap((width) => THEMES.map((theme) => ({ theme, width })));
    for (const { theme, width } of cells) {
      where = `${theme} ${width}`;
      await look(tab, theme, width, device.height);
      const before = faults.length;
      for (const { rule, what } of await tab.evaluate(faultsOfLayout)) fault(rule, what);
      await keep(tab, where, faults.length > before);
    }
    if (isFirst) row.text = await tab.evaluate(visibleText);
    await tab.evaluate(withoutRepetition);
    await tab.evaluate(axe);
    for (const { theme, width } of cells) {
      where = `${theme} ${width}`;
      await look(tab, theme, width, device.height);
      const isAsBefore = theme !== cells[0].theme || width !== cells[0].width;
      for (const what of await faultsOfAccessibility(tab, isAsBefore ? AXE_OF_STYLE : AXE)) fault('axe', what);
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
    // The median of five where the first one misses the goal: one visit is chance.
    const times = [visit.blocking];
    if (visit.blocking > BUDGET.blocking) {
      while (times.length < 5) times.push((await inTurn(() => firstVisit(browser, site, page))).blocking);
    }
    const blocking = times.sort((one, other) => one - other)[times.length >> 1];
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
  // To the end, as some things come when they are near: they count, too.
  await tab.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += window.innerHeight) {
      window.scrollTo(0, top);
      await new Promise(requestAnimationFrame);
    }
    await document.fonts.ready;
  });
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
