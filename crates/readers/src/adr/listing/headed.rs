//! Headings that file the rows below them by status.

use words::{ClauseRole, Reference, Vocabulary};

use crate::adr::status::{self, OwnWords, Status};

/// `Superseded ADRs`, `✅ Accepted (3)`, `Rejected and withdrawn decisions`; none of `Accepted risks`.
pub(super) fn states_of_heading(heading: &str, own: &OwnWords) -> Vec<Status> {
    let words = Vocabulary::known();
    let mut states = Vec::new();
    let mut rest = heading;
    loop {
        rest = rest.trim_start_matches(|c: char| !c.is_alphabetic());
        if rest.is_empty() {
            return states;
        }
        if let Some((state, len)) = status::at_start(rest, own) {
            states.push(state);
            rest = &rest[len..];
            continue;
        }
        let record = words.at_start::<Reference>(rest).filter(|found| {
            matches!(found.meaning, Reference::Record | Reference::RecordDirectory)
        });
        let and = || words.starts(ClauseRole::And, rest);
        let Some(len) = record.map(|found| found.len).or_else(|| Some(and()?.len)) else {
            return Vec::new();
        };
        rest = &rest[len..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_of_nothing_but_statuses_files_the_rows_below_it() {
        let states = |heading| states_of_heading(heading, &OwnWords::default());
        for heading in ["Superseded", "Superseded ADRs", "3. ⚠️ Superseded (2)", "ADR reemplazados"]
        {
            assert_eq!(states(heading), [Status::Superseded], "{heading}");
        }
        let gone = [Status::Rejected, Status::Withdrawn];
        assert_eq!(states("Rejected and withdrawn decisions"), gone);
        assert_eq!(states("Rejected / Withdrawn"), gone);
        for heading in
            ["Accepted risks", "Decisions", "Storage", "Accepted in 2024 by the board", ""]
        {
            assert_eq!(states(heading), [], "{heading}");
        }
    }
}
