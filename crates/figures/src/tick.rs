/// A labeled position on an axis.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tick {
    pub value: f64,
    pub label: String,
}

/// The finest ticks with a step of 1, 2 or 5 times a power of ten that number
/// at most `at_most` in the range.
pub(crate) fn linear(start: f64, end: f64, at_most: usize) -> Vec<Tick> {
    // One step more than there are gaps may still hold few enough ticks, so
    // the search starts one size below the obvious one.
    let coarse = (end - start) / at_most.max(2) as f64;
    let exponent = coarse.log10().floor() as i32 - 1;
    (exponent..)
        .flat_map(|exponent| {
            [1, 2, 5].map(|digit| Decimal {
                digits: digit,
                exponent,
            })
        })
        .map(|step| multiples(step, start, end))
        .find(|ticks| ticks.len() <= at_most.max(2))
        .expect("a large enough step leaves at most one tick")
}

/// Powers of ten; on an axis too short for two of them, 1, 2 and 5 times each.
pub(crate) fn logarithmic(start: f64, end: f64, at_most: usize) -> Vec<Tick> {
    let first = (start.log10() - TOLERANCE).ceil() as i32;
    let last = (end.log10() + TOLERANCE).floor() as i32;
    if last - first < 1 {
        return (first - 1..=last)
            .flat_map(|exponent| [1, 2, 5].map(|digits| Decimal { digits, exponent }.tick()))
            .filter(|tick| {
                (start * (1.0 - TOLERANCE)..=end * (1.0 + TOLERANCE)).contains(&tick.value)
            })
            .collect();
    }
    let stride = [1, 2, 3, 5, 10, 20, 50, 100, 200]
        .into_iter()
        .find(|stride| ((last - first) / stride + 1) as usize <= at_most.max(2))
        .unwrap_or(500);
    (first..=last)
        .filter(|exponent| exponent % stride == 0)
        .map(|exponent| Tick {
            value: 10_f64.powi(exponent),
            label: format!("10{}", superscript(exponent)),
        })
        .collect()
}

/// A range such as 0 to 0.30000000000000004 was meant to end at 0.3.
const TOLERANCE: f64 = 1e-9;

/// An exact decimal number, so that no rounding noise can reach a label.
#[derive(Clone, Copy)]
struct Decimal {
    digits: i64,
    exponent: i32,
}

impl Decimal {
    fn value(self) -> f64 {
        // Dividing by an exact power rounds once; multiplying by 0.1 twice.
        if self.exponent < 0 {
            self.digits as f64 / 10_f64.powi(-self.exponent)
        } else {
            self.digits as f64 * 10_f64.powi(self.exponent)
        }
    }

    fn tick(self) -> Tick {
        Tick {
            value: self.value(),
            label: self.label(),
        }
    }

    fn label(self) -> String {
        if self.digits == 0 {
            return "0".to_owned();
        }
        let sign = if self.digits < 0 { "−" } else { "" };
        let digits = self.digits.unsigned_abs().to_string();
        let whole = digits.len() as i32 + self.exponent;
        if self.exponent < -4 || whole > 6 {
            let significant = digits.trim_end_matches('0');
            let mantissa = match significant.split_at(1) {
                (one, "") => one.to_owned(),
                (one, rest) => format!("{one}.{rest}"),
            };
            return format!("{sign}{mantissa}×10{}", superscript(whole - 1));
        }
        if self.exponent >= 0 {
            return format!("{sign}{digits}{}", "0".repeat(self.exponent as usize));
        }
        let decimals = self.exponent.unsigned_abs() as usize;
        let padded = format!("{digits:0>width$}", width = decimals + 1);
        let (whole, fraction) = padded.split_at(padded.len() - decimals);
        format!("{sign}{whole}.{fraction}")
    }
}

fn multiples(step: Decimal, start: f64, end: f64) -> Vec<Tick> {
    let first = (start / step.value() - TOLERANCE).ceil() as i64;
    let last = (end / step.value() + TOLERANCE).floor() as i64;
    // A step that is far too fine is refused by its caller: a few too many
    // are enough to see that.
    (first..=last)
        .take(100)
        .map(|count| {
            Decimal {
                digits: count * step.digits,
                ..step
            }
            .tick()
        })
        .collect()
}

fn superscript(exponent: i32) -> String {
    exponent
        .to_string()
        .chars()
        .map(|c| match c {
            '-' => '⁻',
            '1' => '¹',
            '2' => '²',
            '3' => '³',
            digit => char::from_u32('⁰' as u32 + digit as u32 - '0' as u32).unwrap_or(digit),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn labels(ticks: &[Tick]) -> Vec<&str> {
        ticks.iter().map(|tick| tick.label.as_str()).collect()
    }

    #[test]
    fn steps_are_one_two_or_five_times_a_power_of_ten() {
        assert_eq!(
            labels(&linear(-3.0, 3.0, 7)),
            ["−3", "−2", "−1", "0", "1", "2", "3"]
        );
        assert_eq!(labels(&linear(0.0, 5.0, 6)), ["0", "1", "2", "3", "4", "5"]);
        assert_eq!(
            labels(&linear(0.0, 100.0, 6)),
            ["0", "20", "40", "60", "80", "100"]
        );
        assert_eq!(labels(&linear(0.0, 1.0, 3)), ["0", "0.5", "1.0"]);
    }

    #[test]
    fn labels_carry_no_rounding_noise() {
        // 3 × 0.1 is 0.30000000000000004 in binary.
        let ticks = linear(0.0, 0.3, 4);
        assert_eq!(labels(&ticks), ["0", "0.1", "0.2", "0.3"]);
        assert_eq!(ticks[3].value, 0.3);
        assert_eq!(labels(&linear(-0.05, 0.05, 3)), ["−0.05", "0", "0.05"]);
    }

    #[test]
    fn an_end_missed_by_rounding_still_gets_its_tick() {
        assert_eq!(linear(0.0, 0.1 + 0.2, 4).len(), 4);
        assert_eq!(linear(0.0, 3.0 * (1.0 - 1e-12), 4).len(), 4);
        assert_eq!(
            linear(0.0, 2.99, 4).len(),
            3,
            "a real difference is respected"
        );
    }

    #[test]
    fn very_large_and_small_numbers_are_written_with_powers_of_ten() {
        assert_eq!(labels(&linear(0.0, 2e6, 3)), ["0", "1×10⁶", "2×10⁶"]);
        assert_eq!(labels(&linear(0.0, 3e-5, 3)), ["0", "2×10⁻⁵"]);
        assert_eq!(
            labels(&linear(0.0, 3e-6, 4)),
            ["0", "1×10⁻⁶", "2×10⁻⁶", "3×10⁻⁶"]
        );
        assert_eq!(
            labels(&linear(1.4e7, 1.6e7, 3)),
            ["1.4×10⁷", "1.5×10⁷", "1.6×10⁷"]
        );
        assert_eq!(labels(&linear(0.0, 100_000.0, 3)), ["0", "50000", "100000"]);
    }

    #[test]
    fn decades_are_written_with_superscripts() {
        let ticks = logarithmic(1e-6, 1e2, 9);
        assert_eq!(ticks.len(), 9);
        assert_eq!(ticks[0].label, "10⁻⁶");
        assert_eq!(ticks[6].label, "10⁰");
        assert_eq!(ticks[8].label, "10²");
    }

    #[test]
    fn many_decades_are_thinned_out() {
        assert_eq!(
            labels(&logarithmic(1e-12, 1.0, 5)),
            ["10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "10⁰"]
        );
        assert!(logarithmic(1e-300, 1e300, 6).len() <= 6);
    }

    #[test]
    fn a_short_logarithmic_axis_gets_ticks_inside_the_decade() {
        assert_eq!(labels(&logarithmic(0.1, 0.9, 6)), ["0.1", "0.2", "0.5"]);
        assert_eq!(labels(&logarithmic(1.0, 5.0, 6)), ["1", "2", "5"]);
        assert_eq!(labels(&logarithmic(30.0, 80.0, 6)), ["50"]);
    }

    proptest! {
        #[test]
        fn ticks_are_few_inside_and_labeled_with_their_value(
            start in -1e6..1e6_f64,
            span in 1e-3..1e6_f64,
            at_most in 2..10_usize,
        ) {
            let end = start + span;
            let ticks = linear(start, end, at_most);
            prop_assert!((1..=at_most).contains(&ticks.len()), "{ticks:?}");
            for tick in ticks {
                let slack = span * 1e-6;
                prop_assert!((start - slack..=end + slack).contains(&tick.value));
                if !tick.label.contains('×') {
                    let read: f64 = tick.label.replace('−', "-").parse().unwrap();
                    prop_assert_eq!(read, tick.value);
                }
            }
        }
    }
}
