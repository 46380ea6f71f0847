"""Compares the EPUB with the site that it was made of: each chapter has the
formulas, figures, programs, tables and questions of its page, each picture its
words, each question its answer, and nothing is left that needs a browser.

    python check.py SITE EPUB

Reads with Python's own parsers, none of which made the file.
"""

import sys
import zipfile
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

XHTML = "{http://www.w3.org/1999/xhtml}"
MATHML = "{http://www.w3.org/1998/Math/MathML}"
# Of use in a browser alone.
LEFT_OUT = {"mock_interview", "progress", "review", "cards", "downloads"}
# Nobody can use them on paper.
GONE = {"input", "select", "button", "label", "script", "link", "svg", "fieldset"}
# How many children these have; with others, readers show an error.
ARGUMENTS = {
    "mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2,
    "msubsup": 3, "munderover": 3,
}  # fmt: skip


class Page(HTMLParser):
    """What the content of a page of the site has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.has: Counter[str] = Counter()
        self.in_main = False
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.in_main |= tag == "main"
        if not self.in_main:
            return
        classes = (dict(attributes).get("class") or "").split()
        if tag == "span" and "katex" in classes:
            self.has["formulas"] += 1
        if tag == "svg" and "figure" in classes:
            self.has["figures"] += 1
        if tag == "fieldset":
            self.has["questions"] += 1
        names = {"pre": "programs", "table": "tables", "h2": "sections", "h3": "headings"}
        if tag in names:
            self.has[names[tag]] += 1

    def handle_endtag(self, tag: str) -> None:
        self.in_main &= tag != "main"


def chapter_has(root: ElementTree.Element) -> Counter[str]:
    def count(name: str) -> int:
        return sum(1 for _ in root.iter(name))

    def of_class(name: str) -> int:
        return sum(it.get("class") == name for it in root.iter(f"{XHTML}div"))

    questions, answers = of_class("question"), of_class("answer")
    expect(questions == answers, f"{questions} questions have {answers} answers")
    has = {
        "formulas": count(f"{MATHML}math"),
        "figures": count(f"{XHTML}img"),
        "questions": questions,
        "programs": count(f"{XHTML}pre"),
        "tables": count(f"{XHTML}table"),
        "sections": count(f"{XHTML}h2"),
        "headings": count(f"{XHTML}h3"),
    }
    return Counter({name: many for name, many in has.items() if many})


def is_for_readers(root: ElementTree.Element) -> None:
    for element in root.iter():
        space, _, name = element.tag.rpartition("}")
        if space == XHTML[:-1]:
            expect(name not in GONE or element.get("rel") == "stylesheet", f"<{name}> is left")
        if f"{{{space[1:]}}}" == MATHML and name in ARGUMENTS:
            expect(len(element) == ARGUMENTS[name], f"<{name}> has {len(element)} arguments")
        if name == "img":
            words = element.get("alt") or ""
            expect(len(words.split()) > 3, f"{element.get('src')} has no words: {words!r}")


def expect(holds: bool, what: str) -> None:
    if not holds:
        sys.exit(f"check-epub: {what}")


def main(site: Path, epub: Path) -> None:
    pages = {
        path.relative_to(site).with_suffix("").as_posix()
        for path in site.rglob("*.html")
        if path.stem not in LEFT_OUT | {"print", "index", "404", "toc"}
    }
    total: Counter[str] = Counter()
    with zipfile.ZipFile(epub) as files:
        names = {it.removeprefix("EPUB/").removesuffix(".xhtml") for it in files.namelist() if it.endswith(".xhtml")}
        names -= {"title", "contents"}
        expect(names == pages, f"chapters and pages differ: {sorted(names ^ pages)}")
        for name in sorted(pages):
            expected = Page((site / f"{name}.html").read_text(encoding="utf-8")).has
            root = ElementTree.fromstring(files.read(f"EPUB/{name}.xhtml"))
            found = chapter_has(root)
            expect(found == expected, f"{name}: the page has {dict(expected)}, the chapter {dict(found)}")
            is_for_readers(root)
            total += found
        for name in files.namelist():
            if name.endswith(".svg"):
                svg = files.read(name).decode()
                expect("var(" not in svg and "currentColor" not in svg, f"{name} has a color that no file defines")
    expect(total["formulas"] > 1000 and total["figures"] > 100, f"the site is not the whole book: {dict(total)}")
    counts = ", ".join(f"{many} {name}" for name, many in total.items())
    print(f"epub: {len(pages)} chapters have all of their pages: {counts}; {epub.stat().st_size // 1024} KiB")


main(Path(sys.argv[1]), Path(sys.argv[2]))
