//! Figures with the same lines in fewer bytes.
//!
//! A figure is committed as plotters draws it, every point of a curve with
//! its place on the canvas. Here lines become paths of steps in tenths of a
//! unit, points that a straight line passes anyway go, and lines, dots and
//! cells that look alike share one path.

use super::tags::{Piece, attribute, name, pieces, without};

/// How far a curve may move, in tenths of a unit; a unit is at most a pixel.
const TOLERANCE: f64 = 1.5;

/// A point in tenths of a unit, the precision of the figures.
type Point = (i32, i32);

/// The page with slim figures.
pub fn slim(html: &str) -> String {
    const START: &str = "<svg class=\"figure\"";
    const END: &str = "</svg>";
    let mut page = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find(START) {
        let Some(length) = rest[start..].find(END) else {
            break;
        };
        let (figure, after) = rest[start..].split_at(length);
        page.push_str(&rest[..start]);
        page.push_str(&figure_of(figure));
        rest = after;
    }
    page + rest
}

fn figure_of(figure: &str) -> String {
    let mut slim = String::new();
    let mut open: Option<Shape> = None;
    for piece in pieces(figure) {
        let tag = match piece {
            Piece::Tag(tag) => tag,
            Piece::Text(text) => {
                if !text.trim().is_empty() {
                    slim.push_str(&text.split_whitespace().collect::<Vec<_>>().join(" "));
                }
                continue;
            }
        };
        let shape = Shape::of(tag);
        open = match (open.take(), shape) {
            (Some(mut one), Some(two)) if one.can_take(&two) => {
                one.lines.extend(two.lines);
                Some(one)
            }
            (one, two) => {
                slim.extend(one.map(|shape| shape.path()));
                if two.is_none() {
                    slim.push_str(&unwrapped(tag));
                }
                two
            }
        };
    }
    slim.extend(open.map(|shape| shape.path()));
    slim
}

/// The tag on one line; the page's style sheet defines every color, so that
/// none needs another to fall back on.
fn unwrapped(tag: &str) -> String {
    const COLOR: &str = "var(--figure-";
    let tag = tag.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut unwrapped = String::with_capacity(tag.len());
    let mut rest = tag.as_str();
    while let Some(start) = rest.find(COLOR) {
        let (before, after) = rest.split_at(start + COLOR.len());
        match (after.find(','), after.find(')')) {
            (Some(comma), Some(end)) if comma < end => {
                unwrapped.push_str(before);
                unwrapped.push_str(&after[..comma]);
                rest = &after[end..];
            }
            _ => break,
        }
    }
    unwrapped + rest
}

/// One path: how it looks, and the lines that it is made of.
struct Shape {
    looks: String,
    lines: Vec<Line>,
}

struct Line {
    points: Vec<Point>,
    is_closed: bool,
}

impl Shape {
    /// The shape of an element that is one.
    fn of(tag: &str) -> Option<Self> {
        let tag = unwrapped(tag);
        let looks = |gone: &[&str]| {
            let kept = gone
                .iter()
                .fold(tag.clone(), |tag, name| without(&tag, name));
            let kept = kept.trim_start_matches(['<']).trim_end_matches("/>").trim();
            kept.strip_prefix(name(&tag)).unwrap_or(kept).to_owned()
        };
        match name(&tag) {
            kind @ ("polyline" | "polygon") => Some(Self {
                looks: looks(&["points"]),
                lines: vec![Line {
                    points: straightened(&points(attribute(&tag, "points")?)?),
                    is_closed: kind == "polygon",
                }],
            }),
            // A dot is a line without length and with round ends.
            "circle" if attribute(&tag, "stroke").is_none() => {
                let [x, y, r] =
                    ["cx", "cy", "r"].map(|name| attribute(&tag, name).and_then(tenths));
                let fill = attribute(&tag, "fill")?;
                Some(Self {
                    looks: format!(
                        " fill=\"none\" stroke=\"{fill}\" stroke-width=\"{}\" stroke-linecap=\"round\"{}",
                        number(2 * r?),
                        looks(&["cx", "cy", "r", "fill"]),
                    ),
                    lines: vec![Line {
                        points: vec![(x?, y?), (x?, y?)],
                        is_closed: false,
                    }],
                })
            }
            "path" => Some(Self {
                looks: looks(&["d"]),
                lines: cells(attribute(&tag, "d")?)?,
            }),
            _ => None,
        }
    }

    /// Whether the other looks the same in one path: areas that are see-through
    /// add up where they overlap, and the dashes of a line start anew.
    fn can_take(&self, other: &Self) -> bool {
        self.looks == other.looks
            && self.looks.contains("fill=\"none\"")
            && !self.looks.contains("opacity")
    }

    fn path(&self) -> String {
        let mut steps = Steps::default();
        for line in &self.lines {
            steps.draw(line);
        }
        format!("<path{} d=\"{}\"/>", self.looks, steps.text)
    }
}

/// The cells of a heat map, `Mx,yhWvHh-Wz` each; nothing else is a path yet.
fn cells(path: &str) -> Option<Vec<Line>> {
    path.split_terminator('z')
        .map(|cell| {
            let (x, rest) = cell.trim().strip_prefix('M')?.split_once(',')?;
            let (y, rest) = rest.split_once('h')?;
            let (width, rest) = rest.split_once('v')?;
            let (height, _) = rest.split_once('h')?;
            let [x, y, w, h] = [tenths(x)?, tenths(y)?, tenths(width)?, tenths(height)?];
            Some(Line {
                points: vec![(x, y), (x + w, y), (x + w, y + h), (x, y + h)],
                is_closed: true,
            })
        })
        .collect()
}

fn points(text: &str) -> Option<Vec<Point>> {
    text.split_whitespace()
        .map(|pair| {
            let (x, y) = pair.split_once(',')?;
            Some((tenths(x)?, tenths(y)?))
        })
        .collect()
}

fn tenths(number: &str) -> Option<i32> {
    // No canvas is as large, and a few of these can be added without overflow.
    const MOST: f64 = 1e8;
    let tenths = number.parse::<f64>().ok()? * 10.0;
    Some(tenths.round().clamp(-MOST, MOST) as i32)
}

/// The line without points that lie within the tolerance of what is left
/// (Ramer 1972, Douglas and Peucker 1973).
fn straightened(points: &[Point]) -> Vec<Point> {
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
        return Vec::new();
    };
    let farthest = points
        .iter()
        .map(|&point| distance(point, first, last))
        .enumerate()
        .max_by(|a, b| a.1.total_cmp(&b.1));
    match farthest {
        Some((index, distance)) if distance > TOLERANCE && points.len() > 2 => {
            let mut line = straightened(&points[..=index]);
            line.pop();
            line.extend(straightened(&points[index..]));
            line
        }
        _ if points.len() == 1 => vec![first],
        _ => vec![first, last],
    }
}

/// The distance of a point from the line between two others.
fn distance(point: Point, start: Point, end: Point) -> f64 {
    let vector = |from: Point, to: Point| (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let ((ax, ay), (bx, by)) = (vector(start, point), vector(start, end));
    let length = bx * bx + by * by;
    let along = if length > 0.0 {
        ((ax * bx + ay * by) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (ax - along * bx).hypot(ay - along * by)
}

/// The text of a path, and where its pen is.
#[derive(Default)]
struct Steps {
    text: String,
    pen: Point,
    command: char,
}

impl Steps {
    fn draw(&mut self, line: &Line) {
        let Some(&start) = line.points.first() else {
            return;
        };
        // The first move counts from the origin.
        self.step('m', &[start.0 - self.pen.0, start.1 - self.pen.1]);
        self.pen = start;
        for &(x, y) in &line.points[1..] {
            let (dx, dy) = (x - self.pen.0, y - self.pen.1);
            match (dx, dy) {
                (_, 0) => self.step('h', &[dx]),
                (0, _) => self.step('v', &[dy]),
                _ => self.step('l', &[dx, dy]),
            }
            self.pen = (x, y);
        }
        if line.is_closed {
            self.step('z', &[]);
            self.pen = start;
        }
    }

    /// A command and its numbers; one that goes on need not be repeated.
    fn step(&mut self, command: char, numbers: &[i32]) {
        let goes_on =
            command == self.command && command != 'm' || command == 'l' && self.command == 'm';
        if !goes_on {
            self.text.push(command);
        }
        for (index, &tenths) in numbers.iter().enumerate() {
            let text = number(tenths);
            let is_apart = index == 0 && !goes_on || text.starts_with('-');
            if !is_apart {
                self.text.push(' ');
            }
            self.text.push_str(&text);
        }
        self.command = command;
    }
}

/// `1.2` of twelve tenths, `.5` of five, `3` of thirty.
fn number(tenths: i32) -> String {
    let text = (f64::from(tenths) / 10.0).to_string();
    match text.split_once("0.") {
        Some((sign @ ("" | "-"), decimals)) => format!("{sign}.{decimals}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(elements: &str) -> String {
        let figure = format!("<svg class=\"figure\">\n{elements}\n</svg>");
        let slim = slim(&figure);
        let inside = slim.strip_prefix("<svg class=\"figure\">").unwrap();
        inside.strip_suffix("</svg>").unwrap().to_owned()
    }

    #[test]
    fn a_line_becomes_steps_and_straight_parts_one_step() {
        assert_eq!(
            drawn("<polyline fill=\"none\" points=\"10,20.5 11,21.5\n  20,30.5 20,40 15,40\"/>"),
            "<path fill=\"none\" d=\"m10 20.5 10 10v9.5h-5\"/>"
        );
    }

    #[test]
    fn lines_that_look_alike_share_a_path_and_others_do_not() {
        let line = |color: &str, x: i32| {
            format!("<polyline fill=\"none\" stroke=\"{color}\" points=\"{x},1 {x},3\"/>\n")
        };
        assert_eq!(
            drawn(&(line("red", 5) + &line("red", 7) + &line("blue", 9))),
            "<path fill=\"none\" stroke=\"red\" d=\"m5 1v2m2-2v2\"/><path fill=\"none\" stroke=\"blue\" d=\"m9 1v2\"/>"
        );
        let faint = "<polyline fill=\"none\" stroke-opacity=\"0.5\" points=\"1,1 1,3\"/>";
        assert_eq!(drawn(&faint.repeat(2)).matches("<path").count(), 2);
    }

    #[test]
    fn dots_become_ends_of_lines() {
        assert_eq!(
            drawn(
                "<circle cx=\"10\" cy=\"20\" r=\"1.6\" fill=\"red\"/>\n<circle cx=\"12\" cy=\"19.5\" r=\"1.6\" fill=\"red\"/>"
            ),
            "<path fill=\"none\" stroke=\"red\" stroke-width=\"3.2\" stroke-linecap=\"round\" d=\"m10 20h0m2-.5h0\"/>"
        );
    }

    #[test]
    fn cells_keep_their_places() {
        assert_eq!(
            drawn("<path fill=\"red\" d=\"M0,0h1v2h-1z M1.5,2h1v2h-1z\"/>"),
            "<path fill=\"red\" d=\"m0 0h1v2h-1zm1.5 2h1v2h-1z\"/>"
        );
    }

    #[test]
    fn texts_stay_and_a_color_needs_no_other_to_fall_back_on() {
        assert_eq!(
            drawn(
                "<desc>Two\n  words.</desc>\n<rect fill=\"var(--figure-1, #0b61b0)\" x=\"1\"/>\n<text\n  x=\"2\">a</text>"
            ),
            "<desc>Two words.</desc><rect fill=\"var(--figure-1)\" x=\"1\"/><text x=\"2\">a</text>"
        );
    }

    #[test]
    fn a_straightened_curve_stays_within_the_tolerance() {
        let curve: Vec<Point> = (0..=500)
            .map(|x| (10 * x, (0.01 * f64::from(x * x)) as i32))
            .collect();
        let line = straightened(&curve);
        assert!(
            line.len() < curve.len() / 8,
            "{} points are left",
            line.len()
        );
        assert_eq!((line[0], line[line.len() - 1]), (curve[0], curve[500]));
        for &point in &curve {
            let nearest = line
                .windows(2)
                .map(|ends| distance(point, ends[0], ends[1]))
                .fold(f64::INFINITY, f64::min);
            assert!(nearest <= TOLERANCE, "{point:?} moved by {nearest}");
        }
    }

    #[test]
    fn what_is_no_figure_stays() {
        let html = "<p>1,2</p><svg class=\"icon\"><path d=\"M1 2\"/></svg>";
        assert_eq!(slim(html), html);
    }
}
