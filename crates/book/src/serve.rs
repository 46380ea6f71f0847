//! `cargo book serve`: the book in the browser, rebuilt and reloaded when a
//! file of it changes.

use std::collections::BTreeSet;
use std::net::Ipv4Addr;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use axum::Router;
use notify_debouncer_full::notify::{EventKind, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, new_debouncer};
use tokio::net::TcpListener;
use tower_http::services::{ServeDir, ServeFile};
use tower_livereload::{LiveReloadLayer, Reloader};

use crate::examples::{self, Examples};
use crate::generated::Mode;
use crate::passed::Extent;
use crate::site;

/// The port that is tried first.
pub const PREFERRED_PORT: u16 = 3000;

/// What a changed file asks for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Consequence {
    /// Prose, theme or table of contents: render the pages.
    Pages,
    /// An example: run it, then render.
    Example(String),
    /// A loss: run its own examples, render, then see to all others.
    Loss(String),
    /// The figures: run all examples, then render.
    AllExamples,
    /// The front door itself: only a restart can follow.
    Restart,
}

/// Builds the book, serves it, and follows changes until it is interrupted.
///
/// # Errors
///
/// When the book cannot be built for the first time, the port is taken, or
/// the files cannot be watched. Later failures are printed, and the last
/// good page stays.
pub fn serve(root: &Path, port: Option<u16>, open_browser: bool) -> Result<()> {
    let runtime = tokio::runtime::Runtime::new().context("cannot start the server's threads")?;
    let listener = runtime.block_on(listen(port))?;
    let destination = root.join("book");
    render(root, &destination)?;
    let live_reload = LiveReloadLayer::new();
    let reloader = live_reload.reloader();
    follow(root.to_path_buf(), destination.clone(), reloader)?;
    let pages =
        ServeDir::new(&destination).not_found_service(ServeFile::new(destination.join("404.html")));
    let app = Router::new().fallback_service(pages).layer(live_reload);
    let address = format!("http://{}", listener.local_addr()?);
    println!("the book is at {address} (Ctrl+C stops it)");
    if open_browser && let Err(error) = open::that_detached(&address) {
        println!("no browser could be opened ({error}): open {address} yourself");
    }
    runtime.block_on(async {
        axum::serve(listener, app)
            .await
            .context("the server stopped")
    })
}

/// Binds the port that was asked for, or else the preferred or any free one.
async fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = port {
        return bind(port).await.with_context(|| {
            format!("port {port} cannot be used; without --port a free one is taken")
        });
    }
    match bind(PREFERRED_PORT).await {
        Ok(listener) => Ok(listener),
        Err(_) => {
            println!("port {PREFERRED_PORT} is taken, so the book gets another one");
            bind(0).await.context("no free port was found")
        }
    }
}

/// Watches the sources in a thread of its own.
fn follow(root: PathBuf, destination: PathBuf, reloader: Reloader) -> Result<()> {
    let (send, receive) = mpsc::channel::<DebounceEventResult>();
    let mut watcher = new_debouncer(Duration::from_millis(60), None, send)
        .context("the system offers no way to watch files")?;
    for (path, mode) in [
        ("src", RecursiveMode::Recursive),
        ("theme", RecursiveMode::Recursive),
        ("crates", RecursiveMode::Recursive),
        (".", RecursiveMode::NonRecursive),
    ] {
        watcher
            .watch(root.join(path), mode)
            .with_context(|| format!("cannot watch {}", root.join(path).display()))?;
    }
    thread::spawn(move || {
        let _keeps_watching = watcher;
        for result in receive {
            let consequences: BTreeSet<Consequence> = result
                .unwrap_or_default()
                .iter()
                .filter(|event| !matches!(event.kind, EventKind::Access(_)))
                .flat_map(|event| &event.paths)
                .filter_map(|path| consequence(path.strip_prefix(&root).ok()?))
                .collect();
            for step in steps(&consequences) {
                match take(&root, &destination, &step) {
                    Ok(()) => reloader.reload(),
                    Err(error) => println!("the last good page stays: {error:#}"),
                }
            }
        }
    });
    Ok(())
}

/// What a change of the file at `path`, relative to the root, asks for.
#[must_use]
pub fn consequence(path: &Path) -> Option<Consequence> {
    let parts: Vec<&str> = path
        .components()
        .filter_map(|part| match part {
            Component::Normal(name) => name.to_str(),
            _ => None,
        })
        .collect();
    let is_temporary = parts
        .last()
        .is_none_or(|name| name.starts_with('.') || name.ends_with('~'));
    match parts.as_slice() {
        _ if is_temporary => None,
        // Written by the examples that we run ourselves.
        ["src", "examples", ..] => None,
        ["src" | "theme", ..] | ["SUMMARY.md" | "book.toml" | "macros.txt"] => {
            Some(Consequence::Pages)
        }
        ["crates", "losses", "examples", file] => {
            Some(Consequence::Example(file.strip_suffix(".rs")?.to_owned()))
        }
        ["crates", "losses", "src", .., file] => {
            Some(Consequence::Loss(file.strip_suffix(".rs")?.to_owned()))
        }
        ["crates", "figures", "src", ..] => Some(Consequence::AllExamples),
        ["crates", "book", "src", ..] | ["crates", _, "Cargo.toml"] | ["Cargo.toml"] => {
            Some(Consequence::Restart)
        }
        _ => None,
    }
}

/// One thing to do before the pages are rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Render,
    Run(Examples),
    Restart,
}

/// What to do, in order: what the reader waits for comes first, and what the
/// change can only have touched in passing follows.
fn steps(consequences: &BTreeSet<Consequence>) -> Vec<Step> {
    let mut steps = Vec::new();
    for consequence in consequences {
        match consequence {
            Consequence::Pages => steps.push(Step::Render),
            Consequence::Example(name) => {
                steps.push(Step::Run(Examples::Named(vec![name.clone()])));
            }
            Consequence::Loss(slug) => {
                steps.push(Step::Run(Examples::Of(slug.clone())));
                steps.push(Step::Run(Examples::All));
            }
            Consequence::AllExamples => steps.push(Step::Run(Examples::All)),
            Consequence::Restart => steps.push(Step::Restart),
        }
    }
    if steps.contains(&Step::Run(Examples::All)) {
        steps.retain(|step| *step != Step::Run(Examples::All));
        steps.push(Step::Run(Examples::All));
    }
    steps
}

fn take(root: &Path, destination: &Path, step: &Step) -> Result<()> {
    match step {
        Step::Render => render(root, destination),
        Step::Run(examples) => {
            refresh(root, examples)?;
            render(root, destination)
        }
        Step::Restart => {
            println!("the front door itself changed: stop it and run `cargo book serve` again");
            Ok(())
        }
    }
}

/// Renders the pages and says how long it took and what mdBook warned about.
///
/// # Errors
///
/// When mdBook cannot render the book.
pub fn render(root: &Path, destination: &Path) -> Result<()> {
    let started = Instant::now();
    let warnings = site::build(root, destination)?;
    for warning in &warnings {
        println!("warning: {}", warning.0);
    }
    let seconds = started.elapsed().as_secs_f64();
    match warnings.len() {
        0 => println!("pages rendered in {seconds:.2} s"),
        n => println!("pages rendered in {seconds:.2} s, with {n} warnings: see above"),
    }
    Ok(())
}

/// Runs the examples that `select` describes and rewrites what they print and draw.
///
/// # Errors
///
/// When the examples do not compile. A program that refutes its claim is
/// printed; what the others wrote is kept.
pub fn refresh(root: &Path, select: &Examples) -> Result<()> {
    let started = Instant::now();
    let report = examples::run(root, select, Mode::Update, Extent::Changed)?;
    for failure in &report.failures {
        println!("{failure}");
    }
    println!(
        "{} examples run, {} files changed, in {:.1} s",
        report.n_run,
        report.updated.len(),
        started.elapsed().as_secs_f64()
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_theme_and_configuration_ask_for_the_pages() {
        for path in [
            "src/regression/mse.md",
            "theme/head.hbs",
            "SUMMARY.md",
            "macros.txt",
            "book.toml",
        ] {
            assert_eq!(
                consequence(Path::new(path)),
                Some(Consequence::Pages),
                "{path}"
            );
        }
    }

    #[test]
    fn rust_asks_for_the_examples_that_it_can_have_changed() {
        for (path, expected) in [
            (
                "crates/losses/src/regression/mse.rs",
                Consequence::Loss("mse".into()),
            ),
            (
                "crates/losses/examples/mse_outlier.rs",
                Consequence::Example("mse_outlier".into()),
            ),
            ("crates/figures/src/lib.rs", Consequence::AllExamples),
            ("crates/book/src/serve.rs", Consequence::Restart),
        ] {
            assert_eq!(consequence(Path::new(path)), Some(expected), "{path}");
        }
    }

    #[test]
    fn what_we_write_ourselves_asks_for_nothing() {
        for path in [
            "src/examples/mse_outlier.txt",
            "src/regression/.mse.md.swp",
            "book/index.html",
        ] {
            assert_eq!(consequence(Path::new(path)), None, "{path}");
        }
    }

    #[test]
    fn the_examples_of_an_edited_loss_come_before_all_others() {
        let edited = BTreeSet::from([
            Consequence::Loss("mse".into()),
            Consequence::Loss("mae".into()),
            Consequence::Pages,
        ]);
        assert_eq!(
            steps(&edited),
            [
                Step::Render,
                Step::Run(Examples::Of("mae".into())),
                Step::Run(Examples::Of("mse".into())),
                Step::Run(Examples::All),
            ]
        );
    }
}
