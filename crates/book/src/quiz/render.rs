//! A quiz as a form: whole without JavaScript, on paper and for a screen
//! reader; `theme/quiz.js` adds the checking.
//!
//! The result is one block of HTML for Markdown, without an empty line, in
//! which the formulas still stand between dollar signs: KaTeX comes next.

use std::fmt::Write as _;

use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd, html};

use super::fence::options;
use super::{Choice, Kind, Match, Question, Text, Wrong};

/// A proof of more letters stands between the reader and the reason: it is folded.
const LINE: usize = 60;

/// The form of some questions; the first one is number `first`.
#[must_use]
pub fn form(questions: &[Question], first: usize) -> String {
    let mut form = String::from("<div class=\"quiz\">\n");
    for (position, question) in questions.iter().enumerate() {
        form += &fieldset(question, first + position);
    }
    form + "</div>\n"
}

/// One question.
#[must_use]
pub fn fieldset(question: &Question, number: usize) -> String {
    let (ask, more) = first_paragraph(&question.ask);
    let level = question.level;
    let (data, controls, answer) = match &question.kind {
        Kind::One(choices) => of_choices(&question.id, choices, "radio"),
        Kind::Several(choices) => of_choices(&question.id, choices, "checkbox"),
        Kind::Number {
            answer,
            tolerance,
            unit,
            why,
            wrong,
        } => {
            let data = format!(
                " data-answer=\"{}\" data-tolerance=\"{tolerance}\"",
                answer.value
            );
            (
                data,
                of_number(&question.id, unit.as_deref()),
                number_answer(answer, unit.as_deref(), why, wrong),
            )
        }
        Kind::Order { items, why } => of_order(&question.id, items, why),
        Kind::Match(pairs) => of_match(&question.id, pairs),
        Kind::Aloud { answer, rubric } => (String::new(), String::new(), aloud(answer, rubric)),
    };
    let hint = hint(&question.kind);
    format!(
        "<fieldset class=\"question\" id=\"{id}\" data-type=\"{kind}\" data-level=\"{level}\"{data}>\n\
         <legend><b>{number}.</b> {ask}&nbsp;<small class=\"{level}\">{level}</small></legend>\n\
         {more}<p class=\"hint\">{hint}</p>\n{controls}\
         <details>\n<summary>Answer</summary>\n{answer}</details>\n</fieldset>\n",
        id = question.id,
        kind = question.kind_name(),
    )
}

fn hint(kind: &Kind) -> &'static str {
    match kind {
        Kind::One(_) => "One option is right.",
        Kind::Several(_) => "One or more options are right.",
        Kind::Number { .. } => "Answer with a number; a fraction will do.",
        Kind::Order { .. } => "Give each its place.",
        Kind::Match(_) => "Give each its partner.",
        Kind::Aloud { .. } => "Answer aloud, then compare.",
    }
}

type Parts = (String, String, String);

fn of_choices(id: &str, choices: &[Choice], input: &str) -> Parts {
    let mut controls = String::from("<ul class=\"options\">\n");
    let mut answer = String::from("<ul>\n");
    let mut right = Vec::new();
    for (choice, letter) in choices.iter().zip('A'..) {
        let _ = writeln!(
            controls,
            "<li><label><input type=\"{input}\" name=\"{id}\" value=\"{letter}\"> \
             <span><b>{letter}</b> {}</span></label></li>",
            inline(&choice.text)
        );
        let verdict = if choice.right { "right" } else { "wrong" };
        if choice.right {
            right.push(letter.to_string());
        }
        let _ = writeln!(
            answer,
            "<li data-reason=\"{letter}\"><b>{letter}</b> is {verdict}: {}</li>",
            inline(&choice.why)
        );
    }
    (
        format!(" data-answer=\"{}\"", right.join(" ")),
        controls + "</ul>\n",
        answer + "</ul>\n",
    )
}

fn of_number(id: &str, unit: Option<&str>) -> String {
    let unit = unit.map_or(String::new(), |it| format!(" {}", escaped(it)));
    format!(
        "<p><label>Your answer <input type=\"text\" inputmode=\"text\" autocomplete=\"off\" \
         size=\"10\" name=\"{id}\">{unit}</label></p>\n"
    )
}

fn number_answer(answer: &super::Proof, unit: Option<&str>, why: &Text, wrong: &[Wrong]) -> String {
    let unit = unit.map_or(String::new(), |it| format!(" {}", escaped(it)));
    let (value, proof) = (minus(&answer.value), code(&answer.expression));
    let is_short = answer.expression.chars().count() <= LINE;
    let computed = if is_short {
        format!(", which the build computed as <code>{proof}</code>.")
    } else {
        String::new()
    };
    let mut html = format!(
        "<p><b>{value}{unit}</b>{computed}</p>\n<div data-reason=\"\">{}</div>\n",
        blocks(why)
    );
    if !wrong.is_empty() {
        html += "<ul>\n";
        for wrong in wrong {
            let _ = writeln!(
                html,
                "<li data-reason=\"{}\"><b>{}</b> is wrong: {}</li>",
                wrong.value.replace('−', "-"),
                minus(&wrong.value),
                inline(&wrong.why)
            );
        }
        html += "</ul>\n";
    }
    if !is_short {
        let _ = writeln!(
            html,
            "<details><summary>How the build computed it</summary><p><code>{proof}</code></p></details>"
        );
    }
    html
}

fn of_order(id: &str, items: &[Text], why: &Text) -> Parts {
    let shown = shuffled(id, items.len());
    let mut controls = String::from("<ul class=\"options\">\n");
    for (&item, letter) in shown.iter().zip('A'..) {
        let choices: String = (1..=items.len())
            .map(|place| format!("<option>{place}</option>"))
            .collect();
        let _ = writeln!(
            controls,
            "<li><label><select><option value=\"\">–</option>{choices}</select> \
             <span><b>{letter}</b> {}</span></label></li>",
            inline(&items[item])
        );
    }
    // The place of A, of B, and so on; then the letters in the right order.
    let places: Vec<String> = shown.iter().map(|item| (item + 1).to_string()).collect();
    let mut letters: Vec<(usize, char)> = shown.iter().copied().zip('A'..).collect();
    letters.sort_unstable();
    let letters: Vec<String> = letters.iter().map(|it| it.1.to_string()).collect();
    (
        format!(" data-answer=\"{}\"", places.join(" ")),
        controls + "</ul>\n",
        format!(
            "<p><b>{}</b>, in this order.</p>\n<div data-reason=\"\">{}</div>\n",
            letters.join(", "),
            blocks(why)
        ),
    )
}

fn of_match(id: &str, pairs: &[Match]) -> Parts {
    let shown = shuffled(id, pairs.len());
    let letter_of = |pair: usize| {
        let place = shown.iter().position(|&it| it == pair).unwrap_or_default();
        ('A'..).nth(place).unwrap_or('?')
    };
    let letters: String = ('A'..)
        .take(pairs.len())
        .map(|letter| format!("<option>{letter}</option>"))
        .collect();
    let mut controls = String::from("<ul class=\"options\">\n");
    let mut answer = String::from("<ul>\n");
    for (position, pair) in pairs.iter().enumerate() {
        let (place, letter) = (position + 1, letter_of(position));
        let _ = writeln!(
            controls,
            "<li><label><select><option value=\"\">–</option>{letters}</select> \
             <span><b>{place}</b> {}</span></label></li>",
            inline(&pair.left)
        );
        let _ = writeln!(
            answer,
            "<li data-reason=\"{place}\"><b>{place}</b> goes with <b>{letter}</b>: {}</li>",
            inline(&pair.why)
        );
    }
    controls += "</ul>\n<ul class=\"partners\">\n";
    for (&pair, letter) in shown.iter().zip('A'..) {
        let _ = writeln!(
            controls,
            "<li><b>{letter}</b> {}</li>",
            inline(&pairs[pair].right)
        );
    }
    let right: Vec<String> = (0..pairs.len())
        .map(|it| letter_of(it).to_string())
        .collect();
    (
        format!(" data-answer=\"{}\"", right.join(" ")),
        controls + "</ul>\n",
        answer + "</ul>\n",
    )
}

fn aloud(answer: &Text, rubric: &[Text]) -> String {
    let mut html = format!(
        "{}<p>Your answer:</p>\n<ul class=\"options\">\n",
        blocks(answer)
    );
    for entry in rubric {
        let _ = writeln!(
            html,
            "<li><label><input type=\"checkbox\"> <span>{}</span></label></li>",
            inline(entry)
        );
    }
    html + "</ul>\n"
}

/// An order that depends on the id alone, and is not the right one.
fn shuffled(id: &str, n_items: usize) -> Vec<usize> {
    // FNV-1a, then a linear congruential generator: the same on every machine.
    let mut state = id.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mut order: Vec<usize> = (0..n_items).collect();
    for position in (1..n_items).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let other = usize::try_from(state >> 33).unwrap_or_default() % (position + 1);
        order.swap(position, other);
    }
    if order.is_sorted() {
        order.rotate_left(1);
    }
    order
}

/// Markdown as blocks.
fn blocks(text: &Text) -> String {
    let mut result = String::new();
    html::push_html(&mut result, events(&text.markdown).into_iter());
    // An empty line would end the block of HTML.
    let lines = result.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

/// Markdown in the middle of a line: paragraphs lose their marks.
fn inline(text: &Text) -> String {
    let html = blocks(text);
    let html = html.trim().replace("</p>\n<p>", "<br>");
    html.replace("<p>", "").replace("</p>", "")
}

/// The first paragraph without its marks, for the legend, and the rest.
pub(super) fn first_paragraph(text: &Text) -> (String, String) {
    let html = blocks(text);
    match html.split_once("</p>\n") {
        Some((first, rest)) if first.starts_with("<p>") => {
            (first["<p>".len()..].to_owned(), rest.to_owned())
        }
        _ => (inline(text), String::new()),
    }
}

/// The text of links without the links.
pub(super) fn without_links(html: &str) -> String {
    let mut result = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<a ") {
        result.push_str(&rest[..start]);
        rest = &rest[start..];
        rest = rest.split_once('>').map_or("", |(_, after)| after);
    }
    result.push_str(rest);
    result.replace("</a>", "")
}

/// The events of a text; what KaTeX or Markdown would misread is escaped, and
/// formulas keep their dollar signs.
fn events(markdown: &str) -> Vec<Event<'_>> {
    let mut in_block = false;
    Parser::new_ext(markdown, options())
        .map(|event| match event {
            Event::InlineMath(formula) => Event::InlineHtml(format!("${formula}$").into()),
            Event::DisplayMath(formula) => Event::InlineHtml(format!("$${formula}$$").into()),
            Event::Code(words) => {
                Event::InlineHtml(format!("<code>{}</code>", code(&words)).into())
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                in_block = true;
                Event::Start(Tag::CodeBlock(kind))
            }
            Event::End(TagEnd::CodeBlock) => {
                in_block = false;
                Event::End(TagEnd::CodeBlock)
            }
            Event::Text(words) if in_block => {
                Event::InlineHtml(CowStr::from(code(&words).replace('\n', "&#10;")))
            }
            Event::Text(words) => Event::InlineHtml(escaped(&words).into()),
            other => other,
        })
        .collect()
}

fn code(words: &str) -> String {
    escaped(words)
}

/// A number as prose writes it.
fn minus(number: &str) -> String {
    number.replace('-', "−")
}

pub(super) fn escaped(words: &str) -> String {
    let mut result = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => result.push_str("&amp;"),
            '<' => result.push_str("&lt;"),
            '>' => result.push_str("&gt;"),
            '"' => result.push_str("&quot;"),
            // KaTeX reads these whatever is around them.
            '$' => result.push_str("&#36;"),
            '\\' => result.push_str("&#92;"),
            '`' => result.push_str("&#96;"),
            _ => result.push(letter),
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::read;

    const ALL: &str = r#"```quiz
[[question]]
id = "mse-quiz-one"
level = "screen"
type = "one"
ask = '''
Why is $a_b < |c|$ so, in `x*_$y`?

See [there](mae.md#x).
'''
options = [
  { text = 'It costs \$5, \`.', why = "no" },
  { text = '$r^2$, the square', right = true, why = "**yes**" },
]

[[question]]
id = "mse-quiz-number"
level = "core"
type = "number"
ask = "How much?"
answer = "-2.50"
proof = "huber(&array![3.0], &array![0.0], 1.0)?[0] * -1.0"
unit = "nats"
why = "because"
wrong = [{ value = "4.5", why = "the square" }]

[[question]]
id = "mse-quiz-order"
level = "deep"
type = "order"
ask = "Which first?"
items = ["first", "second", "third"]
why = "so"

[[question]]
id = "mse-quiz-match"
level = "deep"
type = "match"
ask = "Which to which?"
pairs = [{ left = "a", right = "1", why = "x" }, { left = "b", right = "2", why = "y" }, { left = "c", right = "3", why = "z" }]

[[question]]
id = "mse-quiz-aloud"
level = "deep"
type = "aloud"
ask = "Tell me."
answer = "This."
rubric = ["says this"]
```
"#;

    fn rendered() -> String {
        let (questions, faults) = read("src/regression/mse.md", ALL);
        assert_eq!(faults, []);
        form(&questions, 1)
    }

    #[test]
    fn a_form_is_one_block_of_html_and_its_formulas_are_left_to_katex() {
        let form = rendered();
        assert!(!form.contains("\n\n"), "{form}");
        assert!(
            form.contains("$a_b < |c|$") && form.contains("$r^2$"),
            "{form}"
        );
        assert_eq!(form.matches('$').count(), 4, "{form}");
        assert!(!form.contains('`') && form.contains("x*_&#36;y"), "{form}");
        assert!(form.contains("costs &#36;5"), "{form}");
    }

    #[test]
    fn each_type_has_its_controls_and_its_answer() {
        let form = rendered();
        for expected in [
            "data-type=\"one\" data-level=\"screen\" data-answer=\"B\"",
            "<legend><b>1.</b> Why",
            "<input type=\"radio\" name=\"mse-quiz-one\" value=\"B\">",
            "<li data-reason=\"B\"><b>B</b> is right: <strong>yes</strong></li>",
            "data-answer=\"-2.50\" data-tolerance=\"0.005\"",
            "<b>−2.50 nats</b>",
            "<li data-reason=\"4.5\"><b>4.5</b> is wrong: the square</li>",
            "<input type=\"checkbox\"> <span>says this</span>",
        ] {
            assert!(form.contains(expected), "{expected}\n{form}");
        }
    }

    #[test]
    fn a_long_proof_is_folded_and_comes_after_the_reasons() {
        let short = rendered();
        assert!(short.contains("which the build computed as <code>huber"));
        assert!(!short.contains("How the build computed it"));

        let quiz = ALL.replace("* -1.0", "* -1.0 + 0.0 * 1234567890.0");
        let (questions, faults) = read("src/regression/mse.md", &quiz);
        assert_eq!(faults, []);
        let long = form(&questions, 1);
        assert!(long.contains("<p><b>−2.50 nats</b></p>"), "{long}");
        let place = |text: &str| long.find(text).unwrap();
        let fold = "<details><summary>How the build computed it</summary><p><code>huber";
        assert!(place("because") < place(fold) && place("the square") < place(fold));
    }

    #[test]
    fn the_right_order_is_never_the_one_that_is_shown() {
        for n_items in 2..8 {
            for id in ["a", "b", "mse-quiz-order", "huber-quiz-x"] {
                let order = shuffled(id, n_items);
                let mut sorted = order.clone();
                sorted.sort_unstable();
                assert!(!order.is_sorted());
                assert_eq!(sorted, (0..n_items).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn the_answer_of_an_order_and_of_a_match_fits_what_is_shown() {
        let form = rendered();
        let places = data_answer(&form, "mse-quiz-order");
        let shown: Vec<usize> = ["first", "second", "third"]
            .map(|it| form.find(&format!("</b> {it}</span>")).unwrap())
            .into();
        // The item shown at the first place has the first number.
        let mut by_place: Vec<(usize, usize)> = shown.into_iter().zip(1..).collect();
        by_place.sort_unstable();
        let expected: Vec<String> = by_place.iter().map(|it| it.1.to_string()).collect();
        assert_eq!(places, expected);

        let letters = data_answer(&form, "mse-quiz-match");
        for (right, letter) in ["1", "2", "3"].iter().zip(letters) {
            assert!(
                form.contains(&format!("<li><b>{letter}</b> {right}</li>")),
                "{form}"
            );
        }
    }

    fn data_answer(form: &str, id: &str) -> Vec<String> {
        let from = &form[form.find(&format!("id=\"{id}\"")).unwrap()..];
        let value = from.split("data-answer=\"").nth(1).unwrap();
        let value = value.split('"').next().unwrap();
        value.split(' ').map(str::to_owned).collect()
    }
}
