//! A built page, read with the HTML parser that mdBook writes it with.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// What the rules want to know of a page of the site.
#[derive(Clone, Debug, Default)]
pub struct Html {
    /// The ids, in order.
    pub ids: Vec<String>,
    /// What it points to.
    pub references: Vec<Reference>,
    /// The formulas that KaTeX rendered.
    pub n_formulas: usize,
    /// Whether KaTeX put an error message in the place of a formula.
    pub has_katex_error: bool,
    /// The running text of the content: no code, no formulas, no figures.
    pub text: String,
}

/// A pointer to a file, a place in a page, or an element.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The attribute that holds it.
    pub attribute: String,
    /// The address, or the id.
    pub target: String,
}

impl Reference {
    /// Whether the target is ids rather than an address.
    pub fn is_by_id(&self) -> bool {
        BY_ID.contains(&self.attribute.as_str())
    }
}

const ADDRESSES: [&str; 2] = ["href", "src"];
const BY_ID: [&str; 3] = ["aria-labelledby", "aria-describedby", "for"];

impl Html {
    /// Reads a page.
    pub fn parse(text: &str) -> Self {
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(text));
        let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        tokenizer.sink.0.into_inner().page
    }
}

#[derive(Default)]
struct Reader(RefCell<State>);

#[derive(Default)]
struct State {
    page: Html,
    /// Whether we are in the content, not in the frame around it.
    in_main: bool,
    /// The open element whose text is not running text, and how deep we are
    /// in elements of the same name.
    opaque: Option<(String, usize)>,
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => {
                state.tag(&tag);
                // The tokenizer leaves it to us to know that these hold no tags.
                match (&*tag.name, tag.kind) {
                    ("script", TagKind::StartTag) => TokenSinkResult::RawData(RawKind::ScriptData),
                    ("style", TagKind::StartTag) => TokenSinkResult::RawData(RawKind::Rawtext),
                    _ => TokenSinkResult::Continue,
                }
            }
            Token::CharacterTokens(text) => {
                if state.in_main && state.opaque.is_none() {
                    state.page.text.push_str(&text);
                }
                TokenSinkResult::Continue
            }
            _ => TokenSinkResult::Continue,
        }
    }
}

impl State {
    fn tag(&mut self, tag: &Tag) {
        let name: &str = &tag.name;
        let is_start = tag.kind == TagKind::StartTag;
        if name == "main" {
            self.in_main = is_start;
        }
        let is_formula = is_start && attribute(tag, "class") == Some("katex");
        self.track_opaque(name, tag, is_formula);
        if is_start {
            self.page.n_formulas += usize::from(is_formula);
            self.page.has_katex_error |=
                attribute(tag, "class").is_some_and(|it| it.contains("katex-error"));
            self.page
                .ids
                .extend(attribute(tag, "id").map(str::to_owned));
            // The frame of mdBook names ids that its script adds.
            let by_id = BY_ID.iter().filter(|_| self.in_main);
            for name in ADDRESSES.iter().chain(by_id) {
                if let Some(target) = attribute(tag, name) {
                    self.page.references.push(Reference {
                        attribute: (*name).to_owned(),
                        target: target.to_owned(),
                    });
                }
            }
        }
    }

    fn track_opaque(&mut self, name: &str, tag: &Tag, is_formula: bool) {
        const OPAQUE: [&str; 5] = ["pre", "code", "svg", "script", "style"];
        match &mut self.opaque {
            Some((open, depth)) if open == name && !tag.self_closing => {
                *depth = match tag.kind {
                    TagKind::StartTag => *depth + 1,
                    TagKind::EndTag => *depth - 1,
                };
                if *depth == 0 {
                    self.opaque = None;
                }
            }
            None if tag.kind == TagKind::StartTag
                && !tag.self_closing
                && (is_formula || OPAQUE.contains(&name)) =>
            {
                self.opaque = Some((name.to_owned(), 1));
            }
            _ => {}
        }
    }
}

fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs
        .iter()
        .find(|it| &*it.name.local == name)
        .map(|it| &*it.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_without_code_formulas_and_frame() {
        let page = Html::parse(
            r##"<nav>menu $</nav><main><p id="a">one <code>$x</code>
            <span class="katex"><span>$y</span></span> two <a href="#a">up</a></p>
            <script>if (a < b) "<p id=c>"</script></main>"##,
        );
        assert_eq!(page.ids, ["a"]);
        assert_eq!(page.references.len(), 1);
        assert_eq!(page.references[0].target, "#a");
        assert_eq!(page.n_formulas, 1);
        assert_eq!(
            page.text.split_whitespace().collect::<Vec<_>>(),
            ["one", "two", "up"]
        );
    }
}
