//! Figures in the house style of the book.
//!
//! A figure is one or more [`Panel`]s below each other, drawn by
//! [plotters](https://docs.rs/plotters) as an SVG file that a page can inline:
//!
//! ```
//! use figures::{Axis, Figure, Panel};
//!
//! let loss = Panel::new(
//!     Axis::linear("residual ŷ − y", -3.0..=3.0),
//!     Axis::linear("loss", 0.0..=5.0),
//! )
//! .function("squared error", |r| r * r)
//! .function("absolute error", f64::abs)
//! .horizontal_line("loss of one unit", 1.0)
//! .annotate("equal here", (1.0, 1.0));
//!
//! let svg = Figure::new(
//!     "mse_shape",
//!     "Squared and absolute error",
//!     "Line plot of the loss over the residual from −3 to 3. \
//!      The squared error is a parabola, the absolute error a V; they meet at 0 and ±1.",
//! )
//! .panel(loss)
//! .to_svg()?; // or .save()?, which writes ./mse_shape.svg
//!
//! assert!(svg.starts_with("<svg "));
//! # Ok::<(), figures::FigureError>(())
//! ```
//!
//! # What every figure has
//!
//! - The same bytes each time: no clock, no fonts, no locale.
//! - Series that differ by dashes, marks or filling as well as by color. A
//!   series has one look throughout a figure, so the same name in two panels
//!   (or for a line and its points) is the same series. A series with an empty
//!   name is not in the legend.
//! - A title and a description for those who cannot see it.
//! - Gaps where a value is not finite, and nothing outside the axes.
//!
//! # In a page
//!
//! The file is one block of HTML to Markdown: `{{#include}}` it between blank
//! lines. [`css`] gives the colors of both themes as custom properties:
//!
//! | property | is |
//! |---|---|
//! | `--figure-1` … `--figure-6` | the series, in order |
//! | `--figure-grid` | grid lines |
//! | `--figure-region` | shaded ranges and heat maps, always translucent |
//! | `--bg` | the page (mdBook sets it): the halo of labels |
//!
//! Text and axes have the color of the text around the figure.

mod axis;
mod canvas;
mod error;
mod figure;
mod geometry;
mod heat;
mod ink;
mod layout;
mod legend;
mod marker;
mod palette;
mod panel;
mod placement;
mod plane;
mod render;
mod svg;
mod text;
mod tick;

pub use axis::Axis;
pub use error::{FigureError, Problem};
pub use figure::Figure;
pub use palette::css;
pub use panel::Panel;
