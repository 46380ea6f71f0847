//! Documents that are almost right, for the properties that feed them to the
//! readers of pages, quizzes and HTML: `crates/book/src/fuzz.rs` and
//! `tests/rules/fuzz.rs` share this file by its path.
//!
//! A random string never gets past the first line of a reader. So a whole
//! document is damaged: lines are lost, doubled and swapped, the rest is cut
//! off, marks are inserted, once or two hundred times in a row.

// Each of the two uses a part of this module.
#![allow(dead_code)]

#[path = "cases.rs"]
mod cases;

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use std::{env, fs, panic, thread};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

pub use cases::config;

/// A page with one of everything that a reader looks for.
pub const PAGE: &str = include_str!("mutations/page.txt");

/// A page as mdBook and KaTeX render it, in short.
pub const HTML: &str = include_str!("mutations/page.html");

/// What is inserted: marks of Markdown, TOML, HTML and mdBook, letters of
/// several bytes, and numbers that no type of a number holds.
const FRAGMENTS: [&str; 92] = [
    "é",
    "−",
    "ℓ",
    "😀",
    "e\u{301}",
    "\u{feff}",
    "\u{202e}",
    "\u{a0}",
    "\0",
    "\t",
    "\r",
    "\n\n",
    " ",
    "```quiz\n",
    "```quiz",
    "```\n",
    "````\n",
    "~~~\n",
    "```rust\n",
    "```rust,ignore\n",
    "`",
    "``",
    "{#id .core data-sources=}",
    "{#}",
    "{.core .deep}",
    "{#a #b data-sources=99999999999}",
    "{",
    "### Why? {#mse-why .core}\n",
    "# ",
    "## ",
    "## Quiz\n",
    "## References\n",
    "**Depth.**",
    "[[question]]\n",
    "[question]\n",
    "'''",
    "\"\"\"",
    "\"",
    "'",
    "\\",
    "id = ",
    "id = \"\"\n",
    "options = [",
    "[",
    "]",
    "]]",
    "{ value = ",
    "= nan\n",
    "a.b.c = 1\n",
    "type = \"several\"\n",
    "$",
    "$$",
    "\\$",
    "{{#include ",
    "}}",
    "{{#include ../examples/mse_outlier.txt}}",
    "\\{{#",
    "<div class=\"claim\">",
    "</div>",
    "<",
    ">",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<style>",
    "<span class=\"boring\">",
    "</span>",
    " style=\"",
    "<math>",
    "<mstyle>",
    "<svg class=\"figure\"",
    "</svg>",
    "<dt>",
    "</dl>",
    "&#",
    "<annotation",
    "> ",
    "- ",
    "1. ",
    "|",
    "\n|---|\n",
    "[^1]",
    "[a][b]",
    "](",
    "<https://",
    "1e-2147483648",
    "2.5e2147483647",
    "1e-2147483647%",
    "0.0e99999",
    "99999999999999999999999999999999999999999",
    "points=\"1e99,-1e99 nan,inf 0,0 1,1\"",
];

/// What is inserted into HTML.
const FRAGMENTS_OF_HTML: [&str; 36] = [
    "é",
    "−",
    "😀",
    "\u{a0}",
    "\0",
    "\r",
    "\n",
    "<",
    ">",
    "\"",
    "'",
    "=",
    "/>",
    "<!--",
    "<!-- a -->",
    "-->",
    "<p>",
    "<p",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<span class=\"boring\">",
    "</span>",
    " style=\"",
    " style=\"a\"",
    " class=\"",
    "<math>",
    "</math>",
    "<mstyle>",
    "<svg class=\"figure\"",
    "</svg>",
    "<dt>",
    "&#",
    "var(--figure-a,",
    "points=\"1e99,-1e99 nan,inf 0,0 1,1\"",
];

/// One thing that goes wrong with a document.
#[derive(Clone, Debug)]
pub enum Mutation {
    DropLine(Index),
    RepeatLine(Index, usize),
    SwapLines(Index, Index),
    JoinLines(Index),
    CutAfter(Index),
    DropBetween(Index, Index),
    Insert(Index, &'static str, usize),
    /// In place of a word, where a reader expects something.
    Replace(Index, &'static str),
    /// Every line ends as on Windows.
    Crlf,
    /// All of it in a quotation, a list, a block of code.
    Indent(&'static str),
}

fn mutation(fragments: &'static [&'static str]) -> impl Strategy<Value = Mutation> {
    let at = any::<Index>;
    let times = || prop_oneof![8 => Just(1_usize), 1 => Just(3), 1 => Just(200)];
    let fragment = || select(fragments);
    prop_oneof![
        2 => at().prop_map(Mutation::DropLine),
        2 => (at(), times()).prop_map(|(it, n)| Mutation::RepeatLine(it, n)),
        2 => (at(), at()).prop_map(|(a, b)| Mutation::SwapLines(a, b)),
        2 => at().prop_map(Mutation::JoinLines),
        2 => at().prop_map(Mutation::CutAfter),
        1 => (at(), at()).prop_map(|(a, b)| Mutation::DropBetween(a, b)),
        6 => (at(), fragment(), times()).prop_map(|(a, it, n)| Mutation::Insert(a, it, n)),
        6 => (at(), fragment()).prop_map(|(a, it)| Mutation::Replace(a, it)),
        1 => Just(Mutation::Crlf),
        1 => select(["> ", "- ", "    ", "\t", "\u{a0}"].as_slice()).prop_map(Mutation::Indent),
    ]
}

impl Mutation {
    fn of(&self, text: &str) -> String {
        let place = |at: &Index| text.floor_char_boundary(at.index(text.len() + 1));
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        let line = |at: &Index| at.index(lines.len().max(1));
        match self {
            _ if text.is_empty() => return String::new(),
            Self::DropLine(at) => drop(lines.remove(line(at))),
            Self::RepeatLine(at, n) => {
                let at = line(at);
                let again = lines[at].repeat(*n);
                return lines[..=at].concat() + &again + &lines[at + 1..].concat();
            }
            Self::SwapLines(a, b) => {
                let (a, b) = (line(a), line(b));
                lines.swap(a, b);
            }
            Self::JoinLines(at) => {
                let at = line(at);
                lines[at] = lines[at].trim_end_matches(['\r', '\n']);
            }
            Self::CutAfter(at) => return text[..place(at)].to_owned(),
            Self::DropBetween(a, b) => {
                let (a, b) = (place(a), place(b));
                return text[..a.min(b)].to_owned() + &text[a.max(b)..];
            }
            Self::Insert(at, fragment, n) => {
                let (before, after) = text.split_at(place(at));
                return before.to_owned() + &fragment.repeat(*n) + after;
            }
            Self::Replace(at, fragment) => {
                let (before, after) = text.split_at(place(at));
                let is_edge = |it: char| !it.is_alphanumeric() && it != '.';
                let start = before
                    .rfind(is_edge)
                    .map_or(0, |it| before.ceil_char_boundary(it + 1));
                let end = after.find(is_edge).unwrap_or(after.len());
                return before[..start].to_owned() + fragment + &after[end..];
            }
            Self::Crlf => return text.replace('\n', "\r\n"),
            Self::Indent(by) => return lines.iter().map(|it| format!("{by}{it}")).collect(),
        }
        lines.concat()
    }
}

/// The document, damaged in up to seven ways.
pub fn damaged(document: &'static str) -> impl Strategy<Value = String> {
    let is_html = document.starts_with("<!DOCTYPE");
    let fragments = if is_html {
        FRAGMENTS_OF_HTML.as_slice()
    } else {
        FRAGMENTS.as_slice()
    };
    vec(mutation(fragments), 0..8).prop_map(move |all| {
        let apply = |text: String, it: &Mutation| it.of(&text);
        all.iter().fold(document.to_owned(), apply)
    })
}

/// The units of the long documents.
const UNITS: [&str; 58] = [
    "a",
    "é",
    "😀",
    "9",
    "1a",
    "1 ",
    "1,",
    ",000",
    "1.",
    "0e",
    "`",
    "` ",
    "[",
    "]",
    "![",
    "[a](",
    "[a][b] ",
    "$",
    "$a$ ",
    "*",
    "*a ",
    "_",
    "~",
    "<",
    "&",
    "&a",
    "|",
    "| a ",
    "#",
    "> ",
    "- ",
    "- a\n",
    "(",
    "{",
    "{#",
    "\"",
    "'",
    "\\",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "```\n",
    "```quiz\n",
    "~~~\n```quiz\n~~~\n",
    "<a ",
    "<a \"",
    "<!--",
    "a.",
    "<div class=\"claim\">\n",
    "### a {#b .core}\n",
    "{{#include a.txt}}",
    "{{#",
    "[[question]]\n",
    "[^1]",
    "[^1]: a\n\n",
    "**Depth.**\n",
    "- A, \"B\".\n",
];

/// Those of HTML.
const TAGS: [&str; 21] = [
    "a",
    "😀",
    "<",
    ">",
    "\"",
    "<a ",
    "<a \"",
    "<!--",
    "<b style=\"a\">",
    "<span class=\"boring\">",
    "</span>",
    "<math>",
    "<mstyle>",
    "</math>",
    "<svg class=\"figure\">",
    "<svg class=\"figure\"><path d=\"M1,1\"/></svg>",
    "<dt>",
    "<script>",
    "<p style=\"",
    "var(--figure-a,",
    "<a b=\"var(--figure-a, b)\">",
];

/// Long documents of Markdown: 100 KB of one thing over and over.
pub fn long_pages() -> impl Iterator<Item = String> {
    pages_of(size())
}

/// Long documents of Markdown, of this size.
pub fn pages_of(size: usize) -> impl Iterator<Item = String> {
    UNITS.iter().map(move |unit| unit.repeat(size / unit.len()))
}

/// Long documents of HTML.
pub fn long_html() -> impl Iterator<Item = String> {
    let head = "<meta charset=\"UTF-8\"><head></head><main>";
    let figure = "<svg class=\"figure\"><polyline fill=\"none\" points=\"";
    TAGS.iter()
        .flat_map(move |unit| {
            let long = unit.repeat(size() / unit.len());
            [
                format!("{head}{long}</main></body>"),
                format!("{figure}{long}\"/></svg>"),
            ]
        })
        .chain([
            // A spiral, of which no point can go.
            format!(
                "{figure}{}\"/></svg>",
                (0..size() / 14)
                    .map(|it| {
                        let (sin, cos) = (f64::from(it as u32)).sin_cos();
                        format!("{:.1},{:.1} ", cos * it as f64, sin * it as f64)
                    })
                    .collect::<String>()
            ),
        ])
}

/// The size of a long document: 100 KB when more cases are asked for.
fn size() -> usize {
    if env::var_os("PROPTEST_CASES").is_some() {
        100_000
    } else {
        20_000
    }
}

/// Runs `f`, which must end within 2 seconds on 100 KB: linear work takes less
/// than half of one, unoptimized, and quadratic work many seconds.
pub fn timely(what: &str, f: impl FnOnce() + Send + 'static) {
    let at_most = Duration::from_micros(20 * size() as u64);
    let (sender, receiver) = channel();
    let work = thread::spawn(move || {
        let start = Clock::now();
        f();
        let _ = sender.send(start.elapsed());
    });
    match receiver.recv_timeout(60 * at_most) {
        Ok(took) => {
            if env::var_os("FUZZ_TIMES").is_some() && took > Duration::from_millis(100) {
                println!("{took:?} {what}");
            }
            assert!(took < at_most, "{what} takes {took:?}");
        }
        Err(RecvTimeoutError::Timeout) => panic!("{what} does not end"),
        Err(RecvTimeoutError::Disconnected) => match work.join() {
            Ok(()) => unreachable!("it sends before it ends"),
            Err(panicked) => {
                println!("{what} panics");
                panic::resume_unwind(panicked)
            }
        },
    }
}

/// What a long document begins with and consists of, to name it by.
pub fn middle(text: &str) -> String {
    let middle = &text[text.floor_char_boundary(text.len() / 2)..];
    let some = |text: &str| text.chars().take(40).collect::<String>();
    format!("{:?}…{:?}…", some(text), some(middle))
}

/// The time that this thread has had on a processor, where the system says
/// it: other programs on the machine do not count.
struct Clock {
    start: Instant,
    on_processor: Option<u64>,
}

impl Clock {
    fn now() -> Self {
        Self {
            start: Instant::now(),
            on_processor: Self::on_processor(),
        }
    }

    fn on_processor() -> Option<u64> {
        let line = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        line.split(' ').next()?.parse().ok()
    }

    fn elapsed(&self) -> Duration {
        match (self.on_processor, Self::on_processor()) {
            (Some(before), Some(now)) => Duration::from_nanos(now - before),
            _ => self.start.elapsed(),
        }
    }
}
