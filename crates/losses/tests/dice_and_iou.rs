//! Soft Dice and soft IoU losses.

mod common;

use common::{assert_rejects_shapes, assert_same, config, numerical_gradient};
use losses::prelude::*;
use proptest::prelude::*;

type Loss = fn(&ArrayRef2<f64>, &ArrayRef2<f64>, f64) -> Result<Array1<f64>, LossError>;
type Gradient = fn(&ArrayRef2<f64>, &ArrayRef2<f64>, f64) -> Result<Array2<f64>, LossError>;

const BOTH: [(Loss, Gradient); 2] = [
    (soft_dice, soft_dice_gradient),
    (soft_iou, soft_iou_gradient),
];

#[test]
fn count_pixels_of_hard_masks() {
    // Three predicted, two true, one shared: Dice 2/5, IoU 1/4.
    let (masks, labels) = (array![[1.0, 1.0, 1.0, 0.0]], array![[1.0, 0.0, 0.0, 1.0]]);
    assert_relative_eq!(soft_dice(&masks, &labels, 0.0).unwrap(), array![0.6]);
    assert_relative_eq!(soft_iou(&masks, &labels, 0.0).unwrap(), array![0.75]);
    assert_relative_eq!(soft_dice(&masks, &labels, 1.0).unwrap(), array![0.5]);
    assert_relative_eq!(soft_iou(&masks, &labels, 1.0).unwrap(), array![0.6]);
}

#[test]
fn each_row_is_a_mask_of_its_own() {
    let (masks, labels) = (
        array![[1.0, 0.0], [0.0, 1.0]],
        array![[1.0, 0.0], [1.0, 0.0]],
    );
    for (loss, _) in BOTH {
        assert_same(&loss(&masks, &labels, 0.0).unwrap(), &array![0.0, 1.0]);
    }
}

#[test]
fn empty_masks_need_smoothing() {
    let empty = Array2::<f64>::zeros((1, 3));
    for (loss, gradient) in BOTH {
        assert!(loss(&empty, &empty, 0.0).unwrap()[0].is_nan());
        assert!(gradient(&empty, &empty, 0.0).unwrap()[[0, 0]].is_nan());
        assert_same(&loss(&empty, &empty, 1.0).unwrap(), &array![0.0]);
        // With ε = 1 a false pixel costs 1 at first.
        assert_same(
            &gradient(&empty, &empty, 1.0).unwrap(),
            &Array2::ones((1, 3)),
        );
    }
}

#[test]
fn passes_nan_through() {
    let (masks, labels) = (array![[f64::NAN, 1.0]], array![[1.0, 0.0]]);
    for (loss, gradient) in BOTH {
        assert!(loss(&masks, &labels, 1.0).unwrap()[0].is_nan());
        assert!(gradient(&masks, &labels, 1.0).unwrap()[[0, 1]].is_nan());
    }
}

#[test]
fn rejects_each_wrong_argument() {
    for (loss, gradient) in BOTH {
        let (masks, labels) = (array![[0.5, 0.5]], array![[1.0], [0.0]]);
        let expected: [(_, &[usize]); 2] = [("probabilities", &[1, 2]), ("labels", &[2, 1])];
        assert_rejects_shapes(loss(&masks, &labels, 1.0), expected);
        assert_rejects_shapes(gradient(&masks, &labels, 1.0), expected);
        for smoothing in [-1.0, f64::NAN, f64::INFINITY] {
            let result = loss(&masks, &masks, smoothing);
            assert!(matches!(
                result,
                Err(LossError::InvalidParameter {
                    name: "smoothing",
                    ..
                })
            ));
        }
        let result = gradient(&array![[1.5]], &array![[1.0]], 1.0);
        assert!(matches!(
            result,
            Err(LossError::ProbabilityOutOfRange { .. })
        ));
        let result = loss(&array![[0.5]], &array![[0.5]], 1.0);
        assert!(matches!(result, Err(LossError::InvalidLabel { .. })));
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn dice_is_a_function_of_iou_for_hard_masks(
        bits in proptest::collection::vec(any::<(bool, bool)>(), 1..12),
    ) {
        let column = |f: fn(&(bool, bool)) -> bool| {
            Array2::from_shape_fn((1, bits.len()), |(_, i)| f64::from(u8::from(f(&bits[i]))))
        };
        let (masks, labels) = (column(|it| it.0), column(|it| it.1));
        prop_assume!(masks.sum() + labels.sum() > 0.0);
        let dice = 1.0 - soft_dice(&masks, &labels, 0.0).unwrap()[0];
        let iou = 1.0 - soft_iou(&masks, &labels, 0.0).unwrap()[0];
        assert_relative_eq!(dice, 2.0 * iou / (1.0 + iou), epsilon = 1e-14);
    }

    #[test]
    fn gradients_are_the_slopes(
        probabilities in proptest::collection::vec(0.05..0.95_f64, 8),
        labels in proptest::collection::vec(any::<bool>(), 8),
        smoothing in 0.1..2.0_f64,
    ) {
        let masks = Array2::from_shape_vec((2, 4), probabilities).unwrap();
        let labels = Array2::from_shape_fn((2, 4), |(i, j)| f64::from(u8::from(labels[4 * i + j])));
        for (loss, gradient) in BOTH {
            let total = |it: &Array2<f64>| sum(&loss(it, &labels, smoothing).unwrap());
            let expected = numerical_gradient(total, &masks);
            assert_abs_diff_eq!(gradient(&masks, &labels, smoothing).unwrap(), expected, epsilon = 1e-8);
        }
    }
}
