//! The marks of the points of a series: different shapes, so that they are
//! told apart without color.

use crate::{
    canvas::Canvas,
    error::Problem,
    geometry::Point,
    ink::{Ink, Role},
};

/// Draws the mark of series number `series` at a point.
pub(crate) fn draw(canvas: &Canvas, (x, y): Point, series: u8) -> Result<(), Problem> {
    let ink: Ink = Role::Mark.of(series);
    let at = |corners: &[Point]| -> Vec<Point> {
        corners.iter().map(|(dx, dy)| (x + dx, y + dy)).collect()
    };
    match series % 6 {
        0 => canvas.circle((x, y), 4.5, ink),
        1 => {
            canvas.line(&at(&[(-4.5, -4.5), (4.5, 4.5)]), ink)?;
            canvas.line(&at(&[(-4.5, 4.5), (4.5, -4.5)]), ink)
        }
        2 => canvas.polygon(
            &at(&[(-4.0, -4.0), (4.0, -4.0), (4.0, 4.0), (-4.0, 4.0)]),
            ink,
        ),
        3 => canvas.polygon(&at(&[(-5.0, 4.0), (0.0, -5.0), (5.0, 4.0)]), ink),
        4 => {
            canvas.line(&at(&[(-6.0, 0.0), (6.0, 0.0)]), ink)?;
            canvas.line(&at(&[(0.0, -6.0), (0.0, 6.0)]), ink)
        }
        _ => canvas.polygon(
            &at(&[(-5.5, 0.0), (0.0, -5.5), (5.5, 0.0), (0.0, 5.5)]),
            ink,
        ),
    }
}
