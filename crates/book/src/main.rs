//! `cargo book`: see `cargo book --help`.

use std::io::{stdin, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use book::examples::Examples;
use book::exercise::{self, Wish};
use book::generated::Mode;
use book::passed::{self, Extent};
use book::publication::Publication;
use book::{
    bench, browser, checks, downloads, examples, finish, libraries, pages, preprocessors, prove,
    questions, quiz, root, serve, site,
};
use clap::{Parser, Subcommand};

/// Loss Functions: the interview book that proves its answers.
///
/// Read it with `cargo book serve`; see that it holds with `cargo book test`.
#[derive(Parser)]
#[command(bin_name = "cargo book", arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Build the book, open it in the browser, and follow every edit
    ///
    /// An edit of Markdown or theme renders the pages anew.
    /// An edit of a loss, a figure or an example first runs the examples and
    /// rewrites what they print and draw in src/examples.
    Serve {
        /// The port to serve on [default: 3000, or a free one when it is taken]
        #[arg(long)]
        port: Option<u16>,
        /// Do not open the browser
        #[arg(long)]
        no_open: bool,
    },
    /// Write the finished site
    Build {
        /// The folder to write to
        #[arg(long, default_value = "book")]
        destination: PathBuf,
        /// Leave the pages as mdBook renders them: heavier, without a policy
        #[arg(long)]
        raw: bool,
        /// Also offer the book as a PDF and as an EPUB, the cheat sheet as another
        /// PDF, and the site in a zip file; needs Chromium
        #[arg(long, conflicts_with = "raw")]
        downloads: bool,
        #[command(flatten)]
        published: Published,
    },
    /// Print the book as a PDF with an outline, and the cheat sheet on two pages
    ///
    /// Needs Chromium, and minutes for the book.
    Pdf {
        /// The folder to write to
        #[arg(long, default_value = "pdf")]
        destination: PathBuf,
    },
    /// Write the book as an EPUB, for phones and reading devices
    Epub {
        /// The file to write to
        #[arg(long, default_value = downloads::EPUB)]
        output: PathBuf,
        /// Make it from this site, built with --raw, instead of building one
        #[arg(long)]
        site: Option<PathBuf>,
    },
    /// Make a site lighter and give it its security policy, as `build` does
    ///
    /// For a site that a stock mdBook has built: the result is the same.
    Finish {
        /// The folder of the site
        site: PathBuf,
        #[command(flatten)]
        published: Published,
    },
    /// Check everything that must hold, or only the checks named
    Test {
        /// The checks to run; --list names them
        checks: Vec<String>,
        /// List the checks and what each stands for
        #[arg(long)]
        list: bool,
        /// Open every page in Chromium and study with them: the checks `use` and
        /// `browser`, which have to be asked for: they need Chromium and Node.js
        #[arg(long, conflicts_with = "checks")]
        browser: bool,
        /// Run everything again, whatever passed before, and prove also the
        /// claims that take minutes, as CI does
        #[arg(long, conflicts_with_all = ["checks", "browser"])]
        full: bool,
    },
    /// Run the examples and compare what they print and draw with the book
    Run {
        /// The examples to run, such as mse_outlier; all without a name
        examples: Vec<String>,
        /// Rewrite src/examples with what they print and draw now
        #[arg(long)]
        update: bool,
        /// Leave out those that are the same as when they last passed
        #[arg(long)]
        changed: bool,
    },
    /// Compute the numbers of the quizzes and compare the ledger of their ids
    Quizzes {
        /// Add new ids to the ledger, and retire those whose question is gone
        #[arg(long)]
        update: bool,
    },
    /// Write all questions of the book as a deck that Anki imports
    ///
    /// Importing a newer deck updates the cards and keeps their schedule.
    Deck {
        /// The file to write to
        #[arg(long, default_value = book::deck::FILE)]
        output: PathBuf,
    },
    /// Practice the coding round: write a loss, and let checks teach
    ///
    /// Makes exercises/NAME/answer.rs to edit, checks it after each save, and
    /// says in words what is wrong. Nothing that you wrote is ever overwritten.
    Exercise {
        /// The exercise, such as huber; all are listed without a name
        name: Option<String>,
        /// List the exercises and how far you are
        #[arg(long, conflicts_with = "name")]
        list: bool,
        /// Check once instead of after each save; fails if it is not right yet
        #[arg(long, requires = "name", group = "wish")]
        once: bool,
        /// Show one more hint
        #[arg(long, requires = "name", group = "wish")]
        hint: bool,
        /// Show a solution
        #[arg(long, requires = "name", group = "wish")]
        solution: bool,
        /// Begin anew; your answer so far is kept beside it
        #[arg(long, requires = "name", group = "wish")]
        reset: bool,
    },
    /// Prove the claims over whole intervals and compare with the book
    Prove {
        /// Also those that take minutes
        #[arg(long)]
        full: bool,
        /// Rewrite src/proofs with what is proven now
        #[arg(long)]
        update: bool,
    },
    /// Measure how long somebody who edits the book waits
    Bench {
        /// Also measure a fresh clone up to its first served page (minutes)
        #[arg(long)]
        from_clone: bool,
    },
    /// Compile and run every program as the pages show it (mdbook test)
    TestPages {
        /// Leave out the pages whose programs are the same as when they passed
        #[arg(long)]
        changed: bool,
    },
    /// Build the site and open its pages in Chromium (see test --browser)
    #[command(hide = true)]
    TestBrowser,
    /// Build the site and use it in Chromium as a reader does
    #[command(hide = true)]
    TestUse,
    /// Fill target/page-libraries for a stock `mdbook test -L` and print its path
    Libraries,
    /// Called by a stock mdBook as a preprocessor; see book.toml
    #[command(hide = true)]
    Preprocess {
        /// The preprocessor, as book.toml calls it
        name: String,
        /// `supports RENDERER` when mdBook asks whether to call us at all
        #[arg(num_args = 0..)]
        question: Vec<String>,
    },
}

/// Where a site is published: it decides what the pages say of themselves.
#[derive(clap::Args)]
struct Published {
    /// Where the site will be, such as https://example.org/book [default:
    /// $BOOK_SITE_URL]; without it there is no sitemap and no canonical address
    #[arg(long)]
    site_url: Option<String>,
    /// Where the sources are, on a host like GitHub [default:
    /// $BOOK_REPOSITORY_URL]; without it no page links to its source
    #[arg(long)]
    repository_url: Option<String>,
}

impl Published {
    fn read(self, root: &Path) -> Result<Publication> {
        Publication::new(root, self.site_url, self.repository_url)
    }
}

fn main() -> ExitCode {
    match act(Arguments::parse().command, &root()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn act(action: Action, root: &Path) -> Result<()> {
    match action {
        Action::Serve { port, no_open } => serve::serve(root, port, !no_open),
        Action::Build {
            destination,
            raw,
            downloads,
            published,
        } => {
            let publication = published.read(root)?;
            render(root, &destination)?;
            if downloads {
                downloads::epub::offer(root, &destination)?;
            }
            if !raw {
                finish::finish(&destination, &publication)?;
            }
            println!("the site is in {}", destination.display());
            if downloads {
                downloads::offer(&destination)?;
            }
            Ok(())
        }
        Action::Pdf { destination } => {
            let site = root.join("target/pdf-site");
            render(root, &site)?;
            finish::finish(&site, &Publication::default())?;
            downloads::print(&site, &destination)?;
            println!("printed to {}", destination.display());
            Ok(())
        }
        Action::Epub { output, site } => {
            let site = match site {
                Some(site) => site,
                None => {
                    let site = root.join("target/epub-site");
                    render(root, &site)?;
                    site
                }
            };
            downloads::epub::write(root, &site, &output)?;
            println!("the book is in {}", output.display());
            Ok(())
        }
        Action::Finish { site, published } => finish::finish(&site, &published.read(root)?),
        Action::Test { list: true, .. } => {
            for check in checks::CHECKS {
                println!("{:<9} {}", check.name, check.what);
            }
            Ok(())
        }
        Action::Test {
            list: false,
            browser: true,
            ..
        } => checks::run(root, &[checks::USE, checks::BROWSER].map(str::to_owned)),
        Action::Test {
            checks,
            list: false,
            browser: false,
            full,
        } => {
            let checks = if full {
                passed::forget(root)?;
                checks::with_long_proofs()
            } else {
                checks
            };
            checks::run(root, &checks)
        }
        Action::Run {
            examples,
            update,
            changed,
        } => run(root, &examples, mode(update), extent(changed)),
        Action::Quizzes { update } => quizzes(root, update),
        Action::Deck { output } => {
            let (deck, count) = book::deck::deck(root)?;
            std::fs::write(&output, deck)
                .with_context(|| format!("cannot write {}", output.display()))?;
            println!(
                "{count} cards in {}; in Anki: File, Import",
                output.display()
            );
            Ok(())
        }
        Action::Exercise { name: None, .. } => exercise::list(root),
        Action::Exercise {
            name: Some(name),
            once,
            hint,
            solution,
            reset,
            list: _,
        } => {
            let wish = match (once, hint, solution, reset) {
                (true, ..) => Wish::CheckOnce,
                (_, true, ..) => Wish::Hint,
                (_, _, true, _) => Wish::Solution,
                (.., true) => Wish::Reset,
                _ => Wish::Work,
            };
            exercise::run(root, &name, wish)
        }
        Action::Prove { full, update } => {
            for path in prove::run(root, full, mode(update))? {
                println!("updated {}", path.display());
            }
            println!("proofs: the claims hold, and {} says so", prove::OUTPUTS);
            Ok(())
        }
        Action::Bench { from_clone } => bench::run(root, from_clone),
        Action::TestPages { changed } => test_pages(root, extent(changed)),
        Action::TestBrowser => browser::test_pages(root),
        Action::TestUse => browser::test_use(root),
        Action::Libraries => {
            println!("{}", libraries::collect(root)?.display());
            Ok(())
        }
        Action::Preprocess { name, question } => {
            let preprocessor = preprocessors::by_name(&name)?;
            if question.is_empty() {
                preprocessors::answer(&*preprocessor, stdin().lock(), stdout().lock())
            } else {
                // We support every renderer, so success is the whole answer.
                Ok(())
            }
        }
    }
}

/// Writes the site as mdBook renders it.
fn render(root: &Path, destination: &Path) -> Result<()> {
    let warnings = site::build(root, destination)?;
    for warning in &warnings {
        eprintln!("warning: {}", warning.0);
    }
    ensure!(
        warnings.is_empty(),
        "the site was written, but not whole: mend the {} warnings above",
        warnings.len()
    );
    Ok(())
}

fn run(root: &Path, names: &[String], mode: Mode, extent: Extent) -> Result<()> {
    let select = match names {
        [] => Examples::All,
        names => Examples::Named(names.to_vec()),
    };
    let report = examples::run(root, &select, mode, extent)?;
    for path in &report.updated {
        println!("updated {}", path.display());
    }
    for failure in &report.failures {
        println!("{failure}\n");
    }
    println!(
        "examples: {} run, {} unchanged since they passed, {} failed",
        report.n_run,
        report.n_unchanged,
        report.failures.len()
    );
    ensure!(
        report.failures.is_empty(),
        "the book and its programs disagree"
    );
    Ok(())
}

fn quizzes(root: &Path, update: bool) -> Result<()> {
    let pages = questions::read(root)?;
    let mut faults = quiz::ledger::settle(root, &pages, mode(update))?;
    let all: Vec<_> = pages
        .iter()
        .flat_map(|page| page.quiz.iter().map(|it| (page.path.as_str(), it)))
        .collect();
    let (n_proofs, refuted) = quiz::proofs::check(root, &all)?;
    faults.extend(refuted);
    for fault in &faults {
        println!("{fault}\n");
    }
    println!(
        "quizzes: {} questions, {n_proofs} numbers computed, {} wrong",
        all.len(),
        faults.len()
    );
    ensure!(faults.is_empty(), "the quizzes are not right");
    Ok(())
}

fn mode(update: bool) -> Mode {
    if update { Mode::Update } else { Mode::Compare }
}

fn extent(is_changed: bool) -> Extent {
    if is_changed {
        Extent::Changed
    } else {
        Extent::All
    }
}

fn test_pages(root: &Path, extent: Extent) -> Result<()> {
    let report = pages::test(root, extent)?;
    for failure in &report.failed {
        println!("{failure}");
    }
    println!(
        "pages: {} tested, {} unchanged since they passed, {} failed",
        report.n_tested,
        report.n_unchanged,
        report.failed.len()
    );
    ensure!(
        report.failed.is_empty(),
        "the pages and their programs disagree"
    );
    Ok(())
}
