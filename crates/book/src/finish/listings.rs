//! The hidden lines of programs, in a file that is fetched when a reader asks
//! for them.
//!
//! They are a fifteenth of a chapter, and without JavaScript nobody can see
//! them. `theme/listings.js` puts them back.

use anyhow::{Context, Result};

use super::named::File;
use super::tags::{Piece, attribute, pieces};

/// A page without its hidden lines, and the script that brings them.
pub struct Apart {
    pub page: String,
    /// None when the page hides no line.
    pub file: Option<File>,
}

/// Takes the hidden lines out of a page. What is left of each run of them is
/// an empty place, so that mdBook still offers to show them.
pub fn apart(html: &str, page_name: &str) -> Result<Apart> {
    let mut page = String::with_capacity(html.len());
    let mut runs: Vec<String> = Vec::new();
    let mut is_hidden = false;
    let mut goes_on = false;
    let mut file = None;
    for piece in pieces(html) {
        match piece {
            Piece::Tag(tag) if attribute(tag, "class") == Some("boring") => {
                is_hidden = true;
                if !goes_on {
                    runs.push(String::new());
                    page.push_str("<span class=\"boring\"></span>");
                }
            }
            Piece::Tag("</span>") if is_hidden => {
                is_hidden = false;
                goes_on = true;
            }
            Piece::Text(text) if is_hidden => {
                let run = runs.last_mut().context("a hidden line is in no run")?;
                run.push_str(&unescaped(text));
            }
            Piece::Tag("</body>") if !runs.is_empty() => {
                let script = format!("showHiddenLines({});\n", serde_json::to_string(&runs)?);
                let lines = File::new(&format!("{page_name}.lines"), "js", script);
                page.push_str(&format!(
                    "<template id=\"hidden-lines\"><script src=\"{}\"></script></template></body>",
                    lines.name
                ));
                file = Some(lines);
            }
            Piece::Tag(text) | Piece::Text(text) => {
                goes_on = false;
                page.push_str(text);
            }
        }
    }
    Ok(Apart { page, file })
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_lines_go_into_a_script_and_leave_their_places() {
        let html = "<pre><code><span class=\"boring\">use a;\n</span><span class=\"boring\">fn f() -&gt; &amp;B {\n</span>\
                    let x = 1;\n<span class=\"boring\">}\n</span></code></pre></body>";
        let Apart { page, file } = apart(html, "a").unwrap();
        let File { name, text } = file.unwrap();
        assert!(name.starts_with("a.lines-"), "{name}");
        assert_eq!(
            page,
            format!(
                "<pre><code><span class=\"boring\"></span>let x = 1;\n<span class=\"boring\"></span></code></pre>\
                 <template id=\"hidden-lines\"><script src=\"{name}\"></script></template></body>"
            )
        );
        assert_eq!(
            text,
            "showHiddenLines([\"use a;\\nfn f() -> &B {\\n\",\"}\\n\"]);\n"
        );
    }

    #[test]
    fn a_page_that_hides_nothing_stays() {
        let html = "<pre><code>let x = 1;\n</code></pre></body>";
        let Apart { page, file } = apart(html, "a").unwrap();
        assert_eq!(page, html);
        assert!(file.is_none());
    }
}
