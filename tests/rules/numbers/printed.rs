//! The numbers that an example printed.

use std::sync::LazyLock;

use regex::Regex;

use super::decimal::Decimal;

/// A number in the output of an example.
#[derive(Clone, Debug)]
pub struct Printed {
    /// As it stands there.
    pub text: String,
    /// What it may be read as: 95 % is also 0.95.
    pub readings: Vec<Decimal>,
}

/// The numbers in an output.
pub fn printed(output: &str) -> Vec<Printed> {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[eE]([-+]?\d+))?( ?%)?")
            .expect("it is a constant")
    });
    NUMBER
        .captures_iter(output)
        .filter_map(|captures| {
            let whole = captures.get(0).expect("the whole match");
            let before = &output[..whole.start()];
            if is_name(before) {
                return None;
            }
            let exponent = captures
                .get(2)
                .map_or(Some(0), |it| it.as_str().parse().ok())?;
            let number = Decimal::parse(&captures[1], exponent)?;
            let is_negative = is_minus(before);
            let number = if is_negative {
                number.negative()
            } else {
                number
            };
            let sign = if is_negative { "-" } else { "" };
            let mut readings = vec![number];
            if captures.get(3).is_some() {
                readings.push(number.hundredth());
            }
            Some(Printed {
                text: format!("{sign}{}", whole.as_str()),
                readings,
            })
        })
        .collect()
}

/// The digits of `f32` and `smooth_l1` are part of a name.
fn is_name(before: &str) -> bool {
    before.ends_with(|it: char| it.is_alphabetic() || it == '_')
}

/// A minus, not the hyphen of `1-3` or `GPT-2`.
fn is_minus(before: &str) -> bool {
    let Some(before) = before.strip_suffix(['-', '−']) else {
        return false;
    };
    !before.ends_with(|it: char| it.is_alphanumeric() || it == ')')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(output: &str) -> Vec<String> {
        printed(output).into_iter().map(|it| it.text).collect()
    }

    #[test]
    fn numbers_are_told_from_names_and_ranges() {
        assert_eq!(
            texts("f32 -0.99995 9.08e-5 12,345 95.1 % 8/27 1-3 [1, 2] x=−7 0..=5"),
            [
                "-0.99995", "9.08e-5", "12,345", "95.1 %", "8", "27", "1", "3", "1", "2", "-7",
                "0", "5"
            ]
        );
    }

    #[test]
    fn a_percentage_is_also_a_fraction() {
        let half = Decimal::parse("0.5", 0).unwrap();
        let numbers = printed("share 50%");
        assert!(numbers[0].readings.iter().any(|it| it.equals(half)));
    }
}
