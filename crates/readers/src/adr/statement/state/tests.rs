//! The status that statements give, and its day.

use super::*;
use text::markdown;

fn state(text: &str) -> State {
    state_with(text, &OwnWords::new())
}

fn state_with(text: &str, own: &OwnWords) -> State {
    let lines: Vec<_> = text.lines().map(|line| markdown::inlines(line, 0)).collect();
    let read = lines.iter().map(|line| Statement::read(Line::of(line), own));
    status(&read.collect::<Vec<_>>()).expect("a state")
}

#[test]
fn remarks_do_not_change_a_status() {
    for (text, status) in [
        ("Accepted (lazy consensus) & implemented", Status::Accepted),
        ("**Accepted**", Status::Accepted),
        ("✅ Accepted", Status::Accepted),
        ("This decision was accepted on 2024-03-05", Status::Accepted),
        ("accepted; supersedes ADR-0045", Status::Accepted),
        ("Accepted/Implemented", Status::Accepted),
        ("採用 (accepted)", Status::Accepted),
        ("Implemented. See the list of proposed changes", Status::Implemented),
        ("Partially implemented", Status::Accepted),
        ("Accepted · an option was tried and rejected (2026-07-26)", Status::Accepted),
        ("Proposed → Accepted (once the pilot is over)", Status::Proposed),
        ("Proposed → Accepted (if the pilot is paid for, 2026-01-03)", Status::Accepted),
        ("Proposed → Accepted (after review by the board)", Status::Accepted),
        ("Draft → Proposed → Accepted, following the vote of the team", Status::Accepted),
        ("Proposed → Rejected (once it was measured)", Status::Rejected),
        ("Accepted → Deprecated after the migration to X", Status::Deprecated),
        ("Accepted, superseded by ADR 5", Status::Superseded),
        ("Accepted (superseded by ADR 5)", Status::Superseded),
        ("Accepted (option B — rejected)", Status::Accepted),
        ("Accepted, see ADR-3 (superseded)", Status::Accepted),
        ("Accepted. Supersedes 2 (now deprecated), 3 (rejected), and amends 4", Status::Accepted),
        ("Accepted by the board (superseded)", Status::Superseded),
        ("Accepted (2024-03-05; queue — retired)", Status::Accepted),
        ("Proposed (now accepted)", Status::Accepted),
        ("Accepted (see: option B — rejected)", Status::Accepted),
        ("Accepted (see the minutes (2024): option B — rejected)", Status::Accepted),
        ("Accepted (an exception for now — superseded by ADR 5)", Status::Superseded),
        ("Accepted 2023-01-01 (withdrawn by the board 2025-01-01)", Status::Withdrawn),
        ("Accepted 2023-01-01 (Rejected by the board on 2025-01-01)", Status::Rejected),
        ("Accepted (review 2024: still valid; reviewed 2025: deprecated)", Status::Deprecated),
        ("Accepted 2024-03-05 (option B — rejected 2024-04-05)", Status::Accepted),
        (
            "accepted — amends ADR-2 (the queue — retired) and ADR-3 (one clause retired)",
            Status::Accepted,
        ),
        ("accepted — extends ADR-2 (superseded 2026-08-01 by its amendment)", Status::Accepted),
        ("Accepted, extends ADR-2 (superseded in part by ADR 5)", Status::Accepted),
        ("Accepted, extends ADR-2 (superseded by ADR-4), superseded by ADR-3", Status::Superseded),
        ("Accepted, extends ADR-2 (deprecated), deprecated 2025-01-01", Status::Deprecated),
        (
            "accepted — amends ADR-2; each superseded ADR's status says what stands",
            Status::Accepted,
        ),
        (
            "Partially superseded by ADR-2 (the queue — retired 2026-04-18), ADR-3 (the wall — retired)",
            Status::Accepted,
        ),
        ("Superseded (as never built) by [ADR 32](/adr/32)", Status::Superseded),
        ("~~Proposed~~ Accepted", Status::Accepted),
        ("Proposed → accepted", Status::Accepted),
        ("Accepted — rejected alternative 2 is superseded by ADR 9; this stands", Status::Accepted),
        (
            "Dieses ADR ist nicht mehr gültig. Der Ansatz wurde verworfen und durch ADR 9 ersetzt",
            Status::Superseded,
        ),
        ("Accepted by the board, superseded by ADR 9", Status::Superseded),
        ("Proposed in May; accepted in June, superseded by ADR 9", Status::Superseded),
        ("Accepted, then rejected by the board and superseded by ADR 9", Status::Superseded),
        ("für den PoC angenommen", Status::Accepted),
        ("For the pilot: accepted", Status::Accepted),
        ("Decision made, 2024-03-05", Status::Accepted),
        ("Decision made, superseded by ADR 2", Status::Superseded),
        ("Decision made by the board, superseded by ADR 2", Status::Superseded),
        ("Entscheidung getroffen, ersetzt durch ADR 2", Status::Superseded),
        ("Proposed (decision taken by the board next week)", Status::Proposed),
        ("Proposed, except decision 2 — accepted 2026-07 (option (A))", Status::Proposed),
        ("Vorgeschlagen, außer Teil 2 — angenommen", Status::Proposed),
        ("Proposed (part 2 accepted)", Status::Proposed),
        ("Proposed; sections 2 and 3 are accepted", Status::Proposed),
        ("Proposed → accepted in part", Status::Accepted),
        ("Proposed in May 2026 — accepted", Status::Accepted),
        ("Amends ADR 2 — accepted", Status::Accepted),
    ] {
        let state = state(text);
        assert_eq!((state.status, state.doubt), (Some(status), None), "{text}");
    }
}

#[test]
fn what_is_done_and_where_limits_a_state() {
    for (text, status) in [
        ("Superseded by ADR 2 in production", Status::Accepted),
        ("Superseded by ADR 2 except for the cache", Status::Accepted),
        ("Accepted — implemented (2024-03-05)", Status::Implemented),
        ("Aceptado - implementado (2024-03-05)", Status::Implemented),
        ("Accepted (implemented 2024-03-05)", Status::Accepted),
        ("Accepted - not implemented", Status::Accepted),
        ("Accepted - implemented, 2024-03-05.", Status::Implemented),
        ("Accepted - implemented partially (2024-03-05)", Status::Accepted),
        ("Accepted - in production from 2099-01-01", Status::Accepted),
        ("Accepted - implemented (planned 2024-03-05)", Status::Accepted),
        ("Accepted - in production use of X is forbidden", Status::Accepted),
        ("Accepted. ADR-7 partially replaces this decision.", Status::Accepted),
        ("Superseded by ADR 2 (in production since 2024-02-02)", Status::Superseded),
        ("Ersetzt durch ADR 2, außer Betrieb", Status::Superseded),
        ("Superseded for production by ADR 2", Status::Accepted),
        ("Remplacé pour la production par ADR 2", Status::Accepted),
        ("Superseded for reasons of cost by ADR 2", Status::Superseded),
        ("Superseded for good by ADR 2", Status::Superseded),
    ] {
        let state = state(text);
        assert_eq!((state.status, state.doubt), (Some(status), None), "{text}");
    }
}

#[test]
fn a_date_in_a_links_text_is_the_others() {
    let date = |text| state(text).date.and_then(date::Reading::exact).map(|day| day.to_string());
    assert_eq!(date("Superseded by [ADR-5: The stack (2026-01-02)](5-x.md)"), None);
    let own = date("Superseded 2026-03-04 by [ADR-5: The stack (2026-01-02)](5-x.md)");
    assert_eq!(own.as_deref(), Some("2026-03-04"));
    let decided =
        date("Accepted, decided by [@a](https://x.y) and [@b](https://x.y) on 2020-02-18.");
    assert_eq!(decided.as_deref(), Some("2020-02-18"));
    let again = date("Accepted, approved by the board on 2020-02-18.");
    assert_eq!(again.as_deref(), Some("2020-02-18"));
    for text in ["Accepted (ratified 2020-02-18)", "Accepted — decided 2020-02-18 in the weekly"]
    {
        assert_eq!(date(text).as_deref(), Some("2020-02-18"), "{text}");
    }
    assert_eq!(date("Accepted, implemented on 2020-02-18."), None);
    assert_eq!(date("Accepted (implemented 2020-02-18)"), None);
    let done = date("Accepted - implemented (2020-02-18)");
    assert_eq!(done.as_deref(), Some("2020-02-18"), "the day of the state that it has");
    let own = date("Proposed 2020-02-18, accepted 2020-03-18");
    assert_eq!(own.as_deref(), Some("2020-03-18"));
    let other = date("Proposed 2020-02-18, accepted by the board, reviewed 2020-03-18");
    assert_eq!(other, None, "neither the day of the proposal nor that of the review");
    let told = "Accepted\nProposed 2020-02-18, accepted in spring";
    assert_eq!(date(told), None, "the day of the proposal");
    assert_eq!(date("Accepted, reviewed by [@a](https://x.y) on 2020-02-18."), None);
}

#[test]
fn histories_end_with_their_last_line() {
    let text = "列表：提议/通过/完成/已弃用\n2017-11-22 提议\n2017/11/24 完成\n2017-11-23 通过";
    assert_eq!(state(text).status, Some(Status::Implemented));
    assert_eq!(state("Proposed\nAccepted").status, Some(Status::Accepted));
    assert_eq!(state("Accepted\nNot implemented yet").status, Some(Status::Accepted));
    assert_eq!(state("Accepted\nSuperceded by ADR 7").status, Some(Status::Superseded));
}

#[test]
fn choices_need_a_mark() {
    let marked = state("vorgeschlagen | **akzeptiert** | abgelehnt");
    assert_eq!(marked.status, Some(Status::Accepted));
    for text in ["{Deprecated|Proposed|Accepted}", "Draft/Rejected", "proposed, accepted, done"] {
        let open = state(text);
        assert_eq!((open.status, open.doubt), (None, Some(Doubt::Choice)), "{text}");
    }
    let guided =
        "It may be called \"deprecated\" or \"superseded\" by a later one.\n{Proposed|Accepted}";
    assert_eq!(state(guided).raw, "{Proposed|Accepted}");
    let guided = "A decision may be \"proposed\" at first, or \"accepted\" later.\nRejected";
    assert_eq!(state(guided).status, Some(Status::Rejected));
}

#[test]
fn what_is_not_known_is_not_guessed() {
    let doubt = |text| (state(text).status, state(text).doubt);
    assert_eq!(doubt("Experimental"), (Some(Status::Other), Some(Doubt::Unknown)));
    // Resolved may be an issue, and a body resolves what it decides.
    assert_eq!(doubt("Resolved"), (Some(Status::Other), Some(Doubt::Unknown)));
    assert_eq!(doubt("Closed"), (Some(Status::Other), Some(Doubt::Unknown)));
    assert_eq!(doubt("depreciated"), (Some(Status::Other), Some(Doubt::Unknown)));
    assert_eq!(doubt("Not-implemented"), (Some(Status::Other), Some(Doubt::Unknown)));
    assert_eq!(doubt("Decision made: no"), (Some(Status::Other), Some(Doubt::Unknown)));
    for text in ["Accepted?", "Superseded?", "Superseded by ADR 2?"] {
        assert_eq!(doubt(text), (None, Some(Doubt::Prose)), "{text}");
    }
    // The state of another decision, and of a thing that the record is about.
    for text in [
        "Our earlier decision was rejected",
        "Our earlier decision was superseded by ADR-1. This one is accepted.",
        "Our proposal to use X was rejected",
    ] {
        assert_eq!(doubt(text), (None, Some(Doubt::Prose)), "{text}");
    }
    assert_eq!(doubt("{status}"), (None, Some(Doubt::Placeholder)));
    assert_eq!(doubt("Conditions of the API are similar to these"), (None, Some(Doubt::Prose)));
}

#[test]
fn a_day_that_has_not_come_is_a_plan() {
    let mut own = OwnWords::new();
    own.today = date::Date::from_day(2024, 6, 1);
    let read = |text| {
        let state = state_with(text, &own);
        (state.status, state.date.and_then(date::Reading::exact).map(|day| day.to_string()))
    };
    let accepted = (Some(Status::Accepted), None);
    assert_eq!(read("Accepted - implemented (2025-03-05)"), accepted);
    assert_eq!(read("Accepted (2025-03-05)"), accepted);
    let done = (Some(Status::Implemented), Some("2024-03-05".to_owned()));
    assert_eq!(read("Accepted - implemented (2024-03-05)"), done);
}

#[test]
fn a_later_word_counts_only_as_a_statement_of_its_own() {
    for (text, status) in [
        ("Implemented (2024-03-05). The historical notes below are kept.", Status::Implemented),
        ("Implemented — 2024-03-05. Ratifies the plan decided in May.", Status::Implemented),
        ("Accepted. The per-tenant half is **declined with reasons** (§3).", Status::Accepted),
        ("Accepted. Rejected alternatives: A, B", Status::Accepted),
        ("Superseded by ADR-2 (2024-03-05); confirmed by the board.", Status::Superseded),
        ("Proposed. The accepted wording is below.", Status::Proposed),
        ("Implemented. Approved by the board. `x` went (reads → files).", Status::Implemented),
        ("Accepted (2024-03-05). It costs less (3 calls → 1). `open` joins it.", Status::Accepted),
        ("Accepted. All is done. [Superseded — the list above is old.]", Status::Accepted),
        ("Accepted. [Superseded]", Status::Superseded),
        ("Accepted. Deprecated since we moved to X.", Status::Deprecated),
        ("Accepted. Withdrawn after the pilot.", Status::Withdrawn),
        ("Proposed. Approved the 5th of May.", Status::Accepted),
        ("Accepted. Rejected a month later.", Status::Rejected),
        ("Accepted. Rejected the following month by the board.", Status::Rejected),
        ("Accepted. Withdrawn the day after.", Status::Withdrawn),
        ("Angenommen. Der Beschluss ist abgelehnt.", Status::Rejected),
        ("Proposed — 2024-03-05. This ADR decides how the parts are wired.", Status::Proposed),
        ("Proposed. This ADR is accepted by all.", Status::Accepted),
        ("Vorgeschlagen. Diese Entscheidung ist angenommen.", Status::Accepted),
        ("Accepted. Rejected in May: too slow.", Status::Rejected),
        ("Accepted. This decision is deprecated because it is slow.", Status::Deprecated),
        ("Angenommen. Abgelehnt wegen der Kosten.", Status::Rejected),
        ("Was proposed in May and accepted in June. Rejected in July.", Status::Rejected),
        ("Proposed → Accepted → Deprecated", Status::Deprecated),
        ("Proposed (2024-03-05) → reviewed → Accepted (2024-04-05)", Status::Accepted),
    ] {
        let state = state(text);
        assert_eq!((state.status, state.doubt), (Some(status), None), "{text}");
    }
}

#[test]
fn what_stands_behind_was_is_history() {
    for (text, status) in [
        ("Superseded by ADR-2 (2024-03-05). *(Was: Proposed; see above.)*", Status::Superseded),
        ("Rejected. Previous status: Accepted", Status::Rejected),
        ("Accepted (was: Proposed; now rejected)", Status::Rejected),
        ("Was: Proposed. Now: Accepted", Status::Accepted),
    ] {
        let state = state(text);
        assert_eq!((state.status, state.doubt), (Some(status), None), "{text}");
    }
}

#[test]
fn some_steps_that_are_done_are_not_all() {
    for (text, status) in [
        ("Phases 1-3 Implemented", Status::Accepted),
        ("Phases 1 + 2 implemented (2024-03-05) — Phase 3 deferred", Status::Accepted),
        ("Phase 1 (the form) implemented 2024-03-05. Phase 2 deferred.", Status::Accepted),
        ("Phases A+B implemented. Test of D.3 complete.", Status::Accepted),
        ("Phase 1 BE + Phase 2 FE implemented", Status::Accepted),
        ("D1 Implemented (2024-03-05) · D2 implemented except the stores", Status::Accepted),
        ("Phase 1 complete, iterating", Status::Accepted),
        ("Phase 1 umgesetzt", Status::Accepted),
        ("All phases implemented", Status::Implemented),
        ("All phases implemented (2024-03-05)", Status::Implemented),
        ("All phases implemented except phase 4", Status::Accepted),
        ("All phases implemented soon", Status::Accepted),
        ("All phases (1-4) are implemented. Phase 1 (the form) went first.", Status::Implemented),
        ("Phases 1-5 implemented 2024-03-05 — FULLY IMPLEMENTED.", Status::Implemented),
        ("Phases 1-3 implemented. Superseded by ADR-2.", Status::Superseded),
        ("Proposed. Phase 1 implemented.", Status::Proposed),
    ] {
        let state = state(text);
        assert_eq!((state.status, state.doubt), (Some(status), None), "{text}");
    }
    let frozen = state("Frozen, until we have more data from the yards in the north");
    assert_eq!((frozen.status, frozen.doubt), (Some(Status::Other), Some(Doubt::Unknown)));
    for text in ["The queue is implemented", "Form 1 of the office is implemented"] {
        assert_eq!(state(text).doubt, Some(Doubt::Prose), "{text}");
    }
    let day = state("Accepted 2024-03-05, D1 implemented 2024-06-01").date;
    assert_eq!(day.and_then(date::Reading::exact), date::Date::from_day(2024, 3, 5));
}
