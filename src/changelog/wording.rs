//! The words that headings, columns and blank cells of change logs use, in the languages met.

use super::{Field, Subject};

/// How much a heading alone says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// The section may be a log: its rows must say so themselves.
    Weak,
    /// The section is a log, whatever stands in it.
    Strong,
}

const MILESTONES: &[&str] = &["implementation history", "implementation log", "milestones"];

const REVIEWS: &[&str] = &[
    "reviews",
    "review",
    "review history",
    "reviewers",
    "approvals",
    "approval",
    "approval history",
    "sign off",
    "sign offs",
    "signoff",
    "signoffs",
    "freigabe",
    "freigaben",
    "freigabehistorie",
    "approbations",
    "aprobaciones",
];

const STRONG: &[&str] = &[
    "changelog",
    "change log",
    "change history",
    "changes history",
    "history of changes",
    "changelog history",
    "revision history",
    "revisions history",
    "revision log",
    "revision table",
    "revision record",
    "record of changes",
    "record of revisions",
    "document history",
    "document revision history",
    "document change history",
    "document change log",
    "document revisions",
    "document changelog",
    "version history",
    "versions history",
    "version log",
    "version control history",
    "edit history",
    "amendment history",
    "adr history",
    "spec history",
    "specification history",
    "update history",
    "modification history",
    // German
    "änderungshistorie",
    "änderungsverlauf",
    "änderungsprotokoll",
    "änderungsverzeichnis",
    "änderungsnachweis",
    "änderungsübersicht",
    "änderungslog",
    "dokumenthistorie",
    "dokumentenhistorie",
    "dokumentverlauf",
    "versionshistorie",
    "versionsverlauf",
    "versionsübersicht",
    "revisionshistorie",
    "revisionsverlauf",
    "revisionsverzeichnis",
    "historie der änderungen",
    // French
    "historique du document",
    "historique des modifications",
    "historique des changements",
    "historique des versions",
    "historique des révisions",
    "historique de révision",
    "journal des modifications",
    "journal des changements",
    "suivi des modifications",
    "suivi des versions",
    // Spanish, Portuguese, Italian
    "historial de cambios",
    "historial de revisiones",
    "historial de versiones",
    "historial del documento",
    "control de cambios",
    "registro de cambios",
    "histórico de alterações",
    "histórico de revisões",
    "histórico de versões",
    "histórico de mudanças",
    "histórico do documento",
    "registro de alterações",
    "registo de alterações",
    "cronologia delle modifiche",
    "cronologia delle revisioni",
    "storico delle modifiche",
    "storico delle revisioni",
    "registro delle modifiche",
    "storia del documento",
    // Dutch, Scandinavian, Polish, Czech, Russian
    "wijzigingsgeschiedenis",
    "documentgeschiedenis",
    "versiegeschiedenis",
    "revisiegeschiedenis",
    "wijzigingshistorie",
    "documenthistorie",
    "versiehistorie",
    "ändringshistorik",
    "ändringslogg",
    "dokumenthistorik",
    "versionshistorik",
    "versjonshistorikk",
    "endringslogg",
    "historia zmian",
    "historia dokumentu",
    "historia wersji",
    "rejestr zmian",
    "historie změn",
    "historie verzí",
    "история изменений",
    "история версий",
    "журнал изменений",
    "история документа",
    // Chinese, Japanese, Korean
    "变更记录",
    "变更历史",
    "变更日志",
    "修订历史",
    "修订记录",
    "修改记录",
    "修改历史",
    "版本历史",
    "版本记录",
    "更新日志",
    "更新记录",
    "更新历史",
    "文档历史",
    "變更記錄",
    "變更紀錄",
    "修訂記錄",
    "修訂歷史",
    "版本歷史",
    "更新日誌",
    "変更履歴",
    "改訂履歴",
    "更新履歴",
    "改版履歴",
    "版数管理",
    "변경 이력",
    "변경이력",
    "개정 이력",
    "개정이력",
    "변경 내역",
    "문서 이력",
    "버전 이력",
];

const WEAK: &[&str] = &[
    "history",
    "changes",
    "change",
    "revisions",
    "revision",
    "versions",
    "version",
    "updates",
    "timeline",
    "log",
    "document version",
    "document versions",
    "document control",
    "document maintenance",
    "version control",
    "release history",
    "releases",
    "release notes",
    "historie",
    "änderungen",
    "versionen",
    "verlauf",
    "dokumentversion",
    "dokumentversionen",
    "dokumentenlenkung",
    "versionierung",
    "historique",
    "versions du document",
    "modifications",
    "historial",
    "cambios",
    "histórico",
    "alterações",
    "cronologia",
    "modifiche",
    "geschiedenis",
    "wijzigingen",
    "historik",
    "zmiany",
    "история",
    "изменения",
    "历史",
    "歷史",
    "履歴",
    "이력",
];

/// What a heading announces, if anything.
pub(super) fn heading(text: &str) -> Option<(Subject, Strength)> {
    segments(text).into_iter().filter_map(|segment| announced(&segment)).max_by_key(|found| found.1)
}

fn announced(words: &str) -> Option<(Subject, Strength)> {
    let any = |list: &[&str]| list.contains(&words);
    if any(STRONG) {
        Some((Subject::Changes, Strength::Strong))
    } else if any(MILESTONES) {
        let strength = if words == "milestones" { Strength::Weak } else { Strength::Strong };
        Some((Subject::Milestones, strength))
    } else if any(REVIEWS) {
        Some((Subject::Reviews, Strength::Weak))
    } else if any(WEAK) {
        Some((Subject::Changes, Strength::Weak))
    } else {
        None
    }
}

/// The parts of a heading that may be its name: `Appendix B: Change Log` is called "change log".
fn segments(text: &str) -> Vec<String> {
    let cuts = |c: char| matches!(c, ':' | '/' | '|' | '–' | '—' | '(' | '[' | '.' | '：' | '（');
    let spaced = text.replace(" - ", " – ").replace(" & ", "/").replace(" and ", "/");
    std::iter::once(folded(text))
        .chain(spaced.split(cuts).map(folded))
        .filter(|segment| !segment.is_empty())
        .collect()
}

/// Lower case, letters only: numbers, marks and emoji at the ends go, hyphens become spaces.
pub(super) fn folded(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .filter(|word| !word.is_empty())
        .skip_while(|word| word.chars().all(|c| c.is_ascii_digit()))
        .collect::<Vec<_>>();
    words.join(" ")
}

const DATE: &[&str] = &[
    "date",
    "dates",
    "when",
    "day",
    "change date",
    "date of change",
    "revision date",
    "release date",
    "issue date",
    "date of issue",
    "date changed",
    "date modified",
    "date updated",
    "effective date",
    "update date",
    "published",
    "review date",
    "released",
    "datum",
    "änderungsdatum",
    "erstellungsdatum",
    "stand",
    "date de modification",
    "fecha",
    "data",
    "dato",
    "дата",
    "datę",
    "日期",
    "时间",
    "修订日期",
    "更新日期",
    "変更日",
    "改訂日",
    "更新日",
    "日付",
    "날짜",
    "일자",
    "작성일",
];

const VERSION: &[&str] = &[
    "version",
    "versions",
    "ver",
    "v",
    "vers",
    "rev",
    "revision",
    "release",
    "document version",
    "doc version",
    "version number",
    "version no",
    "version nr",
    "rev no",
    "revision number",
    "revision no",
    "versionsnummer",
    "versionsnr",
    "dokumentversion",
    "ausgabe",
    "révision",
    "versión",
    "revisión",
    "versão",
    "revisão",
    "versione",
    "revisione",
    "versie",
    "wersja",
    "verze",
    "utgåva",
    "versjon",
    "версия",
    "ревизия",
    "版本",
    "版本号",
    "版數",
    "版数",
    "版",
    "バージョン",
    "버전",
    "issue",
];

const AUTHOR: &[&str] = &[
    "author",
    "authors",
    "author s",
    "by",
    "editor",
    "editors",
    "changed by",
    "modified by",
    "updated by",
    "prepared by",
    "revised by",
    "written by",
    "created by",
    "author name",
    "who",
    "contributor",
    "contributors",
    "author editor",
    "owner",
    "name",
    "autor",
    "autoren",
    "autorin",
    "autor in",
    "verfasser",
    "bearbeiter",
    "ersteller",
    "geändert von",
    "erstellt von",
    "verantwortlich",
    "auteur",
    "auteurs",
    "rédacteur",
    "autores",
    "autor es",
    "autore",
    "autori",
    "redactor",
    "автор",
    "авторы",
    "作者",
    "修改人",
    "修订人",
    "编写人",
    "作成者",
    "著者",
    "更新者",
    "変更者",
    "担当",
    "担当者",
    "작성자",
    "수정자",
];

const REVIEWER: &[&str] = &[
    "reviewed by",
    "reviewer",
    "reviewers",
    "approved by",
    "approver",
    "approvers",
    "signed by",
    "signed off by",
    "sign off",
    "signature",
    "genehmigt durch",
    "genehmigt von",
    "freigegeben von",
    "geprüft von",
    "prüfer",
    "approuvé par",
    "aprobado por",
    "revisado por",
    "aprovado por",
];

const CHANGES: &[&str] = &[
    "change",
    "changes",
    "description",
    "descriptions",
    "description of change",
    "description of changes",
    "change description",
    "changes description",
    "summary",
    "summary of change",
    "summary of changes",
    "change summary",
    "detail",
    "details",
    "comment",
    "comments",
    "note",
    "notes",
    "remark",
    "remarks",
    "revision history",
    "change history",
    "changes made",
    "what changed",
    "what",
    "modification",
    "modifications",
    "update",
    "updates",
    "revision description",
    "description of revision",
    "nature of change",
    "reason for change",
    "reason for changes",
    "content",
    "änderung",
    "änderungen",
    "art der änderung",
    "beschreibung",
    "beschreibung der änderung",
    "änderungsbeschreibung",
    "bemerkung",
    "bemerkungen",
    "kommentar",
    "inhalt",
    "changement",
    "changements",
    "détail",
    "détails",
    "commentaire",
    "commentaires",
    "objet",
    "description des modifications",
    "nature des modifications",
    "descripción",
    "cambio",
    "cambios",
    "comentarios",
    "modificaciones",
    "descrição",
    "alteração",
    "alterações",
    "mudanças",
    "modifiche",
    "modifica",
    "descrizione",
    "wijziging",
    "wijzigingen",
    "omschrijving",
    "beschrijving",
    "zmiany",
    "opis",
    "ändring",
    "ändringar",
    "beskrivning",
    "endring",
    "endringer",
    "изменения",
    "изменение",
    "описание",
    "变更内容",
    "修改内容",
    "修订内容",
    "更新内容",
    "变更说明",
    "修改说明",
    "描述",
    "说明",
    "内容",
    "更改",
    "変更内容",
    "改訂内容",
    "変更点",
    "説明",
    "변경 내용",
    "내용",
    "설명",
    "변경사항",
];

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// A field of an entry.
    Field(Field),
    /// Who signed.
    Reviewer,
}

/// What the header of a column announces, if anything.
pub(super) fn column(text: &str) -> Option<Column> {
    let bare = text.split(['(', '[', '（']).next().unwrap_or_default();
    let name = folded(bare);
    let any = |list: &[&str]| list.contains(&name.as_str());
    if any(DATE) {
        Some(Column::Field(Field::Date))
    } else if any(VERSION) {
        Some(Column::Field(Field::Version))
    } else if any(REVIEWER) {
        Some(Column::Reviewer)
    } else if any(AUTHOR) {
        Some(Column::Field(Field::Author))
    } else if any(CHANGES) {
        Some(Column::Field(Field::Changes))
    } else {
        None
    }
}

/// A release that is still to come.
pub(super) fn is_unreleased(text: &str) -> bool {
    matches!(
        folded(text).as_str(),
        "unreleased"
            | "unveröffentlicht"
            | "non publié"
            | "sin publicar"
            | "não publicado"
            | "next"
            | "upcoming"
            | "head"
            | "main"
            | "master"
            | "未发布"
            | "未リリース"
            | "미출시"
    )
}

/// What stands in a cell that was left open: nothing, `-`, `TBD`, `n/a`.
pub(super) fn is_blank(text: &str) -> bool {
    let text = text.trim();
    let marks = text.chars().all(|c| !c.is_alphanumeric() && !matches!(c, '{' | '<' | '['));
    marks
        || matches!(
            text.trim_matches(['(', ')', '.', ':', '*']).to_lowercase().as_str(),
            "tbd" | "tba" | "tbc" | "n/a" | "na" | "none" | "todo" | "offen" | "k.a" | "xx" | "xxx"
        )
}

/// What a template left to be replaced: `[NAME]`, `{author}`, `<date>`, `{{ meta.author }}`, `TODO`,
/// or the name of the field itself.
pub(super) fn is_placeholder(text: &str) -> bool {
    let text = text.trim().trim_matches('*').trim();
    let fences = [("[", "]"), ("{", "}"), ("<", ">"), ("&lt;", "&gt;"), ("$", "$")];
    let fenced = fences.iter().any(|(open, close)| {
        text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).is_some_and(|inner| {
            !inner.is_empty() && !inner.contains(close) && !inner.starts_with(['@', '#'])
        })
    });
    let variable =
        text.starts_with("{{") && text.ends_with("}}") && text.matches("{{").count() == 1;
    let word = text.to_lowercase();
    fenced
        || variable
        || word.is_empty()
        || is_blank(text)
        || matches!(
            word.as_str(),
            "name"
                | "names"
                | "date"
                | "author"
                | "your name"
                | "author name"
                | "version"
                | "description"
                | "changes"
                | "datum"
                | "autor"
                | "beschreibung"
                | "…"
                | "..."
                | "x.y"
                | "x.y.z"
                | "x.x"
                | "x.x.x"
                | "vx.y"
                | "vx.y.z"
        )
}
