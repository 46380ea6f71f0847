//! What tells a reading system what lies in the file, by EPUB 3.3:
//! <https://www.w3.org/TR/epub-33/>.

use super::contents::Part;

/// What catalogs show of a book; all of it escaped.
#[derive(Debug)]
pub struct About {
    pub title: String,
    pub description: String,
    pub authors: Vec<String>,
    pub language: String,
}

/// A file of the book, by its path in the folder of the package.
#[derive(Debug)]
pub struct Item {
    pub path: String,
    pub content: Vec<u8>,
}

pub const CONTENTS: &str = "contents.xhtml";
pub const COVER: &str = "cover.png";
pub const TITLE_PAGE: &str = "title.xhtml";
pub const LICENSE: &str = "Prose and figures: CC BY 4.0. Code: MIT or Apache-2.0, at your option.";
/// The book is the same in each edition, so that a newer one replaces it.
const IDENTIFIER: &str = "urn:uuid:5f1d3a52-8f0e-4c57-9d8e-6b1c0b5a7e21";
/// The same site is to be the same bytes, so it says nothing of when it was made.
const MODIFIED: &str = "2000-01-01T00:00:00Z";

/// Where the package lies in the archive.
pub const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
    <container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\
    <rootfiles><rootfile full-path=\"EPUB/package.opf\" \
    media-type=\"application/oebps-package+xml\"/></rootfiles></container>\n";

/// The package document: what the book is, of which files, in which order.
pub fn package(about: &About, items: &[Item]) -> String {
    let authors: String = about
        .authors
        .iter()
        .map(|it| format!("<dc:creator>{it}</dc:creator>\n"))
        .collect();
    let ids: Vec<(String, &Item)> = items
        .iter()
        .enumerate()
        .map(|(index, item)| (format!("item-{index}"), item))
        .collect();
    let manifest: String = ids.iter().map(|(id, item)| listed(id, item)).collect();
    let spine: String = ids
        .iter()
        .filter(|(_, item)| item.path.ends_with(".xhtml"))
        .map(|(id, _)| format!("<itemref idref=\"{id}\"/>\n"))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" \
         unique-identifier=\"identifier\" xml:lang=\"{language}\">\n\
         <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n\
         <dc:identifier id=\"identifier\">{IDENTIFIER}</dc:identifier>\n\
         <dc:title>{title}</dc:title>\n\
         <dc:language>{language}</dc:language>\n\
         {authors}\
         <dc:description>{description}</dc:description>\n\
         <dc:rights>{LICENSE}</dc:rights>\n\
         <meta property=\"dcterms:modified\">{MODIFIED}</meta>\n\
         {ACCESSIBILITY}\
         </metadata>\n\
         <manifest>\n{manifest}</manifest>\n\
         <spine>\n{spine}</spine>\n\
         </package>\n",
        title = about.title,
        language = about.language,
        description = about.description,
    )
}

/// What the files are like; the rest of the accessibility is not certified.
const ACCESSIBILITY: &str = "\
    <meta property=\"schema:accessMode\">textual</meta>\n\
    <meta property=\"schema:accessMode\">visual</meta>\n\
    <meta property=\"schema:accessModeSufficient\">textual</meta>\n\
    <meta property=\"schema:accessibilityFeature\">MathML</meta>\n\
    <meta property=\"schema:accessibilityFeature\">alternativeText</meta>\n\
    <meta property=\"schema:accessibilityFeature\">structuralNavigation</meta>\n\
    <meta property=\"schema:accessibilityFeature\">tableOfContents</meta>\n\
    <meta property=\"schema:accessibilityHazard\">none</meta>\n";

fn listed(id: &str, item: &Item) -> String {
    let Item { path, content } = item;
    let media = match path.rsplit_once('.') {
        Some((_, "css")) => "text/css",
        Some((_, "png")) => "image/png",
        Some((_, "svg")) => "image/svg+xml",
        _ => "application/xhtml+xml",
    };
    let property = match path.as_str() {
        CONTENTS => "nav",
        COVER => "cover-image",
        _ if content.windows(5).any(|it| it == b"<math") => "mathml",
        _ => "",
    };
    let property = match property {
        "" => String::new(),
        property => format!(" properties=\"{property}\""),
    };
    format!("<item id=\"{id}\" href=\"{path}\" media-type=\"{media}\"{property}/>\n")
}

/// The table of contents: parts, and chapters below them.
pub fn navigation(parts: &[Part]) -> String {
    let parts: String = parts
        .iter()
        .map(|part| {
            let chapters: String = part
                .chapters
                .iter()
                .map(|it| format!("<li><a href=\"{}.xhtml\">{}</a></li>\n", it.path, it.title))
                .collect();
            match &*part.title {
                "" => chapters,
                title => format!("<li><span>{title}</span><ol>\n{chapters}</ol></li>\n"),
            }
        })
        .collect();
    format!(
        "<nav epub:type=\"toc\" id=\"toc\"><h1>Contents</h1>\n<ol>\n{parts}</ol></nav>\n\
         <nav epub:type=\"landmarks\" id=\"landmarks\" hidden=\"hidden\"><h2>Landmarks</h2>\n<ol>\n\
         <li><a epub:type=\"titlepage\" href=\"{TITLE_PAGE}\">Title</a></li>\n\
         <li><a epub:type=\"toc\" href=\"{CONTENTS}\">Contents</a></li>\n\
         </ol></nav>"
    )
}

/// The first page: title, authors, license.
pub fn title_page(about: &About) -> String {
    format!(
        "<div class=\"title-page\"><img src=\"{COVER}\" alt=\"\"/>\n<h1>{}</h1>\n<p>{}</p>\n\
         <p>{}</p>\n<p>{LICENSE}</p></div>",
        about.title,
        about.authors.join(", "),
        about.description
    )
}

#[cfg(test)]
mod tests {
    use super::super::contents::Chapter;
    use super::*;

    fn about() -> About {
        About {
            title: "Loss &amp; more".into(),
            description: "Nine.".into(),
            authors: vec!["A".into(), "B".into()],
            language: "en".into(),
        }
    }

    fn item(path: &str, content: &str) -> Item {
        Item {
            path: path.into(),
            content: content.into(),
        }
    }

    #[test]
    fn a_package_lists_every_file_and_reads_the_pages_in_order() {
        let items = [
            item(CONTENTS, "<nav></nav>"),
            item("regression/mse.xhtml", "<p><math></math></p>"),
            item("figures/a.svg", ""),
            item(COVER, ""),
        ];
        let package = package(&about(), &items);
        for part in [
            "<dc:title>Loss &amp; more</dc:title>",
            "<dc:creator>A</dc:creator>\n<dc:creator>B</dc:creator>",
            "<item id=\"item-0\" href=\"contents.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>",
            "href=\"regression/mse.xhtml\" media-type=\"application/xhtml+xml\" properties=\"mathml\"/>",
            "<item id=\"item-2\" href=\"figures/a.svg\" media-type=\"image/svg+xml\"/>",
            "href=\"cover.png\" media-type=\"image/png\" properties=\"cover-image\"/>",
            "<spine>\n<itemref idref=\"item-0\"/>\n<itemref idref=\"item-1\"/>\n</spine>",
        ] {
            assert!(package.contains(part), "{part}\n{package}");
        }
    }

    #[test]
    fn the_contents_have_two_levels() {
        let chapter = |path: &str| Chapter {
            path: path.into(),
            title: path.to_uppercase(),
        };
        let parts = [("", "a"), ("Part", "b")].map(|(title, path)| Part {
            title: title.into(),
            chapters: vec![chapter(path)],
        });
        assert!(navigation(&parts).contains(
            "<ol>\n<li><a href=\"a.xhtml\">A</a></li>\n<li><span>Part</span><ol>\n\
             <li><a href=\"b.xhtml\">B</a></li>\n</ol></li>\n</ol></nav>"
        ));
    }
}
