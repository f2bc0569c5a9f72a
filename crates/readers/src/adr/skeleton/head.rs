//! What stays of the lines on which a record states things about itself.

use text::markdown::field::FieldForm;
use text::markdown::front_matter::{FrontMatter, Notation, Value, ValueKind};
use text::markdown::pipe_table::bars;
use text::source::Span;

use super::Skeleton;
use crate::adr::label::LabelKind;
use crate::adr::labelled_value::Labelled;
use crate::adr::record::Origin;
use crate::adr::usual::{FEW, Kept, Label};
use crate::adr::value_place;

impl Skeleton<'_> {
    /// What stays of a line above the sections: a field without its value, and what makes a table or the
    /// front matter. `above` is the line that stays before it.
    pub(super) fn head_line(&self, number: usize, line: &str, above: &str) -> Option<String> {
        let source = &self.document.source;
        let span = source.line_span(number);
        let front = self.document.front_matter.as_ref();
        if let Some(front) = front.filter(|front| span.start < front.span.end) {
            return if front.is_table(source.text(), span) {
                self.table_line(front, number, line)
            } else {
                self.front_line(front, span, line)
            };
        }
        let trimmed = line.trim();
        let rules = |line: &str| {
            line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
        };
        let next = source.slice(source.line_span(number + 1)).trim();
        let table = rules(trimmed) && above.contains('|') || trimmed.contains('|') && rules(next);
        if let Some(row) = self.row(span, line) {
            return Some(row);
        }
        match self.statement(span) {
            Some(statement) => self.field(statement, span, &self.without_later(span, line)),
            None if trimmed.is_empty() || table => Some(line.to_owned()),
            None => self.own_field(span, line),
        }
    }

    /// What stays of a row of more than a label and its value: labels, and what a new record is filled with. None for any other
    /// line.
    fn row(&self, span: Span, line: &str) -> Option<String> {
        // Those around a label and a value, and the end of the line.
        const BARS: usize = 4;
        let inside = |place: Span| span.contains(place) && !place.is_empty();
        let of_tables = self.statements.iter().filter(|one| one.origin == Origin::Table);
        let labels: Vec<Span> =
            of_tables.clone().map(|one| one.label).filter(|label| inside(*label)).collect();
        let filled = of_tables.filter(|one| is_filled(one.key)).filter_map(|one| {
            let first = one.lines.first()?;
            inside(first.span).then_some(first.span)
        });
        let kept: Vec<Span> = labels.iter().copied().chain(filled.clone()).collect();
        let bars: Vec<usize> = bars(line).chain([line.trim_end().len()]).collect();
        if filled.count() == 0 || bars.len() <= BARS {
            return None;
        }
        let mut row = String::new();
        let mut from = 0;
        for bar in bars {
            let cell = Span::new(span.start + from, span.start + bar.max(from));
            let stays =
                kept.iter().any(|place| cell.start <= place.start && place.start < cell.end);
            row.push_str(if stays || line[from..bar.max(from)].trim().is_empty() {
                &line[from..bar.max(from)]
            } else {
                " "
            });
            if line[bar..].starts_with('|') {
                row.push('|');
            }
            from = (bar + 1).min(line.len());
        }
        Some(row)
    }

    /// The head of a table of TOML, where a key of it stays.
    fn table_line(&self, front: &FrontMatter, number: usize, line: &str) -> Option<String> {
        let source = &self.document.source;
        let own = (number + 1..).map(|number| source.line_span(number)).take_while(|span| {
            span.start < front.body.end && !front.is_table(source.text(), *span)
        });
        let mut kept = own.filter_map(|span| {
            let line = source.slice(span).trim_end_matches(['\r', '\n']);
            self.front_line(front, span, line)
        });
        kept.any(|kept| !kept.starts_with('#')).then(|| line.to_owned())
    }

    /// What stays of a line of the front matter.
    fn front_line(&self, front: &FrontMatter, span: Span, line: &str) -> Option<String> {
        let inside = front.body.start <= span.start && span.start < front.body.end;
        let is_fence = !inside && span.start >= front.span.start;
        if is_fence || line.trim().starts_with('#') {
            return Some(line.to_owned());
        }
        if !inside || line.starts_with([' ', '\t', '-']) {
            return None;
        }
        let relates = |one: &&Labelled| matches!(one.key, LabelKind::Relation(_));
        match self.statement(span).filter(|one| !relates(one)) {
            Some(statement) => self.field(statement, span, line),
            None => self.entry(front, span, line),
        }
    }

    /// A key of the front matter that is filled in by nobody else.
    fn entry(&self, front: &FrontMatter, span: Span, line: &str) -> Option<String> {
        let key = &line[..=line.find(front.notation.separator())?];
        let entry = front.entries.iter().find(|entry| span.contains(entry.key_span))?;
        let kept = self.usual.key(&entry.key)?;
        // What one record is to another is not carried on, only the place for it, and the same page above all of them.
        let relates = matches!(LabelKind::of(&entry.key), Some(LabelKind::Relation(_)));
        if relates && kept != Kept::Value && self.count < FEW {
            return None;
        }
        Some(match kept {
            Kept::Value => line.to_owned(),
            Kept::Open => format!("{key}{}", self.open(front.notation, &entry.value)?),
            Kept::Number => {
                let value = self.document.slice(entry.value.span);
                let digits = value.trim_matches(['"', '\'']);
                let width = if digits.starts_with('0') { digits.len() } else { 0 };
                let value = value.replace(digits, &format!("{:0width$}", self.number));
                format!("{key} {value}")
            }
        })
    }

    /// A field that only the team knows, without its value, where most records have it.
    fn own_field(&self, span: Span, line: &str) -> Option<String> {
        let field = self.fields.iter().find(|field| {
            span.start <= field.label_span.start && field.label_span.end <= span.end
        })?;
        if field.form == FieldForm::TableColumn || !self.usual.label(&Label::of(&field.label)) {
            return None;
        }
        let label = line.get(field.label_span.end - span.start..)?;
        let end = |sign: char| label.find(sign).map(|at| at + sign.len_utf8());
        let is_row = field.form == FieldForm::TableRow;
        let signs = if is_row {
            end('|')?
        } else {
            let colon = [':', '：'].into_iter().filter_map(end).min()?;
            let rest = &label[colon..];
            colon + rest.len() - rest.trim_start_matches(['*', '_']).len()
        };
        let before = &line[..line.len() - label.len() + signs];
        let ends = |mark: &str| line.trim_end_matches(['\r', '\n']).ends_with(mark);
        Some(if is_row {
            format!("{before}{}", if ends("|") { " |" } else { "" })
        } else {
            format!("{}{}", before.trim_end(), if ends("  ") { "  " } else { "" })
        })
    }

    /// What is stated on a line, in its order.
    fn stated(&self, line: Span) -> impl DoubleEndedIterator<Item = &Labelled> {
        self.statements.iter().filter(move |statement| {
            statement.origin != Origin::Section
                && line.start <= statement.label.start
                && statement.label.start < line.end
        })
    }

    /// What a line states first.
    fn statement(&self, line: Span) -> Option<&Labelled> {
        self.stated(line).next()
    }

    /// `**Status:** accepted · **Owner:** Ann`: a line with what stays of all that it states behind the first.
    fn without_later(&self, span: Span, line: &str) -> String {
        let source = &self.document.source;
        let all: Vec<&Labelled> = self.stated(span).collect();
        let mut text = line.to_owned();
        for pair in all.windows(2).rev().filter(|pair| pair[1].origin != Origin::Table) {
            let begins = value_place::piece_end(source, pair[0].label.start) - span.start;
            let ends = value_place::piece_end(source, pair[1].label.start) - span.start;
            match self.field(pair[1], span, &text) {
                Some(kept) => text = kept,
                None if begins <= ends && ends <= text.len() => {
                    text.replace_range(begins..ends, "");
                }
                None => {}
            }
        }
        text
    }

    /// Whether most records have a field. What a new record is filled with stays.
    fn is_usual(&self, origin: Origin, key: LabelKind) -> bool {
        let label = Label::Known(key);
        is_filled(key)
            || match origin {
                Origin::FrontMatter => self.usual.has_key(&label),
                _ => self.usual.label(&label),
            }
    }

    /// A field that is filled in stays as it is, a relation goes, any other loses its value.
    fn field(&self, statement: &Labelled, span: Span, line: &str) -> Option<String> {
        let label_end = (statement.label.end - span.start).min(line.len());
        match statement.key {
            LabelKind::Relation(_) => None,
            key if self.count >= FEW && !self.is_usual(statement.origin, key) => None,
            LabelKind::Status | LabelKind::Date | LabelKind::Created | LabelKind::Title => {
                Some(line.to_owned())
            }
            // A name without a number is that of one record.
            LabelKind::Id if line[label_end..].contains(|c: char| c.is_ascii_digit()) => {
                Some(line.to_owned())
            }
            _ => {
                let Some(value) = value_place::of(self.document, statement) else {
                    return Some(line.to_owned());
                };
                let at =
                    |offset: usize| offset.clamp(span.start, span.start + line.len()) - span.start;
                let (before, after) = (&line[..at(value.start)], &line[at(value.end)..]);
                Some(match statement.origin {
                    Origin::Table => format!("{before} {after}"),
                    Origin::FrontMatter => {
                        let front = self.document.front_matter.as_ref()?;
                        let there = value_place::value_of(&front.entries, statement.label)?;
                        format!("{}{}", before.trim_end(), self.open(front.notation, there)?)
                    }
                    _ => value_place::emptied(before, after),
                })
            }
        }
    }

    /// What stands behind a key's sign until somebody has a value for it. TOML knows no key without one, and none
    /// that says nothing for a number, a truth or a day.
    fn open(&self, notation: Notation, there: &Value) -> Option<&'static str> {
        match (notation, &there.kind) {
            (Notation::Yaml, _) => Some(""),
            (Notation::Toml, ValueKind::List(_)) => Some(" []"),
            (Notation::Toml, ValueKind::Map(_)) => Some(" {}"),
            (Notation::Toml, _) => {
                self.document.slice(there.span).starts_with(['"', '\'']).then_some(" \"\"")
            }
        }
    }
}

/// What a new record is always filled with.
const fn is_filled(key: LabelKind) -> bool {
    matches!(
        key,
        LabelKind::Status | LabelKind::Date | LabelKind::Created | LabelKind::Title | LabelKind::Id
    )
}
