//! `untraced-item`: an item with an id that is linked with none of the kind that it is to be linked with.

use readers::adr::status::Status;
use readers::analysis::Analysis;
use readers::settings::Chain;
use readers::trace::{Item, Trace};

use crate::evidence::owes;
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "untraced-item",
    group: Group::Document,
    levels: Levels::always(Level::Warn),
    summary: "An item with an id is not linked with what it is to be linked with.",
    page: include_str!("../../pages/untraced-item.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let Some(trace) = analysis.asked_trace() else { return };
    for links in &trace.links {
        let lacking = links.items.iter().filter(|linked| linked.lacks);
        let lacking = lacking.filter(|linked| owes_a_link(analysis, &trace.items[linked.item]));
        findings.extend(lacking.map(|linked| finding(trace, &links.chain, linked.item)));
    }
}

/// A record that is proposed, was turned down or has a successor is linked with nothing by right.
fn owes_a_link(analysis: &Analysis<'_>, item: &Item) -> bool {
    let Some(index) = item.record else { return true };
    let records = &analysis.records;
    let record = &records.entries[index].record;
    let status = record.status();
    let is_over = matches!(status, Some(Status::Superseded | Status::Deprecated));
    records.takes_effect(index)
        && !is_over
        && records.superseding(index).next().is_none()
        && !owes::is_exempt(record)
}

fn finding(trace: &Trace, chain: &Chain, index: usize) -> Finding {
    let item = &trace.items[index];
    let (from, to) = (words(&chain.from), words(&chain.to));
    let (name, called) = match item.record {
        Some(_) => (item.id.clone(), item.id.clone()),
        None => (format!("`{}`", item.id), format!("the {from} `{}`", item.id)),
    };
    // What has no ids cannot be named here.
    let has_ids = trace.items.iter().any(|item| item.kind == chain.to);
    let (message, mend) = if has_ids {
        let mend = |id: &str, own: &str| {
            format!("name {id} in the {to} that it leads to, or the id of that {to} {own}")
        };
        let message = format!("no {to} names {called}, and it names none");
        (message, [mend(&name, "here"), mend("each", "in it")])
    } else {
        let mend = |id: &str| format!("name {id} in the {to}");
        (format!("the {to} does not name {called}"), [mend(&name), mend("each")])
    };
    let [help, help_for_all] = mend;
    let finding = Finding::new(&RULE, item.spot.place.clone(), message)
        .note(format!("`trace` asks for `{} -> {}`", chain.from, chain.to))
        .help(help)
        .entry(format!("items have no link with a {to}"), listed(item), index)
        .help_for_all(help_for_all);
    match &item.document {
        Some(document) => finding.document(document),
        None => finding,
    }
}

/// An item in a list of findings.
fn listed(item: &Item) -> String {
    if item.title.is_empty() || item.id.contains(&item.title) {
        return item.id.clone();
    }
    format!("{} {}", item.id, item.title)
}

fn words(kind: &str) -> String {
    kind.replace('-', " ")
}
