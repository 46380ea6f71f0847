//! The numbers that a page writes: in prose, tables, captions, inline code
//! and formulas.

use std::ops::Range;
use std::sync::LazyLock;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use regex::{Captures, Regex};

use super::decimal::Decimal;
use super::printed::Printed;
use crate::directives::without_directives;
use crate::document::Document;
use crate::markdown;

/// A number on a page.
#[derive(Clone, Debug)]
pub struct Written {
    /// As it stands there.
    pub text: String,
    pub range: Range<usize>,
    /// Whether it is set in prose without a comma between the thousands.
    pub lacks_comma: bool,
    /// Its value without a sign; 95 % has two, and a number that cannot be
    /// compared has none.
    readings: Vec<Reading>,
    sign: Sign,
}

#[derive(Clone, Copy, Debug)]
struct Reading {
    number: Decimal,
    /// A whole number says what it says; a decimal fraction was rounded.
    is_whole: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// "Falls by 0.5" may be about −0.5.
    None,
    Minus,
    Plus,
}

impl Written {
    /// Whether a printed number proves this one.
    pub fn is(&self, printed: &Printed) -> bool {
        printed.readings.iter().any(|&printed| {
            let printed = match self.sign {
                Sign::None => printed.absolute(),
                Sign::Minus => printed.negative(),
                Sign::Plus => printed,
            };
            self.readings.iter().any(|reading| {
                let same = reading.number.equals(printed);
                if reading.is_whole {
                    same
                } else {
                    reading.number.rounds(printed)
                }
            })
        })
    }

    /// How far a printed number is from this one.
    pub fn distance(&self, printed: &Printed) -> f64 {
        let distances = self.readings.iter().flat_map(|reading| {
            printed
                .readings
                .iter()
                .map(|it| (reading.number.value() - it.absolute().value()).abs())
        });
        distances.fold(f64::INFINITY, f64::min)
    }
}

/// The numbers of a page, in order.
pub fn written(page: &Document) -> Vec<Written> {
    let text = without_noise(&without_directives(page));
    let references = markdown::section(&text, "References").unwrap_or(0..0);
    let mut numbers = Vec::new();
    for (place, range) in places(&text) {
        if references.contains(&range.start) {
            continue;
        }
        let start = range.start;
        let found = match place {
            Place::Prose => in_prose(&text[range]),
            Place::Code => in_code(&text[range]),
            Place::Formula => in_formula(&text[range]),
        };
        numbers.extend(found.into_iter().map(|number| Written {
            range: number.range.start + start..number.range.end + start,
            ..number
        }));
    }
    numbers
}

enum Place {
    Prose,
    Code,
    Formula,
}

/// The stretches of a page that somebody typed to be read.
fn places(text: &str) -> Vec<(Place, Range<usize>)> {
    let mut places = Vec::new();
    let (mut in_block, mut in_address) = (false, false);
    for (event, range) in markdown::events(text) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_block = true,
            Event::End(TagEnd::CodeBlock) => in_block = false,
            Event::Start(Tag::Link { link_type, .. }) => {
                in_address = matches!(link_type, LinkType::Autolink | LinkType::Email);
            }
            Event::End(TagEnd::Link) => in_address = false,
            Event::Text(_) if !in_block && !in_address => places.push((Place::Prose, range)),
            Event::Code(_) => places.push((Place::Code, range)),
            Event::InlineMath(_) | Event::DisplayMath(_) => places.push((Place::Formula, range)),
            Event::Start(Tag::HtmlBlock) => places.extend(in_html(text, range)),
            _ => {}
        }
    }
    places
}

/// The text and the formulas between the tags of a block of HTML.
fn in_html(text: &str, block: Range<usize>) -> Vec<(Place, Range<usize>)> {
    static PIECE: LazyLock<Regex> = LazyLock::new(|| {
        // A mark that is not closed ends the search for its end: a comment hides
        // the rest, and a tag ends where the next one begins.
        Regex::new(r"<!--[\s\S]*?(?:-->|\z)|<[^<>]*>|(\$\$?[^$]+\$\$?)|([^<$]+)")
            .expect("it is a constant")
    });
    PIECE
        .captures_iter(&text[block.clone()])
        .filter_map(|captures| {
            let formula = captures.get(1).map(|it| (Place::Formula, it.range()));
            formula.or_else(|| captures.get(2).map(|it| (Place::Prose, it.range())))
        })
        .map(|(place, range)| (place, range.start + block.start..range.end + block.start))
        .collect()
}

/// Blanks what has digits but no number: addresses, versions, entities.
fn without_noise(text: &str) -> String {
    static NOISE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?ix) https?://[^\s)>\]]+ | \b(?:arxiv|doi):\s?[^\s)>\]]+
            | \bv?\d+\.\d+\.\d+[\w.]*   # 2.9.1
            | &\#?\w+;                  # &#36;",
        )
        .expect("it is a constant")
    });
    NOISE
        .replace_all(text, |noise: &Captures<'_>| " ".repeat(noise[0].len()))
        .into_owned()
}

fn in_prose(text: &str) -> Vec<Written> {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?x) (?<digits> \d{1,3}(?:,\d{3})+(?:\.\d+)? | \d+(?:\.\d+)? )
            (?:e(?<exponent>[-−+]?\d+))? (?<percent>[\ \u{a0}\u{202f}\u{2009}]?%)?",
        )
        .expect("it is a constant")
    });
    NUMBER
        .captures_iter(text)
        .filter(|number| !is_name(text, number) && !is_year(&number["digits"], number))
        .filter_map(|number| {
            Some(Written {
                lacks_comma: lacks_comma(&number["digits"]),
                ..plain(text, &number)?
            })
        })
        .collect()
}

fn lacks_comma(digits: &str) -> bool {
    let whole = digits.split('.').next().unwrap_or_default();
    whole.len() > 3 && !whole.contains(',')
}

fn in_code(text: &str) -> Vec<Written> {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?x) (?<digits> \d+(?:_\d{3})*(?:\.\d+)? ) (?:e(?<exponent>[-−+]?\d+))? (?<percent>%)?",
        )
        .expect("it is a constant")
    });
    NUMBER
        .captures_iter(text)
        .filter(|number| !is_name(text, number))
        .filter_map(|number| plain(text, &number))
        .collect()
}

fn plain(text: &str, number: &Captures<'_>) -> Option<Written> {
    let exponent = match number.name("exponent") {
        Some(exponent) => exponent.as_str().replace('−', "-").parse().ok(),
        None => Some(0),
    };
    let whole = number.get(0).expect("the whole match").range();
    let (sign, start) = sign_before(text, whole.start, |before| {
        !before.ends_with(|it: char| it.is_alphanumeric() || ")]}_.".contains(it))
    });
    let digits = &number["digits"];
    Some(Written {
        text: text[start..whole.end].to_owned(),
        range: start..whole.end,
        lacks_comma: false,
        readings: readings(digits, exponent, number.name("percent").is_some()),
        sign,
    })
}

/// The digits of `f32`, `smooth_l1`, `GPT-2`, 2nd and 3D are part of a name.
fn is_name(text: &str, number: &Captures<'_>) -> bool {
    let range = number.get(0).expect("the whole match").range();
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let is_letter = |it: char| it.is_alphabetic() || it == '_';
    let follows_hyphen = before
        .strip_suffix(['-', '‑'])
        .is_some_and(|it| it.ends_with(is_letter));
    let is_suffix = |suffix: &&str| {
        after
            .strip_prefix(*suffix)
            .is_some_and(|it| !it.starts_with(char::is_alphanumeric))
    };
    before.ends_with(is_letter)
        || follows_hyphen
        || ["st", "nd", "rd", "th", "D"].iter().any(is_suffix)
}

/// Thousands take a comma, so four digits without one are a year.
fn is_year(digits: &str, number: &Captures<'_>) -> bool {
    number.name("percent").is_none()
        && digits.len() == 4
        && digits
            .parse()
            .is_ok_and(|it: u32| (1800..2100).contains(&it))
}

fn in_formula(text: &str) -> Vec<Written> {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?x) (?: (?<mantissa> \d+(?:\.\d+)? ) \s* \\(?:times|cdot) \s* )?
                   10 \s* \^ \s* (?: \{ \s* (?<power>[-−]?\d+) \s* \} | (?<digit>\d) )
            | (?<digits> \d+ (?: (?:\{,\}|\\,) \d{3} )* (?:\.\d+)? ) (?<percent>\s?\\?%)?",
        )
        .expect("it is a constant")
    });
    NUMBER
        .captures_iter(text)
        .filter(|number| !is_structure(number) && !is_name_in_formula(text, number))
        .filter_map(|number| {
            let whole = number.get(0).expect("the whole match").range();
            let readings = if let Some(digits) = number.name("digits") {
                readings(digits.as_str(), Some(0), number.name("percent").is_some())
            } else {
                let power = number.name("power").or(number.name("digit"))?;
                let power = power.as_str().replace('−', "-").parse().ok();
                let mantissa = number.name("mantissa").map_or("1", |it| it.as_str());
                readings(mantissa, power, false)
            };
            let (sign, start) = sign_before(text, whole.start, is_relation);
            Some(Written {
                text: text[start..whole.end].to_owned(),
                range: start..whole.end,
                lacks_comma: false,
                readings,
                sign,
            })
        })
        .collect()
}

/// The 2 of a square and the 1 of 1 − p are what a formula is made of.
fn is_structure(number: &Captures<'_>) -> bool {
    number.name("percent").is_none()
        && number
            .name("digits")
            .is_some_and(|it| it.as_str().len() == 1)
}

/// In `\text{f32}` the digits are part of a name, in `\times32` they are not.
fn is_name_in_formula(text: &str, number: &Captures<'_>) -> bool {
    let before = &text[..number.get(0).expect("the whole match").start()];
    let word_start = before.trim_end_matches(|it: char| it.is_ascii_alphabetic());
    word_start.len() < before.len() && !word_start.ends_with('\\')
}

/// Whether a minus after this is a sign, not a subtraction.
fn is_relation(before: &str) -> bool {
    const WORDS: [&str; 10] = [
        "\\approx", "\\le", "\\leq", "\\ge", "\\geq", "\\to", "\\in", "\\times", "\\cdot", "\\quad",
    ];
    let before = before.trim_end();
    before.ends_with(['$', '=', '(', '{', '[', ',', '<', '>', '&', ':'])
        || WORDS.iter().any(|word| before.ends_with(word))
}

/// The sign before the number at `start`, and where the number begins with it.
fn sign_before(text: &str, start: usize, is_sign_after: impl Fn(&str) -> bool) -> (Sign, usize) {
    for (mark, sign) in [("-", Sign::Minus), ("−", Sign::Minus), ("+", Sign::Plus)] {
        if let Some(before) = text[..start].strip_suffix(mark)
            && is_sign_after(before)
        {
            return (sign, before.len());
        }
    }
    (Sign::None, start)
}

/// None for a number with more digits than can be compared: nothing proves it,
/// and it must not pass unread.
fn readings(digits: &str, exponent: Option<i32>, is_percent: bool) -> Vec<Reading> {
    let Some(number) = exponent.and_then(|it| Decimal::parse(digits, it)) else {
        return Vec::new();
    };
    let is_whole = !digits.contains('.');
    let mut readings = vec![Reading { number, is_whole }];
    if is_percent {
        readings.push(Reading {
            number: number.hundredth(),
            is_whole: false,
        });
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::printed::printed;

    fn texts(markdown: &str) -> Vec<String> {
        let page = Document {
            path: "src/regression/mse.md".into(),
            text: markdown.into(),
        };
        written(&page).into_iter().map(|it| it.text).collect()
    }

    fn proves(output: &str, markdown: &str) -> bool {
        let page = Document {
            path: "src/regression/mse.md".into(),
            text: markdown.into(),
        };
        written(&page)
            .iter()
            .all(|number| printed(output).iter().any(|it| number.is(it)))
    }

    #[test]
    fn numbers_in_prose_tables_and_captions_are_read() {
        assert_eq!(
            texts(
                "From −0.5 to 12,345, or 95 %, in 10–20 steps.\n\n| 7 | `[1.5, 2]` |\n|---|---|\n| 8 | x |\n\n<figcaption>9 <b>10</b></figcaption>\n"
            ),
            [
                "−0.5", "12,345", "95 %", "10", "20", "7", "1.5", "2", "8", "9", "10"
            ]
        );
    }

    #[test]
    fn names_addresses_code_and_years_are_not_numbers() {
        assert_eq!(
            texts(
                "In `f32` and `smooth_l1`, L2, C¹, GPT-2, H0, the 2nd of 3D, ½, in 1964, &#36;.\n\
                 PyTorch 2.9.1, arXiv:1503.03832, <https://a.org/12>, [x](b/34.html).\n\n\
                 1. first\n2. second\n\n## A heading {#h-12}\n\n```text\n56\n```\n\n\
                 {{#include ../examples/mse_78.txt}}\n\n<svg viewBox=\"0 0 9 9\"/>\n\n\
                 ## References\n\nPages 12 to 34.\n\n## More\n\n11\n"
            ),
            ["11"]
        );
    }

    #[test]
    fn formulas_are_read_without_their_structure() {
        assert_eq!(
            texts(
                r"$\frac{8}{27} x^2$, $9.08 \times 10^{-5}$, $10^{-5}$, $x_{12}$, $z = -10$, $a - 25$, $12{,}345$, $\text{f32}$, $\ln2 \approx0.69$"
            ),
            [
                "27",
                r"9.08 \times 10^{-5}",
                "10^{-5}",
                "12",
                "-10",
                "25",
                "12{,}345",
                "0.69"
            ]
        );
    }

    #[test]
    fn rounding_proves_a_number_and_another_digit_does_not() {
        assert!(proves("loss 0.693147", "about 0.69 and $0.6931$"));
        assert!(!proves("loss 0.693147", "about 0.70"));
        assert!(!proves("loss 0.69", "about 0.690"));
        assert!(proves("mean 22.0", "it is 22"));
        assert!(!proves("mean 21.9", "it is 22"));
    }

    #[test]
    fn a_number_that_cannot_be_compared_is_not_proven() {
        let long = "0.".to_owned() + &"7".repeat(60);
        for number in [&*long, "2e99999999999", "$10^{99999999999}$"] {
            assert!(!proves(&long, number), "{number}");
        }
    }

    #[test]
    fn a_sign_must_be_the_printed_one() {
        assert!(proves(
            "gradient -0.99995",
            "−0.99995, or 0.99995 in size, $g = -1.000$"
        ));
        assert!(!proves("gradient 0.5", "it is −0.5"));
        assert!(!proves("gradient -0.5", "it is +0.5"));
    }

    #[test]
    fn percentages_and_powers_of_ten_have_other_ways_to_be_printed() {
        assert!(proves(
            "share 0.951\nrate 1e-5",
            "95 %, 95.1%, 0.95, $10^{-5}$"
        ));
        assert!(proves("share 95%", "a share of 0.95, that is 95 %"));
        assert!(proves(
            "tiny 9.08e-5",
            r"$9.08 \times 10^{-5}$ and `9.1e-5`"
        ));
        assert!(!proves("tiny 9.08e-5", r"$9.08 \times 10^{-4}$"));
        assert!(!proves("share 0.951", "96 %"));
    }
}
