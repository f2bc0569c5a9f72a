//! Rules and sections in a comment that allows findings.

use judge::registry;
use judge::rule::Rule;
use lsp_types::CompletionItemKind;
use readers::suppression::ALLOW;

use super::cursor::Cursor;
use super::item::Item;
use crate::comment;

pub(super) fn items(cursor: &Cursor<'_>) -> Option<Vec<Item>> {
    let words = comment::around(cursor.text, cursor.offset)?;
    let typed = cursor.text[words.start..cursor.offset].trim_start().strip_prefix(ALLOW)?;
    // Behind the names stands the reason, which nobody else can give.
    if typed.contains("reason") || !typed.starts_with(char::is_whitespace) {
        return None;
    }
    let part = typed.rsplit(',').next().unwrap_or_default().trim_start();
    match part.split_once('(') {
        Some((_, section)) if !section.contains(')') => {
            Some(sections(cursor, section.trim_start()))
        }
        Some(_) => None,
        None => Some(rules(cursor, part)),
    }
}

fn rules(cursor: &Cursor<'_>, typed: &str) -> Vec<Item> {
    let item = |rule: &'static Rule| {
        let item = Item::new(CompletionItemKind::CONSTANT, cursor.typed(typed.len()), rule.name);
        item.detail(rule.summary).guidance(rule.page)
    };
    // What is found here is what somebody wants to allow here.
    let (found, others): (Vec<_>, Vec<_>) =
        registry::rules().partition(|rule| is_found(cursor, rule));
    found.into_iter().chain(others).map(item).collect()
}

fn is_found(cursor: &Cursor<'_>, rule: &Rule) -> bool {
    let here = |path: &str| path == cursor.here.name;
    let findings = &cursor.here.snapshot.findings;
    findings.iter().any(|one| one.rule == rule && here(one.place.source.path()))
}

/// The ids of the template's sections.
fn sections(cursor: &Cursor<'_>, typed: &str) -> Vec<Item> {
    let Some((_, bound)) = cursor.here.snapshot.bound(cursor.here.name) else { return Vec::new() };
    let sections = bound.template().sections.iter().enumerate();
    let item = |(index, section): (usize, &readers::template::TemplateSection)| {
        let typed = cursor.typed(typed.len());
        Item::new(CompletionItemKind::FIELD, typed, &*section.id).detail(bound.title_of(index))
    };
    sections.map(item).collect()
}
