//! The history of a status in front matter: `statusHistory: [{ status: proposed, date: 2024-03-05 }, …]`.

use text::markdown::front_matter::{Entry, Value, ValueKind};
use words::date::{self, Date};

use super::label::LabelKind;

/// What a record came to: the status of the last entry, with the entry's day where it states one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Last<'v> {
    pub(super) status: &'v Entry,
    pub(super) date: Option<&'v Entry>,
}

impl<'v> Last<'v> {
    /// Of a list whose items are all mappings with a status: the latest, or where no item has a day the one that
    /// comes last. None where it is not known which that is.
    pub(super) fn of(values: &'v [Value]) -> Option<Self> {
        let entries: Option<Vec<Self>> = values.iter().map(Self::entry).collect();
        let entries = entries?;
        let dated: Vec<(Date, Self)> =
            entries.iter().filter_map(|entry| Some((entry.day()?, *entry))).collect();
        if dated.is_empty() {
            return entries
                .iter()
                .all(|entry| entry.date.is_none())
                .then(|| entries.last().copied())?;
        }
        let all = dated.len() == entries.len();
        dated.into_iter().filter(|_| all).max_by_key(|&(day, _)| day).map(|(_, entry)| entry)
    }

    fn entry(value: &'v Value) -> Option<Self> {
        let ValueKind::Map(entries) = &value.kind else { return None };
        let of = |wanted| {
            let mut all = entries.iter().filter(|entry| LabelKind::of(&entry.key) == Some(wanted));
            all.next().filter(|entry| entry.value.as_str().is_some())
        };
        Some(Self { status: of(LabelKind::Status)?, date: of(LabelKind::Date) })
    }

    fn day(self) -> Option<Date> {
        date::whole(self.date?.value.as_str()?)?.exact()
    }
}

#[cfg(test)]
mod tests {
    use crate::adr::record::Origin;
    use crate::adr::sample;

    /// Status and date of a record with this front matter.
    fn read(front: &str) -> (Option<String>, Option<String>) {
        let record = sample::record("0001-a.md", &format!("---\n{front}\n---\n\n# 1. A\n"));
        let status = record.status.map(|status| {
            assert!(status.origin == Origin::ChangeLog || front.starts_with("status:"));
            status.value.to_string()
        });
        (status, record.date.map(|date| date.value.to_string()))
    }

    fn said(status: &str, date: &str) -> (Option<String>, Option<String>) {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        (some(status), some(date))
    }

    #[test]
    fn the_latest_entry_holds() {
        let history = "statusHistory:\n- status: decided\n  date: 2023-07-24\n- status: superseded\n  date: 2024-02-16";
        assert_eq!(read(history), said("superseded", "2024-02-16"));
        let newest_first = "status_history:\n- {date: 2024-03-04, status: deferred}\n- {date: 2024-02-04, status: decided}";
        assert_eq!(read(newest_first), said("on-hold", "2024-03-04"));
        let by_day = "history:\n- {date: 2024-03-04, status: proposed}\n- {date: 2024-03-04, status: accepted}";
        assert_eq!(read(by_day), said("accepted", "2024-03-04"));
        let without_days = "statusHistory:\n- status: proposed\n- status: rejected";
        assert_eq!(read(without_days), said("rejected", ""));
    }

    #[test]
    fn what_cannot_be_told_is_not() {
        let some_days =
            "statusHistory:\n- {date: 2024-03-04, status: proposed}\n- status: accepted";
        assert_eq!(read(some_days).0, None);
        let of_others =
            "history:\n- {date: 2024-03-04, change: begun}\n- {date: 2024-04-04, status: accepted}";
        assert_eq!(read(of_others).0, None);
    }

    #[test]
    fn the_page_s_own_status_counts_before_its_history() {
        let own = "status: accepted\nstatusHistory:\n- {date: 2023-07-24, status: proposed}";
        assert_eq!(read(own).0.as_deref(), Some("accepted"));
    }
}
