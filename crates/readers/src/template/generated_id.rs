//! Ids of sections that name none.

use std::collections::{HashMap, HashSet};

use super::Template;
use super::key::Key;

/// The ids of the sections before, and how far each name was counted.
#[derive(Default)]
pub(super) struct Generated {
    taken: HashSet<String>,
    numbers: HashMap<String, usize>,
}

impl Generated {
    /// Nobody else gets this id.
    pub(super) fn take(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    /// The heading's words, below the parent's id; numbered where that is taken.
    pub(super) fn id(&mut self, heading: &str, parent: Option<usize>, before: &Template) -> String {
        let words = Key::new(heading).text.replace(' ', "-");
        let words = if words.is_empty() { "section".to_owned() } else { words };
        let above = parent.filter(|&index| before.sections[index].level > 1);
        let base = match above {
            Some(index) => format!("{}.{words}", before.sections[index].id),
            None => words,
        };
        let mut id = base.clone();
        // What was taken stays taken, so counting goes on where it ended.
        let number = self.numbers.entry(base.clone()).or_insert(1);
        while self.taken.contains(&id) {
            *number += 1;
            id = format!("{base}-{number}");
        }
        id
    }
}
