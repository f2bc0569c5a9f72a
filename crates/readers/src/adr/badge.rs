//! Badges: pictures of a word, as [shields.io](https://shields.io/badges) draws them from an address
//! such as `https://img.shields.io/badge/status-accepted-green`.

use text::link;

/// What a badge says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Badge {
    /// The words on its left side; may be empty.
    pub(super) label: String,
    /// Those on its right side.
    pub(super) message: String,
}

/// The badge that an image's address draws; none for other images.
pub(super) fn of(address: &str) -> Option<Badge> {
    let (_, path) = address.split_once("/badge/")?;
    let path = path.split(['?', '#']).next()?;
    let path = path.trim_end_matches(".svg").trim_end_matches(".png");
    if path.contains('/') {
        return of_segments(path);
    }
    // `--` is a hyphen, `__` an underscore, `_` a space; `-` stands between the parts.
    let plain = link::decoded(path).replace("--", "\u{0}").replace("__", "\u{1}");
    let mut parts: Vec<String> = plain
        .split('-')
        .map(|part| part.replace('_', " ").replace('\u{0}', "-").replace('\u{1}', "_"))
        .collect();
    parts.truncate(3);
    let (label, message) = match parts.as_slice() {
        [label, message, _color] => (label.clone(), message.clone()),
        [message, _color] => (String::new(), message.clone()),
        _ => return None,
    };
    Some(Badge { label, message })
}

/// `status/accepted/green`, as [badgen.net](https://badgen.net) has it.
fn of_segments(path: &str) -> Option<Badge> {
    let mut parts = path.trim_end_matches('/').split('/').map(link::decoded);
    let (label, message) = (parts.next()?, parts.next()?);
    parts.nth(1).is_none().then_some(Badge { label, message })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_says_what_is_drawn() {
        let badge = |address: &str| of(address).map(|badge| (badge.label, badge.message));
        let said = |label: &str, message: &str| Some((label.to_owned(), message.to_owned()));
        let shields = "https://img.shields.io/badge/";
        assert_eq!(
            badge(&format!("{shields}status-in_review-blue?style=flat")),
            said("status", "in review")
        );
        assert_eq!(badge(&format!("{shields}Accepted-green.svg")), said("", "Accepted"));
        assert_eq!(badge(&format!("{shields}on--hold-yellow")), said("", "on-hold"));
        let badgen = "https://badgen.net/badge/ADR/approved/green/";
        assert_eq!(badge(badgen), said("ADR", "approved"));
        assert_eq!(badge("picture.png"), None);
    }
}
