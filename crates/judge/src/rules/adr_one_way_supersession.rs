//! `adr-one-way-supersession`: a supersession that only one of the two records states.

use std::collections::{HashMap, HashSet};

use crate::evidence::passage::{self, Passage};
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::adr::collection::Collection;
use readers::adr::graph::Edge;
use readers::adr::{Record, RelationKind, Status, spoken, succession};
use readers::analysis::Analysis;
use text::compose::{Inline, Target};
use text::link;
use text::source::Span;
use words::{RelationVerb, wording_or_english};

pub static RULE: Rule = Rule {
    name: "adr-one-way-supersession",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A record takes the place of another that does not say so, or the reverse.",
    page: include_str!("../../pages/adr-one-way-supersession.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let records = &analysis.records;
    let edges = || {
        let whole = records.edges().iter().filter(|edge| edge.kind == RelationKind::Supersedes);
        // What is only proposed, or was turned down, takes nobody's place.
        whole.filter(|edge| records.takes_effect(edge.from))
    };
    let told: Vec<ToldBy> = edges().map(|edge| ToldBy::of(records, edge)).collect();
    let mut everywhere = Pairs::default();
    let mut pairs: HashMap<&str, Pairs> = HashMap::new();
    for (edge, told) in edges().zip(&told) {
        pairs.entry(home(records, edge)).or_default().count(*told);
        everywhere.count(*told);
    }
    let claims = claims(records);
    for (edge, told) in edges().zip(&told) {
        let [newer, older] = [edge.from, edge.to].map(|index| &records.entries[index].record);
        match (*told, edge.forward, edge.backward) {
            (ToldBy::Newer, Some(span), _) => {
                findings.push(one_way(newer, older, span, RelationKind::SupersededBy));
            }
            (ToldBy::Older { newer_knows }, _, Some(span)) => {
                let here = pairs.get(home(records, edge)).copied().unwrap_or_default();
                let pairs = if here.all < Pairs::FEW { everywhere } else { here };
                if pairs.ask_the_newer(newer_knows) && !is_of_one_side(&claims, newer) {
                    let finding = one_way(older, newer, span, RelationKind::Supersedes);
                    findings.push(pairs.explain(finding));
                }
            }
            _ => {}
        }
    }
}

fn home<'a>(records: &'a Collection, edge: &Edge) -> &'a str {
    records.entries[edge.to].record.shelf()
}

/// The shelves on which a record states that it supersedes another.
fn claims(records: &Collection) -> HashSet<&str> {
    let all = records.entries.iter().map(|entry| &entry.record);
    let states = |record: &&Record| record.related(RelationKind::Supersedes).next().is_some();
    all.filter(states).map(Record::shelf).collect()
}

/// Whether a record is written in a form that asks for its successor and for nothing that it supersedes,
/// which no record beside it states either.
fn is_of_one_side(claims: &HashSet<&str>, newer: &Record) -> bool {
    let labels = passage::relation_labels(newer);
    labels.contains(&RelationVerb::SupersededBy)
        && !labels.contains(&RelationVerb::Supersedes)
        && !claims.contains(newer.shelf())
}

/// Which record states a supersession, in whatever words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ToldBy {
    Both,
    /// The older record says nothing.
    Newer,
    /// The newer record does not claim the older one's place; it may still name it.
    Older {
        newer_knows: bool,
    },
}

impl ToldBy {
    fn of(records: &Collection, edge: &Edge) -> Self {
        let [newer, older] = [edge.from, edge.to].map(|index| &records.entries[index].record);
        match (edge.forward, edge.backward) {
            (Some(_), None) => {
                let naming = naming(records, newer, edge.to);
                // A field says which record is superseded, the text how much of it.
                let in_part = naming.iter().any(Passage::leaves_a_rest);
                if in_part || leads_on(records, older, edge.from) {
                    Self::Both
                } else {
                    Self::Newer
                }
            }
            // A record that names its successor and counts all the same contradicts itself first.
            (None, Some(_)) if is_live(older) => Self::Both,
            (None, Some(_)) => {
                let naming = naming(records, newer, edge.to);
                if naming.iter().any(Passage::mentions_replacing) {
                    Self::Both
                } else {
                    Self::Older { newer_knows: !naming.is_empty() }
                }
            }
            _ => Self::Both,
        }
    }
}

fn is_live(record: &Record) -> bool {
    record.status.as_ref().is_some_and(|status| status.value.is_live())
}

/// Whether whoever reads an older record learns that it no longer counts, or finds the newer one.
fn leads_on(records: &Collection, older: &Record, newer: usize) -> bool {
    let status = older.status();
    let over = matches!(status, Some(Status::Superseded | Status::Rejected | Status::Withdrawn));
    // One that names another successor says that it is superseded.
    let names_one = || older.related(RelationKind::SupersededBy).next().is_some();
    over || names_one() || !naming(records, older, newer).is_empty()
}

/// Where a record names another.
fn naming(records: &Collection, record: &Record, other: usize) -> Vec<Passage> {
    let mut passages = passage::passages(record);
    passages.retain(|passage| passage.names(record, other, records));
    passages
}

/// The supersessions of a directory that the older record states.
#[derive(Clone, Copy, Default)]
struct Pairs {
    all: usize,
    both: usize,
}

impl Pairs {
    /// Fewer show no habit.
    const FEW: usize = 3;

    fn count(&mut self, told: ToldBy) {
        self.all += usize::from(told != ToldBy::Newer);
        self.both += usize::from(told == ToldBy::Both);
    }

    /// Whether the newer record has to say it too: not where several and most do not, and where it names
    /// the older one all the same only if most others do.
    fn ask_the_newer(self, newer_knows: bool) -> bool {
        let (others, one_sided) = (self.all.saturating_sub(1), self.all - self.both);
        if newer_knows {
            self.both * 2 > others
        } else {
            one_sided < Self::FEW || self.both >= one_sided
        }
    }

    fn explain(self, finding: Finding) -> Finding {
        if self.all < Self::FEW {
            return finding;
        }
        let Self { all, both } = self;
        finding.note(format!("{both} of {all} supersessions here are stated on both sides"))
    }
}

/// `stating` names `silent`, which has to answer with `answer`.
fn one_way(stating: &Record, silent: &Record, span: Span, answer: RelationKind) -> Finding {
    let message = match answer {
        RelationKind::SupersededBy => {
            format!("{} does not say that it is superseded", silent.cited())
        }
        _ => format!("{} does not say that it supersedes {}", silent.cited(), stating.cited()),
    };
    let line = answering_line(stating, silent, answer);
    let finding = Finding::new(&RULE, stating.place(span), message)
        .label("stated here only")
        .note("whoever reads the other record is not led here")
        .help(match command(stating, silent, answer) {
            Some(command) => {
                format!("add to {}: `{line}`, as `{command}` does", silent.source.path())
            }
            None => format!("add to {}: `{line}`", silent.source.path()),
        });
    let Some(status) = &silent.status else { return finding };
    let finding = finding.related(silent.place(status.span), "its status");
    match succession::beside(silent, &line) {
        Some(edit) => finding.edit(silent.place(edit.span), edit.text),
        None => finding,
    }
}

/// The command that writes it into the silent one of the two; none for records that are sections, or where a shell reads a name
/// otherwise.
fn command(stating: &Record, silent: &Record, answer: RelationKind) -> Option<String> {
    let by = answer == RelationKind::SupersededBy;
    let (older, newer) = if by { (silent, stating) } else { (stating, silent) };
    let plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    let is_plain =
        |record: &&Record| record.anchor.is_none() && record.source.path().chars().all(plain);
    let [older, newer] = [older, newer].map(|record| Some(record).filter(is_plain));
    let (older, newer) = (older?.source.path(), newer?.source.path());
    Some(format!("mdbook-archdoc adr supersede {older} --by {newer}"))
}

/// `Superseded by [ADR 12: Use X](0012-use-x.md)`, in the language of the record that is to say so; what becomes
/// its status in the language of that.
fn answering_line(stating: &Record, silent: &Record, answer: RelationKind) -> String {
    let file = Target::file(&link::relative(link::directory(&silent.path), &stating.path));
    let to = stating.anchor.as_ref().map_or(file.clone(), |anchor| file.at(anchor));
    let by = answer == RelationKind::SupersededBy;
    let meaning = if by { RelationVerb::SupersededBy } else { RelationVerb::Supersedes };
    let text = spoken::language_of(silent, None);
    let spoken = if by { spoken::language_of_status(silent, text, text) } else { text };
    let verb = wording_or_english(meaning, spoken);
    format!("{verb} {}", Inline::text(&stating.name()).link(&to).markdown())
}
