//! What the colors that plotters draws with stand for.
//!
//! plotters knows colors but no CSS variables, dashes or halos. So it is given
//! colors that no figure ever shows, each a code for an [`Ink`], and
//! [`svg`](crate::svg) replaces them with what the ink looks like.

use plotters::style::RGBColor;

use crate::palette::{GRID, Paint, REGION, SERIES};

/// How many steps a heat map may have.
pub(crate) const HEAT_LEVELS: u8 = 12;

/// A role, and for data the number of the series, region or level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ink {
    pub role: Role,
    pub index: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A line, with the dashes of its series.
    Curve,
    /// A mark or an outline: the color of a series, never dashed.
    Mark,
    /// What lies between a line and the axis.
    Area,
    /// A bar; bars of different series are filled more or less.
    Bar,
    /// A polygon of the plane.
    Region,
    /// A level of a heat map.
    Heat,
    /// A shaded range of the horizontal axis.
    Range,
    /// The two lines that bound the plot.
    Frame,
    Grid,
    /// A line at a value that the text is about.
    Reference,
    /// Text outside the plot.
    Text,
    /// Text inside the plot, kept readable by a halo.
    Note,
    /// The title of a panel.
    Heading,
}

impl Role {
    const ALL: [Role; 13] = [
        Role::Curve,
        Role::Mark,
        Role::Area,
        Role::Bar,
        Role::Region,
        Role::Heat,
        Role::Range,
        Role::Frame,
        Role::Grid,
        Role::Reference,
        Role::Text,
        Role::Note,
        Role::Heading,
    ];

    pub fn ink(self) -> Ink {
        self.of(0)
    }

    pub fn of(self, index: u8) -> Ink {
        Ink { role: self, index }
    }
}

impl Ink {
    pub fn color(self) -> RGBColor {
        RGBColor(self.role as u8, self.index, MARK)
    }

    /// The ink of a color as plotters writes it, `#RRGGBB`.
    pub fn from_color(hex: &str) -> Option<Self> {
        let code = u32::from_str_radix(hex.strip_prefix('#')?, 16).ok()?;
        let [_, role, index, mark] = code.to_be_bytes();
        let role = *Role::ALL.get(usize::from(role))?;
        (mark == MARK).then_some(Ink { role, index })
    }

    /// The value for `stroke` or `fill`.
    pub fn paint(self) -> String {
        match self.role {
            Role::Curve | Role::Mark | Role::Area | Role::Bar | Role::Region => {
                self.series().value()
            }
            Role::Heat | Role::Range => REGION.value(),
            Role::Grid => GRID.value(),
            Role::Frame | Role::Reference | Role::Text | Role::Note | Role::Heading => {
                "currentColor".to_owned()
            }
        }
    }

    /// The width of a line, in units.
    pub fn width(self) -> f64 {
        match self.role {
            Role::Curve if self.dashes() == DOTS => 2.8,
            Role::Curve | Role::Mark => 2.2,
            Role::Frame | Role::Reference => 1.2,
            _ => 1.0,
        }
    }

    /// What the look of the ink takes beyond its color.
    pub fn attributes(self) -> Vec<(&'static str, String)> {
        match self.role {
            Role::Curve => {
                let dashes = self.dashes();
                let mut attributes = vec![("stroke-linejoin", "round".to_owned())];
                if !dashes.is_empty() {
                    attributes.push(("stroke-dasharray", dashes.to_owned()));
                }
                if dashes == DOTS {
                    attributes.push(("stroke-linecap", "round".to_owned()));
                }
                attributes
            }
            Role::Area | Role::Region => vec![("fill-opacity", "0.18".to_owned())],
            Role::Bar => {
                let opacity = [0.85, 0.3, 0.0][usize::from(self.index) % 3];
                vec![("fill-opacity", opacity.to_string())]
            }
            Role::Heat => {
                // Even the lowest level stands out from the page, where it ends.
                let share = f64::from(self.index) / f64::from(HEAT_LEVELS - 1);
                vec![
                    ("fill-opacity", format!("{:.2}", 0.1 + 0.64 * share)),
                    // Smooth edges would show as seams between the cells.
                    ("shape-rendering", "crispEdges".to_owned()),
                ]
            }
            Role::Range => vec![("fill-opacity", "0.16".to_owned())],
            Role::Reference => vec![("stroke-opacity", "0.65".to_owned())],
            Role::Note => vec![
                ("stroke", "var(--bg, #fff)".to_owned()),
                ("stroke-width", "4".to_owned()),
                ("stroke-linejoin", "round".to_owned()),
                ("paint-order", "stroke".to_owned()),
            ],
            Role::Heading => vec![("font-weight", "600".to_owned())],
            Role::Mark | Role::Frame | Role::Grid | Role::Text => Vec::new(),
        }
    }

    fn dashes(self) -> &'static str {
        DASHES[usize::from(self.index) % DASHES.len()]
    }

    fn series(self) -> Paint {
        SERIES[usize::from(self.index) % SERIES.len()]
    }
}

/// The blue of every code; the rest of the color says which ink it is.
const MARK: u8 = 0xf1;

/// Solid, dashed, dotted, dash-dot, long dashes, dash-dot-dot.
const DASHES: [&str; 6] = ["", "9 4", DOTS, "10 3 2 3", "18 4", "10 3 2 3 2 3"];

/// Round ends make a dot of a dash that has next to no length.
const DOTS: &str = "0.1 4.5";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ink_survives_the_way_through_a_color() {
        for (number, role) in Role::ALL.into_iter().enumerate() {
            assert_eq!(role as usize, number, "ALL is in the order of the enum");
            let RGBColor(red, green, blue) = role.of(5).color();
            let hex = format!("#{red:02X}{green:02X}{blue:02X}");
            assert_eq!(Ink::from_color(&hex), Some(role.of(5)));
        }
    }

    #[test]
    fn other_colors_are_no_ink() {
        for color in ["#000000", "#FFFFFF", "none", "#FF00F1", ""] {
            assert_eq!(Ink::from_color(color), None, "{color}");
        }
    }

    #[test]
    fn curves_are_told_apart_without_color() {
        let mut dashes = DASHES.to_vec();
        dashes.sort_unstable();
        dashes.dedup();
        assert_eq!(dashes.len(), SERIES.len());
    }
}
