//! Where a loss has no derivative, and what the ways to compute one say there.

use crate::Interval;
use crate::gradients::moved;
use crate::nine::{by_formula, by_library};

/// A place where the slope jumps, or where one might think so.
pub struct Kink {
    /// Which loss, and where.
    pub place: &'static str,
    loss: &'static str,
    groups: Vec<Vec<f64>>,
    /// Which argument is moved.
    index: usize,
    /// Whether the slope jumps here.
    pub jumps: bool,
}

/// What the ways to compute a slope say at a place.
pub struct Slopes {
    /// Just to the left.
    pub left: f64,
    /// Just to the right.
    pub right: f64,
    /// What the library states at the place itself.
    pub stated: f64,
    /// From a value on either side.
    pub central: f64,
    /// From the value and one to the right.
    pub forward: f64,
    /// From dual numbers over floats.
    pub dual: f64,
    /// From dual numbers over intervals.
    pub range: Interval,
}

/// The step of the differences.
pub const STEP: f64 = 6e-6;

/// All kinks of the nine losses, and two places that look like one.
#[must_use]
pub fn kinks() -> Vec<Kink> {
    let kink = |place, loss, groups: &[&[f64]], index, jumps| Kink {
        place,
        loss,
        groups: groups.iter().map(|it| it.to_vec()).collect(),
        index,
        jumps,
    };
    vec![
        kink(
            "absolute error, residual 0",
            "absolute_error",
            &[&[2.0], &[2.0]],
            0,
            true,
        ),
        kink("hinge, margin 1", "hinge", &[&[1.0], &[1.0]], 0, true),
        kink(
            "contrastive, equal pair",
            "contrastive",
            &[&[1.0, 2.0], &[1.0, 2.0], &[1.0], &[2.0]],
            0,
            true,
        ),
        kink(
            "triplet, violation 0",
            "triplet",
            &[&[0.0, 0.0], &[0.5, 0.0], &[0.0, 1.5], &[1.0]],
            2,
            true,
        ),
        kink(
            "triplet, anchor = positive",
            "triplet",
            &[&[1.0, 2.0], &[1.0, 2.0], &[1.5, 2.0], &[1.0]],
            2,
            true,
        ),
        kink(
            "absolute error, residual 2e-6",
            "absolute_error",
            &[&[2e-6], &[0.0]],
            0,
            false,
        ),
        kink(
            "Huber, residual = threshold",
            "huber",
            &[&[1.0], &[0.0], &[1.0]],
            0,
            false,
        ),
    ]
}

impl Kink {
    /// What each way says.
    ///
    /// # Panics
    ///
    /// When the library rejects the arguments.
    #[must_use]
    pub fn slopes(&self) -> Slopes {
        let library = |step: f64| {
            let groups = moved(&self.groups, self.index, step);
            by_library(self.loss, &groups).expect("the arguments are valid")
        };
        let (before, here, after) = (library(-STEP), library(0.0), library(STEP));
        let slope = self.index + 1;
        Slopes {
            left: library(-1e-9)[slope],
            right: library(1e-9)[slope],
            stated: here[slope],
            central: (after[0] - before[0]) / (2.0 * STEP),
            forward: (after[0] - here[0]) / STEP,
            dual: by_formula::<f64>(self.loss, &self.groups)[slope],
            range: by_formula::<Interval>(self.loss, &self.groups)[slope],
        }
    }

    /// What is wrong with what the library states: it must be a subgradient, and
    /// where the slope jumps the naive check must fail.
    ///
    /// # Errors
    ///
    /// What does not hold.
    pub fn check(&self) -> Result<(), String> {
        let it = self.slopes();
        let between = it.left.min(it.right)..=it.left.max(it.right);
        let jumps = (it.left - it.right).abs() > 1e-3;
        let misses = |difference: f64| (difference - it.stated).abs() > 0.1;
        let naive_check_fails = misses(it.central) || misses(it.forward);
        let faults = [
            (
                !between.contains(&it.stated),
                "the stated slope is no subgradient",
            ),
            (
                jumps != self.jumps,
                "the slope jumps where it should not, or the other way round",
            ),
            (self.jumps && !naive_check_fails, "the naive check passes"),
            (
                !it.range.contains(it.stated),
                "dual numbers over intervals miss the stated slope",
            ),
        ];
        let found = faults.iter().find(|(is_fault, _)| *is_fault);
        found.map_or(Ok(()), |(_, what)| Err(format!("{}: {what}", self.place)))
    }
}
