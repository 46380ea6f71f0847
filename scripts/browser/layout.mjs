// Runs inside the page, so it may use nothing from outside itself.

/** What sticks out, is cut off or covers something else, by the rule it breaks. */
export function faultsOfLayout() {
  const main = document.querySelector('main');
  // For screen readers only; parts of a formula, which stand in its base (root
  // signs are drawn far too long); and of a figure, which is looked at on its own.
  const skipped = '.katex-mathml, .katex-mathml *, .katex .base *, svg.figure *';
  const name = (element) => {
    const text = element.textContent.replace(/\s+/g, ' ').trim().slice(0, 40);
    return `<${element.localName} class="${element.getAttribute('class') ?? ''}"> “${text}”`;
  };
  const broken = (rule, faults) => faults.map((what) => ({ rule, what }));
  return [...broken('sideways', sideways()), ...broken('formula', [...cutOff(), ...lostMarks()]), ...broken('figure', figures())];

  /** What a phone could only see by moving the whole page. */
  function sideways() {
    const { scrollWidth, clientWidth } = document.documentElement;
    const faults = scrollWidth > clientWidth ? [`the page is ${scrollWidth} of ${clientWidth} px wide`] : [];
    // What mdBook clips does not widen the page, so the parts are asked, too.
    const limit = clientWidth + 1;
    const outside = [...main.querySelectorAll(`:not(${skipped})`)].filter((element) =>
      rightmost(element) > limit && !scroller(element));
    const innermost = outside.filter((element) => !outside.some((other) => other.parentElement === element));
    return faults.concat(innermost.map((element) => `sticks out of the page: ${name(element)}`));
  }

  /** How far an element reaches, with the text that does not fit into it. */
  function rightmost(element) {
    const { left, right } = element.getBoundingClientRect();
    return Math.max(right, left + element.scrollWidth);
  }

  /** Formulas of which a part is neither seen nor reached by scrolling. */
  function cutOff() {
    return [...main.querySelectorAll('.katex-display')].filter((box) => {
      const { left, top, bottom } = box.getBoundingClientRect();
      const start = left - box.scrollLeft - 1;
      return [...box.querySelectorAll('.katex-html .mord, .katex-html .hide-tail')].some((part) => {
        const ink = shrunk(part.getBoundingClientRect());
        const isEmpty = ink.left === ink.right || ink.top === ink.bottom;
        return !isEmpty && (ink.left < start || ink.top < top - 1 || ink.bottom > bottom + 1);
      });
    }).map((box) => `formula cut off: ${name(box.querySelector('.katex-html'))}`);
  }

  /** Marks that close after a formula, but on the next line. */
  function lostMarks() {
    return [...main.querySelectorAll('.katex')].filter((formula) => {
      const after = formula.nextSibling;
      if (after?.nodeType !== Node.TEXT_NODE || !/^[.,;:!?)]/.test(after.data)) return false;
      const mark = document.createRange();
      mark.setStart(after, 0);
      mark.setEnd(after, 1);
      const parts = formula.querySelectorAll('.base');
      return parts.length > 0 && mark.getBoundingClientRect().left < parts[parts.length - 1].getBoundingClientRect().right - 2;
    }).map((formula) => `a mark begins a line, put it into the formula: ${name(formula.querySelector('.katex-html'))}`);
  }

  /** Text in a figure that lies on other text or outside the drawing. */
  function figures() {
    const faults = [];
    for (const figure of main.querySelectorAll('svg.figure')) {
      const frame = figure.getBoundingClientRect();
      const title = figure.getAttribute('aria-labelledby')?.split('-title')[0];
      const texts = [...figure.querySelectorAll('text')].map((text) => ({
        text: text.textContent,
        box: shrunk(text.getBoundingClientRect()),
      }));
      texts.forEach(({ text, box }, index) => {
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
          faults.push(`figure ${title}: “${text}” lies outside`);
        }
        for (const other of texts.slice(index + 1)) {
          if (overlap(box, other.box)) faults.push(`figure ${title}: “${text}” lies on “${other.text}”`);
        }
      });
    }
    return faults;
  }

  /** A line is taller than its letters. */
  function shrunk({ left, right, top, bottom }) {
    const trim = (bottom - top) * 0.2;
    return { left, right, top: top + trim, bottom: bottom - trim };
  }

  function overlap(a, b) {
    return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  }

  /** The ancestor inside the page's text that lets a reader scroll sideways. */
  function scroller(element) {
    for (let box = element; box && box !== main; box = box.parentElement) {
      if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) return box;
    }
    return null;
  }
}
