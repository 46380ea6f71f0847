// The rules of a page: what is measured in Chromium, and what counts as a fault.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { faultsOfLayout } from './layout.mjs';

const AXE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// The rules are all asked once, and afterwards those whose answer can differ:
// a device shows and hides things, a width moves them, a theme colors them.
const AXE_OF_WIDTH = ['target-size', 'scrollable-region-focusable'];
const AXE_OF_THEME = ['color-contrast', 'link-in-text-block'];
const AXE_OF_DEVICE = [...AXE_OF_WIDTH, 'region', 'label', 'button-name', 'link-name'];
const only = (values) => ({ runOnly: { type: 'rule', values } });
// The ways in which a page is seen on each device, one change after the other.
const PHONE = { width: 390, height: 844, rules: only([...AXE_OF_DEVICE, ...AXE_OF_THEME]),
  cells: [[390, 'light'], [320, 'light'], [320, 'dark'], [390, 'dark'], [768, 'dark']] };
const DESKTOP = { width: 1280, height: 900, rules: { runOnly: AXE }, cells: [[1280, 'light'], [1280, 'dark']] };
export const CELLS = [PHONE, DESKTOP].flatMap(({ cells }) => cells).length;
export const BUDGET = { withMath: 150_000, withoutMath: 110_000, layoutShift: 0.01, blocking: 20,
  // A machine that does something else at the same time must not fail a page.
  blockingLimit: 100 };
// Whose median is the blocking time of a page, if the first is beyond the goal.
const VISITS = 5;
// A phone of the middle class computes about four times as slowly.
const SLOWDOWN = 4;

// The first has no windows, so it opens a page in half of the time.
const BROWSERS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`);

/** Starts the Chromium of this machine, or says how to get one. */
export async function launch() {
  const path = process.env.CHROMIUM ?? BROWSERS.find(existsSync);
  if (!path || !existsSync(path)) {
    throw new Missing(`there is no Chromium${path ? ` at ${path}` : ''}: sudo apt-get install chromium-headless-shell fonts-liberation, ` +
      'or set CHROMIUM to the path of yours');
  }
  try {
    const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    const { chromium } = await import('playwright-core');
    const browser = await chromium.launch({ executablePath: path, args: [
      '--no-sandbox', '--disable-gpu',
      // Requests to other hosts are seen and reported, but go nowhere.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ] });
    return { browser, axe: await readFile(axe, 'utf8') };
  } catch (error) {
    if (!['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'].includes(error.code)) throw error;
    throw new Missing('the npm packages are missing: npm ci --prefix scripts/browser');
  }
}

/** Something has to be installed first; the message says what and how. */
export class Missing extends Error {}

/**
 * Somebody who reads pages of a site, one after the other, in every way. Of a
 * page, `keep`, if given, keeps a screenshot, and the blocking time is the
 * median of some `visits`.
 */
export async function reader({ browser, axe }, site) {
  let faults, where;
  const fault = (rule, what) => faults.push({ rule, what, where });
  const desktop = await openTab(DESKTOP);
  listen(desktop);
  const plain = await openTab(PHONE, { javaScriptEnabled: false });
  return read;

  async function read(page, { keep = async () => {}, visits = 1 } = {}) {
    faults = [];
    const { phone, ...visit } = await arrive(page, visits);
    await judge(phone, PHONE, keep);
    const text = await phone.evaluate(visibleText);
    await judgeAccessibility(phone, PHONE);
    await phone.context().close();

    where = 'light 1280';
    await open(desktop, page);
    await judge(desktop, DESKTOP, keep);
    await judgeAccessibility(desktop, DESKTOP);

    await judgeWithoutScripts(page, text, keep);
    return { ...visit, faults, outside: count('outside'), axe: count('axe'), sideways: count('sideways') };
  }

  function count(rule) {
    return faults.filter((fault) => fault.rule === rule).length;
  }

  /** Comes for the first time, with a phone; more often, if the time of more visits is wanted. */
  async function arrive(page, visits) {
    where = 'first visit';
    const visit = await inTurn(() => firstVisit(listen));
    const times = [visit.blocking];
    const again = () => inTurn(async () => {
      const { phone, blocking } = await firstVisit();
      times.push(blocking);
      await phone.context().close();
    });
    while (times.length < visits) await again();
    while (times.length < VISITS && median(times) > BUDGET.blocking) await again();

    const blocking = median(times);
    const budget = visit.formulas > 0 ? BUDGET.withMath : BUDGET.withoutMath;
    if (visit.bytes > budget) fault('weight', `${visit.bytes} bytes on the first visit, more than ${budget}`);
    if (visit.shift > BUDGET.layoutShift) fault('shift', `the layout shifts by ${visit.shift.toFixed(3)}`);
    if (blocking > BUDGET.blockingLimit) fault('blocking', `the page is blocked for ${blocking.toFixed(0)} ms`);
    return { ...visit, blocking };

    async function firstVisit(prepare = () => {}) {
      const phone = await openTab(PHONE);
      prepare(phone);
      const network = await phone.context().newCDPSession(phone);
      let bytes = 0;
      await network.send('Network.enable');
      network.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; });
      await phone.addInitScript(() => {
        window.layoutShift = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.layoutShift += entry.value; }))
          .observe({ type: 'layout-shift', buffered: true });
      });
      await browser.startTracing(phone, { categories: ['toplevel', 'loading'] });
      await open(phone, page);
      await phone.waitForTimeout(200);
      await painted(phone);
      const { traceEvents } = JSON.parse(await browser.stopTracing());
      const seen = await phone.evaluate(() => ({ formulas: document.querySelectorAll('.katex').length, shift: window.layoutShift }));
      // As if it was read to the end: what comes when it is near counts, too.
      await look(phone, PHONE.width, 'light', PHONE.height);
      await phone.evaluate(() => document.fonts.ready.then(() => {}));
      await phone.waitForTimeout(100);
      return { phone, blocking: blockingTime(traceEvents), bytes, ...seen };
    }
  }

  /** Whether all of the page is where it belongs, in every way. */
  async function judge(tab, { height, cells }, keep) {
    for (const [width, theme] of cells) {
      where = `${theme} ${width}`;
      await look(tab, width, theme, height);
      await judgeLayout(tab, keep);
    }
  }

  async function judgeLayout(tab, keep) {
    const before = faults.length;
    for (const { rule, what } of await tab.evaluate(faultsOfLayout)) fault(rule, what);
    await keep(tab, where, faults.length > before);
  }

  /** Whether all of the page can be perceived, on the way back through the cells. */
  async function judgeAccessibility(tab, { width: ownWidth, height, rules, cells }) {
    await tab.evaluate(withoutRepetition);
    await tab.evaluate(axe);
    for (const [width, theme] of cells.toReversed()) {
      where = `${theme} ${width}`;
      const isOwnWidth = width === ownWidth;
      const isDark = theme === 'dark';
      // Another theme at another width is neither a new color nor a new place.
      if (!isOwnWidth && !isDark) continue;
      await look(tab, width, theme, height);
      const asked = isOwnWidth && isDark ? rules : only(isDark ? AXE_OF_WIDTH : AXE_OF_THEME);
      for (const { id, help, nodes } of await tab.evaluate(violationsOf, [asked, isOwnWidth])) {
        fault('axe', `axe ${id}: ${help} (${nodes.length} ×, ${nodes[0].target})`);
      }
    }
  }

  /** A phone that runs no scripts: all of the text is there, and the way on. */
  async function judgeWithoutScripts(page, text, keep) {
    where = 'no JavaScript';
    await open(plain, page);
    await plain.evaluate(unfold);
    await judgeLayout(plain, keep);
    const shown = new Set(await plain.evaluate(visibleText));
    const missing = text.filter((line) => !shown.has(line));
    if (missing.length > 0) fault('scripts', `${missing.length} parts are not shown without JavaScript, first “${missing[0].slice(0, 60)}”`);
  }

  async function openTab({ width, height }, options = {}) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: 'light', ...options });
    return context.newPage();
  }

  /** Opens a page and waits until its fonts are there. */
  async function open(tab, page) {
    await tab.goto(`${site.origin}/${page}`, { waitUntil: 'load' });
    await tab.evaluate(() => document.fonts.ready.then(() => {}));
  }

  function listen(tab) {
    tab.on('console', (message) => message.type() === 'error' && fault('console', `console: ${message.text()}`));
    tab.on('pageerror', (error) => fault('console', `script: ${error.message}`));
    tab.on('response', (response) => response.status() >= 400 && fault('console', `${response.status()} for ${response.url()}`));
    tab.on('request', (request) => isOutside(request.url()) && fault('outside', `asks another host: ${request.url()}`));
  }

  function isOutside(url) {
    return !url.startsWith(`${site.origin}/`) && !url.startsWith('data:');
  }
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
async function look(tab, width, theme, height) {
  // Told once more what it shows already, Chromium would style all of the page again.
  if (!await tab.evaluate(isShown, theme)) await tab.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  if (tab.viewportSize().width !== width) await tab.setViewportSize({ width, height });
  await tab.evaluate(unfold);
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

  function isShown(theme) {
    return matchMedia(`(prefers-color-scheme: ${theme}) and (prefers-reduced-motion: reduce)`).matches;
  }
}

/** Runs inside the page: shows the answers that a reader opens. */
function unfold() {
  document.querySelectorAll('details').forEach((answer) => { answer.open = true; });
}

/**
 * Runs inside the page: makes it small for axe, which looks at every element.
 *
 * A figure is one image for it; of a formula the text is enough, in the color
 * of its surroundings. Where many elements are in the same kind of place
 * (chapters and headings in the sidebar, words of a program, paragraphs of an
 * answer), three show what they look like.
 */
function withoutRepetition() {
  document.querySelectorAll('svg.figure > :not(title, desc)').forEach((part) => part.remove());
  document.querySelectorAll('.katex').forEach((formula) => { formula.textContent = formula.querySelector('math')?.textContent; });
  repeated(':is(.chapter-item, .header-item):not(:has(.active, .current-header))').forEach((entry) => entry.remove());
  repeated('main :is(.katex, .whole, pre span, b, strong, em, :not(pre) > code):not([id])').forEach((words) => words.replaceWith(words.textContent));
  repeated('main :is(p, li):not([id], :has(*))').forEach((text) => text.remove());
  document.querySelector('main').normalize();

  function repeated(selector) {
    const counts = new Map();
    return [...document.querySelectorAll(selector)].filter((element) => {
      const place = placeOf(element);
      counts.set(place, (counts.get(place) ?? 0) + 1);
      return counts.get(place) > 3;
    });
  }

  function placeOf(element) {
    return element ? `${placeOf(element.parentElement)} ${element.localName}.${element.getAttribute('class')}` : '';
  }
}

/**
 * Runs inside the page: what axe objects to. Where colors decide, it is asked
 * about one text of each look: its own, what lies behind it, and what is around.
 */
async function violationsOf([options, isOfColor]) {
  const looks = isOfColor ? oneOfEachLook() : [];
  looks.forEach((element) => element.setAttribute('data-look', ''));
  window.axe.configure({ rules: [
    { id: 'color-contrast', selector: '[data-look]' },
    { id: 'link-in-text-block', selector: 'a[href][data-look]' },
  ] });
  const { violations } = await window.axe.run({ ...options, resultTypes: ['violations'] });
  looks.forEach((element) => element.removeAttribute('data-look'));
  return violations;

  function oneOfEachLook() {
    const looks = new Map();
    const behind = new Map();
    for (const element of document.querySelectorAll('body, body *')) {
      const around = element.parentElement;
      const { backgroundColor, backgroundImage, color, fontSize, fontWeight, opacity, textDecoration, textShadow } = getComputedStyle(element);
      behind.set(element, [behind.get(around), backgroundColor, backgroundImage, opacity].join());
      const look = [behind.get(element), color, fontSize, fontWeight, textDecoration, textShadow, getComputedStyle(around).color].join();
      if (!looks.has(look) && hasText(element) && element.checkVisibility({ checkVisibilityCSS: true })) looks.set(look, element);
    }
    return [...looks.values()];
  }

  function hasText(element) {
    return element.matches('input, select, textarea') || [...element.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim());
  }
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
      && !part.closest('.quiz-summary, #study-summary, .quiz-counts td:nth-child(n + 3), #study-review, #study-mock'))
    // A program's hidden lines are shown with a button, and its buttons need JavaScript.
    .map((part) => {
      const copy = part.cloneNode(true);
      copy.querySelectorAll('.boring, button').forEach((extra) => extra.remove());
      return copy.textContent.replace(/\s+/g, ' ').trim();
    });
  return [...new Set(parts.filter((text) => text))];
}
