//! The libraries whose answers this book compares with its own.

extern crate reference_values;

fn main() {
    // ANCHOR: program
    for (library, version) in reference_values::versions() {
        println!("{library:26}{version}");
    }
    // ANCHOR_END: program
    assert!(reference_values::versions().count() > 5);
}
