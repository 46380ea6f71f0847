//! What passed before: a program that is the same as when it passed need not
//! run again.
//!
//! Like cargo's own memory it lies under `target`, so a fresh clone knows
//! nothing and runs everything.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::generated::names_in;

/// Which programs to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Every one.
    All,
    /// Those that are not the same as when they last passed.
    Changed,
}

/// The memory of one check.
pub struct Passed {
    folder: PathBuf,
}

impl Passed {
    /// What the check called `check` remembers of the checkout at `root`.
    #[must_use]
    pub fn of(root: &Path, check: &str) -> Self {
        Self {
            folder: memory(root).join(check),
        }
    }

    /// Whether `name` was in this state when it last passed.
    #[must_use]
    pub fn is_known(&self, name: &str, state: &State) -> bool {
        fs::read_to_string(self.path(name)).is_ok_and(|known| known == state.digest())
    }

    /// Remembers that `name` passed in this state.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn remember(&self, name: &str, state: &State) -> Result<()> {
        let path = self.path(name);
        fs::create_dir_all(&self.folder)
            .and_then(|()| fs::write(&path, state.digest()))
            .with_context(|| format!("cannot write {}", path.display()))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name.replace('/', "-"))
    }
}

/// Forgets everything, so that all programs run again.
///
/// # Errors
///
/// When the folder cannot be removed.
pub fn forget(root: &Path) -> Result<()> {
    let folder = memory(root);
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

fn memory(root: &Path) -> PathBuf {
    root.join("target/passed")
}

/// All that the outcome of a program depends on.
#[derive(Clone, Default)]
pub struct State(Sha256);

impl State {
    /// Adds a text.
    #[must_use]
    pub fn with_text(mut self, text: &str) -> Self {
        // The length keeps "ab" and "c" from being the same as "a" and "bc".
        self.0.update(text.len().to_le_bytes());
        self.0.update(text);
        self
    }

    /// Adds what cargo has built: it is known by its time, as cargo does it.
    ///
    /// # Errors
    ///
    /// When there is no such file.
    pub fn with_built(self, file: &Path) -> Result<Self> {
        let built = fs::metadata(file).and_then(|it| Ok((it.modified()?, it.len())));
        let (time, length) = built.with_context(|| format!("cannot look at {}", file.display()))?;
        let time = time.duration_since(UNIX_EPOCH).unwrap_or_default();
        Ok(self
            .with_text(&file.to_string_lossy())
            .with_text(&format!("{} {length}", time.as_nanos())))
    }

    /// Adds a file, or all files below a folder: names and content.
    ///
    /// # Errors
    ///
    /// When one of them cannot be read.
    pub fn with_files(mut self, path: &Path) -> Result<Self> {
        if !path.is_dir() {
            let content =
                fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
            self = self.with_text(&path.to_string_lossy());
            self.0.update(Sha256::digest(content));
            return Ok(self);
        }
        names_in(path)?
            .iter()
            .try_fold(self, |state, name| state.with_files(&path.join(name)))
    }

    fn digest(&self) -> String {
        format!("{:x}", self.0.clone().finalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remembers_the_state_in_which_something_passed_until_all_is_forgotten() {
        let root = tempfile::tempdir().unwrap();
        let passed = Passed::of(root.path(), "pages");
        let state = State::default().with_text("assert!(true)");
        assert!(!passed.is_known("regression/mse.md", &state));

        passed.remember("regression/mse.md", &state).unwrap();

        assert!(passed.is_known("regression/mse.md", &state));
        assert!(!passed.is_known("regression/mae.md", &state));
        assert!(!passed.is_known("regression/mse.md", &state.with_text("")));
        assert!(
            !Passed::of(root.path(), "examples").is_known("regression/mse.md", &State::default())
        );
        forget(root.path()).unwrap();
        let state = State::default().with_text("assert!(true)");
        assert!(!passed.is_known("regression/mse.md", &state));
    }

    #[test]
    fn a_file_that_is_built_again_is_another_state() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("mse_outlier");
        fs::write(&program, "1").unwrap();
        let before = State::default().with_built(&program).unwrap();
        let file = fs::File::options().write(true).open(&program).unwrap();
        file.set_modified(UNIX_EPOCH).unwrap();
        let after = State::default().with_built(&program).unwrap();

        assert_ne!(before.digest(), after.digest());
        assert!(
            State::default()
                .with_built(&folder.path().join("gone"))
                .is_err()
        );
    }

    #[test]
    fn a_folder_is_known_by_the_names_and_the_content_of_its_files() {
        let folder = tempfile::tempdir().unwrap();
        let (mse, mae) = (folder.path().join("a/mse.rs"), folder.path().join("mae.rs"));
        let digest = || State::default().with_files(folder.path()).unwrap().digest();
        fs::create_dir(folder.path().join("a")).unwrap();
        fs::write(&mse, "square").unwrap();
        let before = digest();
        assert_eq!(before, digest());
        fs::write(&mse, "cube").unwrap();
        let edited = digest();
        fs::rename(&mse, &mae).unwrap();

        assert_ne!(before, edited);
        assert_ne!(edited, digest());
        assert!(State::default().with_files(&mse).is_err());
    }

    #[test]
    fn the_parts_of_a_state_do_not_run_into_each_other() {
        let one = State::default().with_text("ab").with_text("c");
        let other = State::default().with_text("a").with_text("bc");
        assert_ne!(one.digest(), other.digest());
    }
}
