//! How a chapter shows what is missing in it.

use readers::analysis::Analysis;
use readers::document::BoundDocument;
use readers::settings::Missing;

/// How the chapter shows missing sections: its directive decides before the configuration.
pub(crate) fn missing(analysis: &Analysis<'_>, bound: &BoundDocument) -> Missing {
    bound.asks().and_then(|asks| asks.missing).unwrap_or(analysis.settings.missing)
}
