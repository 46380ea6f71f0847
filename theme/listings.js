// Fetches the hidden lines of a page's programs when somebody asks for them:
// `cargo book build` takes them out, a fifteenth of a chapter. And takes back
// what a copy button says when the mouse leaves it: book.js does so only for
// the buttons that are there when the page is loaded.
'use strict';

document.addEventListener('mouseout', ({ target }) => {
  const button = target.closest?.('.clip-button');
  if (!button) return;
  button.classList.remove('tooltipped');
  button.firstChild.textContent = '';
});

document.addEventListener('DOMContentLoaded', () => {
  const put = document.getElementById('hidden-lines')?.content.querySelector('script');
  if (!put) return;

  // The file calls this with the text of every hidden run, in their order.
  globalThis.showHiddenLines = (runs) => {
    document.querySelectorAll('pre .boring').forEach((place, index) => {
      place.textContent = runs[index] ?? '';
      if (globalThis.Prism) place.innerHTML = Prism.highlight(place.textContent, Prism.languages.rust, 'rust');
    });
  };

  const fetchLines = ({ target }) => {
    if (!target.closest?.('[title="Show hidden lines"], [title="Hide lines"]')) return;
    document.removeEventListener('click', fetchLines, true);
    document.head.append(Object.assign(document.createElement('script'), { src: put.getAttribute('src') }));
  };
  // Before book.js changes the button that was clicked.
  document.addEventListener('click', fetchLines, true);
});
