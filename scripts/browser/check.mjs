// Opens every page of a built site in Chromium and checks what a reader would
// stumble over; prints a table and fails on any fault.
//
//   cargo book test --browser             builds the site and runs this
//   npm ci --prefix scripts/browser       is needed once
//   node scripts/browser/check.mjs SITE [--kept FOLDER] [--screenshots FOLDER] [--visits N] [PAGE …]
//
// PAGE is a part of a path, such as `mse`; without one all pages are checked.
// Of a page with a fault a screenshot is kept; with --screenshots, of all.
// The blocking time is that of the first visit, or the median of N, and of at
// least five where it is beyond the goal.

import { mkdir, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { BUDGET, CELLS, Missing, launch, reader } from './rules.mjs';
import { pagesOf, serve } from './site.mjs';

const WORKERS = 2;

const { values: options, positionals: [folder, ...parts] } = parseArgs({
  allowPositionals: true,
  options: { screenshots: { type: 'string' }, kept: { type: 'string', default: 'target/browser' },
    visits: { type: 'string', default: '1' } },
});
if (!folder) stop('usage: node check.mjs SITE [--kept FOLDER] [--screenshots FOLDER] [--visits N] [PAGE …]');
const visits = Number(options.visits);
if (!Number.isInteger(visits) || visits < 1) stop(`--visits ${options.visits}: not a number of visits, such as 5`);
const tools = await launch().catch((error) => {
  if (error instanceof Missing) stop(error.message);
  throw error;
});
const pages = (await pagesOf(folder)).filter((page) => parts.length === 0 || parts.some((part) => page.includes(part)));
if (pages.length === 0) stop(`${folder} holds no such page: build it with \`cargo book build\``);
await rm(options.kept, { recursive: true, force: true });
if (options.screenshots) await mkdir(options.screenshots, { recursive: true });

const started = Date.now();
const site = await serve(folder);
const rows = new Map();
const queue = [...pages];
await Promise.all(Array.from({ length: WORKERS }, async () => {
  const read = await reader(tools, site);
  for (let page = queue.shift(); page; page = queue.shift()) {
    rows.set(page, await read(page, { keep: keeper(page), visits }));
    console.error(` Reading ${rows.size} of ${pages.length}: ${page}`);
  }
}));
await tools.browser.close();
site.close();
report();

/** Keeps a screenshot of a page when it has a fault, or when all are asked for. */
function keeper(page) {
  return async (tab, where, isBroken) => {
    const target = options.screenshots ?? (isBroken ? options.kept : undefined);
    if (!target) return;
    const name = `${page}-${where}`.replaceAll('/', '-').replaceAll(' ', '-').replace('.html', '');
    await tab.screenshot({ path: `${target}/${name}.png`, fullPage: true, timeout: 120_000 });
  };
}

function report() {
  const width = Math.max(...pages.map((page) => page.length));
  const line = (...cells) => console.log(cells.map((cell, index) => (index ? String(cell).padStart(9) : cell.padEnd(width))).join(' '));
  line('page', 'bytes', 'formulas', 'outside', 'axe', 'shift', 'blocking', 'sideways', 'faults');
  for (const page of pages) {
    const { bytes, formulas, outside, axe, shift, blocking, sideways, faults } = rows.get(page);
    line(page, bytes, formulas, outside, axe, shift.toFixed(3), `${blocking.toFixed(0)} ms`, sideways, faults.length);
  }
  for (const page of pages) {
    const { faults } = rows.get(page);
    for (const what of new Set(faults.map((fault) => fault.what))) {
      const where = new Set(faults.filter((fault) => fault.what === what).map((fault) => fault.where));
      console.log(`\n${page} (${[...where].join(', ')})\n  ${what}`);
    }
  }
  summary();
  const faults = total((row) => row.faults.length);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(`\n${pages.length} pages × ${CELLS} themes and widths, and without JavaScript: ${faults} faults, ${seconds} s`);
  if (faults > 0) console.log(`what was seen is in ${options.screenshots ?? options.kept}; one page again: node scripts/browser/check.mjs ${folder} PAGE`);
  process.exitCode = faults > 0 ? 1 : 0;
}

/** The goals beside the worst of all pages. */
function summary() {
  const all = [...rows.values()];
  const worst = (value, of = all) => Math.max(0, ...of.map(value));
  const broken = (rule) => total((row) => row.faults.filter((fault) => fault.rule === rule).length);
  const table = [
    ['goal for every page', 'at most', 'worst'],
    ['first visit with math, bytes on the wire', BUDGET.withMath, worst((row) => row.bytes, all.filter((row) => row.formulas > 0))],
    ['first visit without math', BUDGET.withoutMath, worst((row) => row.bytes, all.filter((row) => row.formulas === 0))],
    ['requests to other hosts', 0, worst((row) => row.outside)],
    ['axe-core violations', 0, worst((row) => row.axe)],
    ['layout shift', BUDGET.layoutShift, worst((row) => row.shift).toFixed(3)],
    ['blocking time, ms', BUDGET.blocking, worst((row) => row.blocking).toFixed(0)],
    ['sideways scroll', 0, worst((row) => row.sideways)],
    ['formulas cut off', 0, broken('formula')],
    ['labels that overlap in a figure', 0, broken('figure')],
    ['parts that need JavaScript', 0, broken('scripts')],
    ['errors in the console', 0, broken('console')],
  ];
  console.log();
  for (const [what, goal, value] of table) console.log(`${what.padEnd(42)} ${String(goal).padStart(8)} ${String(value).padStart(8)}`);
}

function total(value) {
  return [...rows.values()].map(value).reduce((a, b) => a + b, 0);
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
