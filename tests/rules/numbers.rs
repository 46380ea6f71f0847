//! Every number on a page is printed by an example that the page shows.
//!
//! A typed number drifts from the program that it was once read off, and a
//! reader who finds one wrong number distrusts the rest.

mod decimal;
mod exemptions;
mod printed;
mod written;

use book::quiz::{self, Kind};

use crate::directives::directives;
use crate::document::Document;
use crate::finding::Finding;
use crate::manuscript::Manuscript;
use crate::quizzes;
pub use exemptions::LIST;
use exemptions::{Exemption, within};
use printed::{Printed, printed};
use written::{Written, written};

/// Every number is printed or exempt, and every exemption is needed.
pub fn check(manuscript: &Manuscript) -> Vec<Finding> {
    let (list, exemptions) = match exemptions::read(&manuscript.root) {
        Ok(read) => read,
        Err(finding) => return vec![finding],
    };
    let unproven = manuscript.pages.iter().flat_map(|page| {
        let in_quiz = quiz_complaints(manuscript, page);
        complaints(manuscript, page, &exemptions)
            .into_iter()
            .chain(in_quiz)
    });
    let stale = exemptions.iter().filter_map(|exemption| {
        let unproven = |page: &Document| {
            let proofs = Proofs::of(manuscript, page);
            let numbers = proofs.unproven(page);
            let ungrouped = written(page)
                .into_iter()
                .filter(|number| number.lacks_comma);
            numbers
                .into_iter()
                .chain(ungrouped)
                .map(|number| number.range)
                .collect()
        };
        let (problem, remedy) = exemptions::stale(manuscript, exemption, unproven)?;
        Some(list.finding(exemption.text.span().start, problem, remedy))
    });
    unproven.chain(stale).collect()
}

fn complaints(manuscript: &Manuscript, page: &Document, exemptions: &[Exemption]) -> Vec<Finding> {
    let proofs = Proofs::of(manuscript, page);
    let exempt: Vec<_> = exemptions
        .iter()
        .flat_map(|exemption| exemptions::spans(exemption, page))
        .collect();
    let is_exempt = |number: &Written| exempt.iter().any(|span| within(&number.range, span));
    let unproven = proofs.unproven(page).into_iter().map(|number| {
        let problem = format!("no example on this page prints {}", number.text);
        let remedy = proofs.remedy(&number);
        (number, problem, remedy)
    });
    let ungrouped = written(page)
        .into_iter()
        .filter(|number| number.lacks_comma)
        .map(|number| {
            let problem = format!("{} has no comma between the thousands", number.text);
            let remedy = "set one; four digits without a comma are a year".to_owned();
            (number, problem, remedy)
        });
    unproven
        .chain(ungrouped)
        .filter(|(number, ..)| !is_exempt(number))
        .map(|(number, problem, remedy)| page.finding(number.range.start, problem, remedy))
        .collect()
}

/// A number in a quiz is printed on the page, computed by a proof of the
/// question, stands in one, or is declared as given.
///
/// What a proof is about, such as a residual of 3, is data: the proof uses it.
/// A made-up number in the ask that no proof uses has to be declared, since
/// nothing tells it from a result.
fn quiz_complaints(manuscript: &Manuscript, page: &Document) -> Vec<Finding> {
    let (questions, _) = quiz::read(&page.path, &page.text);
    let proofs = Proofs::of(manuscript, page);
    let mut findings = Vec::new();
    for question in &questions {
        let mut known = question.given.clone();
        for proof in question.all_proofs() {
            known.extend([proof.expression.clone(), proof.value.clone()]);
        }
        if let Kind::Number { wrong, .. } = &question.kind {
            known.extend(wrong.iter().map(|it| it.value.clone()));
        }
        let known: Vec<Printed> = known.iter().flat_map(|it| printed(it)).collect();
        for text in quizzes::texts_of(page, question) {
            let is_known = |number: &Written| known.iter().any(|it| number.is(it));
            let unknown = proofs
                .unproven(&text)
                .into_iter()
                .filter(|it| !is_known(it));
            findings.extend(unknown.map(|number| {
                text.finding(
                    number.range.start,
                    format!(
                        "question {}: nothing on this page prints or computes {}",
                        question.id, number.text
                    ),
                    format!(
                        "a result: add it to proofs = [{{ value = \"{0}\", proof = \"…\" }}]; \
                         data that the ask makes up: given = [\"{0}\"]",
                        number.text
                    ),
                )
            }));
        }
    }
    findings
}

/// Whether a program wrote this file: an example, or the proofs.
fn is_generated(path: &str) -> bool {
    ["src/examples/", "src/proofs/"]
        .iter()
        .any(|folder| path.starts_with(folder))
}

/// What the examples of a page printed.
struct Proofs {
    examples: Vec<String>,
    numbers: Vec<Printed>,
}

impl Proofs {
    fn of(manuscript: &Manuscript, page: &Document) -> Self {
        let outputs: Vec<Document> = directives(page)
            .iter()
            .filter(|it| is_generated(&it.target) && it.target.ends_with(".txt"))
            .filter_map(|it| Document::read(&manuscript.root, &it.target).ok())
            .collect();
        Self {
            examples: outputs.iter().map(|it| it.slug().to_owned()).collect(),
            numbers: outputs.iter().flat_map(|it| printed(&it.text)).collect(),
        }
    }

    fn unproven(&self, page: &Document) -> Vec<Written> {
        written(page)
            .into_iter()
            .filter(|number| !self.numbers.iter().any(|it| number.is(it)))
            .collect()
    }

    fn remedy(&self, number: &Written) -> String {
        let closest = self
            .numbers
            .iter()
            .min_by(|a, b| number.distance(a).total_cmp(&number.distance(b)));
        match closest {
            None => "the page includes no output of an example: show one that prints it \
                     (CONTRIBUTING.md says how), or leave the number out"
                .to_owned(),
            Some(closest) => format!(
                "print it in one of {} and run `cargo book run --update`, \
                 or correct the number (closest printed value: {})",
                self.examples.join(", "),
                closest.text
            ),
        }
    }
}

/// Each number is what stands at its place, in order, once.
#[cfg(test)]
pub fn assert_read(page: &Document) {
    let mut end = 0;
    for number in written(page) {
        assert_eq!(page.text.get(number.range.clone()), Some(&*number.text));
        assert!(number.range.start >= end, "{number:?}");
        end = number.range.end;
    }
}

/// Every number of the page is compared with every number of the output.
#[cfg(test)]
pub fn assert_compared(page: &Document, output: &str) {
    assert_read(page);
    for number in written(page) {
        for other in printed(output) {
            let _ = (number.is(&other), number.distance(&other));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{CHAPTER, Draft};
    use crate::finding::assert_clean;

    const UNPRINTED: &str = "\nBooks have 320 pages.\n";
    const EXEMPT: &str = "[[exemption]]\npage = \"src/regression/mse.md\"\n\
                          text = \"have 320 pages\"\nreason = \"counted by hand\"\n";

    #[test]
    fn this_book_prints_its_numbers() {
        assert_clean(
            "every number is printed by an example that the page shows",
            check(Manuscript::this_book()),
        );
    }

    #[test]
    fn rejects_a_number_that_no_example_prints() {
        Draft::new()
            .replace(CHAPTER, "moves to 22", "moves to 25")
            .rejected_by(check)
            .at(CHAPTER, "moves to 25")
            .saying("no example on this page prints 25")
            .with_remedy(
                "print it in one of mse_outlier, mse_units, mse_scale, mse_gradient and run \
                 `cargo book run --update`, or correct the number (closest printed value: 22.0)",
            );
    }

    #[test]
    fn rejects_a_number_in_a_quiz_that_nothing_prints_or_computes() {
        for (from, to) in [
            ("What is c?", "What is c of 7.5?"),
            ("\"says c\"", "\"says 7.5\""),
            ("'The square $s$'", "'The square $7.5$'"),
        ] {
            Draft::new()
                .replace(CHAPTER, from, to)
                .rejected_by(check)
                .at(CHAPTER, to)
                .saying("nothing on this page prints or computes 7.5")
                .with_remedy("given = [\"7.5\"]");
        }
    }

    #[test]
    fn accepts_a_number_in_a_quiz_that_is_given_printed_or_computed() {
        Draft::new()
            .replace(
                CHAPTER,
                "What is c?\"",
                "What is c of 7.5?\"\ngiven = [\"7.5\"]",
            )
            .replace(CHAPTER, "\"This.\"", "\"It is 22.0, so 7.5.\"")
            .replace(
                CHAPTER,
                "\"That.\"",
                "\"It is 0.25.\"\nproofs = [{ value = \"0.25\", proof = \"0.5_f64.powi(2)\" }]",
            )
            .accepted_by(check);
    }

    #[test]
    fn rejects_a_changed_digit_in_a_formula() {
        Draft::new()
            .append(CHAPTER, "\n## More\n\nIt is $9.09 \\times 10^{-5}$.\n")
            .rejected_by(check)
            .at(CHAPTER, "$9.09")
            .with_remedy("closest printed value: 9.08e-5");
    }

    #[test]
    fn rejects_a_digit_that_was_not_printed() {
        Draft::new()
            .replace(CHAPTER, "moves to 22", "moves to 22.00")
            .rejected_by(check)
            .at(CHAPTER, "moves to 22.00");
    }

    #[test]
    fn rejects_a_changed_sign() {
        Draft::new()
            .replace(CHAPTER, "moves to 22", "moves to −22")
            .rejected_by(check)
            .at(CHAPTER, "moves to −22")
            .saying("prints −22");
    }

    #[test]
    fn rejects_thousands_without_a_comma() {
        Draft::new()
            .replace(CHAPTER, "moves to 22", "moves to 12345")
            .rejected_by(check)
            .at(CHAPTER, "moves to 12345")
            .saying("12345 has no comma");
    }

    #[test]
    fn rejects_a_number_on_a_page_without_an_example() {
        Draft::new()
            .append("src/introduction.md", "\nThere are 22 of them.\n")
            .rejected_by(check)
            .at("src/introduction.md", "There are 22")
            .with_remedy("includes no output of an example");
    }

    #[test]
    fn accepts_a_number_that_the_proofs_print() {
        Draft::new()
            .write("src/proofs/claims.txt", "25 boxes\n")
            .replace(CHAPTER, "moves to 22", "moves to 25")
            .append(
                CHAPTER,
                "\n```text\n{{#include ../proofs/claims.txt}}\n```\n",
            )
            .accepted_by(check);
    }

    #[test]
    fn rejects_a_number_that_only_another_page_prints() {
        Draft::new()
            .write("src/examples/other.txt", "25\n")
            .replace(CHAPTER, "moves to 22", "moves to 25")
            .rejected_by(check)
            .at(CHAPTER, "moves to 25");
    }

    #[test]
    fn accepts_a_number_that_is_exempt() {
        with_more_text().write(LIST, EXEMPT).accepted_by(check);
    }

    #[test]
    fn rejects_an_exemption_whose_text_is_gone() {
        Draft::new()
            .write(LIST, EXEMPT)
            .rejected_by(check)
            .at(LIST, "have 320 pages")
            .saying("does not say `have 320 pages` any longer")
            .with_remedy("remove the exemption");
    }

    #[test]
    fn rejects_an_exemption_that_nothing_needs() {
        let printed = "src/examples/mse_units.txt";
        with_more_text()
            .write(LIST, EXEMPT)
            .append(printed, "pages  320\n")
            .rejected_by(check)
            .at(LIST, "have 320 pages")
            .saying("an example prints every number")
            .with_remedy("remove it");
    }

    #[test]
    fn rejects_an_exemption_without_a_reason() {
        with_more_text()
            .write(LIST, &EXEMPT.replace("counted by hand", " "))
            .rejected_by(check)
            .at(LIST, "have 320 pages")
            .saying("without a reason");
    }

    #[test]
    fn rejects_an_exemption_on_a_page_that_does_not_exist() {
        Draft::new()
            .write(LIST, &EXEMPT.replace("mse.md", "mean.md"))
            .rejected_by(check)
            .at(LIST, "have 320 pages")
            .saying("src/regression/mean.md is not a page");
    }

    #[test]
    fn rejects_a_list_that_cannot_be_read() {
        Draft::new()
            .write(LIST, &EXEMPT.replace("reason", "because"))
            .rejected_by(check)
            .at(LIST, "because")
            .saying("because")
            .with_remedy("page, text and reason");
    }

    fn with_more_text() -> Draft {
        Draft::new().replace(
            CHAPTER,
            "\n## References",
            &format!("{UNPRINTED}\n## References"),
        )
    }
}
