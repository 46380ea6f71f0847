//! What KaTeX's MathML needs to be looked at: on a page it is for screen
//! readers alone, and KaTeX draws the formula a second time, for eyes.

use anyhow::{Result, ensure};

use super::tree::{Element, Node, elements, elements_mut, text};

const MATHML: &str = "http://www.w3.org/1998/Math/MathML";
/// The invisible sign for the application of a function.
const APPLICATION: &str = "\u{2061}";
/// A minus behind one of these takes something away; behind another operator
/// it is a sign.
const CLOSERS: [&str; 8] = [")", "]", "}", "|", "\u{2016}", "!", "′", "∗"];
const SIGNS: [&str; 4] = ["−", "+", "±", "∓"];

/// What stands in the place of an element of a formula, whose children are
/// dressed already.
///
/// # Errors
///
/// When an element has not the arguments that it needs.
pub fn dressed(mut element: Element) -> Result<Vec<Node>> {
    let mut behind = None;
    match &*element.name {
        "math" => {
            element.attributes.retain(|it| it.0 != "xmlns");
            let space = ("xmlns".to_owned(), MATHML.to_owned());
            element.attributes.push(space);
            space_out(&mut element.children);
        }
        "mrow" | "mstyle" | "mtd" | "msqrt" | "mpadded" => space_out(&mut element.children),
        "mo" => straighten(&mut element),
        "mtable" => align_columns(&mut element),
        "mfrac" | "mroot" | "msub" | "msup" | "munder" | "mover" => {
            behind = keep_arguments(&mut element, 2)?;
        }
        "msubsup" | "munderover" => behind = keep_arguments(&mut element, 3)?,
        _ => {}
    }
    Ok([Some(element.into()), behind]
        .into_iter()
        .flatten()
        .collect())
}

/// KaTeX puts the sign for an application behind every name, also where a name
/// is one of two or three arguments; then the sign counts as one, and the
/// formula is no MathML. The sign of a name with an index is returned: it
/// belongs behind both.
fn keep_arguments(element: &mut Element, count: usize) -> Result<Option<Node>> {
    let is_indexed = !matches!(&*element.name, "mfrac" | "mroot");
    let of_base = element.children.get(1).cloned();
    let behind = of_base.filter(|it| is_indexed && is_operator(it, APPLICATION));
    element.children.retain(|it| !is_operator(it, APPLICATION));
    let found = elements(&element.children).count();
    ensure!(
        found == count,
        "a formula has <{}> with {found} arguments",
        element.name
    );
    Ok(behind)
}

/// A vertical bar that is a fence. KaTeX writes the sign for “divides”, which a
/// browser sets with the space of a relation on both sides.
fn straighten(operator: &mut Element) {
    let bar = match &*text(&operator.children) {
        "\u{2223}" => "|",
        "\u{2225}" => "\u{2016}",
        _ => return,
    };
    if operator.attribute("fence") == Some("true") {
        operator.children = vec![Node::Text(bar.into())];
    }
}

/// The browsers in reading systems take the alignment of a column from the
/// style of its cells, not from the table: MathML Core has no `columnalign`.
fn align_columns(table: &mut Element) {
    let sides = table
        .attribute("columnalign")
        .unwrap_or_default()
        .to_owned();
    let sides: Vec<&str> = sides.split_ascii_whitespace().collect();
    for row in elements_mut(&mut table.children) {
        for (cell, side) in elements_mut(&mut row.children).zip(&sides) {
            cell.attributes.push(("class".into(), (*side).into()));
        }
    }
}

/// Spaces as TeX sets them: a thin one around the name of a function, as in
/// y ln p, and none behind a sign, as in = −1.
fn space_out(row: &mut Vec<Node>) {
    let mut spaced: Vec<Node> = Vec::with_capacity(row.len());
    for mut node in row.drain(..) {
        match spaced.last() {
            Some(before) if is_operator(before, APPLICATION) && !is_a(&node, &["mo", "mspace"]) => {
                spaced.push(thin_space());
            }
            Some(before) if is_any(&node, &SIGNS) && leaves_open(before) => prefix(&mut node),
            _ => {}
        }
        let is_application = is_operator(&node, APPLICATION);
        spaced.push(node);
        let name = spaced.len().wrapping_sub(2);
        if is_application && name > 0 && spaced.get(name - 1).is_some_and(is_quantity) {
            spaced.insert(name, thin_space());
        }
    }
    *row = spaced;
}

fn thin_space() -> Node {
    Element::new("mspace", &[("width", "0.1667em")]).into()
}

/// Tells an operator that what is in front of it is none of its.
fn prefix(node: &mut Node) {
    if let Node::Element(sign) = node {
        sign.attributes.push(("form".into(), "prefix".into()));
    }
}

fn leaves_open(node: &Node) -> bool {
    is_a(node, &["mo"]) && !is_any(node, &CLOSERS)
}

fn is_quantity(node: &Node) -> bool {
    is_any(node, &[")", "]", "}"])
        || is_a(
            node,
            &[
                "mi", "mn", "msub", "msup", "msubsup", "mfrac", "mrow", "mover", "msqrt",
            ],
        )
}

fn is_a(node: &Node, names: &[&str]) -> bool {
    matches!(node, Node::Element(it) if names.contains(&&*it.name))
}

fn is_any(node: &Node, operators: &[&str]) -> bool {
    operators.iter().any(|it| is_operator(node, it))
}

fn is_operator(node: &Node, sign: &str) -> bool {
    matches!(node, Node::Element(it) if it.name == "mo" && text(&it.children) == sign)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::downloads::epub::tree::{parse, written};

    fn all(nodes: Vec<Node>) -> Result<Vec<Node>> {
        let mut result = Vec::new();
        for node in nodes {
            match node {
                Node::Text(text) => result.push(Node::Text(text)),
                Node::Element(mut element) => {
                    element.children = all(element.children)?;
                    result.extend(dressed(element)?);
                }
            }
        }
        Ok(result)
    }

    fn formula(mathml: &str) -> String {
        written(&all(parse(mathml).unwrap()).unwrap())
    }

    const NAME: &str = "<mi>MSE</mi><mo>\u{2061}</mo>";

    #[test]
    fn a_name_alone_is_one_argument() {
        assert_eq!(
            formula(&format!("<mfrac>{NAME}<mi>b</mi></mfrac>")),
            "<mfrac><mi>MSE</mi><mi>b</mi></mfrac>"
        );
        assert_eq!(
            formula(&format!("<msub><mi>h</mi>{NAME}</msub>")),
            "<msub><mi>h</mi><mi>MSE</mi></msub>"
        );
        assert!(all(parse("<mfrac><mi>a</mi></mfrac>").unwrap()).is_err());
    }

    #[test]
    fn an_index_belongs_to_the_name_and_not_to_what_it_is_applied_to() {
        assert_eq!(
            formula(&format!("<msub>{NAME}<mn>2</mn></msub>")),
            "<msub><mi>MSE</mi><mn>2</mn></msub><mo>\u{2061}</mo>"
        );
    }

    #[test]
    fn a_fence_is_a_bar_and_a_condition_is_not() {
        let bars =
            "<mo fence=\"true\">\u{2223}</mo><mo>\u{2223}</mo><mo fence=\"true\">\u{2225}</mo>";
        assert_eq!(
            formula(bars),
            "<mo fence=\"true\">|</mo><mo>\u{2223}</mo><mo fence=\"true\">\u{2016}</mo>"
        );
    }

    #[test]
    fn cells_are_aligned_as_their_table_says() {
        let row = "<mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr>";
        assert_eq!(
            formula(&format!(
                "<mtable columnalign=\"right left\">{row}</mtable>"
            )),
            "<mtable columnalign=\"right left\"><mtr><mtd class=\"right\"><mn>1</mn></mtd>\
             <mtd class=\"left\"><mn>2</mn></mtd></mtr></mtable>"
        );
    }

    #[test]
    fn a_function_is_apart_from_what_is_around_it() {
        const SPACE: &str = "<mspace width=\"0.1667em\"></mspace>";
        let (y, p, ln) = ("<mi>y</mi>", "<mi>p</mi>", "<mi>ln</mi><mo>\u{2061}</mo>");
        for (row, expected) in [
            (format!("{y}{ln}{p}"), format!("{y}{SPACE}{ln}{SPACE}{p}")),
            (format!("{ln}<mo>(</mo>{p}"), format!("{ln}<mo>(</mo>{p}")),
            (
                format!("<mo>=</mo>{ln}{p}"),
                format!("<mo>=</mo>{ln}{SPACE}{p}"),
            ),
            (
                format!("<mo>)</mo>{ln}<mo>(</mo>"),
                format!("<mo>)</mo>{SPACE}{ln}<mo>(</mo>"),
            ),
            (ln.to_owned(), ln.to_owned()),
        ] {
            assert_eq!(
                formula(&format!("<mrow>{row}</mrow>")),
                format!("<mrow>{expected}</mrow>")
            );
        }
    }

    #[test]
    fn a_sign_is_not_a_difference() {
        for (row, is_sign) in [
            ("<mo>=</mo><mo>−</mo>", true),
            ("<mo>(</mo><mo>−</mo>", true),
            ("<mo>)</mo><mo>−</mo>", false),
            ("<mi>x</mi><mo>−</mo>", false),
        ] {
            let row = formula(&format!("<mrow>{row}<mi>y</mi></mrow>"));
            assert_eq!(row.contains("<mo form=\"prefix\">−</mo>"), is_sign, "{row}");
        }
    }
}
