//! The preprocessor `evidence`: what stands behind each page, counted.
//!
//! It runs before `links`, while a page still names its programs. Each page
//! gets a line at its foot, and one page lists all of them with their claims.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use anyhow::Result;
use mdbook_preprocessor::book::{Book, Chapter};
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use regex::{Captures, Regex};

use crate::quiz;
use crate::quiz::collection::{joined, relative};

/// Stands on the page that shows what stands behind the whole book.
pub const WHOLE: &str = "<!-- evidence: whole book -->";

/// Counts programs, assertions, proofs and claims.
pub struct Evidence;

impl Preprocessor for Evidence {
    fn name(&self) -> &'static str {
        "evidence"
    }

    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let source = context.root.join(&context.config.book.src);
        let mut pages = Vec::new();
        let mut list = None;
        book.for_each_chapter_mut(|chapter| {
            let Some(path) = path(chapter) else { return };
            if chapter.content.contains(WHOLE) {
                list = Some(path);
            } else {
                let page = Page::read(&source, path, &chapter.name, &chapter.content);
                chapter.content = with_ids(&chapter.content);
                pages.push(page);
            }
        });
        pages.retain(|page| !page.is_empty());
        book.for_each_chapter_mut(|chapter| {
            let Some(path) = path(chapter) else { return };
            if let Some(page) = pages.iter().find(|page| page.path == path) {
                chapter.content += &page.trust(list.as_deref());
            } else if chapter.content.contains(WHOLE) {
                chapter.content = chapter.content.replace(WHOLE, &whole(&pages, &path));
            }
        });
        Ok(book)
    }
}

fn path(chapter: &Chapter) -> Option<String> {
    let path = chapter.source_path.as_ref()?;
    Some(path.to_string_lossy().into_owned())
}

/// What stands behind a page.
#[derive(Debug)]
struct Page {
    /// The path relative to the source folder, `regression/huber.md`.
    path: String,
    title: String,
    /// The programs that it shows by name, with their assertions.
    programs: BTreeMap<String, usize>,
    /// The proofs over whole domains that it cites.
    n_proofs: usize,
    claims: Vec<Claim>,
    /// The numbers in its quizzes that the build computes.
    n_numbers: usize,
}

#[derive(Debug, PartialEq, Eq)]
struct Claim {
    /// Its address on the page.
    id: String,
    /// Its words, without what says how it is known.
    text: String,
    /// The program that follows it.
    program: Option<String>,
}

static INCLUDE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\{\{#(?:rustdoc_)?include\s+([^}:\s]+)(?::([\w-]+))?[^}]*\}\}")
        .expect("it is a constant")
});

impl Page {
    fn read(source: &Path, path: String, title: &str, text: &str) -> Self {
        let folder = source.join(Path::new(&path).parent().unwrap_or(Path::new("")));
        let mut programs = BTreeMap::new();
        let mut n_proofs = 0;
        for include in INCLUDE.captures_iter(text) {
            let target = &include[1];
            // mdBook warns about a file that does not exist.
            let Ok(included) = fs::read_to_string(folder.join(target)) else {
                continue;
            };
            if let Some(name) = program(target) {
                programs.insert(name.to_owned(), assertions(&included));
            } else if let Some(anchor) = include.get(2) {
                n_proofs += usize::from(is_proof(&included, anchor.as_str()));
            }
        }
        let (questions, _) = quiz::read(&path, text);
        Self {
            title: title.to_owned(),
            programs,
            n_proofs,
            claims: claims(text),
            n_numbers: questions.iter().map(|it| it.all_proofs().len()).sum(),
            path,
        }
    }

    fn is_empty(&self) -> bool {
        self.programs.is_empty() && self.n_proofs == 0 && self.n_numbers == 0
    }

    fn n_assertions(&self) -> usize {
        self.programs.values().sum()
    }

    /// The heading of the page on the list.
    fn id(&self) -> String {
        self.path.trim_end_matches(".md").replace('/', "-")
    }

    /// The line at its foot.
    fn trust(&self, list: Option<&str>) -> String {
        if self.programs.is_empty() {
            return String::new();
        }
        let counts = self.counts();
        let counts = match list {
            Some(list) => format!(
                "<a href=\"{}#{}\">{counts}</a>",
                relative(&self.path, &list.replace(".md", ".html")),
                self.id()
            ),
            None => counts,
        };
        let verb = if self.programs.len() == 1 && self.n_proofs == 0 {
            "stands"
        } else {
            "stand"
        };
        format!("\n\n<p class=\"trust\">{counts} {verb} behind this page.</p>\n")
    }

    /// "7 programs with 31 assertions and 2 proofs over whole domains".
    fn counts(&self) -> String {
        let mut counts = format!(
            "{} with {}",
            counted(self.programs.len(), "program"),
            counted(self.n_assertions(), "assertion")
        );
        match self.n_proofs {
            0 => {}
            1 => counts += " and 1 proof over a whole domain",
            more => {
                let _ = write!(counts, " and {more} proofs over whole domains");
            }
        }
        counts
    }
}

fn counted(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}

/// The name of the program that this path leads to.
fn program(target: &str) -> Option<&str> {
    let (folder, file) = target.rsplit_once('/')?;
    let name = file.strip_suffix(".rs")?;
    folder.ends_with("crates/losses/examples").then_some(name)
}

/// The assertions that are written in a program; one in a loop counts once.
fn assertions(program: &str) -> usize {
    static ASSERTION: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\bassert(?:_\w+)?!").expect("it is a constant"));
    program
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .map(|code| ASSERTION.find_iter(code).count())
        .sum()
}

/// Whether this part of what the proofs printed is about a whole domain.
fn is_proof(printed: &str, anchor: &str) -> bool {
    let start = format!("ANCHOR: {anchor}\n");
    printed
        .split_once(&start)
        .is_some_and(|(_, text)| text.starts_with("Proven at every point"))
}

const CLAIM: &str = "<div class=\"claim\">";

/// The claims of a page with the programs that follow them.
fn claims(text: &str) -> Vec<Claim> {
    let mut found = Vec::new();
    let mut ids = BTreeMap::new();
    for rest in text.split(CLAIM).skip(1) {
        let (words, _) = rest.split_once("</div>").unwrap_or((rest, ""));
        let program = following(text, rest);
        found.push(Claim {
            id: id(program.as_deref(), &mut ids),
            text: words
                .lines()
                .filter(|line| !line.starts_with("[How we know]"))
                .collect::<Vec<_>>()
                .join("\n")
                .trim()
                .trim_start_matches("**Claim.**")
                .trim()
                .to_owned(),
            program,
        });
    }
    found
}

/// The first program after a place in a page.
fn following(text: &str, rest: &str) -> Option<String> {
    let start = rest.as_ptr() as usize - text.as_ptr() as usize;
    INCLUDE
        .captures_iter(&text[start..])
        .find_map(|include| program(include.get(1)?.as_str()).map(str::to_owned))
}

/// `claim-huber_steps`, and `claim-huber_steps-2` for the second before it.
fn id(program: Option<&str>, taken: &mut BTreeMap<String, usize>) -> String {
    let id = format!("claim-{}", program.unwrap_or("alone"));
    let count = taken.entry(id.clone()).or_default();
    *count += 1;
    match count {
        1 => id,
        count => format!("{id}-{count}"),
    }
}

/// The page with an address on each claim.
fn with_ids(text: &str) -> String {
    let mut claims = claims(text).into_iter();
    let mut parts = text.split(CLAIM);
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let id = claims.next().map_or(String::new(), |claim| claim.id);
        let _ = write!(result, "<div class=\"claim\" id=\"{id}\">{part}");
    }
    result
}

/// What stands behind the whole book, for the page at `from`.
fn whole(pages: &[Page], from: &str) -> String {
    let programs: BTreeMap<&String, &usize> = pages.iter().flat_map(|it| &it.programs).collect();
    let sum = |count: fn(&Page) -> usize| pages.iter().map(count).sum::<usize>();
    let mut text = format!(
        "{} with {} stand behind the book, and {}.\n\
         Its pages make {} in boxes, and the build computes {} of its quizzes.\n\n\
         | page | programs | assertions | proofs | claims | quiz numbers |\n|---|---:|---:|---:|---:|---:|\n",
        counted(programs.len(), "program"),
        counted(programs.values().copied().sum(), "assertion"),
        counted(sum(|it| it.n_proofs), "citation") + " of a proof over a whole domain",
        counted(sum(|it| it.claims.len()), "claim"),
        counted(sum(|it| it.n_numbers), "number"),
    );
    for page in pages {
        let _ = writeln!(
            text,
            "| [{}]({}) | {} | {} | {} | {} | {} |",
            page.title,
            relative(from, &page.path),
            page.programs.len(),
            page.n_assertions(),
            page.n_proofs,
            page.claims.len(),
            page.n_numbers,
        );
    }
    text += "\n## Page by page {#pages}\n";
    for page in pages {
        text += &of_page(page, from);
    }
    text
}

/// The programs and claims of one page.
fn of_page(page: &Page, from: &str) -> String {
    let address = relative(from, &page.path);
    let mut text = format!(
        "\n### {} {{#{}}}\n\n[This page]({address}) stands on {}.\n",
        page.title,
        page.id(),
        page.counts()
    );
    for claim in &page.claims {
        let by = claim.program.as_ref().map_or(String::new(), |name| {
            format!(
                "\n\n[By `{name}`]({address}#{}), {}.",
                claim.id,
                counted(page.programs.get(name).copied().unwrap_or(0), "assertion")
            )
        });
        let _ = write!(
            text,
            "\n{CLAIM}\n\n{}{by}\n\n</div>\n",
            with_links_from(&claim.text, &page.path, from),
        );
    }
    let claimed: Vec<&String> = page
        .claims
        .iter()
        .filter_map(|it| it.program.as_ref())
        .collect();
    let others: Vec<String> = page
        .programs
        .iter()
        .filter(|(name, _)| !claimed.contains(name))
        .map(|(name, n)| format!("`{name}` ({n})"))
        .collect();
    if !others.is_empty() {
        let _ = writeln!(
            text,
            "\nPrograms without a box, with their assertions: {}.",
            others.join(", ")
        );
    }
    text
}

/// Markdown of one page with its links as seen from another.
fn with_links_from(markdown: &str, page: &str, from: &str) -> String {
    static LINK: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\]\(([^)\s]+)\)").expect("it is a constant"));
    LINK.replace_all(markdown, |link: &Captures<'_>| {
        let target = &link[1];
        if target.contains("://") {
            link[0].to_owned()
        } else if target.starts_with('#') {
            format!("]({}{target})", relative(from, page))
        } else {
            format!("]({})", relative(from, &joined(page, target)))
        }
    })
    .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# Huber\n\n<div class=\"claim\">\n\n**Claim.** It is [flat](mse.md#a), see [below](#b).\n\n\
        [How we know](../k.md): {{#include ../proofs/known.txt:flat}}\n\n</div>\n\n\
        ```rust\n{{#rustdoc_include ../../crates/losses/examples/huber_flat.rs:program}}\n```\n\n\
        <div class=\"claim\">\n\n**Claim.** Two.\n\n</div>\n\n<div class=\"claim\">\n\n**Claim.** Three.\n\n</div>\n\n\
        {{#rustdoc_include ../../crates/losses/examples/huber_steps.rs:program}}\n\n\
        {{#rustdoc_include ../../crates/losses/examples/huber_steps.rs:more}}\n";

    fn book_of(root: &Path) -> Vec<String> {
        let write = |path: &str, text: &str| {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write(
            "crates/losses/examples/huber_flat.rs",
            "// assert!(no)\nassert!(a);\nassert_eq!(a, b); assert_relative_eq!(a, b);\n",
        );
        write(
            "crates/losses/examples/huber_steps.rs",
            "for r in rs {\n    assert!(r);\n}\n",
        );
        write("src/regression/huber.md", PAGE);
        write(
            "src/proofs/known.txt",
            "ANCHOR: flat\nProven at every point, not sampled.\nANCHOR_END: flat\n",
        );
        let mut book = Book::new();
        for (path, content) in [
            ("regression/huber.md", PAGE),
            ("a/plain.md", "# Plain\n"),
            ("reference/all.md", WHOLE),
        ] {
            book.push_item(Chapter {
                name: format!("Page {path}"),
                content: content.to_owned(),
                path: Some(path.into()),
                source_path: Some(path.into()),
                ..Chapter::default()
            });
        }
        let context = PreprocessorContext::new(root.into(), Default::default(), "html".into());
        let mut contents = Vec::new();
        Evidence
            .run(&context, book)
            .unwrap()
            .for_each_chapter_mut(|chapter| contents.push(chapter.content.clone()));
        contents
    }

    #[test]
    fn a_page_says_what_stands_behind_it() {
        let root = tempfile::tempdir().unwrap();
        let contents = book_of(root.path());
        assert!(
            contents[0].ends_with(
                "<p class=\"trust\"><a href=\"../reference/all.html#regression-huber\">2 programs with 4 assertions \
                 and 1 proof over a whole domain</a> stand behind this page.</p>\n"
            ),
            "{}",
            contents[0]
        );
        assert_eq!(contents[1], "# Plain\n");
    }

    #[test]
    fn every_claim_has_an_address_and_is_listed_with_its_program() {
        let root = tempfile::tempdir().unwrap();
        let contents = book_of(root.path());
        for id in [
            "claim-huber_flat",
            "claim-huber_steps",
            "claim-huber_steps-2",
        ] {
            assert!(
                contents[0].contains(&format!("<div class=\"claim\" id=\"{id}\">")),
                "{id}"
            );
            assert!(
                contents[2].contains(&format!("](../regression/huber.md#{id})")),
                "{id}"
            );
        }
        for expected in [
            "| [Page regression/huber.md](../regression/huber.md) | 2 | 4 | 1 | 3 | 0 |",
            "It is [flat](../regression/mse.md#a), see [below](../regression/huber.md#b).\n\n[By `huber_flat`]",
            "2 programs with 4 assertions stand behind the book",
        ] {
            assert!(
                contents[2].contains(expected),
                "{expected} is not in {}",
                contents[2]
            );
        }
        assert!(!contents[2].contains("How we know") && !contents[2].contains("plain.md"));
    }
}
