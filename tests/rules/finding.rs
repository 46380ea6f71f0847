//! What a rule says about the book.

use std::fmt;

/// A place that breaks a rule, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, relative to the root of the book.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there, in words that need no knowledge of the rule.
    pub problem: String,
    /// The way out.
    pub remedy: String,
}

impl Finding {
    /// A finding about a file as a whole.
    pub fn in_file(
        file: impl Into<String>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            file: file.into(),
            line: 1,
            problem: problem.into(),
            remedy: remedy.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            problem,
            remedy,
        } = self;
        write!(formatter, "{file}:{line}: {problem}\n  remedy: {remedy}")
    }
}

/// Passes when nothing breaks the rule, and else shows everything that does.
///
/// # Panics
///
/// When there is a finding.
#[track_caller]
pub fn assert_clean(rule: &str, findings: Vec<Finding>) {
    assert!(findings.is_empty(), "{}", report(rule, findings));
}

fn report(rule: &str, mut findings: Vec<Finding>) -> String {
    findings.sort();
    findings.dedup();
    let list: Vec<String> = findings.iter().map(Finding::to_string).collect();
    format!(
        "\n\nThe rule: {rule}\nThe book breaks it here ({}):\n\n{}\n\n",
        list.len(),
        list.join("\n\n")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_names_the_rule_each_place_and_each_remedy() {
        let finding = |line| Finding {
            file: "src/regression/mse.md".into(),
            line,
            problem: "a lone $".into(),
            remedy: "write \\$".into(),
        };
        assert_eq!(
            report(
                "formulas render",
                vec![finding(41), finding(7), finding(41)]
            ),
            "\n\nThe rule: formulas render\nThe book breaks it here (2):\n\n\
             src/regression/mse.md:7: a lone $\n  remedy: write \\$\n\n\
             src/regression/mse.md:41: a lone $\n  remedy: write \\$\n\n"
        );
    }
}
