//! How much room text takes, estimated without a font.

use crate::error::Problem;

/// The size of all text, in units: 10 pixels on a phone that shows a figure
/// 358 pixels wide.
pub(crate) const SIZE: f64 = 16.0;

/// From one line of text to the next.
pub(crate) const LINE: f64 = 23.0;

/// The estimated width of a text, on the wide side for the common sans-serif
/// fonts.
pub(crate) fn width(text: &str) -> f64 {
    SIZE * text.chars().map(advance).sum::<f64>()
}

/// Refuses a text wider than `limit`.
pub(crate) fn check_fits(text: &str, limit: f64) -> Result<(), Problem> {
    let width = width(text);
    if width <= limit {
        return Ok(());
    }
    Err(Problem::TooWide {
        text: text.to_owned(),
        width,
        limit,
    })
}

/// The width of a character in parts of the size of the font.
fn advance(character: char) -> f64 {
    match character {
        // Combining marks sit on the character before them.
        '\u{300}'..='\u{36f}' => 0.0,
        'i' | 'j' | 'l' | 'I' | '\'' | '|' => 0.29,
        ' ' | '.' | ',' | ':' | ';' | '!' => 0.32,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '-' | '/' | '"' => 0.4,
        '⁰'..='₎' | '¹' | '²' | '³' => 0.44,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' => 0.95,
        '=' | '+' | '−' | '×' | '<' | '>' => 0.78,
        letter if letter.is_lowercase() => 0.6,
        _ => 0.68,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_estimate_fits_narrow_and_wide_fonts() {
        // Widths at 16 pixels in Liberation Sans, which is as wide as Arial,
        // and in DejaVu Sans, the widest of the common ones.
        for (text, narrow, wide) in MEASURED {
            let estimate = width(text);
            assert!(
                estimate >= 0.97 * wide,
                "{text}: {estimate} is too small for {wide}"
            );
            assert!(
                estimate <= 1.25 * narrow,
                "{text}: {estimate} is too large for {narrow}"
            );
        }
    }

    #[test]
    fn combining_marks_take_no_room() {
        assert_eq!(width("y\u{302}"), width("y"));
        assert!(width("10⁻⁶") < width("1e-6"));
    }

    #[test]
    fn a_text_that_does_not_fit_is_refused() {
        assert!(check_fits("residual", 560.0).is_ok());
        let message = check_fits(&"x".repeat(100), 560.0).unwrap_err().to_string();
        assert!(
            message.ends_with("` needs 960 units, but there are only 560"),
            "{message}"
        );
    }

    const MEASURED: [(&str, f64, f64); 11] = [
        ("squared error", 96.0, 108.5),
        ("relative error of the gradient", 196.5, 228.5),
        ("predicted probability p", 156.5, 181.6),
        ("10⁻⁶", 29.5, 35.2),
        ("Huber, δ = 1", 87.6, 102.5),
        ("loss", 28.5, 30.9),
        ("minimum", 64.9, 75.9),
        ("median 20", 74.7, 85.4),
        ("residual ŷ − y", 94.7, 111.0),
        ("−0.25", 40.5, 49.0),
        ("BCE", 32.9, 32.0),
    ];
}
