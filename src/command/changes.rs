//! `changes`: what became of decisions and documents since a commit.

use judge::finding::Finding;
use judge::pipeline;
use judge::rules::{adr_review_overdue, review_overdue};
use load::Checkout;
use readers::analysis::Analysis;
use readers::git::snapshot::{self, NoRevision, Snapshot};

use super::error::Result;
use super::exit::Exit;
use super::problems::report_problems;
use super::repository::repository;
use super::subject::Subject;
use super::{stdout_bytes, stdout_text};
use crate::cli::{ChangesArgs, ChangesFormat};
use crate::error::Error;
use crate::report::changes::Changes;

/// The page or the object on stdout.
pub(super) fn run(args: &ChangesArgs) -> Result<Exit> {
    let subject = Subject::of(&args.path)?;
    let (top, below) = repository(subject.root())?;
    let commit = snapshot::merge_base(&top, &args.since).map_err(Error::from)?.commit;
    let files = Snapshot::of_commit(&top, &commit).map_err(NoRevision::Git);
    let files = files.and_then(|files| Checkout::of(&files, &top, &below)).map_err(Error::from)?;

    let now = subject.whole()?;
    let analysis = Analysis::new(&now.book, &now.config.settings);
    let mut changes = if files.root().is_dir() {
        let before = subject.copy(files.root()).whole()?;
        Changes::between(Some(&Analysis::new(&before.book, &before.config.settings)), &analysis)
    } else {
        Changes::between(None, &analysis)
    };
    let outcome = pipeline::judge(&analysis, &now.config.levels, None);
    changes.overdue(outcome.findings.iter().filter(|finding| is_overdue(finding)));
    match args.format {
        ChangesFormat::Markdown => stdout_text(&changes.markdown())?,
        ChangesFormat::Json => stdout_bytes(changes.json(&args.since, &commit).as_bytes())?,
    }
    report_problems(&now);
    Ok(Exit::of_unread(&now.problems))
}

fn is_overdue(finding: &Finding) -> bool {
    [adr_review_overdue::RULE.name, review_overdue::RULE.name].contains(&finding.rule.name)
}
