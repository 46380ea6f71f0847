//! One question as one card: HTML with formulas for Anki's MathJax.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::LazyLock;

use anyhow::{Context, Result};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Parser, Tag, TagEnd, html};
use regex::Regex;

use crate::questions::{Interview, Page};
use crate::quiz::fence::options;
use crate::quiz::{Choice, Kind, Level, Question, Text};

/// What makes cards: the abbreviations that formulas may use.
pub struct Cards {
    macros: Vec<Macro>,
}

struct Macro {
    name: String,
    meaning: String,
}

impl Cards {
    /// Reads the abbreviations of the formulas, `macros.txt`, if there are any.
    ///
    /// # Errors
    ///
    /// When the file is there and cannot be read.
    pub fn read(root: &Path) -> Result<Self> {
        match fs::read_to_string(root.join("macros.txt")) {
            Ok(text) => Ok(Self::new(&text)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::new("")),
            Err(error) => Err(error).context("cannot read macros.txt"),
        }
    }

    fn new(macros: &str) -> Self {
        let macros = macros.lines().filter_map(|line| line.split_once(':'));
        Self {
            macros: macros
                .map(|(name, meaning)| Macro {
                    name: name.to_owned(),
                    meaning: meaning.to_owned(),
                })
                .collect(),
        }
    }

    /// A row of the deck for each question of a page.
    pub fn of_page<'a>(&'a self, page: &'a Page) -> impl Iterator<Item = String> + 'a {
        let interview = page.interview.iter().map(|it| {
            let back = self.interview_answer(it);
            row(
                page,
                &it.id,
                it.level,
                "interview",
                &escape(&it.title),
                &back,
            )
        });
        let quiz = page.quiz.iter().map(|it| {
            let (front, back) = self.quiz_sides(it);
            row(page, &it.id, it.level, "quiz", &front, &back)
        });
        interview.chain(quiz)
    }

    fn interview_answer(&self, question: &Interview) -> String {
        let labeled = |label: &str, part: &str| self.html(&format!("**{label}** {part}"));
        self.html(&question.short)
            + "<hr>"
            + &labeled("Depth.", &question.depth)
            + &labeled("Follow-up.", &question.follow_up)
            + &labeled("Trap.", &question.trap)
    }

    fn quiz_sides(&self, question: &Question) -> (String, String) {
        let ask = self.html(&question.ask.markdown);
        match &question.kind {
            Kind::One(choices) | Kind::Several(choices) => self.choices(&ask, choices),
            Kind::Number {
                answer, unit, why, ..
            } => {
                let unit = unit.as_ref().map(|it| format!(" {}", escape(it)));
                let value = format!("<p><b>{}{}</b></p>", answer.value, unit.unwrap_or_default());
                (ask, value + &self.html(&why.markdown))
            }
            Kind::Order { items, why } => {
                // Sorted by their letters, so that the front does not tell.
                let mut shuffled: Vec<&Text> = items.iter().collect();
                shuffled.sort_by(|a, b| a.markdown.cmp(&b.markdown));
                let front = ask + &self.list("ul", shuffled);
                (front, self.list("ol", items) + &self.html(&why.markdown))
            }
            Kind::Match(pairs) => {
                let mut partners: Vec<&Text> = pairs.iter().map(|it| &it.right).collect();
                partners.sort_by(|a, b| a.markdown.cmp(&b.markdown));
                let front = ask
                    + &self.list("ul", pairs.iter().map(|it| &it.left))
                    + "<hr>"
                    + &self.list("ul", partners);
                let back = pairs.iter().map(|it| {
                    let joined = format!(
                        "{} → **{}**. {}",
                        it.left.markdown, it.right.markdown, it.why.markdown
                    );
                    self.html(&joined)
                });
                (front, back.collect())
            }
            Kind::Aloud { answer, rubric } => {
                let back = self.html(&answer.markdown) + "<hr>" + &self.list("ul", rubric);
                (ask, back)
            }
        }
    }

    fn choices(&self, ask: &str, choices: &[Choice]) -> (String, String) {
        let front = ask.to_owned()
            + &self.lettered(choices.iter().map(|it| self.inline(&it.text.markdown)));
        let back = choices.iter().map(|it| {
            let verdict = if it.right { "<b>right</b>" } else { "wrong" };
            format!("{verdict}: {}", self.inline(&it.why.markdown))
        });
        (front, self.lettered(back))
    }

    fn lettered(&self, items: impl Iterator<Item = String>) -> String {
        let items: String = items.map(|it| format!("<li>{it}</li>")).collect();
        format!("<ol type=\"A\">{items}</ol>")
    }

    fn list<'a>(&self, tag: &str, items: impl IntoIterator<Item = &'a Text>) -> String {
        let items: String = items
            .into_iter()
            .map(|it| format!("<li>{}</li>", self.inline(&it.markdown)))
            .collect();
        format!("<{tag}>{items}</{tag}>")
    }

    /// Without the paragraph around it.
    fn inline(&self, markdown: &str) -> String {
        let html = self.html(markdown);
        let inner = html
            .strip_prefix("<p>")
            .and_then(|it| it.strip_suffix("</p>"));
        match inner {
            Some(inner) if !inner.contains("<p>") => inner.to_owned(),
            _ => html,
        }
    }

    /// Markdown as HTML on one line: formulas in the delimiters of MathJax,
    /// figures left out, links as their words.
    fn html(&self, markdown: &str) -> String {
        static FIGURE: LazyLock<Regex> =
            LazyLock::new(|| Regex::new("(?s)<figure>.*?</figure>").expect("it is a constant"));
        let text = FIGURE.replace_all(markdown, "*(There is a figure on the page.)*");
        let mut is_rust = false;
        let events = Parser::new_ext(&text, options()).filter_map(|event| match event {
            Event::InlineMath(tex) => Some(self.formula(&tex, "\\(", "\\)")),
            Event::DisplayMath(tex) => Some(self.formula(&tex, "\\[", "\\]")),
            Event::Start(Tag::Link { .. } | Tag::Image { .. })
            | Event::End(TagEnd::Link | TagEnd::Image) => None,
            Event::Start(Tag::CodeBlock(kind)) => {
                is_rust = matches!(&kind, CodeBlockKind::Fenced(info) if info.starts_with("rust"));
                Some(Event::Start(Tag::CodeBlock(kind)))
            }
            Event::End(TagEnd::CodeBlock) => {
                is_rust = false;
                Some(Event::End(TagEnd::CodeBlock))
            }
            Event::Text(code) if is_rust => Some(Event::Text(shown_lines(&code).into())),
            other => Some(other),
        });
        let mut written = String::new();
        html::push_html(&mut written, events);
        one_line(&written)
    }

    fn formula<'a>(&self, tex: &str, open: &str, close: &str) -> Event<'a> {
        let tex = self.expanded(tex);
        Event::InlineHtml(CowStr::from(format!("{open}{}{close}", escape(&tex))))
    }

    /// The formula without the book's abbreviations.
    fn expanded(&self, tex: &str) -> String {
        let mut tex = tex.to_owned();
        for Macro { name, meaning } in &self.macros {
            while let Some(start) = find_command(&tex, name) {
                let rest = &tex[start + name.len()..];
                let (argument, used) = if meaning.contains("#1") {
                    argument(rest)
                } else {
                    ("", 0)
                };
                // A command at the end of the meaning must not run into a letter.
                let expanded = format!("{{{}}}", meaning.replace("#1", &format!(" {argument}")));
                let end = start + name.len() + used;
                tex.replace_range(start..end, &expanded);
            }
        }
        tex
    }
}

fn row(page: &Page, id: &str, level: Level, kind: &str, front: &str, back: &str) -> String {
    let part = page.part.as_deref().unwrap_or("Overview");
    let deck = format!("Loss Functions::{part}::{}", page.title);
    let tags = format!("loss-functions {kind} {}", level.name());
    [id, &deck, &tags, front, back].join("\t")
}

/// Where a command stands that no letter follows.
fn find_command(tex: &str, name: &str) -> Option<usize> {
    tex.match_indices(name)
        .map(|(start, _)| start)
        .find(|start| !tex[start + name.len()..].starts_with(|it: char| it.is_ascii_alphabetic()))
}

/// What a command is applied to, and how much of the text that is.
fn argument(rest: &str) -> (&str, usize) {
    let text = rest.trim_start();
    let skipped = rest.len() - text.len();
    if !text.starts_with('{') {
        let length = text.chars().next().map_or(0, char::len_utf8);
        return (&text[..length], skipped + length);
    }
    let mut depth = 0;
    for (position, letter) in text.char_indices() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        if depth == 0 {
            return (&text[1..position], skipped + position + 1);
        }
    }
    (text, skipped + text.len())
}

/// Rust without the lines that the page hides.
fn shown_lines(code: &str) -> String {
    code.lines()
        .filter(|line| line.trim_start() != "#" && !line.trim_start().starts_with("# "))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// Line breaks become spaces, and `<br>` where they count.
fn one_line(html: &str) -> String {
    let mut line = String::new();
    for (position, piece) in html.trim().split("<pre>").enumerate() {
        let (code, rest) = if position == 0 {
            ("", piece)
        } else {
            piece.split_once("</pre>").unwrap_or((piece, ""))
        };
        if position > 0 {
            let code = code.trim_end().replace("\n</code>", "</code>");
            line += &format!(
                "<pre>{}</pre>",
                code.replace('\n', "<br>").replace('\t', "    ")
            );
        }
        line += &rest.replace(">\n<", "><").replace(['\n', '\t'], " ");
    }
    line.trim().to_owned()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cards() -> Cards {
        Cards::new(
            "\\norm:\\left\\lVert#1\\right\\rVert\n\\E:\\operatorname{\\mathbb{E}}\n\\abs:\\left|#1\\right|\n",
        )
    }

    #[test]
    fn formulas_get_the_delimiters_of_mathjax_and_no_abbreviations() {
        let html = cards().html("If $\\norm{x_{1}} < \\Epsilon$ and $$\\E[\\abs y]$$ then.");
        assert_eq!(
            html,
            "<p>If \\({\\left\\lVertx_{1}\\right\\rVert} &lt; \\Epsilon\\) and \\[{\\operatorname{\\mathbb{E}}}[{\\left| y\\right|}]\\] then.</p>"
                .replace("lVertx", "lVert x")
        );
    }

    #[test]
    fn links_become_words_and_figures_a_note() {
        let html = cards().html("See [the page](mse.md#x).\n\n<figure>\n\n<svg/>\n\n</figure>\n");
        assert_eq!(
            html,
            "<p>See the page.</p><p><em>(There is a figure on the page.)</em></p>"
        );
    }

    #[test]
    fn code_keeps_its_lines_and_loses_the_hidden_ones() {
        let html = cards().html("```rust\n# extern crate losses;\nlet a = 1;\nlet b = 2;\n```\n");
        assert_eq!(
            html,
            "<pre><code class=\"language-rust\">let a = 1;<br>let b = 2;</code></pre>"
        );
    }

    #[test]
    fn a_row_has_no_line_break_and_no_tab_of_its_own() {
        let html = cards().html("a\nb\n\n- c\n- d\n\n```text\nx\ty\n```\n");
        assert!(!html.contains(['\n', '\t']), "{html}");
        assert!(html.contains("x    y"), "{html}");
    }
}
