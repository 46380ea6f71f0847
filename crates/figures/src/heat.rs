//! The steps of a heat map, and their legend.

use crate::{
    canvas::Canvas,
    error::Problem,
    geometry::Rect,
    ink::{HEAT_LEVELS, Ink, Role},
    panel::HeatMap,
    placement::Side,
    text,
    tick::{self, Tick},
};

/// The values at which one step of a heat map ends and the next begins.
#[derive(Debug)]
pub(crate) struct Levels {
    name: String,
    bounds: Vec<Tick>,
}

impl Levels {
    pub fn new(map: &HeatMap, width: f64) -> Result<Self, Problem> {
        let name = map.name.clone();
        let values = || {
            map.cells
                .iter()
                .flatten()
                .copied()
                .filter(|value| value.is_finite())
        };
        let (low, high) = (
            values().fold(f64::INFINITY, f64::min),
            values().fold(f64::NEG_INFINITY, f64::max),
        );
        if low > high {
            return Err(Problem::Empty { name });
        }
        // A map of one value has one step, and no bound to show.
        let flat = high - low <= 1e-9 * high.abs().max(low.abs());
        let bounds = if flat {
            Vec::new()
        } else {
            // Below the lowest value there is no step to end.
            tick::linear(low, high, MOST_BOUNDS)
                .into_iter()
                .filter(|bound| bound.value > low)
                .collect()
        };
        let levels = Self { name, bounds };
        text::check_fits(&levels.name, width - levels.strip_width())?;
        Ok(levels)
    }

    /// The ink of a value, if it has one.
    pub fn ink(&self, value: f64) -> Option<Ink> {
        let level = self
            .bounds
            .iter()
            .filter(|bound| bound.value <= value)
            .count();
        value.is_finite().then(|| self.ink_of_level(level))
    }

    /// The height of the legend: a strip of steps, their bounds below it.
    pub fn height(&self) -> f64 {
        if self.bounds.is_empty() {
            text::LINE
        } else {
            2.0 * text::LINE + 4.0
        }
    }

    pub fn draw(&self, canvas: &Canvas, top: f64) -> Result<(), Problem> {
        let (middle, below) = (top + 0.5 * text::LINE, top + 1.5 * text::LINE);
        canvas.text(&self.name, (0.0, middle), Side::Left, Role::Text.ink())?;
        let (start, step) = (text::width(&self.name) + GAP, self.step());
        for level in 0..=self.bounds.len() {
            let left = start + level as f64 * step;
            let swatch = Rect {
                left,
                top: middle - 8.0,
                right: left + step,
                bottom: middle + 8.0,
            };
            canvas.rectangle(swatch, self.ink_of_level(level))?;
        }
        let strip = Rect {
            left: start,
            top: middle - 8.0,
            right: start + step * (self.bounds.len() + 1) as f64,
            bottom: middle + 8.0,
        };
        canvas.line(&strip.outline(), Role::Frame.ink())?;
        for (index, bound) in self.bounds.iter().enumerate() {
            let x = start + (index + 1) as f64 * step;
            canvas.line(&[(x, middle - 8.0), (x, middle + 11.0)], Role::Frame.ink())?;
            canvas.text(&bound.label, (x, below), Side::Center, Role::Text.ink())?;
        }
        Ok(())
    }

    /// Faint for the lowest level, strong for the highest.
    fn ink_of_level(&self, level: usize) -> Ink {
        let strongest = usize::from(HEAT_LEVELS) - 1;
        Role::Heat.of((level * strongest / self.bounds.len().max(1)) as u8)
    }

    /// The width of a swatch: two bounds next to each other must be legible.
    fn step(&self) -> f64 {
        let widest = self
            .bounds
            .iter()
            .map(|bound| text::width(&bound.label))
            .fold(0.0, f64::max);
        (widest + GAP).max(34.0)
    }

    fn strip_width(&self) -> f64 {
        GAP + self.step() * (self.bounds.len() + 1) as f64
    }
}

/// Draws the cells of a map over the plot, neighbors of one level as one.
pub(crate) fn draw(
    canvas: &Canvas,
    map: &HeatMap,
    levels: &Levels,
    plot: Rect,
) -> Result<(), Problem> {
    let mut runs: Vec<(Ink, Rect)> = Vec::new();
    for (row, cells) in map.cells.iter().enumerate() {
        let edge = |row: usize| plot.bottom - plot.height() * row as f64 / map.cells.len() as f64;
        let mut column = 0;
        for run in cells.chunk_by(|a, b| levels.ink(*a) == levels.ink(*b)) {
            let at = |column: usize| plot.left + plot.width() * column as f64 / cells.len() as f64;
            let (left, right) = (at(column), at(column + run.len()));
            let rect = Rect {
                left,
                top: edge(row + 1),
                right,
                bottom: edge(row),
            };
            runs.extend(levels.ink(run[0]).map(|ink| (ink, rect)));
            column += run.len();
        }
    }
    // The cells of a level follow each other, so that they become one path.
    runs.sort_by_key(|(ink, _)| ink.index);
    runs.into_iter()
        .try_for_each(|(ink, rect)| canvas.rectangle(rect, ink))
}

const MOST_BOUNDS: usize = 7;
const GAP: f64 = 10.0;

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(cells: Vec<Vec<f64>>) -> Result<Levels, Problem> {
        let name = "loss".to_owned();
        Levels::new(&HeatMap { name, cells }, 560.0)
    }

    #[test]
    fn higher_values_have_stronger_inks() {
        let levels = levels(vec![vec![0.0, 1.0], vec![2.0, 4.0]]).unwrap();
        let inks: Vec<u8> = [0.3, 1.3, 2.3, 3.99, 4.0]
            .map(|value| levels.ink(value).unwrap().index)
            .to_vec();
        assert!(inks.is_sorted(), "{inks:?}");
        assert!(inks[0] < inks[1] && inks[1] < inks[2]);
        assert_eq!(levels.ink(f64::MAX).unwrap().index, HEAT_LEVELS - 1);
    }

    #[test]
    fn no_step_is_without_values() {
        let levels = levels(vec![vec![0.0, 1.0], vec![2.0, 4.0]]).unwrap();
        assert!(levels.bounds[0].value > 0.0);
        assert_eq!(levels.ink(0.0).unwrap().index, 0);
    }

    #[test]
    fn what_is_not_finite_has_no_ink() {
        let levels = levels(vec![vec![0.0, f64::NAN, f64::INFINITY, 1.0]]).unwrap();
        assert_eq!(levels.ink(f64::NAN), None);
        assert_eq!(levels.ink(f64::INFINITY), None);
    }

    #[test]
    fn a_map_of_one_value_is_no_crash_and_one_of_none_an_error() {
        assert!(levels(vec![vec![3.0; 4]]).unwrap().ink(3.0).is_some());
        assert!(matches!(
            levels(vec![vec![f64::NAN; 4]]),
            Err(Problem::Empty { .. })
        ));
    }
}
