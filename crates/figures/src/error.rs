use std::io;

/// A figure that could not be drawn: which one, and why.
#[derive(Debug, thiserror::Error)]
#[error("figure `{figure}`: {problem}")]
pub struct FigureError {
    /// The name given to [`Figure::new`](crate::Figure::new).
    pub figure: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What can be wrong with a figure.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// The name would not do as a file name and as an `id` in a page.
    #[error("the name may hold only a-z, 0-9 and _")]
    InvalidName,

    /// There is nothing to draw.
    #[error("it has no panel")]
    NoPanel,

    /// The range of an axis is empty, decreasing, not finite, or (on a
    /// logarithmic axis) not positive.
    #[error("the axis `{axis}` cannot run from {start} to {end}")]
    InvalidRange {
        /// The label of the axis.
        axis: String,
        /// Where it was to start.
        start: f64,
        /// Where it was to end.
        end: f64,
    },

    /// A series, region or heat map has nothing to show inside the axes.
    #[error("`{name}` has nothing to show inside the axes")]
    Empty {
        /// The name of the series, region or heat map.
        name: String,
    },

    /// A reference line or a note lies outside the axes, where nobody sees it.
    #[error("`{label}` lies outside the axes")]
    Outside {
        /// The text at the line or the point.
        label: String,
    },

    /// More series than can be told apart without color.
    #[error("it has {count} series, but only {limit} can be told apart")]
    TooManySeries {
        /// How many differently named series there are.
        count: usize,
        /// How many there may be.
        limit: usize,
    },

    /// A text is wider than the figure, and lines are never broken.
    #[error("`{text}` needs {width:.0} units, but there are only {limit:.0}")]
    TooWide {
        /// The text.
        text: String,
        /// The estimated width.
        width: f64,
        /// The width that there is.
        limit: f64,
    },

    /// plotters refused to draw.
    #[error("plotters: {0}")]
    Backend(String),

    /// The file could not be written.
    #[error("cannot write the file: {0}")]
    Write(io::Error),
}
