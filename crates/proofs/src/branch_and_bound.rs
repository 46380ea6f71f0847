//! Cutting a domain into boxes until a claim is certain on each.

use std::fmt;

use crate::Interval;

/// What is known about a claim on a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is true at every point.
    Holds,
    /// It is false at every point.
    Fails,
    /// Neither could be shown: the box must be cut.
    Unknown,
}

impl Verdict {
    /// The verdict on "the value is positive", from an interval that contains
    /// all values.
    #[must_use]
    pub fn positive(values: Interval) -> Self {
        if values.low > 0.0 {
            Self::Holds
        } else if values.high <= 0.0 {
            Self::Fails
        } else {
            Self::Unknown
        }
    }

    /// The verdict on "the value is not negative".
    #[must_use]
    pub fn not_negative(values: Interval) -> Self {
        if values.low >= 0.0 {
            Self::Holds
        } else if values.high < 0.0 {
            Self::Fails
        } else {
            Self::Unknown
        }
    }

    /// Both must hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Fails, _) | (_, Self::Fails) => Self::Fails,
            (Self::Holds, Self::Holds) => Self::Holds,
            _ => Self::Unknown,
        }
    }

    /// One is enough.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Holds, _) | (_, Self::Holds) => Self::Holds,
            (Self::Fails, Self::Fails) => Self::Fails,
            _ => Self::Unknown,
        }
    }
}

/// Why a claim is not proven.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal<const N: usize> {
    /// It is false at every point of this box.
    CounterExample([Interval; N]),
    /// On this box it could be neither shown nor refuted: it is too small to be
    /// cut, or there were too many.
    Undecided([Interval; N]),
}

impl<const N: usize> fmt::Display for Refusal<N> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, place) = match self {
            Self::CounterExample(place) => ("it is false everywhere in", place),
            Self::Undecided(place) => ("it could not be decided in", place),
        };
        let sides = place.map(|side| side.to_string());
        write!(formatter, "{what} {}", sides.join(" × "))
    }
}

/// Shows that a claim holds at every point of `domain`, and says into how many
/// boxes it had to be cut.
///
/// `verdict` judges a box; a box that it cannot judge is cut in two
/// across its longest side.
///
/// # Errors
///
/// A box on which the claim is false, or one on which it stays undecided.
pub fn prove<const N: usize>(
    domain: [Interval; N],
    verdict: impl Fn([Interval; N]) -> Verdict,
) -> Result<usize, Refusal<N>> {
    const MOST_CUTS: usize = 5_000_000;
    let (mut pending, mut n_boxes, mut n_cuts) = (vec![domain], 0, 0);
    while let Some(place) = pending.pop() {
        match verdict(place) {
            Verdict::Holds => n_boxes += 1,
            Verdict::Fails => return Err(Refusal::CounterExample(place)),
            Verdict::Unknown => {
                // A false claim is refuted early by a point, which is a box too.
                let center = place.map(|side| Interval::point(side.middle()));
                if verdict(center) == Verdict::Fails {
                    return Err(Refusal::CounterExample(center));
                }
                n_cuts += 1;
                match cut(place) {
                    Some(halves) if n_cuts < MOST_CUTS => pending.extend(halves),
                    _ => return Err(Refusal::Undecided(place)),
                }
            }
        }
    }
    Ok(n_boxes)
}

/// The two halves; nothing when there is no number between the ends.
fn cut<const N: usize>(place: [Interval; N]) -> Option<[[Interval; N]; 2]> {
    let widths = place.map(Interval::width);
    let longest = (0..N).max_by(|&a, &b| widths[a].total_cmp(&widths[b]))?;
    let side = place[longest];
    let middle = side.middle();
    if middle <= side.low || middle >= side.high {
        return None;
    }
    let [mut below, mut above] = [place; 2];
    below[longest] = Interval::new(side.low, middle);
    above[longest] = Interval::new(middle, side.high);
    Some([below, above])
}
