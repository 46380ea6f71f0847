//! The folder of libraries that `mdbook test -L` links the pages' programs with.
//!
//! `mdbook test` hands crates to rustdoc by folder. Cargo's own folder may
//! hold several builds of one crate, which rustc refuses to choose between
//! (E0464), so the pages get a folder of their own with exactly one of each.

use std::fs;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use cargo_metadata::Message;

use crate::generated::names_in;
use crate::passed::State;

/// Builds the crates that the pages use and returns the folder with them.
///
/// # Errors
///
/// When the crates do not compile, or the folder cannot be filled.
pub fn collect(root: &Path) -> Result<PathBuf> {
    let folder = root.join("target").join("page-libraries");
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let messages = cargo_messages(
        root,
        &[
            "build",
            "--package=losses",
            "--package=figures",
            "--package=reference_values",
        ],
    )?;
    for message in messages {
        if let Message::CompilerArtifact(artifact) = message {
            for file in artifact
                .filenames
                .iter()
                .filter(|it| is_library(it.as_str()))
            {
                let name = file.file_name().context("a library has a file name")?;
                // A link keeps the time of building, by which `state` knows it.
                fs::hard_link(file, folder.join(name))
                    .with_context(|| format!("cannot link {file} in {}", folder.display()))?;
            }
        }
    }
    Ok(folder)
}

/// The state of what lies in such a folder.
///
/// # Errors
///
/// When it cannot be read.
pub fn state(folder: &Path) -> Result<State> {
    names_in(folder)?
        .iter()
        .try_fold(State::default(), |state, name| {
            state.with_built(&folder.join(name))
        })
}

fn is_library(file: &str) -> bool {
    file.ends_with(".rlib") || file.ends_with(".so") || file.ends_with(".dylib")
}

/// Runs cargo with `arguments` and returns its messages; what it says about
/// its progress and about errors goes to standard error as usual.
pub(crate) fn cargo_messages(root: &Path, arguments: &[&str]) -> Result<Vec<Message>> {
    let mut cargo = cargo(root)
        .args(arguments)
        .arg("--message-format=json-render-diagnostics")
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start cargo")?;
    let output = BufReader::new(
        cargo
            .stdout
            .take()
            .context("cargo's output was asked for")?,
    );
    let messages = Message::parse_stream(output)
        .collect::<Result<Vec<_>, _>>()
        .context("cargo's messages cannot be read")?;
    let status = cargo.wait().context("cargo did not end")?;
    ensure!(
        status.success(),
        "`cargo {}` failed: see the errors above",
        arguments.join(" ")
    );
    Ok(messages)
}

/// The cargo that started us, in the root of the checkout.
pub(crate) fn cargo(root: &Path) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root);
    cargo
}
