//! The proofs: the claims of `crates/proofs` are proven anew, and what that
//! prints is compared with `src/proofs`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::generated::{Mode, Outcome, names_in, settle};
use crate::libraries::cargo;

/// Where the committed output of the proofs lies, relative to the root.
pub const OUTPUTS: &str = "src/proofs";

/// Proves the claims, the long ones too if `full`, prints the figures, and
/// settles them with the committed files. Returns the files that were rewritten.
///
/// # Errors
///
/// When a claim is not proven, or the book says something else about it.
pub fn run(root: &Path, full: bool, mode: Mode) -> Result<Vec<PathBuf>> {
    let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
    let mut command = cargo(root);
    command.args(["run", "--quiet", "--package", "proofs", "--", "--write"]);
    command.arg(folder.path());
    if full {
        command.arg("--full");
    }
    let status = command.status().context("cannot start cargo")?;
    ensure!(status.success(), "a claim is not proven: see above");

    let (mut updated, mut differences) = (Vec::new(), Vec::new());
    for name in names_in(folder.path())? {
        let text = fs::read_to_string(folder.path().join(&name))?;
        match settle(root, &Path::new(OUTPUTS).join(&name), &text, mode)? {
            Outcome::Same => {}
            Outcome::Updated(path) => updated.push(path),
            Outcome::Differs(difference) => differences.push(difference),
        }
    }
    // What the long proofs wrote is no orphan when they did not run.
    for name in names_in(&root.join(OUTPUTS))? {
        let is_made = folder.path().join(&name).is_file() || (!full && name.contains("_full"));
        if !is_made && mode == Mode::Update {
            fs::remove_file(root.join(OUTPUTS).join(&name))?;
        } else if !is_made {
            differences.push(format!("{OUTPUTS}/{name} has no proof that makes it"));
        }
    }
    if !differences.is_empty() {
        bail!(
            "the book and its proofs disagree:\n{}\n  if the new ones are right: cargo book prove --update{}",
            differences.join("\n"),
            if full { " --full" } else { "" }
        );
    }
    Ok(updated)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tiny::{read, workspace, write};

    /// Proves nothing, but is called and ends as the proofs are and do.
    const PROOFS: &str = r#"fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    assert_eq!(arguments[0], "--write");
    assert!(!std::path::Path::new("refuted").exists(), "a box refutes it");
    let folder = std::path::Path::new(&arguments[1]);
    std::fs::write(folder.join("known.txt"), "proven").unwrap();
    if arguments[2..] == ["--full"] {
        std::fs::write(folder.join("all_full.txt"), "proven at length").unwrap();
    }
}"#;

    #[test]
    fn the_book_says_what_the_proofs_print() {
        let root = workspace(&[
            ("crates/proofs/src/main.rs", PROOFS),
            ("src/proofs/gone.txt", "of a claim that is gone"),
        ]);
        let root = root.path();
        let updated = run(root, true, Mode::Update).unwrap();
        let path = |name: &str| Path::new(OUTPUTS).join(name);
        assert_eq!(updated, [path("all_full.txt"), path("known.txt")]);
        assert_eq!(
            names_in(&root.join(OUTPUTS)).unwrap(),
            ["all_full.txt", "known.txt"]
        );
        assert_eq!(read(root, "src/proofs/known.txt"), "proven");
        for full in [false, true] {
            assert_eq!(
                run(root, full, Mode::Compare).unwrap(),
                [""; 0].map(PathBuf::from)
            );
        }

        write(root, "src/proofs/known.txt", "refuted");
        write(root, "src/proofs/gone.txt", "");
        write(root, "src/proofs/gone_full.txt", "");
        let short = run(root, false, Mode::Compare).unwrap_err().to_string();
        assert!(short.contains("src/proofs/known.txt differs"), "{short}");
        assert!(
            short.contains("src/proofs/gone.txt has no proof"),
            "{short}"
        );
        assert!(
            !short.contains("_full") && short.ends_with("--update"),
            "{short}"
        );
        let full = run(root, true, Mode::Compare).unwrap_err().to_string();
        assert!(
            full.contains("src/proofs/gone_full.txt has no proof"),
            "{full}"
        );
        assert!(full.ends_with("--update --full"), "{full}");
        assert_eq!(run(root, false, Mode::Update).unwrap(), [path("known.txt")]);
        assert!(!root.join("src/proofs/gone.txt").exists());
        assert!(root.join("src/proofs/gone_full.txt").exists());

        write(root, "refuted", "");
        let error = run(root, false, Mode::Compare).unwrap_err().to_string();
        assert!(error.contains("a claim is not proven"), "{error}");
    }
}
