//! Findings of one kind in one chapter become one diagnostic with a list, so that a fresh skeleton
//! does not drown the terminal. Only for people: JSON keeps one finding each.

use std::borrow::Cow;

use super::{Entry, Finding};

/// More names than these are not listed.
const MAX_LISTED: usize = 12;

/// The findings as people are to read them, in their order; a list stands where its first finding
/// stood.
pub fn grouped(findings: &[Finding]) -> Vec<Cow<'_, Finding>> {
    let mut groups: Vec<Vec<(&Finding, &Entry)>> = Vec::new();
    let mut order: Vec<Result<&Finding, usize>> = Vec::new();
    for finding in findings {
        let Some(entry) = &finding.entry else {
            order.push(Ok(finding));
            continue;
        };
        let same = |group: &Vec<(&Finding, &Entry)>| belongs(group[0], (finding, entry));
        if let Some(group) = groups.iter_mut().find(|group| same(group)) {
            group.push((finding, entry));
        } else {
            order.push(Err(groups.len()));
            groups.push(vec![(finding, entry)]);
        }
    }
    let one = |index: usize| match groups[index].as_slice() {
        [(finding, _)] => Cow::Borrowed(*finding),
        group => Cow::Owned(merged(group)),
    };
    order.into_iter().map(|item| item.map_or_else(one, Cow::Borrowed)).collect()
}

fn belongs((a, in_a): (&Finding, &Entry), (b, in_b): (&Finding, &Entry)) -> bool {
    a.rule == b.rule
        && a.level == b.level
        && a.place.source.path() == b.place.source.path()
        && a.document == b.document
        && in_a.plural == in_b.plural
}

/// One finding for all: at the first place, with what all of them say.
fn merged(group: &[(&Finding, &Entry)]) -> Finding {
    let (first, entry) = group[0];
    let message = format!("{} {}", group.len(), entry.plural);
    let mut finding = Finding::new(first.rule, first.place.clone(), message);
    finding.level = first.level;
    finding.document.clone_from(&first.document);
    if group.iter().all(|(other, _)| other.label == first.label) {
        finding.label.clone_from(&first.label);
    }
    finding.notes.push(list(group));
    let shared = |note: &&String| group.iter().all(|(other, _)| other.notes.contains(note));
    finding.notes.extend(first.notes.iter().filter(shared).cloned());
    if group.iter().all(|(other, _)| other.help == first.help) {
        finding.help.clone_from(&first.help);
    }
    finding
}

/// The names in their order, one a line; with line numbers where the places differ.
fn list(group: &[(&Finding, &Entry)]) -> String {
    let line = |finding: &Finding| finding.place.start().line;
    let first_line = line(group[0].0);
    let scattered = group.iter().any(|(finding, _)| line(finding) != first_line);
    let mut sorted = group.to_vec();
    sorted.sort_by_key(|(_, entry)| entry.order);
    // One name more costs no more room than the line that would hide it.
    let shown = if sorted.len() == MAX_LISTED + 1 { sorted.len() } else { MAX_LISTED };
    let mut lines: Vec<String> = sorted
        .iter()
        .take(shown)
        .map(|(finding, entry)| {
            let at = if scattered { format!(" (line {})", line(finding)) } else { String::new() };
            format!("- {}{at}", entry.name)
        })
        .collect();
    if sorted.len() > shown {
        lines.push(format!("- and {} more", sorted.len() - shown));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Place, Source, Span};

    fn findings(count: usize) -> Vec<Finding> {
        let source = Source::new("src/a.md", "<<#archdoc>>\n# A\n");
        let missing = |index: usize| {
            let place = Place::new(&source, Span::new(0, 12));
            Finding::new("missing-section", place, format!("section `{index}` is missing"))
                .note("for all")
                .note(format!("for {index}"))
                .entry("sections are missing", format!("Section {index}"), count - index)
        };
        let alone = Finding::new("mojibake", Place::new(&source, Span::at(13)), "broken");
        let mut findings: Vec<Finding> = (0..count).map(missing).collect();
        findings.insert(1, alone);
        findings
    }

    #[test]
    fn findings_of_a_kind_become_one_list_in_the_entries_order() {
        let findings = findings(3);
        let grouped = grouped(&findings);
        assert_eq!(grouped.len(), 2);
        assert_eq!(grouped[0].message, "3 sections are missing");
        assert_eq!(grouped[0].notes, ["- Section 2\n- Section 1\n- Section 0", "for all"]);
        assert_eq!(grouped[1].message, "broken");
    }

    #[test]
    fn one_alone_stays_as_it_is_and_many_are_cut() {
        assert_eq!(grouped(&findings(1))[0].message, "section `0` is missing");
        let many = findings(40);
        let list = grouped(&many)[0].notes[0].clone();
        assert_eq!(list.lines().count(), MAX_LISTED + 1);
        assert!(list.ends_with("- and 28 more"));
        assert_eq!(grouped(&findings(13))[0].notes[0].lines().count(), 13);
    }
}
