// Studies with the built site in Chromium, as a reader does: quizzes by
// keyboard, by mouse and on a phone, progress, review over simulated days, and
// everything that can go wrong with what a browser stores.
//
//   cargo book test --browser             builds the site and runs this, too
//   npm ci --prefix scripts/browser       is needed once
//   node scripts/browser/study.mjs SITE [NAME …]
//
// NAME is a part of a test's name; without one all tests run.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Missing, launch } from './rules.mjs';
import { serve } from './site.mjs';

const CHAPTER = 'regression/huber.html';
const MOCK = 'study/mock_interview.html';
const KEY = 'loss-functions-quiz-1';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const DAY = 24 * 60 * 60 * 1000;

const one = '#huber-quiz-gradient';
const number = '#huber-quiz-tail';
const several = '#huber-quiz-robust';
const order = '#huber-quiz-choose';
const match = '#huber-quiz-estimates';
const aloud = '#huber-quiz-aloud';

const TESTS = {
  'a question is answered by keyboard alone, and the focus stays': async ({ open }) => {
    const page = await open(CHAPTER);
    await page.focus(`${one} input`);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    assert.equal(page.url().split('/').pop(), 'huber.html', 'an arrow key leads to another chapter');
    await page.keyboard.press('Enter');
    assert.match(await status(page, one), /^Right\.\s*B is right: /);
    assert.equal(await page.evaluate(() => document.activeElement.value), 'B');

    await goTo(page, number);
    await page.focus(`${number} input`);
    await page.keyboard.type('5/2');
    assert.equal(await page.inputValue(`${number} input`), '5/2', 'a key is taken by a shortcut of mdBook');
    await page.keyboard.press('Enter');
    assert.match(await status(page, number), /^Right\./);

    await goTo(page, order);
    await page.focus(`${order} select`);
    await page.keyboard.type('1');
    assert.equal(await page.inputValue(`${order} select >> nth=0`), '1');
    await page.focus(`${aloud} summary`);
    await page.keyboard.press('Enter');
    await page.locator(aloud).getByRole('button', { name: 'Had it' }).press('Enter');
    assert.match(await status(page, aloud), /^Right\./);
  },

  'results are announced in a region that was there before': async ({ open }) => {
    const page = await open(CHAPTER);
    const region = page.locator(`${number} [role=status]`);
    await goTo(page, number);
    assert.equal(await region.count(), 1);
    assert.equal(await region.textContent(), '');
    await page.locator(number).getByRole('button', { name: 'Check' }).click();
    assert.match(await region.textContent(), /Write a number/);
    const name = await page.locator(one).getByRole('radio').first().evaluate((it) => it.labels[0].textContent.trim());
    assert.match(name, /^A It is ignored/);
    assert.equal(await page.locator(`${one} legend`).count(), 1);
  },

  'wrong, then right: the reason of what was chosen, and no other': async ({ open }) => {
    const page = await open(CHAPTER);
    await choose(page, one, 'A');
    assert.match(await status(page, one), /^Missed\.\s*A is wrong: That is a redescending loss/);
    assert.doesNotMatch(await status(page, one), /B is right/);
    assert.equal(await page.getAttribute(one, 'data-state'), 'Missed');
    await choose(page, one, 'B');
    assert.equal(await page.getAttribute(one, 'data-state'), 'Right');
    assert.deepEqual((await stored(page))['huber-quiz-gradient'].map((it) => it[1]), [1, 3]);
  },

  'several options: too few, too many, none, and all that are right': async ({ open }) => {
    const page = await open(CHAPTER);
    await check(page, several);
    assert.match(await status(page, several), /Choose first/);
    await choose(page, several, 'A');
    assert.match(await status(page, several), /^Missed\.\s*Not all that are right\./);
    await choose(page, several, 'B');
    assert.match(await status(page, several), /^Missed\.\s*B is wrong/);
    await page.locator(several).getByRole('checkbox').nth(1).uncheck();
    await choose(page, several, 'C');
    assert.match(await status(page, several), /^Right\./);
  },

  'a number is read as people write it': async ({ open }) => {
    const page = await open(CHAPTER);
    await goTo(page, number);
    const judged = async (text) => {
      await page.fill(`${number} input`, text);
      await check(page, number);
      return status(page, number);
    };
    for (const text of ['2.5', '5/2', '2,5', '2.50', ' 2.5 ', '25e-1', '2.503', '2,503', '+2.5', '250 %']) {
      assert.match(await judged(text), /^Right\./, text);
    }
    for (const text of ['2.6', '-2.5', '−2.5', '25', '2.5/2', '25,000']) {
      assert.match(await judged(text), /^Missed\./, text);
    }
    for (const text of ['', 'abc', '5/', '/2', '1/2/3', '5/0', '1e', '<b>']) {
      assert.match(await judged(text), /^Write a number/, text);
    }
    assert.match(await judged('4.5'), /^Missed\.\s*4\.5 is wrong: that is half the square/);
    const sign = '#huber-quiz-sign';
    await goTo(page, sign);
    for (const text of ['-3.5', '−3.5', '-7/2']) {
      await page.fill(`${sign} input`, text);
      await check(page, sign);
      assert.match(await status(page, sign), /^Right\./, text);
    }
  },

  'order and match, by mouse': async ({ open }) => {
    const page = await open(CHAPTER);
    for (const question of [order, match]) {
      await check(page, question);
      assert.match(await status(page, question), /Choose for each/);
      const right = (await page.getAttribute(question, 'data-answer')).split(' ');
      await fillSelects(page, question, right.with(0, right[1]).with(1, right[0]));
      assert.match(await status(page, question), /^Missed\.\s*2 of 4 are right/);
      await fillSelects(page, question, right);
      assert.match(await status(page, question), /^Right\.\s*\S/);
    }
  },

  'on a phone: every control is within reach, and a finger answers': async ({ open }) => {
    const page = await open(CHAPTER, { context: PHONE });
    await page.locator(`${one} label`).nth(1).tap();
    await page.locator(one).getByRole('button', { name: 'Check' }).tap();
    assert.match(await status(page, one), /^Right\./);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page scrolls sideways');
    const small = await page.locator('.question :is(button, select, .options label, summary, [type=text])').evaluateAll((all) =>
      all.filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < 24).map((it) => it.textContent));
    assert.deepEqual(small, [], 'too small for a finger');
  },

  'answers survive a reload; the missed are retried alone': async ({ open }) => {
    const page = await open(CHAPTER);
    await choose(page, one, 'B');
    await choose(page, several, 'B');
    await page.reload();
    assert.equal(await page.getAttribute(one, 'data-state'), 'Right');
    assert.equal(await page.getAttribute(several, 'data-state'), 'Missed');
    const summary = page.locator('.quiz-summary');
    assert.match(await summary.textContent(), /^1 of 9 right, 7 not answered yet/);
    await summary.getByRole('button').click();
    assert.equal(await page.locator(one).isVisible(), false);
    assert.equal(await page.locator(several).isVisible(), true);
    assert.notEqual(await page.evaluate(() => document.activeElement), null);
    assert.equal(await page.evaluate(() => document.activeElement.closest('.question')?.id), 'huber-quiz-tail');
    await summary.getByRole('button').click();
    assert.equal(await page.locator(one).isVisible(), true);
  },

  'two tabs do not undo each other': async ({ open }) => {
    const first = await open(CHAPTER);
    const second = await open(CHAPTER, { context: first.context() });
    await choose(first, one, 'B');
    await second.waitForFunction((it) => document.querySelector(it).dataset.state === 'Right', one);
    await choose(second, several, 'B');
    await choose(first, one, 'A');
    const answers = await stored(first);
    assert.deepEqual(answers['huber-quiz-gradient'].map((it) => it[1]), [3, 1]);
    assert.equal(answers['huber-quiz-robust'].length, 1);
  },

  'without any storage the quiz works, and remembers until the page is left': async ({ open }) => {
    for (const script of [
      () => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError'); } }),
      () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
      () => Object.defineProperty(window, 'localStorage', { value: null }),
    ]) {
      const page = await open(CHAPTER, { script });
      await choose(page, one, 'A');
      await choose(page, several, 'B');
      assert.match(await page.locator('.quiz-summary').textContent(), /^0 of 9 right, 7 not answered yet/);
      const progress = await open('study/progress.html', { script });
      assert.match(await progress.locator('#study-summary').textContent(), /0 of \d+ questions answered/);
      const review = await open('study/review.html', { script });
      assert.match(await review.locator('#study-review').textContent(), /Nothing to review yet/);
    }
  },

  'a damaged or foreign store breaks nothing and is kept aside': async ({ open }) => {
    const hostile = '{"version":1,"answers":{"huber-quiz-gradient":[[1,"<img src=x onerror=alert(1)>"]]}}';
    for (const text of ['', '{', 'null', '7', '[]', '"x"', '{"version":2,"answers":{}}', '{"version":1}', hostile,
      '{"version":1,"answers":{"a":[[1,4]]}}', '{"version":1,"answers":{"a":[[null,1]]}}',
      '{"version":1,"answers":{"__proto__":[[1,1]]}}', '{"version":1,"answers":{"a":[]}}', '{"version":1,"answers":null}']) {
      const page = await open(CHAPTER, { store: text });
      assert.match(await page.locator('.quiz-summary').textContent(), /cannot be read, and is kept aside/, text);
      await choose(page, one, 'B');
      assert.equal((await stored(page))['huber-quiz-gradient'].length, 1);
      const kept = await page.evaluate((key) => Object.entries(localStorage).filter(([it]) => it.startsWith(`${key}-kept-`)), KEY);
      assert.deepEqual(kept.map((it) => it[1]), [text]);

      await page.goto(new URL('../study/progress.html', page.url()).href);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Export it' }).click(),
      ]);
      assert.equal(await readFile(await download.path(), 'utf8'), text);
      await page.getByRole('button', { name: 'Delete it' }).click();
      assert.equal(await page.getByRole('button', { name: 'Export it' }).count(), 0);
      await page.context().close();
    }
  },

  'a damaged store that cannot be kept aside stays where it is': async ({ open }) => {
    const page = await open(CHAPTER, {
      store: '{broken',
      script: () => {
        // There is room for little more: not for a second copy.
        const setItem = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, value) {
          if (key.includes('-kept-')) throw new DOMException('full', 'QuotaExceededError');
          setItem.call(this, key, value);
        };
      },
    });
    await choose(page, one, 'B');
    assert.equal(await page.getAttribute(one, 'data-state'), 'Right');
    assert.equal(await page.evaluate((key) => localStorage.getItem(key), KEY), '{broken');
  },

  'without JavaScript the questions, options and answers are there': async ({ open }) => {
    const page = await open(CHAPTER, { context: { javaScriptEnabled: false } });
    assert.equal(await page.locator('.question').count(), 9);
    assert.equal(await page.locator('.quiz-status, .quiz-summary, .question button').count(), 0);
    await page.locator(`${one} summary`).click();
    assert.match(await page.locator(`${one} details`).innerText(), /B is right: The slope/);
    const review = await open('study/review.html', { context: { javaScriptEnabled: false } });
    assert.match(await review.locator('main').innerText(), /every question stands in one of these quizzes/);
    await review.locator('.quiz-page').getByText('Huber loss').click();
    await review.waitForURL(/huber/);
    assert.equal(await review.locator('.question').count(), 9);
    const progress = await open('study/progress.html', { context: { javaScriptEnabled: false } });
    assert.ok(await progress.locator('.quiz-index li').count() >= 9);
  },

  'on paper the answers are open and nothing is left to press': async ({ open }) => {
    const page = await open(CHAPTER);
    await page.emulateMedia({ media: 'print' });
    assert.match(await page.locator(`${one} details`).innerText(), /B is right: The slope/);
    assert.equal(await page.locator(`${one} button`).isVisible(), false);
    assert.equal(await page.locator('.quiz-summary').isVisible(), false);
    const whole = await open('print.html');
    assert.equal(await whole.locator('.question button').count(), 0);
    const n = await whole.locator('[id$="huber-quiz-gradient"]').evaluateAll((all) => all.filter((it) => it.checkVisibility()).length);
    assert.equal(n, 1, 'the question is printed once');
  },

  'progress: counted by loss and by level, exported, imported, reset': async ({ open }) => {
    const page = await open(CHAPTER);
    await choose(page, one, 'B');
    await choose(page, several, 'B');
    await page.goto(new URL('../study/progress.html', page.url()).href);
    const summary = page.locator('#study-summary');
    assert.match(await summary.textContent(), /2 of \d+ questions answered, 1 weak/);
    const row = (name) => page.locator('tr', { has: page.getByRole('cell', { name, exact: true }) }).locator('td').allTextContents();
    assert.deepEqual(await row('Huber loss'), ['Huber loss', '9', '2', '1', '1']);
    assert.deepEqual((await row('deep')).slice(2), ['1', '0', '1']);
    assert.deepEqual((await row('screen')).slice(2), ['1', '1', '0']);
    assert.equal(await page.locator('#study-weak a').getAttribute('href'), '../regression/huber.html#huber-quiz-robust');

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export' }).click()]);
    const exported = await readFile(await download.path(), 'utf8');
    assert.equal(Object.keys(JSON.parse(exported).answers).length, 2);

    await page.getByRole('button', { name: 'Reset' }).click();
    assert.match(await summary.textContent(), /2 of \d+ questions answered/, 'one press must not forget');
    await page.getByRole('button', { name: 'Forget everything' }).click();
    assert.match(await summary.textContent(), /0 of \d+ questions answered, 0 weak/);

    const upload = (text) => page.setInputFiles('input[type=file]', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await upload('{"version":1,"answers":{"x":"<img>"}}');
    await page.getByText('is not an export of this book').waitFor();
    assert.match(await summary.textContent(), /0 of \d+ questions answered/);
    await upload(exported);
    await page.getByText('Imported: 2 questions').waitFor();
    await upload(exported);
    assert.match(await summary.textContent(), /2 of \d+ questions answered, 1 weak/);
    assert.deepEqual(await stored(page), JSON.parse(exported).answers);

    // What was imported must not hang on a press that was asked about before.
    await page.getByRole('button', { name: 'Reset' }).click();
    await upload(exported);
    await page.getByText('Imported: 2 questions').waitFor();
    await page.getByRole('button', { name: 'Reset' }).click();
    assert.match(await summary.textContent(), /2 of \d+ questions answered/, 'an import leaves the reset armed');
    const counts = page.locator('.quiz-counts');
    assert.equal(await counts.getByRole('link', { name: 'Huber loss', exact: true }).getAttribute('href'), '../regression/huber.html#quiz');
    assert.equal(await counts.locator('[role=group]').count(), 0, 'a table that fits looks as if it scrolled');
    await page.setViewportSize({ width: 360, height: 700 });
    const wide = counts.locator('.table-wrapper[tabindex="0"]');
    // Asked again and again from here: `waitFor` counts frames, and a busy machine paints none.
    for (const end = Date.now() + 30_000; await wide.count() === 0;) assert.ok(Date.now() < end, 'a wide table cannot be scrolled by keys');
  },

  'review: what was answered comes back, the missed sooner, over days': async ({ open }) => {
    const start = new Date('2030-03-01T09:00:00').getTime();
    const page = await open(CHAPTER, { time: start });
    await choose(page, one, 'B');
    await choose(page, several, 'B');
    const review = new URL('../study/review.html', page.url()).href;
    await page.goto(review);
    assert.match(await text(page), /Nothing is due\. Next: 1 question on 2030-03-02/, 'what was missed is due tomorrow');

    await setDay(page, start + DAY);
    await page.goto(review);
    assert.match(await text(page), /1 question to go, 0 done/);
    assert.equal(await page.locator('.question').getAttribute('id'), 'huber-quiz-robust');
    await choose(page, several, 'B');
    await page.getByRole('button', { name: 'Next' }).click();
    assert.match(await text(page), /1 question to go, 0 done/, 'what is missed comes again in the round');
    await choose(page, several, 'A');
    assert.match(await status(page, several), /Not all that are right/);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.locator(several).getByRole('checkbox').nth(0).check();
    await choose(page, several, 'C');
    await page.getByRole('button', { name: 'Next' }).press('Enter');
    assert.match(await text(page), /^Done: 0 of 1 question right at once\. Nothing is due\. Next: /);
    assert.deepEqual((await stored(page))['huber-quiz-robust'].map((it) => it[1]), [1, 1, 3]);

    // Known ones come back later and later.
    const intervals = [];
    let now = start + DAY;
    for (let round = 0; round < 6; round += 1) {
      const due = /on (\d{4}-\d\d-\d\d)\./.exec(await text(page))[1];
      const next = new Date(`${due}T09:00:00`).getTime();
      assert.ok(next > now, 'the next day is in the future');
      now = next;
      await setDay(page, now - DAY);
      await page.goto(review);
      assert.match(await text(page), /Nothing is due/, 'a day too early');
      await setDay(page, now);
      await page.goto(review);
      while (await page.locator('.question').count()) {
        const id = await page.locator('.question').getAttribute('id');
        if (id === 'huber-quiz-gradient') {
          intervals.push(now);
          await choose(page, one, 'B');
        } else {
          await page.locator(several).getByRole('checkbox').nth(0).check();
          await choose(page, several, 'C');
        }
        await page.getByRole('button', { name: 'Next' }).click();
      }
    }
    const gaps = intervals.map((it, at) => it - (intervals[at - 1] ?? start));
    assert.ok(gaps.length >= 2, `${gaps.length} reviews of a known question`);
    assert.ok(gaps.every((gap, at) => at === 0 || gap > gaps[at - 1]), `the gaps grow: ${gaps.map((it) => Math.round(it / DAY))}`);
  },

  'review: works offline, from a folder, and ahead of time': async ({ open, folder, context }) => {
    const page = await open(CHAPTER);
    await choose(page, one, 'B');
    await page.goto(new URL('../study/review.html', page.url()).href);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Practice ahead' }).click();
    await choose(page, one, 'B');
    await page.getByRole('button', { name: 'Next' }).click();
    assert.match(await text(page), /Nothing is due/);

    const file = await (await context()).newPage();
    await file.goto(pathToFileURL(join(folder, CHAPTER)).href);
    await choose(file, one, 'B');
    await file.goto(pathToFileURL(join(folder, 'study/review.html')).href);
    await file.getByRole('button', { name: 'Practice ahead' }).click();
    await choose(file, one, 'B');
  },

  'review: only chapters with answers are fetched, and what cannot be is tried again': async ({ open, errors }) => {
    const page = await open(CHAPTER);
    await choose(page, one, 'B');
    const asked = [];
    page.on('request', (request) => asked.push(request.url().split('/').pop()));
    const file = '**/questions.regression.huber-*.js';
    await page.route(file, (route) => route.abort());
    await page.goto(new URL('../study/review.html', page.url()).href);
    await page.getByRole('button', { name: 'Practice ahead' }).click();
    await page.getByText('The next question could not be loaded.').waitFor();
    assert.match(errors.splice(0).join(), /ERR_FAILED/);
    await page.unroute(file);
    await page.getByRole('button', { name: 'Try again' }).click();
    await choose(page, one, 'B');
    assert.match([...new Set(asked.filter((it) => it.startsWith('questions.')))].join(), /^questions\.regression\.huber-\w+\.js$/);
  },

  'review: the weak come first, due or ahead': async ({ open }) => {
    const start = new Date('2030-03-01T09:00:00').getTime();
    const page = await open(CHAPTER, { time: start });
    const review = new URL('../study/review.html', page.url()).href;
    const first = () => page.locator('.question').getAttribute('id');
    await choose(page, one, 'B');
    await setDay(page, start + 8 * DAY);
    await choose(page, several, 'B');
    await page.goto(review);
    assert.match(await text(page), /1 question to go/, 'the known one is due, the missed one tomorrow');
    assert.equal(await first(), 'huber-quiz-gradient');
    await setDay(page, start + 9 * DAY);
    await page.goto(review);
    assert.match(await text(page), /2 questions to go/);
    assert.equal(await first(), 'huber-quiz-robust', 'the known one is due for longer, the missed one comes first');

    // Today the other one is missed at first.
    await page.locator(several).getByRole('checkbox').nth(0).check();
    await choose(page, several, 'C');
    await page.getByRole('button', { name: 'Next' }).click();
    await choose(page, one, 'A');
    await choose(page, one, 'B');
    await page.getByRole('button', { name: 'Next' }).click();
    assert.match(await text(page), /1 question to go, 1 done/);
    await choose(page, one, 'B');
    await page.getByRole('button', { name: 'Next' }).click();
    assert.match(await text(page), /^Done: 1 of 2 questions right at once\. Nothing is due/);
    await page.getByRole('button', { name: 'Practice ahead' }).click();
    assert.match(await text(page), /2 questions to go/);
    assert.equal(await first(), 'huber-quiz-gradient', 'what was missed today comes first');
  },

  'mock interview: a whole round by keyboard, with the answers of the chapters': async ({ open }) => {
    const page = await open(`${MOCK}#seed=abc&length=2&levels=screen,core&pages=regression/huber`);
    const press = (name) => page.getByRole('button', { name }).press('Enter');
    await press('Start');
    for (const number of [1, 2]) {
      const heading = page.getByRole('heading', { name: `Question ${number} of 2` });
      await heading.waitFor();
      assert.ok(await heading.evaluate((it) => it === document.activeElement), 'the focus is at the question');
      assert.equal(await page.getByRole('group', { name: 'What you said' }).isVisible(), false, 'graded before anything was shown');
      for (const part of ['short answer', 'depth', 'follow-up', 'trap']) {
        await press(`Show the ${part}`);
        await page.getByText(`The ${part} is shown.`).waitFor();
      }
      const answer = page.locator('.mock-answer');
      assert.match(await answer.locator('p', { hasText: 'Trap.' }).innerText(), /^Trap\. ./);
      assert.ok(await answer.locator('div:visible > p').count() >= 4);
      if (number === 1) {
        await page.getByLabel('I answered the follow-up').press('Space');
        await press('Next question');
      }
    }
    await press('To the summary');
    const summary = await page.locator('#study-mock').innerText();
    assert.match(summary, /^1 of 8 points\.$/m);
    assert.match(summary, /Huber loss\s+1 of 8/);
    const links = page.locator('#study-mock ol a');
    assert.equal(await links.count(), 2);
    assert.match(await links.first().getAttribute('href'), /regression\/huber\.html#huber-/);
    assert.match(await page.locator('#study-mock ol li').first().innerText(), /\(Huber loss, 0 of 4\)$/, 'a question names its page');
  },

  'mock interview: an address pasted into the open page, the link of the summary, and Back': async ({ open }) => {
    const page = await open(MOCK);
    const note = page.getByText('This address holds a round');
    const question = () => page.locator('.mock-question').innerText();
    await page.evaluate(() => { location.hash = 'seed=abc&length=1&levels=core'; });
    await note.waitFor();
    await page.getByRole('button', { name: 'Start' }).click();
    const asked = await question();
    // The place of a heading is no round.
    await page.evaluate(() => { location.hash = 'all-questions'; });
    await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
    assert.equal(await question(), asked);
    await page.goBack();
    await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
    assert.equal(await question(), asked, 'back from a heading the round goes on');

    await page.getByRole('button', { name: 'Show the short answer' }).click();
    await page.getByRole('button', { name: 'To the summary' }).click();
    await page.getByRole('link', { name: 'this address' }).click();
    await note.waitFor();
    await page.getByRole('button', { name: 'Start' }).click();
    assert.equal(await question(), asked);
    await page.evaluate(() => { location.hash = 'seed=b&length=2'; });
    await note.waitFor();
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('heading', { name: 'Question 1 of 2' }).waitFor();
  },

  'a long proof is folded, after the reason': async ({ open }) => {
    const page = await open('regression/mae.html');
    const answer = page.locator('#mae-quiz-least details').first();
    await answer.locator('summary').first().click();
    assert.match(await answer.innerText(), /^Answer\s+8\.5\s+Every constant/);
    const proof = answer.locator('code', { hasText: 'absolute_error' });
    assert.equal(await proof.isVisible(), false);
    await answer.getByText('How the build computed it').click();
    assert.equal(await proof.isVisible(), true);
    await goTo(page, '#mae-quiz-least');
    await page.fill('#mae-quiz-least input', '10.5');
    await check(page, '#mae-quiz-least');
    assert.doesNotMatch(await status(page, '#mae-quiz-least'), /build/);
    assert.match(await page.locator('#mae-quiz-pinball details').first().textContent(), /which the build computed as pinball/);
  },

  'mock interview: the address repeats a round, and nonsense in it is passed over': async ({ open }) => {
    const asked = async (hash) => {
      const page = await open(`${MOCK}#${hash}`);
      await page.getByRole('button', { name: 'Start' }).click();
      return { question: await page.locator('.mock-question').innerText(), address: page.url().split('#')[1] };
    };
    const first = await asked('seed=abc');
    assert.deepEqual(await asked(first.address), first);
    const others = await Promise.all(['b', 'c', 'd'].map((seed) => asked(`seed=${seed}`)));
    assert.ok(others.some((it) => it.question !== first.question), 'every seed asks the same');
    const nonsense = await asked('seed=abc&length=-3&minutes=x&levels=<b>&pages=../etc');
    assert.equal(nonsense.question, first.question);
    assert.match(nonsense.address, /length=6&minutes=3/);
  },

  'mock interview: without a level there is no round, and without JavaScript there is a list': async ({ open }) => {
    const page = await open(MOCK);
    await page.getByRole('group', { name: 'Levels' }).getByRole('button').click();
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByText('choose more of them').waitFor();
    const list = await open(MOCK, { context: { javaScriptEnabled: false } });
    assert.ok(await list.locator('.interview-index li').count() > 150);
  },

  'mock interview: from a folder the answer is a link': async ({ context, folder }) => {
    const file = await (await context()).newPage();
    await file.goto(`${pathToFileURL(join(folder, MOCK)).href}#seed=abc&length=1`);
    await file.getByRole('button', { name: 'Start' }).click();
    await file.getByRole('button', { name: 'Show the short answer' }).click();
    await file.getByText('The answer is on its page').waitFor();
    assert.ok(await file.getByRole('button', { name: 'To the summary' }).isVisible());
  },

  'the scripts run under a strict policy, and ts-fsrs on its page alone': async ({ open, folder }) => {
    for (const path of [CHAPTER, 'study/progress.html', 'study/review.html']) {
      const html = await readFile(join(folder, path), 'utf8');
      assert.equal(html.includes('ts-fsrs.js'), path === 'study/review.html', path);
      const main = html.slice(html.indexOf('<main>'), html.indexOf('</main>'));
      assert.doesNotMatch(main, / on[a-z]+=|<script>/, `${path} has inline script`);
    }
    for (const file of ['theme/quiz.js', 'src/study/progress.js', 'src/study/review.js', 'src/study/days.js', 'src/study/mock_interview.js']) {
      const code = await readFile(new URL(`../../${file}`, import.meta.url), 'utf8');
      assert.doesNotMatch(code, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/, file);
    }
    await open(CHAPTER);
  },

  'script and style take at most 4 KB on a chapter page': async ({ folder }) => {
    // As the finished site serves them: the sheet is a part of another there.
    const script = (await readdir(join(folder, 'theme'))).find((it) => /^quiz-.*\.js$/.test(it));
    const sheet = await readFile(new URL('../../theme/quiz.css', import.meta.url), 'utf8');
    const parts = [await readFile(join(folder, 'theme', script)), sheet.replace(/\/\*[^]*?\*\//g, '')];
    const total = parts.map((it) => gzipSync(it).length).reduce((a, b) => a + b);
    assert.ok(total <= 4096, `${total} bytes`);
  },
};

async function choose(page, question, letter) {
  await page.check(`${question} input[value=${letter}]`);
  await check(page, question);
}

/** Goes to a question: it is set up when it comes near. */
async function goTo(page, question) {
  await page.locator(question).scrollIntoViewIfNeeded();
  await page.locator(`${question} .quiz-status`).waitFor({ state: 'attached' });
}

async function check(page, question) {
  await goTo(page, question);
  await page.locator(question).getByRole('button', { name: 'Check' }).click();
}

async function status(page, question) {
  return (await page.locator(`${question} .quiz-status`).innerText()).trim();
}

async function fillSelects(page, question, values) {
  await goTo(page, question);
  for (const [at, value] of values.entries()) await page.locator(`${question} select`).nth(at).selectOption(value);
  await check(page, question);
}

async function stored(page) {
  return page.evaluate((key) => JSON.parse(localStorage.getItem(key)).answers, KEY);
}

async function text(page) {
  return page.locator('#study-review [role=status]').first().innerText();
}

async function setDay(page, time) {
  await page.clock.setFixedTime(time);
}

/** Runs the tests whose name holds one of `parts`, or all, and returns how many failed. */
export async function study(folder, browser, parts = []) {
  const site = await serve(folder);
  let nFailed = 0;
  const chosen = Object.entries(TESTS).filter(([name]) => parts.length === 0 || parts.some((part) => name.includes(part)));
  for (const [name, test] of chosen) {
    const errors = [];
    const contexts = [];
    const context = async (options = {}) => {
      contexts.push(await browser.newContext(options));
      return contexts.at(-1);
    };
    const open = async (path, { context: given = {}, script, store, time } = {}) => {
      const own = given.newPage ? given : await context(given);
      if (script) await own.addInitScript(script);
      const page = await own.newPage();
      page.on('pageerror', (error) => errors.push(`${path}: ${error.message}`));
      // What the policy of the page refuses is an error of the console.
      page.on('console', (it) => it.type() === 'error' && errors.push(`${path}: ${it.text()}`));
      page.on('dialog', (dialog) => errors.push(`${path} opened a dialog: ${dialog.message()}`));
      if (time) await page.clock.setFixedTime(time);
      if (store !== undefined) {
        await page.goto(`${site.origin}/404.html`);
        await page.evaluate(([key, value]) => { localStorage[key] = value; }, [KEY, store]);
      }
      // The whole book on one page takes its time.
      await page.goto(`${site.origin}/${path}`, { timeout: 240_000 });
      return page;
    };
    try {
      await test({ open, context, folder, errors });
      assert.deepEqual(errors, [], 'errors on the page');
      console.log(`ok      ${name}`);
    } catch (error) {
      nFailed += 1;
      console.log(`FAILED  ${name}\n        ${String(error.message).replaceAll('\n', '\n        ')}\n        ${error.stack.split('\n').find((it) => it.includes('study.mjs:')) ?? ''}`);
    }
    await Promise.all(contexts.map((it) => it.close()));
  }
  await browser.close();
  site.close();
  console.log(`study: ${chosen.length - nFailed} passed, ${nFailed} failed`);
  return nFailed;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, ...parts] = process.argv.slice(2);
  const stop = (text) => {
    console.error(text);
    process.exit(2);
  };
  if (!folder) stop('usage: node study.mjs SITE [NAME …]');
  const { browser } = await launch().catch((error) => {
    if (error instanceof Missing) stop(error.message);
    throw error;
  });
  process.exitCode = (await study(folder, browser, parts)) > 0 ? 1 : 0;
}
