//! Records of which some steps are carried out: `Phases 1-3 implemented`, `D1 implemented`.

use words::{ClauseRole, Language};

use super::around::{Before, is_code};
use super::clause::{Clause, Steps};
use super::predicate::Predicate;
use super::scan::Scan;
use super::target::Named;
use crate::adr::status::Status;

impl Steps {
    /// What is said of a record when this is said of its steps.
    pub(super) const fn limit(self, said: Before) -> Before {
        Before { part: matches!(self, Self::Some), ..said }
    }
}

impl Scan<'_> {
    /// The steps that a word for what is done is said of, where nothing but them stands before it in its clause.
    pub(super) fn steps(
        &self,
        predicate: &Predicate,
        targets: &[Named],
        before: &[Clause],
    ) -> Option<Steps> {
        if predicate.status != Some(Status::Implemented) || !targets.is_empty() {
            return None;
        }
        let lead = self.lead(predicate.words.start, before);
        let remarks = self.remarks(&lead);
        let mut steps = None;
        let mut next = lead.start;
        for at in words::word_starts(&self.text[lead.clone()]).map(|at| lead.start + at) {
            if at < next || remarks.iter().any(|remark| remark.contains(&at)) {
                continue;
            }
            let (len, found) = self.step_or_glue(at, lead.end)?;
            steps = if steps == Some(Steps::All) { steps } else { found.or(steps) };
            next = at + len;
        }
        // `All phases implemented except phase 4`
        steps.map(|found| if self.ends_behind(predicate.words.end) { found } else { Steps::Some })
    }

    /// Whether nothing but days stands between a place and the end of its sentence.
    fn ends_behind(&self, from: usize) -> bool {
        let end = self.text[from..].find(['.', ';', '—']).map_or(self.text.len(), |at| from + at);
        let in_a_day = |at: usize| self.dates.iter().any(|day| day.span.contains(&at));
        words::word_starts(&self.text[from..end]).all(|at| in_a_day(from + at))
    }

    /// The bytes of a word that names or counts steps, or says nothing of its own, and which steps it names.
    fn step_or_glue(&self, at: usize, end: usize) -> Option<(usize, Option<Steps>)> {
        const GLUE: [ClauseRole; 4] =
            [ClauseRole::LeadIn, ClauseRole::And, ClauseRole::Time, ClauseRole::Whole];
        if let Some(len) = self.starts(ClauseRole::EveryStage, at) {
            return Some((len, Some(Steps::All)));
        }
        if let Some(len) = self.starts(ClauseRole::Stage, at) {
            return Some((len, Some(Steps::Some)));
        }
        if let Some(day) = self.dates.iter().find(|day| day.span.contains(&at)) {
            return Some((day.span.end - at, None));
        }
        let rest = &self.text[at..end];
        let len = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let word = &rest[..len];
        if is_code(word) {
            return Some((len, Some(Steps::Some)));
        }
        if is_count(word) {
            return Some((len, None));
        }
        let is_verb = |language: Language| language.grammar().predicates.contains(&word);
        if Language::all().any(is_verb) {
            return Some((len, None));
        }
        GLUE.into_iter().filter_map(|role| self.starts(role, at)).max().map(|len| (len, None))
    }
}

/// `3`, `4a`, `B`, `BE`: what tells steps apart.
fn is_count(word: &str) -> bool {
    const LONGEST: usize = 2;
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let counted = letters.len() < word.len() && letters.len() <= 1;
    let named = word.len() <= LONGEST && word.bytes().all(|byte| byte.is_ascii_uppercase());
    !word.is_empty() && (counted || named)
}
