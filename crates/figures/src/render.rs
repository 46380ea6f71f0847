//! Draws a panel, from the back to the front.

use crate::{
    canvas::Canvas,
    error::Problem,
    geometry::{Point, Rect, centroid, encloses, simplify, split_at_gaps},
    heat,
    ink::Role,
    layout::Layout,
    legend, marker,
    panel::{Direction, Mark, Reference, Series},
    placement::{self, Place, Placer, Side},
    plane::Plane,
    text,
};

/// Draws a panel where its layout says.
pub(crate) fn draw(layout: &Layout, canvas: &Canvas) -> Result<(), Problem> {
    let data = layout
        .panel
        .series
        .iter()
        .map(|series| Data::new(layout, series));
    let data = data.collect::<Result<Vec<_>, _>>()?;
    let references = layout
        .panel
        .references
        .iter()
        .map(|line| ends(line, &layout.plane));
    let references = references.collect::<Result<Vec<_>, _>>()?;
    let plot = layout.plane.plot;

    surroundings(layout, canvas)?;
    let background_labels = background(layout, canvas)?;
    data.iter()
        .try_for_each(|data| data.draw_filling(canvas, &layout.plane))?;
    references
        .iter()
        .try_for_each(|line| canvas.line(line, Role::Reference.ink()))?;
    let frame = [
        (plot.left, plot.top),
        (plot.left, plot.bottom),
        (plot.right, plot.bottom),
    ];
    canvas.line(&frame, Role::Frame.ink())?;
    data.iter().try_for_each(|data| data.draw(canvas))?;

    // Labels that are tied to a line or a point choose first.
    let mut labels = tied_labels(layout)?;
    let dots: Vec<Point> = labels.iter().filter_map(|label| label.dot).collect();
    labels.extend(background_labels);
    let pieces: Vec<_> = data.into_iter().flat_map(|data| data.pieces).collect();
    // A dot would hide the mark of a point that has one.
    for dot in dots.iter().filter(|dot| !pieces.contains(&vec![**dot])) {
        canvas.circle(*dot, 3.75, Role::Frame.ink())?;
    }
    let placer = Placer::new(plot, dots, references, pieces);
    place(layout, canvas, placer, labels)
}

/// A text, the places it may take, and the dot that it is about.
struct Label<'a> {
    text: &'a str,
    places: Vec<Place>,
    dot: Option<Point>,
}

/// A series as far as it can be seen: lines in pieces, or single points.
struct Data<'a> {
    series: &'a Series,
    look: u8,
    pieces: Vec<Vec<Point>>,
}

impl<'a> Data<'a> {
    fn new(layout: &Layout<'a>, series: &'a Series) -> Result<Self, Problem> {
        let plane = &layout.plane;
        let look = layout
            .names
            .iter()
            .position(|name| *name == series.name)
            .unwrap_or(0) as u8;
        let points = || series.points.iter().map(|point| plane.at(*point));
        let pieces: Vec<Vec<Point>> = match series.mark {
            Mark::Points => points()
                .filter(|p| plane.plot.contains(*p))
                .map(|p| vec![p])
                .collect(),
            Mark::Bars => bars(layout, series),
            Mark::Line | Mark::Area => split_at_gaps(points())
                .iter()
                .flat_map(|stretch| plane.plot.clip_line(stretch))
                .map(|piece| simplify(&piece, TOLERANCE))
                .collect(),
        };
        if pieces.is_empty() {
            return Err(Problem::Empty {
                name: series.name.clone(),
            });
        }
        Ok(Self {
            series,
            look,
            pieces,
        })
    }

    fn draw_filling(&self, canvas: &Canvas, plane: &Plane) -> Result<(), Problem> {
        if self.series.mark != Mark::Area {
            return Ok(());
        }
        for mut stretch in split_at_gaps(self.series.points.iter().map(|point| plane.at(*point))) {
            let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else {
                continue;
            };
            let (start, end) = ((first.0, plane.base()), (last.0, plane.base()));
            stretch.extend([end, start]);
            let polygon = simplify(&plane.plot.clip_polygon(&stretch), TOLERANCE);
            if polygon.len() > 2 {
                canvas.polygon(&polygon, Role::Area.of(self.look))?;
            }
        }
        Ok(())
    }

    fn draw(&self, canvas: &Canvas) -> Result<(), Problem> {
        self.pieces
            .iter()
            .try_for_each(|piece| match self.series.mark {
                Mark::Points => marker::draw(canvas, piece[0], self.look),
                Mark::Bars => legend::bar(canvas, piece, self.look),
                Mark::Line | Mark::Area => canvas.line(piece, Role::Curve.of(self.look)),
            })
    }
}

/// Less than what plotters rounds to.
const TOLERANCE: f64 = 0.05;

/// The bars of all series of a panel share the place of a category.
fn bars(layout: &Layout, series: &Series) -> Vec<Vec<Point>> {
    let Layout { panel, plane, .. } = layout;
    let groups: Vec<&Series> = panel
        .series
        .iter()
        .filter(|s| s.mark == Mark::Bars)
        .collect();
    let group = groups
        .iter()
        .position(|other| std::ptr::eq(*other, series))
        .unwrap_or(0);
    let width = 0.76 / groups.len().max(1) as f64;
    let plot = plane.plot;
    let bars = series
        .points
        .iter()
        .filter(|(_, height)| height.is_finite());
    bars.map(|&(place, height)| {
        let left = place - 0.38 + width * group as f64;
        let (top, base) = (plane.up(height).clamp(plot.top, plot.bottom), plane.base());
        // A hair between neighbors, so that their outlines do not merge.
        let (left, right) = (plane.across(left) + 1.5, plane.across(left + width) - 1.5);
        Rect {
            left,
            top: top.min(base),
            right,
            bottom: top.max(base),
        }
        .outline()
    })
    .collect()
}

/// What stands around the plot.
fn surroundings(layout: &Layout, canvas: &Canvas) -> Result<(), Problem> {
    let Layout { panel, plane, .. } = layout;
    let middle = text::LINE / 2.0;
    canvas.text(
        &panel.heading,
        (0.0, layout.top + middle),
        Side::Left,
        Role::Heading.ink(),
    )?;
    if !layout.legend_is_above {
        layout.legend.draw(canvas, layout.legend_top())?;
    }
    if let Some(levels) = &layout.levels {
        levels.draw(canvas, layout.levels_top())?;
    }
    let y_label = (0.0, layout.y_label_top() + middle);
    canvas.text(panel.y.label(), y_label, Side::Left, Role::Text.ink())?;
    for tick in &layout.y_ticks {
        let at = (plane.plot.left - 8.0, plane.up(tick.value));
        canvas.text(&tick.label, at, Side::Right, Role::Text.ink())?;
    }
    for tick in &layout.x_ticks {
        let at = (plane.across(tick.value), layout.x_ticks_top() + middle);
        canvas.text(&tick.label, at, Side::Center, Role::Text.ink())?;
    }
    let below = (plane.plot.center().0, layout.x_label_top() + middle);
    canvas.text(panel.x.label(), below, Side::Center, Role::Text.ink())
}

/// Draws what lies behind the data; what it is called is still to be placed.
fn background<'a>(layout: &Layout<'a>, canvas: &Canvas) -> Result<Vec<Label<'a>>, Problem> {
    let Layout { panel, plane, .. } = layout;
    let plot = plane.plot;
    let mut labels = Vec::new();
    if let (Some(map), Some(levels)) = (&panel.heat_map, &layout.levels) {
        heat::draw(canvas, map, levels, plot)?;
    }
    for (index, region) in panel.regions.iter().enumerate() {
        let corners = region.corners.iter().map(|corner| plane.at(*corner));
        let corners: Vec<Point> = split_at_gaps(corners).concat();
        let visible = plot.clip_polygon(&corners);
        if visible.len() < 3 {
            return Err(Problem::Empty {
                name: region.label.clone(),
            });
        }
        canvas.polygon(&visible, Role::Region.of(index as u8))?;
        labels.push(Label {
            text: &region.label,
            places: inside(&visible, &region.label),
            dot: None,
        });
    }
    for range in &panel.ranges {
        let (left, right) = (plane.across(range.start), plane.across(range.end));
        let visible = Rect {
            left: left.max(plot.left),
            right: right.min(plot.right),
            ..plot
        };
        if visible.width().is_nan() || visible.width() <= 0.0 {
            return Err(Problem::Empty {
                name: range.label.clone(),
            });
        }
        canvas.rectangle(visible, Role::Range.ink())?;
        let top = (visible.center().0, plot.top + text::LINE / 2.0);
        let places = placement::on(top, &range.label);
        labels.push(Label {
            text: &range.label,
            places,
            dot: None,
        });
    }
    if panel.heat_map.is_none() {
        grid(layout, canvas)?;
    }
    Ok(labels)
}

fn grid(layout: &Layout, canvas: &Canvas) -> Result<(), Problem> {
    let Layout { panel, plane, .. } = layout;
    let plot = plane.plot;
    for tick in layout.y_ticks.iter().filter(|_| panel.y.has_grid()) {
        let y = plane.up(tick.value);
        canvas.line(&[(plot.left, y), (plot.right, y)], Role::Grid.ink())?;
    }
    for tick in layout.x_ticks.iter().filter(|_| panel.x.has_grid()) {
        let x = plane.across(tick.value);
        canvas.line(&[(x, plot.top), (x, plot.bottom)], Role::Grid.ink())?;
    }
    Ok(())
}

/// The places for the label of a region: not in its neighbor, if possible.
fn inside(region: &[Point], label: &str) -> Vec<Place> {
    let places = placement::on(centroid(region), label);
    let fits = |place: &&Place| {
        place
            .rect
            .outline()
            .into_iter()
            .all(|corner| encloses(region, corner))
    };
    let inside: Vec<Place> = places.iter().filter(fits).copied().collect();
    if inside.is_empty() { places } else { inside }
}

/// The labels of reference lines and of points.
fn tied_labels<'a>(layout: &Layout<'a>) -> Result<Vec<Label<'a>>, Problem> {
    let Layout { panel, plane, .. } = layout;
    let mut labels = Vec::new();
    for Reference {
        label,
        at,
        direction,
    } in &panel.references
    {
        let places = match direction {
            Direction::Vertical => placement::beside_vertical(plane.across(*at), label, plane.plot),
            Direction::Horizontal => placement::beside_horizontal(plane.up(*at), label, plane.plot),
        };
        labels.push(Label {
            text: label,
            places,
            dot: None,
        });
    }
    // A note with a dot has fewer places near it than a mere text.
    for with_dot in [true, false] {
        for note in panel.notes.iter().filter(|note| note.dot == with_dot) {
            let (at, text) = (plane.at(note.point), note.label.as_str());
            if !plane.plot.contains(at) {
                return Err(Problem::Outside {
                    label: note.label.clone(),
                });
            }
            labels.push(if with_dot {
                Label {
                    text,
                    places: placement::around(at, text),
                    dot: Some(at),
                }
            } else {
                Label {
                    text,
                    places: placement::on(at, text),
                    dot: None,
                }
            });
        }
    }
    Ok(labels)
}

fn place(
    layout: &Layout,
    canvas: &Canvas,
    mut placer: Placer,
    labels: Vec<Label>,
) -> Result<(), Problem> {
    let limit = layout.plane.plot.width() - 8.0;
    for Label { text, places, dot } in labels.into_iter().filter(|label| !label.text.is_empty()) {
        text::check_fits(text, limit)?;
        let Some(place) = placer.place(places) else {
            // Neither side of a vertical line has room.
            let (text, width) = (text.to_owned(), text::width(text));
            return Err(Problem::TooWide {
                text,
                width,
                limit: limit / 2.0,
            });
        };
        if let Some(line) = dot.and_then(|dot| placement::leader(dot, place)) {
            canvas.line(&line, Role::Reference.ink())?;
        }
        // On a plain background a halo would only show at the border of a region.
        let busy = layout.panel.heat_map.is_some() || placer.is_crossed(place);
        let ink = if busy {
            Role::Note.ink()
        } else {
            Role::Text.ink()
        };
        canvas.text(text, place.anchor(), place.side, ink)?;
    }
    Ok(())
}

/// The ends of a reference line, across the whole plot.
fn ends(reference: &Reference, plane: &Plane) -> Result<[Point; 2], Problem> {
    let plot = plane.plot;
    let ends = match reference.direction {
        Direction::Vertical => [plot.top, plot.bottom].map(|y| (plane.across(reference.at), y)),
        Direction::Horizontal => [plot.left, plot.right].map(|x| (x, plane.up(reference.at))),
    };
    if ends.iter().all(|end| plot.contains(*end)) {
        return Ok(ends);
    }
    Err(Problem::Outside {
        label: reference.label.clone(),
    })
}
