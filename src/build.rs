//! One build: mdBook's message in, the report and the book out.

use std::sync::Arc;

use serde_json::Value;

use crate::error::Error;
use crate::protocol::{Changes, Context, Input, NewChapter, ProtocolError, Written};
use crate::report::human::Human;
use crate::report::styled::Styled;
use crate::terminal;
use judge::pipeline;
use judge::pipeline::Outcome;
use judge::summary::Summary;
use load::config::Config;
use readers::analysis::Analysis;
use readers::files::Overlay;
use readers::settings::env::Environment;
use readers::wrapper;
use show::expand;

/// What a build gave.
#[derive(Debug)]
pub(crate) struct Answer<'a> {
    /// The findings for people, with styles; empty when there is nothing to say.
    pub report: Styled,
    /// The book for mdBook; not where a finding is denied. Report first, then fail.
    pub book: Result<Written<'a>, Error>,
}

/// Answers one message of mdBook and tells people on stderr what was found.
///
/// # Errors
/// As [`answer`]; a denied finding, after everything was reported.
pub(crate) fn preprocess(message: &[u8]) -> Result<Written<'_>, Error> {
    let answer = answer(message, Environment::of_process(), &terminal::human())?;
    terminal::stderr_styled(&answer.report);
    answer.book
}

/// Answers one message of mdBook: `[context, book]`.
///
/// This is the seam between the protocol and the pipeline.
///
/// # Errors
/// The message is not one of mdBook 0.4 or 0.5, or the configuration cannot be used.
pub(crate) fn answer<'a>(
    message: &'a [u8],
    environment: Environment,
    human: &Human,
) -> Result<Answer<'a>, Error> {
    let input = Input::parse(message)?;
    // mdBook has read this file just before; without it, findings about settings lack their lines.
    let book_toml = load::book_toml(&input.context.root, &Overlay::default()).ok().flatten();
    let root = &input.context.root;
    let config = load::config(root, input.context.settings(), book_toml, environment)?;
    let Config { settings, levels } = config.in_language_of(input.context.language());
    // What was read is let go before the book is written: each is as large as the message.
    let (report, changes) = {
        let mut book = input.to_book();
        book.earlier = Some(load::earlier);
        wrapper::open(&mut book, &settings);
        let baseline = load::baseline(&book.root, &settings)?;
        let analysis = Analysis::new(&book, &settings);
        // So are findings where most chapters lack something; people are told the worst of them.
        let outcome = pipeline::judge(&analysis, &levels, baseline.as_ref());
        let report = report(&outcome, told_for(&input.context).as_deref(), human);
        if outcome.denied() {
            let book = Err(Error::denied(outcome.summary.findings()));
            return Ok(Answer { report, book });
        }
        drop(outcome);
        (report, changes(&analysis)?)
    };
    Ok(Answer { report, book: Ok(input.write(changes)?) })
}

/// mdBook runs a preprocessor once for each output. The first one tells everything, the others only that there
/// is something.
fn report(outcome: &Outcome, told_for: Option<&str>, human: &Human) -> Styled {
    let findings = &outcome.findings;
    match told_for {
        None => {
            let (shown, left_out) = human.worst(findings);
            let summary = Summary { left_out, ..outcome.summary };
            shown.then(&human.closing(&summary))
        }
        Some(_) if findings.is_empty() => Styled::default(),
        Some(first) => {
            let counts = outcome.summary.findings();
            Styled::plain(&format!("archdoc: {counts}, as told for the output `{first}`\n"))
        }
    }
}

/// What is to differ in the book that leaves.
fn changes(analysis: &Analysis<'_>) -> Result<Changes, ProtocolError> {
    let mut changes = Changes::default();
    for chapter in expand::expand(analysis) {
        let received = &analysis.book.chapters[chapter.chapter];
        changes.edit(received.index, Arc::clone(received.source()), chapter.edits);
    }
    for chapter in show::adr::nested_chapters(analysis) {
        changes.add(chapter.parent, received(chapter)?);
    }
    Ok(changes)
}

/// A new chapter as the protocol takes it.
fn received(chapter: show::adr::NewChapter) -> Result<NewChapter, ProtocolError> {
    let new = NewChapter::new(chapter.name, chapter.path, chapter.content)?
        .source_path(chapter.source_path);
    Ok(match chapter.number {
        Some(number) => new.number(number),
        None => new,
    })
}

/// The first configured output that archdoc runs for, unless that is this one, or this is none of them
/// (`mdbook test`).
fn told_for(context: &Context) -> Option<String> {
    let only =
        context.settings().and_then(|table| table.get("renderers")).and_then(Value::as_array);
    let runs_for = |output: &&str| {
        only.is_none_or(|only| only.iter().any(|name| name.as_str() == Some(output)))
    };
    let outputs = context.outputs();
    let mut told = outputs.iter().copied().filter(runs_for);
    let first = told.next()?;
    told.any(|output| output == context.renderer).then(|| first.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(renderer: &str, archdoc: &str) -> Vec<u8> {
        let config = format!(
            r#"{{"output":{{"html":{{}},"epub":{{}},"man":{{}}}},"preprocessor":{{"archdoc":{archdoc}}}}}"#
        );
        format!(
            r#"[{{"root":"/nowhere","renderer":"{renderer}","mdbook_version":"0.5.4","config":{config}}},{{"items":[]}}]"#
        )
        .into_bytes()
    }

    fn answered(message: &[u8]) -> Answer<'_> {
        let human = Human::new(80).plain();
        answer(message, Environment::default(), &human).expect("a good message")
    }

    fn report(renderer: &str, archdoc: &str) -> String {
        let message = message(renderer, archdoc);
        answered(&message).report.to_string()
    }

    #[test]
    fn everything_is_told_once_for_the_first_output() {
        let unknown = r#"{"mising":"note"}"#;
        assert!(report("html", unknown).contains("unknown key `mising`"));
        assert!(report("test", unknown).contains("unknown key `mising`"));
        let other = "archdoc: 1 warning, as told for the output `html`\n";
        assert_eq!(report("epub", unknown), other);
        assert_eq!(report("epub", "{}"), "");
        let second_only = r#"{"mising":"note","renderers":["epub","man"]}"#;
        assert!(report("epub", second_only).contains("unknown key `mising`"));
        assert!(report("man", second_only).contains("`epub`"));
    }

    #[test]
    fn a_denied_finding_keeps_the_book_back() {
        let denied = r#"{"mising":"note","rules":{"config":"deny"}}"#;
        let message = message("html", denied);
        let error = answered(&message).book.expect_err("denied");
        assert_eq!(error.to_string(), "archdoc found what this book denies: 1 error");
    }
}
