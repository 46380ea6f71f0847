//! The fonts of a page's formulas come with its first bytes: one that came
//! later would move the text, and lay out half of the page again.

/// Each font with what is written in it. `KaTeX_Main` and `KaTeX_Math` are in
/// every formula.
const FONTS: [(&str, &[&str]); 9] = [
    ("Main-Regular", &["class=\"katex\""]),
    ("Math-Italic", &["class=\"katex\""]),
    ("Main-Bold", &["mathbf"]),
    ("AMS-Regular", &["mathbb"]),
    ("Caligraphic-Regular", &["mathcal"]),
    ("Size1-Regular", &["small-op", "delimsizing size1"]),
    ("Size2-Regular", &["large-op", "delimsizing size2"]),
    ("Size3-Regular", &["delimsizing size3"]),
    ("Size4-Regular", &["delimsizing size4", "delim-size4"]),
];

/// Links that fetch the fonts of a page at once; `up` leads to the site's root.
pub(super) fn preloads(html: &str, up: &str) -> String {
    FONTS
        .iter()
        .filter(|(_, classes)| classes.iter().any(|class| html.contains(class)))
        .map(|(font, _)| {
            format!(
                "<link rel=\"preload\" href=\"{up}katex/fonts/KaTeX_{font}.woff2\" as=\"font\" type=\"font/woff2\" crossorigin>"
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_fetches_the_fonts_that_its_formulas_are_written_in() {
        let links = preloads(
            "<span class=\"katex\"><span class=\"mop op-symbol large-op\">",
            "../",
        );
        let fonts: Vec<&str> = links
            .split("<link rel=\"preload\" href=\"../katex/fonts/KaTeX_")
            .skip(1)
            .map(|link| link.split('.').next().unwrap())
            .collect();
        assert_eq!(fonts, ["Main-Regular", "Math-Italic", "Size2-Regular"]);
        assert_eq!(preloads("<p>No formula.</p>", "../"), "");
    }
}
