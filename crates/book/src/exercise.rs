//! `cargo book exercise`: the coding round, one exercise at a time.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use exercises::catalog::{EXERCISES, Exercise, find};
use exercises::verdict::{Check, Verdict};
use exercises::workbench::Workbench;
use notify_debouncer_full::new_debouncer;
use notify_debouncer_full::notify::RecursiveMode;

/// What to do with an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Check the answer, and again after each edit until it is right.
    Work,
    /// Check the answer once.
    CheckOnce,
    /// Show one more hint.
    Hint,
    /// Show a solution.
    Solution,
    /// Begin anew, and keep the answer so far.
    Reset,
}

/// Fulfills a wish for the exercise of this name.
///
/// # Errors
///
/// When there is no such exercise, a file cannot be read or written, or the
/// answer that was to be checked once is not right.
pub fn run(root: &Path, name: &str, wish: Wish) -> Result<()> {
    let exercise = find(name)?;
    let desk = Desk {
        root,
        bench: Workbench::new(root),
        exercise,
    };
    match wish {
        Wish::Work => desk.work(),
        Wish::CheckOnce => {
            let is_right = desk.check()?;
            ensure!(is_right, "the answer is not right yet");
            Ok(())
        }
        Wish::Hint => desk.hint(),
        Wish::Solution => desk.solution(),
        Wish::Reset => desk.reset(),
    }
}

/// Prints every exercise with what became of it so far.
///
/// # Errors
///
/// When a file cannot be read.
pub fn list(root: &Path) -> Result<()> {
    let desks = EXERCISES.map(|exercise| Desk {
        root,
        bench: Workbench::new(root),
        exercise,
    });
    let mut next = None;
    let mut n_right = 0;
    for desk in &desks {
        let state = desk.state();
        println!(
            "{:<15}  {:<9}  {:<23}  {}",
            state, desk.exercise.level, desk.exercise.name, desk.exercise.title
        );
        if state == "right" {
            n_right += 1;
        } else {
            next = next.or(Some(desk.exercise.name));
        }
    }
    println!("\n{n_right} of {} right", desks.len());
    match next {
        Some(name) => println!("next: cargo book exercise {name}"),
        None => println!("the whole round is right; do it again in a month"),
    }
    Ok(())
}

/// An exercise and where the reader works on it.
struct Desk<'a> {
    root: &'a Path,
    bench: Workbench,
    exercise: Exercise,
}

impl Desk<'_> {
    fn work(&self) -> Result<()> {
        println!("{} ({})\n", self.exercise.title, self.exercise.level);
        println!("{}", self.exercise.statement(self.root)?);
        self.bench.lay_out(&self.exercise)?;
        let answer = self.bench.answer(&self.exercise);
        // Read first: an edit while the checks run must not be missed.
        let mut checked = fs::read_to_string(&answer).unwrap_or_default();
        if self.check()? {
            return Ok(());
        }
        let (send, receive) = mpsc::channel();
        let mut watcher = new_debouncer(Duration::from_millis(60), None, send)
            .context("the system offers no way to watch files: use --once")?;
        watcher
            .watch(
                self.bench.package(&self.exercise),
                RecursiveMode::NonRecursive,
            )
            .with_context(|| format!("cannot watch {}: use --once", answer.display()))?;
        println!("\nedit and save {}; Ctrl+C stops", self.shown(&answer));
        for _change in receive {
            // The folder also changes when cargo writes; only an edit counts.
            let now = fs::read_to_string(&answer).unwrap_or_default();
            if now == checked || now.is_empty() {
                continue;
            }
            checked = now;
            println!("\n--- {} was saved", self.shown(&answer));
            if self.check()? {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Checks the answer, says what came out, and whether it is right.
    fn check(&self) -> Result<bool> {
        self.bench.lay_out(&self.exercise)?;
        let answer = self.bench.answer(&self.exercise);
        println!("checking {} …", self.shown(&answer));
        let started = Instant::now();
        let verdict = self.bench.check(&self.exercise)?;
        print!("{}", in_words(&verdict));
        println!("took {:.1} s", started.elapsed().as_secs_f64());
        let name = self.exercise.name;
        if verdict.is_right() {
            fs::copy(&answer, self.right_answer()).context("cannot note the success")?;
            println!("\nright; compare with: cargo book exercise {name} --solution");
        } else {
            println!("\na hint: cargo book exercise {name} --hint");
        }
        Ok(verdict.is_right())
    }

    fn hint(&self) -> Result<()> {
        let hints = self.exercise.hints(self.root)?;
        let counter = self.bench.package(&self.exercise).join("hints-shown");
        let seen = fs::read_to_string(&counter).map_or(0, |it| it.trim().parse().unwrap_or(0));
        let shown = usize::min(seen + 1, hints.len());
        for (position, hint) in hints.iter().take(shown).enumerate() {
            println!("{}. {hint}", position + 1);
        }
        let name = self.exercise.name;
        if shown < hints.len() {
            println!(
                "\n{} more: cargo book exercise {name} --hint",
                hints.len() - shown
            );
        } else {
            println!("\nthat was the last one; a solution: cargo book exercise {name} --solution");
        }
        self.bench.lay_out(&self.exercise)?;
        fs::write(&counter, shown.to_string()).context("cannot note which hints were shown")
    }

    fn solution(&self) -> Result<()> {
        print!("{}", self.exercise.solution(self.root)?);
        Ok(())
    }

    fn reset(&self) -> Result<()> {
        if let Some(kept) = self.bench.reset(&self.exercise)? {
            println!("your answer so far is kept in {}", self.shown(&kept));
        }
        println!(
            "begin anew in {}",
            self.shown(&self.bench.answer(&self.exercise))
        );
        Ok(())
    }

    /// How far the reader has come, from files alone.
    fn state(&self) -> &'static str {
        let answer = fs::read_to_string(self.bench.answer(&self.exercise)).ok();
        let right = fs::read_to_string(self.right_answer()).ok();
        match (answer, right) {
            (None, _) => "",
            (Some(answer), Some(right)) if answer == right => "right",
            (Some(_), Some(_)) => "was right once",
            (Some(_), None) => "begun",
        }
    }

    /// A copy of the answer that passed all checks.
    fn right_answer(&self) -> PathBuf {
        self.bench.package(&self.exercise).join("right.rs.kept")
    }

    fn shown(&self, path: &Path) -> String {
        path.strip_prefix(self.root)
            .unwrap_or(path)
            .display()
            .to_string()
    }
}

/// What the checks say, the first lessons first.
fn in_words(verdict: &Verdict) -> String {
    match verdict {
        Verdict::DoesNotCompile(errors) => {
            format!("\n{}\nit does not compile yet\n", errors.trim())
        }
        Verdict::DoesNotEnd => {
            "\nthe checks did not end: is there a loop that never stops?\n".to_owned()
        }
        Verdict::Checked(checks) => {
            let lines: String = checks.iter().map(line).collect();
            let n_right = checks.iter().filter(|it| it.lesson.is_none()).count();
            format!("{lines}{n_right} of {} checks pass\n", checks.len())
        }
    }
}

fn line(check: &Check) -> String {
    match &check.lesson {
        None => format!("  ok     {}\n", check.name),
        Some(_) if check.is_unwritten() => format!("  todo   {}\n", check.name),
        Some(lesson) => {
            let lesson = lesson.replace('\n', "\n         ");
            format!("  WRONG  {}\n         {lesson}\n", check.name)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_passes_what_is_missing_and_what_is_wrong() {
        let check = |name: &str, lesson: Option<&str>| Check {
            name: name.into(),
            lesson: lesson.map(Into::into),
        };
        let verdict = Verdict::Checked(vec![
            check("is even", None),
            check("has no jump", Some("yours is 1:\nmind the ½")),
            check("has a slope", Some("not yet implemented: write this")),
        ]);
        let words = in_words(&verdict);
        assert_eq!(
            words,
            "  ok     is even\n  WRONG  has no jump\n         yours is 1:\n         mind the ½\n  todo   has a slope\n1 of 3 checks pass\n"
        );
    }
}
