use super::*;
use crate::directive::Kind;
use crate::directive::Position;
use text::source::Source;

fn scanned(text: &str) -> (Vec<String>, Vec<MistakeKind>) {
    let source = Source::new("a.md", text);
    let scan = scan(&Document::parse(&source), &ChangeLogSettings::default());
    let spans = scan.directives.iter().map(|d| source.slice(d.span).to_owned()).collect();
    (spans, scan.mistakes.into_iter().map(|mistake| mistake.kind).collect())
}

#[track_caller]
fn found(text: &str) {
    let (directives, mistakes) = scanned(text);
    assert_eq!(mistakes, [], "{text}");
    assert_eq!(directives.len(), 1, "{text}");
}

#[track_caller]
fn silent(text: &str) {
    assert_eq!(scanned(text), (vec![], vec![]), "{text}");
}

#[track_caller]
fn misplaced(text: &str, position: Position) {
    let (directives, mistakes) = scanned(text);
    assert_eq!(directives, Vec::<String>::new(), "{text}");
    assert_eq!(mistakes, [MistakeKind::Misplaced(position)], "{text}");
}

#[test]
fn alone_on_its_lines() {
    found("<<#archdoc adr-index>>");
    found("# T\n<<#archdoc adr-index>>\n# U\n");
    found("# T\r\n\r\n<<#archdoc adr-index>>\r\n\r\nText\r\n");
    found("text\n\n<<#archdoc\n  template=\"formal\"\n  project=\"a >> b\"\n>>\n\nmore\n");
    found("<<#archdoc adr-index>>\n---\n\ntext\n");
    found("---\nstatus: draft\n---\n<<#archdoc adr-index>>\n");
    found("```\ncode\n```\n<<#archdoc adr-index>>\n");
}

#[test]
fn two_on_neighbouring_lines() {
    let (directives, mistakes) = scanned("<<#archdoc adr-index>>\n<<#archdoc adr-graph>>\n");
    assert_eq!(mistakes.len() + directives.len(), 2);
}

#[test]
fn in_code_and_comments_it_is_an_example() {
    silent("```\n<<#archdoc adr-index>>\n```\n");
    silent("    <<#archdoc adr-index>>\n");
    silent("Write `<<#archdoc adr-index>>` here\n");
    silent("<!-- <<#archdoc adr-index>> -->\n");
    silent("<!--\n\n<<#archdoc adr-index>>\n\n-->\n");
    silent("\\<<#archdoc adr-index>>\n");
    silent("- a\n\n  ```\n  <<#archdoc adr-index>>\n  ```\n");
    silent("<<#archdocs x>>\n");
}

#[test]
fn elsewhere_it_is_text() {
    misplaced("- <<#archdoc adr-index>>\n", Position::List);
    misplaced("> <<#archdoc adr-index>>\n", Position::Quote);
    misplaced("# <<#archdoc adr-index>>\n", Position::Heading);
    misplaced("| a |\n|---|\n| <<#archdoc adr-index>> |\n", Position::Table);
    misplaced("text <<#archdoc adr-index>> text\n", Position::Paragraph);
    misplaced("text\n<<#archdoc adr-index>>\n", Position::Paragraph);
    misplaced("<<#archdoc adr-index>>\ntext\n", Position::Paragraph);
    misplaced("<div>\n<<#archdoc adr-index>>\n</div>\n", Position::Html);
    misplaced("<div><!-- a -->\n<<#archdoc adr-index>>\n<!-- b --></div>\n", Position::Html);
}

#[test]
fn braces_that_are_not_closed_reach_to_the_end_of_the_line() {
    let text = "{{#archdoc ".repeat(1_000) + "\n\n{{#archdoc a}} {{#archdoc b}}\n";
    assert_eq!(scanned(&text).1, vec![MistakeKind::Braces; 3]);
}

#[test]
fn what_is_wrong_is_named() {
    let kind = |text| scanned(text).1.remove(0);
    assert_eq!(kind("<<#archdoc template=\"a\n\n"), MistakeKind::UnclosedQuote);
    assert_eq!(kind("<<#archdoc template=a\n\n>>"), MistakeKind::Unclosed);
    assert_eq!(kind("<<#archdoc>>"), MistakeKind::Empty);
    assert_eq!(kind("{{#archdoc template=a}}"), MistakeKind::Braces);
    assert_eq!(kind("<<#archdoc template= >>"), MistakeKind::NoValue { key: "template".into() });
    let own_value = |kind| MistakeKind::OwnValue { kind };
    assert_eq!(kind("<<#archdoc trace=\"risk\">>"), own_value(Kind::Trace));
    assert_eq!(kind("<<#archdoc coverage=a.md>>"), own_value(Kind::Coverage));
    let no_value = |key: &str| MistakeKind::NoValue { key: key.into() };
    assert_eq!(kind("<<#archdoc trace of>>"), no_value("of"));
    assert_eq!(kind("<<#archdoc change-log order>>"), no_value("order"));
    assert_eq!(
        kind("<<#archdoc templte=\"a\">>"),
        MistakeKind::UnknownKind { key: "templte".into(), nearest: Some("template") }
    );
    assert_eq!(
        kind("<<#archdoc template=a>>\n\n<<#archdoc template=b>>"),
        MistakeKind::SecondTemplate { first: 1 }
    );
    assert_eq!(kind("<<#archdoc template=a x=1 x=2>>"), MistakeKind::Repeated { key: "x".into() });
}

#[test]
fn values_lose_their_quotes_and_escapes() {
    let source = Source::new("a.md", r#"<<#archdoc template='a b' p="say \"hi\" \\ \n" q=1>>"#);
    let scan = scan(&Document::parse(&source), &ChangeLogSettings::default());
    let directive = &scan.directives[0];
    assert_eq!(directive.get("template"), Some("a b"));
    assert_eq!(directive.get("p"), Some(r#"say "hi" \ \n"#));
    assert_eq!(directive.get("q"), Some("1"));
}

#[test]
fn a_revision_stands_with_an_equals_sign_or_without() {
    let found = |text: &str| {
        let scan =
            scan(&Document::parse(&Source::new("a.md", text)), &ChangeLogSettings::default());
        let value = scan.directives.first().and_then(|found| found.get("decisions-since"));
        (value.map(str::to_owned), scan.mistakes.len())
    };
    for text in ["decisions-since \"v1 >\"", "decisions-since='v1 >'"] {
        assert_eq!(found(&format!("<<#archdoc {text}>>")), (Some("v1 >".to_owned()), 0));
    }
    assert_eq!(found("<<#archdoc decisions-since v1 >>"), (Some("v1".to_owned()), 0));
    assert_eq!(found("<<#archdoc decisions-since>>"), (None, 1));
    assert_eq!(found("<<#archdoc decisions-since paths=a>>"), (None, 1));
}

#[test]
fn a_comment_in_an_argument_is_a_part_of_it() {
    let text =
        "<<#archdoc change-log since=\"+\n1. <d\n<!-- archdoc: describes a/**\n}} -->i>v\">>\n";
    let source = Source::new("a.md", text);
    let scan = scan(&Document::parse(&source), &ChangeLogSettings::default());
    let asked: Vec<&str> = scan.asked().map(|directive| source.slice(directive.span)).collect();
    assert_eq!(asked, [text.trim_end()]);
}
