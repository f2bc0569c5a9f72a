//! The words on a page are of the page's own language.

use readers::settings::Settings;
use words::Language;

use super::{book, shown_in};

/// The chapters' texts as a build shows them in a book of a language.
fn shown(tag: &str, chapters: &[(&str, &str)]) -> Vec<String> {
    let settings = Settings { language: Language::from_tag(tag), ..Settings::default() };
    shown_in(&book(chapters), &settings)
}

/// A proposal to take the place of an accepted record, and the page that shows both.
fn records(headings: [&str; 3], index: &str) -> Vec<(String, String)> {
    let [context, decision, consequences] = headings;
    let record = |title: &str, front: &str| {
        format!(
            "---\n{front}\n---\n# {title}\n\n## {context}\n\nx\n\n## {decision}\n\ny\n\n## {consequences}\n\nz\n"
        )
    };
    let old = record("A", "status: accepted\ndate: 2025-03-01\ndecision-makers: [Ann]");
    let new = record("B", "status: proposed\nsupersedes: [1]");
    let pages =
        [("adr/0001-a.md", old), ("adr/0002-b.md", new), ("adr/README.md", index.to_owned())];
    pages.into_iter().map(|(path, text)| (path.to_owned(), text)).collect()
}

#[test]
fn records_and_indexes_speak_as_their_headings_do() {
    for (headings, title, line, banner, graph) in [
        (
            ["Kontext", "Entscheidung", "Konsequenzen"],
            "Architekturentscheidungen",
            "entschieden von: Ann",
            "Ablösung vorgeschlagen durch [ADR 0002: B](0002-b.md) (vorgeschlagen).",
            ">vorgeschlagen: ersetzt 0001</span>",
        ),
        (
            ["Contexte", "Décision", "Conséquences"],
            "Décisions d'architecture",
            "décidé par : Ann",
            "Remplacement proposé par [ADR 0002: B](0002-b.md) (proposé).",
            ">proposé : remplace 0001</span>",
        ),
        (
            ["コンテキスト", "決定", "影響"],
            "アーキテクチャ決定",
            "決定者：Ann",
            "置き換えの提案：[ADR 0002: B](0002-b.md)（提案中）。",
            ">提案：置き換え対象： 0001</span>",
        ),
    ] {
        let index = format!("# {title}\n\n<<#archdoc adr-index>>\n\n<<#archdoc adr-graph>>\n");
        let chapters = records(headings, &index);
        let chapters: Vec<_> = chapters.iter().map(|(path, text)| (&**path, &**text)).collect();
        let pages = shown("en", &chapters);
        assert!(pages[0].contains(line) && pages[0].contains(banner), "{}", pages[0]);
        assert!(pages[2].contains(graph), "{graph}: {}", pages[2]);
        for english in ["decision record", "accepted", "Status|Date", "The same as"] {
            assert!(!pages[2].contains(english), "{english}: {}", pages[2]);
        }
    }
}

#[test]
fn a_page_that_says_nothing_of_itself_has_the_language_of_the_book() {
    let chapters = [("a.md", "# Kafka\n\n<<#archdoc adr-index>>\n\n<<#archdoc coverage>>\n")];
    let page = |tag: &str| shown(tag, &chapters).remove(0);
    assert!(page("pl").contains("*Brak decyzji do pokazania.*"), "{}", page("pl"));
    assert!(page("zh-TW").contains("沒有文件繫結至範本"), "{}", page("zh-TW"));
    for tag in ["en", "", "el"] {
        assert!(page(tag).contains("*There are no decision records to show.*"), "{}", page(tag));
    }
}

#[test]
fn marks_of_what_is_not_written_speak_as_the_document_does() {
    let text = "<<#archdoc template=\"arc42\">>\n\n# Atlas\n\n## Introduction et Objectifs\n\nTexte.\n\n## Contraintes d'Architecture\n";
    let page = shown("en", &[("a.md", text)]).remove(0);
    assert!(page.contains("**Pas encore rédigé** <small>exigé par le modèle `arc42`"), "{page}");
    assert!(!page.contains("Not written yet") && !page.contains("A good example"), "{page}");
}
