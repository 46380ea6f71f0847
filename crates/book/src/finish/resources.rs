//! Style sheets in one file, scripts without comments, and the search only
//! for those who search.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, ensure};

use super::named::File;
use super::scripts::for_long_pages;
use super::tags::{Piece, attribute, name, pieces};
use super::{read, write};

/// What the pages of a site load.
pub struct Resources {
    root: PathBuf,
    /// What is a part of another file now.
    merged: Mutex<BTreeSet<PathBuf>>,
    scripts: Mutex<BTreeSet<PathBuf>>,
}

impl Resources {
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            merged: Mutex::default(),
            scripts: Mutex::default(),
        }
    }

    /// The page with one style sheet, without what only formulas need if it
    /// has none, and with the scripts of the search put off.
    pub fn of_page(&self, html: &str, page: &Path) -> Result<String> {
        let has_math = html.contains("class=\"katex\"");
        // The whole book is too long to wait for its end.
        let is_shown_at_once = html.contains(AFTER_TEXT) && !super::paper::is_whole_book(page);
        let (up, from) = self.way_up(page)?;
        let mut sheets = Vec::new();
        let mut search = String::new();
        let mut head = String::new();
        let mut slim = String::with_capacity(html.len());
        let mut is_dropped = false;
        let mut in_head = true;
        for piece in pieces(html) {
            let tag = match piece {
                Piece::Tag(tag) => tag,
                Piece::Text(text) => {
                    slim.push_str(text);
                    continue;
                }
            };
            if std::mem::take(&mut is_dropped) && name(tag) == "/script" {
                continue;
            }
            match name(tag) {
                "link" if tag.contains("katex/") => {
                    if has_math {
                        slim.push_str(&super::fonts::preloads(html, &up));
                        slim.push_str(tag);
                    }
                }
                // Chromium would fetch it besides the icon before it, an SVG.
                "link" if attribute(tag, "rel") == Some("shortcut icon") => {}
                "nav" if is_shown_at_once && tag.contains(AFTER_TEXT) => {
                    slim.push_str(&tag.replacen("<nav", "<nav id=\"after-text\"", 1));
                }
                // A page may have a sheet of its own, in its body.
                "link" if in_head && attribute(tag, "rel") == Some("stylesheet") => {
                    let path = self.resolve(&from, attribute(tag, "href").unwrap_or_default())?;
                    sheets.push((path, attribute(tag, "media").map(str::to_owned)));
                    // book.js turns some of them off, so something has to be there.
                    if let Some(id) = attribute(tag, "id") {
                        head.push_str(&format!("<template id=\"{id}\"></template>"));
                    }
                }
                "script" if attribute(tag, "src").is_some_and(is_search) => {
                    search.push_str(tag);
                    search.push_str("</script>");
                    is_dropped = true;
                    self.remember_script(&from, tag)?;
                }
                "script" if attribute(tag, "src").is_some() => {
                    slim.push_str(tag);
                    self.remember_script(&from, tag)?;
                }
                "/head" => {
                    in_head = false;
                    let sheet = self.merge(&sheets)?;
                    if is_shown_at_once {
                        slim.push_str(SHOWN_AT_ONCE);
                    }
                    slim.push_str(&format!(
                        "<link rel=\"stylesheet\" href=\"{up}{sheet}\">{head}</head>"
                    ));
                }
                "/body" if !search.is_empty() => {
                    slim.push_str(&format!(
                        "<template id=\"search-scripts\">{search}</template></body>"
                    ));
                }
                "!--" => {}
                // An empty line that other styles of mdBook need.
                "div" if attribute(tag, "style") == Some("clear: both") => slim.push_str("<div>"),
                _ => slim.push_str(tag),
            }
        }
        Ok(slim)
    }

    /// Writes the scripts again without comments and ready for long pages, and
    /// removes what no page loads any more.
    pub fn finish(self) -> Result<()> {
        for path in self
            .scripts
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
        {
            let file = path.file_name().unwrap_or_default().to_string_lossy();
            if !file.ends_with(".min.js") {
                let code = without_comments(&read(&path)?);
                write(&path, &for_long_pages(&code, &file)?)?;
            }
        }
        for path in self
            .merged
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
        {
            fs::remove_file(&path)
                .with_context(|| format!("{} cannot be removed", path.display()))?;
        }
        Ok(())
    }

    /// The way from a page up to the root, and the folder that its addresses
    /// start from: that of the page, but for the one that is shown everywhere.
    fn way_up(&self, page: &Path) -> Result<(String, PathBuf)> {
        let inside = page.strip_prefix(&self.root)?;
        if inside == Path::new("404.html") {
            return Ok((String::new(), self.root.clone()));
        }
        let depth = inside.components().count() - 1;
        let folder = page.parent().unwrap_or(&self.root);
        Ok(("../".repeat(depth), folder.to_path_buf()))
    }

    fn resolve(&self, from: &Path, address: &str) -> Result<PathBuf> {
        let mut path = from.to_path_buf();
        for part in Path::new(address).components() {
            match part {
                Component::ParentDir => {
                    path.pop();
                }
                Component::Normal(name) => path.push(name),
                _ => {}
            }
        }
        ensure!(
            path.starts_with(&self.root),
            "{address} leads out of the site"
        );
        Ok(path)
    }

    fn remember_script(&self, from: &Path, tag: &str) -> Result<()> {
        // On the page of the whole book a chapter's own script leads nowhere.
        let path = self.resolve(from, attribute(tag, "src").unwrap_or_default());
        if let Ok(path) = path
            && path.is_file()
        {
            self.scripts
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .insert(path);
        }
        Ok(())
    }

    /// Writes style sheets as one, named by its content.
    fn merge(&self, sheets: &[(PathBuf, Option<String>)]) -> Result<String> {
        let mut merged = String::new();
        for (path, media) in sheets {
            let css = minified(&read(path)?);
            match media {
                Some(media) => merged.push_str(&format!("@media {media}{{{css}}}")),
                None => merged.push_str(&css),
            }
        }
        let File { name, text } = File::new("style", "css", merged);
        let mut gone = self.merged.lock().unwrap_or_else(PoisonError::into_inner);
        gone.extend(sheets.iter().map(|(path, _)| path.clone()));
        write(&self.root.join(&name), &text)?;
        Ok(name)
    }
}

/// The scripts that only the search needs, 17 KB on the wire: theme/search.js
/// loads them when somebody searches.
fn is_search(address: &str) -> bool {
    ["elasticlunr-", "mark-", "searcher-"].iter().any(|name| {
        address
            .rsplit('/')
            .next()
            .is_some_and(|file| file.starts_with(name))
    })
}

/// A style sheet without comments and without space that says nothing.
pub(super) fn minified(css: &str) -> String {
    let mut slim = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(c) = rest.chars().next() {
        let (token, after) = match c {
            '/' if rest.starts_with("/*") => {
                let end = rest.find("*/").map_or(rest.len(), |end| end + 2);
                (" ", &rest[end..])
            }
            '"' | '\'' => {
                let end = string_length(rest, c);
                (&rest[..end], &rest[end..])
            }
            c if c.is_whitespace() => (" ", rest.trim_start()),
            c => rest.split_at(c.len_utf8()),
        };
        rest = after;
        if token == " " {
            let stays = !slim.ends_with(['{', '}', ';', ',', ':', ' ']);
            if stays {
                slim.push(' ');
            }
        } else {
            if matches!(token, "{" | "}" | ";" | ",") && slim.ends_with(' ') {
                slim.pop();
            }
            if token == "}" && slim.ends_with(';') {
                slim.pop();
            }
            slim.push_str(token);
        }
    }
    slim.trim().to_owned()
}

/// The length of a string with its quotes; a backslash escapes one of them.
fn string_length(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (index, c) in text.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            c if c == quote => return index + 1,
            _ => {}
        }
    }
    text.len()
}

/// A script without indentation and without the lines that are comments.
/// Comments behind code stay: telling them from strings needs a parser.
pub(super) fn without_comments(code: &str) -> String {
    let mut slim = String::with_capacity(code.len());
    let mut lines = code.lines().map(str::trim);
    while let Some(line) = lines.next() {
        if line.starts_with("/*") {
            let mut last = line;
            while !last.contains("*/") {
                let Some(next) = lines.next() else { break };
                last = next;
            }
            if let Some((_, after)) = last.split_once("*/") {
                slim.push_str(after);
            }
        } else if !line.is_empty() && !line.starts_with("//") {
            slim.push_str(line);
            slim.push('\n');
        }
    }
    slim
}

/// A page is painted, and so laid out, when its text is there, and not again
/// with every piece of it that arrives.
const SHOWN_AT_ONCE: &str = "<link rel=\"expect\" href=\"#after-text\" blocking=\"render\">";
/// The first tag after the text.
const AFTER_TEXT: &str = "class=\"nav-wrapper\"";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_loses_comments_and_space_but_no_meaning() {
        let css = "/* all */\na > b :hover ,\n  c {\n  content: \"a  /* b */ \\\" }\" ;\n  width: calc(1px + 2px);\n}\n";
        assert_eq!(
            minified(css),
            "a > b :hover,c{content:\"a  /* b */ \\\" }\";width:calc(1px + 2px)}"
        );
    }

    #[test]
    fn a_script_loses_comments_that_stand_alone() {
        let code =
            "'use strict';\n\n/**\n * Doc.\n */\n  // why\n  go('// no /* comment */'); // kept\n";
        assert_eq!(
            without_comments(code),
            "'use strict';\ngo('// no /* comment */'); // kept\n"
        );
    }

    #[test]
    fn a_page_loads_one_style_sheet_and_the_search_later() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for (name, text) in [
            ("a-1.css", "a { top: 0 }"),
            ("b-1.css", "b { top: 0 }"),
            ("mark-1.min.js", "mark"),
            ("quiz-1.js", "// why\nquiz"),
        ] {
            fs::write(root.join(name), text).unwrap();
        }
        let html = "<head><link rel=\"shortcut icon\" href=\"../favicon-1.png\"><link rel=\"stylesheet\" href=\"../katex/katex.min.css\"><link rel=\"stylesheet\" href=\"../a-1.css\">\
                    <link rel=\"stylesheet\" id=\"off\" href=\"../b-1.css\" media=\"print\"></head>\
                    <body><!-- none --><link rel=\"stylesheet\" href=\"own.css\"><script src=\"../mark-1.min.js\"></script><script src=\"../quiz-1.js\"></script></body>";
        let resources = Resources::new(root);
        let page = resources
            .of_page(html, &root.join("part/page.html"))
            .unwrap();
        resources.finish().unwrap();

        let (before, after) = page.split_once("../style-").unwrap();
        let (hash, after) = after.split_once(".css").unwrap();
        assert_eq!(before, "<head><link rel=\"stylesheet\" href=\"");
        assert_eq!(
            after,
            "\"><template id=\"off\"></template></head><body><link rel=\"stylesheet\" href=\"own.css\"><script src=\"../quiz-1.js\"></script>\
             <template id=\"search-scripts\"><script src=\"../mark-1.min.js\"></script></template></body>"
        );
        let sheet = fs::read_to_string(root.join(format!("style-{hash}.css"))).unwrap();
        assert_eq!(sheet, "a{top:0}@media print{b{top:0}}");
        assert!(!root.join("a-1.css").exists() && !root.join("b-1.css").exists());
        assert_eq!(
            fs::read_to_string(root.join("quiz-1.js")).unwrap(),
            "quiz\n"
        );
    }

    #[test]
    fn the_first_paint_waits_for_what_follows_the_text() {
        let folder = tempfile::tempdir().unwrap();
        let finished = |html: &str, name: &str| {
            let resources = Resources::new(folder.path());
            resources.of_page(html, &folder.path().join(name)).unwrap()
        };
        let html = "<head></head><main></main><nav class=\"nav-wrapper\"></nav>";
        let page = finished(html, "page.html");
        assert!(
            page.contains("rel=\"expect\" href=\"#after-text\""),
            "{page}"
        );
        assert!(
            page.ends_with("</main><nav id=\"after-text\" class=\"nav-wrapper\"></nav>"),
            "{page}"
        );
        assert!(!finished(html, "print.html").contains("after-text"));
        assert!(!finished("<head></head>", "toc.html").contains("after-text"));
    }
}
