//! mdBook's scripts, made ready for long pages: what they do at once for a
//! whole page is done where the reader is, or later.

use anyhow::{Result, ensure};

/// The beginning of a file's name, and what is replaced in it.
const CHANGES: [(&str, &[(&str, &str)]); 2] = [
    (
        "book-",
        &[
            // The buttons of a program come when it comes near; `hljs` is ours
            // (theme/highlight.js).
            (
                "Array.from(document.querySelectorAll('code.hljs')).forEach(",
                "hljs.whenNear(document.querySelectorAll('code.hljs'), ",
            ),
            (
                "Array.from(document.querySelectorAll('pre code')).forEach(",
                "hljs.whenNear(document.querySelectorAll('pre code'), ",
            ),
            // Its two long parts are done after the others, each on its own, so
            // that a reader's touch is answered between them: the programs, and
            // the menu bar, whose place asks for the layout of the page.
            (
                "(function codeSnippets() {",
                "setTimeout(function codeSnippets() {",
            ),
            ("})();\n(function themes() {", "});\n(function themes() {"),
            (
                "(function controllMenu() {",
                "setTimeout(function controllMenu() {",
            ),
            (
                "updateBorder, { passive: true });\n})();\n})();",
                "updateBorder, { passive: true });\n})();\n});",
            ),
            // The menu bar waits above what is seen, also after a jump upward,
            // such as when text above turns out to be shorter than was guessed.
            (
                "nextTop = prevScrollTop + minMenuY",
                "nextTop = scrollTop + minMenuY",
            ),
        ],
    ),
    (
        "toc-",
        // The headings of the page come into the contents, and which of them is
        // in view asks for the layout of all: after the page has been painted,
        // each on its own.
        &[
            (
                "let lastKnownScrollPosition = 0;",
                "const afterLoad = (act) => addEventListener('load', () => setTimeout(act));\n\
                 let lastKnownScrollPosition = 0;",
            ),
            (
                "document.addEventListener('DOMContentLoaded', ",
                "afterLoad(",
            ),
        ],
    ),
];

/// A script of mdBook's, by the name of its file; others stay as they are.
///
/// # Errors
///
/// When the script is not what is known of it, so with another mdBook.
pub(super) fn for_long_pages(code: &str, file: &str) -> Result<String> {
    let changes = CHANGES.iter().find(|(name, _)| file.starts_with(name));
    let mut code = code.to_owned();
    for (known, better) in changes.map_or(&[][..], |(_, changes)| changes) {
        ensure!(
            code.contains(known),
            "{file} of mdBook no longer has {known:?}: look at what it does now, and change finish/scripts.rs"
        );
        code = code.replace(known, better);
    }
    Ok(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_gets_its_buttons_late_and_the_menu_bar_waits_above() {
        let code = "(function codeSnippets() {\n\
                    Array.from(document.querySelectorAll('code.hljs')).forEach(function(block) {});\n\
                    Array.from(document.querySelectorAll('pre code')).forEach(function(block) {});\n\
                    })();\n\
                    (function themes() {\n\
                    })();\n\
                    (function controllMenu() {\n\
                    nextTop = prevScrollTop + minMenuY;\n\
                    (function controllBorder() {\n\
                    document.addEventListener('scroll', updateBorder, { passive: true });\n\
                    })();\n\
                    })();\n";
        assert_eq!(
            for_long_pages(code, "book-1.js").unwrap(),
            "setTimeout(function codeSnippets() {\n\
             hljs.whenNear(document.querySelectorAll('code.hljs'), function(block) {});\n\
             hljs.whenNear(document.querySelectorAll('pre code'), function(block) {});\n\
             });\n\
             (function themes() {\n\
             })();\n\
             setTimeout(function controllMenu() {\n\
             nextTop = scrollTop + minMenuY;\n\
             (function controllBorder() {\n\
             document.addEventListener('scroll', updateBorder, { passive: true });\n\
             })();\n\
             });\n"
        );
        assert_eq!(for_long_pages(code, "quiz-1.js").unwrap(), code);
    }

    #[test]
    fn the_headings_come_into_the_contents_when_the_page_is_there() {
        let code = "let lastKnownScrollPosition = 0;\n\
                    document.addEventListener('DOMContentLoaded', function() {});\n\
                    document.addEventListener('DOMContentLoaded', reloadCurrentHeader);\n";
        let better = for_long_pages(code, "toc-1.js").unwrap();
        assert!(better.starts_with("const afterLoad = "), "{better}");
        assert!(
            better.ends_with("afterLoad(function() {});\nafterLoad(reloadCurrentHeader);\n"),
            "{better}"
        );
    }

    #[test]
    fn another_script_of_mdbook_is_not_passed_over() {
        for file in ["book-1.js", "toc-1.js"] {
            let error = for_long_pages("a();", file).unwrap_err().to_string();
            assert!(
                error.contains(file) && error.contains("finish/scripts.rs"),
                "{error}"
            );
        }
    }
}
