// The page of progress: what is stored, counted against the list of all
// questions that the page holds. See theme/quiz.js for what is stored.
'use strict';

(() => {
  const { KEY, read, write, parse, merge, make, button } = window.lossQuiz;
  const place = document.getElementById('study-summary');
  const index = document.querySelector('.quiz-index');
  // The whole book on one page, print.html, is for paper.
  if (!place || !index || document.querySelectorAll('main h1').length > 1) return;

  const questions = [...index.querySelectorAll('li')].map((item) => ({
    item,
    id: item.dataset.id,
    level: item.dataset.level,
    page: item.parentElement.previousElementSibling.textContent,
  }));
  const status = make('p');
  status.setAttribute('role', 'status');
  const summary = make('div');
  const weakPlace = document.getElementById('study-weak');
  const rows = [...document.querySelectorAll('.quiz-counts tbody tr')].map(({ cells: [name, , ...counts] }) => ({
    some: questions.filter((it) => [it.page, it.level].includes(name.textContent)),
    counts,
  }));
  place.replaceChildren(summary, controls(), status);
  // A task of its own: a phone has just laid out the page.
  setTimeout(show);
  addEventListener('storage', show);

  function show() {
    const { answers } = read();
    for (const it of questions) {
      it.log = answers[it.id] ?? [];
      it.isWeak = isWeak(it.log);
      const state = it.log.length === 0 ? '' : it.isWeak ? 'Missed' : 'Right';
      if (state !== (it.item.dataset.state ?? '')) it.item.dataset.state = state;
    }
    for (const { some, counts } of rows) {
      const nAnswered = answered(some);
      const nWeak = some.filter((it) => it.isWeak).length;
      [nAnswered, nAnswered - nWeak, nWeak].forEach((count, column) => put(counts[column], String(count)));
    }
    const weak = questions.filter((it) => it.isWeak);
    const known = new Set(questions.map((it) => it.id));
    const nGone = Object.keys(answers).filter((id) => !known.has(id)).length;
    const counted = `${answered(questions)} of ${questions.length} questions answered, `;
    summary.replaceChildren(
      make('p', {}, counted, weak.length ? make('a', { href: '#study-weak' }, `${weak.length} weak`) : '0 weak', '.'),
      ...(nGone ? [make('p', {}, `${nGone} answers are to questions that the book no longer has; an export keeps them.`)] : []),
      ...aside(),
    );
    weakPlace.replaceChildren(
      ...(weak.length ? [make('p', {}, make('b', {}, 'Weak:')), make('ul', {}, ...weak.map(link))] : []));
  }

  /** Writes what is new: an equal text would be laid out again, too. */
  function put(cell, text) {
    if (cell.textContent !== text) cell.textContent = text;
  }

  function answered(some) {
    return some.filter((it) => it.log.length).length;
  }

  function link({ item }) {
    return make('li', {}, item.querySelector('a').cloneNode(true));
  }

  function controls() {
    const file = make('input', { type: 'file', accept: '.json,application/json', hidden: true });
    file.addEventListener('change', async () => {
      const chosen = file.files[0];
      file.value = '';
      const data = chosen && parse(await chosen.text());
      if (!chosen) return;
      if (!data) return say(`${chosen.name} is not an export of this book. Nothing was changed.`);
      write(merge(read(), data));
      show();
      arm(false);
      say(`Imported: ${Object.keys(data.answers).length} questions, merged with what was here.`);
    });
    // The second press in a row is the confirmation; an import in between is not meant.
    let isArmed = false;
    const arm = (value) => {
      isArmed = value;
      reset.textContent = isArmed ? 'Forget everything' : 'Reset';
    };
    const reset = button('Reset', () => {
      if (isArmed) {
        write(parse('{"version":1,"answers":{}}'));
        show();
        say('Everything was forgotten.');
      } else {
        say('Press again to forget all answers. Export first if you may want them back.');
      }
      arm(!isArmed);
    });
    return make('p', { className: 'quiz-summary' },
      button('Export', () => save('loss-functions-progress.json', JSON.stringify(read()))),
      button('Import', () => file.click()), file, reset);
  }

  function save(name, text) {
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    make('a', { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    say(`Saved as ${name}.`);
  }

  /** What was stored and could not be read is offered, and deleted only on request. */
  function aside() {
    let keys = [];
    try {
      keys = Object.keys(localStorage).filter((key) => key.startsWith(`${KEY}-kept-`));
    } catch {}
    return keys.map((key) => make('p', { className: 'quiz-summary' },
      'Something was stored that could not be read. It was kept aside: ',
      button('Export it', () => save(`${key}.txt`, localStorage.getItem(key) ?? '')),
      button('Delete it', () => {
        localStorage.removeItem(key);
        show();
        say('Deleted.');
      })));
  }

  function say(text) {
    status.textContent = text;
  }
})();
