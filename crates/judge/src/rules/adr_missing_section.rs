//! `adr-missing-section`: a section that the style asks for and the record lacks.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};

use crate::evidence::convention::asked;
use crate::evidence::habit::Habits;
use crate::evidence::heading::Heading;
use crate::evidence::hidden_heading;
use crate::evidence::owes;
use crate::evidence::team_template::Templates;
use crate::evidence::usual_heading::{UsualHeadings, own_level};
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::adr::name::numbers_a_decision;
use readers::adr::record::Section;
use readers::adr::stated_part::has_paragraph;
use readers::adr::{Collection, Part, Record, Variant};
use readers::analysis::Analysis;
use readers::settings::Asked;
use readers::spoken::of_record;
use text::wording::joined;
use words::fold::folded;
use words::{Concept, Language, Vocabulary};

pub static RULE: Rule = Rule {
    name: "adr-missing-section",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A decided record lacks a section of its style.",
    page: include_str!("../../pages/adr-missing-section.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let records = &analysis.records;
    let headings = Headings::of(records);
    let templates = Templates::of(records);
    let mut habits = BTreeMap::new();
    let usual = OnceCell::new();
    for entry in &records.entries {
        let record = &entry.record;
        // Said of the record that it translates.
        if entry.belongs_to.is_some() && record.variant == Some(Variant::Translation) {
            continue;
        }
        if let Some(asked) = asked(analysis, record, |one| one.sections.as_ref()) {
            of_team(record, asked, &headings, findings);
            continue;
        }
        let style = record.format.required();
        let due = |part: &&Part| {
            record.is_in_force() && !headings.answer(record, **part) && {
                let (names, like) = answers(**part);
                !templates.leave_out(record, &[names, like].concat())
            }
        };
        for &part in style.iter().filter(due) {
            let habits =
                habits.entry(part).or_insert_with(|| PartHabits::of(records, &headings, part));
            let told = || {
                part == Part::Context && owes::has_lead(record)
                    || has_paragraph(record, answers(part).0)
            };
            if habits.leave_out(record, style) || told() {
                continue;
            }
            let usual = usual.get_or_init(|| UsualHeadings::of(records));
            let own = || (spoken(record, part, analysis.settings.language), 2);
            let heading = usual.beside(record, part).unwrap_or_else(own);
            let share = habits.of_style.beside(record, style);
            let note = if share.shows_a_habit() { share.note() } else { of_style(record, style) };
            findings.push(finding(record, heading, note));
        }
    }
}

/// A part's heading in the language of the record's own.
fn spoken(record: &Record, part: Part, set: Option<Language>) -> &'static str {
    let english = part.heading(record.format);
    let language = of_record(record, set).filter(|one| *one != Language::ENGLISH);
    language.and_then(|language| Vocabulary::wording(part.word(), language)).unwrap_or(english)
}

/// Which of its sections show that it lacks another.
fn of_style(record: &Record, style: &[Part]) -> String {
    let mut titles = Vec::new();
    for section in
        record.sections.iter().filter(|one| one.part.is_some_and(|part| style.contains(&part)))
    {
        let title = format!("\"{}\"", section.title);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    match &titles[..] {
        [] => "its other sections are those of a decision record".to_owned(),
        titles => format!("the style that has {} asks for it", joined(titles)),
    }
}

/// Which records have a section for a part.
struct PartHabits<'a> {
    /// The decided ones of a style.
    of_style: Habits<'a, &'static [Part]>,
    all: Habits<'a, ()>,
    /// Those of a series with a name.
    of_series: Habits<'a, &'a str>,
}

impl<'a> PartHabits<'a> {
    fn of(records: &'a Collection, headings: &Headings<'_>, part: Part) -> Self {
        let has = |other: &Record| headings.bear(other, part);
        Self {
            of_style: Habits::measure(records, style_of_decided, has),
            all: Habits::measure(records, |_| Some(()), has),
            of_series: Habits::measure(records, series, has),
        }
    }

    /// Whether those around a record of a style do without the section as it does.
    fn leave_out(&self, record: &'a Record, style: &'static [Part]) -> bool {
        let (like, all) = (self.of_style.around(record, style), self.all.around(record, ()));
        let is_unusual =
            (like.shows_a_habit() && !like.is_usual()) || (all.shows_a_habit() && !all.is_usual());
        let is_of_other_series = || {
            series(record).is_some_and(|own| {
                let [own, here] = [self.of_series.beside(record, own), self.all.beside(record, ())];
                own.is_never() && own.is_smaller(here)
            })
        };
        let is_split = || self.of_style.beside(record, style).is_split();
        is_unusual || is_split() || is_of_other_series() || self.of_style.is_in_a_run(record, style)
    }
}

/// What a team asks for needs no habit.
fn of_team(
    record: &Record,
    asked: &Asked<Vec<String>>,
    headings: &Headings<'_>,
    findings: &mut Vec<Finding>,
) {
    let lacks = |title: &&String| record.is_in_force() && !headings.is_there(record, title);
    let note = || format!("{} asks for it", asked.by);
    let absent = asked.value.iter().filter(lacks);
    findings.extend(absent.map(|title| finding(record, (title, 2), note())));
}

/// The heading that is missing, with the level that it would have.
fn finding(record: &Record, (heading, level): (&str, u8), note: String) -> Finding {
    let message = format!("{} has no section \"{heading}\"", record.cited());
    let line = format!("{} {heading}", "#".repeat(usize::from(level)));
    let finding = Finding::new(&RULE, record.head(), message).note(note);
    match hidden_heading::of(record, heading) {
        Some(hidden) => finding.note(hidden.note()).help("close the code block".to_owned()),
        None => finding.help(format!("add `{line}`")),
    }
}

/// The sections that a decided record of its style has; records are compared with their like. Open records may lack
/// what comes last, and nobody completes records that no longer count.
fn style_of_decided(record: &Record) -> Option<&'static [Part]> {
    record.is_in_force().then(|| record.format.required())
}

/// The series that a record is counted in, where it has a name: principles beside decisions have sections
/// of their own.
fn series(record: &Record) -> Option<&str> {
    record.id.as_ref()?.value.series()
}

/// The headings of all records, each read once: most records share theirs with the others.
struct Headings<'a>(HashMap<&'a str, Heading>);

impl<'a> Headings<'a> {
    fn of(records: &'a Collection) -> Self {
        let mut read = HashMap::new();
        for section in records.entries.iter().flat_map(|entry| &entry.record.sections) {
            read.entry(&*section.title).or_insert_with_key(|title| Heading::of(title));
        }
        Self(read)
    }

    fn any(&self, record: &Record, is: impl Fn(&Heading, &Section) -> bool) -> bool {
        let heading = |section: &Section| self.0.get(&*section.title);
        record.sections.iter().any(|section| heading(section).is_some_and(|told| is(told, section)))
    }

    /// Whether a record has a section of this title, or one that is for the same.
    fn is_there(&self, record: &Record, title: &str) -> bool {
        let part = Part::of(title);
        let named = |section: &Section| folded(&section.title) == folded(title);
        let written = record
            .sections
            .iter()
            .any(|section| named(section) || part.is_some() && section.part == part);
        written || part.is_some_and(|part| self.answer(record, part))
    }

    /// Whether a record says what a section is for, under this name or another.
    fn answer(&self, record: &Record, part: Part) -> bool {
        let (names, like) = answers(part);
        let limits = |title: &str| Vocabulary::known().is(Concept::Limitations, title);
        self.any(record, |heading, section| {
            heading.mentions(names)
                || heading.announces(like)
                || (part == Part::Consequences && limits(&section.title))
                || (matches!(part, Part::Decision | Part::Outcome)
                    && numbers_a_decision(&section.title))
        })
    }

    /// Whether a record has a section by a name of its own. What may stand for one in a single record,
    /// such as pros and cons of the options, does not show that the team asks for it.
    fn bear(&self, record: &Record, part: Part) -> bool {
        let (mut names, like) = answers(part);
        if part == Part::Consequences {
            names = &[words::Part::Consequences, words::Part::Positive];
        }
        let deepest = own_level(record);
        self.any(record, |heading, section| {
            if section.level > deepest {
                return false;
            }
            // A word within a heading further down may be about anything.
            let named = heading.is_named(names) || section.level <= 2 && heading.mentions(names);
            named && (!heading.announces(like) || heading.announces(names))
        })
    }
}

/// The words for a section, and those for others that say the same under another name.
fn answers(asked: Part) -> (&'static [words::Part], &'static [words::Part]) {
    use words::Part as Word;
    match asked {
        Part::Context => (&[Word::Context], &[Word::Summary, Word::Motivation, Word::Drivers]),
        Part::Decision | Part::Outcome => {
            (&[Word::Decision, Word::Outcome], &[Word::Proposal, Word::Approach])
        }
        Part::Options => (&[Word::Options, Word::Alternatives], &[Word::ProsAndCons]),
        Part::Consequences => (
            &[Word::Consequences, Word::Positive, Word::Negative, Word::Drawbacks],
            &[Word::ProsAndCons],
        ),
        Part::Rationale => (&[Word::Rationale], &[]),
        _ => (&[], &[]),
    }
}
