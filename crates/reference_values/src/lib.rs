//! What other libraries returned for the inputs of the book's examples.
//!
//! The values were written by `scripts/reference-values/conventions.py`, with
//! the versions of the libraries in the header; nothing here computes a loss.
//!
//! ```
//! use reference_values::answer;
//!
//! let mse = answer("mse.torch")?;
//! assert_eq!(mse.library, "torch");
//! // The residuals 1, −3, 2 and 2, squared and averaged.
//! assert_eq!(mse.value, 4.5);
//! # Ok::<(), reference_values::NoAnswer>(())
//! ```

use std::fmt;

/// The 16-bit formats of mixed precision, which stable Rust does not have.
///
/// From here and not as a dev-dependency of `losses`, because `mdbook test`
/// links the pages' programs with what normal dependencies build.
pub use half;

const CONVENTIONS: &str = include_str!("../../../scripts/reference-values/conventions.tsv");

/// What one library returned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer {
    /// The library, by the name under which Python imports it.
    pub library: &'static str,
    /// What was called.
    pub call: &'static str,
    /// What it returned, a loss in `float64`, a gradient in `float32`.
    pub value: f64,
}

/// Nobody was asked for this value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoAnswer(String);

/// The value of this name in `scripts/reference-values/conventions.tsv`.
///
/// # Errors
///
/// When the file has no such name.
pub fn answer(name: &str) -> Result<Answer, NoAnswer> {
    let read = |line: &'static str| {
        let mut columns = line.split('\t');
        (columns.next()? == name).then_some(())?;
        Some(Answer {
            library: columns.next()?,
            call: columns.next()?,
            value: columns.next()?.parse().ok()?,
        })
    };
    CONVENTIONS
        .lines()
        .find_map(read)
        .ok_or_else(|| NoAnswer(name.to_owned()))
}

/// The libraries, by the names under which they are installed, with their
/// versions.
pub fn versions() -> impl Iterator<Item = (&'static str, &'static str)> {
    CONVENTIONS
        .lines()
        .filter_map(|line| line.strip_prefix("# ")?.split_once('\t'))
}

/// Library, call and value in columns of a table.
impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:8}{:36}", self.library, self.call)?;
        // Six digits after the point would show nothing of an epsilon.
        if self.value != 0.0 && self.value.abs() < 1e-4 {
            write!(f, "{:>10.3e}", self.value)
        } else {
            write!(f, "{:>10.6}", self.value)
        }
    }
}

impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "conventions.tsv has no `{}`: let scripts/reference-values/conventions.py say it",
            self.0
        )
    }
}

impl std::error::Error for NoAnswer {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_version_or_an_answer() {
        let lines = CONVENTIONS.lines().filter(|it| !it.starts_with('#'));
        for line in lines {
            let (name, _) = line.split_once('\t').expect("a line has columns");
            let answer = answer(name).expect("a line can be read");
            assert!(answer.call.chars().count() <= 36, "{name} is too wide");
        }
        assert!(versions().any(|(library, _)| library == "torch"));
    }

    #[test]
    fn an_unknown_name_is_an_error() {
        let error = answer("mse.nobody").unwrap_err().to_string();
        assert!(error.contains("`mse.nobody`"), "{error}");
    }
}
