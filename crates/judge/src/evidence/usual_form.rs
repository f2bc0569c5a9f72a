//! In which form the records of a directory state a value, so that a missing one is asked for in their form.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use readers::adr::Collection;
use readers::adr::record::Record;
use readers::adr::stated_form::StatedForm;

/// What to do, with a sample of the value.
pub(crate) fn advice(form: &StatedForm<'_>, sample: &str) -> String {
    match form {
        StatedForm::Heading(heading) => format!("add a section `{heading}`"),
        StatedForm::Label { label, closing } => {
            format!("add a line `{label} {sample}{closing}`")
        }
        StatedForm::Key(key) => format!("add `{key} {sample}` to the front matter"),
    }
}

/// How often the records of each directory have each form.
#[derive(Debug)]
pub(crate) struct UsualForms<'a>(HashMap<&'a str, BTreeMap<StatedForm<'a>, usize>>);

impl<'a> UsualForms<'a> {
    /// That of a value, for those that state it.
    pub(crate) fn of(
        records: &'a Collection,
        form: impl Fn(&'a Record) -> Option<StatedForm<'a>>,
    ) -> Self {
        let mut counts: HashMap<&str, BTreeMap<StatedForm<'_>, usize>> = HashMap::new();
        for record in records.entries.iter().map(|entry| &entry.record) {
            if let Some(form) = form(record) {
                *counts.entry(record.shelf()).or_default().entry(form).or_default() += 1;
            }
        }
        Self(counts)
    }

    /// The form of most records beside one, and how many of them state the value in any.
    pub(crate) fn beside(&self, record: &'a Record) -> Option<(&StatedForm<'a>, usize)> {
        let forms = self.0.get(record.shelf())?;
        let (form, _) = forms.iter().max_by_key(|&(form, count)| (*count, Reverse(form)))?;
        Some((form, forms.values().sum()))
    }
}

/// `as the other record does`
pub(crate) fn as_others(count: usize) -> &'static str {
    if count == 1 { "as the other record does" } else { "as the other records do" }
}
