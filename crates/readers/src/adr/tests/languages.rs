//! Records in languages that no other test speaks: what is said in a sentence each.

use words::Part;

use super::{read, record, relations, status};
use crate::adr::relation::RelationKind::{Amends, ExtendedBy, Extends, SupersededBy, Supersedes};
use crate::adr::status::Status;

/// Draft, proposed, accepted, rejected, put off and deprecated.
const STATES: [Status; 6] = [
    Status::Draft,
    Status::Proposed,
    Status::Accepted,
    Status::Rejected,
    Status::OnHold,
    Status::Deprecated,
];

#[test]
fn a_status_is_known_in_every_gender() {
    for (language, words) in [
        ("hr", ["Nacrt", "Predložena", "Prihvaćen", "Odbijeno", "Odgođena", "Zastarjelo"]),
        ("sr-Latn", ["Nacrt", "Predloženo", "Prihvaćena", "Odbijen", "Odloženo", "Zastarelo"]),
        ("sr", ["Нацрт", "Предложено", "Прихваћена", "Одбијен", "Одложено", "Застарело"]),
        ("sl", ["Osnutek", "Predlagano", "Sprejeta", "Zavrnjen", "Odloženo", "Zastarelo"]),
        ("bg", ["Чернова", "Предложено", "Приета", "Отхвърлен", "Отложено", "Остаряло"]),
        ("ca", ["Esborrany", "Proposada", "Acceptat", "Rebutjada", "Ajornat", "Obsolet"]),
    ] {
        assert_eq!(words.map(status), STATES.map(Some), "{language}");
    }
    // As it is typed without accents.
    assert_eq!(status("Prihvaceno"), Some(Status::Accepted));
    assert_eq!(status("Odbaceno"), Some(Status::Rejected));
}

#[test]
fn a_word_that_denies_turns_no_status_around() {
    for text in
        ["Još nije prihvaćeno", "Още не е прието", "Encara no acceptat", "Још није усвојено"]
    {
        assert_ne!(status(text), Some(Status::Accepted), "{text}");
    }
    for text in ["Nije više na snazi", "Ni več v veljavi", "Вече не е в сила", "Ja no és vigent"]
    {
        assert_eq!(status(text), Some(Status::Deprecated), "{text}");
    }
}

#[test]
fn a_relation_is_told_from_both_sides() {
    for (text, kind) in [
        ("Zamijenjeno odlukom ADR-7", SupersededBy),
        ("Zamijenjena s ADR-7", SupersededBy),
        ("Prihvaćeno\n\nZamjenjuje ADR-7", Supersedes),
        ("Prihvaćeno\n\nProširena odlukom ADR-7", ExtendedBy),
        ("Zamenjeno sa ADR-7", SupersededBy),
        ("Prihvaćeno\n\nZamenjuje ADR-7", Supersedes),
        ("Prihvaćeno\n\nMenja ADR-7", Amends),
        ("Замењено одлуком ADR-7", SupersededBy),
        ("Прихваћено\n\nЗамењује ADR-7", Supersedes),
        ("Прихваћено\n\nДопуњује ADR-7", Extends),
        ("Nadomeščeno z ADR-7", SupersededBy),
        ("Sprejeto\n\nNadomešča ADR-7", Supersedes),
        ("Sprejeto\n\nDopolnjuje ADR-7", Extends),
        ("Заменено с ADR-7", SupersededBy),
        ("Заменена от ADR-7", SupersededBy),
        ("Прието\n\nЗаменя ADR-7", Supersedes),
        ("Прието\n\nПроменя ADR-7", Amends),
        ("Substituït per ADR-7", SupersededBy),
        ("Acceptada\n\nSubstitueix ADR-7", Supersedes),
        ("Acceptada\n\nAmplia ADR-7", Extends),
    ] {
        assert_eq!(relations(&format!("## Status\n\n{text}")), [(kind, 7)], "{text}");
    }
}

#[test]
fn labels_and_names_of_months_are_read() {
    for text in [
        "- **Status:** Prihvaćeno\n- **Datum:** 5. ožujka 2024.",
        "- **Status:** Prihvaćeno\n- **Datum odluke:** 5. marta 2024.",
        "- **Статус:** Прихваћено\n- **Датум:** 5. марта 2024.",
        "- **Stanje:** Sprejeto\n- **Datum:** 5. marec 2024",
        "- **Статус:** Прието\n- **Дата:** 5 март 2024 г.",
        "- **Estat:** Acceptat\n- **Data:** 5 de març de 2024",
    ] {
        let record = record(text);
        assert_eq!(record.status.map(|status| status.value), Some(Status::Accepted), "{text}");
        let date = record.date.map(|date| date.value.to_string());
        assert_eq!(date.as_deref(), Some("2024-03-05"), "{text}");
    }
}

#[test]
fn sections_are_known_by_their_headings() {
    let parts = [Part::Context, Part::Decision, Part::Consequences, Part::Options];
    for headings in [
        ["Kontekst", "Odluka", "Posljedice", "Razmatrane opcije"],
        ["Kontekst", "Odluka", "Posledice", "Razmatrane opcije"],
        ["Контекст", "Одлука", "Последице", "Разматране опције"],
        ["Ozadje", "Odločitev", "Posledice", "Obravnavane možnosti"],
        ["Контекст", "Решение", "Последици", "Разгледани варианти"],
        ["Context", "Decisió", "Conseqüències", "Opcions considerades"],
    ] {
        let known = words::Vocabulary::known();
        let found = headings.map(|heading| known.whole::<Part>(heading).map(|it| it.meaning));
        assert_eq!(found, parts.map(Some), "{headings:?}");
    }
}

#[test]
fn an_index_is_called_so_in_any_language() {
    for name in ["INDICE", "índice", "Inhaltsverzeichnis", "目次", "00-SOMMAIRE", "ADR-indice"] {
        assert!(read::is_index(name), "{name}");
    }
    for name in ["indices-for-queries", "0001-indice", "uebersicht-der-kosten"] {
        assert!(!read::is_index(name), "{name}");
    }
}
