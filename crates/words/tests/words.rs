//! The shipped words, through the eyes of the readers.

use mdbook_archdoc_words::{
    Answer, ClauseRole, Column, Concept, DateWord, Group, Instruction, Label, Language, Languages,
    LogTitle, LogWord, Meaning, Month, OwnWords, Part, PathWord, Place, Placeholder, Reference,
    RelationVerb, Stage, Status, Vocabulary, Weekday, folded, plain, wording_or_english,
};

fn words() -> &'static Vocabulary {
    Vocabulary::known()
}

/// The words that do not mean what their file says: alone, and at the start of a sentence.
fn lost<M: Meaning>() -> Vec<String> {
    let lost = Vocabulary::words::<M>().filter_map(|(meaning, language, word)| {
        let sentence = format!("{word}, 7");
        let reached =
            words().starts(meaning, &sentence).is_some_and(|found| found.len == word.len());
        // Signs end a word in running text: such words are labels and headings only.
        let signs = word.contains(|c: char| !c.is_alphanumeric() && !"' -・’".contains(c));
        let whole = words().whole::<M>(word);
        let alone = words().is(meaning, word)
            && (M::CATEGORY.has_roles()
                || whole.is_some_and(|whole| {
                    whole.meaning == meaning && whole.languages.contains(language)
                }));
        let place = format!("{language} {}.{meaning}: {word} is {whole:?}", M::CATEGORY);
        (!(reached || signs) || !alone).then_some(place)
    });
    lost.collect()
}

#[test]
fn vietnamese_without_its_accents_is_no_word_of_others() {
    // "nên", "và", "đây", "hay", "thẻ", "số".
    let vietnamese = Language::from_tag("vi").expect("the file");
    for text in ["The hay of the day", "Se pesa y hay dos", "Neu, da und hier", "Ça va"] {
        let mut found = words().find::<ClauseRole>(text);
        assert!(!found.any(|(_, found)| found.languages.contains(vietnamese)), "{text}");
    }
    assert!(!words().is(Label::Tags, "the"));
    assert!(words().is(Concept::Security, "Bảo mật"));
    assert!(words().is(Status::Accepted, "Disetujui"));
}

#[test]
fn some_words_for_and_join_only_as_they_are_written() {
    assert_eq!(words().at_and("Tech stack và thư viện"), ["Tech stack ", "thư viện"]);
    assert_eq!(words().at_and("Risiko dan utang teknis"), ["Risiko ", "utang teknis"]);
    assert_eq!(words().at_and("Où va la donnée").len(), 1);
    assert_eq!(words().at_and("Interview with Dan North").len(), 1);
}

#[test]
fn small_words_of_one_language_are_none_of_others() {
    // Slovenian "in" (and), "ali" (or), "bo" (will), Croatian "dio" (part), Catalan "cap" (none),
    // "com" (how), "on" (where) and "any" (year).
    let is = |clause, text| words().mentions::<ClauseRole>(clause, text).is_some();
    assert!(!is(ClauseRole::And, "Rules in force"));
    assert!(!is(ClauseRole::Or, "Decided by Ali"));
    assert!(!is(ClauseRole::Plan, "Approved by Bo"));
    assert!(!is(ClauseRole::Part, "Se dio por aceptada"));
    assert!(!is(ClauseRole::Negation, "The CAP theorem"));
    assert!(!words().is(Instruction::Question, "on") && !words().is(Instruction::Question, "com"));
    assert!(!words().is(DateWord::Year, "any"));
}

#[test]
fn every_word_is_found_again() {
    let lost = [
        lost::<Status>(),
        lost::<Stage>(),
        lost::<RelationVerb>(),
        lost::<ClauseRole>(),
        lost::<Answer>(),
        lost::<Label>(),
        lost::<Part>(),
        lost::<LogTitle>(),
        lost::<Column>(),
        lost::<Group>(),
        lost::<LogWord>(),
        lost::<Month>(),
        lost::<Weekday>(),
        lost::<DateWord>(),
        lost::<Placeholder>(),
        lost::<Instruction>(),
        lost::<Reference>(),
        lost::<PathWord>(),
        lost::<Concept>(),
    ];
    assert_eq!(lost.concat(), [""; 0]);
}

#[test]
fn a_first_look_misses_no_word() {
    for (_, _, word) in Vocabulary::words::<LogTitle>() {
        let spellings = [
            word.to_owned(),
            plain(&folded(word)),
            word.replace(' ', ""),
            word.replace(' ', " / "),
            format!("2.1 {word}: Atlas"),
            format!("Atlas ({word})"),
        ];
        for text in spellings {
            let is_found = words().whole::<LogTitle>(&text).is_some()
                || words().find::<LogTitle>(&text).next().is_some();
            assert!(!is_found || words().may_mention::<LogTitle>(&text), "{text}");
        }
    }
    assert!(!words().may_mention::<LogTitle>("Quartz xylophones"));
}

#[test]
fn a_status_ends_where_words_end() {
    let at = |text| words().at_start::<Status>(text).map(|found| (found.meaning, found.len));
    assert_eq!(at("Accepted (lazy)"), Some((Status::Accepted, 8)));
    assert_eq!(at("IN-REVIEW"), Some((Status::Proposed, 9)));
    assert_eq!(at("onHold since May"), Some((Status::OnHold, 6)));
    assert_eq!(at("acceptedly"), None);
    assert_eq!(at("提议中的"), Some((Status::Proposed, 9)));
    assert_eq!(at("depreciated"), None);
    assert_eq!(at("no longer valid: see 3"), Some((Status::Deprecated, 15)));
    let found: Vec<_> = words().find::<Status>("Draft/Accepted | superseded").collect();
    let found: Vec<_> = found.iter().map(|(range, found)| (range.start, found.meaning)).collect();
    assert_eq!(found, [(0, Status::Draft), (6, Status::Accepted), (17, Status::Superseded)]);
}

#[test]
fn spelling_of_a_label_does_not_matter() {
    for label in ["⚡ Status", "STATUS:", "1. Status", "状态", "ステータス", "Статус"]
    {
        assert_eq!(words().whole(label).map(|found| found.meaning), Some(Label::Status), "{label}");
    }
    for label in ["Superseded by:", "superseded-by", "supersededBy", "SUPERCEDED BY"] {
        let whole = words().whole(label).map(|found| found.meaning);
        assert_eq!(whole, Some(RelationVerb::SupersededBy), "{label}");
    }
    for label in ["状态 (Status)", "Status / 状态", "Status（状态）", "Status (of this record)"]
    {
        let glossed = words().glossed(label).map(|found| found.meaning);
        assert_eq!(glossed, Some(Label::Status), "{label}");
    }
    assert_eq!(words().glossed::<Label>("Status / Date"), None);
    assert_eq!(words().whole::<Label>("Nothing that we know"), None);
    assert_eq!(words().whole::<Label>("12"), None);
}

#[test]
fn umlauts_are_written_in_three_ways() {
    for title in ["Änderungshistorie", "Aenderungshistorie", "ANDERUNGS-HISTORIE"] {
        let strength = words().whole::<LogTitle>(title).map(|found| found.meaning);
        assert_eq!(strength, Some(LogTitle::Strong), "{title}");
    }
    assert!(words().starts(ClauseRole::Past, "wurde ersetzt").is_some());
    assert!(words().starts(ClauseRole::Past, "würde ersetzt").is_none());
}

#[test]
fn a_relation_says_where_the_other_record_is_named() {
    let one = |text| words().relations(text).next().unwrap_or_else(|| panic!("{text}"));
    let split = one("Superseded in part by ADR-7");
    assert_eq!((split.relation, split.verb), (RelationVerb::SupersededBy, 0..10));
    let remark = &"Superseded in part by ADR-7"[split.remark.unwrap()];
    assert!(words().mentions(ClauseRole::Part, remark).is_some());
    assert_eq!((split.second, split.target), (Some(19..21), Place::Behind));
    let inside = one("已被 ADR-6 取代");
    let Place::Inside(target) = inside.target else { panic!("{:?}", inside.target) };
    assert_eq!(
        (inside.relation, &"已被 ADR-6 取代"[target]),
        (RelationVerb::SupersededBy, " ADR-6 ")
    );
    let all: Vec<_> =
        words().relations("supersedes ADR-4, amends ADR-3").map(|one| one.relation).collect();
    assert_eq!(all, [RelationVerb::Supersedes, RelationVerb::Amends]);
}

#[test]
fn a_books_own_words_come_first() {
    let mut own = OwnWords::default();
    own.add(Status::Accepted, "active duty").unwrap();
    own.add(RelationVerb::SupersededBy, "ousted ~ by").unwrap();
    own.add_named("record-section", "consequences", "Fallout").unwrap().unwrap();
    assert!(own.add_named("record-section", "fallout", "Fallout").is_none());
    assert!(own.add(Status::Draft, "(").is_err());
    let words = Vocabulary::with(own);
    let found = words.at_start::<Status>("Active duty since May").unwrap();
    assert_eq!((found.meaning, found.len), (Status::Accepted, 11));
    assert!(found.languages.is_empty());
    assert_eq!(words.whole("Fallout").map(|found| found.meaning), Some(Part::Consequences));
    let ousted = words.relations("Ousted (mostly) by ADR-9").next().unwrap();
    assert_eq!((ousted.relation, ousted.second), (RelationVerb::SupersededBy, Some(16..18)));
    assert_eq!(words.at_start("Draft").map(|found| found.meaning), Some(Status::Draft));
}

#[test]
fn headings_are_written_in_the_documents_language() {
    let german = Language::from_tag("de-AT").unwrap();
    assert_eq!(Vocabulary::wording(Part::Consequences, german), Some("Konsequenzen"));
    assert_eq!(wording_or_english(Concept::Glossary, Some(german)), "Glossar");
    assert_eq!(wording_or_english(Concept::Glossary, None), "Glossary");
    assert_eq!(Language::from_tag("zh_TW").map(Language::tag), Some("zh-Hant"));
    assert_eq!(Language::from_tag("zh-CN").map(Language::tag), Some("zh-Hans"));
    for (tag, file) in
        [("sr_RS", "sr"), ("sr-Cyrl", "sr"), ("sr-Latn-RS", "sr-Latn"), ("sh", "sr-Latn")]
    {
        assert_eq!(Language::from_tag(tag).map(Language::tag), Some(file), "{tag}");
    }
    assert_eq!(Language::from_tag("tlh"), None);
    let heading = Vocabulary::languages_of::<Concept>("Glossar");
    assert!(heading.contains(german) && !heading.contains(Language::ENGLISH));
}

#[test]
fn chapters_of_an_architecture_are_known_by_their_headings() {
    let chapters = [
        Concept::IntroductionAndGoals,
        Concept::Constraints,
        Concept::SolutionStrategy,
        Concept::Security,
        Concept::Glossary,
    ];
    for headings in [
        ["Uvod i ciljevi", "Ograničenja", "Strategija rješenja", "Sigurnost", "Pojmovnik"],
        ["Uvod i ciljevi", "Ograničenja", "Strategija rešenja", "Bezbednost", "Rečnik pojmova"],
        ["Увод и циљеви", "Ограничења", "Стратегија решења", "Безбедност", "Речник појмова"],
        ["Uvod in cilji", "Omejitve", "Strategija rešitve", "Varnost", "Slovar pojmov"],
        ["Въведение и цели", "Ограничения", "Стратегия на решението", "Сигурност", "Речник"],
        ["Εισαγωγή και στόχοι", "Περιορισμοί", "Στρατηγική λύσης", "Ασφάλεια", "Γλωσσάρι"],
        [
            "Giới thiệu và mục tiêu",
            "Ràng buộc",
            "Chiến lược giải pháp",
            "Bảo mật",
            "Bảng thuật ngữ",
        ],
        ["Pendahuluan dan tujuan", "Batasan", "Strategi solusi", "Keamanan", "Glosarium"],
        ["المقدمة والأهداف", "القيود", "استراتيجية الحل", "الأمان", "مسرد المصطلحات"],
        ["מבוא ומטרות", "אילוצים", "אסטרטגיית הפתרון", "אבטחה", "מילון מונחים"],
        ["مقدمه و اهداف", "محدودیت‌ها", "راهبرد راه‌حل", "امنیت", "واژه‌نامه"],
        [
            "Introducció i objectius",
            "Restriccions",
            "Estratègia de solució",
            "Seguretat",
            "Glossari",
        ],
    ] {
        let found = headings.map(|heading| words().whole(heading).map(|found| found.meaning));
        assert_eq!(found, chapters.map(Some), "{headings:?}");
    }
}

#[test]
fn chapters_of_operations_are_known_by_their_headings() {
    let chapters = [
        Concept::Backup,
        Concept::LoadTesting,
        Concept::OpenQuestions,
        Concept::Pipeline,
        Concept::Slo,
    ];
    for headings in [
        "Sao lưu dữ liệu|Kiểm thử tải|Các câu hỏi mở|Tích hợp liên tục|Thỏa thuận mức dịch vụ",
        "Pencadangan data|Uji beban|Isu terbuka|Integrasi berkelanjutan|Perjanjian tingkat layanan",
        "Εφεδρικά αντίγραφα|Δοκιμές φόρτου|Εκκρεμότητες|Συνεχής παράδοση|Συμφωνία επιπέδου υπηρεσιών",
        "Резервни копия|Тестове за натоварване|Отворени въпроси|Непрекъсната интеграция|Нива на обслужване",
        "Còpies de seguretat|Proves de càrrega|Preguntes obertes|Integració contínua|Nivells de servei",
        "Sigurnosne kopije|Testovi opterećenja|Otvorena pitanja|Kontinuirana integracija|Razine usluge",
        "Rezervne kopije|Testovi opterećenja|Otvorena pitanja|Kontinuirana integracija|Nivoi usluge",
        "Резервне копије|Тестови оптерећења|Отворена питања|Континуирана интеграција|Нивои услуге",
        "Varnostne kopije|Testi obremenitve|Odprta vprašanja|Neprekinjena integracija|Ravni storitev",
        "النسخ الاحتياطي|اختبارات الحمل|أسئلة مفتوحة|التكامل المستمر|اتفاقية مستوى الخدمة",
        "גיבוי|בדיקות עומס|שאלות פתוחות|אינטגרציה רציפה|הסכם רמת שירות",
        "پشتیبان‌گیری|تست بار|پرسش‌های باز|یکپارچه‌سازی مداوم|توافق‌نامه سطح خدمات",
    ] {
        let found = headings.split('|').map(|heading| words().whole(heading));
        let found: Vec<_> = found.map(|found| found.map(|found| found.meaning)).collect();
        assert_eq!(found, chapters.map(Some), "{headings}");
    }
}

#[test]
fn letters_tell_serbian_from_bulgarian_and_russian() {
    let tags = |text| Languages::by_letters(text).iter().map(Language::tag).collect::<Vec<_>>();
    assert_eq!(tags("Посљедице одлуке"), ["sr"]);
    assert_eq!(tags("Въведение"), ["bg", "ru"]);
    assert_eq!(tags("Обзор системы"), ["ru"]);
    assert_eq!(tags("Kontekst"), [""; 0]);
}

#[test]
fn months_have_numbers() {
    for (word, number) in [("März", 3), ("Mar", 3), ("DEZEMBER", 12), ("января", 1)] {
        let month = words().whole::<Month>(word).map(|found| found.meaning.number());
        assert_eq!(month, Some(number), "{word}");
    }
}
