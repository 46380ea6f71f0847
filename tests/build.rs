//! Hands the Markdown outside `src/` to skeptic, which makes a test of every
//! Rust fence in it; `markdown.rs` runs them.

use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "markdown_files.rs"]
mod markdown_files;

fn main() {
    let root = Path::new("..");
    let files = markdown_files::outside_src(root);
    let paths: Vec<PathBuf> = files.iter().map(|file| root.join(file)).collect();
    skeptic::generate_doc_tests(&paths);
    run_with_our_runner();

    // The test that looks for forgotten files compares with this list.
    println!("cargo::rustc-env=MARKDOWN_FILES={}", files.join(";"));
    println!("cargo::rustc-env=TARGET_TRIPLE={}", variable("TARGET"));
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=markdown_files.rs");
}

/// skeptic's tests call its own runner; ours in `markdown.rs` goes on to it,
/// takes fences without a `main`, and shortens what a failing test says.
fn run_with_our_runner() {
    let folder = PathBuf::from(variable("OUT_DIR"));
    let tests = fs::read_to_string(folder.join("skeptic-tests.rs"))
        .expect("skeptic has just written its tests");
    let tests = tests
        .replace("extern crate skeptic;", "")
        .replace("skeptic::rt::", "super::");
    fs::write(folder.join("fences.rs"), tests).expect("cargo gives a folder that can be written");
}

fn variable(name: &str) -> String {
    env::var(name).expect("cargo sets it for a build script")
}
