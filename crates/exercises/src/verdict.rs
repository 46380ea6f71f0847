//! What the checks say of an answer, read from the output of its tests.

/// What became of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The compiler's errors.
    DoesNotCompile(String),
    /// It ran longer than it may.
    DoesNotEnd,
    /// Each check in the order in which it stands in the file.
    Checked(Vec<Check>),
}

/// One check of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What holds when it passes, in words.
    pub name: String,
    /// What it said if it failed.
    pub lesson: Option<String>,
}

impl Verdict {
    /// Whether every check passed.
    #[must_use]
    pub fn is_right(&self) -> bool {
        match self {
            Self::Checked(checks) => {
                !checks.is_empty() && checks.iter().all(|it| it.lesson.is_none())
            }
            Self::DoesNotCompile(_) | Self::DoesNotEnd => false,
        }
    }
}

impl Check {
    /// Whether it failed only because the answer is not written yet.
    #[must_use]
    pub fn is_unwritten(&self) -> bool {
        self.lesson
            .as_deref()
            .is_some_and(|it| it.starts_with("not yet implemented"))
    }
}

/// Reads what a test executable printed; `source` gives the order.
pub(crate) fn read(output: &str, source: &str) -> Vec<Check> {
    let mut checks: Vec<Check> = output
        .lines()
        .filter_map(|line| line.strip_prefix("test checks::")?.split_once(" ... "))
        .map(|(name, _)| name.split(' ').next().unwrap_or(name))
        .map(|name| Check {
            name: name.replace('_', " "),
            lesson: lesson(output, name),
        })
        .collect();
    checks.sort_by_key(|it| source.find(&format!("fn {}(", it.name.replace(' ', "_"))));
    checks
}

/// The message of the panic of this check.
fn lesson(output: &str, name: &str) -> Option<String> {
    let (_, report) = output.split_once(&format!("---- checks::{name} stdout ----"))?;
    let report = report.split("\n---- ").next().unwrap_or(report);
    let report = report.split("\nfailures:\n").next().unwrap_or(report);
    let (_, place_and_message) = report.split_once("panicked at ").unwrap_or(("", report));
    let (_, message) = place_and_message
        .split_once('\n')
        .unwrap_or(("", place_and_message));
    let message = message.split("\nnote: run with").next().unwrap_or(message);
    Some(message.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "
running 2 tests
test checks::is_even ... ok
test checks::has_no_jump ... FAILED

failures:

---- checks::has_no_jump stdout ----

thread 'checks::has_no_jump' (7) panicked at checks.rs:9:5:
yours is 1, expected is 2: mind the ½
note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace


failures:
    checks::has_no_jump
";

    #[test]
    fn reads_names_and_lessons_in_the_order_of_the_source() {
        let checks = read(OUTPUT, "fn has_no_jump() {} fn is_even() {}");
        let jump = Check {
            name: "has no jump".into(),
            lesson: Some("yours is 1, expected is 2: mind the ½".into()),
        };
        let even = Check {
            name: "is even".into(),
            lesson: None,
        };
        assert_eq!(checks, [jump, even]);
        assert!(!Verdict::Checked(checks).is_right());
    }

    #[test]
    fn no_check_is_no_success() {
        assert!(!Verdict::Checked(Vec::new()).is_right());
    }

    #[test]
    fn knows_what_is_not_written_yet() {
        let output = OUTPUT.replace(
            "yours is 1, expected is 2: mind the ½",
            "not yet implemented: write this",
        );
        let checks = read(&output, "");
        assert!(checks.iter().any(Check::is_unwritten));
    }
}
