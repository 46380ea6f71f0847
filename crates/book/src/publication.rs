//! What only whoever publishes a site knows: its address, its repository, and
//! what it was built from.
//!
//! None of it is written in the book. The workflow that publishes passes it,
//! so a fork or a copy on a disk does not claim to be somewhere else.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

/// The settings of one build; without them a site leaves out what needs them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// Where the site will be, with a slash at its end.
    pub site: Option<String>,
    /// Where the sources are, without a slash at its end.
    pub repository: Option<String>,
    /// The commit and the compiler, in a sentence.
    pub built_from: Option<String>,
}

impl Publication {
    /// The settings, from flags or else from `BOOK_SITE_URL` and
    /// `BOOK_REPOSITORY_URL`, and the commit of the checkout at `root`.
    ///
    /// # Errors
    ///
    /// When one of them is no address of the web.
    pub fn new(root: &Path, site: Option<String>, repository: Option<String>) -> Result<Self> {
        Ok(Self {
            site: address(site, "BOOK_SITE_URL")?.map(|it| it + "/"),
            repository: address(repository, "BOOK_REPOSITORY_URL")?,
            built_from: built_from(root),
        })
    }

    /// The path of the site on its host, `/` without an address.
    #[must_use]
    pub fn path(&self) -> &str {
        let site = self.site.as_deref().unwrap_or("https://host/");
        let host = site.find("://").map_or(0, |at| at + 3);
        site[host..].find('/').map_or("/", |at| &site[host + at..])
    }
}

/// An address without a slash at its end.
fn address(flag: Option<String>, variable: &str) -> Result<Option<String>> {
    let given = flag.or_else(|| std::env::var(variable).ok());
    let Some(given) = given.filter(|it| !it.is_empty()) else {
        return Ok(None);
    };
    let is_sound = ["https://", "http://"].iter().any(|it| {
        given
            .strip_prefix(it)
            .is_some_and(|host| !host.is_empty() && !host.contains(['"', '<', ' ', '?', '#']))
    });
    ensure!(
        is_sound,
        "`{given}` is no address such as https://example.org/book"
    );
    Ok(Some(given.trim_end_matches('/').to_owned()))
}

/// The commit of the checkout and the compiler, if both can be asked.
fn built_from(root: &Path) -> Option<String> {
    let commit = said(root, "git", &["rev-parse", "HEAD"])?;
    let changes = said(root, "git", &["status", "--porcelain"])?;
    let compiler = said(root, "rustc", &["--version"])?;
    let state = if changes.is_empty() {
        ""
    } else {
        ", with changes that are not committed,"
    };
    Some(format!("commit {commit}{state} and {compiler}"))
}

fn said(root: &Path, program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(root)
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(site: &str) -> Publication {
        Publication::new(&crate::root(), Some(site.into()), None).unwrap()
    }

    #[test]
    fn an_address_ends_with_one_slash_and_has_a_path() {
        for (given, site, path) in [
            ("https://a.example/b", "https://a.example/b/", "/b/"),
            ("https://a.example/b//", "https://a.example/b/", "/b/"),
            ("https://a.example", "https://a.example/", "/"),
        ] {
            assert_eq!(at(given).site.as_deref(), Some(site));
            assert_eq!(at(given).path(), path);
        }
        assert_eq!(Publication::default().path(), "/");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for given in ["example.org", "https://", "https://a\"b", "https://a/?b"] {
            let refusal = Publication::new(&crate::root(), Some(given.into()), None);
            assert!(refusal.is_err(), "{given}");
        }
    }
}
