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

use crate::generated::{Mode, Outcome, settle};
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
    let folder = root.join("crates/losses/examples");
    let mut names = Vec::new();
    for entry in
        fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?
    {
        let file = entry?.file_name().to_string_lossy().into_owned();
        names.extend(file.strip_suffix(".rs").map(str::to_owned));
    }
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
    for entry in fs::read_dir(root.join(OUTPUTS)).context("src/examples cannot be read")? {
        let path = Path::new(OUTPUTS).join(entry?.file_name());
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
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".svg") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}
