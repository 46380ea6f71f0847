//! The colors of the figures, once for both themes of the book.

/// A color of the house style: a CSS custom property, with its value on the
/// light and on the dark theme.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint {
    pub property: &'static str,
    pub light: &'static str,
    pub dark: &'static str,
}

impl Paint {
    /// The color in a presentation attribute; a figure opened on its own, with
    /// no style sheet, has the colors of the light theme.
    pub fn value(self) -> String {
        format!("var({}, {})", self.property, self.light)
    }
}

/// The rules that a page with inlined figures needs.
///
/// The dark colors apply below an element of the class `navy`, the name of the
/// dark theme of mdBook; paper is always light.
#[must_use]
pub fn css() -> String {
    let rules = |value: fn(&Paint) -> &'static str| -> String {
        PAINTS
            .iter()
            .map(|paint| format!("  {}: {};\n", paint.property, value(paint)))
            .collect()
    };
    let light = rules(|paint| paint.light);
    let dark = rules(|paint| paint.dark);
    format!(
        ".figure {{\n  display: block;\n  width: 100%;\n  max-width: 560px;\n  height: auto;\n  \
         margin: 1.5em auto 0.5em;\n  font-family: inherit;\n}}\n\
         :root {{\n{light}}}\n\
         .navy {{\n{dark}}}\n\
         @media print {{\n.figure {{\n  --bg: #ffffff;\n{light}  color: #000000;\n}}\n}}\n"
    )
}

/// One color for each series: distinct with the common color vision
/// deficiencies, and never the only difference between two series.
pub(crate) const SERIES: [Paint; 6] = [
    Paint {
        property: "--figure-1",
        light: "#0b61b0",
        dark: "#6db3f2",
    },
    Paint {
        property: "--figure-2",
        light: "#b7410e",
        dark: "#f59e6c",
    },
    Paint {
        property: "--figure-3",
        light: "#0a7a5a",
        dark: "#55d0a3",
    },
    Paint {
        property: "--figure-4",
        light: "#8e3a91",
        dark: "#dc9ee0",
    },
    Paint {
        property: "--figure-5",
        light: "#7d6200",
        dark: "#e3c452",
    },
    Paint {
        property: "--figure-6",
        light: "#4a5a6a",
        dark: "#a9b8c8",
    },
];

/// Grid lines: decoration that must not compete with the data.
pub(crate) const GRID: Paint = Paint {
    property: "--figure-grid",
    light: "#dfe3e8",
    dark: "#2c3242",
};

/// Shaded ranges and heat maps, always with some transparency.
pub(crate) const REGION: Paint = Paint {
    property: "--figure-region",
    light: "#51637a",
    dark: "#9fb2cc",
};

const PAINTS: [Paint; 8] = [
    SERIES[0], SERIES[1], SERIES[2], SERIES[3], SERIES[4], SERIES[5], GRID, REGION,
];

#[cfg(test)]
mod tests {
    use super::*;

    const LIGHT_PAGE: &str = "#ffffff";
    const DARK_PAGE: &str = "#161923";

    #[test]
    fn data_stands_out_on_both_themes() {
        for paint in SERIES.iter().chain([&REGION]) {
            let (light, dark) = (
                contrast(paint.light, LIGHT_PAGE),
                contrast(paint.dark, DARK_PAGE),
            );
            assert!(light >= 4.5, "{}: {light:.2} on light", paint.property);
            assert!(dark >= 4.5, "{}: {dark:.2} on dark", paint.property);
        }
    }

    #[test]
    fn the_grid_stays_in_the_background() {
        assert!(contrast(GRID.light, LIGHT_PAGE) < 1.6);
        assert!(contrast(GRID.dark, DARK_PAGE) < 1.6);
    }

    #[test]
    fn contrast_is_the_one_of_wcag() {
        // The two examples that every implementation is checked with.
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
        assert!((contrast("#777777", "#ffffff") - 4.478).abs() < 1e-3);
    }

    #[test]
    fn the_style_sheet_sets_each_color_for_both_themes_and_paper() {
        let css = css();
        for paint in PAINTS {
            assert_eq!(
                css.matches(&format!("{}: {};", paint.property, paint.light))
                    .count(),
                2
            );
            assert_eq!(
                css.matches(&format!("{}: {};", paint.property, paint.dark))
                    .count(),
                1
            );
        }
        assert_eq!(css.matches('{').count(), css.matches('}').count());
    }

    /// The contrast ratio of WCAG 2.2, from 1 to 21.
    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(hex: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }
}
