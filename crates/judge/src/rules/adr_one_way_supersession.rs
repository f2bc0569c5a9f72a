//! `adr-one-way-supersession`: a supersession that only one of the two records states.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::adr::graph::Edge;
use readers::adr::{Origin, Record, RelationKind};
use readers::analysis::Analysis;
use text::compose::{Inline, Target};
use text::link;
use text::source::Span;

pub static RULE: Rule = Rule {
    name: "adr-one-way-supersession",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A record takes the place of another that does not say so, or the reverse.",
    page: include_str!("../../pages/adr-one-way-supersession.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let records = &analysis.records;
    for edge in records.edges().iter().filter(|edge| edge.kind == RelationKind::Supersedes) {
        let [newer, older] = [edge.from, edge.to].map(|index| &records.entries[index].record);
        match *edge {
            Edge { forward: Some(span), backward: None, .. } => {
                findings.push(one_way(newer, older, span, RelationKind::SupersededBy));
            }
            Edge { forward: None, backward: Some(span), .. } => {
                findings.push(one_way(older, newer, span, RelationKind::Supersedes));
            }
            _ => {}
        }
    }
}

/// `stating` names `silent`, which has to answer with `answer`.
fn one_way(stating: &Record, silent: &Record, span: Span, answer: RelationKind) -> Finding {
    let message = match answer {
        RelationKind::SupersededBy => {
            format!("{} does not say that it is superseded", silent.name())
        }
        _ => format!("{} does not say that it supersedes {}", silent.name(), stating.name()),
    };
    let line = answering_line(stating, silent, answer);
    let finding = Finding::new(&RULE, stating.place(span), message)
        .label("stated here only")
        .note("whoever reads the other record is not led here")
        .help(format!("add to {}: `{line}`", silent.source.path()));
    let Some(status) = &silent.status else { return finding };
    let finding = finding.related(silent.place(status.span), "its status");
    if status.origin != Origin::Section {
        return finding;
    }
    let end = silent.source.line_span(silent.source.line(status.span.end)).end;
    let newline = silent.source.newline();
    finding.edit(silent.place(Span::at(end)), format!("{newline}{newline}{line}"))
}

/// `Superseded by [ADR 12: Use X](0012-use-x.md)`.
fn answering_line(stating: &Record, silent: &Record, answer: RelationKind) -> String {
    let file = Target::file(&link::relative(link::directory(&silent.path), &stating.path));
    let to = stating.anchor.as_ref().map_or(file.clone(), |anchor| file.at(anchor));
    let verb = if answer == RelationKind::SupersededBy { "Superseded by" } else { "Supersedes" };
    format!("{verb} {}", Inline::text(&stating.name()).link(&to).markdown())
}
