//! What the columns of change logs are called, folded, with `; ` between the names.

/// When.
pub(super) const DATE: &str = "\
    date; dates; when; day; change date; date of change; revision date; release date; issue \
    date; date of issue; date changed; date modified; date updated; effective date; update \
    date; published; review date; released; datum; änderungsdatum; erstellungsdatum; stand; \
    date de modification; fecha; data; dato; дата; datę; 日期; 时间; 修订日期; 更新日期; 変更日; 改訂日; 更新日; \
    日付; 날짜; 일자; 작성일";

/// Which version.
pub(super) const VERSION: &str = "\
    version; versions; ver; v; vers; rev; revision; release; document version; doc version; \
    version number; version no; version nr; rev no; revision number; revision no; \
    versionsnummer; versionsnr; dokumentversion; ausgabe; révision; versión; revisión; versão; \
    revisão; versione; revisione; versie; wersja; verze; utgåva; versjon; версия; ревизия; 版本; \
    版本号; 版數; 版数; 版; バージョン; 버전; issue";

/// Who.
pub(super) const AUTHOR: &str = "\
    author; authors; author s; by; editor; editors; changed by; modified by; updated by; \
    prepared by; revised by; written by; created by; author name; who; contributor; \
    contributors; author editor; owner; name; autor; autoren; autorin; autor in; verfasser; \
    bearbeiter; ersteller; geändert von; erstellt von; verantwortlich; auteur; auteurs; \
    rédacteur; autores; autor es; autore; autori; redactor; автор; авторы; 作者; 修改人; 修订人; 编写人; \
    作成者; 著者; 更新者; 変更者; 担当; 担当者; 작성자; 수정자";

/// Who signed.
pub(super) const REVIEWER: &str = "\
    reviewed by; reviewer; reviewers; approved by; approver; approvers; signed by; signed off \
    by; sign off; signature; genehmigt durch; genehmigt von; freigegeben von; geprüft von; \
    prüfer; approuvé par; aprobado por; revisado por; aprovado por";

/// What.
pub(super) const CHANGES: &str = "\
    change; changes; description; descriptions; description of change; description of changes; \
    change description; changes description; summary; summary of change; summary of changes; \
    change summary; detail; details; comment; comments; note; notes; remark; remarks; revision \
    history; change history; changes made; what changed; what; modification; modifications; \
    update; updates; revision description; description of revision; nature of change; reason \
    for change; reason for changes; content; änderung; änderungen; art der änderung; \
    beschreibung; beschreibung der änderung; änderungsbeschreibung; bemerkung; bemerkungen; \
    kommentar; inhalt; changement; changements; détail; détails; commentaire; commentaires; \
    objet; description des modifications; nature des modifications; descripción; cambio; \
    cambios; comentarios; modificaciones; descrição; alteração; alterações; mudanças; \
    modifiche; modifica; descrizione; wijziging; wijzigingen; omschrijving; beschrijving; \
    zmiany; opis; ändring; ändringar; beskrivning; endring; endringer; изменения; изменение; \
    описание; 变更内容; 修改内容; 修订内容; 更新内容; 变更说明; 修改说明; 描述; 说明; 内容; 更改; 変更内容; 改訂内容; 変更点; 説明; 변경 내용; \
    내용; 설명; 변경사항";
