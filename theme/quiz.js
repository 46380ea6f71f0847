// Checks the quizzes that crates/book/src/quiz/render.rs writes. Without it
// they are whole: this adds checking, reasons and a memory. What is stored or
// stands in the address never becomes HTML: elements are made, and cloned.
'use strict';

(() => {
  const PROGRESS = new URL('../study/progress.html', document.currentScript.src);
  const KEY = 'loss-functions-quiz-1';
  const MISSED = 1, PARTLY = 2, RIGHT = 3;
  const WORDS = [, 'Missed', 'Partly', 'Right'];

  // What was answered: { version: 1, answers: { id: [[time, grade], …] } }.
  // It is read anew before every change, so two tabs do not undo each other.
  const START = '{"version":1,"answers":{}}';
  const empty = () => JSON.parse(START);
  const isAnswer = (it) => Array.isArray(it) && it.length === 2 && Number.isFinite(it[0]) && WORDS[it[1]];
  const parse = (text) => {
    try {
      const { version, answers } = JSON.parse(text);
      const isSound = ([id, log]) => /^[a-z0-9-]+$/.test(id) && Array.isArray(log) && log.every(isAnswer) && log.length;
      return version === 1 && Object.entries(answers).every(isSound) ? { version, answers } : null;
    } catch {
      return null;
    }
  };
  const merge = (one, other) => {
    const answers = { ...one.answers };
    for (const [id, log] of Object.entries(other.answers)) {
      const all = new Map([...(answers[id] ?? []), ...log].map((it) => [it.join(), it]));
      answers[id] = [...all.values()].sort((a, b) => a[0] - b[0]);
    }
    return { version: 1, answers };
  };
  // What the browser would not store.
  let unstored = empty();
  let isDamaged = false;
  const read = () => {
    let stored = empty();
    try {
      const text = localStorage.getItem(KEY) ?? START;
      stored = parse(text);
      if (!stored) {
        // Damaged, or not ours: kept aside, for the Progress page to export.
        isDamaged = true;
        localStorage.setItem(`${KEY}-kept-${Date.now()}`, text);
        localStorage.removeItem(KEY);
      }
    } catch {}
    return merge(stored ?? empty(), unstored);
  };
  const write = (data) => {
    try {
      // What could not even be kept aside stays where it is.
      if (!parse(localStorage.getItem(KEY) ?? START)) throw KEY;
      localStorage.setItem(KEY, JSON.stringify(data));
      unstored = empty();
    } catch {
      unstored = data;
    }
  };
  const add = (id, grade) => write(merge(read(), { answers: { [id]: [[Date.now(), grade]] } }));
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const button = (text, onclick) => make('button', { type: 'button', onclick }, text);

  /** All that a text may mean as a number: 5/2, 2,5, 1,000, −3, 95 %. */
  const numbers = (text) => {
    const plain = text.replace(/[\s_]/g, '').replace(/[−–]/g, '-');
    const percent = plain.replace(/%$/, '');
    const texts = [percent.replace(',', '.')];
    if (/^-?\d{1,3}(,\d{3})+(\.|$)/.test(percent)) texts.push(percent.replace(/,/g, ''));
    const values = texts.map((it) => {
      const parts = it.split('/');
      return parts.length > 2 || parts.includes('') ? NaN : parts.map(Number).reduce((a, b) => a / b);
    });
    return [...values, ...(percent === plain ? [] : values.map((it) => it / 100))].filter(Number.isFinite);
  };

  /** What to say to an answer, and its grade, if there is an answer. */
  const judges = {
    one: (it) => judges.several(it),
    several: ({ question, right, reasonOf }) => {
      const chosen = [...question.querySelectorAll('.options :checked')].map((input) => input.value);
      if (!chosen.length) return { say: ['Choose first.'] };
      const wrong = chosen.filter((letter) => !right.includes(letter));
      const nMissing = right.filter((letter) => !chosen.includes(letter)).length;
      const say = (wrong.length ? wrong : chosen).map(reasonOf);
      if (nMissing && !wrong.length) say.unshift('Not all that are right.');
      return { grade: wrong.length || nMissing ? MISSED : RIGHT, say };
    },
    number: ({ question, right: [right], reasonOf }) => {
      const values = numbers(question.querySelector('input').value);
      if (!values.length) return { say: ['Write a number, such as 2.5, 5/2 or 1e-3.'] };
      const isNear = (it) => values.some((value) => Math.abs(value - it) <= question.dataset.tolerance * (1 + 1e-9));
      if (isNear(right)) return { grade: RIGHT, say: [reasonOf('')] };
      const known = [...question.querySelectorAll('li[data-reason]')].find((it) => isNear(it.dataset.reason));
      return { grade: MISSED, say: [known ? reasonOf(known.dataset.reason) : 'Not this number.'] };
    },
    order: (it) => judges.match(it),
    match: ({ question, right, reasonOf }) => {
      const given = [...question.querySelectorAll('select')].map((select) => select.value);
      if (given.includes('')) return { say: ['Choose for each.'] };
      const nRight = given.filter((it, place) => it === right[place]).length;
      if (nRight < right.length) return { grade: MISSED, say: [`${nRight} of ${right.length} are right.`] };
      return { grade: RIGHT, say: right.map((_, place) => reasonOf(String(place + 1))).concat(reasonOf('')) };
    },
  };

  // crates/book/src/finish/fields.rs: text fields and menus wait in <noscript>.
  const makeFields = (question) => {
    for (const place of question.querySelectorAll('noscript')) {
      place.replaceWith(...new DOMParser().parseFromString(place.textContent, 'text/html').body.childNodes);
    }
  };

  /** Makes a question answerable; `onGrade` hears of each answer. */
  const setUp = (question, onGrade) => {
    makeFields(question);
    const details = question.querySelector('details');
    const right = (question.dataset.answer ?? '').split(' ');
    const status = make('div', { className: 'quiz-status' });
    status.setAttribute('role', 'status');
    const grade = (value, say) => {
      question.dataset.state = WORDS[value] ?? '';
      const word = value && make('b', {}, `${WORDS[value]}.`);
      status.replaceChildren(...[word, ...say].filter(Boolean).map((it) => make('p', {}, it)));
      if (value) onGrade(value);
    };
    const reasonOf = (key) => {
      const found = details.querySelector(`[data-reason="${CSS.escape(key)}"]`);
      return found && make('span', {}, ...found.cloneNode(true).childNodes);
    };
    if (question.dataset.type === 'aloud') {
      const grades = [[MISSED, 'Missed it'], [PARTLY, 'Partly'], [RIGHT, 'Had it']];
      details.append(make('p', {}, ...grades.map(([value, text]) => button(text, () => grade(value, [])))), status);
      return;
    }
    const check = () => {
      const { grade: value, say } = judges[question.dataset.type]({ question, right, reasonOf });
      grade(value, say);
    };
    question.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !event.target.matches('input')) return;
      event.preventDefault();
      check();
    });
    details.before(make('p', {}, button('Check', check)), status);
  };

  const clear = (question) => {
    for (const input of question.querySelectorAll(':checked[type]')) input.checked = false;
    for (const field of question.querySelectorAll('[type=text], select')) field.value = '';
    question.querySelector('details').open = false;
    question.querySelector('.quiz-status').replaceChildren();
  };

  window.lossQuiz = { KEY, RIGHT, read, write, add, parse, merge, make, button, setUp };

  const main = document.querySelector('main');
  const questions = [...main.querySelectorAll('.question')];
  // The review, and the whole book on one page, are no chapters.
  if (!questions.length || main.querySelector('.quiz-page')) return;
  const summary = make('p', { className: 'quiz-summary' });
  const counts = make('span');
  counts.setAttribute('role', 'status');
  let onlyMissed = false;
  const filter = button('Retry the missed', () => {
    onlyMissed = !onlyMissed;
    filter.textContent = onlyMissed ? 'Show all' : 'Retry the missed';
    for (const question of questions) {
      question.hidden = onlyMissed && question.dataset.state === 'Right';
      if (onlyMissed && !question.hidden) {
        prepare(question);
        clear(question);
      }
    }
    if (onlyMissed) main.querySelector('.question:not([hidden]) :is(input, select, summary)')?.focus();
  });
  const update = () => {
    const { answers } = read();
    for (const question of questions) question.dataset.state = WORDS[answers[question.id]?.at(-1)[1]] ?? '';
    const n = (state) => questions.filter((it) => it.dataset.state === state).length;
    const text = `${n('Right')} of ${questions.length} right, ${n('')} not answered yet. `;
    if (counts.textContent !== text) counts.textContent = text;
  };
  // A question is set up when it comes near, so that a long page is there at once.
  const waiting = new Set(questions);
  const prepare = (question) => {
    if (!waiting.delete(question)) return;
    near.unobserve(question);
    setUp(question, (grade) => {
      add(question.id, grade);
      update();
    });
  };
  const near = new IntersectionObserver(
    (entries) => entries.filter((it) => it.isIntersecting).forEach((it) => prepare(it.target)), { rootMargin: '1000px' });
  questions.forEach((question) => near.observe(question));
  main.addEventListener('focusin', ({ target }) => prepare(target.closest('.question')));
  addEventListener('beforeprint', () => questions.forEach(prepare));
  update();
  const link = make('a', { href: PROGRESS }, 'Progress');
  summary.append(counts, filter, ' ', link);
  if (isDamaged) summary.append(': what was stored cannot be read, and is kept aside.');
  // Not beside it: a new child of <main> makes the browser style all others anew,
  // as some rules count them.
  questions.at(-1).closest('.quiz').append(summary);
  addEventListener('storage', ({ key }) => key === KEY && update());
})();
