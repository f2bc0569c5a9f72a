//! What a heading says of the section below it.

use words::{Concept, Label, LogTitle, LogWord, MOST_LETTERS, Vocabulary};

use super::super::Subject;
use super::without_remark;

/// How much a heading alone says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Strength {
    /// A word that may mean a log stands beside others: only what is a log by itself is one.
    Hint,
    /// The section may be a log: its rows must say so themselves.
    Weak,
    /// A name beside the title of a log: `Atlas Changelog`.
    Named,
    /// The section is a log, whatever stands in it.
    Strong,
}

/// What a heading announces, if anything.
pub(in super::super) fn heading(text: &str) -> Option<(Subject, Strength)> {
    let text = without_remark(text);
    if !Vocabulary::known().may_mention::<LogTitle>(text) {
        return compound(text);
    }
    match Vocabulary::known().whole::<LogTitle>(text) {
        Some(found) => announced(found.meaning),
        None => part(text)
            .or_else(|| beside_a_name(text).filter(|found| !is_of_decisions(text, found.1)))
            .or_else(|| compound(text)),
    }
}

/// `Decision log`: what was decided, one after the other, is no history of a document.
fn is_of_decisions(text: &str, strength: Strength) -> bool {
    let concept = || Vocabulary::known().whole::<Concept>(text).map(|found| found.meaning);
    strength == Strength::Hint && concept() == Some(Concept::Decisions)
}

/// Whether a heading can mean nothing but a log: it is its title, alone, behind other words that are set
/// off (`Appendix B: Change Log`), or beside a name. `Changelog: filled up` says something of one,
/// `CHANGELOG.md` is a file.
pub(in super::super) fn is_sure(text: &str) -> bool {
    let text = without_remark(text).trim().trim_end_matches([':', '：']);
    let strong = |text: &str| {
        Vocabulary::known()
            .whole::<LogTitle>(text)
            .is_some_and(|found| matches!(found.meaning, LogTitle::Strong | LogTitle::Milestone))
    };
    let behind = text.rsplit([':', '–', '—', '：', '·', '|']).next().unwrap_or(text);
    let named = || heading(text).is_some_and(|(_, strength)| strength == Strength::Named);
    let twice = || text.contains('/') && text.split('/').all(strong);
    strong(text) || strong(behind) || twice() || named()
}

/// Whether a heading asks for one version: `Version`, `Document version`.
pub(in super::super) fn names_one(text: &str) -> bool {
    let text = without_remark(text).trim().trim_end_matches([':', '：']);
    let words = Vocabulary::known();
    words.is(LogWord::Version, text) || words.is(Label::Version, text)
}

/// Whether a heading speaks of what is still to come: a table below it is no log, however much it
/// looks like one.
pub(in super::super) fn looks_ahead(text: &str) -> bool {
    let is_log = || heading(text).is_some_and(|(_, strength)| strength >= Strength::Named);
    mentions_what_comes(text) && !is_log()
}

fn mentions_what_comes(text: &str) -> bool {
    Vocabulary::known().mentions(LogTitle::Ahead, text).is_some()
}

/// Whether the header of a column calls what stands in it changes: `Changes`, `变更内容`.
pub(in super::super) fn names_changes(text: &str) -> bool {
    let words = Vocabulary::known();
    let mentions = |title| words.mentions(title, text).is_some();
    mentions(LogTitle::Weak) || mentions(LogTitle::Strong)
}

/// Whether a heading is that of another section of a document: requirements, decisions, tests.
pub(in super::super) fn is_of_another(text: &str) -> bool {
    let concept = Vocabulary::known().whole::<Concept>(text).map(|found| found.meaning);
    concept.is_some_and(|concept| {
        !matches!(concept, Concept::ChangeLog | Concept::DocumentInformation)
    })
}

const fn announced(title: LogTitle) -> Option<(Subject, Strength)> {
    match title {
        LogTitle::Strong => Some((Subject::Changes, Strength::Strong)),
        LogTitle::Weak => Some((Subject::Changes, Strength::Weak)),
        LogTitle::Plan => Some((Subject::Milestones, Strength::Weak)),
        LogTitle::Review => Some((Subject::Reviews, Strength::Weak)),
        LogTitle::Milestone => Some((Subject::Milestones, Strength::Strong)),
        LogTitle::Ahead => None,
    }
}

/// `Appendix B: Change Log` is called "change log", `Atlas changelog - API` as one beside a name. What follows a
/// title may say something of a log, "Changelog: filled up again", or be its name. A plan beside something else is none.
fn part(text: &str) -> Option<(Subject, Strength)> {
    const MOST_PARTS: usize = 3;
    let cuts = |c: char| matches!(c, ':' | '/' | '|' | '–' | '—' | '.' | '：' | '·');
    let known = Vocabulary::known();
    let spaced = text.replace(" - ", " – ").replace(" & ", "/");
    let parts = spaced.split(cuts).flat_map(|part| known.at_and(part));
    let parts: Vec<&str> = parts.filter(|part| part.contains(char::is_alphabetic)).collect();
    let title = |part: &&str| {
        let title = known.whole::<LogTitle>(part).map(|found| found.meaning);
        title.filter(|title| *title != LogTitle::Plan).and_then(announced)
    };
    let first = parts.first().and_then(title);
    let first = first.map(|(subject, strength)| (subject, strength.min(Strength::Weak)));
    let whole = first.into_iter().chain(parts.last().and_then(title)).max_by_key(|found| found.1);
    let named = || {
        // What has one part is looked at as a whole.
        let parts = spaced.contains('–').then(|| spaced.split('–').map(str::trim));
        let mut found = parts?.take(MOST_PARTS).filter_map(beside_a_name);
        found.find(|found| found.1 == Strength::Named)
    };
    whole.or_else(named)
}

/// `Atlas Changelog`, `History of the Atlas language`, `프로젝트 변경 이력`.
fn beside_a_name(text: &str) -> Option<(Subject, Strength)> {
    const MOST_WORDS: usize = 8;
    let text = text.trim().trim_end_matches([':', '：']);
    if text.split_whitespace().count() > MOST_WORDS {
        return None;
    }
    let ends = |(range, found): (std::ops::Range<usize>, words::Found<LogTitle>)| {
        let outside = range.start == 0 || range.end == text.len();
        outside.then_some(found.meaning)
    };
    let titles = Vocabulary::known().find::<LogTitle>(text).filter_map(ends);
    let strengths = titles.filter_map(|title| match title {
        LogTitle::Strong => Some(Strength::Named),
        // `Roadmap de versiones`
        LogTitle::Weak if mentions_what_comes(text) => None,
        LogTitle::Weak => Some(Strength::Hint),
        LogTitle::Plan | LogTitle::Review | LogTitle::Milestone | LogTitle::Ahead => None,
    });
    strengths.max().map(|strength| (Subject::Changes, strength))
}

/// `Projektplanændringslog`: one word that ends with the title of a log.
fn compound(text: &str) -> Option<(Subject, Strength)> {
    const SHORTEST: usize = 7;
    let word = text.trim().trim_end_matches([':', '：']);
    let word = word.rsplit(char::is_whitespace).next()?;
    let letters = word.chars().count();
    if letters < 2 * SHORTEST || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let first = letters.saturating_sub(MOST_LETTERS).max(3);
    let ends = word.char_indices().take(letters - SHORTEST).skip(first);
    let mut titles = ends.filter_map(|(at, _)| Vocabulary::known().whole::<LogTitle>(&word[at..]));
    let strong = titles.any(|found| found.meaning == LogTitle::Strong);
    strong.then_some((Subject::Changes, Strength::Named))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_in_every_company() {
        for (text, strength) in [
            ("Change Log", Some(Strength::Strong)),
            ("12. Änderungshistorie", Some(Strength::Strong)),
            ("Appendix B: Revision History", Some(Strength::Strong)),
            ("Changelog (since 2020)", Some(Strength::Strong)),
            ("Auteurs et historique", Some(Strength::Weak)),
            ("Atlas Changelog", Some(Strength::Named)),
            ("ATLAS CHANGELOG - Interfaces", Some(Strength::Named)),
            ("프로젝트 변경 이력", Some(Strength::Named)),
            ("History of the Atlas language", Some(Strength::Hint)),
            ("Projektplanændringslog", Some(Strength::Named)),
            ("Changes", Some(Strength::Weak)),
            ("Roadmap", None),
            ("Contents and timeline", None),
            ("Overview", None),
            ("Decision log", None),
            ("7. Entscheidungslog", None),
        ] {
            assert_eq!(heading(text).map(|found| found.1), strength, "{text}");
        }
    }

    #[test]
    fn what_is_new_in_something_may_be_a_log_in_every_language() {
        for text in [
            "Recent changes",
            "Summary of changes",
            "Perubahan terkini",
            "Tóm tắt các thay đổi",
            "Πρόσφατες αλλαγές",
            "Riepilogo delle modifiche",
            "Übersicht der Änderungen",
            "Сводка изменений",
        ] {
            assert_eq!(heading(text), Some((Subject::Changes, Strength::Weak)), "{text}");
        }
    }

    #[test]
    fn what_is_said_of_a_log_is_no_title() {
        for (text, sure) in [
            ("Change Log", true),
            ("12. Änderungshistorie", true),
            ("Appendix B: Revision History", true),
            ("Atlas Changelog", true),
            ("Implementation History", true),
            ("Changelog — filled up again", false),
            ("CHANGELOG.md", false),
            ("History", false),
            ("Schedule", false),
        ] {
            assert_eq!(is_sure(text), sure, "{text}");
        }
    }

    #[test]
    fn plans_look_ahead() {
        for (text, ahead) in [
            ("Release timeline (tentative)", true),
            ("Sürüm Takvimi", true),
            ("Roadmap", true),
            ("Roadmap de versiones", true),
            ("Roadmap Changelog", false),
            ("Change Log", false),
        ] {
            assert_eq!(looks_ahead(text), ahead, "{text}");
        }
    }
}
