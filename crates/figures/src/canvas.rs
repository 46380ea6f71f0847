//! The one place that draws with plotters.

use std::fmt::Display;

use plotters::{
    coord::Shift,
    prelude::{
        Circle, Color, DrawingArea, IntoDrawingArea, PathElement, Polygon, Rectangle, SVGBackend,
        TextStyle,
    },
    style::text_anchor::{HPos, Pos, VPos},
};

use crate::{
    error::Problem,
    geometry::{Point, Rect},
    ink::Ink,
    placement::Side,
    svg::SUBUNITS,
    text,
};

/// A sheet to draw on with inks, measured in the units of the viewBox.
pub(crate) struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
}

impl Canvas<'_> {
    /// What `draw` draws, as plotters writes it.
    pub fn record(
        size: (f64, f64),
        draw: impl FnOnce(&Canvas) -> Result<(), Problem>,
    ) -> Result<String, Problem> {
        let mut drawing = String::new();
        let (width, height) = pixel(size);
        let size = (width.unsigned_abs(), height.unsigned_abs());
        let canvas = Canvas {
            area: SVGBackend::with_string(&mut drawing, size).into_drawing_area(),
        };
        draw(&canvas)?;
        canvas.area.present().map_err(backend)?;
        drop(canvas);
        Ok(drawing)
    }

    pub fn line(&self, points: &[Point], ink: Ink) -> Result<(), Problem> {
        let mut points: Vec<_> = points.iter().copied().map(pixel).collect();
        points.dedup();
        let width = (ink.width() * SUBUNITS).round() as u32;
        let style = ink.color().stroke_width(width);
        self.area
            .draw(&PathElement::new(points, style))
            .map_err(backend)
    }

    pub fn polygon(&self, corners: &[Point], ink: Ink) -> Result<(), Problem> {
        let corners: Vec<_> = corners.iter().copied().map(pixel).collect();
        self.area
            .draw(&Polygon::new(corners, ink.color().filled()))
            .map_err(backend)
    }

    pub fn rectangle(&self, rect: Rect, ink: Ink) -> Result<(), Problem> {
        let corners = [
            pixel((rect.left, rect.top)),
            pixel((rect.right, rect.bottom)),
        ];
        self.area
            .draw(&Rectangle::new(corners, ink.color().filled()))
            .map_err(backend)
    }

    pub fn circle(&self, center: Point, radius: f64, ink: Ink) -> Result<(), Problem> {
        let radius = (radius * SUBUNITS).round() as i32;
        self.area
            .draw(&Circle::new(pixel(center), radius, ink.color().filled()))
            .map_err(backend)
    }

    /// Text on one line, centered vertically at `at`; no element for no text.
    pub fn text(&self, line: &str, at: Point, side: Side, ink: Ink) -> Result<(), Problem> {
        if line.is_empty() {
            return Ok(());
        }
        let horizontal = match side {
            Side::Left => HPos::Left,
            Side::Center => HPos::Center,
            Side::Right => HPos::Right,
        };
        // The font and its size are set for the figure as a whole.
        let color = ink.color();
        let style = TextStyle::from(("sans-serif", text::SIZE))
            .color(&color)
            .pos(Pos::new(horizontal, VPos::Center));
        self.area
            .draw_text(line, &style, pixel(at))
            .map_err(backend)
    }
}

fn pixel((x, y): Point) -> (i32, i32) {
    ((x * SUBUNITS).round() as i32, (y * SUBUNITS).round() as i32)
}

fn backend(error: impl Display) -> Problem {
    Problem::Backend(error.to_string())
}
