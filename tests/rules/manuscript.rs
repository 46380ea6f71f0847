//! The book as the rules see it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, OnceLock, PoisonError};

use book::publication::Publication;
use mdbook_summary::{Link, SummaryItem, parse_summary};

use crate::document::Document;
use crate::finding::Finding;
use crate::html::Html;

/// The parts whose pages are chapters about one loss each.
pub const PARTS: [&str; 4] = [
    "regression",
    "classification",
    "distributions",
    "embeddings",
];

/// A book: its sources, and on request the site that is built from them.
pub struct Manuscript {
    /// The folder with `book.toml`.
    pub root: PathBuf,
    /// The pages that `SUMMARY.md` lists, in its order, and the one for
    /// addresses that do not exist.
    pub pages: Vec<Document>,
    /// The paths in `SUMMARY.md` without a page.
    pub missing_pages: Vec<String>,
    /// The programs in `crates/losses/examples`.
    pub examples: Vec<Document>,
    /// The paths of what the programs printed and drew, in `src/examples`.
    pub outputs: Vec<String>,
    site: OnceLock<Result<Site, Finding>>,
}

/// What mdBook makes of a book.
#[derive(Debug)]
pub struct Site {
    /// The HTML files by path, relative to the root of the site.
    pub pages: BTreeMap<String, Html>,
    /// The paths of all files.
    pub files: BTreeSet<String>,
    /// What was warned about on the way.
    pub warnings: Vec<String>,
    /// The same site as it is published, or why it cannot be.
    pub finished: Result<Finished, Finding>,
}

/// A site as `cargo book build` leaves it, published somewhere.
#[derive(Debug)]
pub struct Finished {
    /// The path on its host.
    pub path: String,
    /// The HTML by path.
    pub pages: BTreeMap<String, String>,
    /// The list of pages for search engines.
    pub sitemap: String,
}

impl Manuscript {
    /// The real book; it is read and built once for all rules.
    pub fn this_book() -> &'static Self {
        static THIS_BOOK: LazyLock<Manuscript> = LazyLock::new(|| Manuscript::read(&book::root()));
        &THIS_BOOK
    }

    /// The book in the folder `root`.
    ///
    /// # Panics
    ///
    /// When `SUMMARY.md` cannot be read: there is no book then.
    pub fn read(root: &Path) -> Self {
        let (found, missing): (Vec<_>, Vec<_>) = listed(root)
            .into_iter()
            .map(|path| Document::read(root, &path).map_err(|_| path))
            .partition(Result::is_ok);
        Self {
            root: root.to_path_buf(),
            pages: found.into_iter().flatten().collect(),
            missing_pages: missing.into_iter().filter_map(Result::err).collect(),
            examples: files(root, "crates/losses/examples")
                .iter()
                .filter(|path| path.ends_with(".rs"))
                .filter_map(|path| Document::read(root, path).ok())
                .collect(),
            outputs: files(root, "src/examples").into_iter().collect(),
            site: OnceLock::new(),
        }
    }

    /// The chapters about one loss each.
    pub fn chapters(&self) -> impl Iterator<Item = &Document> {
        self.pages.iter().filter(|page| {
            PARTS
                .iter()
                .any(|part| page.folder() == format!("src/{part}"))
        })
    }

    /// Whether there is a file at `path`, relative to the root.
    pub fn has(&self, path: &str) -> bool {
        self.root.join(path).is_file()
    }

    /// The site, built on the first request.
    ///
    /// # Errors
    ///
    /// When it cannot be built: a finding that every rule about the site
    /// passes on.
    pub fn site(&self) -> Result<&Site, Finding> {
        self.site
            .get_or_init(|| build(self))
            .as_ref()
            .map_err(Clone::clone)
    }
}

fn build(manuscript: &Manuscript) -> Result<Site, Finding> {
    // What is warned about is recorded for the process, not for the book.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);

    // mdBook would write an empty page into src/ instead.
    if let Some(page) = manuscript.missing_pages.first() {
        return Err(Finding::in_file(
            "SUMMARY.md",
            format!("it lists {page}, which does not exist, so the site cannot be built"),
            "write the page, or list it as a draft without a path: `[Title]()`",
        ));
    }
    let unbuilt = |error: &dyn std::fmt::Display| {
        Finding::in_file(
            "book.toml",
            format!("the site cannot be built: {error:#}"),
            "mend what the message names; `cargo book build` shows it alone",
        )
    };
    let folder = tempfile::tempdir().map_err(|error| unbuilt(&error))?;
    let warnings =
        book::site::build(&manuscript.root, folder.path()).map_err(|error| unbuilt(&error))?;
    let files = files(folder.path(), "");
    let pages = html(folder.path(), &files)
        .map(|(path, text)| (path, Html::parse(&text)))
        .collect();
    let finished = finish(folder.path(), &files).map_err(|error| unbuilt(&error));
    Ok(Site {
        pages,
        files,
        warnings: warnings.into_iter().map(|warning| warning.0).collect(),
        finished,
    })
}

fn html<'a>(
    folder: &'a Path,
    files: &'a BTreeSet<String>,
) -> impl Iterator<Item = (String, String)> + 'a {
    files
        .iter()
        .filter(|path| path.ends_with(".html"))
        .filter_map(|path| Some((path.clone(), fs::read_to_string(folder.join(path)).ok()?)))
}

/// Finishes the site in `folder` as if it were published at an address.
fn finish(folder: &Path, files: &BTreeSet<String>) -> anyhow::Result<Finished> {
    let publication = Publication {
        site: Some("https://a.example/book/".to_owned()),
        repository: Some("https://code.example/book".to_owned()),
        built_from: Some("a commit".to_owned()),
    };
    book::finish::finish(folder, &publication)?;
    Ok(Finished {
        path: publication.path().to_owned(),
        pages: html(folder, files).collect(),
        sitemap: fs::read_to_string(folder.join("sitemap.xml")).unwrap_or_default(),
    })
}

/// The pages in `SUMMARY.md`; drafts have no path and are left out.
fn listed(root: &Path) -> Vec<String> {
    let text = fs::read_to_string(root.join("SUMMARY.md")).expect("the book has a SUMMARY.md");
    let summary = parse_summary(&text).expect("mdBook can read SUMMARY.md");
    let mut paths = Vec::new();
    for items in [
        &summary.prefix_chapters,
        &summary.numbered_chapters,
        &summary.suffix_chapters,
    ] {
        collect(items, &mut paths);
    }
    // mdBook makes a page of it without being told.
    let not_found = "src/404.md".to_owned();
    paths.extend(root.join(&not_found).exists().then_some(not_found));
    paths
}

fn collect(items: &[SummaryItem], paths: &mut Vec<String>) {
    for item in items {
        if let SummaryItem::Link(Link {
            location,
            nested_items,
            ..
        }) = item
        {
            let path = location.as_ref().map(|it| it.to_string_lossy());
            paths.extend(path.map(|it| format!("src/{it}")));
            collect(nested_items, paths);
        }
    }
}

/// The paths of the files below `folder`, itself below `root`, in order.
pub fn files(root: &Path, folder: &str) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for entry in fs::read_dir(root.join(folder))
        .into_iter()
        .flatten()
        .flatten()
    {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if folder.is_empty() {
            name
        } else {
            format!("{folder}/{name}")
        };
        if entry.path().is_dir() {
            paths.extend(files(root, &path));
        } else {
            paths.insert(path);
        }
    }
    paths
}
