//! A figure of a page as a picture file: an image knows nothing of the page's
//! style sheet, so the colors are written into it.

use std::collections::BTreeMap;

use anyhow::{Context, Result};

use super::tree::{Element, Node, text, written};

const STYLES: &str = include_str!("../../../../../theme/figures.css");
/// The color of the text of the site, on light; see theme/book.css.
const TEXT: &str = "#1f2328";
/// Some readers turn the page dark, but no picture.
const PAPER: &str = "#ffffff";

/// A picture and what it is called in the text.
pub struct Figure {
    /// Such as `huber_threshold.svg`.
    pub file: String,
    pub svg: String,
    /// Title and description, escaped.
    pub alternative: String,
}

/// The figure that an `<svg class="figure">` draws.
///
/// # Errors
///
/// When it has no title, no description, no view box, or a color that the
/// style sheet of the figures does not define.
pub fn figure(drawn: &Element) -> Result<Figure> {
    let title = drawn.find("title").context("a figure has no title")?;
    let description = drawn.find("desc").context("a figure has no description")?;
    let id = title.attribute("id").context("its title has no id")?;
    let name = id.strip_suffix("-title").unwrap_or(id);
    let alternative = sentences(&text(&title.children), &text(&description.children));
    let svg = picture(drawn).with_context(|| format!("the figure {name}"))?;
    Ok(Figure {
        file: format!("{name}.svg"),
        svg,
        alternative,
    })
}

fn sentences(title: &str, description: &str) -> String {
    let title = title.trim();
    let end = if title.ends_with(['.', '?']) { "" } else { "." };
    format!("{title}{end} {}", description.trim())
}

fn picture(drawn: &Element) -> Result<String> {
    // The parser of HTML knows the names of SVG in any case; that of XML does not.
    let view = drawn.attribute("viewbox").context("it has no viewBox")?;
    let sides: Vec<&str> = view.split_ascii_whitespace().collect();
    let [_, _, width, height] = sides[..] else {
        anyhow::bail!("its viewBox is no four numbers");
    };
    let mut root = Element::new(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("viewBox", view),
            ("width", width),
            ("height", height),
        ],
    );
    for name in ["fill", "font-family", "font-size"] {
        let value = drawn.attribute(name).map(str::to_owned);
        root.attributes
            .extend(value.map(|it| (name.to_owned(), it)));
    }
    let paper = Element::new(
        "rect",
        &[("width", "100%"), ("height", "100%"), ("fill", PAPER)],
    );
    let children = drawn.children.iter().cloned().flat_map(haloed);
    let root = root.with([Node::from(paper)]).with(children);
    let svg = written(&[root.into()]);
    Ok(format!("{}\n", colored(&svg)?))
}

/// SVG 1.1, which EPUB means, cannot paint a stroke behind a letter: a text
/// with a halo is two texts, the halo first.
fn haloed(node: Node) -> Vec<Node> {
    let Node::Element(mut element) = node else {
        return vec![node];
    };
    element.children = element.children.into_iter().flat_map(haloed).collect();
    if element.attribute("paint-order").is_none() {
        return vec![element.into()];
    }
    element.attributes.retain(|it| it.0 != "paint-order");
    let mut letters = element.clone();
    letters.attributes.retain(|it| !it.0.starts_with("stroke"));
    vec![element.into(), letters.into()]
}

/// The drawing with colors in the place of variables.
fn colored(svg: &str) -> Result<String> {
    let palette = palette();
    let mut parts = svg.split("var(");
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (variable, rest) = part.split_once(')').context("var( has no end")?;
        let name = variable.split(',').next().unwrap_or_default().trim();
        let color = palette
            .get(name)
            .with_context(|| format!("theme/figures.css has no {name}"))?;
        result.push_str(color);
        result.push_str(rest);
    }
    Ok(result.replace("currentColor", TEXT))
}

/// The colors on paper: the last that the style sheet gives a name are those
/// for printing, which are those of the light theme.
fn palette() -> BTreeMap<&'static str, &'static str> {
    let declared = STYLES
        .lines()
        .filter_map(|line| line.trim().trim_end_matches(';').split_once(": "));
    declared.filter(|it| it.0.starts_with("--")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::downloads::epub::tree::{elements, parse};

    const DRAWN: &str = "<svg class=\"figure\" viewbox=\"0 0 560 343\" role=\"img\" aria-labelledby=\"a\" \
        fill=\"currentColor\"><title id=\"huber_slope-title\">The slope</title>\
        <desc id=\"huber_slope-description\">It is clipped.</desc>\
        <path stroke=\"var(--figure-1)\" d=\"m0\"/><text stroke=\"var(--bg, #fff)\">a</text></svg>";

    fn drawn(html: &str) -> Result<Figure> {
        figure(elements(&parse(html).unwrap()).next().unwrap())
    }

    #[test]
    fn a_picture_has_colors_and_an_alternative() {
        let figure = drawn(DRAWN).unwrap();
        assert_eq!(figure.file, "huber_slope.svg");
        assert_eq!(figure.alternative, "The slope. It is clipped.");
        assert!(figure.svg.starts_with(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 560 343\" width=\"560\" \
             height=\"343\" fill=\"#1f2328\"><rect width=\"100%\""
        ));
        assert!(figure.svg.contains("stroke=\"#0b61b0\""), "{}", figure.svg);
        assert!(figure.svg.contains("<text stroke=\"#ffffff\">"));
    }

    #[test]
    fn a_halo_is_drawn_before_its_letters() {
        let text = "<text stroke=\"var(--bg, #fff)\">a</text>";
        let haloed = DRAWN.replace(
            text,
            "<g><text x=\"1\" paint-order=\"stroke\" stroke=\"red\" stroke-width=\"3\">a</text></g>",
        );
        let svg = drawn(&haloed).unwrap().svg;
        assert!(
            svg.contains(
                "<g><text x=\"1\" stroke=\"red\" stroke-width=\"3\">a</text><text x=\"1\">a</text></g>"
            ),
            "{svg}"
        );
    }

    #[test]
    fn what_would_draw_wrong_is_an_error() {
        for (from, to) in [
            ("--figure-1", "--figure-99"),
            ("viewbox=\"0 0 560 343\"", ""),
            ("title", "b"),
            ("desc", "b"),
        ] {
            assert!(drawn(&DRAWN.replace(from, to)).is_err(), "{from}");
        }
    }
}
