use ndarray::array;

use super::answer::{Answer, derivatives, dpo};
use crate::teach::{close, is_slope};

const fn answer(policy: f64, reference: f64) -> Answer {
    Answer { policy, reference }
}

#[test]
fn starts_at_the_logarithm_of_two() {
    close(
        dpo(answer(-30.0, -30.0), answer(-90.0, -90.0), 0.1),
        2_f64.ln(),
        "while the policy is the reference both rewards are 0, however likely the answers are",
    );
}

#[test]
fn rewards_are_measured_from_the_reference() {
    close(
        dpo(answer(-10.0, -30.0), answer(-50.0, -50.0), 0.1),
        0.126_928_011_042_972_6,
        "the chosen answer gained 20, times β = 0.1 is 2",
    );
}

#[test]
fn only_the_difference_counts() {
    let lesson = "both answers may lose the same log-probability at no cost: that is how both likelihoods fall";
    close(
        dpo(answer(-40.0, -30.0), answer(-70.0, -50.0), 0.1),
        dpo(answer(-30.0, -30.0), answer(-60.0, -50.0), 0.1),
        lesson,
    );
}

#[test]
fn the_derivatives_are_the_slopes() {
    let (chosen, rejected) = (answer(-12.0, -10.0), answer(-9.0, -11.0));
    let (by_chosen, by_rejected) = derivatives(chosen, rejected, 0.3);
    let lesson = "−β·σ(−difference) for the chosen answer, the opposite for the rejected one";
    is_slope(
        &array![by_chosen],
        &array![chosen.policy],
        |it| dpo(answer(it[0], -10.0), rejected, 0.3),
        lesson,
    );
    is_slope(
        &array![by_rejected],
        &array![rejected.policy],
        |it| dpo(chosen, answer(it[0], -11.0), 0.3),
        lesson,
    );
}

#[test]
fn survives_long_answers() {
    close(
        dpo(answer(-9000.0, -1000.0), answer(-1000.0, -9000.0), 0.5),
        8000.0,
        "e^8000 overflows: use max(−x, 0) + ln(1 + e^−|x|)",
    );
    close(
        derivatives(answer(-9000.0, -1000.0), answer(-1000.0, -9000.0), 0.5).0,
        -0.5,
        "the strongest pull is β",
    );
}
