//! Plane geometry in the units of the viewBox: y grows downward.

/// A point in the figure.
pub(crate) type Point = (f64, f64);

/// A rectangle with sides along the axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    /// The rectangle of this size with this center.
    pub fn centered((x, y): Point, (width, height): (f64, f64)) -> Self {
        Self {
            left: x - width / 2.0,
            top: y - height / 2.0,
            right: x + width / 2.0,
            bottom: y + height / 2.0,
        }
    }

    pub fn width(self) -> f64 {
        self.right - self.left
    }

    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    pub fn center(self) -> Point {
        (
            (self.left + self.right) / 2.0,
            (self.top + self.bottom) / 2.0,
        )
    }

    /// The corners, the first of them again at the end.
    pub fn outline(self) -> Vec<Point> {
        let Self {
            left,
            top,
            right,
            bottom,
        } = self;
        vec![
            (left, bottom),
            (left, top),
            (right, top),
            (right, bottom),
            (left, bottom),
        ]
    }

    pub fn contains(self, (x, y): Point) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// The same rectangle, moved as little as brings it inside.
    pub fn moved_into(self, bounds: Self) -> Self {
        let dx = (bounds.left - self.left).max(0.0) + (bounds.right - self.right).min(0.0);
        let dy = (bounds.top - self.top).max(0.0) + (bounds.bottom - self.bottom).min(0.0);
        Self {
            left: self.left + dx,
            right: self.right + dx,
            top: self.top + dy,
            bottom: self.bottom + dy,
        }
    }

    /// The part of a segment inside (Liang and Barsky).
    pub fn clip_segment(self, [from, to]: [Point; 2]) -> Option<[Point; 2]> {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (step, room) in [
            (-dx, from.0 - self.left),
            (dx, self.right - from.0),
            (-dy, from.1 - self.top),
            (dy, self.bottom - from.1),
        ] {
            if step == 0.0 {
                if room < 0.0 {
                    return None;
                }
            } else if step < 0.0 {
                enter = enter.max(room / step);
            } else {
                leave = leave.min(room / step);
            }
        }
        let at = |t: f64| match t {
            // The ends themselves, so that neighboring pieces join exactly.
            0.0 => from,
            1.0 => to,
            t => (from.0 + t * dx, from.1 + t * dy),
        };
        (enter <= leave).then(|| [at(enter), at(leave)])
    }

    /// The parts of a line inside, each in one piece.
    pub fn clip_line(self, points: &[Point]) -> Vec<Vec<Point>> {
        let mut pieces: Vec<Vec<Point>> = Vec::new();
        for [from, to] in points
            .array_windows()
            .copied()
            .filter_map(|s| self.clip_segment(s))
        {
            match pieces.last_mut() {
                Some(piece) if piece.last() == Some(&from) => piece.push(to),
                _ => pieces.push(vec![from, to]),
            }
        }
        pieces
    }

    /// The part of a polygon inside (Sutherland and Hodgman).
    pub fn clip_polygon(self, corners: &[Point]) -> Vec<Point> {
        // How far inside each of the four sides a point lies.
        let sides: [&dyn Fn(Point) -> f64; 4] = [
            &|(x, _)| x - self.left,
            &|(x, _)| self.right - x,
            &|(_, y)| y - self.top,
            &|(_, y)| self.bottom - y,
        ];
        sides.iter().fold(corners.to_vec(), |corners, inside| {
            let next = corners.iter().cycle().skip(1);
            corners
                .iter()
                .zip(next)
                .flat_map(|(&from, &to)| {
                    let (here, there) = (inside(from), inside(to));
                    let crossing = (here.min(there) < 0.0 && here.max(there) > 0.0).then(|| {
                        let t = here / (here - there);
                        (from.0 + t * (to.0 - from.0), from.1 + t * (to.1 - from.1))
                    });
                    [(here >= 0.0).then_some(from), crossing]
                        .into_iter()
                        .flatten()
                })
                .collect()
        })
    }
}

/// The finite stretches of a line.
pub(crate) fn split_at_gaps(points: impl IntoIterator<Item = Point>) -> Vec<Vec<Point>> {
    let mut stretches = vec![Vec::new()];
    for (x, y) in points {
        if !(x.is_finite() && y.is_finite()) {
            stretches.push(Vec::new());
        } else if let Some(stretch) = stretches.last_mut() {
            stretch.push((x, y));
        }
    }
    stretches.retain(|stretch| !stretch.is_empty());
    stretches
}

/// The same line to the eye with fewer points (Ramer, Douglas and Peucker): no
/// point that is left out was farther than `tolerance` from what remains.
pub(crate) fn simplify(points: &[Point], tolerance: f64) -> Vec<Point> {
    let Some(last) = points.len().checked_sub(1) else {
        return Vec::new();
    };
    let mut keep = vec![false; points.len()];
    keep[0] = true;
    keep[last] = true;
    let mut pending = vec![(0, last)];
    while let Some((first, last)) = pending.pop() {
        let segment = [points[first], points[last]];
        let farthest = (first + 1..last)
            .map(|index| (index, distance(points[index], segment)))
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .filter(|(_, distance)| *distance > tolerance);
        if let Some((index, _)) = farthest {
            keep[index] = true;
            pending.extend([(first, index), (index, last)]);
        }
    }
    points
        .iter()
        .zip(keep)
        .filter_map(|(point, keep)| keep.then_some(*point))
        .collect()
}

/// Whether a point lies inside a polygon: a ray from it to the right crosses
/// the border an odd number of times.
pub(crate) fn encloses(corners: &[Point], (x, y): Point) -> bool {
    let next = corners.iter().cycle().skip(1);
    let crossings = corners
        .iter()
        .zip(next)
        .filter(|(a, b)| (a.1 > y) != (b.1 > y) && x < a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0));
    crossings.count() % 2 == 1
}

/// The center of mass of a polygon; the mean of the corners if it has no area.
pub(crate) fn centroid(corners: &[Point]) -> Point {
    let next = corners.iter().cycle().skip(1);
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    for (a, b) in corners.iter().zip(next) {
        let cross = a.0 * b.1 - b.0 * a.1;
        area += cross;
        x += (a.0 + b.0) * cross;
        y += (a.1 + b.1) * cross;
    }
    if area.abs() < 1e-9 {
        let count = corners.len().max(1) as f64;
        let sum = corners
            .iter()
            .fold((0.0, 0.0), |sum, c| (sum.0 + c.0, sum.1 + c.1));
        return (sum.0 / count, sum.1 / count);
    }
    (x / (3.0 * area), y / (3.0 * area))
}

fn distance(point: Point, [from, to]: [Point; 2]) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (px, py) = (point.0 - from.0, point.1 - from.1);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 {
        ((px * dx + py * dy) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (px - along * dx).hypot(py - along * dy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const UNIT: Rect = Rect {
        left: 0.0,
        top: 0.0,
        right: 1.0,
        bottom: 1.0,
    };

    #[test]
    fn segments_are_cut_at_the_border() {
        assert_eq!(
            UNIT.clip_segment([(-1.0, 0.5), (2.0, 0.5)]),
            Some([(0.0, 0.5), (1.0, 0.5)])
        );
        assert_eq!(
            UNIT.clip_segment([(0.2, 0.2), (0.8, 0.8)]),
            Some([(0.2, 0.2), (0.8, 0.8)])
        );
        assert_eq!(UNIT.clip_segment([(-1.0, 2.0), (2.0, 2.0)]), None);
        assert_eq!(
            UNIT.clip_segment([(-1.0, 0.5), (0.5, 2.0)]),
            None,
            "passes a corner outside"
        );
    }

    #[test]
    fn a_line_that_leaves_and_returns_is_two_pieces() {
        let line = [(0.1, 0.5), (0.3, 0.5), (0.5, -1.0), (0.7, 0.5), (0.9, 0.5)];
        let pieces = UNIT.clip_line(&line);
        assert_eq!(pieces.len(), 2);
        assert_eq!(pieces[0].len(), 3, "one piece, not one per segment");
        assert!(pieces.iter().flatten().all(|point| UNIT.contains(*point)));
    }

    #[test]
    fn polygons_are_cut_at_the_border() {
        let triangle = [(-1.0, 0.0), (1.0, 0.0), (1.0, 2.0)];
        let mut clipped = UNIT.clip_polygon(&triangle);
        clipped.sort_by(|a, b| a.partial_cmp(b).unwrap());
        assert_eq!(clipped, [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]);
        assert!(
            UNIT.clip_polygon(&[(2.0, 2.0), (3.0, 2.0), (3.0, 3.0)])
                .is_empty()
        );
        assert!(UNIT.clip_polygon(&[]).is_empty());
    }

    #[test]
    fn lines_break_at_points_that_are_not_finite() {
        let points = [
            (0.0, 0.0),
            (1.0, f64::NAN),
            (2.0, 0.0),
            (3.0, 0.0),
            (4.0, f64::INFINITY),
        ];
        assert_eq!(
            split_at_gaps(points),
            [vec![(0.0, 0.0)], vec![(2.0, 0.0), (3.0, 0.0)]]
        );
        assert!(split_at_gaps([(f64::NAN, 0.0)]).is_empty());
    }

    #[test]
    fn straight_lines_need_two_points_and_corners_stay() {
        let kink: Vec<Point> = (-50..=50)
            .map(|x| (f64::from(x), f64::from(x).abs()))
            .collect();
        assert_eq!(
            simplify(&kink, 0.1),
            [(-50.0, 50.0), (0.0, 0.0), (50.0, 50.0)]
        );
        assert!(simplify(&[], 0.1).is_empty());
    }

    #[test]
    fn a_closed_line_does_not_collapse() {
        let circle: Vec<Point> = (0..=360)
            .map(|degree| f64::from(degree).to_radians().sin_cos())
            .map(|(sin, cos)| (100.0 * cos, 100.0 * sin))
            .collect();
        assert!(simplify(&circle, 0.1).len() > 20);
    }

    #[test]
    fn the_centroid_is_the_center_of_mass() {
        assert_eq!(
            centroid(&[(0.0, 0.0), (4.0, 0.0), (4.0, 2.0), (0.0, 2.0)]),
            (2.0, 1.0)
        );
        assert_eq!(centroid(&[(0.0, 0.0), (3.0, 0.0), (0.0, 3.0)]), (1.0, 1.0));
        assert_eq!(centroid(&[(1.0, 1.0), (3.0, 3.0)]), (2.0, 2.0), "no area");
    }

    #[test]
    fn a_notch_is_outside_its_polygon() {
        let notched = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (2.0, 1.0), (0.0, 4.0)];
        assert!(encloses(&notched, (2.0, 0.5)));
        assert!(!encloses(&notched, (2.0, 2.0)));
        assert!(!encloses(&notched, (5.0, 0.5)));
    }

    #[test]
    fn moving_into_bounds_keeps_the_size() {
        let moved = Rect::centered((1.0, 0.5), (0.4, 0.2)).moved_into(UNIT);
        assert!((moved.right - 1.0).abs() < 1e-12 && (moved.width() - 0.4).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn what_is_clipped_lies_inside(
            line in proptest::collection::vec((-3.0..4.0_f64, -3.0..4.0_f64), 0..20),
        ) {
            let wider = Rect { left: -1e-9, top: -1e-9, right: 1.0 + 1e-9, bottom: 1.0 + 1e-9 };
            prop_assert!(UNIT.clip_line(&line).iter().flatten().all(|p| wider.contains(*p)));
            prop_assert!(UNIT.clip_polygon(&line).iter().all(|p| wider.contains(*p)));
        }

        #[test]
        fn simplifying_stays_within_tolerance(
            heights in proptest::collection::vec(0.0..5.0_f64, 2..60),
        ) {
            let line: Vec<Point> =
                heights.iter().enumerate().map(|(x, y)| (x as f64, *y)).collect();
            let simple = simplify(&line, 0.5);
            for point in line {
                let gap = simple.array_windows().map(|s| distance(point, *s)).fold(9.0, f64::min);
                prop_assert!(gap <= 0.5 + 1e-9);
            }
        }
    }
}
