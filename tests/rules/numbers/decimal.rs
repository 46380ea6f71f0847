//! Decimal numbers as they are written: the digits count, not only the value.

/// `digits · 10^place`; the place is that of the last digit written, so that
/// 22.0 is not the same as 22.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    digits: i128,
    /// Wider than any exponent that is read, so that no sum overflows.
    place: i64,
}

impl Decimal {
    /// Reads digits with an optional point, such as `22.0`, and an exponent
    /// of ten; the digits may be set in groups.
    ///
    /// `None` when there are more digits than any program prints on purpose.
    pub fn parse(written: &str, exponent: i32) -> Option<Self> {
        let plain: String = written
            .chars()
            .filter(|it| it.is_ascii_digit() || *it == '.')
            .collect();
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let all = format!("{whole}{fraction}");
        // 1e300 is printed with 300 zeros.
        let significant = all.trim_end_matches('0');
        let n_zeros = if all.len() > 30 {
            all.len() - significant.len()
        } else {
            0
        };
        let digits = &all[..all.len() - n_zeros];
        Some(Self {
            digits: if digits.is_empty() {
                0
            } else {
                digits.parse().ok()?
            },
            place: i64::from(exponent) - i64::try_from(fraction.len()).ok()?
                + i64::try_from(n_zeros).ok()?,
        })
    }

    /// The number with the other sign.
    pub fn negative(self) -> Self {
        Self {
            digits: -self.digits,
            ..self
        }
    }

    /// The number without its sign.
    pub fn absolute(self) -> Self {
        Self {
            digits: self.digits.abs(),
            ..self
        }
    }

    /// 0.95 for 95 %.
    pub fn hundredth(self) -> Self {
        Self {
            place: self.place - 2,
            ..self
        }
    }

    /// Whether both are the same number, however many digits they have.
    pub fn equals(self, other: Self) -> bool {
        self.reduced() == other.reduced()
    }

    /// Whether `self` is `printed`, rounded to the digits that `self` has.
    ///
    /// A digit that was not printed is a digit that somebody made up.
    pub fn rounds(self, printed: Self) -> bool {
        let Some(unit) = u32::try_from(self.place - printed.place)
            .ok()
            .and_then(|n_digits| 10_i128.checked_pow(n_digits))
        else {
            return false;
        };
        self.digits
            .checked_mul(unit)
            .and_then(|scaled| scaled.checked_sub(printed.digits))
            .and_then(|difference| difference.abs().checked_mul(2))
            .is_some_and(|twice| twice <= unit)
    }

    /// The value, for telling which of two numbers is closer.
    pub fn value(self) -> f64 {
        self.digits as f64 * 10_f64.powi(i32::try_from(self.place).unwrap_or(i32::MAX))
    }

    fn reduced(self) -> Self {
        let Self {
            mut digits,
            mut place,
        } = self;
        while digits != 0 && digits % 10 == 0 {
            digits /= 10;
            place += 1;
        }
        Self {
            digits,
            place: if digits == 0 { 0 } else { place },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(written: &str) -> Decimal {
        Decimal::parse(written, 0).unwrap()
    }

    #[test]
    fn rounding_keeps_to_the_digits_that_were_printed() {
        assert!(decimal("0.69").rounds(decimal("0.693147")));
        assert!(decimal("0.7").rounds(decimal("0.65")));
        assert!(decimal("0.6").rounds(decimal("0.65")));
        assert!(!decimal("0.68").rounds(decimal("0.693147")));
        assert!(!decimal("22.00").rounds(decimal("22.0")));
    }

    #[test]
    fn equality_ignores_trailing_zeros() {
        assert!(decimal("22").equals(decimal("22.0")));
        assert!(decimal("1000").equals(Decimal::parse("1", 3).unwrap()));
        assert!(decimal("0").equals(decimal("0.000")));
        assert!(!decimal("22").equals(decimal("22.5")));
    }

    #[test]
    fn numbers_of_any_size_are_read() {
        let huge = decimal(&format!("1{}", "0".repeat(300)));
        assert!(huge.equals(Decimal::parse("1", 300).unwrap()));
        assert!(!decimal("0.5").rounds(huge));
        let [tiny, vast] = [i32::MIN, i32::MAX].map(|it| Decimal::parse("2.5", it).unwrap());
        assert!(!tiny.rounds(vast) && !vast.hundredth().rounds(tiny.hundredth()));
        assert!(
            Decimal::parse("9.08", -5)
                .unwrap()
                .equals(decimal("0.0000908"))
        );
    }
}
