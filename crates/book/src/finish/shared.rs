//! What search engines and messengers read of a page: its description, its
//! one address and its card; and the ways from a page to its source.
//!
//! mdBook knows neither the address of a page nor a description of its own,
//! so it is done here, where both are known.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Result;

use super::tags::{Piece, attribute, name, pieces};
use super::{read, write};
use crate::publication::Publication;

/// The picture that messengers show; `scripts/share-card` makes it.
pub const CARD: &str = "share-card.png";
/// What the card shows, for those who cannot see it.
const CARD_SAYS: &str = "Loss Functions: the interview book that proves its answers";
/// What a search engine shows of a description.
pub const LONGEST: usize = 160;

/// What is known of the whole site.
pub struct Shared<'a> {
    publication: &'a Publication,
    has_card: bool,
    /// The first page, which is `index.html`, too.
    front: String,
}

impl<'a> Shared<'a> {
    /// Reads which page of the site in `folder` is the first.
    ///
    /// # Errors
    ///
    /// When the site has no table of contents.
    pub fn new(folder: &Path, publication: &'a Publication) -> Result<Self> {
        let contents = read(&folder.join("toc.html"))?;
        let front = pieces(&contents).find_map(|piece| match piece {
            Piece::Tag(tag) if name(tag) == "a" => attribute(tag, "href"),
            _ => None,
        });
        Ok(Self {
            publication,
            has_card: folder.join(CARD).is_file(),
            front: front.unwrap_or("index.html").to_owned(),
        })
    }

    /// The page at `path` in the site with what others read of it.
    #[must_use]
    pub fn of_page(&self, html: &str, path: &str) -> String {
        match path {
            // The book once more, and a part of other pages.
            "print.html" | "toc.html" => return html.to_owned(),
            _ => {}
        }
        let is_lost = path == "404.html";
        let mut page = String::with_capacity(html.len());
        for piece in pieces(html) {
            match piece {
                Piece::Tag(tag) if attribute(tag, "name") == Some("description") => {}
                Piece::Tag(tag) if name(tag) == "base" => {
                    let _ = write!(page, "<base href=\"{}\">", self.publication.path());
                }
                Piece::Tag("</head>") => {
                    page.push_str(&self.head(html, path, is_lost));
                    page.push_str("</head>");
                }
                Piece::Tag("</main>") => {
                    if !is_lost {
                        page.push_str(&self.ways(path));
                    }
                    page.push_str("</main>");
                }
                Piece::Tag(text) | Piece::Text(text) => page.push_str(text),
            }
        }
        built_from(page, self.publication)
    }

    fn head(&self, html: &str, path: &str, is_lost: bool) -> String {
        let mut head = String::new();
        let description = description(html);
        if let Some(text) = &description {
            let _ = write!(
                head,
                "<meta name=\"description\" content=\"{}\">",
                escaped(text)
            );
        }
        if is_lost {
            return head + "<meta name=\"robots\" content=\"noindex\">";
        }
        let (title, book) = titles(html);
        let is_front = self.is_front(path);
        let mut properties = vec![
            ("type", if is_front { "website" } else { "article" }.into()),
            ("site_name", book.clone()),
            ("title", if is_front { book } else { title }),
        ];
        properties.extend(description.map(|it| ("description", escaped(&it))));
        if let Some(site) = &self.publication.site {
            let address = site.clone() + if is_front { "" } else { path };
            let _ = write!(head, "<link rel=\"canonical\" href=\"{address}\">");
            properties.push(("url", address));
            if self.has_card {
                properties.push(("image", format!("{site}{CARD}")));
                properties.push(("image:width", "1200".into()));
                properties.push(("image:height", "630".into()));
                properties.push(("image:alt", CARD_SAYS.into()));
                head.push_str("<meta name=\"twitter:card\" content=\"summary_large_image\">");
            }
        }
        for (property, content) in properties {
            let _ = write!(
                head,
                "<meta property=\"og:{property}\" content=\"{content}\">"
            );
        }
        head
    }

    fn is_front(&self, path: &str) -> bool {
        path == "index.html" || path == self.front
    }

    /// Links to edit the source of a page and to report what is wrong on it.
    fn ways(&self, path: &str) -> String {
        let Some(repository) = &self.publication.repository else {
            return String::new();
        };
        let path = if self.is_front(path) {
            &self.front
        } else {
            path
        };
        let source = path.strip_suffix(".html").unwrap_or(path).to_owned() + ".md";
        format!(
            "<footer class=\"page-ways\"><a href=\"{repository}/edit/main/src/{source}\">Edit this page</a> \
             <a href=\"{repository}/issues/new?title=src/{source}:%20\">Report an error</a></footer>"
        )
    }

    /// Writes the list of all pages for search engines.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn finish(&self, folder: &Path, pages: &[String]) -> Result<()> {
        let mut robots = "User-agent: *\nAllow: /\n".to_owned();
        if let Some(site) = &self.publication.site {
            let mut map = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                           <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                .to_owned();
            let listed = pages
                .iter()
                .filter(|it| !["print.html", "toc.html", "404.html", &self.front].contains(&&***it))
                .map(|it| if it == "index.html" { "" } else { it });
            for page in listed {
                let _ = writeln!(map, "<url><loc>{site}{page}</loc></url>");
            }
            write(&folder.join("sitemap.xml"), &(map + "</urlset>\n"))?;
            let _ = writeln!(robots, "Sitemap: {site}sitemap.xml");
        }
        write(&folder.join("robots.txt"), &robots)
    }
}

/// Fills the place where a page says what it was built from.
fn built_from(page: String, publication: &Publication) -> String {
    const PLACE: &str = "<p id=\"built-from\">";
    let (Some((before, rest)), Some(built_from)) =
        (page.split_once(PLACE), &publication.built_from)
    else {
        return page;
    };
    let after = rest.split_once("</p>").map_or("", |(_, after)| after);
    format!("{before}{PLACE}This site was built from {built_from}.</p>{after}")
}

/// The title of the page and of the book, as mdBook joins them.
fn titles(html: &str) -> (String, String) {
    let title = html
        .split_once("<title>")
        .and_then(|(_, rest)| rest.split_once("</title>"))
        .map_or("", |(title, _)| title);
    let (page, book) = title.rsplit_once(" - ").unwrap_or((title, title));
    (page.replace('"', "&quot;"), book.replace('"', "&quot;"))
}

/// The first sentences of a page that hold no formula, as many as fit; a box
/// says something about the page, not what it is about.
#[must_use]
pub fn description(html: &str) -> Option<String> {
    let sentences = paragraphs(html).into_iter().find_map(|paragraph| {
        let sentences: Vec<String> = paragraph
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|line| !line.is_empty())
            .skip_while(|line| line.contains(FORMULA))
            .take_while(|line| !line.contains(FORMULA) && !line.ends_with(':'))
            .collect();
        (!sentences.is_empty()).then_some(sentences)
    })?;
    let mut text = String::new();
    for sentence in &sentences {
        let longer = format!("{text} {sentence}").trim().to_owned();
        if longer.chars().count() > LONGEST {
            break;
        }
        text = longer;
    }
    if text.is_empty() {
        text = shortened(&sentences[0]);
    }
    Some(text)
}

fn shortened(sentence: &str) -> String {
    let start: String = sentence.chars().take(LONGEST - 1).collect();
    let words = start.rsplit_once(' ').map_or(&*start, |(words, _)| words);
    words.trim_end_matches([',', ':', ';', ' ']).to_owned() + "…"
}

/// Stands for a formula in the text of a paragraph.
const FORMULA: char = '\u{fffc}';

/// The texts of the paragraphs in the content of a page, in order.
fn paragraphs(html: &str) -> Vec<String> {
    const SKIPPED: [&str; 8] = [
        "pre", "svg", "figure", "table", "fieldset", "script", "style", "noscript",
    ];
    const BOXES: [&str; 3] = ["claim", "trap", "convention"];
    let mut found = Vec::new();
    let mut is_content = false;
    let mut open: Option<String> = None;
    // The element that is passed over, and how many of its name are open.
    let mut skipped: Option<(&str, usize)> = None;
    for piece in pieces(html) {
        let tag = match piece {
            Piece::Text(text) => {
                if let (Some(open), None) = (&mut open, skipped) {
                    open.push_str(text);
                }
                continue;
            }
            Piece::Tag(tag) => tag,
        };
        let element = name(tag);
        if let Some((which, depth)) = &mut skipped {
            if element == *which {
                *depth += 1;
            } else if element.strip_prefix('/') == Some(which) {
                *depth -= 1;
            }
            if *depth == 0 {
                skipped = None;
            }
            continue;
        }
        match element {
            "main" => is_content = true,
            "/main" => break,
            "p" if is_content => open = Some(String::new()),
            "/p" => found.extend(open.take().map(|text| unescaped(&text))),
            "span" if attribute(tag, "class").is_some_and(|it| it.starts_with("katex")) => {
                if let Some(open) = &mut open {
                    open.push(FORMULA);
                }
                skipped = Some(("span", 1));
            }
            "div" if attribute(tag, "class").is_some_and(|it| BOXES.contains(&it)) => {
                skipped = Some(("div", 1));
            }
            _ if SKIPPED.contains(&element) => skipped = Some((element, 1)),
            _ => {}
        }
    }
    found
}

fn unescaped(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(main: &str) -> String {
        format!(
            "<html><head><title>A &amp; B - Book</title><meta name=\"description\" content=\"All.\"></head>\
             <body><p>Frame.</p><main><h1>A</h1>{main}</main></body></html>"
        )
    }

    fn published() -> Publication {
        Publication {
            site: Some("https://a.example/b/".into()),
            repository: Some("https://code.example/o/b".into()),
            built_from: Some("commit 1".into()),
        }
    }

    fn shared(publication: &Publication) -> Shared<'_> {
        Shared {
            publication,
            has_card: true,
            front: "introduction.html".into(),
        }
    }

    #[test]
    fn a_description_is_the_first_sentences_that_fit_and_have_no_formula() {
        let math = "<span class=\"katex\"><span><span>x</span></span></span>";
        let long = "word ".repeat(60);
        for (main, expected) in [
            (
                "<p>One &lt; <em>two</em>.\nThree.</p><p>Four.</p>",
                Some("One < two. Three."),
            ),
            (
                &format!("<p>For {math} only.</p><p>Plain.\nWith {math}.\nNot reached.</p>"),
                Some("Plain."),
            ),
            (
                "<figure><p>Caption.</p></figure><p>It prints:</p><p>Text.</p>",
                Some("Text."),
            ),
            (&format!("<p>Short.\n{long}</p>"), Some("Short.")),
            (
                "<div class=\"claim\" id=\"a\"><div></div><p>Claim.</p></div><p>Text.</p>",
                Some("Text."),
            ),
            (
                &format!("<p>{math} is.\nSo it falls.</p>"),
                Some("So it falls."),
            ),
            ("<ul><li>Item</li></ul>", None),
        ] {
            assert_eq!(description(&page(main)).as_deref(), expected, "{main}");
        }
        let cut = description(&page(&format!("<p>{long}</p>"))).unwrap();
        assert!(
            cut.ends_with("word…") && cut.chars().count() <= LONGEST,
            "{cut}"
        );
    }

    #[test]
    fn a_page_has_one_description_an_address_a_card_and_ways_to_its_source() {
        let publication = published();
        let html = shared(&publication).of_page(&page("<p>Say \"so\".</p>"), "part/a.html");
        assert_eq!(html.matches("name=\"description\"").count(), 1);
        for expected in [
            "<meta name=\"description\" content=\"Say &quot;so&quot;.\">",
            "<link rel=\"canonical\" href=\"https://a.example/b/part/a.html\">",
            "<meta property=\"og:title\" content=\"A &amp; B\">",
            "<meta property=\"og:site_name\" content=\"Book\">",
            "<meta property=\"og:image\" content=\"https://a.example/b/share-card.png\">",
            "<a href=\"https://code.example/o/b/edit/main/src/part/a.md\">Edit this page</a>",
        ] {
            assert!(html.contains(expected), "{expected} is missing in {html}");
        }
    }

    #[test]
    fn the_first_page_has_one_address_under_both_its_names() {
        let publication = published();
        for path in ["index.html", "introduction.html"] {
            let html = shared(&publication).of_page(&page("<p>Text.</p>"), path);
            assert!(html.contains("rel=\"canonical\" href=\"https://a.example/b/\""));
            assert!(html.contains("/edit/main/src/introduction.md\""));
            assert!(html.contains("<meta property=\"og:title\" content=\"Book\">"));
        }
    }

    #[test]
    fn without_settings_nothing_is_claimed() {
        let publication = Publication::default();
        let html = shared(&publication).of_page(&page("<p>Text.</p>"), "a.html");
        for absent in ["canonical", "og:url", "og:image", "Edit this page", "http"] {
            assert!(!html.contains(absent), "{absent} in {html}");
        }
    }

    #[test]
    fn the_page_for_lost_addresses_finds_its_styles_from_any_depth() {
        let publication = published();
        let html = page("<p>Text.</p>").replace("<head>", "<head><base href=\"/\">");
        let html = shared(&publication).of_page(&html, "404.html");
        assert!(
            html.contains("<base href=\"/b/\">") && html.contains("noindex"),
            "{html}"
        );
        assert!(!html.contains("canonical"));
    }

    #[test]
    fn the_place_of_the_commit_is_filled() {
        let publication = published();
        let html = page("<p id=\"built-from\">Unknown.</p><p>Text.</p>");
        let html = shared(&publication).of_page(&html, "a.html");
        assert!(
            html.contains(
                "<p id=\"built-from\">This site was built from commit 1.</p><p>Text.</p>"
            )
        );
    }

    #[test]
    fn the_list_of_pages_has_each_once() {
        let folder = tempfile::tempdir().unwrap();
        let publication = published();
        let pages = [
            "404.html",
            "a.html",
            "index.html",
            "introduction.html",
            "print.html",
        ];
        shared(&publication)
            .finish(folder.path(), &pages.map(str::to_owned))
            .unwrap();
        let map = read(&folder.path().join("sitemap.xml")).unwrap();
        assert_eq!(map.matches("<loc>").count(), 2, "{map}");
        assert!(map.contains("<loc>https://a.example/b/</loc>"), "{map}");
        let robots = read(&folder.path().join("robots.txt")).unwrap();
        assert!(
            robots.ends_with("Sitemap: https://a.example/b/sitemap.xml\n"),
            "{robots}"
        );
    }

    #[test]
    fn the_card_has_the_size_that_the_pages_say() {
        let png = std::fs::read(crate::root().join("src").join(CARD)).unwrap();
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), (1200, 630));
    }
}
