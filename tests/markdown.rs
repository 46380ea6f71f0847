//! Every Rust fence in the Markdown outside `src/` compiles and runs.
//!
//! skeptic makes a test of each, named after its file, its section and its
//! line, such as `contributing_sect_add_a_loss_line_41`.

use std::panic;
use std::sync::Once;

mod markdown_files;

mod fences {
    include!(concat!(env!("OUT_DIR"), "/fences.rs"));
}

/// Cargo does not run a build script again for files that are new.
#[test]
fn no_file_is_forgotten() {
    let tested: Vec<&str> = env!("MARKDOWN_FILES").split(';').collect();
    assert_eq!(
        markdown_files::outside_src(&book::root()),
        tested,
        "a Markdown file came or went: `touch tests/build.rs` and test again"
    );
}

#[test]
fn a_fence_can_use_the_losses() {
    run("use losses::prelude::*;\n\
         fn main() -> Result<(), LossError> {\n\
         assert_abs_diff_eq!(mean(&array![1.0, 2.0, 3.0])?, 2.0);\n\
         Ok(())\n\
         }\n");
}

#[test]
fn a_fence_needs_no_main() {
    run("let residual = 2.0;\nassert_eq!(residual * residual, 4.0);\n");
    run("use losses::prelude::*;\n\
         assert_eq!(mean(&array![2.0])?, 2.0);\n\
         Ok::<(), LossError>(())\n");
}

#[test]
#[should_panic(expected = "rustc")]
fn rejects_a_fence_that_does_not_compile() {
    run("fn main() { losses::no_such_loss(); }\n");
}

#[test]
#[should_panic(expected = "out.exe")]
fn rejects_a_fence_that_panics() {
    run("assert_eq!(1 + 1, 3);\n");
}

#[test]
#[should_panic(expected = "out.exe")]
fn rejects_a_fence_that_returns_an_error() {
    run("Err::<(), &str>(\"no\")?;\nOk::<(), &str>(())\n");
}

fn run(fence: &str) {
    run_test(
        env!("CARGO_MANIFEST_DIR"),
        env!("OUT_DIR"),
        env!("TARGET_TRIPLE"),
        fence,
    );
}

/// What skeptic's tests call.
fn run_test(manifest: &str, out: &str, target: &str, fence: &str) {
    shorten_panics();
    skeptic::rt::run_test(manifest, out, target, &whole_program(fence));
}

/// Wraps a fence without a `main` in one, as rustdoc does.
fn whole_program(fence: &str) -> String {
    if fence.contains("fn main(") {
        fence.to_owned()
    } else if fence.trim_end().ends_with("(())") {
        format!(
            "fn main() {{\nfn fence() -> Result<(), impl std::fmt::Debug> {{\n{fence}}}\n\
             fence().unwrap();\n}}\n"
        )
    } else {
        format!("fn main() {{\n{fence}}}\n")
    }
}

/// skeptic panics with the command line of rustc, which names every library
/// of the workspace twice; what rustc or the fence said is printed before.
fn shorten_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let is_of_skeptic = info
                .payload_as_str()
                .is_some_and(|message| message.starts_with("Command failed"));
            if is_of_skeptic {
                eprintln!(
                    "a Rust fence outside src/ fails: the name of this test says which, \
                     by file, section and line\n  \
                     remedy: mend it; a fence is a whole program, or the inside of `main`"
                );
            } else {
                usual(info);
            }
        }));
    });
}
