//! Where the labels inside a plot go.

use crate::{
    geometry::{Point, Rect},
    text,
};

/// A place for a label, and the side of it that the text is aligned to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub rect: Rect,
    pub side: Side,
    /// How much worse than the best place it is, even if nothing is in the way.
    handicap: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Left,
    Center,
    Right,
}

impl Place {
    fn new((x, y): Point, label: &str, side: Side, handicap: usize) -> Self {
        let (width, height) = size(label);
        let center = match side {
            Side::Left => x + width / 2.0,
            Side::Center => x,
            Side::Right => x - width / 2.0,
        };
        Self {
            rect: Rect::centered((center, y), (width, height)),
            side,
            handicap,
        }
    }

    /// Where the text starts, is centered, or ends.
    pub fn anchor(self) -> Point {
        let (center, y) = self.rect.center();
        match self.side {
            Side::Left => (self.rect.left, y),
            Side::Center => (center, y),
            Side::Right => (self.rect.right, y),
        }
    }
}

/// Chooses among places: inside the plot, off the other labels, and if
/// possible off the data.
pub(crate) struct Placer {
    bounds: Rect,
    labels: Vec<Rect>,
    references: Vec<[Point; 2]>,
    data: Vec<Vec<Point>>,
}

impl Placer {
    /// `dots` are the points with notes: no label may cover one.
    pub fn new(
        plot: Rect,
        dots: impl IntoIterator<Item = Point>,
        references: Vec<[Point; 2]>,
        data: Vec<Vec<Point>>,
    ) -> Self {
        let Rect {
            left,
            top,
            right,
            bottom,
        } = plot;
        let bounds = Rect {
            left: left + 4.0,
            top: top + 2.0,
            right: right - 4.0,
            bottom: bottom - 3.0,
        };
        let labels = dots
            .into_iter()
            .map(|dot| Rect::centered(dot, (9.0, 9.0)))
            .collect();
        Self {
            bounds,
            labels,
            references,
            data,
        }
    }

    /// The best place; the first of several that are equally good.
    pub fn place(&mut self, candidates: impl IntoIterator<Item = Place>) -> Option<Place> {
        let best = candidates
            .into_iter()
            .map(|place| Place {
                rect: place.rect.moved_into(self.bounds),
                ..place
            })
            .min_by_key(|place| place.handicap + self.cost(place.rect))?;
        self.labels.push(best.rect);
        Some(best)
    }

    /// Whether a line or a mark is in the way of a text.
    pub fn is_crossed(&self, place: Place) -> bool {
        self.crossings(place.rect) > 0
    }

    /// Two labels on each other cannot be read; a line behind a halo can.
    fn cost(&self, rect: Rect) -> usize {
        let labels = self
            .labels
            .iter()
            .filter(|label| label.overlaps(rect))
            .count();
        1000 * labels + 10 * self.crossings(rect)
    }

    fn crossings(&self, rect: Rect) -> usize {
        let references = self
            .references
            .iter()
            .filter(|line| rect.clip_segment(**line).is_some());
        let data = self.data.iter().map(|piece| match piece.as_slice() {
            [mark] => usize::from(Rect::centered(*mark, (10.0, 10.0)).overlaps(rect)),
            line => usize::from(
                line.array_windows()
                    .any(|s| rect.clip_segment(*s).is_some()),
            ),
        });
        3 * references.count() + 2 * data.sum::<usize>()
    }
}

/// Beside a vertical line at `x`: right or left of it, from the top down.
pub(crate) fn beside_vertical(x: f64, label: &str, plot: Rect) -> Vec<Place> {
    let rows = ((plot.height() / text::LINE) as usize).max(1);
    (0..rows)
        .flat_map(|row| {
            let y = plot.top + (row as f64 + 0.5) * text::LINE;
            [
                Place::new((x + GAP, y), label, Side::Left, row),
                Place::new((x - GAP, y), label, Side::Right, row),
            ]
        })
        // A place that had to be moved would cover the line.
        .filter(|place| plot.left <= place.rect.left && place.rect.right <= plot.right)
        .collect()
}

/// Beside a horizontal line at `y`: above or below it, from the right.
pub(crate) fn beside_horizontal(y: f64, label: &str, plot: Rect) -> Vec<Place> {
    let distance = text::SIZE / 2.0 + 5.0;
    [
        (plot.right - GAP, Side::Right),
        (plot.left + GAP, Side::Left),
        (plot.center().0, Side::Center),
    ]
    .into_iter()
    .flat_map(|(x, side)| [y - distance, y + distance].map(|y| ((x, y), side)))
    .map(|(at, side)| Place::new(at, label, side, 0))
    .filter(|place| plot.top <= place.rect.top && place.rect.bottom <= plot.bottom)
    .collect()
}

/// Around a point, nearer places first.
pub(crate) fn around((x, y): Point, label: &str) -> Vec<Place> {
    (0..6_u8)
        .flat_map(|ring| {
            let away = f64::from(ring) * 16.0;
            let (near, far, down) = (5.0 + away / 2.0, 10.0 + away, 15.0 + away);
            [
                ((near, -down), Side::Left),
                ((far, 0.0), Side::Left),
                ((near, down), Side::Left),
                ((-near, -down), Side::Right),
                ((-far, 0.0), Side::Right),
                ((-near, down), Side::Right),
                ((0.0, -down), Side::Center),
                ((0.0, down), Side::Center),
            ]
            .map(|((dx, dy), side)| {
                Place::new((x + dx, y + dy), label, side, 9 * usize::from(ring))
            })
        })
        .collect()
}

/// On a point, or as near to it as other labels allow.
pub(crate) fn on((x, y): Point, label: &str) -> Vec<Place> {
    let steps = [0_i8, -1, 1, -2, 2, -3, 3, -4, 4];
    steps
        .into_iter()
        .flat_map(|down| steps.map(|along| (along, down)))
        .map(|(along, down)| {
            let at = (x + f64::from(along) * 12.0, y + f64::from(down) * 12.0);
            let handicap = along.unsigned_abs() + down.unsigned_abs();
            Place::new(at, label, Side::Center, usize::from(handicap))
        })
        .collect()
}

/// The line from a dot to its label, if they are so far apart that it takes one.
pub(crate) fn leader((x, y): Point, place: Place) -> Option<[Point; 2]> {
    let Rect {
        left,
        top,
        right,
        bottom,
    } = place.rect;
    let nearest = (x.clamp(left, right), y.clamp(top, bottom));
    ((x - nearest.0).hypot(y - nearest.1) > 16.0).then_some([(x, y), nearest])
}

/// The distance of a label from its line.
const GAP: f64 = 6.0;

/// The estimated width is on the wide side, and a line of text has some room
/// above and below its letters.
fn size(label: &str) -> (f64, f64) {
    (0.96 * text::width(label), text::SIZE)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLOT: Rect = Rect {
        left: 50.0,
        top: 0.0,
        right: 550.0,
        bottom: 220.0,
    };

    fn placer() -> Placer {
        Placer::new(PLOT, [], Vec::new(), Vec::new())
    }

    #[test]
    fn labels_of_near_lines_do_not_overlap() {
        let references = [200.0, 204.0, 208.0]
            .map(|x| [(x, PLOT.top), (x, PLOT.bottom)])
            .to_vec();
        let mut placer = Placer::new(PLOT, [], references, Vec::new());
        let places = [200.0, 204.0, 208.0].map(|x| {
            placer
                .place(beside_vertical(x, "median 22", PLOT))
                .unwrap()
                .rect
        });
        assert!(!places[0].overlaps(places[1]));
        assert!(!places[0].overlaps(places[2]));
        assert!(!places[1].overlaps(places[2]));
    }

    #[test]
    fn a_label_at_the_border_goes_to_the_inner_side() {
        let place = placer()
            .place(beside_vertical(545.0, "mean 22", PLOT))
            .unwrap();
        assert_eq!(place.side, Side::Right);
        assert!(place.rect.right < 545.0 && place.rect.left > PLOT.left);

        let place = placer()
            .place(beside_horizontal(5.0, "margin", PLOT))
            .unwrap();
        assert!(place.rect.top > 5.0, "below a line at the top");
    }

    #[test]
    fn labels_avoid_the_data() {
        let curve = vec![(300.0, 90.0), (550.0, 90.0)];
        let mut placer = Placer::new(PLOT, [], Vec::new(), vec![curve]);
        let place = placer
            .place(beside_horizontal(100.0, "margin", PLOT))
            .unwrap();
        assert!(place.rect.top > 100.0, "the curve runs above the line");
        assert!(!placer.is_crossed(place));
    }

    #[test]
    fn labels_do_not_cover_a_dot() {
        let mut placer = Placer::new(PLOT, [(300.0, 100.0)], Vec::new(), Vec::new());
        let place = placer.place(on((300.0, 100.0), "margin")).unwrap();
        assert!(!place.rect.contains((300.0, 100.0)));
    }

    #[test]
    fn labels_stay_inside_the_plot() {
        for corner in [(50.0, 0.0), (550.0, 0.0), (50.0, 220.0), (550.0, 220.0)] {
            for places in [around(corner, "a corner"), on(corner, "a corner")] {
                let Rect {
                    left,
                    top,
                    right,
                    bottom,
                } = placer().place(places).unwrap().rect;
                assert!(PLOT.contains((left, top)) && PLOT.contains((right, bottom)));
            }
        }
    }

    #[test]
    fn a_far_label_gets_a_leader_and_a_near_one_does_not() {
        let place = |x| Place::new((x, 100.0), "far", Side::Left, 0);
        assert_eq!(leader((100.0, 100.0), place(110.0)), None);
        let [from, to] = leader((100.0, 100.0), place(140.0)).unwrap();
        assert_eq!((from, to), ((100.0, 100.0), (140.0, 100.0)));
    }

    #[test]
    fn the_text_starts_at_the_side_it_is_aligned_to() {
        for side in [Side::Left, Side::Center, Side::Right] {
            let (x, y) = Place::new((10.0, 20.0), "label", side, 0).anchor();
            assert!((x - 10.0).abs() < 1e-9 && y == 20.0, "{side:?}");
        }
    }
}
