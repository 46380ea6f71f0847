use super::*;
use crate::Axis;

fn unit_panel() -> Panel {
    Panel::new(
        Axis::linear("residual", 0.0..=1.0),
        Axis::linear("loss", 0.0..=1.0),
    )
}

fn figure(panel: Panel) -> Figure {
    Figure::new("huber_shape", "A title", "A description.").panel(panel)
}

fn svg(panel: Panel) -> String {
    figure(panel).to_svg().unwrap()
}

fn problem(panel: Panel) -> Problem {
    figure(panel).to_svg().unwrap_err().problem
}

/// The lines of series: each has the color of one, the frame has not.
fn curves(svg: &str) -> Vec<&str> {
    svg.split("<polyline")
        .skip(1)
        .filter(|line| line.contains("var(--figure-") && !line.contains("--figure-grid"))
        .collect()
}

/// A figure with something of everything.
fn everything() -> Figure {
    let curve = unit_panel()
        .heading("Loss")
        .function("squared error", |x| x * x)
        .area("density", [(0.0, 0.2), (0.5, 0.4), (1.0, 0.2)])
        .points("data", [(0.1, 0.1), (0.9, 0.4)])
        .range("small", 0.0..=0.2)
        .region("large", [(0.6, 0.5), (0.9, 0.5), (0.9, 0.9)])
        .vertical_line("mean", 0.5)
        .vertical_line("median", 0.52)
        .horizontal_line("limit", 0.8)
        .annotate("here", (0.5, 0.25))
        .text("there", (0.3, 0.7));
    let map = unit_panel().equal_scales().heat_map("height", |x, y| x + y);
    let bars = Panel::new(
        Axis::categories("class", ["cat", "dog"]),
        Axis::logarithmic("probability", 1e-3..=1.0),
    )
    .bars("p", [0.1, 0.9])
    .bars("q", [0.5, 0.5]);
    figure(curve).panel(map).panel(bars)
}

#[test]
fn drawing_twice_gives_the_same_bytes() {
    assert_eq!(
        everything().to_svg().unwrap(),
        everything().to_svg().unwrap()
    );
}

#[test]
fn a_figure_is_one_block_of_html_to_markdown() {
    let svg = everything().to_svg().unwrap();
    let first = svg.lines().next().unwrap();
    assert!(
        first.starts_with("<svg ") && first.ends_with('>'),
        "{first}"
    );
    assert!(svg.lines().all(|line| !line.trim().is_empty()));
    assert!(svg.ends_with("</svg>\n"));
}

#[test]
fn nothing_of_the_palette_of_plotters_is_left() {
    let svg = everything().to_svg().unwrap();
    assert!(!svg.contains("F1\""), "a color that stands for an ink");
    assert!(!svg.contains(" opacity=\"1\""));
    assert!(!svg.contains("em\"/>"), "a text without text");
    assert!(
        !svg.contains("width=\"560\""),
        "no fixed size, no background"
    );
}

#[test]
fn all_text_is_inside_the_view_box() {
    texts_are_inside(&everything().to_svg().unwrap(), WIDTH);
}

#[test]
fn a_narrow_figure_is_as_legible_and_keeps_its_text_inside() {
    let wide = everything().to_svg().unwrap();
    let narrow = everything().narrow().to_svg().unwrap();
    assert!(narrow.starts_with("<svg class=\"figure\" viewBox=\"0 0 400 "));
    assert!([&wide, &narrow].map(|it| it.contains("font-size=\"16\"")) == [true, true]);
    texts_are_inside(&narrow, 400.0);
}

fn texts_are_inside(svg: &str, limit: f64) {
    let number = |text: &str, name: &str| -> f64 {
        let value = text.split_once(&format!(" {name}=\"")).unwrap().1;
        value.split('"').next().unwrap().parse().unwrap()
    };
    for text in svg.split("<text").skip(1) {
        let (tag, rest) = text.split_once('>').unwrap();
        let width = crate::text::width(rest.split('<').next().unwrap());
        let (x, y) = (number(tag, "x"), number(tag, "y"));
        let left = match tag {
            end if end.contains("\"end\"") => x - width,
            middle if middle.contains("\"middle\"") => x - width / 2.0,
            _ => x,
        };
        assert!(left >= -1.0 && left + width <= limit + 1.0, "{text}");
        assert!(y > 0.0, "{text}");
    }
}

#[test]
fn each_run_of_a_line_is_one_polyline() {
    let svg = svg(unit_panel().line("", [(0.0, 0.0), (0.4, 0.4), (0.7, 0.2), (1.0, 1.0)]));
    assert_eq!(curves(&svg).len(), 1);
}

#[test]
fn a_line_breaks_where_it_is_not_finite() {
    let gap = [
        (0.0, 0.0),
        (0.4, 0.4),
        (0.5, f64::NAN),
        (0.6, 0.6),
        (1.0, 1.0),
    ];
    assert_eq!(curves(&svg(unit_panel().line("", gap))).len(), 2);
    // ln 0 is −∞, and the loss infinite: a gap at the border, not a crash.
    let svg = svg(unit_panel().function("", |p| -p.ln()));
    assert_eq!(curves(&svg).len(), 1);
    assert!(!svg.contains("NaN") && !svg.contains("inf"));
}

#[test]
fn what_lies_outside_the_axes_is_cut_off() {
    let inside = svg(unit_panel().line("", [(0.0, 0.5), (1.0, 0.5)]));
    let beyond = svg(unit_panel().line("", [(-1e300, 0.5), (1e300, 0.5)]));
    assert_eq!(curves(&inside), curves(&beyond));
    let points = svg(unit_panel().points("", [(0.5, 0.5), (2.0, 0.5), (0.5, f64::NAN)]));
    assert_eq!(points.matches("<circle").count(), 1);
}

#[test]
fn a_name_has_one_look_throughout_a_figure() {
    let line = |panel: Panel, name: &str| panel.line(name, [(0.0, 0.0), (1.0, 1.0)]);
    let both = line(line(unit_panel(), "squared error"), "absolute error");
    let one = line(unit_panel().heading("Gradient"), "absolute error");
    let svg = figure(both).panel(one).to_svg().unwrap();
    let dashed = curves(&svg);
    let dashed = dashed
        .iter()
        .filter(|line| line.contains("dasharray=\"9 4\""));
    assert_eq!(dashed.count(), 3, "legend, first panel, second panel");
}

#[test]
fn a_mark_with_a_note_is_not_covered_by_a_dot() {
    let panel = unit_panel().points("data", [(0.5, 0.5)]);
    let without = svg(panel.clone()).matches("<circle").count();
    assert_eq!(
        svg(panel.clone().annotate("anchor", (0.5, 0.5)))
            .matches("<circle")
            .count(),
        without
    );
    assert_eq!(
        svg(panel.annotate("free", (0.2, 0.5)))
            .matches("<circle")
            .count(),
        without + 1
    );
}

#[test]
fn text_is_escaped() {
    let svg = svg(unit_panel().points("a < b & \"c\" costs $5", [(0.5, 0.5)]));
    assert!(
        svg.contains(">a &lt; b &amp; &quot;c&quot; costs &#36;5</text>"),
        "{svg}"
    );
}

#[test]
fn a_figure_that_would_mislead_is_refused() {
    let line = [(0.0, 0.0), (1.0, 1.0)];
    assert!(matches!(
        problem(unit_panel().line("loss", [])),
        Problem::Empty { name } if name == "loss"
    ));
    assert!(matches!(
        problem(unit_panel().points("data", [(5.0, 5.0)])),
        Problem::Empty { .. }
    ));
    assert!(matches!(
        problem(unit_panel().function("loss", |_| f64::NAN)),
        Problem::Empty { .. }
    ));
    assert!(matches!(
        problem(unit_panel().range("none", 2.0..=3.0)),
        Problem::Empty { .. }
    ));
    assert!(matches!(
        problem(unit_panel().region("none", line)),
        Problem::Empty { .. }
    ));
    assert!(matches!(
        problem(unit_panel().vertical_line("mean", 22.0)),
        Problem::Outside { label } if label == "mean"
    ));
    assert!(matches!(
        problem(unit_panel().annotate("here", (f64::NAN, 0.5))),
        Problem::Outside { .. }
    ));
    assert!(matches!(
        problem(Panel::new(
            Axis::linear("x", 1.0..=1.0),
            Axis::linear("y", 0.0..=1.0)
        )),
        Problem::InvalidRange { axis, .. } if axis == "x"
    ));
    let seven = (0..7).fold(unit_panel(), |panel, n| panel.line(n.to_string(), line));
    assert!(matches!(
        problem(seven),
        Problem::TooManySeries { count: 7, limit: 6 }
    ));
}

#[test]
fn an_error_names_the_figure_and_the_reason() {
    let error = figure(unit_panel().line("loss", [])).to_svg().unwrap_err();
    assert_eq!(
        error.to_string(),
        "figure `huber_shape`: `loss` has nothing to show inside the axes"
    );
}

#[test]
fn a_name_must_do_as_a_file_name_and_an_id() {
    for name in ["", "Huber", "huber loss", "../huber", "huber.svg"] {
        let figure = Figure::new(name, "", "").panel(unit_panel());
        assert!(matches!(
            figure.to_svg().unwrap_err().problem,
            Problem::InvalidName
        ));
    }
    let error = Figure::new("huber", "", "").to_svg().unwrap_err();
    assert!(matches!(error.problem, Problem::NoPanel));
}

#[test]
fn saving_writes_what_to_svg_returns() {
    let directory = std::env::temp_dir().join(format!("figures-{}", std::process::id()));
    fs::create_dir_all(&directory).unwrap();
    everything().save_in(&directory).unwrap();
    let written = fs::read_to_string(directory.join("huber_shape.svg")).unwrap();
    fs::remove_dir_all(&directory).unwrap();
    assert_eq!(written, everything().to_svg().unwrap());

    let error = everything().save_in(directory.join("missing")).unwrap_err();
    assert!(matches!(error.problem, Problem::Write(_)), "{error}");
}
