//! Pages that are almost right: each preprocessor hands the book back, or
//! refuses it at the place.

use std::sync::LazyLock;

use mdbook_preprocessor::PreprocessorContext;
use mdbook_preprocessor::book::{Book, BookItem, Chapter};
use proptest::prelude::*;

use super::*;
use crate::mutations::{PAGE, config, damaged, long_pages, middle, timely};

const NAMES: [&str; 5] = [
    "evidence",
    "drop-annotations",
    "dedent-listings",
    "quiz",
    "references",
];

/// The page, and one with everything that is made of all pages.
fn book(page: &str) -> Book {
    let lists = format!(
        "# All\n\n{}\n\n{}\n\n{}\n\n{}\n\n{}\n\n{}\n\n{}\n",
        quiz::INDEX,
        quiz::COUNTS,
        quiz::ALL,
        quiz::INTERVIEWS,
        quiz::MOST_ASKED,
        evidence::WHOLE,
        references::MARK
    );
    let mut book = Book::new();
    for (path, content) in [("regression/mse.md", page), ("study/all.md", &lists)] {
        book.push_item(Chapter {
            name: "Mean".into(),
            content: content.to_owned(),
            path: Some(path.into()),
            // No file is there, so that faults keep the lines of the chapter.
            source_path: Some(path.into()),
            ..Chapter::default()
        });
    }
    book
}

fn context() -> PreprocessorContext {
    // The folder of this book would be read: what a page includes.
    PreprocessorContext::new("/nowhere".into(), Default::default(), "html".into())
}

fn contents(book: &Book) -> Vec<&str> {
    let chapters = book.iter().filter_map(|item| match item {
        BookItem::Chapter(chapter) => Some(chapter.content.as_str()),
        _ => None,
    });
    chapters.collect()
}

fn preprocess(page: &str) {
    for name in NAMES {
        let result = by_name(name).unwrap().run(&context(), book(page));
        let made = match result {
            Ok(made) => made,
            Err(error) => {
                let error = error.to_string();
                assert!(
                    name == "quiz" && error.contains("\nsrc/regression/mse.md:"),
                    "{error}"
                );
                continue;
            }
        };
        let made = contents(&made);
        assert_eq!(made.len(), 2);
        assert!(!made[1].contains("<!-- quiz") || name != "quiz");
        let without_spaces = |text: &str| text.replace(' ', "");
        match name {
            "dedent-listings" => assert_eq!(without_spaces(made[0]), without_spaces(page)),
            "drop-annotations" if !page.contains("<annotation") => assert_eq!(made[0], page),
            "references" if !page.contains(references::MARK) => assert_eq!(made[0], page),
            "evidence" if !page.contains("<div class=\"claim\">") => {
                assert!(made[0].starts_with(page), "{}", made[0]);
            }
            _ => {}
        }
    }
}

/// What mdBook sends to a preprocessor that is a command.
static MESSAGE: LazyLock<&'static str> = LazyLock::new(|| {
    let message = serde_json::to_string_pretty(&(context(), book("# A\n\nb\n"))).unwrap();
    message.leak()
});

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn a_damaged_page_is_handed_back_or_refused_at_its_place(page in damaged(PAGE)) {
        preprocess(&page);
    }

    #[test]
    fn a_damaged_message_of_mdbook_is_answered_or_refused(message in damaged(&MESSAGE)) {
        for name in NAMES {
            let mut answered = Vec::new();
            match answer(&*by_name(name).unwrap(), message.as_bytes(), &mut answered) {
                Ok(()) => drop(serde_json::from_slice::<Book>(&answered).unwrap()),
                Err(error) => assert!(!error.to_string().is_empty()),
            }
        }
    }
}

#[test]
fn long_pages_are_handed_back_in_time() {
    for page in long_pages() {
        for page in [
            format!("## References\n\n{page}"),
            format!("```rust\n{page}"),
            page,
        ] {
            timely(&middle(&page), move || preprocess(&page));
        }
    }
}
