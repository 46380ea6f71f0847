//! Where the parts of a panel go.

use crate::{
    axis::Axis, error::Problem, geometry::Rect, heat::Levels, legend::Legend, panel::Panel,
    plane::Plane, text, tick::Tick,
};

/// The width of a figure that has the page to itself.
pub(crate) const WIDTH: f64 = 560.0;
/// The width of one in a column: drawn at its size, its text is as large.
pub(crate) const NARROW: f64 = 400.0;

/// A panel from top to bottom: heading, legend, label of the vertical axis,
/// plot, ticks, label of the horizontal axis.
pub(crate) struct Layout<'a> {
    pub panel: &'a Panel,
    /// The names of all series of the figure.
    pub names: Vec<&'a str>,
    pub legend: Legend,
    /// The legend of the panel above says it all, and once is enough.
    pub legend_is_above: bool,
    pub levels: Option<Levels>,
    pub x_ticks: Vec<Tick>,
    pub y_ticks: Vec<Tick>,
    pub plane: Plane<'a>,
    pub top: f64,
}

impl<'a> Layout<'a> {
    pub fn new(
        panel: &'a Panel,
        names: &[&'a str],
        above: Option<&Layout>,
        width: f64,
    ) -> Result<Self, Problem> {
        let Panel {
            x,
            y,
            heading,
            heat_map,
            ..
        } = panel;
        x.check()?;
        y.check()?;
        for line in [heading, x.label(), y.label()] {
            text::check_fits(line, width)?;
        }
        let y_ticks = y.ticks(panel.most_y_ticks(width));
        let left = y_ticks
            .iter()
            .map(|tick| text::width(&tick.label))
            .fold(16.0, f64::max)
            + GAP;
        let (x_ticks, right) = fit_ticks(x, left, width)?;
        let mut layout = Self {
            panel,
            names: names.to_vec(),
            legend: Legend::new(panel, names, width)?,
            legend_is_above: false,
            levels: heat_map
                .as_ref()
                .map(|map| Levels::new(map, width))
                .transpose()?,
            x_ticks,
            y_ticks,
            plane: Plane {
                x,
                y,
                plot: Rect {
                    left,
                    top: 0.0,
                    right,
                    bottom: 0.0,
                },
            },
            top: above.map_or(4.0, |above| above.bottom() + BETWEEN_PANELS),
        };
        layout.legend_is_above = above.is_some_and(|above| layout.legend.is_part_of(&above.legend));
        layout.plane.plot = layout.plot(left, right);
        Ok(layout)
    }

    pub fn legend_top(&self) -> f64 {
        self.top + row(&self.panel.heading)
    }

    pub fn levels_top(&self) -> f64 {
        let legend = if self.legend_is_above {
            0.0
        } else {
            self.legend.height()
        };
        self.legend_top() + legend
    }

    pub fn y_label_top(&self) -> f64 {
        self.levels_top() + self.levels.as_ref().map_or(0.0, Levels::height)
    }

    pub fn x_ticks_top(&self) -> f64 {
        self.plane.plot.bottom + 4.0
    }

    pub fn x_label_top(&self) -> f64 {
        self.x_ticks_top() + text::LINE
    }

    pub fn bottom(&self) -> f64 {
        self.x_label_top() + row(self.panel.x.label()) + 2.0
    }

    fn plot(&self, left: f64, right: f64) -> Rect {
        let top = self.y_label_top() + row(self.panel.y.label()) + 11.0;
        if !self.panel.equal_scales {
            return Rect {
                left,
                top,
                right,
                bottom: top + PLOT_HEIGHT,
            };
        }
        // As wide as possible, but not taller than a phone shows at once.
        let ratio = self.panel.y.span() / self.panel.x.span();
        let width = (right - left).min(TALLEST_PLOT / ratio);
        Rect {
            left,
            top,
            right: left + width,
            bottom: top + width * ratio,
        }
    }
}

impl Panel {
    /// Enough ticks for the height of the plot, which depends on the width
    /// that their labels leave: a rough guess will do.
    fn most_y_ticks(&self, width: f64) -> usize {
        let height = if self.equal_scales {
            (width * self.y.span() / self.x.span()).min(TALLEST_PLOT)
        } else {
            PLOT_HEIGHT
        };
        (height / 38.0) as usize
    }
}

/// With the text around it, a panel is about 340 units high.
const PLOT_HEIGHT: f64 = 230.0;
const TALLEST_PLOT: f64 = 440.0;
const MOST_X_TICKS: usize = 9;
const BETWEEN_PANELS: f64 = 22.0;

/// Between the labels of ticks and the plot.
const GAP: f64 = 8.0;

/// The height of a line of text, if there is text.
fn row(text: &str) -> f64 {
    if text.is_empty() { 0.0 } else { text::LINE }
}

/// As many ticks as have room for their labels, and the right end of the plot:
/// half of the last label may stick out.
fn fit_ticks(axis: &Axis, left: f64, width: f64) -> Result<(Vec<Tick>, f64), Problem> {
    for at_most in (2..=MOST_X_TICKS).rev() {
        let ticks = axis.ticks(at_most);
        let right = ticks.iter().fold(width - GAP, |right, tick| {
            let half = text::width(&tick.label) / 2.0;
            // A label near the left end does not reach the right one.
            let position = axis.position(tick.value).max(0.1);
            right.min(left + (width - half - left) / position)
        });
        let ends: Vec<(f64, f64)> = ticks
            .iter()
            .map(|tick| {
                let center = left + axis.position(tick.value) * (right - left);
                let half = text::width(&tick.label) / 2.0;
                (center - half, center + half)
            })
            .collect();
        if ends
            .array_windows()
            .all(|[(_, end), (start, _)]| end + GAP < *start)
        {
            return Ok((ticks, right));
        }
    }
    // The two ticks of a number axis always fit, the names of categories may not.
    let longest = axis
        .ticks(2)
        .into_iter()
        .max_by_key(|tick| tick.label.chars().count());
    let (count, text) = (
        axis.span(),
        longest.map(|tick| tick.label).unwrap_or_default(),
    );
    Err(Problem::TooWide {
        width: text::width(&text),
        text,
        limit: (width - left) / count - GAP,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(end: f64) -> Axis {
        Axis::linear("x", 0.0..=end)
    }

    #[test]
    fn tick_labels_never_touch_and_stay_in_the_figure() {
        for end in [1.0, 3.0, 0.007, 123_456.0, 9e9, 3e-7] {
            let axis = axis(end);
            let (ticks, right) = fit_ticks(&axis, 60.0, WIDTH).unwrap();
            assert!(ticks.len() >= 2, "{end}: {ticks:?}");
            for tick in ticks {
                let center = 60.0 + axis.position(tick.value) * (right - 60.0);
                assert!(
                    center + text::width(&tick.label) / 2.0 <= WIDTH + 1e-9,
                    "{tick:?}"
                );
            }
        }
    }

    #[test]
    fn names_that_do_not_fit_are_refused() {
        let names = ["a very long name of a class"; 6];
        let error = fit_ticks(&Axis::categories("class", names), 60.0, WIDTH).unwrap_err();
        assert!(matches!(error, Problem::TooWide { .. }), "{error}");
    }

    #[test]
    fn a_plain_panel_has_the_proportions_of_the_house() {
        let panel = Panel::new(axis(1.0), axis(1.0)).line("loss", [(0.0, 0.0), (1.0, 1.0)]);
        let layout = Layout::new(&panel, &["loss"], None, WIDTH).unwrap();
        assert!(
            (320.0..360.0).contains(&layout.bottom()),
            "{}",
            layout.bottom()
        );
    }

    #[test]
    fn equal_scales_make_a_square_of_a_square() {
        let panel = Panel::new(axis(1.0), axis(1.0)).equal_scales();
        let plot = Layout::new(&panel, &[], None, WIDTH).unwrap().plane.plot;
        assert!((plot.width() - plot.height()).abs() < 1e-9);
        assert!(plot.height() <= TALLEST_PLOT);
    }

    #[test]
    fn a_legend_is_not_repeated() {
        let panel = Panel::new(axis(1.0), axis(1.0)).line("loss", [(0.0, 0.0)]);
        let first = Layout::new(&panel, &["loss"], None, WIDTH).unwrap();
        let second = Layout::new(&panel, &["loss"], Some(&first), WIDTH).unwrap();
        assert!(!first.legend_is_above && second.legend_is_above);
        assert!(second.top > first.bottom());
    }
}
