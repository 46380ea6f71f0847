//! `cargo book test`: everything that must hold, each check by name.

use std::io::{BufRead, BufReader, IsTerminal, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use indicatif::{ProgressBar, ProgressStyle};

use crate::passed::{Passed, State};

/// One check: a command that succeeds when what it stands for holds.
pub struct Check {
    /// The name to call it by.
    pub name: &'static str,
    /// What holds when it passes.
    pub what: &'static str,
    /// What to run: arguments to cargo, or to ourselves after the word `book`.
    command: &'static str,
    /// The files and folders that decide its outcome, if that is known: while
    /// they are the same as when it passed, it is left out, unless it is named.
    reads: &'static [&'static str],
    /// Whether it needs more than Rust, or minutes, and so has to be asked for.
    needs_more: bool,
    /// Whether what it says is worth reading when it passes, too.
    is_shown: bool,
}

impl Check {
    const fn new(name: &'static str, what: &'static str, command: &'static str) -> Self {
        Self {
            name,
            what,
            command,
            reads: &[],
            needs_more: false,
            is_shown: false,
        }
    }

    const fn reading(mut self, files: &'static [&'static str]) -> Self {
        self.reads = files;
        self
    }
}

/// All that the compiler reads, but for Markdown.
const RUST: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "crates",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "scripts/reference-values",
    "src/proofs",
    "tests",
];

/// The check of what a reader does, which needs Chromium and Node.js.
pub const USE: &str = "use";

/// The check that needs Chromium and Node.js.
pub const BROWSER: &str = "browser";

/// The check that takes minutes.
pub const LONG_PROOFS: &str = "proofs-full";

/// All checks, in the order in which a newcomer can act on a failure.
pub const CHECKS: &[Check] = &[
    Check::new("format", "the Rust code is formatted", "fmt --all --check"),
    Check::new(
        "lint",
        "clippy has nothing to say",
        "clippy --workspace --all-targets --locked -- -D warnings",
    )
    .reading(RUST),
    Check::new(
        "losses",
        "the losses and gradients are right, and their documentation runs",
        "test --package losses --package figures --package proofs --package reference_values --locked --no-fail-fast",
    )
    .reading(RUST),
    Check::new(
        "proofs",
        "the claims hold at every point of their domains, and the book says so",
        "book prove",
    )
    .reading(RUST),
    Check::new(
        "exercises",
        "every solution passes its checks, and every stub fails them",
        "test --package exercises --locked --no-fail-fast",
    )
    .reading(RUST),
    Check::new(
        "examples",
        "every program proves its claim and prints and draws what the book shows",
        "book run --changed",
    ),
    Check::new(
        "quizzes",
        "every number of a quiz is what the build computes, and no id is used twice",
        "book quizzes",
    ),
    Check::new(
        "rules",
        "the pages keep the book's rules, and each rule rejects what it should",
        "test --package book --package rules --locked --no-fail-fast",
    ),
    Check::new(
        "pages",
        "every program compiles and runs as the page shows it (mdbook test)",
        "book test-pages --changed",
    ),
    Check {
        needs_more: true,
        ..Check::new(
            LONG_PROOFS,
            "so do the claims that take minutes to prove",
            "book prove --full",
        )
    },
    Check {
        needs_more: true,
        is_shown: true,
        ..Check::new(
            USE,
            "a reader finds, turns pages and studies in Chromium, whatever the browser stores",
            "book test-use",
        )
    },
    Check {
        needs_more: true,
        is_shown: true,
        ..Check::new(
            BROWSER,
            "every page is light, legible and whole in Chromium, on a phone, without scripts",
            "book test-browser",
        )
    },
];

/// The names of the checks that need nothing but Rust, and of the long one.
#[must_use]
pub fn with_long_proofs() -> Vec<String> {
    CHECKS
        .iter()
        .filter(|check| !check.needs_more || check.name == LONG_PROOFS)
        .map(|check| check.name.to_owned())
        .collect()
}

/// Runs the checks that `select` names, or all that need nothing but Rust and
/// no long time.
///
/// Without `select`, a check whose files are the same as when it passed is left
/// out, and said to be. Each check is reported as it ends; what failed is shown
/// whole, and at the end again by name with the command that reruns it.
///
/// # Errors
///
/// When a name is unknown or a check fails.
pub fn run(root: &Path, select: &[String]) -> Result<()> {
    let selected = selected(select)?;
    let started = Instant::now();
    let passed = Passed::of(root, "checks");
    let mut verdicts = Vec::new();
    for (position, check) in selected.iter().enumerate() {
        let label = format!(
            "[{}/{}] {:<9} {}",
            position + 1,
            selected.len(),
            check.name,
            check.what
        );
        let state = check.state(root)?;
        if let Some(state) = &state
            && select.is_empty()
            && passed.is_known(check.name, state)
        {
            println!("{label} … unchanged since it passed");
            verdicts.push((check.name, Verdict::Unchanged));
            continue;
        }
        let outcome = check.run(root, &label)?;
        if let Some(state) = &state
            && outcome.passed
        {
            passed.remember(check.name, state)?;
        }
        let (word, verdict) = if outcome.passed {
            ("ok", Verdict::Passed)
        } else {
            ("FAILED", Verdict::Failed)
        };
        println!("{label} … {word} ({:.1} s)", outcome.seconds);
        if let Some(text) = check.report(&outcome) {
            println!("{text}");
        }
        verdicts.push((check.name, verdict));
    }
    println!("\n{}", summary(&verdicts, started.elapsed().as_secs_f64()));
    ensure!(
        verdicts
            .iter()
            .all(|(_, verdict)| *verdict != Verdict::Failed),
        "what must hold does not hold"
    );
    Ok(())
}

/// What came out of a check that was asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Passed,
    Unchanged,
    Failed,
}

fn summary(verdicts: &[(&str, Verdict)], seconds: f64) -> String {
    let count = |which| verdicts.iter().filter(|(_, it)| *it == which).count();
    let counts = format!(
        "checks: {} passed, {} unchanged since they passed, {} failed\ntook {seconds:.1} s",
        count(Verdict::Passed),
        count(Verdict::Unchanged),
        count(Verdict::Failed)
    );
    verdicts
        .iter()
        .filter(|(_, verdict)| *verdict == Verdict::Failed)
        .fold(counts, |text, (name, _)| {
            format!("{text}\n  {name} failed; rerun it with: cargo book test {name}")
        })
}

fn selected(select: &[String]) -> Result<Vec<&'static Check>> {
    for name in select {
        ensure!(
            CHECKS.iter().any(|check| check.name == name),
            "there is no check `{name}`; the checks are: {}",
            CHECKS
                .iter()
                .map(|check| check.name)
                .collect::<Vec<_>>()
                .join(", ")
        );
    }
    Ok(CHECKS
        .iter()
        .filter(|check| match select {
            [] => !check.needs_more,
            names => names.iter().any(|name| name == check.name),
        })
        .collect())
}

struct CheckOutcome {
    passed: bool,
    output: String,
    seconds: f64,
}

impl Check {
    /// What there is to read about it: the reasons of a failure, and figures. Our
    /// own checks end with a line that says what came out.
    fn report(&self, outcome: &CheckOutcome) -> Option<String> {
        if self.is_shown || !outcome.passed {
            return Some(reasons(&outcome.output));
        }
        let last = outcome.output.lines().last()?;
        self.command
            .starts_with("book ")
            .then(|| format!("  {last}"))
    }

    /// What decides its outcome, if that is known.
    fn state(&self, root: &Path) -> Result<Option<State>> {
        if self.reads.is_empty() {
            return Ok(None);
        }
        let state = State::default().with_text(self.command);
        let read = self.reads.iter().map(|path| root.join(path));
        read.into_iter()
            .try_fold(state, |state, path| state.with_files(&path))
            .map(Some)
    }

    fn run(&self, root: &Path, label: &str) -> Result<CheckOutcome> {
        let started = Instant::now();
        let mut child = self
            .command(root)?
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("the check `{}` cannot be started", self.name))?;
        let stdout = child
            .stdout
            .take()
            .context("standard output was asked for")?;
        let stderr = child
            .stderr
            .take()
            .context("standard error was asked for")?;
        let progress = Progress::new(label);
        let output = thread::scope(|scope| {
            let errors = scope.spawn(|| read_lines(stderr, |line| progress.show(line)));
            let printed = read_lines(stdout, |_| {});
            errors.join().unwrap_or_default() + &printed
        });
        let status = child.wait().context("a check did not end")?;
        progress.clear();
        Ok(CheckOutcome {
            passed: status.success(),
            output,
            seconds: started.elapsed().as_secs_f64(),
        })
    }

    fn command(&self, root: &Path) -> Result<Command> {
        let (mut command, arguments) = match self.command.strip_prefix("book ") {
            Some(arguments) => (Command::new(std::env::current_exe()?), arguments),
            None => (crate::libraries::cargo(root), self.command),
        };
        command.current_dir(root).args(arguments.split_whitespace());
        Ok(command)
    }
}

fn read_lines(stream: impl Read, mut each: impl FnMut(&str)) -> String {
    let mut text = String::new();
    for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        each(&line);
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// What cargo says while it compiles, how far a check is, and which tests passed, is no reason.
fn reasons(output: &str) -> String {
    let is_step = |line: &str| {
        let first = line.split_whitespace().next().unwrap_or_default();
        line.starts_with(' ')
            && [
                "Compiling",
                "Checking",
                "Finished",
                "Running",
                "Blocking",
                "Reading",
            ]
            .contains(&first)
    };
    let is_passed = |line: &str| {
        (line.starts_with("test ") && line.ends_with("... ok"))
            || line.starts_with("test result: ok")
            || line.starts_with("running ")
    };
    let mut reasons: Vec<&str> = output
        .lines()
        .filter(|line| !is_step(line) && !is_passed(line))
        .collect();
    reasons.dedup();
    reasons.join("\n").trim_matches('\n').to_owned()
}

/// Says what a long check is doing: a spinner on a terminal, a line every
/// quarter of a minute in a log.
struct Progress {
    spinner: Option<ProgressBar>,
    label: String,
    last: std::sync::Mutex<(Instant, Instant)>,
}

impl Progress {
    fn new(label: &str) -> Self {
        let spinner = std::io::stderr().is_terminal().then(|| {
            let style =
                ProgressStyle::with_template("{spinner} {prefix} {elapsed} {wide_msg:.dim}")
                    .expect("the template is a constant");
            let bar = ProgressBar::new_spinner()
                .with_style(style)
                .with_prefix(label.to_owned());
            bar.enable_steady_tick(Duration::from_millis(120));
            bar
        });
        let now = Instant::now();
        Self {
            spinner,
            label: label.to_owned(),
            last: std::sync::Mutex::new((now, now)),
        }
    }

    fn show(&self, line: &str) {
        if let Some(spinner) = &self.spinner {
            spinner.set_message(line.trim().to_owned());
        } else if let Some(message) = self.due(line, Instant::now()) {
            println!("{message}");
        }
    }

    /// What a log has to say now, unless it has said something a moment ago.
    fn due(&self, line: &str, now: Instant) -> Option<String> {
        const QUIET: Duration = Duration::from_secs(15);
        let mut last = self
            .last
            .lock()
            .expect("nothing panics while it holds this");
        if now.duration_since(last.1) < QUIET {
            return None;
        }
        last.1 = now;
        let seconds = now.duration_since(last.0).as_secs();
        Some(format!("{} … {seconds} s: {}", self.label, line.trim()))
    }

    fn clear(&self) {
        if let Some(spinner) = &self.spinner {
            spinner.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_check_is_refused_with_the_names_that_exist() {
        let refusal = selected(&["spelling".into()]).err().unwrap().to_string();
        assert!(
            refusal.contains("spelling") && refusal.contains("examples"),
            "{refusal}"
        );
    }

    #[test]
    fn a_check_passes_where_its_command_does() {
        let named = ["format".to_owned()];
        let root = crate::tiny::workspace(&[("crates/losses/src/lib.rs", "fn f() {}\n")]);
        run(root.path(), &named).unwrap();
        crate::tiny::write(root.path(), "crates/losses/src/lib.rs", "fn   f() {}\n");
        let error = run(root.path(), &named).unwrap_err().to_string();
        assert_eq!(error, "what must hold does not hold");
        let check = selected(&named).unwrap()[0];
        let outcome = check.run(root.path(), "").unwrap();
        assert!(
            !outcome.passed && outcome.output.contains("-fn   f() {}"),
            "{}",
            outcome.output
        );
    }

    #[test]
    fn a_check_is_cargo_or_the_front_door_itself() {
        let command = |name: &str| {
            let check = selected(&[name.to_owned()]).unwrap()[0];
            check.command(Path::new("/book")).unwrap()
        };
        let rules = command("rules");
        assert_eq!(rules.get_current_dir(), Some(Path::new("/book")));
        let arguments: Vec<_> = rules.get_args().collect();
        let expected = "test --package book --package rules --locked --no-fail-fast";
        assert_eq!(arguments, expected.split(' ').collect::<Vec<_>>());
        let quizzes = command("quizzes");
        assert_eq!(quizzes.get_program(), std::env::current_exe().unwrap());
        assert_eq!(quizzes.get_args().collect::<Vec<_>>(), ["quizzes"]);
    }

    #[test]
    fn a_check_reports_reasons_figures_or_the_last_line_of_our_own() {
        let report = |name: &str, passed| {
            let output = "test one ... ok\nfirst\nlast\n".to_owned();
            let outcome = CheckOutcome {
                passed,
                output,
                seconds: 0.0,
            };
            selected(&[name.to_owned()]).unwrap()[0].report(&outcome)
        };
        assert_eq!(report("rules", true), None);
        assert_eq!(report("rules", false).unwrap(), "first\nlast");
        assert_eq!(report("quizzes", true).unwrap(), "  last");
        assert_eq!(report("quizzes", false).unwrap(), "first\nlast");
        assert_eq!(report(USE, true).unwrap(), "first\nlast");
        let names = CHECKS.iter().map(|it| it.name);
        let reporting: Vec<&str> = names.filter(|name| report(name, true).is_some()).collect();
        let own = [
            "proofs",
            "examples",
            "quizzes",
            "pages",
            LONG_PROOFS,
            USE,
            BROWSER,
        ];
        assert_eq!(reporting, own);
    }

    #[test]
    fn the_summary_counts_and_says_how_to_go_on() {
        let verdicts = [
            ("lint", Verdict::Unchanged),
            ("rules", Verdict::Failed),
            ("pages", Verdict::Passed),
            ("use", Verdict::Passed),
        ];
        assert_eq!(
            summary(&verdicts, 2.04),
            "checks: 2 passed, 1 unchanged since they passed, 1 failed\ntook 2.0 s\n  \
             rules failed; rerun it with: cargo book test rules"
        );
    }

    #[test]
    fn every_line_is_read_also_the_last_and_what_is_no_text() {
        let mut lines = Vec::new();
        let text = read_lines(&b"one\n\xff\nthree"[..], |line| lines.push(line.to_owned()));
        assert_eq!(text, "one\n\u{fffd}\nthree\n");
        assert_eq!(lines, ["one", "\u{fffd}", "three"]);
    }

    #[test]
    fn a_log_hears_of_a_long_check_every_quarter_of_a_minute() {
        let started = Instant::now();
        let progress = Progress {
            spinner: None,
            label: "[1/2] pages".into(),
            last: std::sync::Mutex::new((started, started)),
        };
        let said = [14, 15, 16, 29, 30]
            .map(|it| progress.due(" reading ", started + Duration::from_secs(it)));
        let line = |seconds| Some(format!("[1/2] pages … {seconds} s: reading"));
        assert_eq!(said, [None, line(15), None, None, line(30)]);
    }

    #[test]
    fn a_failure_is_shown_without_the_build_and_without_what_passed() {
        let output = "   Compiling losses v0.1.0\nerror: a wrong sign\n  --> mse.rs:3\n    Finished `dev`\n\n\n\n\
                      running 2 tests\ntest is_zero_at_zero ... ok\ntest is_even ... FAILED\n";
        assert_eq!(
            reasons(output),
            "error: a wrong sign\n  --> mse.rs:3\n\ntest is_even ... FAILED"
        );
    }

    #[test]
    fn a_check_is_known_by_what_it_reads_if_that_is_known() {
        let root = tempfile::tempdir().unwrap();
        let check = Check::new("lint", "", "clippy").reading(&["Cargo.lock"]);
        assert!(
            Check::new("rules", "", "test")
                .state(root.path())
                .unwrap()
                .is_none()
        );
        assert!(check.state(root.path()).is_err(), "there is no such file");
        std::fs::write(root.path().join("Cargo.lock"), "1").unwrap();
        let before = check.state(root.path()).unwrap().unwrap();
        let passed = Passed::of(root.path(), "checks");
        passed.remember("lint", &before).unwrap();
        assert!(passed.is_known("lint", &check.state(root.path()).unwrap().unwrap()));
        std::fs::write(root.path().join("Cargo.lock"), "2").unwrap();
        assert!(!passed.is_known("lint", &check.state(root.path()).unwrap().unwrap()));
    }

    #[test]
    fn no_name_selects_all_checks_and_a_name_selects_one() {
        let all = selected(&[]).unwrap();
        assert_eq!(all.len(), CHECKS.len() - 3, "three have to be asked for");
        let to_be_asked_for = [BROWSER, USE, LONG_PROOFS];
        assert!(all.iter().all(|it| !to_be_asked_for.contains(&it.name)));
        let with_long = with_long_proofs();
        assert_eq!(with_long.len(), CHECKS.len() - 2);
        assert!(!with_long.contains(&BROWSER.to_owned()));
        assert_eq!(selected(&[BROWSER.into()]).unwrap()[0].name, BROWSER);
        let shown = CHECKS.iter().filter(|it| it.is_shown).map(|it| it.name);
        assert_eq!(
            shown.collect::<Vec<_>>(),
            [USE, BROWSER],
            "they print figures"
        );
        let one = selected(&["rules".into()]).unwrap();
        assert_eq!(one.iter().map(|it| it.name).collect::<Vec<_>>(), ["rules"]);
    }
}
