//! The Markdown of the repository whose Rust nobody else compiles: all of it
//! but the pages in `src/`, which `mdbook test` owns.

use std::fs;
use std::path::Path;

/// The paths, relative to `root` and in order.
pub fn outside_src(root: &Path) -> Vec<String> {
    let mut files = Vec::new();
    collect(root, "", &mut files);
    files.sort();
    files
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<String>) {
    // What is built, the pages and their table of contents.
    const ELSEWHERE: [&str; 4] = ["target", "book", "src", "SUMMARY.md"];
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_hidden = name.starts_with('.') && name != ".github";
        let is_installed = name == "node_modules";
        let is_elsewhere = prefix.is_empty() && ELSEWHERE.contains(&name.as_str());
        if is_hidden || is_installed || is_elsewhere {
            continue;
        }
        let path = format!("{prefix}{name}");
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => collect(&entry.path(), &format!("{path}/"), files),
            Ok(kind) if kind.is_file() && name.ends_with(".md") => files.push(path),
            _ => {}
        }
    }
}
