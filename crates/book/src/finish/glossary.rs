//! Every entry of a definition list is found by the search on its own.
//!
//! mdBook indexes by headings, so a glossary is one long section that no word
//! finds first. Here each term becomes a section of its own, with its other
//! names in the title; and a term is what people type.

use std::path::Path;
use std::sync::LazyLock;

use anyhow::{Context, Result};
use elasticlunr::IndexBuilder;
use regex::Regex;
use serde_json::{Map, Value};

use super::tags::{Piece, attribute, name, pieces};
use super::{read, write};

/// The page with one link a term.
///
/// mdBook makes a term a link to itself; around a link of ours that is a link
/// in a link, of which a browser makes an empty one beside it.
#[must_use]
pub fn with_one_link_a_term(html: &str) -> String {
    static TWO: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"(<dt id="[^"]*">)<a class="header" [^>]*>(<a [^>]*>[^<]*</a>)</a></dt>"#)
            .expect("it is a constant")
    });
    TWO.replace_all(html, "$1$2</dt>").into_owned()
}

/// A term of a definition list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands, `reference/glossary.html#huber-loss`.
    pub address: String,
    /// The term and what else it is called.
    pub title: String,
    /// What it means.
    pub body: String,
}

/// The entries of the definition lists on a page.
#[must_use]
pub fn entries(html: &str, path: &str) -> Vec<Entry> {
    let mut found: Vec<Entry> = Vec::new();
    let mut is_term = false;
    let mut is_meaning = false;
    // How many spans of a formula are open: its letters are no words.
    let mut formula = 0_usize;
    for piece in pieces(html) {
        match piece {
            Piece::Tag(tag) if formula > 0 => match name(tag) {
                "span" => formula += 1,
                "/span" => formula -= 1,
                _ => {}
            },
            Piece::Tag(tag) => match name(tag) {
                "dt" => {
                    is_term = true;
                    found.push(Entry {
                        address: match attribute(tag, "id") {
                            Some(id) => format!("{path}#{id}"),
                            None => path.to_owned(),
                        },
                        title: String::new(),
                        body: String::new(),
                    });
                }
                "dd" => is_meaning = true,
                "/dt" => is_term = false,
                "/dd" => is_meaning = false,
                "span" if attribute(tag, "class").is_some_and(|it| it.starts_with("katex")) => {
                    formula = 1;
                }
                _ => {}
            },
            Piece::Text(text) if formula == 0 => {
                if let Some(entry) = found.last_mut() {
                    if is_term {
                        entry.title += text;
                    } else if is_meaning {
                        entry.body += text;
                    }
                }
            }
            Piece::Text(_) => {}
        }
    }
    for entry in &mut found {
        entry.body = entry.body.split_whitespace().collect::<Vec<_>>().join(" ");
        let others = entry.body.split_once("Also: ").map(|(_, it)| it);
        let others = others.map(|it| it.split(['.', ';']).next().unwrap_or(it));
        entry.title = match others {
            Some(others) => format!("{}: {others}", entry.title.trim()),
            None => entry.title.trim().to_owned(),
        };
    }
    found
}

/// Adds the entries to the index of the site in `folder`, if it has one.
///
/// # Errors
///
/// When the index is not as mdBook writes it.
pub fn index(folder: &Path, entries: &[Entry]) -> Result<()> {
    const START: &str = "window.search = Object.assign(window.search, JSON.parse('";
    const END: &str = "'));";
    let Some(path) = index_file(folder)? else {
        return Ok(());
    };
    let script = read(&path)?;
    let json = script
        .strip_prefix(START)
        .and_then(|rest| rest.strip_suffix(END))
        .context("the search index is not as mdBook writes it")?;
    let mut search: Value = serde_json::from_str(&unquoted(json))?;
    extend(&mut search, entries)?;
    let json = serde_json::to_string(&search)?;
    let json = json.replace('\\', "\\\\").replace('\'', "\\'");
    write(&path, &format!("{START}{json}{END}"))
}

fn index_file(folder: &Path) -> Result<Option<std::path::PathBuf>> {
    for entry in folder.read_dir()? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("searchindex-") && name.ends_with(".js") {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// A JavaScript string without the backslashes that it needs.
fn unquoted(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        result.extend(if c == '\\' {
            characters.next()
        } else {
            Some(c)
        });
    }
    result
}

/// The index of the entries alone, made as mdBook makes its own, becomes a
/// part of that: both are trees of letters with documents at their leaves.
fn extend(search: &mut Value, entries: &[Entry]) -> Result<()> {
    let addresses = search["doc_urls"]
        .as_array_mut()
        .context("it has no addresses")?;
    let mut index = IndexBuilder::new()
        .add_field_with_tokenizer("title", Box::new(words))
        .add_field_with_tokenizer("body", Box::new(words))
        .add_field_with_tokenizer("breadcrumbs", Box::new(words))
        .build();
    for entry in entries {
        let number = addresses.len().to_string();
        addresses.push(entry.address.clone().into());
        let breadcrumbs = format!("Glossary » {}", entry.title);
        index.add_doc(&number, [&entry.title, &entry.body, &breadcrumbs]);
    }
    let added = serde_json::to_value(&index)?;
    let into = search["index"].as_object_mut().context("it has no index")?;
    for part in ["index", "documentStore"] {
        let from = added[part].as_object().context("the new index has none")?;
        let into = into[part].as_object_mut().context("it has no such part")?;
        merge(into, from);
    }
    Ok(())
}

/// Numbers are counts and add up; everything else is united.
fn merge(into: &mut Map<String, Value>, from: &Map<String, Value>) {
    for (key, value) in from {
        match (into.get_mut(key), value) {
            (Some(Value::Object(into)), Value::Object(from)) => merge(into, from),
            (Some(Value::Number(into)), Value::Number(from)) => {
                let sum = into.as_u64().unwrap_or(0) + from.as_u64().unwrap_or(0);
                *into = sum.into();
            }
            (Some(_), _) => {}
            (None, value) => {
                into.insert(key.clone(), value.clone());
            }
        }
    }
}

/// As mdBook takes a text apart.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || c == '-')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_that_is_a_link_is_no_link_to_itself_as_well() {
        let plain = "<dt id=\"nat\"><a class=\"header\" href=\"#nat\">Nat</a></dt>";
        let linked =
            "<dt id=\"kl\"><a class=\"header\" href=\"#kl\"><a href=\"kl.html\">KL</a></a></dt>";
        assert_eq!(
            with_one_link_a_term(&format!("{plain}{linked}")),
            format!("{plain}<dt id=\"kl\"><a href=\"kl.html\">KL</a></dt>")
        );
    }

    #[test]
    fn a_term_is_found_by_its_other_names() {
        let html = "<dl><dt id=\"bce\"><a href=\"b.html\">Binary cross-entropy</a></dt>\
                    <dd>The loss of <span class=\"katex\"><span>p</span></span> labels.\nAlso: log loss, BCE; short.</dd>\
                    <dt>Other</dt><dd>It.</dd></dl>";
        let found = entries(html, "g.html");
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].address, "g.html#bce");
        assert_eq!(found[0].title, "Binary cross-entropy: log loss, BCE");
        assert_eq!(
            found[0].body,
            "The loss of labels. Also: log loss, BCE; short."
        );
        assert_eq!(found[1].address, "g.html");
    }

    fn fields() -> elasticlunr::Index {
        IndexBuilder::new()
            .add_field("title")
            .add_field("body")
            .add_field("breadcrumbs")
            .build()
    }

    #[test]
    fn an_index_with_more_entries_is_that_of_all_of_them() {
        let entry = |number: usize, title: &str| Entry {
            address: format!("g.html#{number}"),
            title: title.into(),
            body: "It isn’t.".into(),
        };
        let all = [entry(0, "Log loss"), entry(1, "Logistic")];
        let empty = || serde_json::json!({ "doc_urls": [], "index": fields() });
        let (mut at_once, mut one_by_one) = (empty(), empty());
        extend(&mut at_once, &all).unwrap();
        extend(&mut one_by_one, &all[..1]).unwrap();
        extend(&mut one_by_one, &all[1..]).unwrap();
        assert_eq!(at_once, one_by_one);
        assert_eq!(at_once["index"]["documentStore"]["length"], 2);
        assert_eq!(
            at_once["index"]["index"]["title"]["root"]["l"]["o"]["g"]["df"],
            1
        );
    }

    #[test]
    fn the_index_stays_what_the_browser_reads() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("searchindex-1.js");
        let index = serde_json::json!({ "doc_urls": ["it's \\ \"a\".html"], "index": fields() });
        let json = index.to_string().replace('\\', "\\\\").replace('\'', "\\'");
        let script = format!("window.search = Object.assign(window.search, JSON.parse('{json}'));");
        write(&path, &script).unwrap();
        super::index(folder.path(), &[]).unwrap();
        assert_eq!(read(&path).unwrap(), script);
    }
}
