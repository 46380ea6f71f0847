//! What mdBook's scripts do in one go is done in several tasks, so that a
//! phone can answer its reader between them.

use anyhow::{Result, ensure};

/// In `book.js`: the buttons of all programs, and what they do when clicked.
const LATER: [&str; 2] = ["codeSnippets", "clipboard"];
/// In `toc.js`: which heading is near asks for the layout of the whole page,
/// just before it is laid out anyway.
const HEADING: &str = "('DOMContentLoaded', reloadCurrentHeader)";
const HEADING_WITH_FRAME: &str =
    "('DOMContentLoaded', () => requestAnimationFrame(reloadCurrentHeader))";

/// A script of mdBook's, by the name of its file; others stay as they are.
///
/// # Errors
///
/// When the script is not what is known of it, so with another mdBook.
pub(super) fn in_tasks(code: &str, file: &str) -> Result<String> {
    if file.starts_with("toc-") {
        return replaced(code, HEADING, HEADING_WITH_FRAME, file);
    }
    if !file.starts_with("book-") {
        return Ok(code.to_owned());
    }
    let mut code = code.to_owned();
    for name in LATER {
        let start = format!("\n(function {name}() {{\n");
        let later = format!("\nsetTimeout(function {name}() {{\n");
        code = replaced(&code, &start, &later, file)?;
        let (before, function) = code.split_at(code.find(&later).unwrap_or_default());
        code = before.to_owned() + &replaced(function, "\n})();", "\n});", file)?;
    }
    Ok(code)
}

fn replaced(code: &str, known: &str, better: &str, file: &str) -> Result<String> {
    ensure!(
        code.contains(known),
        "{file} of mdBook no longer has {known:?}: look at what it does now, and change finish/tasks.rs"
    );
    Ok(code.replacen(known, better, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_programs_get_their_buttons_in_a_task_of_their_own() {
        let code = "'use strict';\n(function codeSnippets() {\na();\n})();\n\
                    (function themes() {\nb();\n})();\n(function clipboard() {\nc();\n})();\n";
        assert_eq!(
            in_tasks(code, "book-1.js").unwrap(),
            "'use strict';\nsetTimeout(function codeSnippets() {\na();\n});\n\
             (function themes() {\nb();\n})();\nsetTimeout(function clipboard() {\nc();\n});\n"
        );
        assert_eq!(in_tasks(code, "quiz-1.js").unwrap(), code);
    }

    #[test]
    fn the_heading_in_view_is_looked_for_with_the_frame() {
        let code = "document.addEventListener('DOMContentLoaded', reloadCurrentHeader);";
        assert_eq!(
            in_tasks(code, "toc-1.js").unwrap(),
            "document.addEventListener('DOMContentLoaded', () => requestAnimationFrame(reloadCurrentHeader));"
        );
    }

    #[test]
    fn another_script_of_mdbook_is_not_passed_over() {
        for file in ["book-1.js", "toc-1.js"] {
            let error = in_tasks("a();", file).unwrap_err().to_string();
            assert!(
                error.contains(file) && error.contains("finish/tasks.rs"),
                "{error}"
            );
        }
    }
}
