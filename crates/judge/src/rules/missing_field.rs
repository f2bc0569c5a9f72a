//! `missing-field`: a table or a labelled list lacks a column or a field that its template requires.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use crate::wording;
use readers::document::demanded::Absent;
use readers::document::{BoundDocument, Heading};
use readers::template::Demand;
use text::wording::listed;

pub static RULE: Rule = Rule {
    name: "missing-field",
    group: Group::Document,
    levels: Levels::owed(Level::Allow, Level::Warn),
    summary: "A table or a labelled list lacks a column or a field that its template requires.",
    page: include_str!("../../pages/missing-field.md"),
};

pub(crate) fn check(document: &BoundDocument, findings: &mut Vec<Finding>) {
    for (section, facts) in document.sections.iter().enumerate() {
        for heading in &facts.headings {
            let absent = heading.absent.iter();
            findings.extend(absent.map(|absent| finding(document, section, heading, absent)));
        }
    }
}

fn finding(
    document: &BoundDocument,
    section: usize,
    heading: &Heading,
    absent: &Absent,
) -> Finding {
    let names: Vec<&str> =
        absent.names.iter().map(|name| name.in_language(document.language)).collect();
    let name = &document.binding.tree.nodes[heading.node].text;
    let (it, what) = match absent.demand {
        Demand::Columns => ("this table".to_owned(), "column"),
        Demand::Fields => (format!("`{name}`"), "field"),
    };
    let (title, template) = (document.title_of(section), &document.template().name);
    let asked: Vec<&str> = absent.names.iter().map(|name| name.text.as_str()).collect();
    let entry = format!("{name}: no {what} {}", listed(&names));
    let message = format!("{it} has no {what} {}", listed(&names));
    wording::finding(&RULE, document, section, absent.place.clone(), message)
        .note(format!("the template `{template}` requires {} in `{title}`", listed(&asked)))
        .help(mend(absent.demand, names[0]))
        .entry("tables or lists lack what the template requires", entry, section)
}

fn mend(demand: Demand, name: &str) -> String {
    match demand {
        Demand::Columns => "add the column".to_owned(),
        Demand::Fields => format!("add a line such as `**{name}:** ...`"),
    }
}
