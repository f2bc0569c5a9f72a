//! What sections with change logs are called, folded, with `; ` between the names.

/// A section that is the history of what a document proposes.
pub(super) const MILESTONES: &str = "\
    implementation history; implementation log";

/// A section that may be one, and may also be a plan.
pub(super) const PLANS: &str = "milestones; timeline";

/// A section where people sign.
pub(super) const REVIEWS: &str = "\
    reviews; review; review history; reviewers; approvals; approval; approval history; sign \
    off; sign offs; signoff; signoffs; freigabe; freigaben; freigabehistorie; approbations; \
    aprobaciones";

/// A section that can be nothing but a log.
pub(super) const STRONG: &str = "\
    changelog; change log; change history; changes history; history of changes; changelog \
    history; revision history; revisions history; revision log; revision table; revision \
    record; record of changes; record of revisions; document history; document revision \
    history; document change history; document change log; document revisions; document \
    changelog; version history; versions history; version log; version control history; edit \
    history; amendment history; adr history; spec history; specification history; update \
    history; modification history; änderungshistorie; änderungsverlauf; änderungsprotokoll; \
    änderungsverzeichnis; änderungsnachweis; änderungsübersicht; änderungslog; \
    dokumenthistorie; dokumentenhistorie; dokumentverlauf; versionshistorie; versionsverlauf; \
    versionsübersicht; revisionshistorie; revisionsverlauf; revisionsverzeichnis; historie der \
    änderungen; historique du document; historique des modifications; historique des \
    changements; historique des versions; historique des révisions; historique de révision; \
    journal des modifications; journal des changements; suivi des modifications; suivi des \
    versions; historial de cambios; historial de revisiones; historial de versiones; historial \
    del documento; control de cambios; registro de cambios; histórico de alterações; histórico \
    de revisões; histórico de versões; histórico de mudanças; histórico do documento; registro \
    de alterações; registo de alterações; cronologia delle modifiche; cronologia delle \
    revisioni; storico delle modifiche; storico delle revisioni; registro delle modifiche; \
    storia del documento; wijzigingsgeschiedenis; documentgeschiedenis; versiegeschiedenis; \
    revisiegeschiedenis; wijzigingshistorie; documenthistorie; versiehistorie; \
    ändringshistorik; ändringslogg; dokumenthistorik; versionshistorik; versjonshistorikk; \
    endringslogg; historia zmian; historia dokumentu; historia wersji; rejestr zmian; historie \
    změn; historie verzí; история изменений; история версий; журнал изменений; история \
    документа; 变更记录; 变更历史; 变更日志; 修订历史; 修订记录; 修改记录; 修改历史; 版本历史; 版本记录; 更新日志; 更新记录; 更新历史; 文档历史; \
    變更記錄; 變更紀錄; 修訂記錄; 修訂歷史; 版本歷史; 更新日誌; 変更履歴; 改訂履歴; 更新履歴; 改版履歴; 版数管理; 변경 이력; 변경이력; 개정 이력; \
    개정이력; 변경 내역; 문서 이력; 버전 이력";

/// A section that is a log when its rows say so.
pub(super) const WEAK: &str = "\
    history; changes; change; revisions; revision; versions; version; updates; log; \
    document version; document versions; document control; document maintenance; version \
    control; release history; releases; release notes; historie; änderungen; versionen; \
    verlauf; dokumentversion; dokumentversionen; dokumentenlenkung; versionierung; historique; \
    versions du document; modifications; historial; cambios; histórico; alterações; \
    cronologia; modifiche; geschiedenis; wijzigingen; historik; zmiany; история; изменения; \
    历史; 歷史; 履歴; 이력";
