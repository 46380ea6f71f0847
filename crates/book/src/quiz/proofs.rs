//! The numbers of the quizzes, computed: one program evaluates every proof,
//! and what it prints must round to what the quizzes say.
//!
//! The program is written under `target/` on every run rather than committed:
//! the page is where a proof is written and read, and a second copy could
//! only go stale.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::format::{Kind, number};
use super::{Fault, Proof, Question};
use crate::libraries;

/// A proof and where it stands.
struct Claim<'a> {
    page: &'a str,
    question: &'a Question,
    proof: &'a Proof,
}

/// Evaluates the proofs of the questions, each with its page, and returns how
/// many there were and those that do not give the number that they prove.
///
/// # Errors
///
/// When the losses do not compile or the program cannot be written or run.
pub fn check(root: &Path, questions: &[(&str, &Question)]) -> Result<(usize, Vec<Fault>)> {
    let claims: Vec<Claim<'_>> = questions
        .iter()
        .flat_map(|(page, question)| {
            question.all_proofs().into_iter().map(|proof| Claim {
                page,
                question,
                proof,
            })
        })
        .collect();
    if claims.is_empty() {
        return Ok((0, Vec::new()));
    }
    let faults = match evaluate(root, &claims)? {
        Err(faults) => faults,
        Ok(values) => claims
            .iter()
            .zip(values)
            .filter_map(|(claim, value)| claim.refuted(&value))
            .collect(),
    };
    Ok((claims.len(), faults))
}

impl Claim<'_> {
    /// What is wrong when the proof has this value, or ended with this error.
    fn refuted(&self, computed: &Result<f64, String>) -> Option<Fault> {
        let written = &self.proof.value;
        let (value, half_unit) = number(written)?;
        let computed = match computed {
            Ok(computed) => *computed,
            Err(error) => {
                return Some(self.fault(
                    &format!("the proof of {written} fails: {error}"),
                    "mend the expression; it must return a finite f64",
                ));
            }
        };
        // The last digit of a double is not the author's to answer for.
        let slack = 1e-12 * computed.abs().max(value.abs());
        let distance = (computed - value).abs();
        if distance.is_nan() || distance > half_unit + slack {
            return Some(self.fault(
                &format!("the quiz says {written}, the build computes {computed}"),
                "correct the number or the proof",
            ));
        }
        if let Kind::Number {
            answer, tolerance, ..
        } = &self.question.kind
            && std::ptr::eq(answer, self.proof)
            && distance > tolerance + slack
        {
            return Some(self.fault(
                &format!("the tolerance {tolerance} refuses the computed value {computed}"),
                "widen it, or give the answer more digits",
            ));
        }
        None
    }

    fn fault(&self, problem: &str, remedy: &str) -> Fault {
        Fault {
            page: self.page.to_owned(),
            line: self.proof.line,
            question: Some(self.question.id.clone()),
            problem: format!("{problem}, in `{}`", self.proof.expression.trim()),
            remedy: remedy.to_owned(),
        }
    }
}

type Values = Vec<Result<f64, String>>;

/// The value of every claim, or why there is none.
fn evaluate(root: &Path, claims: &[Claim<'_>]) -> Result<Result<Values, Vec<Fault>>> {
    let libraries = libraries::collect(root)?;
    let folder = root.join("target").join("quizzes");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let source = folder.join("proofs.rs");
    let (program, lines) = program(claims);
    fs::write(&source, program).with_context(|| format!("cannot write {}", source.display()))?;

    let executable = folder.join("proofs");
    let compiled = Command::new("rustc")
        .current_dir(root)
        .args([
            "--edition",
            "2024",
            "--error-format",
            "short",
            "--cap-lints",
            "allow",
            "-L",
        ])
        .arg(&libraries)
        .arg("-o")
        .arg(&executable)
        .arg(&source)
        .output()
        .context("cannot start rustc")?;
    if !compiled.status.success() {
        let errors = String::from_utf8_lossy(&compiled.stderr);
        let faults = blamed(claims, &lines, &errors);
        ensure!(
            !faults.is_empty(),
            "the proofs of the quizzes do not compile:\n{errors}"
        );
        return Ok(Err(faults));
    }
    let run = Command::new(&executable)
        .current_dir(&folder)
        .output()
        .with_context(|| format!("cannot start {}", executable.display()))?;
    let printed = String::from_utf8_lossy(&run.stdout);
    let values: Values = printed.lines().map(read_value).collect();
    ensure!(
        run.status.success() && values.len() == claims.len(),
        "the program of the proofs ended early ({}):\n{}",
        run.status,
        String::from_utf8_lossy(&run.stderr)
    );
    Ok(Ok(values))
}

fn read_value(line: &str) -> Result<f64, String> {
    match line.split_once(' ') {
        Some(("value", value)) => value.parse().map_err(|_| format!("`{value}` is no number")),
        Some((_, error)) => Err(error.to_owned()),
        None => Err(line.to_owned()),
    }
}

/// The program, and the line of each proof in it.
fn program(claims: &[Claim<'_>]) -> (String, Vec<usize>) {
    let mut program = String::from(HEAD);
    let mut lines = Vec::new();
    let mut line = HEAD.matches('\n').count() + 1;
    for (position, claim) in claims.iter().enumerate() {
        let expression = claim.proof.expression.trim();
        lines.push(line);
        let proof = format!(
            "// {}:{}: {}\nfn proof_{position}() -> Result<f64, Box<dyn std::error::Error>> {{\n\
             let value: f64 = {{\n{expression}\n}};\nOk(value)\n}}\n",
            claim.page, claim.proof.line, claim.question.id,
        ) + "\n";
        line += proof.matches('\n').count();
        program += &proof;
    }
    program += "fn main() {\n    std::panic::set_hook(Box::new(|_| {}));\n";
    for position in 0..claims.len() {
        let _ = writeln!(program, "    show(proof_{position});");
    }
    program += "}\n";
    (program, lines)
}

const HEAD: &str = r#"// The proofs of the quizzes; written by `cargo book quizzes`.

extern crate losses;

use losses::prelude::*;

fn show(proof: fn() -> Result<f64, Box<dyn std::error::Error>>) {
    match std::panic::catch_unwind(proof) {
        Ok(Ok(value)) => println!("value {value:?}"),
        Ok(Err(error)) => println!("error {}", error.to_string().replace('\n', " ")),
        Err(_) => println!("error it panics"),
    }
}

"#;

/// The faults behind the compiler's short messages, `path:line:column: text`.
fn blamed(claims: &[Claim<'_>], lines: &[usize], errors: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for error in errors.lines() {
        let Some((_, place)) = error.split_once("proofs.rs:") else {
            continue;
        };
        let mut parts = place.splitn(3, ':');
        let line = parts.next().and_then(|it| it.parse::<usize>().ok());
        let message = parts.nth(1).unwrap_or_default().trim();
        if let Some(line) = line
            && message.starts_with("error")
        {
            let position = lines.partition_point(|&start| start <= line);
            if let Some(claim) = position.checked_sub(1).and_then(|it| claims.get(it)) {
                faults.push(claim.fault(
                    &format!(
                        "the proof of {} does not compile: {message}",
                        claim.proof.value
                    ),
                    "write a Rust expression of type f64 over losses::prelude; `?` is allowed",
                ));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use std::f64::consts::LN_2;

    use super::*;
    use crate::mutations;
    use crate::quiz::read;

    const PAGE: &str = "src/regression/mse.md";

    fn question(answer: &str, more: &str) -> Question {
        let text = format!(
            "```quiz\n[[question]]\nid = \"mse-quiz-a\"\nlevel = \"core\"\ntype = \"number\"\n\
             ask = \"?\"\nwhy = \"so\"\nanswer = \"{answer}\"\nproof = \"1.0 + 1.0\"\n{more}\n```\n"
        );
        let (mut questions, faults) = read(PAGE, &text);
        assert_eq!(faults, []);
        questions.remove(0)
    }

    fn refuted(answer: &str, more: &str, computed: &Result<f64, String>) -> Option<String> {
        let question = question(answer, more);
        let Kind::Number { answer, .. } = &question.kind else {
            panic!("it is a number");
        };
        let claim = Claim {
            page: PAGE,
            question: &question,
            proof: answer,
        };
        claim.refuted(computed).map(|fault| fault.to_string())
    }

    #[test]
    fn an_answer_is_the_rounding_of_what_is_computed() {
        assert_eq!(refuted("0.69", "", &Ok(LN_2)), None);
        assert_eq!(refuted("-2.50", "", &Ok(-2.5)), None);
        assert_eq!(refuted("1e-3", "", &Ok(0.001_2)), None);
        assert_eq!(refuted("0.35", "", &Ok(0.345)), None);
        for (answer, computed) in [
            ("0.68", LN_2),
            ("2.50", -2.5),
            ("2.5", f64::NAN),
            ("1e-9", 3e-9),
        ] {
            let fault = refuted(answer, "", &Ok(computed)).unwrap();
            assert!(
                fault.starts_with("src/regression/mse.md:9: question mse-quiz-a: the quiz says"),
                "{fault}"
            );
            assert!(
                fault.contains(answer) && fault.contains(&computed.to_string()),
                "{fault}"
            );
        }
    }

    #[test]
    fn a_tolerance_must_accept_what_is_computed() {
        assert_eq!(refuted("0.69", "tolerance = 0.01", &Ok(LN_2)), None);
        let fault = refuted("0.69", "tolerance = 0.001", &Ok(LN_2)).unwrap();
        assert!(fault.contains("tolerance 0.001 refuses"), "{fault}");
    }

    #[test]
    fn a_proof_that_fails_is_named() {
        let fault = refuted("2.0", "", &Err("it panics".into())).unwrap();
        assert!(
            fault.contains("the proof of 2.0 fails: it panics, in `1.0 + 1.0`"),
            "{fault}"
        );
    }

    #[test]
    fn an_error_of_the_compiler_is_laid_to_its_question() {
        let (first, second) = (question("1", ""), question("2", ""));
        let claims: Vec<Claim<'_>> = [&first, &second]
            .map(|question| Claim {
                page: PAGE,
                question,
                proof: question.all_proofs()[0],
            })
            .into();
        let (program, lines) = program(&claims);
        let line = 1 + program
            .lines()
            .position(|it| it.starts_with("fn proof_1"))
            .unwrap();
        let errors = format!("/x/target/quizzes/proofs.rs:{line}:5: error[E0425]: no such thing\n");
        let faults = blamed(&claims, &lines, &errors);
        assert_eq!(faults.len(), 1);
        assert!(
            faults[0]
                .problem
                .contains("proof of 2 does not compile: error[E0425]: no such thing"),
            "{}",
            faults[0]
        );
        // The brace before the second proof and its comment ends the first.
        let errors = format!("proofs.rs:{}:1: error: mismatched types\n", line - 3);
        let faults = blamed(&claims, &lines, &errors);
        assert!(faults[0].problem.contains("proof of 1"), "{}", faults[0]);
    }

    /// Libraries of the names that the proofs are linked with.
    fn libraries() -> tempfile::TempDir {
        let prelude = "pub mod prelude { pub fn two() -> f64 { 2.0 } }";
        crate::tiny::workspace(&[
            ("crates/losses/src/lib.rs", prelude),
            ("crates/figures/src/lib.rs", ""),
            ("crates/reference_values/src/lib.rs", ""),
        ])
    }

    fn with_proof(proof: &str) -> Question {
        let mut question = question("2.0", "");
        let Kind::Number { answer, .. } = &mut question.kind else {
            panic!("it is a number");
        };
        proof.clone_into(&mut answer.expression);
        question
    }

    #[test]
    fn the_proofs_are_compiled_and_run() {
        let root = libraries();
        assert_eq!(check(root.path(), &[]).unwrap(), (0, vec![]));
        let proofs = [
            "two()",
            "two() + 1.0",
            "\"two\".parse::<f64>()?",
            "[two()][\"one\".len()]",
        ];
        let questions = proofs.map(with_proof);
        let questions = questions.each_ref().map(|it| (PAGE, it));
        let (n_proofs, faults) = check(root.path(), &questions).unwrap();
        assert_eq!(n_proofs, 4);
        let problems: Vec<&str> = faults.iter().map(|it| &*it.problem).collect();
        assert_eq!(
            problems,
            [
                "the quiz says 2.0, the build computes 3, in `two() + 1.0`",
                "the proof of 2.0 fails: invalid float literal, in `\"two\".parse::<f64>()?`",
                "the proof of 2.0 fails: it panics, in `[two()][\"one\".len()]`",
            ]
        );

        let wrong = with_proof("three()");
        let (n_proofs, faults) = check(root.path(), &[questions[0], (PAGE, &wrong)]).unwrap();
        assert_eq!((n_proofs, faults.len()), (2, 1));
        let problem = &faults[0].problem;
        assert!(
            problem.contains("does not compile: error") && problem.contains("three"),
            "{problem}"
        );
        let exits = with_proof("std::process::exit(0)");
        let error = check(root.path(), &[questions[0], (PAGE, &exits)]).unwrap_err();
        assert!(error.to_string().contains("ended early"), "{error}");
    }

    proptest::proptest! {
        #![proptest_config(mutations::config(64))]

        #[test]
        fn the_program_has_each_proof_on_its_line(page in mutations::damaged(mutations::PAGE)) {
            let (questions, _) = read(PAGE, &page);
            let claims: Vec<Claim<'_>> = questions
                .iter()
                .flat_map(|question| {
                    let proofs = question.all_proofs().into_iter();
                    proofs.map(move |proof| Claim { page: PAGE, question, proof })
                })
                .collect();
            let (program, lines) = program(&claims);
            assert_eq!(lines.len(), claims.len());
            let program: Vec<&str> = program.lines().collect();
            for (position, (claim, &line)) in claims.iter().zip(&lines).enumerate() {
                let about = format!("// {PAGE}:{}: {}", claim.proof.line, claim.question.id);
                assert_eq!(program[line - 1], about);
                assert!(program[line].starts_with(&format!("fn proof_{position}() ")));
                // What the compiler says of any line of it is laid to its question.
                let error = format!("/x/proofs.rs:{}:1: error: no", line + 2);
                let faults = blamed(&claims, &lines, &error);
                assert_eq!(faults[0].question.as_ref(), Some(&claim.question.id));
                assert_eq!(faults[0].line, claim.proof.line);
            }
            // What a compiler never says is laid to nobody.
            for line in page.lines() {
                blamed(&claims, &lines, line);
                let _ = read_value(line);
            }
        }
    }

    #[test]
    fn the_values_are_read_back() {
        assert_eq!(read_value("value 1e-7"), Ok(1e-7));
        assert_eq!(
            read_value("error shapes differ"),
            Err("shapes differ".into())
        );
        assert_eq!(read_value("value two"), Err("`two` is no number".into()));
        assert_eq!(read_value("nothing"), Err("nothing".into()));
    }
}
