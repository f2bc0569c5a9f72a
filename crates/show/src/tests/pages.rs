//! What readers see of sections, records and documents, on a page and elsewhere.

use std::fmt::Write as _;

use readers::settings::Settings;

use super::{book_for, shown, shown_in};

/// The last chapter's text as a build of this renderer shows it.
pub(super) fn last(renderer: &str, helpers: &[&str], chapters: &[(&str, &str)]) -> String {
    let book = book_for(renderer, helpers, chapters);
    shown_in(&book, &Settings::default()).pop().unwrap()
}

#[test]
fn a_page_folds_long_guidance_and_diagrams_that_nothing_draws() {
    let chapters = [("a.md", "<<#archdoc template=\"visual\" project=\"Atlas\">>\n")];
    let hint = "<summary>The code of a diagram; mdbook-mermaid draws it</summary>";
    let page = last("html", &[], &chapters);
    assert!(page.contains(hint) && page.contains("<summary>A good example</summary>"), "{page}");
    assert!(page.contains("**Not written yet** <small>required by the template `visual`</small>"));
    assert!(!page.contains("[!"), "{page}");
    assert!(!last("html", &["mermaid"], &chapters).contains(hint));
    let text = last("markdown", &[], &chapters);
    assert!(text.contains("> **Not written yet** (required by the template `visual`)"), "{text}");
    assert!(!text.contains("<details>") && text.contains("> ```mermaid"), "{text}");
}

#[test]
fn a_note_names_by_chapters_what_is_missing_below_the_text() {
    let text = "<<#archdoc template=\"formal\" project=\"Atlas\" missing=\"note\">>\n\n# Atlas\n\n## Introduction\n\nText.\n";
    let page = last("html", &[], &[("a.md", text)]);
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}: {page}"));
    assert!(at("Text.") < at("**Not written yet**"));
    assert!(page.contains("Layers and Tiers (recommended), Data Flow"), "{page}");
    assert_eq!(page.matches("Architectural Overview").count(), 1, "{page}");
}

#[test]
fn a_records_page_says_what_became_of_it() {
    let record = |status: &str, more: &str| {
        format!(
            "# 1. A\n\nDate: 2024-03-05\n\n## Status\n\n{status}\n\n## Context\n\nx\n\n## Decision\n\ny\n{more}"
        )
    };
    let (old, new) = (
        record("Accepted. Superseded in part by [2](0002-b.md).", ""),
        record("Accepted\n\nSupersedes in part [1](0001-a.md)", "").replace("# 1. A", "# 2. B"),
    );
    let rejected = record("Rejected", "").replace("# 1. A", "# 3. C");
    let chapters =
        [("adr/0001-a.md", &*old), ("adr/0002-b.md", &*new), ("adr/0003-c.md", &*rejected)];
    let pages = shown(&chapters, &Settings::default());
    let part =
        "A part of this decision is superseded by [ADR 0002: B](0002-b.md); the rest stands.";
    assert!(pages[0].contains(part), "{}", pages[0]);
    // The date stands below the heading.
    assert!(!pages[0].contains("dated"), "{}", pages[0]);
    // Its own text says all of it.
    assert_eq!(pages[1], new);
    assert!(pages[2].contains("This decision was **rejected**."), "{}", pages[2]);
    let front = "---\nstatus: accepted\ndate: 2024-03-05\ndecision-makers: [Ann]\n---\n# D\n\n## Context and Problem Statement\n\nx\n\n## Decision Outcome\n\ny\n";
    let page = last("html", &[], &[("adr/0004-d.md", front)]);
    let decided = "dated <span style=\"white-space: nowrap\">2024-03-05</span> · decided by Ann";
    assert!(page.contains(decided) && !page.contains("decision-makers"), "{page}");
    let proposed = front.replace("accepted", "proposed").replace("decision-makers", "author");
    let page = last("html", &[], &[("adr/0004-d.md", &proposed)]);
    assert!(page.contains("</span> · written by Ann") && !page.contains("decided"), "{page}");
    let text = last("markdown", &[], &chapters);
    assert!(text.contains("> This decision was **rejected**.") && !text.contains('<'), "{text}");
}

#[test]
fn a_records_page_says_of_a_review_whose_day_has_passed_that_it_was_due() {
    let front = "---\nstatus: accepted\nreview-by: 2025-02-02\n---\n# A\n\n## Context\n\nx\n\n## Decision\n\ny\n";
    let page = |text: &str, today: &str| {
        let settings = Settings { as_of: today.parse().ok(), ..Settings::default() };
        shown(&[("adr/0001-a.md", text)], &settings).remove(0)
    };
    let due = "review was due by 2025-02-02";
    assert!(page(front, "2025-02-03").contains(due));
    assert!(page(front, "2025-02-02").contains("review by 2025-02-02"));
    // Nobody looks again at what does not count.
    assert!(!page(&front.replace("accepted", "rejected"), "2026-01-01").contains(due));
}

#[test]
fn code_in_titles_stays_code_beside_tags_and_in_a_graph() {
    let old = record(1, "Accepted")
        .replace("1. A", "1. Use `Vec<T>` for <kbd>Esc</kbd> and <code>x</code>");
    let new = record(2, "Accepted\n\nAmends [1](0001-a.md)");
    let index = ("adr/README.md", "<<#archdoc adr-index>>\n\n<<#archdoc adr-graph>>\n");
    let page = last("html", &[], &[("adr/0001-a.md", &old), ("adr/0002-a.md", &new), index]);
    assert!(page.contains("[Use `Vec<T>` for Esc and `x`](0001-a.md)"), "{page}");
    assert!(
        page.contains(">Use <code>Vec&lt;T&gt;</code> for Esc and <code>x</code></b>"),
        "{page}"
    );
    assert!(page.contains("[ADR 0001: Use `Vec<T>` for Esc and `x`](0001-a.md)"), "{page}");
}

/// A record with a status and more below it.
pub(super) fn record(number: usize, status: &str) -> String {
    format!("# {number}. A\n\n## Status\n\n{status}\n\n## Context\n\nx\n\n## Decision\n\ny\n")
}

#[test]
fn a_proposal_supersedes_nothing_yet() {
    let (old, graph) = (record(1, "Accepted"), ("adr/README.md", "<<#archdoc adr-graph>>\n"));
    let page = |status: &str| {
        let new = record(6, &format!("{status}\n\nSupersedes [1](0001-a.md)"));
        let chapters = [("adr/0001-a.md", &*old), ("adr/0006-a.md", &*new), graph];
        shown(&chapters, &Settings::default())
    };
    let proposed = page("Proposed");
    let planned = "[ADR 0006: A](0006-a.md), which is proposed, would supersede this decision.";
    assert!(proposed[0].contains(planned), "{}", proposed[0]);
    assert!(proposed[2].contains("would be superseded by [ADR 0006]"), "{}", proposed[2]);
    assert!(!proposed[2].contains(">superseded by</span>"), "{}", proposed[2]);
    let legend = |page: &str, words: &str| page.contains(&format!(">{words}</span>"));
    assert!(legend(&proposed[2], "would be superseded by"), "{}", proposed[2]);
    assert!(!legend(&proposed[2], "related to"), "{}", proposed[2]);
    let rejected = page("Rejected");
    assert_eq!(rejected[0], old);
    assert!(rejected[2].contains("would have superseded [ADR 0001]"), "{}", rejected[2]);
    assert!(legend(&rejected[2], "would have been superseded by"), "{}", rejected[2]);
    let accepted = page("Accepted");
    assert!(accepted[0].contains("says that it supersedes this decision."), "{}", accepted[0]);
    assert!(accepted[2].contains(">superseded by</span>"), "{}", accepted[2]);
}

#[test]
fn what_one_side_calls_a_part_is_a_part() {
    let old = record(1, "Accepted\n\nSuperseded in part by [2](0002-a.md)");
    let new = record(2, "Accepted\n\nSupersedes [1](0001-a.md)\n\nRelated: [1](0001-a.md)");
    let chapters = [("adr/0001-a.md", &*old), ("adr/0002-a.md", &*new)];
    let pages = shown(&chapters, &Settings::default());
    assert!(pages[0].contains("A part of this decision is superseded by"), "{}", pages[0]);
    assert!(pages[1].contains("<small>supersedes in part [ADR 0001]"), "{}", pages[1]);
    assert!(!pages[1].contains("related to"), "{}", pages[1]);
}

#[test]
fn a_status_that_readers_see_is_not_said_again() {
    let page = last("html", &[], &[("adr/0001-a.md", &record(1, "Accepted"))]);
    assert_eq!(page, record(1, "Accepted"));
    let tagged = "---\ntags: [storage, accepted]\n---\n# D\n\n## Context and Problem Statement\n\nx\n\n## Decision Outcome\n\ny\n";
    let page = last("html", &[], &[("adr/0004-d.md", tagged)]);
    assert!(page.contains("accepted</span> · tags: storage</small>"), "{page}");
}

#[test]
fn a_successor_that_a_document_repeats_is_named_once() {
    let old = record(2, "Superseded by [3](0003-a.md)");
    let new = record(3, "Accepted\n\nSupersedes [2](0002-a.md)");
    let document = "# Tracker\n\n## Decisions\n\n### ADR-003: A\n\n- **Status:** Accepted, replaces ADR-002\n\nText.\n";
    let chapters = [("adr/0002-a.md", &*old), ("adr/0003-a.md", &*new), ("tracker.md", document)];
    let page = shown(&chapters, &Settings::default()).remove(0);
    assert!(page.contains("**superseded** by [ADR 0003: A](0003-a.md)."), "{page}");
    let own = document.replace("ADR-003: A", "ADR-003: Another");
    let chapters = [chapters[0], chapters[1], ("tracker.md", &*own)];
    let page = shown(&chapters, &Settings::default()).remove(0);
    assert!(page.contains("ADR 003: Another") && page.contains(" and "), "{page}");
}

#[test]
fn tags_and_reviews_are_said_where_the_text_does_not_show_them() {
    let body = "# D\n\n## Context and Problem Statement\n\nx\n\n## Decision Outcome\n\ny\n";
    let front =
        format!("---\nstatus: accepted\ntags: [storage]\nreview-by: 2099-05-01\n---\n{body}");
    let page = last("html", &[], &[("adr/0004-d.md", &front)]);
    assert!(page.contains("</span> · tags: storage · review by 2099-05-01</small>"), "{page}");
    let bullets = "# D\n\n* Status: accepted\n* Tags: storage\n* Review by: 2099-05-01\n";
    let seen = body.replacen("# D\n", bullets, 1);
    assert_eq!(last("html", &[], &[("adr/0004-d.md", &seen)]), seen);
}

#[test]
fn a_banner_tells_the_last_that_became_of_a_record() {
    let page = |old: &str, new: &str| {
        let old = format!(
            "---\nstatus: {old}\nsuperseded-by: [2]\n---\n# 1. A\n\n## Context\n\nx\n\n## Decision\n\ny\n"
        );
        let new = record(2, &format!("{new}\n\nSupersedes [1](0001-a.md)"));
        let chapters = [("adr/0001-a.md", &*old), ("adr/0002-a.md", &*new)];
        shown(&chapters, &Settings::default()).remove(0)
    };
    // Whoever has a successor is referred to it, whatever the record calls itself.
    let both = page("deprecated", "Accepted");
    assert!(both.contains("This decision is superseded by [ADR 0002: A](0002-a.md)."), "{both}");
    assert!(!both.contains("is **deprecated**"), "{both}");
    // A successor that nobody has decided on has taken no place: what the record says of itself counts.
    let open = page("deprecated", "Proposed");
    assert!(open.contains("This decision is **deprecated**."), "{open}");
    let said = page("superseded", "Proposed");
    assert!(said.contains("This decision is **superseded** by [ADR 0002: A]"), "{said}");
    let planned = page("accepted", "Proposed");
    assert!(planned.contains("which is proposed, would supersede this decision."), "{planned}");
}

#[test]
fn two_hundred_records_are_a_picture_of_moderate_size() {
    let mut records = Vec::new();
    for number in 1..=200_usize {
        let mut text = format!(
            "# {number}. Move the event log of customers to a queue\n\n## Status\n\nAccepted\n"
        );
        for (verb, back) in [("Supersedes", 3), ("Amends", 7)] {
            if let Some(other) = number.checked_sub(back).filter(|&other| other > 0) {
                let _infallible = write!(text, "\n{verb} [{other}]({other:04}-r.md)\n");
            }
        }
        text += "\n## Context\n\nx\n\n## Decision\n\ny\n";
        records.push((format!("adr/{number:04}-r.md"), text));
    }
    let graph = ("adr/README.md".to_owned(), "<<#archdoc adr-graph>>\n".to_owned());
    records.push(graph);
    let chapters: Vec<(&str, &str)> =
        records.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let page = last("html", &[], &chapters);
    assert_eq!(page.matches("<a href=").count(), 200);
    let (picture, _list) = page.split_once("<details>").unwrap();
    assert!(picture.len() < 170_000, "{}", picture.len());
    for there in
        ["Each record has a row", ">superseded by</span>", ">amended by</span>", "supersedes 0197"]
    {
        assert!(page.contains(there), "{there}");
    }
    assert!(!page.contains(">related to</span>"));
}
