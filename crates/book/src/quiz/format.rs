//! The format of a question, read strictly: whatever is not right is an
//! error that names page, line, question and remedy.

use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::{Fault, slug};

/// What an interviewer means by a question; the same names as for the
/// interview questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Asked to see whether to go on.
    Screen,
    /// Asked of everybody.
    Core,
    /// Asked of those who know the core.
    Deep,
    /// Asked at the keyboard.
    Coding,
    /// Asked about a failure.
    Debugging,
}

impl Level {
    /// All of them, from the first to be asked.
    pub const ALL: [Self; 5] = [
        Self::Screen,
        Self::Core,
        Self::Deep,
        Self::Coding,
        Self::Debugging,
    ];

    /// The name, as pages write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Core => "core",
            Self::Deep => "deep",
            Self::Coding => "coding",
            Self::Debugging => "debugging",
        }
    }

    /// The level of this name.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// A piece of Markdown and its line in the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// As it is written.
    pub markdown: String,
    /// The line of the page on which it begins, from 1.
    pub line: usize,
}

/// An expression that the build evaluates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// A Rust expression over `losses::prelude` with the type `f64`.
    pub expression: String,
    /// The number that it must have, with its digits.
    pub value: String,
    /// The line of the page, from 1.
    pub line: usize,
}

/// A question of a quiz.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its address, unique in the book.
    pub id: String,
    /// How deep it goes.
    pub level: Level,
    /// Whether it asks for a reason rather than a fact.
    pub concept: bool,
    /// What it asks.
    pub ask: Text,
    /// The numbers in it that are made up, not computed.
    pub given: Vec<String>,
    /// Numbers that its texts use, proven beside the answer.
    pub proofs: Vec<Proof>,
    /// How it is answered.
    pub kind: Kind,
    /// The line of the page on which it begins, from 1.
    pub line: usize,
}

/// How a question is answered.
#[derive(Clone, Debug)]
pub enum Kind {
    /// By one of these.
    One(Vec<Choice>),
    /// By some of these.
    Several(Vec<Choice>),
    /// By a number.
    Number {
        /// The number and what computes it.
        answer: Proof,
        /// How far off an answer may be.
        tolerance: f64,
        /// The unit, in words.
        unit: Option<String>,
        /// The reason.
        why: Text,
        /// Numbers that somebody gets by mistake.
        wrong: Vec<Wrong>,
    },
    /// By putting these in this order.
    Order {
        /// In the right order.
        items: Vec<Text>,
        /// The reason.
        why: Text,
    },
    /// By finding the partner of each.
    Match(Vec<Match>),
    /// Aloud, graded by the reader.
    Aloud {
        /// What a good answer says.
        answer: Text,
        /// What to look for in one's own.
        rubric: Vec<Text>,
    },
}

/// An option.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What it says.
    pub text: Text,
    /// Whether it is right.
    pub right: bool,
    /// Why it is, or is not.
    pub why: Text,
}

/// A number that somebody gets by mistake.
#[derive(Clone, Debug)]
pub struct Wrong {
    /// The number, with its digits.
    pub value: String,
    /// What computes it, when that is said.
    pub proof: Option<Proof>,
    /// The mistake.
    pub why: Text,
}

/// Two that belong together.
#[derive(Clone, Debug)]
pub struct Match {
    /// What is asked for.
    pub left: Text,
    /// Its partner.
    pub right: Text,
    /// Why they belong together.
    pub why: Text,
}

impl Question {
    /// The name of its type, as pages write it.
    #[must_use]
    pub fn kind_name(&self) -> &'static str {
        match self.kind {
            Kind::One(_) => "one",
            Kind::Several(_) => "several",
            Kind::Number { .. } => "number",
            Kind::Order { .. } => "order",
            Kind::Match(_) => "match",
            Kind::Aloud { .. } => "aloud",
        }
    }

    /// Everything in it that is Markdown, the ask first; each is on the page
    /// exactly once.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        let mut texts = vec![&self.ask];
        match &self.kind {
            Kind::One(choices) | Kind::Several(choices) => {
                texts.extend(choices.iter().flat_map(|it| [&it.text, &it.why]));
            }
            Kind::Number { why, wrong, .. } => {
                texts.push(why);
                texts.extend(wrong.iter().map(|it| &it.why));
            }
            Kind::Order { items, why } => {
                texts.extend(items);
                texts.push(why);
            }
            Kind::Match(pairs) => {
                texts.extend(pairs.iter().flat_map(|it| [&it.left, &it.right, &it.why]));
            }
            Kind::Aloud { answer, rubric } => {
                texts.push(answer);
                texts.extend(rubric);
            }
        }
        texts
    }

    /// Everything in it that the build evaluates.
    #[must_use]
    pub fn all_proofs(&self) -> Vec<&Proof> {
        let mut proofs: Vec<&Proof> = self.proofs.iter().collect();
        if let Kind::Number { answer, wrong, .. } = &self.kind {
            proofs.push(answer);
            proofs.extend(wrong.iter().filter_map(|it| it.proof.as_ref()));
        }
        proofs
    }
}

/// A number as it is written: its value and half a unit of its last digit.
#[must_use]
pub fn number(written: &str) -> Option<(f64, f64)> {
    let plain = written.trim().replace('−', "-");
    let (mantissa, exponent) = match plain.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (plain.as_str(), 0),
    };
    let digits = mantissa.strip_prefix('-').unwrap_or(mantissa);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_digits = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let n_places = i32::try_from(digits.split_once('.').map_or(0, |it| it.1.len())).ok()?;
    let half_unit = 0.5 * 10_f64.powi(exponent.checked_sub(n_places)?);
    let value: f64 = plain.parse().ok()?;
    // A number that overflows, or whose last digit underflows, proves nothing.
    (value.is_finite() && half_unit.is_normal()).then_some((value, half_unit))
}

/// Reads what stands between the marks of a fence; `first_line` is the line
/// of the page on which it begins.
#[must_use]
pub fn parse(page: &str, content: &str, first_line: usize) -> (Vec<Question>, Vec<Fault>) {
    let ends = content.match_indices('\n').map(|(at, _)| at).collect();
    let place = Place {
        page,
        content,
        first_line,
        ends,
    };
    match toml::from_str::<RawFence>(content) {
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let remedy = "write it as \"Add a quiz question\" in CONTRIBUTING.md shows; \
                          'single quotes' keep backslashes, and hold no apostrophe but ’";
            let problem = error.message().lines().next().unwrap_or_default();
            let fault = place.fault(at, place.question_at(at), problem, remedy);
            (Vec::new(), vec![fault])
        }
        Ok(raw) if raw.question.is_empty() => {
            let fault = place.fault(0, None, "the quiz has no question", "add [[question]]");
            (Vec::new(), vec![fault])
        }
        Ok(raw) => {
            let mut questions = Vec::new();
            let mut faults = Vec::new();
            for raw in raw.question {
                let mut reader = Reader::new(&place, &raw);
                let question = reader.question(raw.into_inner());
                if reader.faults.is_empty() {
                    questions.extend(question);
                }
                faults.append(&mut reader.faults);
            }
            (questions, faults)
        }
    }
}

/// The fence that is being read.
struct Place<'a> {
    page: &'a str,
    content: &'a str,
    first_line: usize,
    /// Where its lines end.
    ends: Vec<usize>,
}

impl Place<'_> {
    fn line(&self, offset: usize) -> usize {
        self.first_line + self.ends.partition_point(|&end| end < offset)
    }

    fn fault(
        &self,
        offset: usize,
        question: Option<String>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Fault {
        Fault {
            page: self.page.to_owned(),
            line: self.line(offset),
            question,
            problem: problem.into(),
            remedy: remedy.into(),
        }
    }

    /// The id of the question around an offset, as far as it can be told
    /// from TOML that cannot be read.
    fn question_at(&self, offset: usize) -> Option<String> {
        const HEAD: &str = "[[question]]";
        let start = self.content.get(..offset)?.rfind(HEAD)? + HEAD.len();
        let rest = &self.content[start..];
        let own = &rest[..rest.find(HEAD).unwrap_or(rest.len())];
        own.lines().find_map(|line| {
            let value = line.trim().strip_prefix("id")?.trim().strip_prefix('=')?;
            let id = value.trim().trim_start_matches(['"', '\'']);
            Some(id.split(['"', '\'']).next()?.to_owned())
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFence {
    #[serde(default)]
    question: Vec<Spanned<Raw>>,
}

type Word = Spanned<String>;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    id: Option<Word>,
    level: Option<Word>,
    concept: Option<bool>,
    #[serde(rename = "type")]
    kind: Option<Word>,
    ask: Option<Word>,
    given: Option<Vec<Word>>,
    proofs: Option<Vec<Spanned<RawProof>>>,
    options: Option<Vec<Spanned<RawChoice>>>,
    answer: Option<Word>,
    proof: Option<Word>,
    tolerance: Option<Spanned<f64>>,
    unit: Option<Word>,
    why: Option<Word>,
    wrong: Option<Vec<Spanned<RawWrong>>>,
    items: Option<Vec<Word>>,
    pairs: Option<Vec<Spanned<RawMatch>>>,
    rubric: Option<Vec<Word>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawProof {
    value: Word,
    proof: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawChoice {
    text: Option<Word>,
    #[serde(default)]
    right: bool,
    why: Option<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWrong {
    value: Option<Word>,
    proof: Option<Word>,
    why: Option<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMatch {
    left: Option<Word>,
    right: Option<Word>,
    why: Option<Word>,
}

const TYPES: &str = "one, several, number, order, match, aloud";

/// Reads one question and collects what is wrong with it.
struct Reader<'a> {
    place: &'a Place<'a>,
    span: Range<usize>,
    id: Option<String>,
    faults: Vec<Fault>,
}

impl<'a> Reader<'a> {
    fn new(place: &'a Place<'a>, raw: &Spanned<Raw>) -> Self {
        let id = raw.get_ref().id.as_ref();
        Self {
            place,
            span: raw.span(),
            id: id.map(|it| it.get_ref().clone()),
            faults: Vec::new(),
        }
    }

    fn fault(&mut self, at: usize, problem: impl Into<String>, remedy: impl Into<String>) {
        let fault = self.place.fault(at, self.id.clone(), problem, remedy);
        self.faults.push(fault);
    }

    fn question(&mut self, mut raw: Raw) -> Option<Question> {
        let id = self.id(raw.id.take());
        let level = self.level(raw.level.take());
        let ask = self.required(raw.ask.take(), self.span.start, "ask", "what is asked");
        let kind = self.kind(&mut raw);
        let given = self.given(raw.given.take().unwrap_or_default(), ask.as_ref());
        let proofs = raw.proofs.take().unwrap_or_default();
        let proofs: Vec<Proof> = proofs
            .into_iter()
            .filter_map(|it| {
                let RawProof { value, proof } = it.into_inner();
                self.proof(Some(proof), &value)
            })
            .collect();
        self.leftovers(&raw);
        let question = Question {
            id: id?,
            level: level?,
            concept: raw.concept.unwrap_or(false),
            ask: ask?,
            given,
            proofs,
            kind: kind?,
            line: self.place.line(self.span.start),
        };
        self.words(&question);
        Some(question)
    }

    fn id(&mut self, id: Option<Word>) -> Option<String> {
        let prefix = slug(self.place.page);
        let example = format!("id = \"{prefix}-quiz-topic\"");
        let Some(id) = id else {
            self.fault(
                self.span.start,
                "the question has no id",
                format!("add {example}, and never change it: progress and cards are kept by it"),
            );
            return None;
        };
        let is_kebab = !id.get_ref().is_empty()
            && id.get_ref().split('-').all(|word| {
                !word.is_empty()
                    && word
                        .bytes()
                        .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
            });
        let begins = id.get_ref().strip_prefix(&prefix);
        if !is_kebab || begins.is_none_or(|it| !it.starts_with('-')) {
            self.fault(
                id.span().start,
                "the id is not in kebab-case beginning with the name of the page",
                format!("write lowercase words with hyphens, such as {example}"),
            );
            return None;
        }
        Some(id.into_inner())
    }

    fn level(&mut self, level: Option<Word>) -> Option<Level> {
        let names = Level::ALL.map(Level::name).join(", ");
        let Some(level) = level else {
            let remedy = format!("add level, one of {names}");
            self.fault(self.span.start, "the question has no level", remedy);
            return None;
        };
        let known = Level::by_name(level.get_ref());
        if known.is_none() {
            self.fault(
                level.span().start,
                format!("there is no level `{}`", level.get_ref()),
                format!("write one of {names}"),
            );
        }
        known
    }

    fn kind(&mut self, raw: &mut Raw) -> Option<Kind> {
        let start = self.span.start;
        let Some(kind) = raw.kind.take() else {
            let remedy = format!("add type, one of {TYPES}");
            self.fault(start, "the question has no type", remedy);
            return None;
        };
        match kind.get_ref().as_str() {
            "one" => Some(Kind::One(self.choices(raw.options.take(), true)?)),
            "several" => Some(Kind::Several(self.choices(raw.options.take(), false)?)),
            "number" => self.number(raw),
            "order" => {
                let items = self.list(raw.items.take(), 3, "items", "in the right order");
                let why = self.required(raw.why.take(), start, "why", "the reason of the order");
                Some(Kind::Order {
                    items: items?,
                    why: why?,
                })
            }
            "match" => self.matches(raw.pairs.take()),
            "aloud" => {
                let answer = raw.answer.take();
                let answer = self.required(answer, start, "answer", "what a good answer says");
                let rubric = self.list(raw.rubric.take(), 1, "rubric", "what to look for");
                Some(Kind::Aloud {
                    answer: answer?,
                    rubric: rubric?,
                })
            }
            other => {
                let problem = format!("there is no type `{other}`");
                self.fault(kind.span().start, problem, format!("write one of {TYPES}"));
                // Its other fields cannot be judged.
                *raw = Raw::default();
                None
            }
        }
    }

    fn choices(&mut self, raw: Option<Vec<Spanned<RawChoice>>>, one: bool) -> Option<Vec<Choice>> {
        let raw = raw.unwrap_or_default();
        if raw.len() < 2 || raw.len() > 8 {
            self.fault(
                self.span.start,
                format!("the question has {} options", raw.len()),
                "give it two to eight in options = [{ text = '…', why = '…' }, …]",
            );
            return None;
        }
        let n_right = raw.iter().filter(|it| it.get_ref().right).count();
        if n_right == 0 {
            let remedy = "mark what is right with right = true";
            self.fault(self.span.start, "no option is right", remedy);
        } else if one && n_right > 1 {
            self.fault(
                self.span.start,
                format!("{n_right} options are right in a question of type one"),
                "leave one, or write type = \"several\"",
            );
        }
        let mut choices = Vec::new();
        for option in raw {
            let at = option.span().start;
            let RawChoice { text, right, why } = option.into_inner();
            let text = self.required(text, at, "text", "what the option says");
            let reason = "why the option is right or wrong";
            let why = self.required(why, at, "why", reason);
            if let (Some(text), Some(why)) = (text, why) {
                choices.push(Choice { text, right, why });
            }
        }
        let texts: Vec<&Text> = choices.iter().map(|it| &it.text).collect();
        self.distinct(&texts, "options");
        Some(choices)
    }

    fn number(&mut self, raw: &mut Raw) -> Option<Kind> {
        let start = self.span.start;
        let Some(answer) = raw.answer.take() else {
            let remedy = "add answer = \"2.5\", with the digits that are asked for";
            self.fault(start, "the question has no answer", remedy);
            return None;
        };
        let why = self.required(raw.why.take(), start, "why", "how one gets the number");
        let proof = self.proof(raw.proof.take(), &answer)?;
        let (value, half_unit) = number(&proof.value)?;
        let tolerance = match &raw.tolerance.take() {
            None => half_unit,
            Some(tolerance) if tolerance.get_ref().is_finite() && *tolerance.get_ref() > 0.0 => {
                *tolerance.get_ref()
            }
            Some(tolerance) => {
                let remedy = "leave it out, or write how far off an answer may be";
                self.fault(
                    tolerance.span().start,
                    "the tolerance is not positive",
                    remedy,
                );
                half_unit
            }
        };
        let unit = raw.unit.take().map(Spanned::into_inner);
        let mut wrong: Vec<Wrong> = Vec::new();
        for entry in raw.wrong.take().unwrap_or_default() {
            let at = entry.span().start;
            let RawWrong {
                value: typed,
                proof,
                why,
            } = entry.into_inner();
            let why = self.required(why, at, "why", "which mistake leads to this number");
            let Some(typed) = typed else {
                let remedy = "add value = \"4.5\"";
                self.fault(at, "a wrong answer has no value", remedy);
                continue;
            };
            let Some((mistaken, _)) = number(typed.get_ref()) else {
                self.no_number(&typed);
                continue;
            };
            if (mistaken - value).abs() <= tolerance {
                self.fault(
                    typed.span().start,
                    format!("the wrong answer {} passes as right", typed.get_ref()),
                    "narrow the tolerance, or drop this wrong answer",
                );
            }
            if wrong.iter().any(|it| it.value == *typed.get_ref()) {
                let problem = format!("the wrong answer {} is there twice", typed.get_ref());
                self.fault(typed.span().start, problem, "leave one of them");
            }
            let proof = proof.and_then(|it| self.proof(Some(it), &typed));
            if let Some(why) = why {
                wrong.push(Wrong {
                    value: typed.into_inner(),
                    proof,
                    why,
                });
            }
        }
        Some(Kind::Number {
            answer: proof,
            tolerance,
            unit,
            why: why?,
            wrong,
        })
    }

    fn proof(&mut self, proof: Option<Word>, value: &Word) -> Option<Proof> {
        let Some(proof) = proof.filter(|it| !it.get_ref().trim().is_empty()) else {
            self.fault(
                value.span().start,
                format!("nothing proves {}", value.get_ref()),
                "add proof, a Rust expression of type f64 over losses::prelude",
            );
            return None;
        };
        if number(value.get_ref()).is_none() {
            self.no_number(value);
            return None;
        }
        let line = self.place.line(proof.span().start);
        Some(Proof {
            expression: proof.into_inner(),
            value: value.get_ref().trim().to_owned(),
            line,
        })
    }

    fn no_number(&mut self, value: &Word) {
        self.fault(
            value.span().start,
            format!("`{}` is not a decimal number", value.get_ref()),
            "write digits with a point, such as \"2.50\", \"-3\" or \"1e-3\"",
        );
    }

    fn matches(&mut self, raw: Option<Vec<Spanned<RawMatch>>>) -> Option<Kind> {
        let raw = raw.unwrap_or_default();
        if raw.len() < 2 || raw.len() > 8 {
            self.fault(
                self.span.start,
                format!("the question has {} pairs", raw.len()),
                "give it two to eight in pairs = [{ left = '…', right = '…', why = '…' }, …]",
            );
            return None;
        }
        let mut pairs = Vec::new();
        for pair in raw {
            let at = pair.span().start;
            let RawMatch { left, right, why } = pair.into_inner();
            let left = self.required(left, at, "left", "what is asked for");
            let right = self.required(right, at, "right", "its partner");
            let why = self.required(why, at, "why", "why the two belong together");
            if let (Some(left), Some(right), Some(why)) = (left, right, why) {
                pairs.push(Match { left, right, why });
            }
        }
        let lefts: Vec<&Text> = pairs.iter().map(|it| &it.left).collect();
        self.distinct(&lefts, "left sides");
        let rights: Vec<&Text> = pairs.iter().map(|it| &it.right).collect();
        self.distinct(&rights, "right sides");
        Some(Kind::Match(pairs))
    }

    fn given(&mut self, raw: Vec<Word>, ask: Option<&Text>) -> Vec<String> {
        for word in &raw {
            if number(word.get_ref()).is_none() {
                self.no_number(word);
            } else if ask.is_some_and(|it| !it.markdown.contains(word.get_ref().as_str())) {
                self.fault(
                    word.span().start,
                    format!("{} is given, but not in the ask", word.get_ref()),
                    "write it there as it is here, or drop it: `given` is for data of the ask",
                );
            }
        }
        raw.into_iter().map(Spanned::into_inner).collect()
    }

    fn required(&mut self, text: Option<Word>, at: usize, field: &str, what: &str) -> Option<Text> {
        match text {
            Some(text) if !text.get_ref().trim().is_empty() => Some(self.text(text)),
            _ => {
                let problem = format!("`{field}` is missing");
                self.fault(at, problem, format!("add {field} = '…', {what}"));
                None
            }
        }
    }

    fn list(
        &mut self,
        words: Option<Vec<Word>>,
        fewest: usize,
        field: &str,
        what: &str,
    ) -> Option<Vec<Text>> {
        let words = words.unwrap_or_default();
        let n_found = words.len();
        if n_found < fewest || n_found > 8 {
            self.fault(
                self.span.start,
                format!("`{field}` has {n_found} entries"),
                format!("give it {fewest} to 8, {what}"),
            );
            return None;
        }
        let mut texts = Vec::new();
        for word in words {
            let at = word.span().start;
            texts.extend(self.required(Some(word), at, field, what));
        }
        let all: Vec<&Text> = texts.iter().collect();
        self.distinct(&all, field);
        Some(texts)
    }

    fn distinct(&mut self, texts: &[&Text], what: &str) {
        let plain = |text: &Text| {
            let words: Vec<&str> = text.markdown.split_whitespace().collect();
            words.join(" ").to_lowercase()
        };
        for (position, text) in texts.iter().enumerate() {
            let is_twin = |it: &&&Text| plain(it) == plain(text);
            if texts[..position].iter().any(|it| is_twin(&it)) {
                let fault = Fault {
                    page: self.place.page.to_owned(),
                    line: text.line,
                    question: self.id.clone(),
                    problem: format!("two {what} are equal: `{}`", text.markdown.trim()),
                    remedy: "change one, or drop it".to_owned(),
                };
                self.faults.push(fault);
            }
        }
    }

    fn text(&self, word: Word) -> Text {
        let start = word.span().start;
        // TOML drops the line break after ''' and """.
        let rest = &self.place.content[start..];
        let opens_line = ["'''\n", "\"\"\"\n"].iter().any(|it| rest.starts_with(it));
        Text {
            line: self.place.line(start) + usize::from(opens_line),
            markdown: word.into_inner(),
        }
    }

    /// What no text of a quiz may say.
    fn words(&mut self, question: &Question) {
        for text in question.texts() {
            let lower = text.markdown.to_lowercase();
            let fault = if text.markdown.contains("{{#") {
                Some((
                    "a quiz cannot include a file",
                    "show the example in the chapter and point to it",
                ))
            } else if lower.contains("of the above") {
                Some((
                    "`of the above` says nothing to somebody who hears the options one by one",
                    "write type = \"several\", or say what is meant",
                ))
            } else {
                None
            };
            if let Some((problem, remedy)) = fault {
                self.faults.push(Fault {
                    page: self.place.page.to_owned(),
                    line: text.line,
                    question: self.id.clone(),
                    problem: problem.to_owned(),
                    remedy: remedy.to_owned(),
                });
            }
        }
    }

    /// Every field that the type used was taken; what is left does not belong.
    fn leftovers(&mut self, raw: &Raw) {
        let of = |word: &Option<Word>| word.as_ref().map(|it| it.span().start);
        let start = self.span.start;
        let left = [
            ("options", raw.options.as_ref().map(|_| start)),
            ("answer", of(&raw.answer)),
            ("proof", of(&raw.proof)),
            (
                "tolerance",
                raw.tolerance.as_ref().map(|it| it.span().start),
            ),
            ("unit", of(&raw.unit)),
            ("why", of(&raw.why)),
            ("wrong", raw.wrong.as_ref().map(|_| start)),
            ("items", raw.items.as_ref().map(|_| start)),
            ("pairs", raw.pairs.as_ref().map(|_| start)),
            ("rubric", raw.rubric.as_ref().map(|_| start)),
        ];
        for (field, at) in left {
            if let Some(at) = at
                && self.faults.is_empty()
            {
                self.fault(
                    at,
                    format!("`{field}` does not belong to a question of this type"),
                    "drop it, or change the type; CONTRIBUTING.md shows the fields of each",
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "src/interview/which_loss.md";

    const ONE: &str = r#"[[question]]
id = "which-loss-quiz-a"
level = "core"
type = "one"
ask = "Why?"
options = [
  { text = "A", why = "no" },
  { text = "B", right = true, why = "yes" },
]
"#;

    const NUMBER: &str = r#"[[question]]
id = "which-loss-quiz-b"
level = "deep"
concept = true
type = "number"
ask = "Of 3?"
given = ["3"]
proofs = [{ value = "0.5", proof = "0.5" }]
answer = "2.5"
proof = "huber(&array![3.0], &array![0.0], 1.0)?[0]"
tolerance = 0.01
unit = "nats"
why = "because"
wrong = [{ value = "4.5", proof = "4.5", why = "square" }]
"#;

    const OTHERS: &str = r#"[[question]]
id = "which-loss-quiz-c"
level = "coding"
type = "order"
ask = "Which first?"
items = ["x", "y", "z"]
why = "so"

[[question]]
id = "which-loss-quiz-d"
level = "screen"
type = "match"
ask = "Which to which?"
pairs = [
  { left = "a", right = "1", why = "x" },
  { left = "b", right = "2", why = "y" },
]

[[question]]
id = "which-loss-quiz-e"
level = "debugging"
type = "aloud"
ask = '''
Tell me.
'''
answer = "This."
rubric = ["says this"]
"#;

    /// The one fault of a quiz, as it is shown.
    #[track_caller]
    fn fault(toml: &str) -> String {
        let (_, faults) = parse(PAGE, toml, 100);
        let [fault] = faults.as_slice() else {
            panic!("one fault was expected, not these: {faults:#?}");
        };
        fault.to_string()
    }

    #[track_caller]
    fn rejects(toml: &str, from: &str, to: &str, line: usize, words: &str) {
        assert!(toml.contains(from), "{from}");
        let shown = fault(&toml.replacen(from, to, 1));
        let start = format!("{PAGE}:{line}: ");
        assert!(
            shown.starts_with(&start) && shown.contains(words),
            "{shown}"
        );
        assert!(shown.contains("\n  remedy: "), "{shown}");
    }

    #[test]
    fn every_type_is_read() {
        for toml in [ONE, NUMBER, OTHERS] {
            let (questions, faults) = parse(PAGE, toml, 100);
            assert_eq!(faults, []);
            assert_eq!(questions.len(), toml.matches("[[question]]").count());
        }
        let (questions, _) = parse(PAGE, NUMBER, 100);
        assert!(questions[0].concept && questions[0].level == Level::Deep);
        assert_eq!((questions[0].line, questions[0].ask.line), (100, 105));
        let proofs = questions[0].all_proofs();
        let values: Vec<&str> = proofs.iter().map(|it| &*it.value).collect();
        assert_eq!(values, ["0.5", "2.5", "4.5"]);

        let (questions, _) = parse(PAGE, OTHERS, 100);
        let aloud = questions.last().unwrap();
        assert_eq!((aloud.ask.line, &*aloud.ask.markdown), (123, "Tell me.\n"));
    }

    #[test]
    fn the_tolerance_is_half_a_unit_of_the_last_digit() {
        for (written, value, half) in [
            ("2.5", 2.5, 0.05),
            ("−3", -3.0, 0.5),
            ("1e-3", 1e-3, 5e-4),
            ("1.50e2", 150.0, 0.5),
        ] {
            let (found, half_unit) = number(written).unwrap();
            assert!((found - value).abs() < 1e-12, "{written}");
            assert!((half_unit - half).abs() < 1e-12, "{written}");
        }
        for written in [
            "", "-", "five", "1,5", "1.", ".5", "5/2", "nan", "inf", "1e", "+1", "1e309", "1e-320",
        ] {
            assert_eq!(number(written), None, "{written}");
        }
    }

    #[test]
    fn rejects_what_is_not_toml_or_has_an_unknown_field() {
        rejects(
            ONE,
            "\"Why?\"",
            "\"Why?",
            104,
            "question which-loss-quiz-a: ",
        );
        rejects(ONE, "Why?", "$\\sigma$", 104, "'single quotes' keep");
        rejects(ONE, "ask", "asks", 104, "unknown field `asks`");
        rejects(ONE, "why", "because", 106, "unknown field `because`");
        rejects(ONE, "\"Why?\"", "7", 104, "invalid type");
        rejects(ONE, "question", "questions", 100, "`questions`");
        assert!(fault("").contains("the quiz has no question"));
    }

    #[test]
    fn rejects_a_bad_id_level_or_type() {
        let id = "id = \"which-loss-quiz-a\"\n";
        rejects(ONE, id, "", 100, "the question has no id");
        for id in [
            "Which-loss-a",
            "which_loss_a",
            "hinge-a",
            "which-loss",
            "which-loss--a",
            "which-lossa",
            "",
        ] {
            let remedy = "such as id = \"which-loss-quiz-topic\"";
            rejects(ONE, "which-loss-quiz-a", id, 101, remedy);
        }
        rejects(ONE, "\"core\"", "\"easy\"", 102, "there is no level `easy`");
        let names = "screen, core, deep, coding, debugging";
        rejects(ONE, "level = \"core\"\n", "", 100, names);
        rejects(ONE, "\"one\"", "\"two\"", 103, "there is no type `two`");
        rejects(ONE, "type = \"one\"\n", "", 100, "has no type");
    }

    #[test]
    fn rejects_options_that_are_not_right() {
        rejects(ONE, "right = true, ", "", 100, "no option is right");
        let several = ONE.replace("one", "several");
        rejects(&several, "right = true, ", "", 100, "no option is right");
        let two = "2 options are right in a question of type one";
        rejects(ONE, "\"A\"", "\"A\", right = true", 100, two);
        rejects(ONE, "\"A\"", "\" b\"", 107, "two options are equal: `B`");
        rejects(ONE, ", why = \"no\"", "", 106, "`why` is missing");
        rejects(ONE, "\"no\"", "\"  \"", 106, "`why` is missing");
        rejects(ONE, "\"B\"", "\"\"", 107, "`text` is missing");
        let option = "  { text = \"A\", why = \"no\" },\n";
        rejects(ONE, option, "", 100, "1 options");
        rejects(ONE, "\"A\"", "\"None of the above\"", 106, "`of the above`");
        rejects(ONE, "\"A\"", "\"{{#include x}}\"", 106, "cannot include");
        rejects(ONE, "ask = \"Why?\"\n", "", 100, "`ask` is missing");
    }

    #[test]
    fn rejects_a_number_that_nothing_proves_or_that_is_none() {
        let proof = "proof = \"huber(&array![3.0], &array![0.0], 1.0)?[0]\"\n";
        rejects(NUMBER, proof, "", 108, "nothing proves 2.5");
        rejects(NUMBER, "2.5", "5/2", 108, "`5/2` is not a decimal number");
        rejects(NUMBER, "answer = \"2.5\"\n", "", 100, "has no answer");
        rejects(NUMBER, "why = \"because\"\n", "", 100, "`why` is missing");
        rejects(NUMBER, "0.01", "0.0", 110, "the tolerance is not positive");
        rejects(NUMBER, "\"4.5\"", "\"2.505\"", 113, "2.505 passes as right");
        rejects(NUMBER, ", why = \"square\"", "", 113, "`why` is missing");
        rejects(
            NUMBER,
            "\"4.5\"",
            "\"many\"",
            113,
            "`many` is not a decimal",
        );
        rejects(NUMBER, "[\"3\"]", "[\"4\"]", 106, "but not in the ask");
    }

    #[test]
    fn rejects_lists_that_are_short_or_repeat_themselves() {
        rejects(OTHERS, ", \"z\"", "", 100, "`items` has 2 entries");
        rejects(OTHERS, "\"y\"", "\"X\"", 105, "two items are equal");
        rejects(OTHERS, "why = \"so\"\n", "", 100, "`why` is missing");
        rejects(OTHERS, "\"b\"", "\"a\"", 115, "two left sides are equal");
        rejects(OTHERS, "\"2\"", "\"1\"", 115, "two right sides are equal");
        rejects(OTHERS, "[\"says this\"]", "[]", 118, "`rubric` has 0");
    }

    /// ONE with so many options, the first right.
    fn with_options(n: usize) -> String {
        let head = &ONE[..ONE.find("options").unwrap()];
        let option = |it| format!("{{ text = '{it}', right = {}, why = 'so' }},", it == 0);
        format!(
            "{head}options = [{}]\n",
            (0..n).map(option).collect::<String>()
        )
    }

    fn with_pairs(n: usize) -> String {
        let head = &ONE[..ONE.find("options").unwrap()].replace("one", "match");
        let pair = |it| format!("{{ left = 'l{it}', right = 'r{it}', why = 'so' }},");
        format!("{head}pairs = [{}]\n", (0..n).map(pair).collect::<String>())
    }

    fn with_items(n: usize) -> String {
        let head = &ONE[..ONE.find("options").unwrap()].replace("one", "order");
        let items: String = (0..n).map(|it| format!("'{it}',")).collect();
        format!("{head}items = [{items}]\nwhy = 'so'\n")
    }

    #[test]
    fn a_list_has_from_its_fewest_to_eight_entries() {
        type OfSize = fn(usize) -> String;
        let lists: [(OfSize, usize, OfSize); 3] = [
            (with_options, 2, |n| format!("has {n} options")),
            (with_pairs, 2, |n| format!("has {n} pairs")),
            (with_items, 3, |n| format!("`items` has {n} entries")),
        ];
        for (quiz, fewest, words) in lists {
            for n in [fewest, 8] {
                assert_eq!(parse(PAGE, &quiz(n), 100).1, [], "{n}");
            }
            for n in [0, fewest - 1, 9] {
                let shown = fault(&quiz(n));
                assert!(shown.contains(&words(n)), "{shown}");
            }
        }
        let one = OTHERS.replace(
            "[\"says this\"]",
            "[\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\"]",
        );
        assert_eq!(parse(PAGE, &one, 100).1, []);
    }

    #[test]
    fn several_options_may_be_right_where_several_are_asked_for() {
        let several = ONE.replace("\"one\"", "\"several\"");
        let several = several.replace("\"A\"", "\"A\", right = true");
        assert_eq!(parse(PAGE, &several, 100).1, []);
    }

    #[test]
    fn a_question_says_its_texts_in_their_order_and_its_type() {
        let said = |toml: &str| -> Vec<(String, &'static str)> {
            let (questions, _) = parse(PAGE, toml, 100);
            let texts = |it: &Question| {
                let texts = it.texts();
                let texts: Vec<&str> = texts.iter().map(|it| it.markdown.trim()).collect();
                texts.join("|")
            };
            questions
                .iter()
                .map(|it| (texts(it), it.kind_name()))
                .collect()
        };
        assert_eq!(said(ONE), [("Why?|A|no|B|yes".into(), "one")]);
        let several = ONE.replace("\"one\"", "\"several\"");
        assert_eq!(said(&several), [("Why?|A|no|B|yes".into(), "several")]);
        assert_eq!(said(NUMBER), [("Of 3?|because|square".into(), "number")]);
        assert_eq!(
            said(OTHERS),
            [
                ("Which first?|x|y|z|so".into(), "order"),
                ("Which to which?|a|1|x|b|2|y".into(), "match"),
                ("Tell me.|This.|says this".into(), "aloud"),
            ]
        );
    }

    #[test]
    fn a_level_is_its_name() {
        let names = ["screen", "core", "deep", "coding", "debugging"];
        for (level, name) in Level::ALL.into_iter().zip(names) {
            assert_eq!((level.name(), level.to_string()), (name, name.to_owned()));
            assert_eq!(Level::by_name(name), Some(level));
        }
        assert_eq!(Level::by_name("Core"), None);
    }

    #[test]
    fn what_is_no_toml_is_laid_to_its_question() {
        let broken = OTHERS.replace("\"Which to which?\"", "\"Which to which?");
        let shown = fault(&broken);
        let place = format!("{PAGE}:112: question which-loss-quiz-d: ");
        assert!(shown.starts_with(&place), "{shown}");
        let single = broken.replace("\"which-loss-quiz-d\"", "'which-loss-quiz-x'");
        assert!(fault(&single).contains("question which-loss-quiz-x: "));
        let first = OTHERS.replace("\"Which first?\"", "\"Which first?");
        assert!(fault(&first).contains("question which-loss-quiz-c: "));
        // Without an id of its own, it does not borrow that of the next.
        let nameless = first.replacen("id = \"which-loss-quiz-c\"", "", 1);
        assert!(
            !fault(&nameless).contains("question which"),
            "{}",
            fault(&nameless)
        );
        let before = format!("x = \n{ONE}");
        assert!(
            fault(&before).starts_with(&format!("{PAGE}:100: ")),
            "{}",
            fault(&before)
        );
        assert!(
            !fault(&before).contains("question which"),
            "{}",
            fault(&before)
        );
    }

    #[test]
    fn a_tolerance_is_positive_and_finite_and_reaches_its_own_bound() {
        for wrong in ["-0.01", "inf", "nan"] {
            rejects(NUMBER, "0.01", wrong, 110, "the tolerance is not positive");
        }
        let (questions, _) = parse(PAGE, NUMBER, 100);
        let Kind::Number {
            tolerance, unit, ..
        } = &questions[0].kind
        else {
            panic!("it is a number");
        };
        assert_eq!((*tolerance, unit.as_deref()), (0.01, Some("nats")));
        // Half a unit of 2.5 is 0.05; the floats between are told apart.
        let without = NUMBER.replace("tolerance = 0.01\n", "");
        let (questions, _) = parse(PAGE, &without, 100);
        let Kind::Number { tolerance, .. } = &questions[0].kind else {
            panic!("it is a number");
        };
        assert!((tolerance - 0.05).abs() < 1e-12);
        // 0.25 is a float, so a wrong answer can lie on the bound.
        let wide = NUMBER.replace("0.01", "0.25");
        rejects(&wide, "\"4.5\"", "\"2.75\"", 113, "2.75 passes as right");
        rejects(&wide, "\"4.5\"", "\"2.25\"", 113, "2.25 passes as right");
        let beside = wide.replace("\"4.5\"", "\"2.76\"");
        assert_eq!(parse(PAGE, &beside, 100).1, []);
    }

    #[test]
    fn rejects_a_wrong_answer_without_value_or_twice() {
        rejects(NUMBER, "value = \"4.5\", ", "", 113, "has no value");
        let twice = "[{ value = \"4.5\", why = \"x\" }, { value";
        rejects(
            NUMBER,
            "[{ value = \"4.5\"",
            &format!("{twice} = \"4.5\""),
            113,
            "4.5 is there twice",
        );
        rejects(
            NUMBER,
            "proof = \"4.5\"",
            "proof = \" \"",
            113,
            "nothing proves 4.5",
        );
        rejects(
            NUMBER,
            "proof = \"0.5\"",
            "proof = \"\"",
            107,
            "nothing proves 0.5",
        );
        rejects(
            NUMBER,
            "value = \"0.5\"",
            "value = \"half\"",
            107,
            "`half` is not a decimal",
        );
        rejects(
            NUMBER,
            "[\"3\"]",
            "[\"three\"]",
            106,
            "`three` is not a decimal",
        );
    }

    #[test]
    fn equal_is_what_differs_in_case_and_spaces_only() {
        rejects(ONE, "\"A\"", "\"  b \"", 107, "two options are equal: `B`");
        let words = ONE.replace("\"A\"", "\"the  mean\"");
        rejects(
            &words,
            "\"B\"",
            "\"The mean\"",
            107,
            "two options are equal",
        );
    }

    #[test]
    fn the_line_of_a_text_is_that_of_its_first_letter() {
        let (questions, _) = parse(PAGE, OTHERS, 100);
        let lines: Vec<usize> = questions.iter().map(|it| it.line).collect();
        assert_eq!(lines, [100, 108, 118]);
        let spread = OTHERS.replace("\'\'\'", "\"\"\"");
        let (questions, _) = parse(PAGE, &spread, 100);
        assert_eq!(questions[2].ask.line, 123);
        assert_eq!(questions[0].ask.line, 104);
    }

    #[test]
    fn rejects_a_field_of_another_type() {
        let words = "does not belong to a question of this type";
        rejects(ONE, "level", "unit = \"m\"\nlevel", 102, words);
        rejects(OTHERS, "\"so\"", "\"so\"\nanswer = \"x\"", 107, words);
    }
}
