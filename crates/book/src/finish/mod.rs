//! The last step of `cargo book build`: the same pages, lighter, safer, and
//! ready to be found and shared.
//!
//! mdBook renders for every book there is. What ours does not need, it need
//! not send: see the modules. A reader sees the same, with better line breaks,
//! and a site that was not finished works as well; it is only heavier and has
//! no policy.
//! A stock mdBook's site is finished by `cargo book finish FOLDER`.

mod fields;
pub(crate) mod figures;
mod fonts;
mod formulas;
#[cfg(test)]
mod fuzz;
mod glossary;
mod listings;
mod named;
mod paper;
mod policy;
mod resources;
mod review;
mod scripts;
pub mod shared;
mod styles;
pub(crate) mod tags;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rayon::prelude::*;

use crate::publication::Publication;
use resources::Resources;
use shared::Shared;

/// Finishes every page of the site in `folder`, in place.
///
/// # Errors
///
/// When a file cannot be read or written, or when mdBook's output is not what
/// is known of it; that is noticed, not passed over.
pub fn finish(folder: &Path, publication: &Publication) -> Result<()> {
    let pages = pages(folder)?;
    let resources = Resources::new(folder);
    let shared = Shared::new(folder, publication)?;
    let terms = pages
        .par_iter()
        .filter(|path| !paper::is_whole_book(path))
        .map(|path| Ok(glossary::entries(&read(path)?, &address(folder, path))))
        .collect::<Result<Vec<_>>>()?;
    glossary::index(folder, &terms.concat())?;
    pages.par_iter().try_for_each(|path| -> Result<()> {
        let finished = read(path)
            .map(|html| shared.of_page(&html, &address(folder, path)))
            .and_then(|html| finished(&html, path, &resources))
            .with_context(|| format!("{} cannot be finished", path.display()))?;
        write(path, &finished)
    })?;
    let addresses: Vec<String> = pages.iter().map(|path| address(folder, path)).collect();
    shared.finish(folder, &addresses)?;
    resources.finish()
}

/// The address of a page in its site.
fn address(folder: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let names: Vec<_> = inside
        .components()
        .map(|it| it.as_os_str().to_string_lossy())
        .collect();
    names.join("/")
}

fn finished(html: &str, path: &Path, resources: &Resources) -> Result<String> {
    let html = paper::without_resources_of_pages(html, path);
    let html = resources.of_page(&html, path)?;
    let html = without_hidden_lines(&html, path)?;
    let html = glossary::with_one_link_a_term(&html);
    let html = fields::put_off(&html, path);
    let html = formulas::whole(&formulas::slim(&html));
    let html = figures::slim(&html);
    let html = styles::as_classes(&html);
    let html = without_questions_of_others(html, path)?;
    policy::with_policy(&html)
}

/// The page; the questions of other pages are written beside it.
fn without_questions_of_others(html: String, path: &Path) -> Result<String> {
    if paper::is_whole_book(path) {
        return Ok(html);
    }
    let review::Apart { page, files } = review::apart(&html)?;
    for file in files {
        write(&path.with_file_name(file.name), &file.text)?;
    }
    Ok(page)
}

/// The page; its hidden lines are written beside it.
fn without_hidden_lines(html: &str, path: &Path) -> Result<String> {
    let page_name = path.file_stem().unwrap_or_default().to_string_lossy();
    let listings::Apart { page, file } = listings::apart(html, &page_name)?;
    if let Some(file) = file {
        write(&path.with_file_name(file.name), &file.text)?;
    }
    Ok(page)
}

/// The pages of a site, its frame of contents among them.
fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = folder
            .read_dir()
            .with_context(|| format!("{} is no folder of a site", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension == "html")
            {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
}
