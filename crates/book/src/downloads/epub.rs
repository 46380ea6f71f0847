//! The book as an EPUB, for phones and reading devices.
//!
//! It is written here. A converter reads the MathML of KaTeX into a model of its
//! own and writes it anew: pandoc 2.17 makes an upright operator italic and a
//! bar a relation. Here every formula stays as KaTeX wrote it, and what a book
//! needs beside its pages is three small files.
//!
//! The pages are those before they are finished: finishing leaves to MathML
//! only what is read, not what is seen.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use mdbook_driver::config::Config;

use super::{EPUB, FOLDER, zip};

mod chapter;
mod contents;
mod figure;
mod formulas;
mod package;
mod tree;

use package::{About, Item};

const STYLE: &str = include_str!("epub/style.css");
/// It comes first and is not compressed, so that the kind of file can be read
/// off at a fixed place.
const KIND: (&str, &str) = ("mimetype", "application/epub+zip");

/// Puts the EPUB beside the other downloads of a site that is not finished yet.
///
/// # Errors
///
/// As [`write`].
pub fn offer(root: &Path, site: &Path) -> Result<()> {
    let folder = site.join(FOLDER);
    fs::create_dir_all(&folder)?;
    write(root, site, &folder.join(EPUB))
}

/// Writes the EPUB of the book at `root` from its site, not finished.
///
/// # Errors
///
/// When a file is missing or a page is not what is known of it.
pub fn write(root: &Path, site: &Path, output: &Path) -> Result<()> {
    let epub = book(&about(root)?, site)?;
    fs::write(output, epub).with_context(|| format!("cannot write {}", output.display()))
}

/// What `book.toml` says of the book.
fn about(root: &Path) -> Result<About> {
    let book = Config::from_disk(root.join("book.toml"))?.book;
    Ok(About {
        title: escaped(&book.title.context("book.toml has no title")?),
        description: escaped(&book.description.context("book.toml has no description")?),
        authors: book.authors.iter().map(|it| escaped(it)).collect(),
        language: book.language.unwrap_or_else(|| "en".to_owned()),
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn book(about: &About, site: &Path) -> Result<Vec<u8>> {
    let read = |path: &str| {
        let path = site.join(path);
        fs::read_to_string(&path).with_context(|| format!("{} is missing", path.display()))
    };
    let parts = contents::parts(&read("toc.html")?)?;
    let chapters: Vec<_> = parts.iter().flat_map(|part| &part.chapters).collect();
    let kept: BTreeSet<&str> = chapters.iter().map(|it| &*it.path).collect();

    let front = [
        (package::TITLE_PAGE, "Title", package::title_page(about)),
        (package::CONTENTS, "Contents", package::navigation(&parts)),
    ];
    let mut items: Vec<Item> = front
        .into_iter()
        .map(|(path, title, content)| item(path, chapter::file(title, "", &content)))
        .collect();
    let mut figures = BTreeMap::new();
    for it in chapters {
        let page = format!("{}.html", it.path);
        let content = chapter::chapter(&read(&page)?, &it.path, &kept, &mut figures)
            .with_context(|| format!("{page} cannot be a chapter"))?;
        items.push(item(&format!("{}.xhtml", it.path), content));
    }
    for (file, svg) in figures {
        items.push(item(&format!("{}/{file}", chapter::FIGURES), svg));
    }
    items.push(item(chapter::STYLE, STYLE));
    let cover = fs::read(site.join("share-card.png")).context("share-card.png is missing")?;
    items.push(item(package::COVER, cover));
    archive(about, items)
}

fn item(path: &str, content: impl Into<Vec<u8>>) -> Item {
    Item {
        path: path.to_owned(),
        content: content.into(),
    }
}

fn archive(about: &About, items: Vec<Item>) -> Result<Vec<u8>> {
    let mut files = vec![
        (KIND.0.to_owned(), KIND.1.into()),
        ("META-INF/container.xml".into(), package::CONTAINER.into()),
        (
            "EPUB/package.opf".into(),
            package::package(about, &items).into(),
        ),
    ];
    files.extend(
        items
            .into_iter()
            .map(|it| (format!("EPUB/{}", it.path), it.content)),
    );
    zip::archive(&files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> tempfile::TempDir {
        let site = tempfile::tempdir().unwrap();
        fs::create_dir_all(site.path().join("regression")).unwrap();
        for (file, content) in [
            (
                "toc.html",
                "<body><ol><li><a href=\"introduction.html\">Introduction</a></li><li><li class=\"part-title\">\
                 Regression</li></li><li><a href=\"regression/mse.html\">MSE</a></li></ol></body>",
            ),
            ("introduction.html", "<main><h1>Introduction</h1></main>"),
            (
                "regression/mse.html",
                "<main><h1>MSE</h1><p><math><mi>x</mi></math></p></main>",
            ),
            ("share-card.png", "png"),
        ] {
            fs::write(site.path().join(file), content).unwrap();
        }
        site
    }

    fn about() -> About {
        super::about(&crate::root()).unwrap()
    }

    #[test]
    fn the_kind_of_file_can_be_read_off_and_the_bytes_are_always_the_same() {
        let site = site();
        let epub = book(&about(), site.path()).unwrap();
        // OCF 3.3, section 4.2.3: at 30 the name, at 38 the type, uncompressed.
        assert_eq!(&epub[30..58], b"mimetypeapplication/epub+zip");
        assert_eq!(epub, book(&about(), site.path()).unwrap());
        for name in [
            "EPUB/regression/mse.xhtml",
            "EPUB/cover.png",
            "EPUB/style.css",
        ] {
            assert!(
                epub.windows(name.len()).any(|it| it == name.as_bytes()),
                "{name}"
            );
        }
    }

    #[test]
    fn a_page_that_is_missing_or_not_well_formed_is_named() {
        let site = site();
        let mse = site.path().join("regression/mse.html");
        fs::write(&mse, "<main><h1>MSE</h1><p></main>").unwrap();
        let error = format!("{:#}", book(&about(), site.path()).unwrap_err());
        assert!(
            error.contains("regression/mse.html") && error.contains("<p>"),
            "{error}"
        );
        fs::remove_file(&mse).unwrap();
        assert!(book(&about(), site.path()).is_err());
    }
}
