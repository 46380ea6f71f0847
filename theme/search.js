// Loads the scripts of the search for the first search: `cargo book build`
// puts them off, because they are a fifth of a first visit. And passes over
// words that readers type between two names: every word has to be found, and
// no page says "MAE vs MSE".
'use strict';

document.addEventListener('DOMContentLoaded', () => {
  const passOver = () => window.elasticlunr?.addStopWords(['vs', 'vs.', 'versus']);
  const put = document.getElementById('search-scripts');
  if (!put) return passOver();
  const button = document.getElementById('mdbook-search-toggle');
  const sources = [...put.content.querySelectorAll('script')].map((script) => script.getAttribute('src'));

  // In the order of the page, as each needs those before it.
  let loading;
  const load = () => loading ??= sources.reduce((before, src) => before.then(() => new Promise((done, failed) => {
    const script = Object.assign(document.createElement('script'), { src, onload: done, onerror: failed });
    document.head.append(script);
  })), Promise.resolve()).then(() => {
    passOver();
    button.removeEventListener('click', begin);
    document.removeEventListener('keydown', beginByKey);
  });
  const begin = () => load().then(() => button.click());
  const beginByKey = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!['s', '/'].includes(event.key) || mdbook_something_else_has_focus(event)) return;
    event.preventDefault();
    begin();
  };
  button.addEventListener('click', begin);
  document.addEventListener('keydown', beginByKey);

  // An address that holds a search, or words to mark.
  if (/[?&](search|highlight)=/.test(location.search)) load();
});
