// The mock interview: random questions of the list on the page, a clock, the
// answer part by part, and grades. The answers are read from the chapters'
// own pages, so they are written in one place.
'use strict';

(() => {
  const { make, button } = window.lossQuiz;
  const LEVELS = ['screen', 'core', 'deep', 'coding', 'debugging'];
  const PARTS = ['short answer', 'depth', 'follow-up', 'trap'];
  const POINTS = [
    'The short answer was right and took less than half a minute',
    'I gave the depth, or most of it',
    'I answered the follow-up',
    'I did not fall into the trap',
  ];
  const place = document.getElementById('study-mock');
  // The whole book on one page, print.html, is for paper.
  if (!place || document.querySelectorAll('main h1').length > 1) return;

  const pages = [...document.querySelectorAll('.interview-index > p')].map((heading) => ({
    name: heading.querySelector('a').pathname.split('/').slice(-2).join('/').replace('.html', ''),
    link: heading.querySelector('a'),
    questions: [...heading.nextElementSibling.children].map((item) => ({
      level: item.dataset.level,
      link: item.querySelector('a'),
    })),
  }));
  // The round that goes on, as its address says it; another address ends it.
  let current;
  let timer;
  addEventListener('hashchange', () => {
    const isRound = /^#?$|[#&](seed|length)=/.test(location.hash);
    if (isRound && location.hash !== current) prepare();
  });
  // A task of its own: a phone has just laid out the page.
  setTimeout(prepare);

  /** The form: what to ask about, how deep, how much. */
  function prepare() {
    const wish = wished();
    current = undefined;
    const boxes = (legend, names, labels, chosen) => {
      const set = make('fieldset', {}, make('legend', {}, legend));
      for (const [at, name] of names.entries()) {
        const box = make('input', { type: 'checkbox', value: name, checked: !chosen || chosen.includes(name) });
        set.append(make('label', {}, box, ' ', labels[at]), ' ');
      }
      const all = button('All or none', () => {
        const inputs = [...set.querySelectorAll('input')];
        const isAll = inputs.every((it) => it.checked);
        for (const input of inputs) input.checked = !isAll;
      });
      set.append(all);
      return set;
    };
    const field = (label, value, most) => {
      const input = make('input', { type: 'number', min: 1, max: most, value });
      return { input, label: make('label', {}, label, ' ', input) };
    };
    const about = boxes('About', pages.map((it) => it.name), pages.map((it) => it.link.textContent), wish.pages);
    const levels = boxes('Levels', LEVELS, LEVELS, wish.levels);
    const length = field('Questions', wish.length, 50);
    const minutes = field('Minutes for each', wish.minutes, 60);
    const status = make('p', { role: 'status' });
    const checked = (set) => [...set.querySelectorAll('input:checked')].map((it) => it.value);
    const form = make('form', {}, levels, about, make('p', {}, length.label, ' ', minutes.label),
      make('p', {}, make('button', { type: 'submit' }, 'Start')), status);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const round = {
        seed: wish.seed || newSeed(),
        length: length.input.valueAsNumber || wish.length,
        minutes: minutes.input.valueAsNumber || wish.minutes,
        levels: checked(levels),
        pages: checked(about),
      };
      const questions = chosen(round);
      if (!questions.length) {
        status.textContent = 'No question is of these pages and levels: choose more of them.';
        return;
      }
      location.hash = address(round);
      current = location.hash;
      ask(questions, round, []);
    });
    const note = wish.seed ? [make('p', {}, 'This address holds a round: Start repeats its questions.')] : [];
    show(make('h2', {}, 'Prepare a round'), ...note, form);
  }

  /** One question after the other. */
  function ask(questions, round, grades) {
    const question = questions[grades.length];
    const heading = make('h2', { tabIndex: -1 }, `Question ${grades.length + 1} of ${questions.length}`);
    const clock = make('p', { role: 'timer' });
    const answer = make('div', { className: 'mock-answer' });
    const status = make('p', { role: 'status' });
    const rubric = make('fieldset', { hidden: true }, make('legend', {}, 'What you said'));
    for (const point of POINTS) rubric.append(make('p', {}, make('label', {}, make('input', { type: 'checkbox' }), ' ', point)));
    const next = button(grades.length + 1 < questions.length ? 'Next question' : 'To the summary', () => {
      stop();
      const points = rubric.querySelectorAll('input:checked').length;
      const graded = [...grades, { question, points }];
      if (graded.length < questions.length) ask(questions, round, graded);
      else summarize(graded, round);
    });
    next.hidden = true;
    const reveal = revealer(question, answer, status, (isLast) => {
      stop();
      rubric.hidden = next.hidden = false;
      if (isLast) reveal.hidden = true;
    });
    show(heading, make('p', { className: 'mock-question' }, question.link.textContent),
      make('p', {}, `${question.level}, from `, question.page.link.cloneNode(true)),
      clock, make('p', {}, reveal), status, answer, rubric, make('p', {}, next));
    heading.focus();

    const started = Date.now();
    const tick = () => {
      const seconds = Math.floor((Date.now() - started) / 1000);
      clock.textContent = `${minutesOf(seconds)} of ${minutesOf(round.minutes * 60)}`;
      clock.classList.toggle('late', seconds > round.minutes * 60);
    };
    timer = setInterval(tick, 500);
    tick();
  }

  /** The button that shows the answer, one part at a time. */
  function revealer(question, place, status, shown) {
    let parts;
    let n = 0;
    const label = () => `Show the ${PARTS[n]}`;
    const reveal = button(label(), async () => {
      reveal.disabled = true;
      try {
        parts ??= await answerOf(question.link, place);
      } catch {
        // A folder on disk: there a page may not read another one.
        place.append(make('p', {}, 'The answer is on ', linkTo(question.link, 'its page'), '.'));
        return shown(true);
      }
      reveal.disabled = false;
      parts[n].hidden = false;
      status.textContent = `The ${PARTS[n]} is shown.`;
      n += 1;
      if (n < PARTS.length) reveal.textContent = label();
      shown(n === PARTS.length);
    });
    return reveal;
  }

  /** The four parts of an answer, hidden, in `place`, with the styles of their page. */
  async function answerOf(link, place) {
    const response = await fetch(link.href.split('#')[0]);
    if (!response.ok) throw new Error(response.statusText);
    // The style sheet of the page goes over as such: the policy of this page
    // allows no other one inside a document that it parses.
    const SHEET = /<style>([^<]*)<\/style>/g;
    const html = await response.text();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync([...html.matchAll(SHEET)].map((it) => it[1]).join('\n'));
    const page = new DOMParser().parseFromString(html.replace(SHEET, ''), 'text/html');
    for (const name of ['href', 'src']) {
      for (const element of page.querySelectorAll(`[${name}]`)) {
        element.setAttribute(name, new URL(element.getAttribute(name), response.url));
      }
    }
    const parts = PARTS.map(() => make('div', { hidden: true }));
    let at = 0;
    for (let it = page.getElementById(link.hash.slice(1)).nextElementSibling; it && !/^H[123]$/.test(it.tagName);) {
      const following = it.nextElementSibling;
      const start = ['Depth.', 'Follow-up.', 'Trap.'].indexOf(it.querySelector(':scope > strong:first-child')?.textContent);
      if (it.tagName === 'P' && start >= 0) at = start + 1;
      parts[at].append(document.adoptNode(it));
      it = following;
    }
    const root = place.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const styles = [...page.querySelectorAll('head link[rel=stylesheet]:not([media=print])')];
    root.append(...styles.map((it) => document.adoptNode(it)), make('div', { className: 'content' }, make('main', { role: 'none' }, ...parts)));
    return parts;
  }

  /** What went well, what to read, and how to repeat the round. */
  function summarize(grades, round) {
    const heading = make('h2', { tabIndex: -1 }, 'Summary');
    const total = (list) => `${list.reduce((sum, it) => sum + it.points, 0)} of ${list.length * POINTS.length}`;
    const by = (title, key, cell) => {
      const groups = new Map();
      for (const grade of grades) groups.set(key(grade), [...(groups.get(key(grade)) ?? []), grade]);
      const head = make('tr', {}, make('th', { scope: 'col' }, title), make('th', { scope: 'col' }, 'Points'));
      const rows = [...groups.values()].map((list) => make('tr', {}, make('td', {}, cell(list[0])), make('td', {}, total(list))));
      return make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows));
    };
    const weak = grades.filter((it) => it.points < POINTS.length).sort((a, b) => a.points - b.points);
    const readings = weak.length
      ? [make('p', {}, 'Read again, the weakest first:'),
        make('ol', {}, ...weak.map((it) => make('li', {}, linkTo(it.question.link), ` (${it.question.page.link.textContent}, ${total([it])})`)))]
      : [make('p', {}, 'Every point of every question: take deeper levels next time.')];
    show(heading, make('p', {}, `${total(grades)} points.`),
      by('Page', (it) => it.question.page, (it) => linkTo(it.question.page.link)),
      by('Level', (it) => it.question.level, (it) => it.question.level),
      ...readings,
      make('p', {}, 'The same questions again: ', make('a', { href: `#${address(round)}`, onclick: prepare }, 'this address'), '.'),
      make('p', {}, button('The same round', () => ask(chosen(round), round, [])), ' ', button('A new round', () => {
        location.hash = address({ ...round, seed: '' });
      })));
    heading.focus();
  }

  /** The questions of a round: the same for the same seed, wishes and book. */
  function chosen({ seed, length, levels, pages: names }) {
    const pool = pages
      .filter((page) => names.includes(page.name))
      .flatMap((page) => page.questions.map((it) => ({ ...it, page })))
      .filter((it) => levels.includes(it.level));
    const random = randomOf(seed);
    for (let last = pool.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [pool[last], pool[other]] = [pool[other], pool[last]];
    }
    return pool.slice(0, length);
  }

  /** Numbers in [0, 1) from a text: mulberry32, seeded with an FNV hash. */
  function randomOf(text) {
    let state = 2166136261;
    for (const letter of text) state = Math.imul(state ^ letter.codePointAt(0), 16777619);
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  }

  function newSeed() {
    return crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
  }

  /** A round as the part of an address after the #; what is not limited is left out. */
  function address({ seed, length, minutes, levels, pages: names }) {
    const wish = new URLSearchParams({ length, minutes });
    if (seed) wish.set('seed', seed);
    if (levels.length < LEVELS.length) wish.set('levels', levels.join());
    if (names.length < pages.length) wish.set('pages', names.join());
    return wish;
  }

  /** What the address asks for; what it asks in vain is not there. */
  function wished() {
    const wish = new URLSearchParams(location.hash.slice(1));
    const number = (name, most, usual) => {
      const value = Math.round(Number(wish.get(name)));
      return value >= 1 && value <= most ? value : usual;
    };
    const some = (name, known) => {
      const names = wish.get(name)?.split(',').filter((it) => known.includes(it));
      return names?.length ? names : undefined;
    };
    return {
      seed: wish.get('seed') ?? '',
      length: number('length', 50, 6),
      minutes: number('minutes', 60, 3),
      levels: some('levels', LEVELS),
      pages: some('pages', pages.map((it) => it.name)),
    };
  }

  function minutesOf(seconds) {
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }

  function linkTo({ href, textContent }, words = textContent) {
    return make('a', { href }, words);
  }

  function stop() {
    clearInterval(timer);
  }

  function show(...elements) {
    stop();
    place.replaceChildren(...elements);
  }
})();
