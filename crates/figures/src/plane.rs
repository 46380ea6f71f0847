//! From values to places in the figure.

use crate::{
    axis::Axis,
    geometry::{Point, Rect},
};

/// Two axes laid out over a rectangle.
pub(crate) struct Plane<'a> {
    pub x: &'a Axis,
    pub y: &'a Axis,
    pub plot: Rect,
}

impl Plane<'_> {
    /// The place of a pair of values, possibly outside the plot; not finite if
    /// there is none.
    pub fn at(&self, (x, y): (f64, f64)) -> Point {
        (self.across(x), self.up(y))
    }

    pub fn across(&self, x: f64) -> f64 {
        self.plot.left + near(self.x.position(x)) * self.plot.width()
    }

    pub fn up(&self, y: f64) -> f64 {
        self.plot.bottom - near(self.y.position(y)) * self.plot.height()
    }

    /// Where bars and areas stand: at zero, or at the end that is nearest.
    pub fn base(&self) -> f64 {
        self.plot.bottom - self.y.position(0.0).clamp(0.0, 1.0) * self.plot.height()
    }
}

/// Huge values would lose their digits when a line to them is clipped; a
/// million plots away is far enough. Infinity stays: it is a gap.
fn near(position: f64) -> f64 {
    if position.is_finite() {
        position.clamp(-1e6, 1e6)
    } else {
        position
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLOT: Rect = Rect {
        left: 50.0,
        top: 10.0,
        right: 550.0,
        bottom: 210.0,
    };

    #[test]
    fn y_grows_upward() {
        let (x, y) = (Axis::linear("x", 0.0..=1.0), Axis::linear("y", 0.0..=1.0));
        let plane = Plane {
            x: &x,
            y: &y,
            plot: PLOT,
        };
        assert_eq!(plane.at((0.0, 0.0)), (50.0, 210.0));
        assert_eq!(plane.at((1.0, 1.0)), (550.0, 10.0));
    }

    #[test]
    fn huge_values_stay_finite_and_infinite_ones_do_not_become_finite() {
        let (x, y) = (Axis::linear("x", 0.0..=1.0), Axis::linear("y", 0.0..=1.0));
        let plane = Plane {
            x: &x,
            y: &y,
            plot: PLOT,
        };
        assert!(plane.up(1e300).abs() < 1e9);
        assert_eq!(plane.up(f64::INFINITY), f64::NEG_INFINITY);
    }

    #[test]
    fn bars_stand_on_zero_or_on_the_nearest_end() {
        let x = Axis::linear("x", 0.0..=1.0);
        let base = |y: &Axis| {
            Plane {
                x: &x,
                y,
                plot: PLOT,
            }
            .base()
        };
        assert_eq!(base(&Axis::linear("y", -1.0..=1.0)), 110.0);
        assert_eq!(base(&Axis::linear("y", 1.0..=2.0)), 210.0);
        assert_eq!(base(&Axis::logarithmic("y", 1e-3..=1.0)), 210.0);
    }
}
