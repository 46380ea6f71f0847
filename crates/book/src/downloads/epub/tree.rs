//! A page as a tree, and the tree as XHTML.
//!
//! mdBook serializes its pages from a tree, so every element is closed and
//! every attribute has quotes; what is not so is an error here, not a guess.

use std::mem;

use anyhow::{Context, Result, bail, ensure};

use crate::finish::tags::{Piece, name, pieces};

/// Elements without an end tag.
const VOID: [&str; 7] = ["br", "col", "hr", "img", "input", "link", "meta"];

/// A text, escaped as the page has it, or an element.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    Text(String),
    Element(Element),
}

/// An element with what it contains.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    pub name: String,
    /// In order, their values escaped as the page has them.
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

impl Element {
    /// An element without children.
    pub fn new(name: &str, attributes: &[(&str, &str)]) -> Self {
        let owned = |it: &(&str, &str)| (it.0.to_owned(), it.1.to_owned());
        Self {
            name: name.to_owned(),
            attributes: attributes.iter().map(owned).collect(),
            children: Vec::new(),
        }
    }

    pub fn with(mut self, children: impl IntoIterator<Item = Node>) -> Self {
        self.children.extend(children);
        self
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        all.find(|it| it.0 == name).map(|it| it.1.as_str())
    }

    pub fn has_class(&self, class: &str) -> bool {
        let classes = self.attribute("class").unwrap_or_default();
        classes.split_ascii_whitespace().any(|it| it == class)
    }

    /// The first element of a name anywhere in it.
    pub fn find(&self, name: &str) -> Option<&Self> {
        elements(&self.children).find_map(|it| {
            if it.name == name {
                Some(it)
            } else {
                it.find(name)
            }
        })
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

/// The elements among nodes.
pub fn elements(nodes: &[Node]) -> impl Iterator<Item = &Element> {
    nodes.iter().filter_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    })
}

/// The elements among nodes, to be changed.
pub fn elements_mut(nodes: &mut [Node]) -> impl Iterator<Item = &mut Element> {
    nodes.iter_mut().filter_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    })
}

/// All text in nodes, escaped.
pub fn text(nodes: &[Node]) -> String {
    let of = |node: &Node| match node {
        Node::Text(text) => text.clone(),
        Node::Element(element) => text(&element.children),
    };
    nodes.iter().map(of).collect()
}

/// Reads HTML in which every element is closed.
///
/// # Errors
///
/// When one is not, or an attribute is not in double quotes.
pub fn parse(html: &str) -> Result<Vec<Node>> {
    let mut open = vec![Element::default()];
    for piece in pieces(html) {
        let parent = open.last_mut().context("the root stays open")?;
        match piece {
            Piece::Text(text) => parent.children.push(Node::Text(text.to_owned())),
            Piece::Tag(tag) if tag.starts_with("<!") => {}
            Piece::Tag(tag) if tag.starts_with("</") => {
                let element = mem::take(parent);
                let ended = &name(tag)[1..];
                ensure!(
                    element.name == ended,
                    "</{ended}> ends <{}>: the page is not well-formed",
                    element.name
                );
                open.pop();
                let parent = open.last_mut().context("more ends than beginnings")?;
                parent.children.push(element.into());
            }
            Piece::Tag(tag) => {
                let element = begun(tag)?;
                if tag.ends_with("/>") || VOID.contains(&&*element.name) {
                    parent.children.push(element.into());
                } else {
                    open.push(element);
                }
            }
        }
    }
    match <[Element; 1]>::try_from(open) {
        Ok([root]) => Ok(root.children),
        Err(open) => bail!("<{}> is not closed", open[open.len() - 1].name),
    }
}

fn begun(tag: &str) -> Result<Element> {
    let name = name(tag);
    let mut element = Element::new(name, &[]);
    let mut rest = tag[1 + name.len()..].trim_start();
    while !rest.starts_with('>') && !rest.starts_with("/>") {
        let attribute = rest
            .split_once("=\"")
            .and_then(|(key, rest)| Some((key, rest.split_once('"')?)));
        let Some((key, (value, after))) = attribute else {
            bail!("{tag}: an attribute is not in double quotes");
        };
        element.attributes.push((key.to_owned(), value.to_owned()));
        rest = after.trim_start();
    }
    Ok(element)
}

/// The nodes as XHTML.
pub fn written(nodes: &[Node]) -> String {
    let mut xhtml = String::new();
    for node in nodes {
        match node {
            Node::Text(text) => xhtml.push_str(text),
            Node::Element(element) => write(element, &mut xhtml),
        }
    }
    xhtml
}

fn write(element: &Element, xhtml: &mut String) {
    xhtml.push('<');
    xhtml.push_str(&element.name);
    for (name, value) in &element.attributes {
        // A bare < is right in an attribute of HTML, not in one of XML.
        *xhtml += &format!(" {name}=\"{}\"", value.replace('<', "&lt;"));
    }
    if VOID.contains(&&*element.name) {
        xhtml.push_str("/>");
        return;
    }
    xhtml.push('>');
    xhtml.push_str(&written(&element.children));
    *xhtml += &format!("</{}>", element.name);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_xhtml() {
        let html = "<!-- c --><p id=\"a\" class=\"b c\">1 &lt; 2<br>x<img alt=\"a < b\" src=\"\"></p>\
                    <svg><path d=\"m0\"/></svg>";
        let nodes = parse(html).unwrap();
        assert_eq!(
            written(&nodes),
            "<p id=\"a\" class=\"b c\">1 &lt; 2<br/>x<img alt=\"a &lt; b\" src=\"\"/></p>\
             <svg><path d=\"m0\"></path></svg>"
        );
        let paragraph = elements(&nodes).next().unwrap();
        assert!(paragraph.has_class("c") && !paragraph.has_class("b c"));
        assert_eq!(paragraph.find("img").unwrap().attribute("src"), Some(""));
        assert_eq!(text(&nodes), "1 &lt; 2x");
    }

    #[test]
    fn what_is_not_well_formed_is_an_error() {
        for (html, message) in [
            ("<p><b></p>", "</p> ends <b>"),
            ("<p>", "<p> is not closed"),
            ("</p>", "</p> ends <>"),
            ("<p id=a></p>", "not in double quotes"),
            ("<input checked>", "not in double quotes"),
        ] {
            let error = parse(html).unwrap_err().to_string();
            assert!(error.contains(message), "{html}: {error}");
        }
    }
}
