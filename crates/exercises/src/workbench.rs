//! Where the reader works: a small package for each exercise, with their
//! file, and the checks of this crate.

use std::fs;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use cargo_metadata::Message;

use crate::catalog::Exercise;
use crate::verdict::{self, Verdict};

/// How long the checks of an answer may run.
const PATIENCE: Duration = Duration::from_secs(20);

/// The packages that the reader works in.
pub struct Workbench {
    root: PathBuf,
    folder: PathBuf,
}

impl Workbench {
    /// The workbench of the checkout at `root`: its folder `exercises`, which
    /// git ignores.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self::at(root, root.join("exercises"))
    }

    /// A workbench in a folder of its own.
    #[must_use]
    pub fn at(root: &Path, folder: PathBuf) -> Self {
        Self {
            root: root.to_path_buf(),
            folder,
        }
    }

    /// The folder that holds an exercise's package.
    #[must_use]
    pub fn package(&self, exercise: &Exercise) -> PathBuf {
        self.folder.join(exercise.name)
    }

    /// The file that the reader edits.
    #[must_use]
    pub fn answer(&self, exercise: &Exercise) -> PathBuf {
        self.package(exercise).join("answer.rs")
    }

    /// Makes the package; an answer that exists stays as it is.
    ///
    /// # Errors
    ///
    /// When a file cannot be written.
    pub fn lay_out(&self, exercise: &Exercise) -> Result<()> {
        let answer = self.answer(exercise);
        if !answer.exists() {
            write(&answer, &exercise.stub(&self.root)?)?;
        }
        let package = self.package(exercise);
        write(&package.join("Cargo.toml"), &manifest(exercise))?;
        write(&package.join("lib.rs"), &library(exercise, &self.root))?;
        let lock = self.root.join("Cargo.lock");
        fs::copy(&lock, package.join("Cargo.lock"))
            .with_context(|| format!("cannot copy {}", lock.display()))?;
        Ok(())
    }

    /// Puts the stub back; the answer so far is kept beside it.
    ///
    /// Returns where it is kept, if there was one.
    ///
    /// # Errors
    ///
    /// When a file cannot be moved or written.
    pub fn reset(&self, exercise: &Exercise) -> Result<Option<PathBuf>> {
        let answer = self.answer(exercise);
        let kept = answer.exists().then(|| self.free_name(exercise));
        if let Some(kept) = &kept {
            fs::rename(&answer, kept)
                .with_context(|| format!("cannot move {}", answer.display()))?;
        }
        self.lay_out(exercise)?;
        Ok(kept)
    }

    fn free_name(&self, exercise: &Exercise) -> PathBuf {
        (1..)
            .map(|number| {
                self.package(exercise)
                    .join(format!("answer-{number}.rs.kept"))
            })
            .find(|path| !path.exists())
            .expect("there are more numbers than files")
    }

    /// Compiles the answer and runs the checks on it.
    ///
    /// # Errors
    ///
    /// When the package cannot be made or cargo cannot be started; a wrong
    /// answer is a verdict.
    pub fn check(&self, exercise: &Exercise) -> Result<Verdict> {
        self.lay_out(exercise)?;
        match self.compile(exercise)? {
            Ok(tests) => run(&tests, exercise, &self.root),
            Err(errors) => Ok(Verdict::DoesNotCompile(errors)),
        }
    }

    /// The executable with the checks, or what the compiler said.
    fn compile(&self, exercise: &Exercise) -> Result<Result<PathBuf, String>> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut cargo = Command::new(cargo)
            .args([
                "test",
                "--no-run",
                "--quiet",
                "--offline",
                "--message-format=json-render-diagnostics",
            ])
            .arg("--target-dir")
            .arg(self.root.join("target/exercises"))
            .current_dir(self.package(exercise))
            // The answer is compiled without what `cargo test` was told.
            .env_remove("RUSTFLAGS")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .context("cannot start cargo")?;
        let messages = cargo
            .stdout
            .take()
            .context("cargo's output was asked for")?;
        let mut errors = cargo
            .stderr
            .take()
            .context("cargo's errors were asked for")?;
        let said = thread::spawn(move || {
            let mut said = String::new();
            errors.read_to_string(&mut said).map(|_| said)
        });
        let mut tests = None;
        for message in Message::parse_stream(BufReader::new(messages)) {
            if let Message::CompilerArtifact(artifact) =
                message.context("cargo's messages cannot be read")?
            {
                tests = artifact.executable.map(PathBuf::from).or(tests);
            }
        }
        let status = cargo.wait().context("cargo did not end")?;
        let said = said.join().expect("reading does not panic")?;
        Ok(match tests {
            Some(tests) if status.success() => Ok(tests),
            _ => Err(said),
        })
    }
}

/// Runs the checks, and does not wait for ever.
fn run(tests: &Path, exercise: &Exercise, root: &Path) -> Result<Verdict> {
    let mut child = Command::new(tests)
        // A list of calls would bury the lesson.
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot start the checks")?;
    let mut printed = child.stdout.take().context("the output was asked for")?;
    let output = thread::spawn(move || {
        let mut bytes = Vec::new();
        printed.read_to_end(&mut bytes).map(|_| bytes)
    });
    let started = Instant::now();
    while child.try_wait().context("the checks were lost")?.is_none() {
        if started.elapsed() > PATIENCE {
            child.kill().context("the checks cannot be stopped")?;
            child.wait().context("the checks do not end")?;
            return Ok(Verdict::DoesNotEnd);
        }
        thread::sleep(Duration::from_millis(5));
    }
    let output = output.join().expect("reading does not panic")?;
    let source = fs::read_to_string(exercise.folder(root).join("checks.rs"))
        .context("cannot read the checks")?;
    let checks = verdict::read(&String::from_utf8_lossy(&output), &source);
    ensure!(
        !checks.is_empty(),
        "the checks of {} said nothing",
        exercise.name
    );
    Ok(Verdict::Checked(checks))
}

/// The package stands outside the book's workspace: a broken answer breaks
/// nothing but itself.
fn manifest(exercise: &Exercise) -> String {
    let name = exercise.name;
    format!(
        "# Made by `cargo book exercise {name}`; edit answer.rs.\n\
         [package]\nname = \"{name}\"\nedition = \"2024\"\n\n\
         [lib]\npath = \"lib.rs\"\ndoctest = false\n\n\
         [dependencies]\nndarray = \"0.17\"\n\n\
         [profile.dev]\ndebug = false\n\n\
         [workspace]\n"
    )
}

fn library(exercise: &Exercise, root: &Path) -> String {
    let teach = root.join("crates/exercises/src/teach.rs");
    let checks = exercise.folder(root).join("checks.rs");
    format!(
        "//! Made by `cargo book exercise {}`; edit answer.rs.\n\
         #![allow(unused)]\n\n\
         mod answer;\n\
         #[cfg(test)]\n#[path = {checks:?}]\nmod checks;\n\
         #[cfg(test)]\n#[path = {teach:?}]\nmod teach;\n",
        exercise.name
    )
}

/// Writes a file only if that changes it: cargo compiles by time of change.
fn write(path: &Path, content: &str) -> Result<()> {
    if fs::read_to_string(path).is_ok_and(|it| it == content) {
        return Ok(());
    }
    let folder = path.parent().context("a file has a folder")?;
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
}

/// The root of the checkout whose tests run.
#[cfg(test)]
pub(crate) fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it for tests");
    let mut folders = Path::new(&package).ancestors();
    let root = folders.find(|it| it.join("book.toml").exists());
    root.expect("the crate lies in the book").to_path_buf()
}

#[cfg(test)]
mod tests {
    use rayon::prelude::*;

    use super::*;
    use crate::catalog::{EXERCISES, find};

    #[test]
    fn every_stub_compiles_and_fails_its_checks() {
        let folder = tempfile::tempdir().unwrap();
        let bench = Workbench::at(&root(), folder.path().to_path_buf());
        EXERCISES.par_iter().for_each(|exercise| {
            let verdict = bench.check(exercise).unwrap();
            let Verdict::Checked(checks) = &verdict else {
                panic!("{}: {verdict:?}", exercise.name);
            };
            assert!(!verdict.is_right(), "{}: the stub passes", exercise.name);
            let is_bug = exercise.folder(&root()).join("stub.rs").exists();
            if !is_bug {
                let unwritten = checks.iter().all(crate::verdict::Check::is_unwritten);
                assert!(
                    unwritten,
                    "{}: a check passes without an answer: {checks:?}",
                    exercise.name
                );
            }
        });
    }

    #[test]
    fn a_solution_passes_and_a_broken_file_is_shown_with_the_compilers_words() {
        let folder = tempfile::tempdir().unwrap();
        let bench = Workbench::at(&root(), folder.path().to_path_buf());
        let huber = find("huber").unwrap();
        bench.lay_out(&huber).unwrap();

        fs::write(bench.answer(&huber), huber.solution(&root()).unwrap()).unwrap();
        assert!(bench.check(&huber).unwrap().is_right());

        fs::write(bench.answer(&huber), "pub fn huber(").unwrap();
        let Verdict::DoesNotCompile(errors) = bench.check(&huber).unwrap() else {
            panic!("it compiled");
        };
        assert!(errors.contains("answer.rs"), "{errors}");
    }

    #[test]
    fn laying_out_keeps_an_answer_and_resetting_moves_it_aside() {
        let folder = tempfile::tempdir().unwrap();
        let bench = Workbench::at(&root(), folder.path().to_path_buf());
        let huber = find("huber").unwrap();
        bench.lay_out(&huber).unwrap();
        fs::write(bench.answer(&huber), "// an evening's work").unwrap();

        bench.lay_out(&huber).unwrap();
        assert_eq!(
            fs::read_to_string(bench.answer(&huber)).unwrap(),
            "// an evening's work"
        );

        let kept = bench.reset(&huber).unwrap().unwrap();
        assert_eq!(fs::read_to_string(kept).unwrap(), "// an evening's work");
        assert!(
            fs::read_to_string(bench.answer(&huber))
                .unwrap()
                .contains("todo!")
        );
    }
}
