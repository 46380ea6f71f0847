//! Chapters and interview questions have the same parts in the same order,
//! so that a reader finds their way blind.

use std::collections::BTreeMap;

use book::questions;
use pulldown_cmark::{Event, Tag, TagEnd};

use crate::directives::directives;
use crate::document::Document;
use crate::finding::Finding;
use crate::manuscript::Manuscript;
use crate::markdown::{self, Heading, headings};

/// The sections of a chapter; `None` is the story, with a title of its own.
const SECTIONS: [Option<&str>; 10] = [
    Some("In one breath"),
    Some("Definition"),
    Some("Where it comes from"),
    Some("Gradient and curvature"),
    None,
    Some("Numerics"),
    Some("In the libraries"),
    Some("Interview questions"),
    Some("Quiz"),
    Some("References"),
];
const LEVELS: [&str; 5] = ["screen", "core", "deep", "coding", "debugging"];
const LABELS: [&str; 3] = ["**Depth.**", "**Follow-up.**", "**Trap.**"];
const FEWEST_QUESTIONS: usize = 8;
const FEWEST_EXAMPLES: usize = 4;

/// Chapters have their sections, questions and examples; questions have their
/// parts; headings have no formulas and no gaps.
pub fn check(manuscript: &Manuscript) -> Vec<Finding> {
    let mut findings = Vec::new();
    for chapter in manuscript.chapters() {
        findings.extend(sections(chapter));
        findings.extend(too_few(chapter));
        findings.extend(glance(chapter));
    }
    for page in &manuscript.pages {
        findings.extend(levels(page));
        findings.extend(formulas(page));
        findings.extend(unnamed_columns(page));
        findings.extend(uncounted(page));
        findings.extend(questions(page).iter().flat_map(|it| parts(page, it)));
    }
    findings.extend(same_ids(&manuscript.pages));
    findings
}

fn sections(chapter: &Document) -> Option<Finding> {
    let found: Vec<Heading> = headings(&chapter.text)
        .into_iter()
        .filter(|it| it.level == 2)
        .collect();
    let remedy = format!("the sections are, in this order: {}", names());
    for (position, expected) in SECTIONS.into_iter().enumerate() {
        let Some(heading) = found.get(position) else {
            return Some(chapter.finding(
                chapter.text.len().saturating_sub(1),
                format!("the chapter ends without the section {}", name(expected)),
                remedy,
            ));
        };
        let fits = match expected {
            Some(title) => heading.title == title,
            None => !SECTIONS.contains(&Some(&heading.title)),
        };
        if !fits {
            return Some(chapter.finding(
                heading.range.start,
                format!(
                    "the section {} stands where {} belongs",
                    heading.title,
                    name(expected)
                ),
                remedy,
            ));
        }
    }
    found.get(SECTIONS.len()).map(|heading| {
        let problem = format!("the section {} comes after the last one", heading.title);
        chapter.finding(heading.range.start, problem, remedy)
    })
}

/// The box that a reader sees first, in the order in which it is read aloud.
fn glance(chapter: &Document) -> Option<Finding> {
    let remedy = "put the answer, one formula and one figure, in this order, into <div class=\"glance\"> \
         (STYLE.md, Pages)";
    let section = markdown::section(&chapter.text, "In one breath")?;
    let text = &chapter.text[section.clone()];
    let finding =
        |at: usize, problem: String| Some(chapter.finding(section.start + at, problem, remedy));
    let Some((start, content)) = content_of_glance(text) else {
        return finding(
            0,
            "the chapter cannot be taken in at a glance: the box is missing".to_owned(),
        );
    };
    let formulas: Vec<usize> = content.match_indices("$$").map(|(at, _)| at).collect();
    let figures: Vec<usize> = content
        .match_indices("<figure>")
        .map(|(at, _)| at)
        .collect();
    if formulas.len() != 2 || figures.len() != 1 {
        let (n_formulas, n_figures) = (formulas.len() / 2, figures.len());
        let problem =
            format!("the box has {n_formulas} formulas and {n_figures} figures, not one of each");
        return finding(start, problem);
    }
    let begins_with_words = content.trim_start().starts_with(char::is_alphabetic);
    if !begins_with_words || figures[0] < formulas[0] {
        return finding(start, "the parts of the box are out of order".to_owned());
    }
    None
}

/// Where the box begins in a section, and what is between its tags.
fn content_of_glance(section: &str) -> Option<(usize, &str)> {
    const BOX: &str = "<div class=\"glance\">";
    let start = section.find(BOX)?;
    let content = section[start + BOX.len()..].split("</div>").next()?;
    Some((start, content))
}

fn name(section: Option<&str>) -> &str {
    section.unwrap_or("with the story and a title of its own")
}

fn names() -> String {
    SECTIONS.map(|it| it.unwrap_or("(the story)")).join(", ")
}

fn too_few(chapter: &Document) -> Vec<Finding> {
    let mut programs: Vec<String> = directives(chapter)
        .into_iter()
        .map(|it| it.target)
        .filter(|it| it.starts_with("crates/losses/examples/"))
        .collect();
    programs.sort();
    programs.dedup();
    let counts = [
        ("examples", programs.len(), FEWEST_EXAMPLES, "an example"),
        (
            "interview questions",
            questions(chapter).len(),
            FEWEST_QUESTIONS,
            "a question",
        ),
    ];
    counts
        .into_iter()
        .filter(|(_, n_found, n_needed, _)| n_found < n_needed)
        .map(|(what, n_found, n_needed, recipe)| {
            Finding::in_file(
                &chapter.path,
                format!("the chapter has {n_found} {what}, not {n_needed}"),
                format!("CONTRIBUTING.md says how to add {recipe}"),
            )
        })
        .collect()
}

/// A count of sources that no program can read.
fn uncounted(page: &Document) -> Vec<Finding> {
    let read = questions::interview(&page.text);
    let mut start = 0;
    let mut findings = Vec::new();
    for (line, number) in page.text.split_inclusive('\n').zip(1..) {
        let is_read = read
            .iter()
            .any(|it| it.line == number && it.sources.is_some_and(|sources| sources > 0));
        if line.starts_with('#') && line.contains(questions::SOURCES) && !is_read {
            findings.push(page.finding(
                start,
                "the number of sources cannot be read",
                "it stands in the braces of an interview question: {#id .core data-sources=4}",
            ));
        }
        start += line.len();
    }
    findings
}

fn levels(page: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut above = 0;
    for heading in headings(&page.text) {
        let problem = if heading.level > above + 1 {
            Some(format!("the heading `{}` skips a level", heading.title))
        } else if heading.level == 1 && above > 0 {
            Some(format!("`{}` is a second title", heading.title))
        } else {
            None
        };
        let remedy = "begin the page with one `#`, and go down one `#` at a time";
        findings.extend(problem.map(|it| page.finding(heading.range.start, it, remedy)));
        above = heading.level;
    }
    findings
}

fn formulas(page: &Document) -> Vec<Finding> {
    headings(&page.text)
        .iter()
        .filter(|heading| heading.has_formula)
        .map(|heading| {
            page.finding(
                heading.range.start,
                "the heading has a formula, which search results and screen readers read twice",
                "say it in words",
            )
        })
        .collect()
}

/// The interview questions of a page: what has a level, and whatever stands
/// in the section of the questions.
/// A screen reader reads the head of the column before every cell.
fn unnamed_columns(page: &Document) -> Vec<Finding> {
    let mut is_head = false;
    let mut is_empty = false;
    let mut findings = Vec::new();
    for (event, range) in markdown::events(&page.text) {
        match event {
            Event::Start(Tag::TableHead) => is_head = true,
            Event::End(TagEnd::TableHead) => is_head = false,
            Event::Start(Tag::TableCell) => is_empty = true,
            Event::End(TagEnd::TableCell) if is_head && is_empty => findings.push(page.finding(
                range.start,
                "a column of the table has no name",
                "name what stands in it, such as `function`: a screen reader says it before every cell",
            )),
            _ => is_empty = false,
        }
    }
    findings
}

fn questions(page: &Document) -> Vec<Heading> {
    let section = markdown::section(&page.text, "Interview questions").unwrap_or(0..0);
    headings(&page.text)
        .into_iter()
        .filter(|it| it.level == 3)
        .filter(|it| section.contains(&it.range.start) || n_levels(it) > 0)
        .collect()
}

fn n_levels(heading: &Heading) -> usize {
    let is_level = |class: &&String| LEVELS.contains(&class.as_str());
    heading.classes.iter().filter(is_level).count()
}

fn parts(page: &Document, question: &Heading) -> Vec<Finding> {
    let finding =
        |problem: String, remedy: String| page.finding(question.range.start, problem, remedy);
    let title = &question.title;
    let mut findings = Vec::new();
    if question.id.is_none() {
        findings.push(finding(
            format!("the question `{title}` has no id, so nothing can link to it"),
            format!(
                "end the heading with {{#{}-topic .core}}",
                page.slug().replace('_', "-")
            ),
        ));
    }
    if n_levels(question) != 1 {
        findings.push(finding(
            format!("the question `{title}` has {} levels", n_levels(question)),
            format!("give it exactly one of .{}", LEVELS.join(", .")),
        ));
    }
    let paragraphs = paragraphs(page, question);
    let labels: Vec<&str> = paragraphs
        .iter()
        .filter_map(|text| LABELS.into_iter().find(|label| text.starts_with(label)))
        .collect();
    if paragraphs.first().is_none_or(|text| text.starts_with("**")) {
        findings.push(finding(
            format!("the question `{title}` has no short answer"),
            "begin with a paragraph as you would say it in twenty seconds".to_owned(),
        ));
    }
    if labels != LABELS {
        findings.push(finding(
            match LABELS.iter().find(|label| !labels.contains(label)) {
                Some(label) => format!("the question `{title}` has no paragraph {label}"),
                None => format!("the parts of the question `{title}` are out of order"),
            },
            format!(
                "after the short answer come {}, once each",
                LABELS.join(", ")
            ),
        ));
    }
    findings
}

/// The paragraphs of a question that are not inside of something else.
fn paragraphs<'a>(page: &'a Document, question: &Heading) -> Vec<&'a str> {
    let mut depth = 0_usize;
    let mut paragraphs = Vec::new();
    // Not the whole page, which would be read again for each question.
    let body = &page.text[question.range.end..question.section.end.max(question.range.end)];
    for (event, range) in markdown::events(body) {
        match event {
            Event::Start(tag) => {
                if depth == 0 && tag == Tag::Paragraph {
                    paragraphs.push(&body[range]);
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    paragraphs
}

/// An id is the address of a question, on the cards and in the quiz as well.
fn same_ids(pages: &[Document]) -> Vec<Finding> {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut findings = Vec::new();
    for page in pages {
        for question in questions(page) {
            let Some(id) = question.id else { continue };
            let place = format!("{}:{}", page.path, page.line_at(question.range.start));
            if let Some(first) = seen.get(&id) {
                findings.push(page.finding(
                    question.range.start,
                    format!("the question has the id {id}, as the one at {first}"),
                    "give the newer one another id; ids are addresses and stay",
                ));
            } else {
                seen.insert(id, place);
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{CHAPTER, Draft, QUIZ as QUIZ_SECTION};
    use crate::finding::assert_clean;

    #[test]
    fn this_book_has_its_shape() {
        assert_clean(
            "chapters and interview questions have their parts, in order",
            check(Manuscript::this_book()),
        );
    }

    #[test]
    fn rejects_a_section_that_is_missing() {
        Draft::new()
            .replace(CHAPTER, "## Numerics\n", "\n")
            .rejected_by(check)
            .at(CHAPTER, "## In the libraries")
            .saying("stands where Numerics belongs")
            .with_remedy("In one breath, Definition, ");
    }

    #[test]
    fn rejects_sections_out_of_order() {
        Draft::new()
            .replace(CHAPTER, "## Definition", "## Numbers")
            .replace(CHAPTER, "## Where it comes from", "## Definition")
            .rejected_by(check)
            .at(CHAPTER, "## Numbers")
            .saying("stands where Definition belongs");
    }

    #[test]
    fn rejects_a_chapter_without_a_quiz_or_with_one_in_another_place() {
        Draft::new()
            .replace(CHAPTER, QUIZ_SECTION, "")
            .rejected_by(check)
            .saying("the section References stands where Quiz belongs");
        Draft::new()
            .replace(CHAPTER, QUIZ_SECTION, "")
            .replace(CHAPTER, "## Numerics", "## Quiz\n\n## Numerics")
            .rejected_by(check)
            .at(CHAPTER, "## Quiz")
            .saying("the section Quiz stands where Numerics belongs");
    }

    #[test]
    fn rejects_a_story_without_a_title_of_its_own() {
        Draft::new()
            .replace(CHAPTER, "## What one outlier does", "## Numerics")
            .rejected_by(check)
            .at(CHAPTER, "## Numerics")
            .saying("a title of its own");
    }

    #[test]
    fn rejects_a_chapter_that_ends_early() {
        Draft::new()
            .replace(CHAPTER, "## References\n", "")
            .rejected_by(check)
            .at(CHAPTER, "Peter J. Huber")
            .saying("ends without the section References");
    }

    #[test]
    fn rejects_a_section_too_many() {
        Draft::new()
            .append(CHAPTER, "\n## Appendix\n")
            .rejected_by(check)
            .at(CHAPTER, "## Appendix")
            .saying("comes after the last one");
    }

    const BOX: &str = "<div class=\"glance\">";
    const FORMULA: &str = "$$\n\\ell = r^2\n$$\n";

    #[test]
    fn rejects_a_chapter_that_cannot_be_taken_in_at_a_glance() {
        Draft::new()
            .replace(CHAPTER, BOX, "<div>")
            .rejected_by(check)
            .at(CHAPTER, "## In one breath")
            .saying("the box is missing")
            .with_remedy("the answer, one formula and one figure");
        Draft::new()
            .replace(CHAPTER, BOX, "<div>")
            .replace(
                CHAPTER,
                "## Definition\n",
                &format!("## Definition\n\n{BOX}</div>\n"),
            )
            .rejected_by(check)
            .saying("the box is missing");
    }

    #[test]
    fn rejects_a_box_without_its_formula_or_its_figure_or_with_two() {
        for (from, to, problem) in [
            (FORMULA, "", "0 formulas and 1 figures"),
            (
                FORMULA,
                "$$\nr\n$$\n\n$$\ns\n$$\n",
                "2 formulas and 1 figures",
            ),
            (
                FORMULA,
                "$$\nr\n$$\n\n<figure>\n</figure>\n",
                "1 formulas and 2 figures",
            ),
        ] {
            Draft::new()
                .replace(CHAPTER, from, to)
                .rejected_by(check)
                .at(CHAPTER, BOX)
                .saying(problem);
        }
        let figure = "\n<figure>\n\n{{#include ../examples/mse_outlier.svg}}\n\n<figcaption>\n\n\
             What to see: the mean moves to 22.\n\n</figcaption>\n</figure>\n\n</div>";
        Draft::new()
            .replace(CHAPTER, figure, "\n</div>")
            .rejected_by(check)
            .at(CHAPTER, BOX)
            .saying("1 formulas and 0 figures");
    }

    #[test]
    fn rejects_a_box_whose_parts_are_out_of_order() {
        Draft::new()
            .replace(
                CHAPTER,
                &format!("{BOX}\n\nThe residual $r$ is squared.\n\n{FORMULA}"),
                &format!("{BOX}\n\n{FORMULA}\nThe residual $r$ is squared.\n"),
            )
            .rejected_by(check)
            .at(CHAPTER, BOX)
            .saying("out of order");
        Draft::new()
            .replace(CHAPTER, &format!("{FORMULA}\n<figure>"), "<figure>")
            .replace(
                CHAPTER,
                "</figure>\n\n</div>",
                &format!("</figure>\n\n{FORMULA}\n</div>"),
            )
            .rejected_by(check)
            .saying("out of order");
    }

    #[test]
    fn rejects_a_chapter_with_too_few_questions() {
        let question = "### Question h? {#mse-h .core}\n\nThe short answer.\n\n**Depth.** More.\n\n\
                        **Follow-up.** *The next question?* Its answer.\n\n**Trap.** The wrong answer.\n\n## Q";
        Draft::new()
            .replace(CHAPTER, question, "## Q")
            .rejected_by(check)
            .at_file(CHAPTER)
            .saying("7 interview questions, not 8")
            .with_remedy("CONTRIBUTING.md");
    }

    #[test]
    fn rejects_a_chapter_with_too_few_examples() {
        Draft::new()
            .replace(CHAPTER, "mse_units.rs", "mse_scale.rs")
            .rejected_by(check)
            .at_file(CHAPTER)
            .saying("3 examples, not 4");
    }

    #[test]
    fn rejects_a_question_without_an_id() {
        Draft::new()
            .replace(CHAPTER, "{#mse-c .core}", "{.core}")
            .rejected_by(check)
            .at(CHAPTER, "### Question c")
            .saying("has no id")
            .with_remedy("{#mse-topic .core}");
    }

    #[test]
    fn rejects_a_number_of_sources_that_is_none() {
        for sources in ["0", "many", ""] {
            Draft::new()
                .replace(
                    CHAPTER,
                    "{#mse-c .core}",
                    &format!("{{#mse-c .core data-sources={sources}}}"),
                )
                .rejected_by(check)
                .at(CHAPTER, "### Question c")
                .saying("number of sources")
                .with_remedy("data-sources=4");
        }
    }

    #[test]
    fn rejects_a_question_without_a_level() {
        Draft::new()
            .replace(CHAPTER, "{#mse-c .core}", "{#mse-c .easy}")
            .rejected_by(check)
            .at(CHAPTER, "### Question c")
            .saying("has 0 levels")
            .with_remedy(".screen, .core, .deep, .coding, .debugging");
    }

    #[test]
    fn rejects_a_question_with_two_levels() {
        Draft::new()
            .replace(CHAPTER, "{#mse-c .core}", "{#mse-c .core .deep}")
            .rejected_by(check)
            .saying("has 2 levels");
    }

    #[test]
    fn rejects_a_question_without_a_short_answer() {
        Draft::new()
            .replace(
                CHAPTER,
                "{#mse-c .core}\n\nThe short answer.\n",
                "{#mse-c .core}\n",
            )
            .rejected_by(check)
            .at(CHAPTER, "### Question c")
            .saying("no short answer");
    }

    #[test]
    fn rejects_a_question_without_a_trap() {
        let end = "**Trap.** The wrong answer.\n\n### Question d";
        Draft::new()
            .replace(CHAPTER, end, "### Question d")
            .rejected_by(check)
            .at(CHAPTER, "### Question c")
            .saying("no paragraph **Trap.**");
    }

    #[test]
    fn rejects_a_question_whose_parts_are_out_of_order() {
        let from = "{#mse-c .core}\n\nThe short answer.\n\n**Depth.** More.\n";
        let to = "{#mse-c .core}\n\nThe short answer.\n\n**Trap.** T.\n\n**Follow-up.** F.\n\n**Depth.** D.\n\n### Question x {#mse-x .core}\n\nThe short answer.\n\n**Depth.** More.\n";
        Draft::new()
            .replace(CHAPTER, from, to)
            .rejected_by(check)
            .at(CHAPTER, "### Question c")
            .saying("out of order");
    }

    #[test]
    fn rejects_two_questions_with_one_id() {
        Draft::new()
            .replace(CHAPTER, "{#mse-d .core}", "{#mse-c .core}")
            .rejected_by(check)
            .at(CHAPTER, "### Question d")
            .saying("as the one at src/regression/mse.md:");
    }

    #[test]
    fn rejects_a_formula_in_a_heading() {
        Draft::new()
            .replace(CHAPTER, "### Question c?", "### Question $c$?")
            .rejected_by(check)
            .at(CHAPTER, "### Question $c$")
            .saying("has a formula")
            .with_remedy("in words");
    }

    #[test]
    fn rejects_a_table_with_an_unnamed_column() {
        let table = "\n| | unit |\n|---|---|\n| a | |\n\n## R";
        Draft::new()
            .replace(CHAPTER, "## R", table)
            .rejected_by(check)
            .at(CHAPTER, "| | unit |")
            .saying("no name");
    }

    #[test]
    fn rejects_a_skipped_level() {
        Draft::new()
            .append("src/introduction.md", "\n### Deep\n")
            .rejected_by(check)
            .at("src/introduction.md", "### Deep")
            .saying("skips a level");
    }

    #[test]
    fn rejects_a_second_title() {
        Draft::new()
            .append("src/introduction.md", "\n# More\n")
            .rejected_by(check)
            .at("src/introduction.md", "# More")
            .saying("second title");
    }
}
