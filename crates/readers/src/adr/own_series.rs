//! The series that a record is in: what goes without saying in it, and where it states its number.

use text::link;
use text::markdown::Document;
use text::source::Span;
use words::{Label, Status, Vocabulary};

use super::id::Id;
use super::name::is_type_word;
use super::numbering::chosen_id;
use super::record::{Origin, Sourced};
use super::relation::{Relation, Target};

/// Relations in which the numbers of the record's own series stand as its own does: `TIP-29` beside `tip: 8`. The
/// series is known by the record's identifiers, by what stands before its number in the name of its file, and
/// by the directory: `teps`. Short numbers of any other are names of something, `GPT-4`, `TLS-1`, unless it says that it
/// has records: `PAY-ADR-7`.
pub(super) fn unnamed(
    mut relations: Vec<Relation>,
    ids: &[Sourced<Id>],
    prefix: &str,
    document: &Document,
) -> Vec<Relation> {
    let own = chosen_id(ids).map(|id| id.value);
    let number = own.as_ref().and_then(Id::number);
    let directory = link::file_name(link::directory(document.source.path()));
    let is_named = |id: &Id, series: &str| {
        let Id::Series(name, of) = id else { return false };
        Some(*of) == number && name.eq_ignore_ascii_case(series)
    };
    let is_own = |series: &str| {
        ids.iter().any(|id| is_named(&id.value, series))
            || [prefix, directory].into_iter().any(|place| names(place, series))
    };
    relations.retain_mut(|relation| {
        let Target::Id(Id::Series(series, number)) = &relation.target else { return true };
        let digits = document.slice(relation.span).bytes().rev().take_while(u8::is_ascii_digit);
        let short =
            (1..=MOST_SHORT).contains(&digits.count()) && !series.split('-').any(is_type_word);
        let same = is_own(series);
        if same && matches!(own, Some(Id::Number(_))) {
            relation.target = Target::Id(Id::Number(*number));
        }
        same || !short
    });
    relations
}

/// Whether a relation is to an earlier version of the record itself, which has its number: `ADR-7 v1`, `ADR-7 (first
/// draft)`. `prefix` are the letters before the number in its file's name.
pub(super) fn is_own_draft(
    relation: &Relation,
    own: Option<u64>,
    prefix: &str,
    document: &Document,
) -> bool {
    let named = relation.target.id().and_then(|id| id.number());
    let inside = document.slice(relation.span);
    // `ADR-7` in RFC-7 is another.
    let letters =
        |text: &str| text.trim_end_matches(|c: char| !c.is_ascii_alphabetic()).to_lowercase();
    let head = inside.trim_start_matches(|c: char| !c.is_alphanumeric());
    let series = letters(&head[..head.find(|c: char| c.is_ascii_digit()).unwrap_or(0)]);
    let others = !prefix.is_empty() && !series.is_empty() && series != letters(prefix);
    if named.is_none() || named != own || others {
        return false;
    }
    let known = Vocabulary::known();
    let label = inside.split(']').next().unwrap_or(inside);
    let behind = &document.source.text()[relation.span.end..];
    let behind = behind.lines().next().unwrap_or_default();
    let is_version = |word: &str| {
        let number = word.strip_prefix(['v', 'V']).unwrap_or_default();
        number.starts_with(|c: char| c.is_ascii_digit())
    };
    let sign = |c: char| !c.is_alphanumeric();
    let next = behind.trim_start_matches(sign);
    let close = behind.len() - next.len() <= 3 && !behind.starts_with([',', ';', '.']);
    label.split(sign).any(is_version)
        || close
            && (next.split(sign).next().is_some_and(is_version)
                || known.starts(Label::Version, next).is_some()
                || next.split([')', ',', ';', '.']).next().is_some_and(|remark| {
                    known.find::<Status>(remark).any(|(_, found)| found.meaning == Status::Draft)
                }))
}

/// Digits of a number too short to identify a record.
const MOST_SHORT: usize = 2;

/// Whether the name of a directory or the letters before a number are those of a series, or its plural.
fn names(place: &str, series: &str) -> bool {
    let plain = place.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
    let one = plain.strip_suffix('s').unwrap_or(plain);
    [plain, one].iter().any(|name| name.eq_ignore_ascii_case(series))
}

/// Where the first lines of a file say the number of its series: `CAP: 0013`, `* TAP: 9`. The name of a series is no
/// label that is known.
pub(super) fn stated(document: &Document, series: &str, number: u64) -> Option<(Span, Origin)> {
    const HEAD: usize = 20;
    let text = document.source.text();
    let mut at = 0;
    text.split_inclusive('\n').take(HEAD).find_map(|line| {
        let start = at;
        at += line.len();
        let plain = line.trim_start_matches([' ', '*', '-', '|', '_', '`']);
        let label = plain.get(..series.len()).filter(|label| label.eq_ignore_ascii_case(series))?;
        let value = plain[label.len()..].trim_start_matches(['*', '_', ' ']).strip_prefix(':')?;
        let value = value.trim_matches([' ', '*', '_', '|', '\n', '\r']);
        let same = value.parse() == Ok(number);
        same.then_some((Span::new(start, start + line.trim_end().len()), Origin::Line))
    })
}
