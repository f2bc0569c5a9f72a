//! What a heading says of the section below it.

use words::{LogTitle, Vocabulary};

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
    let whole = Vocabulary::known().whole::<LogTitle>(text).map(|found| announced(found.meaning));
    whole.or_else(|| part(text)).or_else(|| beside_a_name(text))
}

const fn announced(title: LogTitle) -> (Subject, Strength) {
    match title {
        LogTitle::Strong => (Subject::Changes, Strength::Strong),
        LogTitle::Weak => (Subject::Changes, Strength::Weak),
        LogTitle::Plan => (Subject::Milestones, Strength::Weak),
        LogTitle::Review => (Subject::Reviews, Strength::Weak),
        LogTitle::Milestone => (Subject::Milestones, Strength::Strong),
    }
}

/// `Appendix B: Change Log` is called "change log". A plan beside something else is none.
fn part(text: &str) -> Option<(Subject, Strength)> {
    let cuts = |c: char| matches!(c, ':' | '/' | '|' | '–' | '—' | '.' | '：' | '·');
    let spaced = text.replace(" - ", " – ").replace(" & ", "/").replace(" and ", "/");
    let titles = spaced.split(cuts).filter_map(|part| Vocabulary::known().whole::<LogTitle>(part));
    titles
        .map(|found| found.meaning)
        .filter(|title| *title != LogTitle::Plan)
        .map(announced)
        .max_by_key(|found| found.1)
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
        LogTitle::Weak => Some(Strength::Hint),
        LogTitle::Plan | LogTitle::Review | LogTitle::Milestone => None,
    });
    strengths.max().map(|strength| (Subject::Changes, strength))
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
            ("Atlas Changelog", Some(Strength::Named)),
            ("프로젝트 변경 이력", Some(Strength::Named)),
            ("History of the Atlas language", Some(Strength::Hint)),
            ("Changes", Some(Strength::Weak)),
            ("Contents and timeline", None),
            ("Overview", None),
        ] {
            assert_eq!(heading(text).map(|found| found.1), strength, "{text}");
        }
    }
}
