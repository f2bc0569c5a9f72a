//! What makes a finding the same one in the next run, though lines above it came and went.

use std::collections::HashMap;

use crate::finding::Finding;

/// More of a place than this does not distinguish it any better.
const MAX_TEXT: usize = 200;

/// One fingerprint for each finding, in their order: 16 hexadecimal digits. `name` says what a file is called
/// there.
///
/// It is made of the rule, the file, the section, and the words of the place and of its line; neither
/// of a line number nor of the message, which may count something. Of several that agree in all of
/// that, each has its number.
pub fn fingerprints(findings: &[Finding], name: impl Fn(&str) -> String) -> Vec<String> {
    numbered(findings.iter().map(|finding| hash(finding, &name)))
}

/// The same of findings with their messages, for two runs of one program: of two things that a rule says of
/// one place, the one is not the other.
pub fn fingerprints_with_messages(
    findings: &[Finding],
    name: impl Fn(&str) -> String,
) -> Vec<String> {
    let with_message = |finding: &Finding| fnv(hash(finding, &name), finding.message.as_bytes());
    numbered(findings.iter().map(with_message))
}

/// The fingerprint of what is no finding, by the text that reports it.
pub fn fingerprint_of_text(text: &str) -> String {
    format!("{:016x}", fnv(OFFSET, text.as_bytes()))
}

fn numbered(hashes: impl Iterator<Item = u64>) -> Vec<String> {
    let mut seen: HashMap<u64, usize> = HashMap::new();
    let each = |hash: u64| {
        let nth = seen.entry(hash).or_default();
        *nth += 1;
        format!("{:016x}", fnv(hash, &nth.to_le_bytes()))
    };
    hashes.map(each).collect()
}

fn hash(finding: &Finding, name: &impl Fn(&str) -> String) -> u64 {
    let place = &finding.place;
    let line = place.source.line_span(place.source.line(place.span.start));
    let path = place.source.path();
    let document = finding.document.as_deref().unwrap_or_default();
    // A document without a name of its own is called by its file.
    let document = if document == path { name(path) } else { document.to_owned() };
    let parts = [
        finding.rule.name,
        &name(path),
        &document,
        finding.section.as_deref().unwrap_or_default(),
        &words(place.text()),
        &words(place.source.slice(line)),
    ];
    // The separator cannot occur in a part, so no two lists of parts run into one.
    parts.iter().fold(OFFSET, |hash, part| fnv(fnv(hash, part.as_bytes()), &[0xff]))
}

/// The first words, spaces between them made equal.
fn words(text: &str) -> String {
    let mut words = String::new();
    for word in text.split_whitespace() {
        if words.len() > MAX_TEXT {
            break;
        }
        words.extend(word.chars().take(MAX_TEXT));
        words.push(' ');
    }
    words
}

/// FNV-1a, which is the same on every machine and in every version, unlike the standard library's.
fn fnv(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::placeholder_text::RULE;
    use text::source::{Place, Source, Span};

    fn of(text: &str) -> Vec<String> {
        let source = Source::new("src/a.md", text);
        let places = text.match_indices("[x]").map(|(at, _)| Span::new(at, at + 3));
        let finding = |span| Finding::new(&RULE, Place::new(&source, span), "open");
        fingerprints(&places.map(finding).collect::<Vec<_>>(), str::to_owned)
    }

    #[test]
    fn lines_may_shift_and_equal_places_stay_apart() {
        let before = of("# A\n\n- one [x]\n- two [x]\n- two [x]\n");
        let after = of("# A\n\nNew.\n\n\n- one  [x]\r\n- two [x]\n- two [x]\n");
        assert_eq!(before, after);
        assert_eq!(before.len(), 3);
        assert!(before[0] != before[1] && before[1] != before[2]);
        assert_eq!(before[0], "9418f37727c7d335");
    }
}
