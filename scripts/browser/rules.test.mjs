// Each rule rejects a page that is broken on purpose, and no rule a sound one.
// Run by `cargo book test --browser`, or: node --test scripts/browser/

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, reader } from './rules.mjs';
import { serve } from './site.mjs';

const SOUND = {
  head: '',
  main: '<h1>Sound</h1><p>A page without a fault.</p>',
};
const figure = (texts) => `<svg class="figure" viewBox="0 0 300 100" width="300" role="img" aria-label="Two labels">${texts}</svg>`;
const formula = (style) => `<div class="katex-display" style="${style}"><span class="katex"><span class="katex-html" aria-hidden="true"
  ><span class="mord" style="display: inline-block; height: 40px; width: 30px">x</span></span></span></div>`;

/** What is broken, the rule that says so, and where it says it (everywhere, if not given). */
const BROKEN = [
  ['an image from another host', 'outside', { main: '<img src="https://example.com/a.png" alt="A dot" width="9" height="9">' }],
  ['an image without alternative text', 'axe', { main: '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="9" height="9">' }],
  ['a faint text', 'axe', { main: '<p style="color: #bbb">Too faint.</p>' }],
  ['a text that is faint in the dark', 'axe', { main: '<p style="color: #444">Too faint at night.</p>' }, /^dark/],
  ['a text that is faint in the dark, on a wide screen alone', 'axe', {
    head: '<style>@media (min-width: 1000px) { p { color: #444 } }</style>', main: '<p>Too faint.</p>',
  }, /^dark 1280/],
  ['a faint text in an answer that is closed', 'axe', {
    main: '<details><summary>Answer</summary><p style="color: #bbb">Too faint.</p></details>',
  }],
  ['a faint word after many of its kind', 'axe', { main: `${'<p>A <em>good</em> one.</p>'.repeat(9)}<p>A <em class="faint">faint</em> one.</p>`,
    head: '<style>.faint { color: #bbb }</style>' }],
  ['buttons too small on a small phone alone', 'axe', {
    head: '<style>@media (max-width: 350px) { button { width: 12px; height: 12px; padding: 0; border: 0; overflow: hidden } }</style>',
    main: '<p><button>One</button><button>Two</button></p>',
  }, /^dark 320$/],
  ['a block wider than a phone', 'sideways', { main: '<div style="width: 500px">Wide</div>' }, /320|390|no JavaScript/],
  ['an error in a script', 'console', { main: '<script>undefined.length</script>' }],
  ['a missing style sheet', 'console', { head: '<link rel="stylesheet" href="missing.css">' }],
  ['a heavy style sheet', 'weight', { head: '<link rel="stylesheet" href="heavy.css">' }],
  ['text that moves when something arrives', 'shift', {
    main: '<p>Moves</p>',
    script: 'setTimeout(() => { const box = document.createElement("div"); box.style.height = "300px"; document.querySelector("main").prepend(box); }, 60)',
  }],
  ['a script that computes too long', 'blocking', {
    script: 'setTimeout(() => { const end = performance.now() + 2000; while (performance.now() < end); }, 60)',
  }],
  ['a formula cut off', 'formula', { main: formula('height: 20px; overflow: hidden') }],
  ['a comma that begins a line', 'formula', {
    main: `<p style="width: 40px"><span style="white-space: nowrap"><span class="katex"><span class="katex-html" style="white-space: normal"
      ><span class="base" style="display: inline-block; width: 38px">x</span></span></span>, and</span></p>`,
  }],
  ['labels on each other', 'figure', { main: figure('<text x="20" y="50">first</text><text x="30" y="52">second</text>') }],
  ['a label outside its figure', 'figure', { main: figure('<text x="280" y="50">outside</text>') }],
  ['a part that only scripts show', 'scripts', {
    main: '<p hidden>Shown late.</p>', script: 'document.querySelector("p[hidden]").hidden = false',
  }, /no JavaScript/],
  ['an inline script that the policy forbids', 'console', {
    head: '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">', main: '<script>1</script>',
  }],
];

let tools, site, folder, read;

before(async () => {
  tools = await launch();
  folder = await mkdtemp(join(tmpdir(), 'broken-pages-'));
  // Not noise that calls itself a picture: Chromium may stop loading one that it cannot read.
  await writeFile(join(folder, 'heavy.css'), `/* ${randomBytes(160_000).toString('hex')} */`);
  await Promise.all([['sound', SOUND], ...BROKEN.map(([, , parts], index) => [index, parts])]
    .map(([name, parts]) => writeFile(join(folder, `${name}.html`), page(parts))));
  site = await serve(folder);
  read = await reader(tools, site);
});
after(async () => {
  await tools?.browser.close();
  site?.close();
  if (folder) await rm(folder, { recursive: true });
});

test('a sound page has no fault', async () => {
  assert.deepEqual((await read('sound.html')).faults, []);
});

BROKEN.forEach(([what, rule, , places], index) => test(`${rule}: ${what}`, async () => {
  const { faults } = await read(`${index}.html`);
  const found = faults.filter((fault) => fault.rule === rule);
  assert.ok(found.length > 0, `not noticed; instead ${JSON.stringify(faults)}`);
  if (places) assert.ok(found.every(({ where }) => places.test(where)), JSON.stringify(found));
}));

function page({ head = '', main = '<p>Text.</p>', script = '' }) {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Broken on purpose</title>
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
    <style>:root { color-scheme: light dark; background: light-dark(#fff, #111) } img { display: block }</style>${head}</head>
    <body><main>${main.includes('<h1') ? '' : '<h1>Broken</h1>'}${main}</main>${script && `<script>${script}</script>`}</body></html>`;
}
