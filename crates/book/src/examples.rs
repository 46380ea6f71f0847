//! The examples: every program in `crates/losses/examples` is run, and what
//! it prints and draws is compared with `src/examples`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use cargo_metadata::Message;
use indicatif::{ParallelProgressIterator, ProgressBar};
use rayon::prelude::*;

use crate::generated::{Mode, Outcome, names_in, settle};
use crate::libraries::cargo_messages;
use crate::passed::{Extent, Passed, State};

/// Where the committed output of the examples lies, relative to the root.
pub const OUTPUTS: &str = "src/examples";

/// What a run of the examples found.
#[derive(Debug, Default)]
pub struct Report {
    /// How many examples ran.
    pub n_run: usize,
    /// How many did not, as they are the same as when they passed.
    pub n_unchanged: usize,
    /// The files that were rewritten.
    pub updated: Vec<PathBuf>,
    /// What went wrong, one entry a failure, each with its remedy.
    pub failures: Vec<String>,
}

/// Which examples to run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Examples {
    /// Every one.
    All,
    /// Those of a loss: `mse` stands for `mse_outlier` and its siblings.
    Of(String),
    /// These, by their names.
    Named(Vec<String>),
}

/// Runs the examples that `select` describes and settles their output with
/// the committed files; `extent` says whether also those that passed before.
///
/// # Errors
///
/// When the examples do not compile, a name does not exist, or a file cannot
/// be read or written. A failing example is a failure in the report.
pub fn run(root: &Path, select: &Examples, mode: Mode, extent: Extent) -> Result<Report> {
    let programs = build(root, select)?;
    let passed = Passed::of(root, "examples");
    let results: Vec<_> = programs
        .par_iter()
        .progress_with(ProgressBar::new(programs.len() as u64))
        .map(|program| match extent {
            Extent::Changed if passed.is_known(&program.name, &program.state(root)?) => Ok(None),
            _ => program.run(root, mode, &passed).map(Some),
        })
        .collect();
    let mut report = Report::default();
    for (program, result) in programs.iter().zip(results) {
        match result {
            Ok(None) => report.n_unchanged += 1,
            Ok(Some(outcomes)) => report.add(&program.name, outcomes),
            Err(error) => report.failures.push(format!("{}: {error:#}", program.name)),
        }
    }
    report.n_run = programs.len() - report.n_unchanged;
    if *select == Examples::All {
        settle_orphans(root, &programs, mode, &mut report)?;
    }
    Ok(report)
}

struct Program {
    name: String,
    executable: PathBuf,
}

/// Compiles the examples that `select` describes.
fn build(root: &Path, select: &Examples) -> Result<Vec<Program>> {
    let names = names(root, select)?;
    let mut arguments = vec!["build", "--package", "losses"];
    for name in &names {
        arguments.extend(["--example", name]);
    }
    let mut programs = Vec::new();
    for message in cargo_messages(root, &arguments)? {
        if let Message::CompilerArtifact(artifact) = message
            && artifact.target.is_example()
            && let Some(executable) = artifact.executable
        {
            programs.push(Program {
                name: artifact.target.name,
                executable: executable.into(),
            });
        }
    }
    programs.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(programs)
}

/// The names of the examples that `select` describes, in order.
fn names(root: &Path, select: &Examples) -> Result<Vec<String>> {
    let files = names_in(&root.join("crates/losses/examples"))?;
    let programs = files.iter().filter_map(|file| file.strip_suffix(".rs"));
    let mut names: Vec<String> = programs.map(str::to_owned).collect();
    names.retain(|name| match select {
        Examples::All => true,
        Examples::Of(slug) => name
            .strip_prefix(slug.as_str())
            .is_some_and(|it| it.starts_with('_')),
        Examples::Named(wanted) => wanted.contains(name),
    });
    if let Examples::Named(wanted) = select
        && let Some(missing) = wanted.iter().find(|name| !names.contains(name))
    {
        bail!(
            "there is no example `{missing}`; the examples are the files in crates/losses/examples"
        );
    }
    names.sort();
    Ok(names)
}

impl Program {
    /// Runs the program in an empty folder, as any script draws into the
    /// current one, and settles its text and figures.
    fn run(&self, root: &Path, mode: Mode, passed: &Passed) -> Result<Vec<Outcome>> {
        let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
        let output = Command::new(&self.executable)
            .current_dir(folder.path())
            .output()
            .with_context(|| format!("cannot start {}", self.executable.display()))?;
        if !output.status.success() {
            bail!(
                "the program refutes its claim ({}):\n{}\n  run it: cargo run --example {}",
                output.status,
                String::from_utf8_lossy(&output.stderr).trim_end(),
                self.name
            );
        }
        let text =
            String::from_utf8(output.stdout).context("it printed something that is not UTF-8")?;
        let committed = Path::new(OUTPUTS);
        let mut outcomes = vec![settle(
            root,
            &committed.join(format!("{}.txt", self.name)),
            &text,
            mode,
        )?];
        for figure in svg_files(folder.path())? {
            ensure!(
                figure.starts_with(&self.name),
                "it drew {figure}, which is not named after it: figures begin with the name of their example"
            );
            let drawn = fs::read_to_string(folder.path().join(&figure))?;
            outcomes.push(settle(root, &committed.join(&figure), &drawn, mode)?);
        }
        if !outcomes.iter().any(|it| matches!(it, Outcome::Differs(_))) {
            passed.remember(&self.name, &self.state(root)?)?;
        }
        Ok(outcomes)
    }

    /// What its outcome depends on: itself, and what the book says that it prints and draws.
    fn state(&self, root: &Path) -> Result<State> {
        let mut state = State::default().with_built(&self.executable)?;
        let folder = root.join(OUTPUTS);
        let text = fs::read_to_string(folder.join(format!("{}.txt", self.name)));
        state = state.with_text(&text.unwrap_or_default());
        for figure in svg_files(&folder)? {
            if figure.starts_with(&self.name) {
                state = state
                    .with_text(&figure)
                    .with_text(&fs::read_to_string(folder.join(&figure))?);
            }
        }
        Ok(state)
    }
}

impl Report {
    fn add(&mut self, name: &str, outcomes: Vec<Outcome>) {
        for outcome in outcomes {
            match outcome {
                Outcome::Same => {}
                Outcome::Updated(path) => self.updated.push(path),
                Outcome::Differs(difference) => self.failures.push(format!(
                    "{name}: {difference}\n  if the new one is right: cargo book run --update {name}"
                )),
            }
        }
    }
}

/// Output whose example is gone would stay on a page for ever.
fn settle_orphans(
    root: &Path,
    programs: &[Program],
    mode: Mode,
    report: &mut Report,
) -> Result<()> {
    let names: BTreeSet<&str> = programs.iter().map(|it| it.name.as_str()).collect();
    for name in names_in(&root.join(OUTPUTS))? {
        let path = Path::new(OUTPUTS).join(name);
        let stem = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let is_text = path.extension().is_some_and(|it| it == "txt");
        let has_program = if is_text {
            names.contains(stem.as_str())
        } else {
            names.iter().any(|name| stem.starts_with(name))
        };
        if has_program {
            continue;
        }
        match mode {
            Mode::Update => {
                fs::remove_file(root.join(&path))?;
                report.updated.push(path);
            }
            Mode::Compare => report.failures.push(format!(
                "{} has no example that makes it\n  if the example is gone for good: cargo book run --update",
                path.display()
            )),
        }
    }
    Ok(())
}

fn svg_files(folder: &Path) -> Result<Vec<String>> {
    let mut names = names_in(folder)?;
    names.retain(|name| name.ends_with(".svg"));
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tiny::{read, workspace, write};

    const OUTLIER: &str = r#"fn main() {
    println!("mean 22");
    std::fs::write("mse_outlier.svg", "<svg/>").unwrap();
    std::fs::write("notes.md", "no figure").unwrap();
}"#;

    fn book() -> tempfile::TempDir {
        let root = workspace(&[
            ("crates/losses/src/lib.rs", ""),
            ("crates/losses/examples/mse_outlier.rs", OUTLIER),
            (
                "crates/losses/examples/mse_scale.rs",
                "fn main() { println!(\"scale\") }",
            ),
            ("crates/losses/examples/msel.rs", "fn main() {}"),
            ("src/examples/gone.txt", "of an example that is gone"),
            ("src/examples/gone.svg", "<svg/>"),
        ]);
        // A name of the text is the whole name of an example.
        write(root.path(), "src/examples/mse_scale_too.txt", "");
        root
    }

    fn paths(names: &[&str]) -> Vec<PathBuf> {
        names.iter().map(|it| Path::new(OUTPUTS).join(it)).collect()
    }

    #[test]
    fn an_update_writes_what_was_printed_and_drawn_and_removes_what_nothing_makes() {
        let root = book();
        let report = run(root.path(), &Examples::All, Mode::Update, Extent::All).unwrap();
        assert_eq!((report.n_run, report.failures.len()), (3, 0), "{report:?}");
        let mut updated = report.updated;
        updated.sort();
        let expected = [
            "gone.svg",
            "gone.txt",
            "mse_outlier.svg",
            "mse_outlier.txt",
            "mse_scale.txt",
            "mse_scale_too.txt",
            "msel.txt",
        ];
        assert_eq!(updated, paths(&expected));
        let mut left: Vec<_> = fs::read_dir(root.path().join(OUTPUTS))
            .unwrap()
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        let made = [
            "mse_outlier.svg",
            "mse_outlier.txt",
            "mse_scale.txt",
            "msel.txt",
        ];
        assert_eq!(left, made);
        assert_eq!(
            read(root.path(), "src/examples/mse_outlier.txt"),
            "mean 22\n"
        );
        assert_eq!(read(root.path(), "src/examples/mse_outlier.svg"), "<svg/>");

        let again = run(root.path(), &Examples::All, Mode::Compare, Extent::All).unwrap();
        assert!(
            again.failures.is_empty() && again.updated.is_empty(),
            "{again:?}"
        );
    }

    #[test]
    fn what_passed_runs_again_only_when_it_or_the_book_is_another() {
        let root = book();
        run(root.path(), &Examples::All, Mode::Update, Extent::All).unwrap();
        run(root.path(), &Examples::All, Mode::Compare, Extent::All).unwrap();
        let counts = || {
            let report = run(root.path(), &Examples::All, Mode::Compare, Extent::Changed).unwrap();
            (report.n_run, report.n_unchanged, report.failures.len())
        };
        assert_eq!(counts(), (0, 3, 0));
        write(root.path(), "src/examples/mse_outlier.txt", "mean 23\n");
        assert_eq!(counts(), (1, 2, 1));
        assert_eq!(counts(), (1, 2, 1), "what failed is not remembered");
    }

    #[test]
    fn what_the_book_shows_and_the_program_does_not_make_fails() {
        let root = book();
        run(root.path(), &Examples::All, Mode::Update, Extent::All).unwrap();
        write(root.path(), "src/examples/mse_outlier.txt", "mean 23\n");
        write(root.path(), "src/examples/gone.svg", "<svg/>");
        let report = run(root.path(), &Examples::All, Mode::Compare, Extent::All).unwrap();
        let [differs, orphan] = &report.failures[..] else {
            panic!("{report:?}");
        };
        assert!(
            differs.starts_with("mse_outlier: ") && differs.contains("-mean 23"),
            "{differs}"
        );
        assert!(
            differs.contains("cargo book run --update mse_outlier"),
            "{differs}"
        );
        assert!(
            orphan.starts_with("src/examples/gone.svg has no example"),
            "{orphan}"
        );

        let one = Examples::Named(vec!["mse_scale".into()]);
        let report = run(root.path(), &one, Mode::Compare, Extent::All).unwrap();
        assert_eq!((report.n_run, report.failures.len()), (1, 0), "{report:?}");
        let of_a_loss = Examples::Of("mse".into());
        let report = run(root.path(), &of_a_loss, Mode::Compare, Extent::All).unwrap();
        assert_eq!((report.n_run, report.failures.len()), (2, 1), "{report:?}");
        let unknown = Examples::Named(vec!["mse_scale".into(), "mse".into()]);
        let error = run(root.path(), &unknown, Mode::Compare, Extent::All).unwrap_err();
        assert!(error.to_string().contains("no example `mse`"), "{error}");
    }

    #[test]
    fn a_program_that_refutes_its_claim_or_draws_for_another_fails() {
        let root = workspace(&[
            ("crates/losses/src/lib.rs", ""),
            (
                "crates/losses/examples/mse_wrong.rs",
                "fn main() { assert_eq!(1.0, 2.0, \"by hand\") }",
            ),
            (
                "crates/losses/examples/mse_draws.rs",
                "fn main() { std::fs::write(\"mae.svg\", \"\").unwrap() }",
            ),
            ("src/examples/mse_wrong.txt", ""),
        ]);
        let report = run(
            root.path(),
            &Examples::Of("mse".into()),
            Mode::Update,
            Extent::All,
        )
        .unwrap();
        let [draws, wrong] = &report.failures[..] else {
            panic!("{report:?}");
        };
        assert!(
            wrong.contains("refutes its claim") && wrong.contains("by hand"),
            "{wrong}"
        );
        assert!(
            draws.contains("mae.svg, which is not named after it"),
            "{draws}"
        );
    }
}
