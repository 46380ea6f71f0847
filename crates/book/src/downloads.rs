//! The book to take along: a PDF with an outline, an EPUB, the cheat sheet on
//! two pages, and the site as a folder in a zip file.
//!
//! Chromium prints, because it is what the pages are checked in; the EPUB and
//! the zip file are made here. All are the same bytes for the same site.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

pub mod epub;
mod zip;

/// The folder of a site with what it offers.
pub const FOLDER: &str = "downloads";
const BOOK: &str = "loss-functions.pdf";
/// The EPUB, beside the others and where `cargo book epub` writes it.
pub const EPUB: &str = "loss-functions.epub";
const CHEAT_SHEET: &str = "cheat-sheet.pdf";
const SITE: &str = "loss-functions-site.zip";
/// The pages of the cheat sheet, which is printed on one sheet.
const SIDES: usize = 2;

/// Puts all but the EPUB into a finished site, and links to all of it on its
/// page. The EPUB is there already: [`epub::offer`] makes it of the pages before
/// they are finished.
///
/// # Errors
///
/// When Chromium is missing or cannot print, or the cheat sheet does not fit
/// its two pages.
pub fn offer(site: &Path) -> Result<()> {
    let folder = site.join(FOLDER);
    // Before the others are in the site: they need not be in it twice.
    let packed = packed(site)?;
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join(SITE), packed))
        .with_context(|| format!("cannot write to {}", folder.display()))?;
    print(site, &folder)?;
    link(site)
}

/// Prints the book and the cheat sheet of a finished site into a folder.
///
/// # Errors
///
/// As [`offer`].
pub fn print(site: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let sheet = printed(
        &site.join("reference/cheat_sheet.html"),
        &folder.join(CHEAT_SHEET),
    )?;
    let sides = n_pages(&sheet);
    ensure!(
        sides == SIDES,
        "the cheat sheet has {sides} pages, not {SIDES}: shorten it, or see the print rules in \
         src/reference/cheat_sheet.css"
    );
    printed(&site.join("print.html"), &folder.join(BOOK))?;
    Ok(())
}

/// Prints a page and returns the PDF.
fn printed(page: &Path, output: &Path) -> Result<Vec<u8>> {
    let page = fs::canonicalize(page).with_context(|| format!("{} is missing", page.display()))?;
    let output = std::path::absolute(output)?;
    let profile = tempfile::tempdir()?;
    let mut flag = std::ffi::OsString::from("--print-to-pdf=");
    flag.push(&output);
    let run = Command::new(chromium()?)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
        ])
        .arg("--generate-pdf-document-outline")
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .arg(flag)
        .arg(format!("file://{}", page.display()))
        .output()
        .context("Chromium cannot be started")?;
    ensure!(
        run.status.success() && output.is_file(),
        "Chromium could not print {}:\n{}",
        page.display(),
        String::from_utf8_lossy(&run.stderr)
    );
    let pdf = without_dates(fs::read(&output)?);
    fs::write(&output, &pdf)?;
    Ok(pdf)
}

fn chromium() -> Result<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    // The last is what `scripts/browser/install` installs where there is none.
    let usual = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "chromium-headless-shell",
    ]
    .map(|name| Path::new("/usr/bin").join(name));
    match named.into_iter().chain(usual).find(|path| path.is_file()) {
        Some(path) => Ok(path),
        None => bail!(
            "there is no Chromium to print with: sudo apt-get install chromium fonts-liberation, \
             or set CHROMIUM to the path of yours"
        ),
    }
}

/// The PDF with zeros for the digits of when it was printed: the same site is
/// to be the same bytes.
fn without_dates(mut pdf: Vec<u8>) -> Vec<u8> {
    for key in [&b"/CreationDate (D:"[..], b"/ModDate (D:"] {
        let Some(at) = position(&pdf, key) else {
            continue;
        };
        let digits = &mut pdf[at + key.len()..];
        for (digit, fixed) in digits.iter_mut().zip(*b"20000101000000") {
            *digit = fixed;
        }
    }
    pdf
}

fn position(bytes: &[u8], key: &[u8]) -> Option<usize> {
    bytes.windows(key.len()).position(|window| window == key)
}

/// The pages of a PDF as Chromium writes it: each has its object.
fn n_pages(pdf: &[u8]) -> usize {
    let key = b"/Type /Page";
    let is_page = |at: usize| pdf.get(at + key.len()) != Some(&b's');
    (0..pdf.len().saturating_sub(key.len()))
        .filter(|&at| pdf[at..].starts_with(key) && is_page(at))
        .count()
}

/// The site as a zip file with one folder.
fn packed(site: &Path) -> Result<Vec<u8>> {
    let mut files_of_site = Vec::new();
    for path in files(site)? {
        let inside = path.strip_prefix(site)?;
        if !inside.starts_with(FOLDER) {
            let name = format!("loss-functions/{}", inside.to_string_lossy());
            files_of_site.push((name, fs::read(&path)?));
        }
    }
    zip::archive(&files_of_site)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir()? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Replaces the sentence for sites without downloads by links to them.
fn link(site: &Path) -> Result<()> {
    const PLACE: &str = "<p id=\"offered\">";
    let path = site.join("study/downloads.html");
    let page =
        fs::read_to_string(&path).with_context(|| format!("{} is missing", path.display()))?;
    let (before, rest) = page
        .split_once(PLACE)
        .context("the page about downloads has no place for them")?;
    let (_, after) = rest.split_once("</p>").context("its place has no end")?;
    let mut list = String::new();
    for (file, what) in [
        (BOOK, "The whole book as a PDF with an outline"),
        (
            EPUB,
            "The whole book as an EPUB, for phones and reading devices",
        ),
        (CHEAT_SHEET, "The cheat sheet on two pages of A4"),
        (
            SITE,
            "This site as a folder: open index.html in it, no network needed",
        ),
    ] {
        let size = File::open(site.join(FOLDER).join(file))?.metadata()?.len();
        let size = size.div_ceil(1024);
        list += &format!("<li><a href=\"../{FOLDER}/{file}\">{what}</a> ({size} KiB)</li>");
    }
    fs::write(
        &path,
        format!("{before}<ul id=\"offered\">{list}</ul>{after}"),
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_counted_and_dates_are_gone() {
        let pdf =
            b"/CreationDate (D:20261126001149+00'00')\n/Type /Pages\n/Type /Page\n/Type /Page "
                .to_vec();
        assert_eq!(n_pages(&pdf), 2);
        let pdf = String::from_utf8(without_dates(pdf)).unwrap();
        assert!(
            pdf.starts_with("/CreationDate (D:20000101000000+00'00')"),
            "{pdf}"
        );
    }

    #[test]
    fn a_packed_site_is_one_folder_and_always_the_same() {
        let site = tempfile::tempdir().unwrap();
        fs::create_dir_all(site.path().join("a")).unwrap();
        fs::create_dir_all(site.path().join(FOLDER)).unwrap();
        for file in ["index.html", "a/b.html", "downloads/old.zip"] {
            fs::write(site.path().join(file), file).unwrap();
        }
        let bytes = packed(site.path()).unwrap();
        assert_eq!(bytes, packed(site.path()).unwrap());
        let has = |name: &str| position(&bytes, name.as_bytes()).is_some();
        assert!(has("loss-functions/a/b.html") && has("loss-functions/index.html"));
        assert!(!has("old.zip"));
    }

    #[test]
    fn the_page_links_to_what_there_is() {
        let site = tempfile::tempdir().unwrap();
        fs::create_dir_all(site.path().join("study")).unwrap();
        fs::create_dir_all(site.path().join(FOLDER)).unwrap();
        for file in [BOOK, EPUB, CHEAT_SHEET, SITE] {
            fs::write(site.path().join(FOLDER).join(file), [0; 2000]).unwrap();
        }
        let path = site.path().join("study/downloads.html");
        fs::write(&path, "<p>A</p><p id=\"offered\">None.</p><p>B</p>").unwrap();
        link(site.path()).unwrap();
        let page = fs::read_to_string(&path).unwrap();
        assert!(page.starts_with(
            "<p>A</p><ul id=\"offered\"><li><a href=\"../downloads/loss-functions.pdf\">"
        ));
        assert!(page.ends_with("(2 KiB)</li></ul><p>B</p>") && !page.contains("None"));
    }
}
