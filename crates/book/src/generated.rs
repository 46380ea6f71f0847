//! Files that programs write and people read: compared on every run,
//! rewritten on request.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use similar::TextDiff;

/// What to do with a generated file that differs from the committed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Report the difference.
    Compare,
    /// Write the new content.
    Update,
}

/// How a generated file stands to the committed one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The same bytes.
    Same,
    /// It differed and was rewritten.
    Updated(PathBuf),
    /// It differs; the text says where.
    Differs(String),
}

/// Compares `content` with the file at `path`, relative to `root`, and writes
/// it when `mode` says so.
///
/// # Errors
///
/// When the file cannot be read or written.
pub fn settle(root: &Path, path: &Path, content: &str, mode: Mode) -> Result<Outcome> {
    let committed = match fs::read_to_string(root.join(path)) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
    };
    if committed.as_deref() == Some(content) {
        return Ok(Outcome::Same);
    }
    match mode {
        Mode::Compare => Ok(Outcome::Differs(difference(
            path,
            committed.as_deref(),
            content,
        ))),
        Mode::Update => {
            fs::write(root.join(path), content)
                .with_context(|| format!("cannot write {}", path.display()))?;
            Ok(Outcome::Updated(path.to_path_buf()))
        }
    }
}

/// The names of what lies in a folder, in order.
pub(crate) fn names_in(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?
    {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

fn difference(path: &Path, committed: Option<&str>, content: &str) -> String {
    const LONGEST_LINE: usize = 160;
    const MOST_LINES: usize = 24;
    let Some(committed) = committed else {
        return format!("{} does not exist yet", path.display());
    };
    let diff = TextDiff::from_lines(committed, content)
        .unified_diff()
        .context_radius(1)
        .header("committed", "produced now")
        .to_string();
    let mut shown: Vec<String> = diff
        .lines()
        .take(MOST_LINES)
        .map(|line| line.chars().take(LONGEST_LINE).collect())
        .collect();
    let hidden = diff.lines().count().saturating_sub(MOST_LINES);
    if hidden > 0 {
        shown.push(format!("(and {hidden} more lines)"));
    }
    format!("{} differs:\n{}", path.display(), shown.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_without_writing() {
        let folder = tempfile::tempdir().unwrap();
        let path = Path::new("mse_outlier.txt");
        fs::write(folder.path().join(path), "mean 22\n").unwrap();

        assert_eq!(
            settle(folder.path(), path, "mean 22\n", Mode::Compare).unwrap(),
            Outcome::Same
        );
        let Outcome::Differs(text) =
            settle(folder.path(), path, "mean 3\n", Mode::Compare).unwrap()
        else {
            panic!("a difference must be reported");
        };
        assert!(
            text.contains("-mean 22") && text.contains("+mean 3"),
            "{text}"
        );
        assert_eq!(
            fs::read_to_string(folder.path().join(path)).unwrap(),
            "mean 22\n"
        );
    }

    #[test]
    fn a_folder_is_listed_in_order_and_a_missing_one_is_named() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["mse.rs", "huber.rs"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        assert_eq!(names_in(folder.path()).unwrap(), ["huber.rs", "mse.rs"]);
        let missing = folder.path().join("beyond");
        let error = names_in(&missing).unwrap_err().to_string();
        assert!(error.contains(&missing.display().to_string()), "{error}");
    }

    #[test]
    fn a_long_difference_is_cut_and_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let path = Path::new("mse_outlier.txt");
        let difference = |committed: String, produced: String| -> String {
            fs::write(folder.path().join(path), committed).unwrap();
            match settle(folder.path(), path, &produced, Mode::Compare).unwrap() {
                Outcome::Differs(text) => text,
                other => panic!("{other:?}"),
            }
        };
        // Two lines of names and one of numbers come before those that differ.
        let all = difference("a\n".repeat(10), "b\n".repeat(11));
        assert_eq!(all.matches("\n-a").count(), 10);
        assert_eq!(all.matches("\n+b").count(), 11);
        assert!(!all.contains("more lines"), "{all}");
        let cut = difference("a\n".repeat(20), "b\n".repeat(20));
        assert_eq!(cut.matches("\n+b").count(), 1);
        assert!(cut.ends_with("\n(and 19 more lines)"), "{cut}");

        let wide = difference("a".repeat(200), String::new());
        let longest = wide.lines().map(|line| line.chars().count()).max();
        assert_eq!(longest, Some(160), "{wide}");
    }

    #[test]
    fn says_which_file_cannot_be_read_or_written() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let error = settle(root, Path::new("."), "x", Mode::Compare).unwrap_err();
        assert_eq!(error.to_string(), "cannot read .");
        let error = settle(root, Path::new("no/folder.txt"), "x", Mode::Update).unwrap_err();
        assert_eq!(error.to_string(), "cannot write no/folder.txt");
        let updated = settle(root, Path::new("new.txt"), "x", Mode::Update).unwrap();
        assert_eq!(updated, Outcome::Updated("new.txt".into()));
    }

    #[test]
    fn updates_what_differs() {
        let folder = tempfile::tempdir().unwrap();
        let path = Path::new("new.txt");

        let missing = settle(folder.path(), path, "x\n", Mode::Compare).unwrap();
        assert!(matches!(missing, Outcome::Differs(text) if text.contains("does not exist")));

        settle(folder.path(), path, "x\n", Mode::Update).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join(path)).unwrap(), "x\n");
    }
}
