//! The words of the book: no filler, no marketing, American spelling, one
//! name for one concept, one sentence per line.
//!
//! Only what a program can tell without a false alarm; STYLE.md has the rest.

use std::ops::Range;
use std::sync::LazyLock;

use pulldown_cmark::{Event, Tag, TagEnd};
use regex::{Regex, RegexBuilder};

use crate::directives::without_directives;
use crate::document::Document;
use crate::finding::Finding;
use crate::manuscript::Manuscript;
use crate::markdown;
use crate::quizzes::texts;

/// What we do not write, as regular expressions, and what we write instead.
const UNWANTED: [(&str, &str); 17] = [
    (
        r"it (?:is|should be) (?:important to note|noted)",
        "leave it out: the sentence stands without it",
    ),
    (r"needless to say|it goes without saying", "leave it out"),
    (r"arguably", "say when it is true, or leave it out"),
    (
        r"powerful|cutting-edge|state-of-the-art|game.chang\w+",
        "say what it does",
    ),
    (
        r"ground.truth",
        "write target (a number) or label (a class)",
    ),
    (r"KL distance", "write KL divergence: it is no distance"),
    (r"argmin", "write minimizer"),
    (r"behaviours?", "write behavior"),
    (
        r"colou?red? blindness|colou?rs?blind|colour\w*",
        "write color",
    ),
    (r"neighbour\w*", "write neighbor"),
    (r"favour\w*", "write favor"),
    (r"centred?|centres", "write center"),
    (
        r"(?:mini|maxi|opti)mis(?:e[ds]?|ing|ation|er)s?",
        "spell it with z",
    ),
    (
        r"(?:penal|normal|regular|general|initial|summar|standard|parametr)is(?:e[ds]?|ing|ation)s?",
        "spell it with z",
    ),
    (r"label(?:led|ling)", "write labeled, labeling"),
    (r"model(?:led|ling)", "write modeled, modeling"),
    (r"licence[sd]?", "write license"),
];

/// No unwanted word, no exclamation mark, no second sentence on a line.
pub fn check(manuscript: &Manuscript) -> Vec<Finding> {
    manuscript
        .pages
        .iter()
        .flat_map(|page| {
            let in_quiz = texts(page).into_iter().flat_map(|it| on_page(&it, true));
            on_page(page, false).into_iter().chain(in_quiz)
        })
        .collect()
}

/// A text of a quiz may be one line, as TOML writes it.
fn on_page(page: &Document, is_quiz: bool) -> Vec<Finding> {
    let text = without_directives(page);
    let mut findings = Vec::new();
    for Prose { range, is_one_line } in prose(&text) {
        let words = &text[range.clone()];
        let found = unwanted(words).chain(exclamation(words)).chain(
            (!is_one_line && !is_quiz)
                .then(|| second_sentence(words))
                .flatten(),
        );
        findings.extend(
            found.map(|(offset, problem, remedy)| {
                page.finding(range.start + offset, problem, remedy)
            }),
        );
    }
    findings
}

type Fault = (usize, String, &'static str);

fn unwanted(words: &str) -> impl Iterator<Item = Fault> {
    static UNWANTED_WORDS: LazyLock<Vec<(Regex, &str)>> = LazyLock::new(|| {
        let whole_word = |pattern| {
            RegexBuilder::new(&format!(r"\b(?:{pattern})\b"))
                .case_insensitive(true)
                .build()
                .expect("it is a constant")
        };
        UNWANTED
            .map(|(pattern, remedy)| (whole_word(pattern), remedy))
            .into()
    });
    UNWANTED_WORDS.iter().flat_map(|(pattern, remedy)| {
        pattern.find_iter(words).map(|found| {
            (
                found.start(),
                format!("we do not write `{}`", found.as_str()),
                *remedy,
            )
        })
    })
}

fn exclamation(words: &str) -> Option<Fault> {
    static MARK: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\p{Alphabetic}!(?:\s|$)").expect("it is a constant"));
    let found = MARK.find(words)?;
    let problem = "the sentence ends with an exclamation mark".to_owned();
    Some((found.start(), problem, "end it with a full stop"))
}

/// Where a second sentence begins on a line; an abbreviation ends none.
fn second_sentence(words: &str) -> Option<Fault> {
    static END: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(\S*[.?])[)”’]? +").expect("it is a constant"));
    const ABBREVIATIONS: [&str; 9] = [
        "e.g.", "i.e.", "vs.", "cf.", "al.", "Fig.", "Eq.", "Dr.", "St.",
    ];
    let is_end = |word: &str| {
        let word = word.trim_start_matches(['(', '“']);
        let is_initial = word.chars().count() == 2 && word.starts_with(char::is_uppercase);
        !is_initial && !ABBREVIATIONS.contains(&word)
    };
    let is_beginning = |text: &str| {
        text.trim_start_matches(['(', '“'])
            .starts_with(char::is_uppercase)
    };
    END.captures_iter(words).find_map(|end| {
        let start = end.get(0).expect("the whole match").end();
        let next = &words[start..];
        (is_end(&end[1]) && is_beginning(next)).then(|| {
            let beginning: String = next.chars().take(30).collect();
            (
                start,
                format!("a second sentence begins on this line: `{beginning}`"),
                "begin a new line: changes are read line by line, and the page looks the same",
            )
        })
    })
}

/// A stretch of running text.
struct Prose {
    range: Range<usize>,
    /// A heading or a cell of a table must stay on its line.
    is_one_line: bool,
}

fn prose(text: &str) -> Vec<Prose> {
    let references = markdown::section(text, "References").unwrap_or(0..0);
    let (mut in_block, mut is_one_line) = (false, false);
    let mut found = Vec::new();
    for (event, range) in markdown::events(text) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_block = true,
            Event::End(TagEnd::CodeBlock) => in_block = false,
            Event::Start(Tag::Table(_) | Tag::Heading { .. }) => is_one_line = true,
            Event::End(TagEnd::Table | TagEnd::Heading(_)) => is_one_line = false,
            Event::Text(_) if !in_block && !references.contains(&range.start) => {
                found.push(Prose { range, is_one_line });
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{CHAPTER, Draft};
    use crate::finding::assert_clean;

    #[test]
    fn this_book_minds_its_words() {
        assert_clean(
            "no filler, American spelling, one name for one concept, one sentence per line",
            check(Manuscript::this_book()),
        );
    }

    #[test]
    fn accepts_abbreviations_names_lists_code_and_tables() {
        let text = "See Hadsell et al. The same, e.g. Huber, vs. MAE, by P. J. Huber.\n\
                    **Claim.** It holds.\n*Why?* Because.\n`a! B. C`, $n!$ and 3! = 6.\n\
                    It is optimistic, in the center, and modeled.\n\n| a |\n|---|\n| One. Two. |\n\n### One. Two?\n\n## R";
        Draft::new()
            .replace(CHAPTER, "## R", text)
            .accepted_by(check);
    }

    #[test]
    fn rejects_filler_synonyms_and_british_spelling() {
        for words in [
            "It is important to note that",
            "arguably",
            "a powerful loss",
            "the ground truth",
            "the KL distance",
            "the behaviour",
            "the colour",
            "we minimise it",
            "the labelled data",
        ] {
            let rejection = format!("The residual, {words}, is");
            Draft::new()
                .replace(
                    CHAPTER,
                    "## Definition\n\nThe residual $r$ is",
                    &format!("## Definition\n\n{rejection}"),
                )
                .rejected_by(check)
                .at(CHAPTER, &rejection)
                .saying("we do not write");
        }
    }

    #[test]
    fn rejects_an_exclamation_mark() {
        Draft::new()
            .replace(CHAPTER, "moves to 22.", "moves far!")
            .rejected_by(check)
            .at(CHAPTER, "moves far!")
            .with_remedy("full stop");
    }

    #[test]
    fn rejects_an_unwanted_word_in_a_quiz_which_may_be_one_line() {
        Draft::new()
            .replace(CHAPTER, "\"This.\"", "\"It is so. Arguably it is.\"")
            .rejected_by(check)
            .at(CHAPTER, "Arguably")
            .saying("`Arguably`");
    }

    #[test]
    fn rejects_two_sentences_on_one_line() {
        Draft::new()
            .replace(CHAPTER, "moves to 22.", "moves to 22. The median stays.")
            .rejected_by(check)
            .at(CHAPTER, "The median stays")
            .saying("`The median stays.`")
            .with_remedy("new line");
    }
}
