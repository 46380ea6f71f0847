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
    chapter: item.parentElement.previousElementSibling.querySelector('a'),
  }));
  const status = make('p');
  status.setAttribute('role', 'status');
  const summary = make('div');
  place.replaceChildren(summary, controls(), status);
  show();
  addEventListener('storage', show);

  function show() {
    const { answers } = read();
    for (const it of questions) {
      it.log = answers[it.id] ?? [];
      it.isWeak = isWeak(it.log);
      it.item.dataset.state = it.log.length === 0 ? '' : it.isWeak ? 'Missed' : 'Right';
    }
    const weak = questions.filter((it) => it.isWeak);
    const known = new Set(questions.map((it) => it.id));
    const nGone = Object.keys(answers).filter((id) => !known.has(id)).length;
    summary.replaceChildren(
      make('p', {}, `${answered(questions)} of ${questions.length} questions answered, ${weak.length} weak.`),
      table('Loss or topic', (it) => it.page, [], ([{ chapter }]) => linkTo(chapter)),
      table('Level', (it) => it.level, ['screen', 'core', 'deep', 'coding', 'debugging']),
      ...(weak.length ? [make('p', {}, make('b', {}, 'Weak:')), make('ul', {}, ...weak.map(link))] : []),
      ...(nGone ? [make('p', {}, `${nGone} answers are to questions that the book no longer has; an export keeps them.`)] : []),
      ...aside(),
    );
  }

  function answered(some) {
    return some.filter((it) => it.log.length).length;
  }

  function link({ item }) {
    return make('li', {}, linkTo(item.querySelector('a')));
  }

  function linkTo(place) {
    return place.cloneNode(true);
  }

  function table(title, groupOf, names, cell = (_, name) => name) {
    const groups = new Map(names.map((name) => [name, []]));
    for (const it of questions) groups.set(groupOf(it), [...(groups.get(groupOf(it)) ?? []), it]);
    const head = [title, 'all', 'answered', 'right', 'weak'].map((text) => make('th', { scope: 'col' }, text));
    const rows = [...groups].map(([name, some]) => {
      const nWeak = some.filter((it) => it.isWeak).length;
      const counts = [some.length, answered(some), answered(some) - nWeak, nWeak];
      return make('tr', {}, make('td', {}, cell(some, name)), ...counts.map((n) => make('td', {}, String(n))));
    });
    const body = make('table', {}, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows));
    const wrapper = make('div', { className: 'table-wrapper' }, body);
    window.lossWidth?.observe(wrapper);
    return wrapper;
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
