//! `cargo book bench`: the times that somebody who edits the book waits for.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::examples::Examples;
use crate::libraries::cargo;
use crate::{serve, site};

/// Measures and prints the waiting times; with `from_clone` also the first
/// one, from a fresh clone with an empty target folder to a served page.
///
/// # Errors
///
/// When something that is measured fails. Every edited file is put back.
pub fn run(root: &Path, from_clone: bool) -> Result<()> {
    let destination = root.join("target").join("bench-site");
    site::build(root, &destination)?;
    let pages = edited(&root.join("src/introduction.md"), "\n", || {
        site::build(root, &destination).map(drop)
    })?;
    print("chapter edited, page fresh", pages, 1.0);

    serve::refresh(root, &Examples::All)?;
    let loss = edited(
        &root.join("crates/losses/src/regression/mse.rs"),
        "\n// edited\n",
        || {
            serve::refresh(root, &Examples::Of("mse".into()))?;
            site::build(root, &destination).map(drop)
        },
    )?;
    print("loss edited, its page fresh", loss, 10.0);

    if from_clone {
        print("clone to served page", clone_to_served_page(root)?, 180.0);
    }
    Ok(())
}

fn print(what: &str, time: Duration, goal: f64) {
    println!(
        "{what:<28} {:>8.2} s   (goal: under {goal} s)",
        time.as_secs_f64()
    );
}

/// The time that `follow` takes after `addition` was appended to `path`,
/// which is put back whatever happens.
fn edited(path: &Path, addition: &str, follow: impl FnOnce() -> Result<()>) -> Result<Duration> {
    let restore = Restore::of(path)?;
    fs::write(path, format!("{}{addition}", restore.content))
        .with_context(|| format!("cannot edit {}", path.display()))?;
    let started = Instant::now();
    follow()?;
    Ok(started.elapsed())
}

struct Restore {
    path: PathBuf,
    content: String,
}

impl Restore {
    fn of(path: &Path) -> Result<Self> {
        let content =
            fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(Self {
            path: path.to_path_buf(),
            content,
        })
    }
}

impl Drop for Restore {
    fn drop(&mut self) {
        if let Err(error) = fs::write(&self.path, &self.content) {
            println!(
                "{} could not be put back ({error}): git restore it",
                self.path.display()
            );
        }
    }
}

/// Clones the last commit, fetches the crates (downloads do not count), and
/// waits for the page that `cargo book serve` serves.
fn clone_to_served_page(root: &Path) -> Result<Duration> {
    const PORT: &str = "39217";
    let folder = tempfile::tempdir()?;
    let clone = folder.path().join("clone");
    let cloned = Command::new("git")
        .arg("clone")
        .arg("--quiet")
        .arg(root)
        .arg(&clone)
        .status()?;
    ensure!(cloned.success(), "git could not clone {}", root.display());
    let fetched = cargo(&clone)
        .args(["fetch", "--locked", "--quiet"])
        .status()?;
    ensure!(fetched.success(), "cargo could not fetch the crates");
    let started = Instant::now();
    let mut server = Server(
        cargo(&clone)
            .args(["book", "serve", "--no-open", "--port", PORT])
            .env_remove("CARGO_TARGET_DIR")
            .stdout(Stdio::null())
            .spawn()?,
    );
    while first_page(PORT).is_err() {
        ensure!(
            server.0.try_wait()?.is_none(),
            "`cargo book serve` ended before it served a page"
        );
        thread::sleep(Duration::from_millis(50));
    }
    Ok(started.elapsed())
}

/// Asks for the first page; an answer that is not a page is an error.
fn first_page(port: &str) -> Result<()> {
    let mut connection = TcpStream::connect(format!("127.0.0.1:{port}"))?;
    connection.write_all(b"GET / HTTP/1.0\r\n\r\n")?;
    let mut answer = [0; 12];
    connection.read_exact(&mut answer)?;
    ensure!(answer.ends_with(b"200"), "the server has no first page");
    Ok(())
}

struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // Killing a server that has already ended is no failure.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
