//! A demand for columns or fields that the sample does not have.

use std::collections::HashMap;

use super::super::Problem;
use super::super::{Demand, TemplateSection, sample};
use super::{Parent, Read};

pub(super) fn find(read: &Read<'_>) -> Vec<Problem> {
    if matches!(read.parent, Parent::Unknown) {
        return Vec::new();
    }
    // Of equal ones the first.
    let place = |section: &TemplateSection| (section.id.clone(), section.span.start);
    let whole: HashMap<_, _> =
        read.whole.sections.iter().rev().map(|section| (place(section), section)).collect();
    let whole = |own: &TemplateSection| whole.get(&place(own)).copied();
    let mut problems = Vec::new();
    for section in read.own.sections.iter().filter_map(whole) {
        for demand in &section.demands {
            let (what, none) = match demand {
                Demand::Columns => ("columns", sample::tables(&section.sample).is_empty()),
                Demand::Fields => ("fields", sample::labels(&section.sample).is_empty()),
            };
            if none {
                let kind = if what == "columns" { "table" } else { "labels such as `**Owner:**`" };
                let message =
                    format!("`{what}=required` asks for the sample's own, and it has no {kind}");
                problems.push(Problem { span: section.span, message });
            }
        }
    }
    problems
}
