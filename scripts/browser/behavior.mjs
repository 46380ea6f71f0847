// What a reader does with a finished page: searches, looks at the hidden lines
// of a program, copies it, changes the theme, goes on by keyboard. Nothing of
// it breaks the page's policy.
//
//   node scripts/browser/behavior.mjs SITE

import assert from 'node:assert/strict';
import { launch } from './rules.mjs';
import { serve } from './site.mjs';

const CHAPTER = 'regression/huber.html';

const TESTS = {
  'the search is fetched for the first search, and finds': async ({ open, requested }) => {
    const page = await open(CHAPTER);
    assert.ok(!requested().some((url) => /searcher|elasticlunr|searchindex/.test(url)), 'the search is fetched too early');
    await page.keyboard.press('s');
    await page.waitForFunction(() => document.activeElement.id === 'mdbook-searchbar');
    await page.keyboard.type('triplet margin');
    await page.waitForSelector('#mdbook-searchresults li');
    assert.match(await page.textContent('#mdbook-searchresults'), /Triplet loss/);
    await page.fill('#mdbook-searchbar', '');
    await page.keyboard.type('hinge vs logistic');
    await page.getByText(/results? for 'hinge vs logistic'/).waitFor();
    assert.match(await page.textContent('#mdbook-searchresults'), /Hinge loss/, 'no page says vs');
    await page.keyboard.press('Escape');
    assert.ok(await page.isHidden('#mdbook-searchbar'));
  },
  'an address with words marks them': async ({ open }) => {
    const page = await open(`${CHAPTER}?highlight=threshold`);
    await page.waitForSelector('mark');
  },
  'the hidden lines of a program are fetched when they are asked for': async ({ open, requested }) => {
    const page = await open(CHAPTER);
    const program = page.locator('pre:has(.boring)').first();
    assert.doesNotMatch(await program.textContent(), /extern crate losses;/);
    await program.scrollIntoViewIfNeeded();
    await program.locator('[title="Show hidden lines"]').click();
    await page.waitForFunction(() => document.querySelector('pre .boring').textContent.includes('extern crate losses;'));
    assert.match(await program.innerText(), /extern crate losses;/);
    assert.equal(requested().filter((url) => /huber\.lines-\w+\.js$/.test(url)).length, 1);
  },
  'a program is colored when it comes near, and copied': async ({ open }) => {
    const page = await open(CHAPTER);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const program = page.locator('pre:has(.language-rust)').last();
    assert.equal(await program.locator('.token').count(), 0, 'it is colored before anybody sees it');
    await program.scrollIntoViewIfNeeded();
    await program.locator('.token').first().waitFor();
    await program.locator('.clip-button').click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(copied.length > 40 && (await program.innerText()).includes(copied.split('\n')[0]), copied);
    const told = program.locator('.clip-button.tooltipped');
    assert.equal(await told.innerText(), 'Copied!');
    await page.mouse.move(0, 0);
    await told.waitFor({ state: 'detached' });
  },
  'the menu bar is never in the middle of the text': async ({ open }) => {
    const page = await open(CHAPTER, { viewport: { width: 390, height: 844 } });
    await page.mouse.move(200, 400);
    const jump = async (to) => {
      await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), to);
      // What comes into view may move the page once more.
      await page.waitForTimeout(300);
      return page.evaluate(() => document.getElementById('mdbook-menu-bar').getBoundingClientRect().top);
    };
    for (const to of [4000, 3400, 9000, 8700]) {
      const top = await jump(to);
      assert.ok(top <= 0, `it is ${top} pixels down after a jump to ${to}`);
    }
  },
  'the theme changes and is kept': async ({ open }) => {
    const page = await open(CHAPTER);
    await page.click('#mdbook-theme-toggle');
    await page.click('#mdbook-theme-navy');
    await page.reload();
    assert.ok(await page.evaluate(() => document.documentElement.classList.contains('navy')));
  },
  'an arrow key goes on to the next page': async ({ open }) => {
    const page = await open(CHAPTER);
    await page.keyboard.press('ArrowRight');
    await page.waitForURL((url) => !url.pathname.endsWith(CHAPTER));
  },
  'without scripts the contents open and lead on': async ({ open }) => {
    const page = await open(CHAPTER, { javaScriptEnabled: false });
    await page.locator('#mdbook-sidebar-toggle').click();
    const contents = page.frameLocator('.sidebar-iframe-outer');
    await contents.getByText('Triplet loss').waitFor();
  },
};

const { browser } = await launch();
const site = await serve(process.argv[2]);
let failed = 0;
for (const [name, test] of Object.entries(TESTS)) {
  const contexts = [];
  const urls = [];
  const errors = [];
  const open = async (path, options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    contexts.push(context);
    const page = await context.newPage();
    page.on('request', (request) => urls.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${site.origin}/${path}`);
    return page;
  };
  try {
    await test({ open, requested: () => urls });
    assert.deepEqual(errors, []);
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.message}`);
  }
  await Promise.all(contexts.map((context) => context.close()));
}
await browser.close();
site.close();
process.exitCode = failed > 0 ? 1 : 0;
