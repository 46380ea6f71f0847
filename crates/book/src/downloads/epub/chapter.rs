//! A page of the site as a chapter for a reader's device, where nothing can
//! be typed, clicked open or looked up on the network.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use anyhow::{Context, Result, ensure};

use super::figure::figure;
use super::formulas;
use super::tree::{Element, Node, elements, parse, text, written};
use crate::finish::figures;

/// Where the figures lie, beside the folders of the chapters.
pub const FIGURES: &str = "figures";
pub const STYLE: &str = "style.css";
/// What somebody would write on, in the place of a field.
const BLANK: &str = "________";
const SIDES: [&str; 3] = ["left", "center", "right"];
const LEVELS: [&str; 5] = ["screen", "core", "deep", "coding", "debugging"];

/// The chapter of a page, as a file of XHTML; its figures are added to those
/// that there are.
///
/// `path` is the page without its suffix, and `kept` are those of all pages
/// that become chapters: links to others become their words.
///
/// # Errors
///
/// When the page is not well-formed, a figure cannot stand alone, or two
/// figures have one name.
pub fn chapter(
    page: &str,
    path: &str,
    kept: &BTreeSet<&str>,
    drawn: &mut BTreeMap<String, String>,
) -> Result<String> {
    let (_, rest) = page.split_once("<main>").context("it has no <main>")?;
    let (main, _) = rest.split_once("</main>").context("<main> has no end")?;
    ensure!(
        !page.contains("Content-Security-Policy"),
        "it is finished, and the formulas of a finished page are for screen readers alone: \
         build the site with --raw"
    );
    let mut conversion = Conversion {
        path,
        kept,
        figures: drawn,
        answers: Vec::new(),
    };
    let mut content = conversion.nodes(parse(&figures::slim(main))?)?;
    let title = elements(&content)
        .find(|it| it.name == "h1")
        .map(|it| text(&it.children))
        .context("it has no title")?;
    add_sections(&mut content);
    Ok(file(&title, &up(path), &written(&content)))
}

/// A file of XHTML; `up` leads to the folder with the style sheet.
pub fn file(title: &str, up: &str, content: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" \
         xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"en\" xml:lang=\"en\">\n\
         <head><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"{up}{STYLE}\"/></head>\n\
         <body>\n{content}\n</body>\n</html>\n",
        content = content.trim()
    )
}

/// The way from the folder of a chapter to the folder of all.
fn up(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

struct Conversion<'a> {
    path: &'a str,
    kept: &'a BTreeSet<&'a str>,
    figures: &'a mut BTreeMap<String, String>,
    /// The answers of the quiz at hand.
    answers: Vec<Node>,
}

impl Conversion<'_> {
    fn nodes(&mut self, nodes: Vec<Node>) -> Result<Vec<Node>> {
        let mut converted = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node {
                Node::Text(text) => converted.push(Node::Text(text)),
                Node::Element(element) => converted.extend(self.element(element)?),
            }
        }
        Ok(converted)
    }

    /// What stands in the place of an element.
    fn element(&mut self, mut element: Element) -> Result<Vec<Node>> {
        let is = |class| element.has_class(class);
        match &*element.name {
            "script" | "link" | "select" | "button" => return Ok(Vec::new()),
            // The pages mark what their words promise of the site alone.
            "span" if is("on-site") => return Ok(Vec::new()),
            "input" if element.attribute("type") == Some("text") => {
                return Ok(vec![Node::Text(BLANK.into())]);
            }
            "input" => return Ok(Vec::new()),
            // KaTeX draws each formula twice: for eyes, and as MathML.
            "span" if is("katex-html") || is("boring") => return Ok(Vec::new()),
            "span" if is("katex-display") || is("katex") || is("katex-mathml") => {
                return self.nodes(element.children);
            }
            "label" => return self.nodes(element.children),
            "svg" if is("figure") => return self.figure(&element),
            "a" if is("header") || !self.leads_somewhere(&element) => {
                return self.nodes(element.children);
            }
            "fieldset" => return self.question(element),
            _ => {}
        }
        element.children = self.nodes(mem::take(&mut element.children))?;
        self.dress(&mut element);
        formulas::dressed(element)
    }

    /// Gives an element the attributes that it has in the book.
    fn dress(&mut self, element: &mut Element) {
        match &*element.name {
            "a" => self.lead(element),
            "td" | "th" => align(element),
            "h3" => add_level(element),
            "div" if element.has_class("quiz") => {
                let answers = mem::take(&mut self.answers);
                if !answers.is_empty() {
                    let title = Element::new("p", &[("class", "answers-title")]);
                    let all = Element::new("div", &[("class", "answers")])
                        .with([title.with([Node::Text("Answers".into())]).into()])
                        .with(answers);
                    element.children.push(all.into());
                }
            }
            _ => {}
        }
        element.attributes.retain(|it| !it.0.starts_with("data-"));
    }

    /// A question of a quiz; its answer is put by for the end of the quiz.
    fn question(&mut self, fieldset: Element) -> Result<Vec<Node>> {
        let id = fieldset
            .attribute("id")
            .context("a question has no id")?
            .to_owned();
        let mut question = Element::new("div", &[("class", "question"), ("id", &id)]);
        for child in fieldset.children {
            match child {
                Node::Element(legend) if legend.name == "legend" => {
                    let ask = Element::new("p", &[("class", "ask")]);
                    let words = self.nodes(legend.children)?;
                    question.children.push(ask.with(words).into());
                }
                Node::Element(details) if details.name == "details" => {
                    let answer = self.answer(&id, &number(&question), details)?;
                    self.answers.push(answer);
                    let to = Element::new("a", &[("href", &format!("#{id}-answer"))]);
                    let to = to.with([Node::Text("Answer".into())]);
                    let line = Element::new("p", &[("class", "to-answer")]);
                    question.children.push(line.with([to.into()]).into());
                }
                other => question.children.extend(self.nodes(vec![other])?),
            }
        }
        Ok(vec![question.into()])
    }

    fn answer(&mut self, id: &str, number: &str, details: Element) -> Result<Node> {
        let is_summary = |it: &Node| matches!(it, Node::Element(it) if it.name == "summary");
        let mut content = self.nodes(details.children)?;
        content.retain(|it| !is_summary(it));
        let back = Element::new("a", &[("href", &format!("#{id}"))]);
        let back = back.with([Node::Text(format!("Question {number}"))]);
        let line = Element::new("p", &[("class", "to-question")]).with([back.into()]);
        let id = format!("{id}-answer");
        let answer = Element::new("div", &[("class", "answer"), ("id", &id)]);
        Ok(answer.with([line.into()]).with(content).into())
    }

    fn figure(&mut self, drawn: &Element) -> Result<Vec<Node>> {
        let figure = figure(drawn)?;
        let source = format!("{}{FIGURES}/{}", up(self.path), figure.file);
        let image = Element::new("img", &[("src", &source), ("alt", &figure.alternative)]);
        let known = self.figures.entry(figure.file).or_default();
        ensure!(
            known.is_empty() || *known == figure.svg,
            "two figures are called {source}"
        );
        *known = figure.svg;
        Ok(vec![image.into()])
    }

    fn leads_somewhere(&self, link: &Element) -> bool {
        match link.attribute("href") {
            None => true,
            Some(to) if to.starts_with('#') || to.contains("://") => true,
            Some(to) => self.target(to).is_some(),
        }
    }

    /// The chapter that an address within the site leads to.
    fn target(&self, address: &str) -> Option<String> {
        let page = address.split('#').next()?.strip_suffix(".html")?;
        let mut folders: Vec<&str> = self.path.split('/').collect();
        folders.pop();
        for step in page.split('/') {
            match step {
                ".." => drop(folders.pop()?),
                step => folders.push(step),
            }
        }
        let path = folders.join("/");
        self.kept.contains(&*path).then_some(path)
    }

    /// The files lie to each other as the pages do, so only the suffix changes.
    fn lead(&self, link: &mut Element) {
        for (name, value) in &mut link.attributes {
            if name == "href" && self.target(value).is_some() {
                *value = value.replacen(".html", ".xhtml", 1);
            }
        }
    }
}

/// mdBook aligns cells by a style of their own.
fn align(cell: &mut Element) {
    let style = cell.attribute("style").unwrap_or_default();
    let side = SIDES
        .iter()
        .find(|side| style == format!("text-align: {side}"));
    if let Some(side) = side {
        cell.attributes.retain(|it| it.0 != "style");
        cell.attributes.push(("class".into(), (*side).into()));
    }
}

/// The number that a question begins with, such as `3`.
fn number(question: &Element) -> String {
    let bold = question.find("b").map(|it| text(&it.children));
    bold.unwrap_or_default().trim_end_matches('.').to_owned()
}

/// The style sheet of the site prints the level of a question; here it is text.
fn add_level(heading: &mut Element) {
    let Some(level) = LEVELS.into_iter().find(|it| heading.has_class(it)) else {
        return;
    };
    let asked = match heading.attribute("data-sources") {
        None => String::new(),
        Some("1") => " · asked by 1 source".to_owned(),
        Some(many) => format!(" · asked by {many} sources"),
    };
    let words = Node::Text(format!("{level}{asked}"));
    let small = Element::new("small", &[]).with([words]);
    let space = Node::Text(" ".into());
    heading.children.extend([space, small.into()]);
}

/// Puts links to the sections under the title: the table of contents ends at
/// the chapters, so that it can be overlooked.
fn add_sections(content: &mut Vec<Node>) {
    const FEWEST: usize = 3;
    let sections: Vec<(String, String)> = elements(content)
        .filter(|it| it.name == "h2")
        .filter_map(|it| Some((it.attribute("id")?.to_owned(), text(&it.children))))
        .collect();
    let is_title = |it: &Node| matches!(it, Node::Element(it) if it.name == "h1");
    let title = content.iter().position(is_title);
    let (Some(title), true) = (title, sections.len() >= FEWEST) else {
        return;
    };
    let mut line = Element::new("p", &[("class", "sections")]);
    for (id, words) in sections {
        if !line.children.is_empty() {
            line.children.push(Node::Text(" · ".into()));
        }
        let link = Element::new("a", &[("href", &format!("#{id}"))]);
        line.children.push(link.with([Node::Text(words)]).into());
    }
    content.insert(title + 1, line.into());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The body of the chapter of a page with this content.
    fn body(main: &str) -> String {
        converted(main).unwrap().0
    }

    fn converted(main: &str) -> Result<(String, BTreeMap<String, String>)> {
        let page = format!(
            "<head></head><main><h1 id=\"huber\"><a class=\"header\" href=\"#huber\">Huber</a></h1>{main}</main>"
        );
        let kept = BTreeSet::from(["introduction", "regression/mse", "regression/huber"]);
        let mut figures = BTreeMap::new();
        let chapter = chapter(&page, "regression/huber", &kept, &mut figures)?;
        let (_, body) = chapter.split_once("<h1 id=\"huber\">Huber</h1>").unwrap();
        let (body, _) = body.split_once("\n</body>").unwrap();
        Ok((body.to_owned(), figures))
    }

    #[test]
    fn of_a_formula_its_mathml_stays() {
        let main = "<p><span class=\"katex-display\"><span class=\"katex\"><span class=\"katex-mathml\">\
            <math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\"><mi mathvariant=\"normal\">ℓ</mi></math></span><span class=\"katex-html\" \
            aria-hidden=\"true\"><span class=\"base\"><span>ℓ</span></span></span></span></span></p>";
        assert_eq!(
            body(main),
            "<p><math display=\"block\" xmlns=\"http://www.w3.org/1998/Math/MathML\">\
             <mi mathvariant=\"normal\">ℓ</mi></math></p>"
        );
    }

    #[test]
    fn a_finished_page_is_refused() {
        let page = "<meta http-equiv=\"Content-Security-Policy\"><main><h1>A</h1></main>";
        let error = chapter(page, "a", &BTreeSet::new(), &mut BTreeMap::new()).unwrap_err();
        assert!(error.to_string().contains("--raw"), "{error}");
    }

    #[test]
    fn links_lead_to_chapters_or_out_or_are_words() {
        let main = "<p><a href=\"mse.html#a\">1</a><a href=\"../introduction.html\">2</a>\
            <a href=\"../study/review.html#x\">3</a><a href=\"https://doi.org/a.html\">4</a>\
            <a href=\"#b\">5</a><a href=\"deck.txt\">6</a></p>";
        assert_eq!(
            body(main),
            "<p><a href=\"mse.xhtml#a\">1</a><a href=\"../introduction.xhtml\">2</a>3\
             <a href=\"https://doi.org/a.html\">4</a><a href=\"#b\">5</a>6</p>"
        );
    }

    #[test]
    fn what_needs_a_browser_is_gone_and_what_a_style_said_is_there() {
        let main = "<link rel=\"stylesheet\" href=\"a.css\"><script src=\"a.js\" defer=\"\"></script>\
            <span class=\"on-site\">Press <kbd>S</kbd>.</span>\
            <table><tr><td style=\"text-align: right\">1</td><td>2</td></tr></table>\
            <h3 id=\"q\" class=\"core\" data-sources=\"4\"><a class=\"header\" href=\"#q\">Why?</a></h3>\
            <code><span class=\"boring\"></span>let a;</code>";
        assert_eq!(
            body(main),
            "<table><tr><td class=\"right\">1</td><td>2</td></tr></table>\
             <h3 id=\"q\" class=\"core\">Why? <small>core · asked by 4 sources</small></h3>\
             <code>let a;</code>"
        );
    }

    #[test]
    fn the_answers_of_a_quiz_are_behind_its_questions() {
        let question = |id: &str, number: &str, controls: &str| {
            format!(
                "<fieldset class=\"question\" id=\"{id}\" data-answer=\"B\"><legend><b>{number}.</b> Why?</legend>\
                 {controls}<details><summary>Answer</summary><p>So.</p></details></fieldset>"
            )
        };
        let choice = "<ul class=\"options\"><li><label><input type=\"radio\" name=\"a\"> <span>x</span></label></li>\
            <li><label><select><option>1</option></select> <span>y</span></label></li></ul>";
        let field = "<p><label>Your answer <input type=\"text\" size=\"10\"> nats</label></p>";
        let main = format!(
            "<div class=\"quiz\">{}{}</div>",
            question("a", "1", choice),
            question("b", "2", field)
        );
        let asked = |id: &str, number: &str, controls: &str| {
            format!(
                "<div class=\"question\" id=\"{id}\"><p class=\"ask\"><b>{number}.</b> Why?</p>{controls}\
                 <p class=\"to-answer\"><a href=\"#{id}-answer\">Answer</a></p></div>"
            )
        };
        let answered = |id: &str, number: &str| {
            format!(
                "<div class=\"answer\" id=\"{id}-answer\"><p class=\"to-question\">\
                 <a href=\"#{id}\">Question {number}</a></p><p>So.</p></div>"
            )
        };
        let choice = "<ul class=\"options\"><li> <span>x</span></li><li> <span>y</span></li></ul>";
        assert_eq!(
            body(&main),
            format!(
                "<div class=\"quiz\">{}{}<div class=\"answers\"><p class=\"answers-title\">Answers</p>{}{}</div></div>",
                asked("a", "1", choice),
                asked("b", "2", "<p>Your answer ________ nats</p>"),
                answered("a", "1"),
                answered("b", "2")
            )
        );
    }

    const FIGURE: &str = "<svg class=\"figure\" viewbox=\"0 0 1 1\"><title id=\"f-title\">T</title>\
        <desc>D.</desc></svg>";

    #[test]
    fn a_figure_is_a_file_and_two_of_one_name_are_an_error() {
        let (body, figures) = converted(&format!("{FIGURE}{FIGURE}")).unwrap();
        assert!(body.starts_with("<img src=\"../figures/f.svg\" alt=\"T. D.\"/><img"));
        assert_eq!(figures.keys().collect::<Vec<_>>(), ["f.svg"]);
        let other = FIGURE.replace("0 0 1 1", "0 0 1 2");
        assert!(converted(&format!("{FIGURE}{other}")).is_err());
    }

    #[test]
    fn three_sections_are_listed_under_the_title() {
        let sections = "<h2 id=\"a\">A</h2><h2 id=\"b\">B</h2>";
        assert_eq!(body(sections), sections);
        let sections = format!("{sections}<h2 id=\"c\">C</h2>");
        assert!(body(&sections).starts_with(
            "<p class=\"sections\"><a href=\"#a\">A</a> · <a href=\"#b\">B</a> · <a href=\"#c\">C</a></p>"
        ));
    }
}
