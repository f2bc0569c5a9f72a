//! Change logs in languages that no other test speaks.

use super::{entries, logs};
use crate::changelog::Release;

#[test]
fn titles_and_columns_are_known() {
    for (title, header) in [
        ("Povijest promjena", "Verzija | Datum | Autor | Promjene"),
        ("Istorija izmena", "Verzija | Datum | Autor | Opis izmene"),
        ("Историја промена", "Верзија | Датум | Аутор | Опис"),
        ("Zgodovina sprememb", "Različica | Datum | Avtor | Spremembe"),
        ("История на промените", "Версия | Дата | Автор | Описание на промяната"),
        ("Historial de canvis", "Versió | Data | Autora | Canvis"),
    ] {
        let text =
            format!("## {title}\n\n| {header} |\n|-|-|-|-|\n| 1.0 | 2020-01-31 | Ann | A |\n");
        assert_eq!(entries(&text), ["2020-01-31 | 1.0 | Ann | A"], "{title}");
    }
}

#[test]
fn what_is_not_out_yet_and_the_groups_are_known() {
    for (title, unreleased, added) in [
        ("Popis promjena", "Neobjavljeno", "Dodano"),
        ("Istorija promena", "Neobjavljeno", "Dodato"),
        ("Историја промена", "Необјављено", "Додато"),
        ("Dnevnik sprememb", "Neobjavljeno", "Dodano"),
        ("Дневник на промените", "Неиздадено", "Добавено"),
        ("Registre de canvis", "No publicat", "Afegit"),
    ] {
        let text = format!(
            "# {title}\n\n## [{unreleased}]\n\n### {added}\n\n- B\n\n## [1.0.0] - 2020-01-31\n\n### {added}\n\n- A\n"
        );
        let expected = [
            format!("- | {unreleased} | - | **{added}:** B"),
            format!("2020-01-31 | 1.0.0 | - | **{added}:** A"),
        ];
        assert_eq!(entries(&text), expected, "{title}");
        assert_eq!(logs(&text)[0].entries[0].release, Release::Unreleased, "{title}");
    }
}
