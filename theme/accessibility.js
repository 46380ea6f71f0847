// What mdBook's page lacks for keyboards and screen readers. Without
// JavaScript the page is whole; book.css then shows a checkbox as the toggle.
'use strict';

(() => {
  const byId = (id) => document.getElementById('mdbook-' + id);

  // Landmarks, and one first heading a page: the chapter's.
  byId('menu-bar').setAttribute('role', 'banner');
  byId('search-wrapper')?.setAttribute('role', 'search');
  document.querySelector('.menu-title').setAttribute('role', 'none');

  // The contents open by a button: a label cannot be one.
  const label = byId('sidebar-toggle');
  const checkbox = byId('sidebar-toggle-anchor');
  const toggle = document.createElement('button');
  toggle.className = label.className;
  toggle.append(...label.childNodes);
  const update = () => toggle.setAttribute('aria-expanded', checkbox.checked);
  for (const name of ['title', 'aria-label', 'aria-controls']) toggle.setAttribute(name, label.getAttribute(name));
  toggle.addEventListener('click', () => label.click());
  checkbox.addEventListener('change', update);
  update();
  label.before(toggle);
  label.hidden = true;

  // Two themes: the others, hidden by book.css, go where no arrow key leads.
  byId('theme-navy').textContent = 'Dark';
  byId('theme-list').append(...['rust', 'coal', 'ayu'].map((name) => byId('theme-' + name).parentElement));

  // What is wider than its place can be scrolled with the arrow keys.
  const kinds = { 'pre > code': 'Program', '.katex-display': 'Formula', '.table-wrapper': 'Table' };
  const mark = (box) => {
    const kind = Object.keys(kinds).find((selector) => box.matches(selector));
    const marks = { tabindex: '0', role: 'group', 'aria-label': `${kinds[kind]}, scrolls sideways` };
    const isWide = box.scrollWidth > box.clientWidth;
    for (const [name, value] of Object.entries(marks)) {
      if (isWide) box.setAttribute(name, value);
      else box.removeAttribute(name);
    }
  };
  // One far away is not laid out; it is marked when it comes near.
  const boxes = document.querySelectorAll(Object.keys(kinds).join());
  const resized = new ResizeObserver((entries) => entries.forEach(({ target }) => mark(target)));
  boxes.forEach((box) => resized.observe(box));
  // For boxes that a script makes.
  window.lossWidth = resized;
  document.fonts.ready.then(() => boxes.forEach((box) => {
    if (box.checkVisibility({ contentVisibilityAuto: true })) mark(box);
  }));
})();
