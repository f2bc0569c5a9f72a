//! Which record a record takes the place of, changes or points to.

use std::ops::Range;

use text::source::Span;

use super::id::{self, Id};
use super::label::Key;
use super::text::Line;
use words::fold;

/// What one record is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelationKind {
    /// This record takes the other's place.
    Supersedes,
    /// The other took this record's place.
    SupersededBy,
    /// This record changes the other, which stays.
    Amends,
    /// The other changes this record, which stays.
    AmendedBy,
    /// They belong together.
    Related,
}

impl RelationKind {
    /// As words: "superseded by".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Supersedes => "supersedes",
            Self::SupersededBy => "superseded by",
            Self::Amends => "amends",
            Self::AmendedBy => "amended by",
            Self::Related => "related to",
        }
    }

    /// The same relation from the other side.
    #[must_use]
    pub const fn inverse(self) -> Self {
        match self {
            Self::Supersedes => Self::SupersededBy,
            Self::SupersededBy => Self::Supersedes,
            Self::Amends => Self::AmendedBy,
            Self::AmendedBy => Self::Amends,
            Self::Related => Self::Related,
        }
    }

    /// The relation a label states.
    pub(super) const fn of(key: Key) -> Option<Self> {
        match key {
            Key::Supersedes => Some(Self::Supersedes),
            Key::SupersededBy => Some(Self::SupersededBy),
            Key::Amends => Some(Self::Amends),
            Key::AmendedBy => Some(Self::AmendedBy),
            Key::Related => Some(Self::Related),
            _ => None,
        }
    }
}

/// How the other record is named.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A link, as written: a path, a site's path or a URL.
    Link(String),
    /// A wiki link: a file name without its extension, mostly.
    Wiki(String),
    /// An identifier in the text: `ADR-12`.
    Id(Id),
}

impl Target {
    /// The identifier of the record, as far as the reference itself shows it.
    pub fn id(&self) -> Option<Id> {
        match self {
            Self::Id(id) => Some(id.clone()),
            Self::Link(target) => match target.strip_prefix('#') {
                Some(anchor) => id::from_reference(anchor),
                None => id::Name::of(text::link::record_stem(target)).id,
            },
            Self::Wiki(name) => id::Name::of(text::link::stem(name)).id,
        }
    }
}

/// A relation and where it is stated.
#[derive(Clone, Debug)]
pub struct Relation {
    /// What this record is to the other.
    pub kind: RelationKind,
    /// The other.
    pub target: Target,
    /// The reference's place in this record.
    pub span: Span,
}

/// Verbs in lower case; a `by` may follow after a remark in parentheses.
#[rustfmt::skip]
const VERBS: [(RelationKind, &[&str]); 5] = [
    (
        RelationKind::SupersededBy,
        &[
            "superseded by", "superceded by", "superseded", "superceded", "replaced by",
            "replaced with", "overridden by", "obsoleted by", "replaced", "ersetzt durch",
            "abgelöst durch", "abgelöst von", "abgelöst", "remplacé par", "remplacée par",
            "reemplazado por", "reemplazada por", "sustituido por", "sustituida por",
            "substituído por", "substituída por",
        ],
    ),
    (
        RelationKind::Supersedes,
        &[
            "supersedes", "supercedes", "superseding", "replaces", "overrides", "obsoletes",
            "ersetzt", "remplace", "reemplaza", "sustituye", "substitui",
        ],
    ),
    (
        RelationKind::AmendedBy,
        &[
            "amended by", "updated by", "refined by", "extended by", "clarified by",
            "complemented by", "modified by", "geändert durch", "amendé par", "alterado por",
        ],
    ),
    (
        RelationKind::Amends,
        &[
            "amends", "updates", "refines", "extends", "clarifies", "complements", "completes",
            "modifies",
        ],
    ),
    (RelationKind::Related, &["relates to", "related to", "depends on", "see also"]),
];

/// Relations that a line of running text states with a verb: `Superseded by [x](0012-x.md)`.
pub(super) fn in_text(line: &Line<'_>) -> Vec<Relation> {
    let verbs = verbs(&line.text);
    let mut found = Vec::new();
    for (index, (kind, verb)) in verbs.iter().enumerate() {
        let next = verbs.get(index + 1).map_or(line.text.len(), |(_, next)| next.start);
        let (mut from, mut to) = (verb.end, clause_end(line, verb.end, next));
        if is_passive_ideograph(&line.text, verb) {
            (from, to) = (verb.start, verb.end);
        }
        found.extend(targets(line, from..to, false).into_iter().map(|(target, span)| Relation {
            kind: *kind,
            target,
            span,
        }));
    }
    found
}

/// Relations of a labelled value: `Supersedes: 12, 13`.
pub(super) fn in_value(line: &Line<'_>, kind: RelationKind) -> Vec<Relation> {
    let all = 0..line.text.len();
    let target = |(target, span)| Relation { kind, target, span };
    targets(line, all, true).into_iter().map(target).collect()
}

fn verbs(text: &str) -> Vec<(RelationKind, Range<usize>)> {
    let mut found: Vec<(RelationKind, Range<usize>)> = Vec::new();
    for at in fold::starts(text) {
        if found.last().is_some_and(|(_, last)| at < last.end) {
            continue;
        }
        let rest = &text[at..];
        let verb = VERBS.iter().find_map(|&(kind, verbs)| {
            verbs.iter().find_map(|verb| Some((kind, fold::at_start(rest, verb)?)))
        });
        if let Some((kind, len)) = verb {
            found.push((kind, at..at + len));
        } else if let Some(end) = passive_ideograph(rest) {
            found.push((RelationKind::SupersededBy, at..at + end));
        }
    }
    found
}

/// The verb of `被 X 取代` is looked for within so many characters.
const MAX_INSIDE: usize = 200;

/// `被 X 取代`: the target stands inside.
fn passive_ideograph(rest: &str) -> Option<usize> {
    rest.strip_prefix('被').or_else(|| rest.strip_prefix('由'))?;
    let end = rest.char_indices().nth(MAX_INSIDE).map_or(rest.len(), |(at, _)| at);
    let rest = &rest[..end];
    ["取代", "替代", "替换"].iter().filter_map(|verb| Some(rest.find(verb)? + verb.len())).min()
}

fn is_passive_ideograph(text: &str, verb: &Range<usize>) -> bool {
    text[verb.clone()].starts_with(['被', '由'])
}

/// Where the clause of a verb ends: at the next verb, at `;`, or where a sentence ends.
fn clause_end(line: &Line<'_>, from: usize, limit: usize) -> usize {
    let text = &line.text[from..limit];
    let end = text.char_indices().find(|&(at, c)| {
        let sentence = c == '.' && text[at + 1..].starts_with(char::is_whitespace);
        (c == ';' || c == '。' || sentence) && !line.in_link(from + at, from) && at > 0
    });
    // `no. 12` and the like are rare in front of a target; a sentence is not.
    end.map_or(limit, |(at, _)| from + at)
}

/// The records a stretch of text names: links first, then references in plain text.
fn targets(line: &Line<'_>, within: Range<usize>, bare: bool) -> Vec<(Target, Span)> {
    let links = line.links(&within);
    if links.is_empty() {
        return references(&line.text[within.clone()], bare)
            .into_iter()
            .map(|(target, range)| {
                let range = range.start + within.start..range.end + within.start;
                (target, line.span(range))
            })
            .collect();
    }
    links
        .into_iter()
        .filter(|(_, link)| link.wiki || may_be_record(&link.target))
        .map(|(_, link)| {
            let target = link.target.clone();
            (if link.wiki { Target::Wiki(target) } else { Target::Link(target) }, link.span)
        })
        .collect()
}

/// Links to pull requests, issues and other sites' pages are no records.
fn may_be_record(target: &str) -> bool {
    let foreign = ["/pull/", "/issues/", "/merge_requests/", "/commit/", "mailto:"];
    let elsewhere = target.contains("://")
        && id::Name::of(text::link::record_stem(target)).id.is_none()
        && !target.contains(".md");
    !target.is_empty() && !elsewhere && !foreign.iter().any(|part| target.contains(part))
}

/// `ADR-12`, `ADR 12 and 13`, `0012-use-x`, `2024-05-31-use-x.md`; bare numbers where allowed.
fn references(text: &str, bare: bool) -> Vec<(Target, Range<usize>)> {
    let mut found: Vec<(Target, Range<usize>)> = Vec::new();
    let mut type_word: Option<usize> = None;
    let mut foreign = false;
    for (start, word) in pieces(text) {
        let end = start + word.len();
        if id::is_type_word(word) || matches!(word, "#" | "no" | "No" | "nr" | "Nr") {
            type_word = type_word.or(Some(start));
            continue;
        }
        let number = word.trim_start_matches('#');
        let plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        let listed = bare || !found.is_empty();
        let begin = type_word.take();
        let id = match plain {
            true if foreign => None,
            true if begin.is_some() || listed => number.parse().ok().map(Id::Number),
            true => None,
            false => id::from_reference(word),
        };
        let file = || is_file(word).then(|| Target::Link(word.to_owned()));
        if let Some(target) = id.map(Target::Id).or_else(file) {
            found.push((target, begin.unwrap_or(start)..end));
        } else if !found.is_empty() && !is_connector(word) {
            break;
        }
        foreign = matches!(word.to_ascii_lowercase().as_str(), "pr" | "issue" | "pull" | "ticket");
    }
    found
}

fn is_file(word: &str) -> bool {
    word.len() > 3 && text::link::stem(word).len() < text::link::file_name(word).len()
}

fn is_connector(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "and" | "&" | "und" | "et" | "y" | "e" | "+" | "or"
    )
}

/// Words with their offsets, without the punctuation around them.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let gaps = [' ', '\t', '\n', ',', '、', '，', '(', ')'];
    let edges = ['(', ')', '[', ']', '`', '"', '\'', '*', ',', ':', '.', '<', '>', '“', '”'];
    let edge = move |c: char| edges.contains(&c) || gaps.contains(&c);
    let parts = text.split_inclusive(gaps).scan(0, |at, part| {
        let start = *at;
        *at += part.len();
        Some((start, part))
    });
    parts.filter_map(move |(at, part)| {
        let word = part.trim_start_matches(edge);
        let start = at + part.len() - word.len();
        let word = word.trim_end_matches(edge);
        (!word.is_empty()).then_some((start, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::markdown;

    fn found(text: &str) -> Vec<(&'static str, String)> {
        let inlines = markdown::inlines(text, 0);
        let named = |relation: Relation| {
            assert!(text.get(relation.span.range()).is_some());
            let target = match relation.target {
                Target::Link(target) | Target::Wiki(target) => target,
                Target::Id(id) => id.to_string(),
            };
            (relation.kind.words(), target)
        };
        in_text(&Line::of(&inlines)).into_iter().map(named).collect()
    }

    #[test]
    fn verbs_lead_to_their_targets() {
        for (text, wanted) in [
            ("Superseded by [x](0012-x.md)", vec![("superseded by", "0012-x.md")]),
            ("superceded by ADR-0012.", vec![("superseded by", "12")]),
            ("Superseded (never built) by [ADR 32](/adr/32)", vec![("superseded by", "/adr/32")]),
            (
                "Superseded by ADR 23 and 26; see PR 7",
                vec![("superseded by", "23"), ("superseded by", "26")],
            ),
            ("superseded by 0021-use-x", vec![("superseded by", "21")]),
            ("superseded by [[2024-05-31-use-x]]", vec![("superseded by", "2024-05-31-use-x")]),
            (
                "accepted; supersedes ADR-0045, amends ADR 3",
                vec![("supersedes", "45"), ("amends", "3")],
            ),
            ("已被 ADR 5 取代", vec![("superseded by", "5")]),
            ("superseded by PR #851", vec![]),
            ("replaces the old pipeline of 2019", vec![]),
            ("Accepted", vec![]),
        ] {
            let wanted: Vec<_> = wanted.into_iter().map(|(k, t)| (k, t.to_owned())).collect();
            assert_eq!(found(text), wanted, "{text}");
        }
    }

    #[test]
    fn labelled_values_may_be_bare_numbers() {
        let values = |text| {
            let inlines = markdown::inlines(text, 0);
            let found = in_value(&Line::of(&inlines), RelationKind::Supersedes);
            found
                .into_iter()
                .filter_map(|r| r.target.id())
                .map(|id| id.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(values("12, 13"), ["12", "13"]);
        assert_eq!(values("ADR-7"), ["7"]);
        assert!(values("N/A").is_empty());
        assert!(values("none").is_empty());
    }
}
