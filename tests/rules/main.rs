//! The book's rules as tests, one file a rule.
//!
//! Each begins with `check`, which reads a [`manuscript::Manuscript`] and
//! returns what breaks the rule. Then come the test that this book keeps it,
//! and for each way to break it a test with a book that is rejected.

mod directives;
mod document;
mod draft;
mod finding;
mod fuzz;
mod html;
mod manuscript;
mod markdown;
#[path = "../markdown_files.rs"]
mod markdown_files;
#[path = "../mutations.rs"]
mod mutations;

mod examples;
mod exercises;
mod fences;
mod formulas;
mod includes;
mod katex;
mod layout;
mod links;
mod numbers;
mod palette;
mod quizzes;
mod shape;
mod shared;
mod warnings;
mod words;

/// A rule: reads a book and returns what breaks it.
type Check = fn(&manuscript::Manuscript) -> Vec<finding::Finding>;

/// Every rule by the name of its file.
#[cfg(test)]
const RULES: [(&str, Check); 15] = [
    ("examples", examples::check),
    ("exercises", exercises::check),
    ("fences", fences::check),
    ("formulas", formulas::check),
    ("includes", includes::check),
    ("katex", katex::check),
    ("layout", layout::check),
    ("links", links::check),
    ("numbers", numbers::check),
    ("palette", palette::check),
    ("quizzes", quizzes::check),
    ("shape", shape::check),
    ("shared", shared::check),
    ("warnings", warnings::check),
    ("words", words::check),
];
