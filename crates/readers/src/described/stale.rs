//! Texts that are older than the code which they describe.
//!
//! Code changed after a text when a commit changed the content of a file that fits the text's paths, is newer in
//! git's order than the one that last changed the text, and bears no earlier day. Nothing depends on today.

use std::collections::HashMap;

use words::date::Date;

use crate::book::Book;
use crate::git::Repository;
use crate::git::contents::Contents;
use crate::history::BookHistory;
use crate::include;
use crate::settings::StaleSettings;
use crate::settings::paths::PathSets;

use super::Description;
use super::touched::Versions;

/// A text that is older than its code.
#[derive(Debug)]
pub struct Stale {
    /// The text, as an index into [`crate::analysis::Analysis::descriptions`].
    pub description: usize,
    /// The day of its last change, or of its last review, whichever is later.
    pub since: Date,
    /// The commits that changed the code after that, by their indices, the newest first.
    pub commits: Vec<usize>,
    /// How many days lie between the text and the newest of them.
    pub days: i32,
}

/// The texts whose code has changed by more than the settings let pass.
pub(crate) fn find(
    book: &Book<'_>,
    descriptions: &[Description],
    history: &BookHistory,
    settings: StaleSettings,
) -> Vec<Stale> {
    let Some(repository) = history.known() else { return Vec::new() };
    let of = |index: usize| history.files[descriptions[index].chapter].as_str();
    let sets = PathSets::new(descriptions.iter().map(|one| &one.code));
    // A text is no code that it describes itself.
    let holding = |path: &str| {
        let sets = sets.holding(path).into_iter();
        sets.filter(|&index| of(index) != path).collect::<Vec<_>>()
    };
    let changes = repository.changes_of(descriptions.len(), holding);
    let mut contents = Contents::of(&book.source_dir());
    let mut versions: HashMap<&str, Versions<'_>> = HashMap::new();
    let mut found = Vec::new();
    for (index, (description, changes)) in descriptions.iter().zip(changes).enumerate() {
        let file = of(index);
        let code = Code { repository, changes: changes.into_iter().collect(), settings };
        let versions = versions.entry(file).or_insert_with(|| Versions::of(repository, file));
        let may_be = |oldest| code.outran(oldest, description.reviewed).is_some();
        if !versions.oldest().is_some_and(may_be) {
            continue;
        }
        let text = description.place.source.slice(description.text);
        // What is included has a history of its own, and may be the code itself.
        if include::paths(text).next().is_some() {
            continue;
        }
        let Some(touched) = versions.last_change(text, &mut contents) else { continue };
        if let Some((since, commits, days)) = code.outran(touched, description.reviewed) {
            found.push(Stale { description: index, since, commits, days });
        }
    }
    found
}

/// The changes of some code, newest first.
struct Code<'r> {
    repository: &'r Repository,
    changes: Vec<usize>,
    settings: StaleSettings,
}

impl Code<'_> {
    /// The changes after a commit and a review, with the day from which they count and the time up to the newest;
    /// none where they are few or soon.
    fn outran(&self, touched: usize, reviewed: Option<Date>) -> Option<(Date, Vec<usize>, i32)> {
        let day = |commit: usize| self.repository.commits[commit].date;
        let written = day(touched);
        let reviewed = reviewed.filter(|reviewed| *reviewed >= written);
        let since = reviewed.unwrap_or(written);
        let newer = self.changes.iter().copied().take_while(|&commit| commit < touched);
        // Whoever reviewed the text saw what was there on that day.
        let after = |&commit: &usize| match reviewed {
            Some(reviewed) => day(commit) > reviewed,
            None => day(commit) >= written,
        };
        let commits: Vec<usize> = newer.filter(after).collect();
        let newest = commits.iter().map(|&commit| day(commit)).max()?;
        let days = since.civil()?.until(newest.civil()?).ok()?.get_days();
        let many = commits.len() >= self.settings.commits;
        (many && days >= self.settings.days).then_some((since, commits, days))
    }
}
