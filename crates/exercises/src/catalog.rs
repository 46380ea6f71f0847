//! Which exercises there are, and their parts as text.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// An exercise of the coding round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exercise {
    /// The name of its folder, and what the reader calls it by.
    pub name: &'static str,
    /// What it asks for, in a few words.
    pub title: &'static str,
    /// How far into an interview it is asked.
    pub level: &'static str,
}

/// Every exercise, the easy ones first.
pub const EXERCISES: [Exercise; 26] = [
    exercise(
        "squared_error",
        "Mean squared error and its gradient",
        "screen",
    ),
    exercise(
        "absolute_error",
        "Mean absolute error and its subgradient",
        "screen",
    ),
    exercise("huber", "Huber loss without a jump", "core"),
    exercise("pinball", "Pinball loss and its minimizer", "core"),
    exercise(
        "binary_cross_entropy",
        "Binary cross-entropy from a logit",
        "core",
    ),
    exercise("softmax", "Log-sum-exp and softmax", "core"),
    exercise(
        "softmax_cross_entropy",
        "Softmax cross-entropy with its backward pass",
        "core",
    ),
    exercise("hinge", "Hinge loss and its kink", "core"),
    exercise("kl_divergence", "KL divergence with zeros", "core"),
    exercise("contrastive", "Contrastive loss of a pair", "core"),
    exercise("triplet", "Triplet loss and its three gradients", "core"),
    exercise("gradient_checker", "A gradient checker", "core"),
    exercise("masked_cross_entropy", "The tokens that count", "core"),
    exercise("label_smoothing", "Label smoothing", "core"),
    exercise("multi_class_hinge", "Multi-class hinge", "deep"),
    exercise("focal", "Focal loss and its derivative", "deep"),
    exercise("distillation", "Distillation with temperature", "deep"),
    exercise("batch_hard", "Batch-hard mining", "deep"),
    exercise("info_nce", "NT-Xent over two views", "deep"),
    exercise("dpo", "The DPO loss of one preference", "deep"),
    exercise("grpo", "The GRPO objective", "deep"),
    exercise("hessian_vector_product", "A Hessian-vector product", "deep"),
    exercise(
        "bug_log_of_sigmoid",
        "Find the bug: an infinite loss",
        "debugging",
    ),
    exercise(
        "bug_broadcast",
        "Find the bug: stuck at the variance",
        "debugging",
    ),
    exercise(
        "bug_mean_of_means",
        "Find the bug: unequal batches",
        "debugging",
    ),
    exercise(
        "bug_batch_hard_mask",
        "Find the bug: always above the margin",
        "debugging",
    ),
];

const fn exercise(name: &'static str, title: &'static str, level: &'static str) -> Exercise {
    Exercise { name, title, level }
}

/// The exercise of this name.
///
/// # Errors
///
/// When there is none; the message names the one that was probably meant.
pub fn find(name: &str) -> Result<Exercise> {
    let wanted = name.replace('-', "_");
    if let Some(exercise) = EXERCISES.iter().find(|it| it.name == wanted) {
        return Ok(*exercise);
    }
    let similar: Vec<&str> = EXERCISES
        .iter()
        .map(|it| it.name)
        .filter(|it| it.contains(&wanted) || strsim::jaro_winkler(it, &wanted) > 0.88)
        .collect();
    match similar.as_slice() {
        [] => bail!("there is no exercise `{name}`: `cargo book exercise --list` shows them"),
        names => bail!(
            "there is no exercise `{name}`; did you mean {}?",
            names.join(" or ")
        ),
    }
}

impl Exercise {
    /// What to write, as Markdown.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn statement(&self, root: &Path) -> Result<String> {
        self.read(root, "statement.md")
    }

    /// The hints, the vaguest first.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn hints(&self, root: &Path) -> Result<Vec<String>> {
        let text = self.read(root, "hints.md")?;
        let hints = text.lines().filter_map(|line| line.split_once(". "));
        Ok(hints.map(|(_, hint)| hint.to_owned()).collect())
    }

    /// The solution, without what only the page needs.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn solution(&self, root: &Path) -> Result<String> {
        Ok(shown(&self.read(root, "answer.rs")?))
    }

    /// What the reader begins with: compiles, and fails its checks.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn stub(&self, root: &Path) -> Result<String> {
        if self.folder(root).join("stub.rs").exists() {
            return self.read(root, "stub.rs");
        }
        Ok(shown(&without_solutions(&self.read(root, "answer.rs")?)))
    }

    /// Where its parts lie.
    #[must_use]
    pub fn folder(&self, root: &Path) -> PathBuf {
        root.join("crates/exercises/src").join(self.name)
    }

    fn read(&self, root: &Path, part: &str) -> Result<String> {
        let path = self.folder(root).join(part);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    }
}

/// What stands between the anchors of the answer, without anchors inside.
fn shown(source: &str) -> String {
    let lines = source
        .lines()
        .skip_while(|line| line.trim() != "// ANCHOR: answer")
        .skip(1)
        .take_while(|line| line.trim() != "// ANCHOR_END: answer")
        .filter(|line| !line.trim().starts_with("// ANCHOR"));
    lines.map(|line| format!("{line}\n")).collect()
}

/// Each solution is replaced by a `todo!` at the same depth.
fn without_solutions(source: &str) -> String {
    let mut text = String::new();
    let mut is_solution = false;
    for line in source.lines() {
        let indent = &line[..line.len() - line.trim_start().len()];
        match line.trim() {
            "// ANCHOR: solution" => {
                is_solution = true;
                text += &format!("{indent}todo!(\"write this\")\n");
            }
            "// ANCHOR_END: solution" => is_solution = false,
            _ if is_solution => {}
            _ => text += &format!("{line}\n"),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "//! One.\nextern crate ndarray;\n\n// ANCHOR: answer\n/// One.\npub fn one() -> f64 {\n    // ANCHOR: solution\n    1.0\n    // ANCHOR_END: solution\n}\n// ANCHOR_END: answer\n";

    #[test]
    fn a_stub_has_a_todo_for_each_solution() {
        let stub = shown(&without_solutions(SOURCE));
        assert_eq!(
            stub,
            "/// One.\npub fn one() -> f64 {\n    todo!(\"write this\")\n}\n"
        );
    }

    #[test]
    fn a_solution_is_shown_without_anchors() {
        assert_eq!(
            shown(SOURCE),
            "/// One.\npub fn one() -> f64 {\n    1.0\n}\n"
        );
    }

    #[test]
    fn a_mistyped_name_is_answered_with_the_similar_ones() {
        let refusal = find("cross_entropy").unwrap_err().to_string();
        assert!(
            refusal.contains("binary_cross_entropy") && refusal.contains("did you mean"),
            "{refusal}"
        );
        assert_eq!(find("batch-hard").unwrap().name, "batch_hard");
        assert!(
            find("hubr")
                .unwrap_err()
                .to_string()
                .contains("did you mean huber")
        );
        assert!(find("xyz").unwrap_err().to_string().contains("--list"));
    }

    #[test]
    fn every_folder_is_listed_and_every_exercise_has_its_parts() {
        let root = crate::workbench::root();
        let source = root.join("crates/exercises/src");
        let mut folders: Vec<String> = fs::read_dir(source)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_dir())
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect();
        folders.sort();
        let mut listed = EXERCISES.map(|it| it.name.to_owned());
        listed.sort();
        assert_eq!(folders, listed);
        for exercise in EXERCISES {
            assert!(
                exercise.statement(&root).unwrap().len() > 40,
                "{}",
                exercise.name
            );
            assert!(
                exercise.hints(&root).unwrap().len() >= 2,
                "{}",
                exercise.name
            );
            assert!(
                exercise.solution(&root).unwrap().contains("pub fn"),
                "{}",
                exercise.name
            );
        }
    }
}
