use std::ops::RangeInclusive;

use crate::{
    error::Problem,
    tick::{self, Tick},
};

/// A horizontal or vertical axis: its label, its range, and how values are
/// spread over it.
#[derive(Clone, Debug)]
pub struct Axis {
    label: String,
    start: f64,
    end: f64,
    scale: Scale,
}

impl Axis {
    /// Equal differences take equal space.
    pub fn linear(label: impl Into<String>, range: RangeInclusive<f64>) -> Self {
        Self::new(label.into(), range, Scale::Linear)
    }

    /// Equal ratios take equal space; ticks are powers of ten.
    pub fn logarithmic(label: impl Into<String>, range: RangeInclusive<f64>) -> Self {
        Self::new(label.into(), range, Scale::Logarithmic)
    }

    /// One place for each name: the first at 0, the second at 1, and so on.
    /// For [`Panel::bars`](crate::Panel::bars).
    pub fn categories<N: Into<String>>(
        label: impl Into<String>,
        names: impl IntoIterator<Item = N>,
    ) -> Self {
        let names: Vec<String> = names.into_iter().map(Into::into).collect();
        let range = -0.5..=names.len() as f64 - 0.5;
        Self::new(label.into(), range, Scale::Categories(names))
    }

    fn new(label: String, range: RangeInclusive<f64>, scale: Scale) -> Self {
        let (start, end) = range.into_inner();
        Self {
            label,
            start,
            end,
            scale,
        }
    }

    pub(crate) fn label(&self) -> &str {
        &self.label
    }

    /// The length of the range.
    pub(crate) fn span(&self) -> f64 {
        self.end - self.start
    }

    /// Names stand between grid lines, not on them.
    pub(crate) fn has_grid(&self) -> bool {
        !matches!(self.scale, Scale::Categories(_))
    }

    pub(crate) fn check(&self) -> Result<(), Problem> {
        let magnitude = self.start.abs().max(self.end.abs());
        // Closer than this, neighboring ticks could not be told apart.
        let wide_enough = self.span().is_finite() && self.span() > magnitude * 1e-9;
        let positive = self.scale != Scale::Logarithmic || self.start > 0.0;
        if wide_enough && positive {
            return Ok(());
        }
        Err(Problem::InvalidRange {
            axis: self.label.clone(),
            start: self.start,
            end: self.end,
        })
    }

    /// Where a value lies: 0 at the start of the axis, 1 at its end, below and
    /// above beyond them. Not finite if the axis has no place for the value.
    pub(crate) fn position(&self, value: f64) -> f64 {
        let place = |value| self.scale.transform(value);
        (place(value) - place(self.start)) / (place(self.end) - place(self.start))
    }

    /// The value at a position: the inverse of [`Axis::position`].
    pub(crate) fn value(&self, position: f64) -> f64 {
        // This form gives the exact ends at 0 and 1.
        let mix = |start: f64, end: f64| start * (1.0 - position) + end * position;
        match self.scale {
            Scale::Logarithmic => self.start.powf(1.0 - position) * self.end.powf(position),
            Scale::Linear | Scale::Categories(_) => mix(self.start, self.end),
        }
    }

    pub(crate) fn ticks(&self, at_most: usize) -> Vec<Tick> {
        match &self.scale {
            Scale::Linear => tick::linear(self.start, self.end, at_most),
            Scale::Logarithmic => tick::logarithmic(self.start, self.end, at_most),
            Scale::Categories(names) => names
                .iter()
                .enumerate()
                .map(|(index, name)| Tick {
                    value: index as f64,
                    label: name.clone(),
                })
                .collect(),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Scale {
    Linear,
    Logarithmic,
    Categories(Vec<String>),
}

impl Scale {
    fn transform(&self, value: f64) -> f64 {
        match self {
            Scale::Logarithmic => value.log10(),
            Scale::Linear | Scale::Categories(_) => value,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_run_from_zero_to_one() {
        let axis = Axis::linear("x", -3.0..=3.0);
        assert_eq!(
            [-3.0, 0.0, 3.0, 6.0].map(|x| axis.position(x)),
            [0.0, 0.5, 1.0, 1.5]
        );

        let axis = Axis::logarithmic("x", 1e-4..=1.0);
        assert_eq!([1e-4, 1e-2, 1.0].map(|x| axis.position(x)), [0.0, 0.5, 1.0]);
    }

    #[test]
    fn value_inverts_position() {
        for axis in [
            Axis::linear("x", -2.0..=7.0),
            Axis::logarithmic("x", 1e-6..=1e2),
        ] {
            assert_eq!(axis.value(0.0), axis.start);
            assert_eq!(axis.value(1.0), axis.end);
            assert!((axis.position(axis.value(0.3)) - 0.3).abs() < 1e-12);
        }
    }

    #[test]
    fn a_logarithmic_axis_has_no_place_for_zero_and_below() {
        let axis = Axis::logarithmic("x", 1e-3..=1.0);
        assert!(!axis.position(0.0).is_finite());
        assert!(!axis.position(-1.0).is_finite());
    }

    #[test]
    fn impossible_ranges_are_refused() {
        for range in [
            1.0..=1.0,
            2.0..=1.0,
            0.0..=f64::NAN,
            0.0..=f64::INFINITY,
            1e9..=1e9 + 1e-3,
        ] {
            let axis = Axis::linear("speed", range);
            let message = axis.check().unwrap_err().to_string();
            assert!(
                message.starts_with("the axis `speed` cannot run from "),
                "{message}"
            );
        }
        assert!(Axis::logarithmic("x", 0.0..=1.0).check().is_err());
        assert!(Axis::categories("class", [""; 0]).check().is_err());
        assert!(
            Axis::linear("x", 0.0..=1e-12).check().is_ok(),
            "small is not empty"
        );
    }

    #[test]
    fn categories_are_centered_on_whole_numbers() {
        let axis = Axis::categories("class", ["cat", "dog"]);
        assert_eq!(axis.position(0.0), 0.25);
        assert_eq!(axis.ticks(1).len(), 2, "no name is left out");
    }
}
