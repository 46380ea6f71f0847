//! A text file of the book, with its lines.

use std::path::Path;
use std::{fs, io};

use crate::finding::Finding;

/// A text file of the book.
#[derive(Clone, Debug)]
pub struct Document {
    /// The path relative to the root, with `/` on every system.
    pub path: String,
    /// The text as it was written.
    pub text: String,
}

impl Document {
    /// Reads the file at `path` below `root`.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn read(root: &Path, path: &str) -> io::Result<Self> {
        Ok(Self {
            path: path.to_owned(),
            text: fs::read_to_string(root.join(path))?,
        })
    }

    /// The name without folder and extension: `mse` for `src/regression/mse.md`.
    pub fn slug(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.split('.').next().unwrap_or_default()
    }

    /// The folder: `src/regression` for `src/regression/mse.md`.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The path that a link or directive in this document means, relative to
    /// the root, or `None` when it leads out of the book.
    pub fn resolve(&self, target: &str) -> Option<String> {
        join(self.folder(), target)
    }

    /// The line of a byte of the text, from 1.
    pub fn line_at(&self, offset: usize) -> usize {
        let before = &self.text[..self.text.floor_char_boundary(offset)];
        before.matches('\n').count() + 1
    }

    /// The first line that contains `snippet`.
    pub fn line_with(&self, snippet: &str) -> Option<usize> {
        self.text.find(snippet).map(|offset| self.line_at(offset))
    }

    /// A finding about the byte at `offset`.
    pub fn finding(
        &self,
        offset: usize,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Finding {
        Finding {
            file: self.path.clone(),
            line: self.line_at(offset),
            problem: problem.into(),
            remedy: remedy.into(),
        }
    }
}

/// `target` seen from `folder`, both relative to the root.
pub fn join(folder: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_resolved_from_the_folder_of_the_document() {
        let page = Document {
            path: "src/regression/mse.md".into(),
            text: "one\ntwo\n".into(),
        };
        assert_eq!(page.slug(), "mse");
        assert_eq!(
            page.resolve("../examples/mse_outlier.txt").as_deref(),
            Some("src/examples/mse_outlier.txt")
        );
        assert_eq!(page.resolve("../../../elsewhere.md"), None);
        assert_eq!(page.line_at(3), 1);
        assert_eq!(page.line_at(4), 2);
        assert_eq!(page.line_with("two"), Some(2));
    }
}
