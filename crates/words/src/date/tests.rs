//! One date for each shape that was met.

use super::*;

fn readings(text: &str) -> Vec<String> {
    let word = |found: Found| match found.reading {
        Reading::Exact(date) => date.to_string(),
        Reading::Ambiguous { day_first, month_first } => format!("{day_first}|{month_first}"),
        Reading::Impossible => "impossible".to_owned(),
        Reading::OpenDay(month) => format!("some day of {month}"),
        Reading::Placeholder => "placeholder".to_owned(),
    };
    find(text).into_iter().map(word).collect()
}

#[test]
fn every_shape_that_was_met() {
    for text in [
        "2024-03-05",
        "2024-3-5",
        "2024/03/05",
        "2024.03.05",
        "2024‑03‑05",
        "2024-03-05T10:00:00Z",
        "2024-03-05 10:00",
        "<2024-03-05",
        "(2024-03-05)",
        "2024-03-05提议",
        "05.03.2024",
        "5.3.2024",
        "05.03.24",
        "5. 3. 2024",
        "dne 05. 03. 2024 v 10:00",
        "March 5, 2024",
        "Mar 5th, 2024",
        "Mar. 5 2024",
        "Tuesday, 5th of March 2024",
        "5 March, 2024",
        "05-Mar-2024",
        "2024-Mar-05",
        "2024 March 5",
        "5. März 2024",
        "5 Mar 24",
        "5/3-2024",
        "5 mars 2024",
        "5 de março de 2024",
        "5 de marzo del 2024",
        "5 de març del 2024",
        "5. ožujka 2024.",
        "5. marta 2024.",
        "5. марта 2024.",
        "5. marec 2024",
        "5 март 2024 г.",
        "2024年3月5日",
        "2024 年 3 月 5 日",
    ] {
        assert_eq!(readings(text), ["2024-03-05"], "{text}");
    }
    assert_eq!(readings("28 septembre 2025"), ["2025-09-28"]);
    assert_eq!(readings("1er février 2025"), ["2025-02-01"]);
    assert_eq!(readings("21. Januar 2026"), ["2026-01-21"]);
    assert_eq!(readings("Sep 13th, 2024"), ["2024-09-13"]);
    for text in ["Marta 2024-05-06", "April (2024-05-06)", "June 2024-05-06"] {
        assert_eq!(readings(text), ["2024-05-06"], "{text}");
    }
    assert_eq!(readings("2. travnja 2024."), ["2024-04-02"]);
    assert_eq!(readings("7. avgusta 2024"), ["2024-08-07"]);
    assert_eq!(readings("7. јула 2024."), ["2024-07-07"]);
    assert_eq!(readings("9 октомври 2024 г."), ["2024-10-09"]);
    assert_eq!(readings("1 d'agost de 2024"), ["2024-08-01"]);
    for text in
        ["2024-12", "December 2024", "Dec, 2024", "dezembro de 2024", "December , 2024", "12/2024"]
    {
        assert_eq!(readings(text), ["2024-12"], "{text}");
    }
    assert_eq!(readings("7/2019"), ["2019-07"]);
}

#[test]
fn years_with_dots_are_wrong_dates_only_where_dates_belong() {
    let slips = Shapes { dotted_slips: true, ..Shapes::default() };
    for text in ["2024.2.30", "2024.13.1"] {
        assert!(find(text).is_empty(), "{text}");
        assert_eq!(find_with(text, slips)[0].reading, Reading::Impossible, "{text}");
    }
    assert!(find_with("2024.2.301", slips).is_empty() && find_with("1.2.30", slips).is_empty());
}

#[test]
fn day_and_month_are_never_guessed() {
    assert_eq!(readings("04/09/2023"), ["2023-09-04|2023-04-09"]);
    assert_eq!(readings("04-09-2023"), ["2023-09-04|2023-04-09"]);
    assert_eq!(
        readings("3/25/21, 25/3/2021, 03/03/2021"),
        ["2021-03-25", "2021-03-25", "2021-03-03"]
    );
    let list = find("04/09/2023 and 23/09/2023");
    assert_eq!(resolve(&list), Some(Order::DayFirst));
    assert_eq!(list[0].reading.ordered(Order::DayFirst), Date::from_day(2023, 9, 4));
    assert_eq!(resolve(&find("04/09/2023 and 2023-09-23")), None);
    assert_eq!(resolve(&find("23/09/2023 and 09/23/2023")), None);
}

#[test]
fn what_no_calendar_has_is_impossible() {
    for text in ["2023-15-12", "016-08-2018", "30.02.2024", "2024-023-2706", "31 June 2020"] {
        assert_eq!(readings(text), ["impossible"], "{text}");
    }
}

#[test]
fn template_words_are_placeholders() {
    for text in [
        "YYYY-MM-DD",
        "[YYY-MM-DD - date of the decision]",
        "{YYYY-MM-DD when the decision was last updated}",
        "dd/mm/YYYY",
        "TT.MM.JJJJ",
        "yyyymmdd",
        "in the form YYYYMMDD",
        "on jj/mm/aaaa",
        "done on [insert date]",
        "2024-XX-XX",
        "{date}",
        "insert date",
        "<insert date>",
    ] {
        assert_eq!(readings(text), ["placeholder"], "{text}");
    }
}

#[test]
fn a_text_is_a_date_where_nothing_else_stands_in_it() {
    let day = Date::from_day(2024, 3, 5);
    assert_eq!(whole(" 2024-03-05\n").and_then(Reading::exact), day);
    assert_eq!(whole("2024-03-05 or so"), None);
    assert_eq!(whole("on 2024-03-05"), None);
    assert_eq!(whole(""), None);
}

#[test]
fn an_open_day_leaves_the_month() {
    for text in [
        "2024-07-XX",
        "2024/7/xx",
        "2024-07-dd",
        "2024-07-??",
        "XX.07.2024",
        "xx/7/2024",
        "DD-07-2024",
    ] {
        assert_eq!(readings(text), ["some day of 2024-07"], "{text}");
    }
    assert_eq!(readings("2024-13-XX"), ["placeholder"]);
}

#[test]
fn numbers_that_are_no_dates() {
    for text in [
        "v1.2.3",
        "1.2.3",
        "10.0.12.1",
        "2020-2021",
        "pages 12-13",
        "20240305",
        "192.168.1.10",
        "3/4",
        "ADR-0012",
        "may 5 people",
        "12. Context",
        "ADR 12: Use queues",
        "date",
        "2024",
        "version 2024",
        "2024.1",
        "12:30",
    ] {
        assert_eq!(readings(text), Vec::<String>::new(), "{text}");
    }
    let compact = find_with("20240305-slug", Shapes { compact: true, ..Shapes::default() });
    assert_eq!(compact[0].reading.exact(), Date::from_day(2024, 3, 5));
}

#[test]
fn spans_cover_the_date_and_nothing_else() {
    let text = "seit März: am 5. März 2024, später";
    let found = first(text).unwrap();
    assert_eq!(&text[found.span], "5. März 2024");
}

#[test]
fn what_counts_something_else_is_no_day() {
    for text in [
        "Phase 8 - January 2026",
        "8 - January 2026",
        "Sprint 3 January 2026",
        "Release 4 (January 2026)",
        "Iteración 2 enero 2026",
        "Version 5 January 2026",
        "January - 8, January 2026",
    ] {
        assert_eq!(readings(text).last().map(String::as_str), Some("2026-01"), "{text}");
    }
    for text in ["Phase: 5 March 2024", "Release 5th March 2024", "Version 5. März 2024"] {
        assert_eq!(readings(text), ["2024-03-05"], "{text}");
    }
}

#[test]
fn years_are_counted_by_eras_too() {
    assert_eq!(readings("令和6年4月1日に改訂"), ["2024-04-01"]);
    assert_eq!(readings("平成元年1月8日"), ["1989-01-08"]);
    assert_eq!(readings("昭和 64 年 1 月"), ["1989-01"]);
    assert_eq!(readings("民國113年5月2日"), ["2024-05-02"]);
    assert!(readings("令和の大改修").is_empty());
}
