//! Parts that are named, and rests that are left, by the clauses around one.

use words::ClauseRole;

use super::breaks::Kind;
use super::scan::Scan;

impl Scan<'_> {
    /// Whether a clause follows the name of a part: `Section 3: superseded by ADR 5`.
    pub(super) fn is_led_by_a_part(&self, at: usize) -> bool {
        let dash =
            self.breaks.iter().find(|stop| stop.kind == Kind::Dash && stop.at + stop.len == at);
        dash.is_some_and(|dash| {
            let lead = self.start(dash.at)..dash.at;
            let named = self.text[lead.clone()].contains(|c: char| c.is_ascii_digit())
                || self.quotes.iter().any(|name| lead.contains(&name.start));
            named && self.before(dash.at, lead.start, None).part
        })
    }

    /// Whether the clause behind a place says that the rest holds: `Superseded by ADR 5; the rest stands`.
    pub(super) fn leaves_a_rest(&self, at: usize) -> bool {
        let mut behind = self.breaks.iter().filter(|stop| stop.at >= at);
        let next = behind.clone().next();
        let plain = behind.find(|stop| !matches!(stop.kind, Kind::Open | Kind::Close));
        next.into_iter().chain(plain).map(|stop| stop.at + stop.len).any(|from| {
            let clause = &self.text[from..];
            let first = clause.trim_start_matches([' ', '*', '_', '\n']);
            let first = from + clause.len() - first.len();
            // `the REST interface`
            let rest = self.starts(ClauseRole::Rest, first).map(|len| first + len);
            let rest = rest.filter(|&end| !self.text[..end].ends_with(char::is_uppercase));
            rest.is_some_and(|end| {
                let said = || end..self.end(end);
                self.has(ClauseRole::Holds, said())
                    && !self.has(ClauseRole::Negation, said())
                    && !self.has(ClauseRole::NoLonger, said())
            })
        })
    }
}
