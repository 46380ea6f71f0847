//! `cargo book test --browser`: the finished pages in Chromium.
//!
//! The rules are JavaScript, as axe-core and playwright-core are: see
//! `scripts/browser`. This builds the site and starts them.

use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Error, Result, anyhow, ensure};

use crate::publication::Publication;
use crate::{finish, site};

/// Builds the site, has every rule reject the page that is broken for it, and
/// then reads every page.
///
/// # Errors
///
/// When the site cannot be built, a tool is missing (the message says how to
/// install it), or a page breaks a rule.
pub fn test_pages(root: &Path) -> Result<()> {
    let site = finished_site(root)?;
    let rules = root.join("scripts/browser/rules.test.mjs");
    let rules = node(root, ["--test".as_ref(), rules.as_os_str()])
        .output()
        .map_err(explain)?;
    ensure!(
        rules.status.success(),
        "a rule does not notice the page that is broken for it:\n{}",
        String::from_utf8_lossy(&rules.stdout)
    );
    run(root, "check.mjs", &site, "a page breaks a rule")
}

/// Builds the site and does with it what a reader does: searches it, turns its
/// pages, and studies.
///
/// # Errors
///
/// As [`test_pages`].
pub fn test_use(root: &Path) -> Result<()> {
    let site = finished_site(root)?;
    for (script, complaint) in [
        (
            "search.mjs",
            "the search does not show first what a reader looks for",
        ),
        ("behavior.mjs", "a page does not do what a reader asks"),
        ("study.mjs", "a reader cannot study with it"),
    ] {
        run(root, script, &site, complaint)?;
    }
    Ok(())
}

/// The site as a reader gets it, in `target/browser-site`.
fn finished_site(root: &Path) -> Result<PathBuf> {
    ensure!(
        root.join("scripts/browser/node_modules").exists(),
        "the npm packages are missing: npm ci --prefix scripts/browser"
    );
    let site = root.join("target/browser-site");
    let warnings = site::build(root, &site)?;
    ensure!(
        warnings.is_empty(),
        "the site is not whole: `cargo book build` says why"
    );
    finish::finish(&site, &Publication::default())?;
    Ok(site)
}

/// Runs a script of `scripts/browser` on the site.
fn run(root: &Path, script: &str, site: &Path, complaint: &str) -> Result<()> {
    let script = root.join("scripts/browser").join(script);
    let status = node(root, [script.as_path(), site])
        .status()
        .map_err(explain)?;
    ensure!(status.success(), "{complaint}: see above");
    Ok(())
}

fn node(root: &Path, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
    let mut command = Command::new("node");
    command.current_dir(root).args(arguments);
    command
}

fn explain(error: io::Error) -> Error {
    if error.kind() == ErrorKind::NotFound {
        anyhow!("there is no Node.js (20 or newer): sudo apt-get install nodejs npm")
    } else {
        Error::new(error).context("Node.js cannot be started")
    }
}
