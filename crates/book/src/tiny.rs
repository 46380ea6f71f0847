//! A workspace of a few lines, for the tests of what calls cargo.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

/// A workspace with these files; each package that they name is without
/// dependencies, so that nothing has to be fetched and little to be compiled.
pub fn workspace(files: &[(&str, &str)]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    let manifest = "[workspace]\nresolver = \"3\"\nmembers = [\"crates/*\"]\n";
    write(root.path(), "Cargo.toml", manifest);
    for (path, text) in files {
        write(root.path(), path, text);
        let mut parts = path.split('/');
        if let (Some("crates"), Some(name)) = (parts.next(), parts.next()) {
            let manifest = format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n");
            write(root.path(), &format!("crates/{name}/Cargo.toml"), &manifest);
        }
    }
    root
}

/// Writes a file, and the folders above it.
pub fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The text of a file.
pub fn read(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap()
}
