// The review: questions that were answered, scheduled with FSRS (ts-fsrs.js).
// `cargo book build` puts the questions of each chapter into a file of their own
// (finish/review.rs), and those that were answered are fetched as one arrives,
// so that the review goes on without a network.
'use strict';

(() => {
  const { RIGHT, read, add, make, button, setUp } = window.lossQuiz;
  const { createEmptyCard, fsrs, Rating } = window.tsFsrs;
  const place = document.getElementById('study-review');
  // The whole book on one page, print.html, is for paper.
  if (!place || document.querySelectorAll('main h1').length > 1) return;

  // Whole days, and no chance: the same answers give the same dates.
  const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false });
  const RATINGS = [, Rating.Again, Rating.Hard, Rating.Good];

  const all = new Map();
  for (const quiz of document.querySelectorAll('main .quiz')) {
    const { file, questions } = quiz.dataset;
    const ids = questions?.split(' ') ?? [...quiz.querySelectorAll('.question')].map(({ id }) => id);
    const shelf = { file, page: quiz.querySelector('.quiz-page a'), content: file ? undefined : Promise.resolve(quiz) };
    for (const id of ids) all.set(id, shelf);
    quiz.remove();
  }
  const status = make('p');
  status.setAttribute('role', 'status');
  const card = make('div');
  place.replaceChildren(status, card);
  start(false);

  /** When a question is due, by its first answers of each day. */
  function due(log) {
    let state = createEmptyCard(new Date(log[0][0]));
    for (const [time, grade] of firstOfDays(log)) state = scheduler.next(state, new Date(time), RATINGS[grade]).card;
    return state.due.getTime();
  }

  function start(isAhead, result = '') {
    const now = Date.now();
    const scheduled = Object.entries(read().answers)
      .filter(([id]) => all.has(id))
      .map(([id, log]) => ({ id, due: due(log), isWeak: isWeak(log) }))
      .sort((a, b) => b.isWeak - a.isWeak || a.due - b.due);
    for (const { id } of scheduled) contentOf(all.get(id)).catch(() => {});
    const today = scheduled.filter((it) => dayOf(it.due) <= dayOf(now));
    if (today.length || isAhead) return ask((isAhead ? scheduled.slice(0, 10) : today).map((it) => it.id), 0);
    card.replaceChildren();
    if (!scheduled.length) {
      say('Nothing to review yet: answer the quiz of a chapter first.');
      card.append(make('ul', {}, ...pages().map((page) => make('li', {}, page.cloneNode(true)))));
      return;
    }
    const next = scheduled.map((it) => dayOf(it.due)).sort()[0];
    const nNext = scheduled.filter((it) => dayOf(it.due) === next).length;
    say(`${result}Nothing is due. Next: ${count(nNext)} on ${next}.`);
    card.append(make('p', { className: 'quiz-summary' },
      button('Practice ahead', () => start(true)), 'asks up to ten now: those that you missed, then those due next.'));
  }

  function pages() {
    return [...new Map([...all.values()].map(({ page }) => [page.href, page])).values()];
  }

  /** The questions of a chapter; what could not be fetched is tried again. */
  function contentOf(shelf) {
    shelf.content ??= new Promise((resolve, reject) => {
      const onload = () => resolve(document.createRange().createContextualFragment(window.reviewQuestions[shelf.file]));
      const onerror = () => {
        shelf.content = undefined;
        reject(new Error(shelf.file));
      };
      document.head.append(make('script', { src: shelf.file, onload, onerror }));
    });
    return shelf.content;
  }

  /** Shows the first of the queue; what is missed goes to its end. */
  async function ask(queue, nDone, missed = new Set()) {
    if (!queue.length) return start(false, `Done: ${nDone - missed.size} of ${count(nDone)} right at once. `);
    const [id, ...rest] = queue;
    const { page } = all.get(id);
    const isSlow = setTimeout(() => say('The next question is being loaded.'), 500);
    const content = await contentOf(all.get(id)).catch(() => undefined);
    clearTimeout(isSlow);
    const question = content?.querySelector(`#${CSS.escape(id)}`);
    if (!question) {
      say('The next question could not be loaded.');
      card.replaceChildren(make('p', { className: 'quiz-summary' }, button('Try again', () => ask(queue, nDone, missed))));
      return;
    }
    const shown = question.cloneNode(true);
    let isMissed = false;
    let isGraded = false;
    const next = button('Next', () => {
      next.disabled = true;
      const asked = ask(isMissed ? [...rest, id] : rest, nDone + (isMissed ? 0 : 1), isMissed ? missed.add(id) : missed);
      asked.then(() => card.querySelector('input, select, summary, button')?.focus());
    });
    setUp(shown, (grade) => {
      // The first answer counts; further tries on the same card are for the reader.
      if (!isGraded) {
        add(id, grade);
        isMissed = grade < RIGHT;
      }
      isGraded = true;
      next.hidden = false;
    });
    next.hidden = true;
    say(`${count(queue.length)} to go, ${nDone} done.`);
    card.replaceChildren(make('p', {}, page.cloneNode(true)), shown, make('p', { className: 'quiz-summary' }, next));
  }

  function count(n) {
    return n === 1 ? '1 question' : `${n} questions`;
  }

  function say(text) {
    status.textContent = text;
  }
})();
