//! Directives, `<<#archdoc adr-index columns="id,title">>`, and their like in comments.

use lsp_types::CompletionItemKind;
use readers::directive::{Kind, OPENING, ValueKind};
use readers::suppression::ALLOW;
use readers::template::Template;
use text::source::Span;

use super::cursor::Cursor;
use super::item::Item;
use crate::comment;

/// What is being written in a directive.
#[derive(Debug, PartialEq, Eq)]
enum Spot<'t> {
    /// A key, as far as it is typed.
    Key(Span),
    /// A value: of which key, as far as it is typed, and whether it is quoted.
    Value { key: &'t str, typed: Span, quoted: bool },
}

/// A directive up to the cursor.
struct Written<'t> {
    /// Keys with their values, without quotes.
    arguments: Vec<(&'t str, &'t str)>,
    spot: Spot<'t>,
}

pub(super) fn items(cursor: &Cursor<'_>) -> Option<Vec<Item>> {
    let start = start(cursor)?;
    let written = read(cursor.text, start, cursor.offset);
    let kind = written.arguments.first().and_then(|(key, _)| Kind::of(key));
    match (&written.spot, kind) {
        (Spot::Key(typed), None) if written.arguments.is_empty() => Some(kinds(cursor, *typed)),
        (Spot::Key(typed), Some(kind)) => Some(keys(cursor, &written, kind, *typed)),
        (Spot::Value { key, typed, quoted }, kind) => {
            let kind = kind.or_else(|| Kind::of(key))?;
            Some(values(cursor, &written, kind.takes(key), *typed, *quoted))
        }
        (Spot::Key(_), None) => None,
    }
}

/// Where the arguments of the directive begin that the cursor is in.
fn start(cursor: &Cursor<'_>) -> Option<usize> {
    let (text, offset) = (cursor.text, cursor.offset);
    let bracket = text[..offset].rfind(OPENING).map(|at| at + OPENING.len());
    let open = bracket.filter(|&start| {
        let inside = &text[start..offset];
        let blank = inside.lines().skip(1).any(|line| line.trim().is_empty());
        inside.starts_with(char::is_whitespace) && !inside.contains(">>") && !blank
    });
    let in_comment = || {
        let words = comment::around(text, offset)?;
        let allows = text[words.start..offset].trim_start().starts_with(&format!("{ALLOW} "));
        (!allows).then_some(words.start)
    };
    open.or_else(in_comment)
}

/// Reads what is not finished: unlike the reader of directives, which wants all of it.
fn read(text: &str, start: usize, end: usize) -> Written<'_> {
    let mut arguments = Vec::new();
    let mut at = start;
    loop {
        let rest = &text[at..end];
        at += rest.len() - rest.trim_start().len();
        let key_len = text[at..end].find(|c: char| c == '=' || c.is_whitespace());
        let Some(key_len) = key_len else {
            return Written { arguments, spot: Spot::Key(Span::new(at, end)) };
        };
        let key = &text[at..at + key_len];
        at += key_len;
        let Some(value) = text[at..end].strip_prefix('=') else {
            arguments.push((key, ""));
            continue;
        };
        at += 1;
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let inside = quote.map_or(value, |_| &value[1..]);
        let close = match quote {
            Some(quote) => inside.find(quote),
            None => inside.find(char::is_whitespace),
        };
        at += value.len() - inside.len();
        let Some(close) = close else {
            let typed = Span::new(at, end);
            return Written {
                arguments,
                spot: Spot::Value { key, typed, quoted: quote.is_some() },
            };
        };
        arguments.push((key, &inside[..close]));
        at += close + usize::from(quote.is_some());
    }
}

/// The keys that begin a directive; in a comment also the verb that allows something.
fn kinds(cursor: &Cursor<'_>, typed: Span) -> Vec<Item> {
    let item = |(key, kind): (&'static str, Kind)| {
        let text = match kind {
            Kind::Describes | Kind::DecisionsSince => format!("{key} "),
            kind if kind.needs_value() => format!("{key}="),
            _ => key.to_owned(),
        };
        Item::new(CompletionItemKind::KEYWORD, typed, text).label(key).detail("directive")
    };
    let in_comment = comment::around(cursor.text, cursor.offset).is_some();
    let allow = in_comment.then(|| {
        let item = Item::new(CompletionItemKind::KEYWORD, typed, format!("{ALLOW} "));
        item.label(ALLOW).detail("allow a finding here, with a reason")
    });
    Kind::ALL.into_iter().map(item).chain(allow).collect()
}

/// The arguments that the directive does not have yet.
fn keys(cursor: &Cursor<'_>, written: &Written<'_>, kind: Kind, typed: Span) -> Vec<Item> {
    let has = |key: &str| written.arguments.iter().any(|(known, _)| *known == key);
    let own =
        kind.arguments().iter().filter(|key| !has(key)).map(|key| {
            Item::new(CompletionItemKind::PROPERTY, typed, format!("{key}=")).label(*key)
        });
    let template = template(cursor, written);
    let params = template.iter().flat_map(|template| &template.params);
    let params = params.filter(|param| !has(&param.name)).map(|param| {
        let item = Item::new(CompletionItemKind::VARIABLE, typed, format!("{}=", param.name));
        let need = if param.required { "required" } else { "optional" };
        item.label(&*param.name).detail(format!("{need} parameter of the template"))
    });
    params.chain(own).collect()
}

fn template(cursor: &Cursor<'_>, written: &Written<'_>) -> Option<std::sync::Arc<Template>> {
    let named = written.arguments.iter().find(|(key, _)| *key == "template");
    named.and_then(|(_, name)| cursor.here.snapshot.templates.find(name))
}

fn values(
    cursor: &Cursor<'_>,
    written: &Written<'_>,
    takes: ValueKind,
    typed: Span,
    quoted: bool,
) -> Vec<Item> {
    let templates = &cursor.here.snapshot.templates;
    let written_as = |word: &str| if quoted { word.to_owned() } else { format!("\"{word}\"") };
    let one = |word: &str| {
        Item::new(CompletionItemKind::VALUE, typed, written_as(word)).label(word).filter(word)
    };
    match takes {
        ValueKind::Template => {
            let found = templates.names().into_iter().filter_map(|name| templates.find(name));
            let item = |template: std::sync::Arc<Template>| {
                let item = one(&template.name).detail(template.title.clone());
                item.guidance(template.description.clone())
            };
            found.map(item).collect()
        }
        ValueKind::Section => {
            let template = template(cursor, written);
            let sections = template.iter().flat_map(|template| &template.sections);
            sections.map(|section| one(&section.id).detail(section.heading.clone())).collect()
        }
        ValueKind::ItemKind => templates.kinds().iter().map(|kind| one(kind)).collect(),
        ValueKind::Some(words) if quoted => another(cursor, &words, typed),
        ValueKind::One(words) | ValueKind::Some(words) => words.into_iter().map(one).collect(),
        ValueKind::Free => Vec::new(),
    }
}

/// The words that a list does not have yet.
fn another(cursor: &Cursor<'_>, words: &[&str], typed: Span) -> Vec<Item> {
    let list = &cursor.text[typed.range()];
    let last = list.rfind(',').map_or(0, |comma| comma + 1);
    let last = last + list[last..].len() - list[last..].trim_start().len();
    let word = Span::new(typed.start + last, typed.end);
    let has = |word: &&&str| list[..last].split(',').any(|known| known.trim() == **word);
    let left = words.iter().filter(|word| !has(word));
    left.map(|text| Item::new(CompletionItemKind::VALUE, word, *text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_finished_is_read() {
        let spot = |text: &'static str| {
            let written = read(text, 0, text.len());
            (written.arguments, written.spot)
        };
        let key = |start, end| Spot::Key(Span::new(start, end));
        assert_eq!(spot(" ad"), (vec![], key(1, 3)));
        assert_eq!(spot("adr-index "), (vec![("adr-index", "")], key(10, 10)));
        let (arguments, value) = spot("template=\"a b\" x=y status=dr");
        assert_eq!(arguments, [("template", "a b"), ("x", "y")]);
        assert_eq!(value, Spot::Value { key: "status", typed: Span::new(26, 28), quoted: false });
        let (_, value) = spot("a columns='id, ti");
        assert_eq!(value, Spot::Value { key: "columns", typed: Span::new(11, 17), quoted: true });
    }
}
