//! `cargo book test --browser`: the finished pages in Chromium.
//!
//! The rules are JavaScript, as axe-core and playwright-core are: see
//! `scripts/browser`. This builds the site and starts them.

use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::Command;

use anyhow::{Error, Result, anyhow, ensure};

use crate::publication::Publication;
use crate::{finish, site};

/// Builds the site into `target/browser-site`, then has every rule reject the
/// page that is broken for it, then reads all pages, then studies with them.
///
/// # Errors
///
/// When the site cannot be built, a tool is missing (the message says how to
/// install it), or a page breaks a rule.
pub fn test(root: &Path) -> Result<()> {
    let folder = root.join("scripts/browser");
    ensure!(
        folder.join("node_modules").exists(),
        "the npm packages are missing: npm ci --prefix scripts/browser"
    );
    let site = root.join("target/browser-site");
    let warnings = site::build(root, &site)?;
    ensure!(
        warnings.is_empty(),
        "the site is not whole: `cargo book build` says why"
    );
    finish::finish(&site, &Publication::default())?;
    let rules = node(
        root,
        ["--test".as_ref(), folder.join("rules.test.mjs").as_os_str()],
    )
    .output()
    .map_err(explain)?;
    ensure!(
        rules.status.success(),
        "a rule does not notice the page that is broken for it:\n{}",
        String::from_utf8_lossy(&rules.stdout)
    );
    let pages = node(root, [folder.join("check.mjs"), site.clone()])
        .status()
        .map_err(explain)?;
    ensure!(pages.success(), "a page breaks a rule: see above");
    let search = node(root, [folder.join("search.mjs"), site.clone()])
        .status()
        .map_err(explain)?;
    ensure!(
        search.success(),
        "the search does not show first what a reader looks for: see above"
    );
    let behavior = node(root, [folder.join("behavior.mjs"), site.clone()])
        .status()
        .map_err(explain)?;
    ensure!(
        behavior.success(),
        "a page does not do what a reader asks: see above"
    );
    let study = node(root, [folder.join("study.mjs"), site])
        .status()
        .map_err(explain)?;
    ensure!(study.success(), "a reader cannot study with it: see above");
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
