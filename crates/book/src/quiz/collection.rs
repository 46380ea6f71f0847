//! The questions of all pages on one: a list of them for the page of
//! progress, and the questions themselves for the review.
//!
//! They are part of mdBook's page; `finish/review.rs` puts those of the review
//! into files of their own.

use std::fmt::Write as _;

use super::{Level, Question, render};
use crate::questions::Interview;

/// A page with its questions.
pub struct Page {
    /// The path relative to the source folder, `regression/huber.md`.
    pub path: String,
    /// Its name in the table of contents.
    pub title: String,
    /// In order, over all its quizzes.
    pub questions: Vec<Question>,
}

/// A list of all questions with links to them, for the page at `from`.
#[must_use]
pub fn index(pages: &[Page], from: &str) -> String {
    let mut list = String::from("<div class=\"quiz-index\">\n");
    for page in pages {
        let _ = writeln!(
            list,
            "<p><a href=\"{}#quiz\">{}</a></p>\n<ol>",
            relative(from, &page.address()),
            render::escaped(&page.title)
        );
        for question in &page.questions {
            // The links of an ask would stand inside of this one.
            let ask = render::without_links(&render::first_paragraph(&question.ask).0);
            let _ = writeln!(
                list,
                "<li data-id=\"{id}\" data-level=\"{level}\"><a href=\"{address}#{id}\">{ask}</a> \
                 <small>{level}</small></li>",
                id = question.id,
                level = question.level,
                address = relative(from, &page.address()),
            );
        }
        list += "</ol>\n";
    }
    list + "</div>\n"
}

/// How many questions there are, by page and by level, for the page at `from`;
/// `src/study/progress.js` counts in the empty columns what was answered.
#[must_use]
pub fn counts(pages: &[Page], from: &str) -> String {
    let by_page = pages.iter().map(|page| {
        let (address, title) = (
            relative(from, &page.address()),
            render::escaped(&page.title),
        );
        let name = format!("<a href=\"{address}#quiz\">{title}</a>");
        (name, page.questions.len())
    });
    let by_level = Level::ALL.iter().map(|level| {
        let questions = pages.iter().flat_map(|page| &page.questions);
        let name = level.name().to_owned();
        (name, questions.filter(|it| it.level == *level).count())
    });
    let tables = [table("Loss or topic", by_page), table("Level", by_level)];
    format!("<div class=\"quiz-counts\">\n{}</div>\n", tables.concat())
}

fn table(title: &str, rows: impl Iterator<Item = (String, usize)>) -> String {
    let mut table = format!(
        "<div class=\"table-wrapper\"><table>\n<thead><tr><th scope=\"col\">{title}</th><th scope=\"col\">all</th>\
         <th scope=\"col\">answered</th><th scope=\"col\">right</th><th scope=\"col\">weak</th></tr></thead>\n<tbody>\n"
    );
    for (name, n_questions) in rows {
        let _ = writeln!(
            table,
            "<tr><td>{name}</td><td>{n_questions}</td><td>0</td><td>0</td><td>0</td></tr>"
        );
    }
    table + "</tbody>\n</table></div>\n"
}

/// All questions, page by page, for the page at `from`.
#[must_use]
pub fn all(pages: &[Page], from: &str) -> String {
    let mut result = String::new();
    for page in pages {
        let address = relative(from, &page.address());
        let _ = writeln!(
            result,
            "<div class=\"quiz\">\n<p class=\"quiz-page\"><a href=\"{address}#quiz\">{}</a></p>",
            render::escaped(&page.title)
        );
        for (question, number) in page.questions.iter().zip(1..) {
            let html = render::fieldset(question, number);
            result += &with_links_from(&html, &page.path, from);
        }
        result += "</div>\n\n";
    }
    result
}

/// A page with its interview questions.
pub struct InterviewPage {
    /// The path relative to the source folder, `regression/huber.md`.
    pub path: String,
    /// Its name in the table of contents.
    pub title: String,
    /// In order.
    pub questions: Vec<Interview>,
}

/// A list of all interview questions with links to them, for the page at
/// `from`; the answers stay on their pages.
#[must_use]
pub fn interviews(pages: &[InterviewPage], from: &str) -> String {
    let mut list = String::from("<div class=\"interview-index\">\n");
    for page in pages {
        let address = relative(from, &address(&page.path));
        let _ = writeln!(
            list,
            "<p><a href=\"{address}#interview-questions\">{}</a></p>\n<ol>",
            render::escaped(&page.title)
        );
        for question in &page.questions {
            let _ = writeln!(
                list,
                "<li data-level=\"{level}\"><a href=\"{address}#{id}\">{title}</a> <small>{level}</small></li>",
                id = question.id,
                level = question.level,
                title = render::escaped(&question.title),
            );
        }
        list += "</ol>\n";
    }
    list + "</div>\n"
}

/// The interview questions whose sources were counted, the most asked first,
/// for the page at `from`.
#[must_use]
pub fn most_asked(pages: &[InterviewPage], from: &str) -> String {
    let mut questions: Vec<(u32, &InterviewPage, &Interview)> = pages
        .iter()
        .flat_map(|page| page.questions.iter().map(move |it| (page, it)))
        .filter_map(|(page, it)| Some((it.sources?, page, it)))
        .collect();
    // Stable: what is asked equally often stays in the order of the book.
    questions.sort_by_key(|(sources, ..)| std::cmp::Reverse(*sources));
    let mut list = String::new();
    for group in questions.chunk_by(|a, b| a.0 == b.0) {
        let sources = group[0].0;
        let plural = if sources == 1 { "" } else { "s" };
        let _ = writeln!(list, "<h3>{sources} source{plural}</h3>\n<ol>");
        for (_, page, question) in group {
            let _ = writeln!(
                list,
                "<li><a href=\"{address}#{id}\">{title}</a> <small>{level}, {page}</small></li>",
                address = relative(from, &address(&page.path)),
                id = question.id,
                level = question.level,
                title = render::escaped(&question.title),
                page = render::escaped(&page.title),
            );
        }
        list += "</ol>\n";
    }
    format!("<div class=\"interview-index\">\n{list}</div>\n")
}

impl Page {
    fn address(&self) -> String {
        address(&self.path)
    }
}

/// Where a page of Markdown lies in the site.
fn address(path: &str) -> String {
    path.strip_suffix(".md").unwrap_or(path).to_owned() + ".html"
}

/// The links of a piece of the page at `page`, as the page at `from` has to
/// write them.
fn with_links_from(html: &str, page: &str, from: &str) -> String {
    const HREF: &str = " href=\"";
    let mut parts = html.split(HREF);
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (target, rest) = part.split_once('"').unwrap_or((part, ""));
        let is_outside = target.contains(':') || target.starts_with('/');
        let target = if is_outside {
            target.to_owned()
        } else if let Some(fragment) = target.strip_prefix('#') {
            format!("{}#{fragment}", relative(from, page))
        } else {
            relative(from, &joined(page, target))
        };
        let _ = write!(result, "{HREF}{target}\"{rest}");
    }
    result
}

/// `target` as the page at `page` means it, from the source folder.
pub(crate) fn joined(page: &str, target: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// The way from one page to another, both from the source folder.
pub(crate) fn relative(from: &str, to: &str) -> String {
    let depth = from.matches('/').count();
    "../".repeat(depth) + to
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::read;

    fn pages() -> Vec<Page> {
        let text = "```quiz\n[[question]]\nid = \"mse-quiz-a\"\nlevel = \"core\"\ntype = \"aloud\"\n\
                    ask = \"Why [so](../a.md#b), $r^2$?\"\nanswer = \"[Here](#c), [there](mae.md), \
                    [out](https://a.org/b).\"\nrubric = [\"says so\"]\n```\n";
        let (questions, faults) = read("src/regression/mse.md", text);
        assert_eq!(faults, []);
        vec![Page {
            path: "regression/mse.md".into(),
            title: "Mean & square".into(),
            questions,
        }]
    }

    #[test]
    fn the_most_asked_come_first_and_the_uncounted_not_at_all() {
        let text = "### Rare? {#mse-rare .deep data-sources=1}\n\n### Often? {#mse-often .core data-sources=9}\n\n\
                    ### Uncounted? {#mse-uncounted .core}\n";
        let pages = [InterviewPage {
            path: "regression/mse.md".into(),
            title: "Mean squared error".into(),
            questions: crate::questions::interview(text),
        }];
        let list = most_asked(&pages, "interview/one_evening.md");
        let place = |words: &str| {
            list.find(words)
                .unwrap_or_else(|| panic!("{words} in {list}"))
        };
        assert!(place("9 sources<") < place("Often?") && place("Often?") < place("1 source<"));
        assert!(place("1 source<") < place("../regression/mse.html#mse-rare"));
        assert!(!list.contains("Uncounted"), "{list}");
    }

    #[test]
    fn interview_questions_are_listed_with_their_levels_and_addresses() {
        let text = "### Why `a < b`? {#mse-why .deep}\n\nSo.\n";
        let pages = [InterviewPage {
            path: "regression/mse.md".into(),
            title: "Mean & square".into(),
            questions: crate::questions::interview(text),
        }];
        let list = interviews(&pages, "study/mock.md");
        assert!(
            list.contains(
                "<a href=\"../regression/mse.html#interview-questions\">Mean &amp; square</a>"
            ),
            "{list}"
        );
        assert!(list.contains("<li data-level=\"deep\"><a href=\"../regression/mse.html#mse-why\">Why a &lt; b?</a>"), "{list}");
    }

    #[test]
    fn the_questions_are_counted_by_page_and_by_level() {
        let counts = counts(&pages(), "study/progress.md");
        for row in [
            "<td><a href=\"../regression/mse.html#quiz\">Mean &amp; square</a></td><td>1</td><td>0</td>",
            "<td>core</td><td>1</td>",
            "<td>deep</td><td>0</td>",
        ] {
            assert!(counts.contains(row), "{row} in {counts}");
        }
    }

    #[test]
    fn the_index_links_to_each_question_and_has_no_link_in_a_link() {
        let index = index(&pages(), "study/progress.md");
        assert!(
            index.contains(
                "<a href=\"../regression/mse.html#mse-quiz-a\">Why so, $r^2$?</a> <small>core</small>"
            ),
            "{index}"
        );
        assert!(
            index.contains("html#quiz\">Mean &amp; square</a>"),
            "{index}"
        );
        assert!(!index.contains("\n\n"), "{index}");
    }

    #[test]
    fn a_target_is_read_from_its_page_and_written_from_another() {
        for (target, path) in [
            ("mae.md", "regression/mae.md"),
            ("./mae.md", "regression/mae.md"),
            ("../study/mock.md", "study/mock.md"),
        ] {
            assert_eq!(joined("regression/mse.md", target), path);
        }
        assert_eq!(relative("index.md", "a/b.html"), "a/b.html");
        assert_eq!(relative("a/b/c.md", "d.html"), "../../d.html");
        let links = "<a href=\"/root\"></a><a href=\"mailto:x\"></a><a href=\"x.md\"></a>";
        assert_eq!(
            with_links_from(links, "a/b.md", "c/d.md"),
            "<a href=\"/root\"></a><a href=\"mailto:x\"></a><a href=\"../a/x.md\"></a>"
        );
    }

    #[test]
    fn links_lead_from_the_new_page_where_they_led_from_the_old_one() {
        let all = all(&pages(), "study/review.md");
        for href in [
            "../a.md#b",
            "../regression/mse.md#c",
            "../regression/mae.md",
            "https://a.org/b",
        ] {
            assert!(all.contains(&format!(" href=\"{href}\"")), "{href}\n{all}");
        }
    }
}
