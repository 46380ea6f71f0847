//! Files whose names say what they hold, so that a page never meets a file of
//! another day that a browser still keeps.

use sha2::{Digest, Sha256};

/// A file to write beside a page, or for all of them.
pub struct File {
    pub name: String,
    pub text: String,
}

impl File {
    /// `style-d55bc8e7.css` for the stem `style` and the extension `css`.
    pub fn new(stem: &str, extension: &str, text: String) -> Self {
        let name = format!("{stem}-{}.{extension}", stamp(&text));
        Self { name, text }
    }
}

/// Eight digits that are others when the text is another.
pub fn stamp(text: &str) -> String {
    Sha256::digest(text)[..4]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_text_has_another_name() {
        let name = |text: &str| File::new("a.lines", "js", text.to_owned()).name;
        // printf %s 'a();' | sha256sum
        assert_eq!(name("a();"), "a.lines-3952c415.js");
        assert_ne!(name("a();"), name("b();"));
    }
}
