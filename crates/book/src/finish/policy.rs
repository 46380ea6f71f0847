//! The Content-Security-Policy of a page.
//!
//! Static hosts set no headers of ours, so it is a `<meta>`. It allows what
//! the site holds, and of what stands in the page itself exactly what the
//! build put there, by its hash. Nothing comes from another host.

use anyhow::{Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::tags::{Piece, attribute, name, pieces};

/// The style that mdBook's search sets on a field nobody sees, to lose focus.
const STYLE_OF_SEARCH: &str = "position: absolute; opacity: 0;";

/// The page with its policy, before everything that it is about.
pub fn with_policy(html: &str) -> Result<String> {
    const FIRST: &str = "<meta charset=\"UTF-8\">";
    let (before, after) = html
        .split_once(FIRST)
        .ok_or_else(|| anyhow::anyhow!("its head does not begin as mdBook's does"))?;
    ensure_nothing_is_lost(html)?;
    Ok(format!(
        "{before}{FIRST}<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">{after}",
        policy(html)
    ))
}

fn policy(html: &str) -> String {
    [
        "default-src 'none'".to_owned(),
        format!("script-src 'self'{}", hashes(html, "script")),
        format!("style-src 'self'{}", hashes(html, "style")),
        format!("style-src-attr 'unsafe-hashes'{}", hash(STYLE_OF_SEARCH)),
        "img-src 'self' data:".to_owned(),
        "font-src 'self'".to_owned(),
        "connect-src 'self'".to_owned(),
        "frame-src 'self'".to_owned(),
        "base-uri 'self'".to_owned(),
        "form-action 'none'".to_owned(),
    ]
    .join("; ")
}

/// The hashes of all scripts, or all styles, that stand in the page.
fn hashes(html: &str, element: &str) -> String {
    let pieces: Vec<Piece> = pieces(html).collect();
    let mut hashes: Vec<String> = pieces
        .windows(2)
        .filter_map(|pair| match pair {
            [Piece::Tag(tag), Piece::Text(text)]
                if name(tag) == element && attribute(tag, "src").is_none() =>
            {
                Some(hash(text))
            }
            _ => None,
        })
        .collect();
    hashes.sort();
    hashes.dedup();
    hashes.concat()
}

fn hash(text: &str) -> String {
    format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The policy would silently switch these off.
fn ensure_nothing_is_lost(html: &str) -> Result<()> {
    for piece in pieces(html) {
        let Piece::Tag(tag) = piece else { continue };
        ensure!(
            attribute(tag, "style").is_none(),
            "a style on an element is left: {tag}"
        );
        let handler = [
            "onclick", "onload", "onerror", "onchange", "oninput", "onsubmit",
        ]
        .into_iter()
        .find(|handler| attribute(tag, handler).is_some());
        ensure!(handler.is_none(), "a script stands in an attribute: {tag}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "<meta charset=\"UTF-8\">";

    #[test]
    fn allows_the_scripts_of_the_page_by_hash() {
        // The example of the CSP specification, section 2.3.1, hashed with
        // openssl: `printf %s "alert('Hello, world.');" | openssl sha256 -binary | base64`.
        let page = with_policy(&format!("{HEAD}<script>alert('Hello, world.');</script>")).unwrap();
        let allowed = "script-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='; ";
        assert!(page.contains(allowed), "{page}");
        assert!(
            page.starts_with(
                "<meta charset=\"UTF-8\"><meta http-equiv=\"Content-Security-Policy\""
            )
        );
    }

    #[test]
    fn names_no_other_host_and_no_unsafe_script() {
        let policy = policy("<script src=\"book.js\"></script><script>1</script>");
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        assert!(
            !policy.contains("http") && !policy.contains("unsafe-inline") && !policy.contains('*')
        );
        assert_eq!(policy.matches("'self' 'sha256-").count(), 1, "{policy}");
    }

    #[test]
    fn refuses_what_it_would_switch_off() {
        for lost in ["<p style=\"top:0\">", "<p onclick=\"go()\">"] {
            assert!(with_policy(&format!("{HEAD}{lost}")).is_err(), "{lost}");
        }
        assert!(with_policy("<p>").is_err());
    }
}
