//! A small book in a folder of its own, whole until a test breaks it.
//!
//! A negative test changes one thing in a whole book and names the place, the
//! problem and the remedy that the rule must come up with:
//!
//! ```ignore
//! Draft::new()
//!     .replace("src/regression/mse.md", "moves to 22", "moves to 25")
//!     .rejected_by(check)
//!     .at("src/regression/mse.md", "moves to 25")
//!     .saying("no example on this page prints 25")
//!     .with_remedy("cargo book run --update");
//! ```

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::Check;
use crate::document::Document;
use crate::finding::Finding;
use crate::manuscript::Manuscript;

/// The one chapter of a draft.
pub const CHAPTER: &str = "src/regression/mse.md";

/// A book that a test may break.
pub struct Draft {
    folder: TempDir,
}

impl Draft {
    /// A small book that keeps every rule: one chapter with four examples.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("there is a folder for temporary files");
        let draft = Self { folder };
        whole_book(draft)
    }

    /// Writes a file.
    pub fn write(self, path: &str, text: &str) -> Self {
        let path = self.root().join(path);
        let folder = path.parent().expect("it lies in the draft");
        fs::create_dir_all(folder).expect("the draft can be written");
        fs::write(path, text).expect("the draft can be written");
        self
    }

    /// Changes every `from` in a file to `to`.
    ///
    /// # Panics
    ///
    /// When there is none: the test would break nothing.
    #[track_caller]
    pub fn replace(self, path: &str, from: &str, to: &str) -> Self {
        let text = self.text(path);
        assert!(text.contains(from), "{path} has no `{from}`");
        self.write(path, &text.replace(from, to))
    }

    /// Adds a text at the end of a file.
    pub fn append(self, path: &str, text: &str) -> Self {
        let longer = self.text(path) + text;
        self.write(path, &longer)
    }

    /// Removes a file or a folder.
    pub fn remove(self, path: &str) -> Self {
        let full = self.root().join(path);
        let removed = if full.is_dir() {
            fs::remove_dir_all(full)
        } else {
            fs::remove_file(full)
        };
        removed.expect("it was there");
        self
    }

    /// The draft as the rules see it.
    pub fn manuscript(&self) -> Manuscript {
        Manuscript::read(self.root())
    }

    /// What the rule says, which must be exactly one thing.
    #[track_caller]
    pub fn rejected_by(&self, check: Check) -> Rejection<'_> {
        let findings = check(&self.manuscript());
        let [finding] = findings.as_slice() else {
            panic!("one finding was expected, not these: {findings:#?}");
        };
        Rejection {
            draft: self,
            finding: finding.clone(),
        }
    }

    /// Passes when the rule has nothing to say.
    #[track_caller]
    pub fn accepted_by(&self, check: Check) {
        assert_eq!(check(&self.manuscript()), []);
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    /// What is in a file.
    pub fn text(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).expect("the draft has this file")
    }
}

/// A finding, to be looked at part by part.
pub struct Rejection<'a> {
    draft: &'a Draft,
    finding: Finding,
}

impl Rejection<'_> {
    /// The finding is about the first line of the file that holds `snippet`.
    #[track_caller]
    pub fn at(self, file: &str, snippet: &str) -> Self {
        let document = Document::read(self.draft.root(), file).expect("the draft has this file");
        let line = document.line_with(snippet).expect("the file has this line");
        assert_eq!(
            (self.finding.file.as_str(), self.finding.line),
            (file, line),
            "{}",
            self.finding
        );
        self
    }

    /// The finding is about the file as a whole, or about one that is missing.
    #[track_caller]
    pub fn at_file(self, file: &str) -> Self {
        assert_eq!(
            (self.finding.file.as_str(), self.finding.line),
            (file, 1),
            "{}",
            self.finding
        );
        self
    }

    /// The problem contains these words.
    #[track_caller]
    pub fn saying(self, words: &str) -> Self {
        assert!(self.finding.problem.contains(words), "{}", self.finding);
        self
    }

    /// The remedy contains these words.
    #[track_caller]
    pub fn with_remedy(self, words: &str) -> Self {
        assert!(self.finding.remedy.contains(words), "{}", self.finding);
        self
    }
}

/// The quiz of the chapter.
pub const QUIZ: &str = r#"
## Quiz

```quiz
[[question]]
id = "mse-quiz-a"
level = "core"
concept = true
type = "one"
ask = 'Why is $r^2$ not $|r|$?'
options = [
  { text = 'The square $s$', right = true, why = "yes" },
  { text = "Another", why = "no" },
]

[[question]]
id = "mse-quiz-b"
level = "core"
concept = true
type = "order"
ask = "Which first?"
items = ["first", "second", "third"]
why = "so"

[[question]]
id = "mse-quiz-n"
level = "core"
type = "number"
ask = "Of 3?"
answer = "9"
proof = "3.0_f64.powi(2)"
why = "so"

[[question]]
id = "mse-quiz-o"
level = "core"
type = "number"
ask = "Of 3?"
answer = "9"
proof = "3.0_f64.powi(2)"
why = "so"

[[question]]
id = "mse-quiz-c"
level = "core"
type = "aloud"
ask = "What is c?"
answer = "This."
rubric = ["says c"]

[[question]]
id = "mse-quiz-d"
level = "core"
type = "aloud"
ask = "What is d?"
answer = "That."
rubric = ["says d"]
```
"#;

const TOPICS: [&str; 4] = ["outlier", "units", "scale", "gradient"];

fn whole_book(draft: Draft) -> Draft {
    let mut draft = draft
        .write("book.toml", BOOK)
        .write("SUMMARY.md", SUMMARY)
        .write(
            "src/introduction.md",
            "# Introduction\n\nSee [the chapter](regression/mse.md#numerics).\n",
        )
        .write(CHAPTER, &chapter())
        .write("src/katex/katex.min.css", &katex_css())
        .write("src/katex/fonts/KaTeX_Main-Regular.woff2", "")
        .write("theme/figures.css", &figures::css())
        .write("scripts/readme.txt", "")
        .write("tests/rules/number_exemptions.toml", "")
        .write(
            book::quiz::ledger::LEDGER,
            "mse-quiz-a\nmse-quiz-b\nmse-quiz-c\nmse-quiz-d\nmse-quiz-n\nmse-quiz-o\n",
        )
        .write(
            "crates/losses/src/regression/mse.rs",
            "//! Squared error.\n",
        )
        .write("crates/losses/tests/mse.rs", "//! Tests.\n")
        .write("src/examples/mse_outlier.svg", FIGURE);
    for topic in TOPICS {
        let program = PROGRAM.replace("the outlier", &format!("the {topic}"));
        draft = draft
            .write(&format!("crates/losses/examples/mse_{topic}.rs"), &program)
            .write(&format!("src/examples/mse_{topic}.txt"), OUTPUT);
    }
    std::os::unix::fs::symlink("../SUMMARY.md", draft.root().join("src/SUMMARY.md"))
        .expect("the draft can be written");
    draft
}

const BOOK: &str = r#"[book]
title = "A draft"
src = "src"

[preprocessor.katex]
after = ["links"]
output = "htmlAndMathml"
no-css = true

[preprocessor.quiz]
command = "false"
after = ["links"]
before = ["katex"]

[preprocessor.drop-annotations]
command = "false"
after = ["katex"]

[output.html.playground]
runnable = false

[output.html.search]
enable = false

[output.html.print]
enable = false
"#;

const SUMMARY: &str = "# Summary

[Introduction](introduction.md)

# Regression

- [Mean squared error](regression/mse.md)
- [Huber loss]()
";

const PROGRAM: &str = "//! The mean follows the outlier.

extern crate losses;

fn main() {
    // ANCHOR: program
    println!(\"mean  22.0\");
    // ANCHOR_END: program
}
";

const OUTPUT: &str = "fitted mean  22.0
gradient  -0.99995
tiny  9.08e-5
share  95.1%
rows  12,345
ratio  0.296296
";

const FIGURE: &str = "<svg class=\"figure\" viewBox=\"0 0 1 1\" role=\"img\" \
aria-labelledby=\"mse_outlier-title mse_outlier-description\">
<title id=\"mse_outlier-title\">The fitted mean</title>
<desc id=\"mse_outlier-description\">A line that rises.</desc>
</svg>
";

fn katex_css() -> String {
    format!(
        "@font-face{{src:url(fonts/KaTeX_Main-Regular.woff2) format(\"woff2\")}}\
         .katex .katex-version:after{{content:\"{}\"}}\n",
        katex::KATEX_VERSION
    )
}

const GLANCE: &str = r#"<div class="glance">

The residual $r$ is squared.

$$
\ell = r^2
$$

<figure>

{{#include ../examples/mse_outlier.svg}}

<figcaption>

What to see: the mean moves to 22.

</figcaption>
</figure>

</div>
"#;

fn chapter() -> String {
    let mut text = String::from("# Mean squared error\n");
    for title in [
        "In one breath",
        "Definition",
        "Where it comes from",
        "Gradient and curvature",
        "What one outlier does",
        "Numerics",
        "In the libraries",
    ] {
        let _ = write!(text, "\n## {title}\n\n");
        text += match title {
            "In one breath" => GLANCE,
            _ => "The residual $r$ is squared.\n",
        };
    }
    for topic in TOPICS {
        let _ = write!(
            text,
            "\n```rust\n{{{{#rustdoc_include ../../crates/losses/examples/mse_{topic}.rs:program}}}}\n```\n\
             \n```text\n{{{{#include ../examples/mse_{topic}.txt}}}}\n```\n"
        );
    }
    text += "\n## Interview questions\n";
    for letter in 'a'..='h' {
        let _ = write!(
            text,
            "\n### Question {letter}? {{#mse-{letter} .core}}\n\nThe short answer.\n\n\
             **Depth.** More.\n\n**Follow-up.** *The next question?* Its answer.\n\n\
             **Trap.** The wrong answer.\n"
        );
    }
    text += QUIZ;
    text += "\n## References\n\nPeter J. Huber (1964). Robust estimation.\n";
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_book_keeps_every_rule() {
        let draft = Draft::new();
        let manuscript = draft.manuscript();
        for (name, check) in crate::RULES {
            assert_eq!(check(&manuscript), [], "{name}");
        }
    }
}
