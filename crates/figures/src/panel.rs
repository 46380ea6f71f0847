use std::ops::RangeInclusive;

use crate::axis::Axis;

/// One pair of axes and what is drawn between them.
#[derive(Clone, Debug)]
#[must_use = "a panel shows up in a figure only"]
pub struct Panel {
    pub(crate) x: Axis,
    pub(crate) y: Axis,
    pub(crate) heading: String,
    pub(crate) equal_scales: bool,
    pub(crate) series: Vec<Series>,
    pub(crate) regions: Vec<Region>,
    pub(crate) ranges: Vec<Range>,
    pub(crate) heat_map: Option<HeatMap>,
    pub(crate) references: Vec<Reference>,
    pub(crate) notes: Vec<Note>,
}

impl Panel {
    /// An empty panel.
    pub fn new(x: Axis, y: Axis) -> Self {
        Self {
            x,
            y,
            heading: String::new(),
            equal_scales: false,
            series: Vec::new(),
            regions: Vec::new(),
            ranges: Vec::new(),
            heat_map: None,
            references: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// A title above the panel, to tell panels apart.
    pub fn heading(mut self, heading: impl Into<String>) -> Self {
        self.heading = heading.into();
        self
    }

    /// One unit is as long on both axes, so that a circle is round.
    pub fn equal_scales(mut self) -> Self {
        self.equal_scales = true;
        self
    }

    /// A line through the points, with gaps where a point is not finite.
    pub fn line(
        self,
        name: impl Into<String>,
        points: impl IntoIterator<Item = (f64, f64)>,
    ) -> Self {
        self.with_series(name.into(), Mark::Line, points)
    }

    /// The graph of a function over the whole horizontal axis, with gaps where
    /// its value is not finite.
    ///
    /// The function is evaluated at about four points for each unit of the figure,
    /// so a kink is drawn as one. A jump is drawn as a vertical line: draw each
    /// side with [`Panel::line`] under the same name to avoid that.
    pub fn function(self, name: impl Into<String>, f: impl Fn(f64) -> f64) -> Self {
        let points = samples(&self.x, SAMPLES)
            .map(|x| (x, f(x)))
            .collect::<Vec<_>>();
        self.line(name, points)
    }

    /// A mark at each point.
    pub fn points(
        self,
        name: impl Into<String>,
        points: impl IntoIterator<Item = (f64, f64)>,
    ) -> Self {
        self.with_series(name.into(), Mark::Points, points)
    }

    /// A line, and what lies between it and zero shaded.
    pub fn area(
        self,
        name: impl Into<String>,
        points: impl IntoIterator<Item = (f64, f64)>,
    ) -> Self {
        self.with_series(name.into(), Mark::Area, points)
    }

    /// One bar from zero to each height, over the places of
    /// [`Axis::categories`]; the bars of several series stand side by side.
    pub fn bars(self, name: impl Into<String>, heights: impl IntoIterator<Item = f64>) -> Self {
        let points = heights
            .into_iter()
            .enumerate()
            .map(|(place, height)| (place as f64, height));
        self.with_series(name.into(), Mark::Bars, points)
    }

    /// A filled polygon with its label inside.
    pub fn region(
        mut self,
        label: impl Into<String>,
        corners: impl IntoIterator<Item = (f64, f64)>,
    ) -> Self {
        let corners = corners.into_iter().collect();
        self.regions.push(Region {
            label: label.into(),
            corners,
        });
        self
    }

    /// A shaded range of the horizontal axis with its label at the top.
    pub fn range(mut self, label: impl Into<String>, range: RangeInclusive<f64>) -> Self {
        let (start, end) = range.into_inner();
        self.ranges.push(Range {
            label: label.into(),
            start,
            end,
        });
        self
    }

    /// A value for each point of the panel, in steps from faint (low) to
    /// strong (high); nothing where it is not finite. A second heat map
    /// replaces the first.
    pub fn heat_map(mut self, name: impl Into<String>, f: impl Fn(f64, f64) -> f64) -> Self {
        let cells = (0..ROWS)
            .map(|row| {
                let y = self.y.value((row as f64 + 0.5) / ROWS as f64);
                (0..COLUMNS)
                    .map(|column| f(self.x.value((column as f64 + 0.5) / COLUMNS as f64), y))
                    .collect()
            })
            .collect();
        self.heat_map = Some(HeatMap {
            name: name.into(),
            cells,
        });
        self
    }

    /// A thin line across the panel at `x`, with its label beside it.
    pub fn vertical_line(mut self, label: impl Into<String>, x: f64) -> Self {
        self.references.push(Reference {
            label: label.into(),
            at: x,
            direction: Vertical,
        });
        self
    }

    /// A thin line across the panel at `y`, with its label above or below it.
    pub fn horizontal_line(mut self, label: impl Into<String>, y: f64) -> Self {
        self.references.push(Reference {
            label: label.into(),
            at: y,
            direction: Horizontal,
        });
        self
    }

    /// A text near a point, and a dot there unless a series has its mark there.
    pub fn annotate(mut self, label: impl Into<String>, point: (f64, f64)) -> Self {
        self.notes.push(Note {
            label: label.into(),
            point,
            dot: true,
        });
        self
    }

    /// A text centered on a point, or near it if another label is there.
    pub fn text(mut self, label: impl Into<String>, point: (f64, f64)) -> Self {
        self.notes.push(Note {
            label: label.into(),
            point,
            dot: false,
        });
        self
    }

    fn with_series(
        mut self,
        name: String,
        mark: Mark,
        points: impl IntoIterator<Item = (f64, f64)>,
    ) -> Self {
        self.series.push(Series {
            name,
            mark,
            points: points.into_iter().collect(),
        });
        self
    }
}

/// Data under a name.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    pub name: String,
    pub mark: Mark,
    pub points: Vec<(f64, f64)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Line,
    Points,
    Area,
    Bars,
}

#[derive(Clone, Debug)]
pub(crate) struct Region {
    pub label: String,
    pub corners: Vec<(f64, f64)>,
}

#[derive(Clone, Debug)]
pub(crate) struct Range {
    pub label: String,
    pub start: f64,
    pub end: f64,
}

/// Values on a grid of equal cells, the lowest row first.
#[derive(Clone, Debug)]
pub(crate) struct HeatMap {
    pub name: String,
    pub cells: Vec<Vec<f64>>,
}

#[derive(Clone, Debug)]
pub(crate) struct Reference {
    pub label: String,
    pub at: f64,
    pub direction: Direction,
}

use Direction::{Horizontal, Vertical};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Horizontal,
    Vertical,
}

#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub label: String,
    pub point: (f64, f64),
    pub dot: bool,
}

/// Divisible by 2 through 6, 8, 10 and 12, so that on the usual ranges a
/// sample falls on whole and half numbers, where losses have their kinks.
const SAMPLES: usize = 1920;

/// Cells of a heat map: less than 4 units wide and high.
const COLUMNS: usize = 140;
const ROWS: usize = 100;

fn samples(axis: &Axis, intervals: usize) -> impl Iterator<Item = f64> {
    (0..=intervals).map(move |index| axis.value(index as f64 / intervals as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel() -> Panel {
        Panel::new(Axis::linear("x", -3.0..=3.0), Axis::linear("y", 0.0..=5.0))
    }

    #[test]
    fn functions_are_sampled_from_end_to_end_and_at_their_kinks() {
        let panel = panel().function("absolute error", f64::abs);
        let points = &panel.series[0].points;
        assert_eq!(points.first(), Some(&(-3.0, 3.0)));
        assert_eq!(points.last(), Some(&(3.0, 3.0)));
        assert!(points.contains(&(0.0, 0.0)));
    }

    #[test]
    fn heat_maps_start_at_the_lower_left() {
        let panel = panel().heat_map("x + y", |x, y| x + y);
        let cells = panel.heat_map.unwrap().cells;
        assert!(cells[0][0] < cells[0][COLUMNS - 1], "x grows along a row");
        assert!(cells[0][0] < cells[ROWS - 1][0], "y grows from row to row");
    }

    #[test]
    fn bars_stand_on_the_places_of_categories() {
        let panel = panel().bars("p", [0.7, 0.3]);
        assert_eq!(panel.series[0].points, [(0.0, 0.7), (1.0, 0.3)]);
    }
}
