//! `stale-baseline`: the baseline knows more findings than there are.

use crate::baseline::{Baseline, Entry};
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use text::source::{Place, Span};

/// The rule. What is stale is known only when all others have spoken: see [`Baseline::apply`].
pub static RULE: Rule = Rule {
    name: "stale-baseline",
    group: Group::Config,
    levels: Levels::always(Level::Warn),
    summary: "The baseline knows findings that are no longer there.",
    page: include_str!("../../pages/stale-baseline.md"),
};

/// An entry that `gone` of its findings are missing of.
pub(super) fn finding(baseline: &Baseline, entry: &Entry, gone: usize) -> Finding {
    let source = &baseline.source;
    let rest = entry.count.saturating_sub(gone);
    let now = match rest {
        0 => "there is none".to_owned(),
        1 => "there is 1".to_owned(),
        more => format!("there are {more}"),
    };
    let (known, rule, path) = (entry.count, &entry.key.rule, &entry.key.path);
    let section = entry.key.section.as_ref().map(|id| format!(" for `{id}`")).unwrap_or_default();
    let message = format!("the baseline knows {known} `{rule}`{section} in `{path}`, and {now}");
    let finding = Finding::new(&RULE, Place::new(source, entry.span), message)
        .label("mended")
        .note("as long as it stands here, the same finding can come back unnoticed")
        .help("`mdbook-archdoc check --write-baseline` takes it out");
    if rest == 0 {
        return finding.edit(Place::new(source, whole_lines(baseline, entry.span)), "");
    }
    let text = source.slice(entry.span);
    let number = text.rfind("count = ").map(|at| at + "count = ".len());
    match number.filter(|&at| text[at..].starts_with(&known.to_string())) {
        Some(at) => {
            let start = entry.span.start + at;
            let span = Span::new(start, start + known.to_string().len());
            finding.edit(Place::new(source, span), rest.to_string())
        }
        None => finding,
    }
}

/// The entry with its comma, and its line where nothing else stands there.
fn whole_lines(baseline: &Baseline, entry: Span) -> Span {
    let text = baseline.source.text();
    let comma = usize::from(text[entry.end..].starts_with(','));
    let end = entry.end + comma;
    let before = text[..entry.start].trim_end_matches([' ', '\t']);
    let after = text[end..].trim_start_matches([' ', '\t', '\r']);
    if before.ends_with('\n') && after.starts_with('\n') {
        return Span::new(before.len(), text.len() - after.len() + 1);
    }
    Span::new(entry.start, end)
}
