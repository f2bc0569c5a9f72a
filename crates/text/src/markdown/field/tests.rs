use super::*;
use crate::markdown::Document;
use crate::source::Source;

fn pairs(text: &str) -> Vec<(String, String)> {
    let source = Source::new("a.md", text);
    let document = Document::parse(&source);
    fields(&document.blocks)
        .into_iter()
        .map(|field| {
            assert_eq!(source.slice(field.label_span).trim(), field.label, "label span");
            (field.label.clone(), field.value.plain())
        })
        .collect()
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|&(a, b)| (a.to_owned(), b.to_owned())).collect()
}

#[test]
fn every_form_of_a_line() {
    let wanted = owned(&[("Status", "Draft"), ("Date", "2024-01-02")]);
    for text in [
        "**Status:** Draft\n**Date:** 2024-01-02\n",
        "**Status**: Draft  \n**Date**: 2024-01-02\n",
        "Status: Draft\nDate: 2024-01-02\n",
        "* Status: Draft\n* Date: 2024-01-02\n",
        "- **Status**: Draft\n- **Date**: 2024-01-02\n",
        "**Status:** Draft | **Date:** 2024-01-02\n",
        "Status: Draft • Date: 2024-01-02\n",
        "> **Status:** Draft\n> **Date:** 2024-01-02\n",
        "| Status | Draft |\n|---|---|\n| Date | 2024-01-02 |\n",
    ] {
        assert_eq!(pairs(text), wanted, "{text}");
    }
}

#[test]
fn labels_in_the_header_row() {
    let found = pairs("| Status | Date | Author |\n|--|--|--|\n| Draft | 2024 | Ann |\n");
    assert_eq!(found, owned(&[("Status", "Draft"), ("Date", "2024"), ("Author", "Ann")]));
}

#[test]
fn prose_with_a_colon_is_no_pair() {
    assert!(pairs("We looked at two things. One of them: speed\n").is_empty());
    assert!(pairs("See https://example.org for more\n").is_empty());
    assert_eq!(pairs("**Status:**\n"), owned(&[("Status", "")]));
}
