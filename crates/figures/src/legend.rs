//! The legend of a panel: above the plot, so that it never covers data.

use crate::{
    canvas::Canvas,
    error::Problem,
    geometry::{Point, Rect},
    ink::Role,
    marker,
    panel::{Mark, Panel},
    placement::Side,
    text,
};

/// The named series of a panel and how each of them is drawn.
#[derive(Debug)]
pub(crate) struct Legend {
    rows: Vec<Vec<Entry>>,
}

#[derive(Clone, Debug)]
struct Entry {
    left: f64,
    name: String,
    series: u8,
    marks: Vec<Mark>,
}

impl Legend {
    /// The legend of a panel; `names` holds the names of all series of the
    /// figure, in the order of their looks.
    pub fn new(panel: &Panel, names: &[&str], width: f64) -> Result<Self, Problem> {
        let mut rows: Vec<Vec<Entry>> = Vec::new();
        let mut left = 0.0;
        for (series, &name) in names
            .iter()
            .enumerate()
            .filter(|(_, name)| !name.is_empty())
        {
            let same = panel.series.iter().filter(|series| series.name == name);
            let mut marks: Vec<Mark> = same.map(|series| series.mark).collect();
            marks.dedup();
            if marks.is_empty() {
                continue;
            }
            text::check_fits(name, width - SAMPLE - GAP)?;
            let needed = SAMPLE + GAP + text::width(name);
            if left + needed > width {
                left = 0.0;
            }
            let entry = Entry {
                left,
                name: name.to_owned(),
                series: series as u8,
                marks,
            };
            match rows.last_mut() {
                Some(row) if left > 0.0 => row.push(entry),
                _ => rows.push(vec![entry]),
            }
            left += needed + BETWEEN;
        }
        Ok(Self { rows })
    }

    /// Whether every entry is also, looking the same, in another legend.
    pub fn is_part_of(&self, other: &Self) -> bool {
        let known = |entry: &Entry| other.entries().any(|other| other.looks_like(entry));
        self.entries().all(known)
    }

    fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.rows.iter().flatten()
    }

    pub fn height(&self) -> f64 {
        self.rows.len() as f64 * text::LINE
    }

    pub fn draw(&self, canvas: &Canvas, top: f64) -> Result<(), Problem> {
        for (row, entries) in self.rows.iter().enumerate() {
            let y = top + (row as f64 + 0.5) * text::LINE;
            for entry in entries {
                for mark in &entry.marks {
                    sample(canvas, (entry.left, y), *mark, entry.series)?;
                }
                let at = (entry.left + SAMPLE + GAP, y);
                canvas.text(&entry.name, at, Side::Left, Role::Text.ink())?;
            }
        }
        Ok(())
    }
}

impl Entry {
    fn looks_like(&self, other: &Self) -> bool {
        self.series == other.series && self.marks == other.marks
    }
}

/// The width of a sample: long enough for two periods of most dashes.
const SAMPLE: f64 = 36.0;
const GAP: f64 = 8.0;
const BETWEEN: f64 = 22.0;

fn sample(canvas: &Canvas, (left, y): Point, mark: Mark, series: u8) -> Result<(), Problem> {
    let center = (left + SAMPLE / 2.0, y);
    match mark {
        Mark::Line => canvas.line(&[(left, y), (left + SAMPLE, y)], Role::Curve.of(series)),
        Mark::Points => marker::draw(canvas, center, series),
        Mark::Area => {
            let below = Rect {
                left,
                top: y - 4.0,
                right: left + SAMPLE,
                bottom: y + 7.0,
            };
            canvas.rectangle(below, Role::Area.of(series))?;
            let top = [(left, below.top), (below.right, below.top)];
            canvas.line(&top, Role::Curve.of(series))
        }
        Mark::Bars => bar(
            canvas,
            &Rect::centered(center, (SAMPLE - 8.0, 13.0)).outline(),
            series,
        ),
    }
}

/// A bar: its filling and its outline.
pub(crate) fn bar(canvas: &Canvas, outline: &[Point], series: u8) -> Result<(), Problem> {
    canvas.polygon(outline, Role::Bar.of(series))?;
    canvas.line(outline, Role::Mark.of(series))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Axis, layout::WIDTH};

    fn legend(names: &[&str]) -> Result<Legend, Problem> {
        let panel = Panel::new(Axis::linear("x", 0.0..=1.0), Axis::linear("y", 0.0..=1.0));
        let panel = names
            .iter()
            .fold(panel, |panel, name| panel.line(*name, [(0.0, 0.0)]));
        Legend::new(&panel, names, WIDTH)
    }

    #[test]
    fn entries_wrap_into_rows_that_fit() {
        let names = [
            "squared error",
            "absolute error",
            "Huber, δ = 1",
            "log-cosh",
            "quantile 0.9",
        ];
        let legend = legend(&names).unwrap();
        assert_eq!(legend.rows.iter().map(Vec::len).collect::<Vec<_>>(), [3, 2]);
        for entry in legend.rows.iter().flatten() {
            assert!(entry.left + SAMPLE + GAP + text::width(&entry.name) <= WIDTH);
        }
    }

    #[test]
    fn a_series_without_a_name_has_no_entry() {
        assert_eq!(legend(&["", "loss"]).unwrap().rows.concat().len(), 1);
        assert_eq!(legend(&[""]).unwrap().height(), 0.0);
    }

    #[test]
    fn a_name_wider_than_the_figure_is_refused() {
        assert!(matches!(
            legend(&["x".repeat(80).as_str()]),
            Err(Problem::TooWide { .. })
        ));
    }
}
