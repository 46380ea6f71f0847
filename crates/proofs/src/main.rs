//! Proves the claims, prints the figures, and with `--write FOLDER` writes what
//! the pages include. `cargo book prove` compares that with the book.

use std::path::Path;
use std::process::ExitCode;

use proofs::report;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let with_long_ones = arguments.iter().any(|it| it == "--full");
    let folder = arguments.iter().skip_while(|it| *it != "--write").nth(1);
    let mut holds = true;
    for report in report::all(with_long_ones) {
        // The sentences are for the pages alone.
        if report.name != "known.txt" {
            println!("{}", report.text);
        }
        for failure in &report.failures {
            eprintln!("not proven: {failure}");
            holds = false;
        }
        if let Some(folder) = folder
            && let Err(error) = std::fs::write(Path::new(folder).join(report.name), &report.text)
        {
            eprintln!("{folder}/{} cannot be written: {error}", report.name);
            holds = false;
        }
    }
    println!("{}", report::worst());
    if holds {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
