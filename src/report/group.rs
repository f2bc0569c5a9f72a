//! Findings of one kind in one chapter become one diagnostic with a list, so that a fresh skeleton
//! does not drown the terminal. Only for people: JSON keeps one finding each.

use std::borrow::Cow;
use std::collections::HashMap;

use judge::finding::{Entry, Finding};
use judge::level::Level;

/// More names than these are not listed.
const MAX_LISTED: usize = 12;

/// What findings have in common that become one list.
type Kind<'a> = (&'static str, Level, &'a str, Option<&'a str>, &'a str);

/// The findings as people are to read them, in their order; a list stands where its first finding
/// stood.
pub(super) fn grouped(findings: &[Finding]) -> Vec<Cow<'_, Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    let mut known: HashMap<Kind<'_>, usize> = HashMap::new();
    for finding in findings {
        let index =
            kind(finding).map_or(groups.len(), |kind| *known.entry(kind).or_insert(groups.len()));
        match groups.get_mut(index) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups
        .into_iter()
        .map(|group| match group[..] {
            [alone] => Cow::Borrowed(alone),
            _ => Cow::Owned(merged(&group)),
        })
        .collect()
}

/// None for a finding that stands alone.
fn kind(finding: &Finding) -> Option<Kind<'_>> {
    let plural = finding.entry.as_ref()?.plural.as_str();
    let path = finding.place.source.path();
    Some((finding.rule.name, finding.level, path, finding.document.as_deref(), plural))
}

/// One finding for all: at the first place, with what all of them say.
fn merged(group: &[&Finding]) -> Finding {
    let first = group[0];
    let mut entries: Vec<(&Finding, &Entry)> =
        group.iter().filter_map(|finding| Some((*finding, finding.entry.as_ref()?))).collect();
    entries.sort_by_key(|(_, entry)| entry.order);
    let plural = first.entry.as_ref().map_or("", |entry| &entry.plural);
    let message = format!("{} {plural}", group.len());
    let mut finding = Finding::new(first.rule, first.place.clone(), message).note(list(&entries));
    finding.level = first.level;
    finding.document.clone_from(&first.document);
    if group.iter().all(|other| other.label == first.label) {
        finding.label.clone_from(&first.label);
    }
    let shared = |note: &&String| group.iter().all(|other| other.notes.contains(note));
    finding.notes.extend(first.notes.iter().filter(shared).cloned());
    if group.iter().all(|other| other.help == first.help) {
        finding.help.clone_from(&first.help);
    }
    finding
}

/// The names, one a line; with line numbers where the places differ.
fn list(entries: &[(&Finding, &Entry)]) -> String {
    let lines: Vec<usize> = entries.iter().map(|(found, _)| found.place.start().line).collect();
    let scattered = lines.windows(2).any(|pair| pair[0] != pair[1]);
    // One name more costs no more room than the line that would hide it.
    let shown = if entries.len() == MAX_LISTED + 1 { entries.len() } else { MAX_LISTED };
    let named = entries.iter().zip(lines).take(shown).map(|((_, entry), line)| {
        let at = if scattered { format!(" (line {line})") } else { String::new() };
        format!("{}{at}", entry.name)
    });
    let hidden = entries.len().saturating_sub(shown);
    let rest = (hidden > 0).then(|| format!("and {hidden} more"));
    named.chain(rest).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::source::{Place, Source, Span};

    fn findings(count: usize) -> Vec<Finding> {
        let source = Source::new("src/a.md", "<<#archdoc>>\n# A\n");
        let missing = |index: usize| {
            let place = Place::new(&source, Span::new(0, 12));
            Finding::new(
                &judge::rules::missing_section::RULE,
                place,
                format!("section `{index}` is missing"),
            )
            .note("for all")
            .note(format!("for {index}"))
            .entry("sections are missing", format!("Section {index}"), count - index)
        };
        let alone = Finding::new(
            &judge::rules::mojibake::RULE,
            Place::new(&source, Span::at(13)),
            "broken",
        );
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
        assert_eq!(grouped[0].notes, ["Section 2\nSection 1\nSection 0", "for all"]);
        assert_eq!(grouped[1].message, "broken");
    }

    #[test]
    fn one_alone_stays_as_it_is_and_many_are_cut() {
        assert_eq!(grouped(&findings(1))[0].message, "section `0` is missing");
        let many = findings(40);
        let list = grouped(&many)[0].notes[0].clone();
        assert_eq!(list.lines().count(), MAX_LISTED + 1);
        assert!(list.ends_with("and 28 more"));
        assert_eq!(grouped(&findings(13))[0].notes[0].lines().count(), 13);
    }
}
