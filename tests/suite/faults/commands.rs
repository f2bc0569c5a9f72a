//! The commands that write, each in the smallest tree in which it does.

use super::Case;

const BOOK: &str = "[preprocessor.archdoc]\nbefore = [\"links\"]\n";
const SUMMARY: &str = "# Summary\n\n- [A](a.md)\n";
const CHAPTER: &str =
    "# A\n\n<<#archdoc template=\"standard\">>\n\n## Overview\n\nTo find parcels.\n";
const FIRST: &str = "# 1. One log\n\nDate: 2026-01-05\n\n## Status\n\nAccepted\n\n## Context\n\nScans.\n\n## Decision\n\n\
                     One log.\n\n## Consequences\n\nMore.\n";
const SECOND: &str = "# 2. Two logs\n\nDate: 2026-01-06\n\n## Status\n\nAccepted\n\n## Context\n\nScans.\n\n## Decision\n\n\
                      Two logs.\n\n## Consequences\n\nMore.\n";
const ONE_WAY: &str = "# 2. Two logs\n\nDate: 2026-01-06\n\n## Status\n\nAccepted\n\nSupersedes [1. One log](0001-one.md)\n\n\
                       ## Context\n\nScans.\n";
const RECORDS: &[(&str, &str)] =
    &[("docs/adr/0001-one.md", FIRST), ("docs/adr/0002-two.md", SECOND)];

/// All of them.
pub(super) const ALL: &[Case] = &[
    Case { arguments: &["adr", "new", "Stream", "--supersedes", "1"], files: RECORDS },
    Case { arguments: &["adr", "status", "1", "rejected"], files: RECORDS },
    Case { arguments: &["adr", "supersede", "1", "--by", "2"], files: RECORDS },
    Case { arguments: &["adr", "link", "1", "amends", "2"], files: RECORDS },
    Case { arguments: &["adr", "init", "docs/adr"], files: &[("README.md", "# A\n")] },
    Case {
        arguments: &["check", "--fix"],
        files: &[
            ("archdoc.toml", "mising = \"note\"\n"),
            ("docs/adr/0001-one.md", FIRST),
            ("docs/adr/0002-two.md", ONE_WAY),
        ],
    },
    Case {
        arguments: &["check", "--write-baseline"],
        files: &[
            ("archdoc.toml", "baseline = \"known.toml\"\n"),
            ("docs/adr/0001-one.md", FIRST),
            ("docs/adr/0002-two.md", ONE_WAY),
        ],
    },
    Case {
        arguments: &["fill", "--write", "src/a.md"],
        files: &[("book.toml", BOOK), ("src/SUMMARY.md", SUMMARY), ("src/a.md", CHAPTER)],
    },
    Case {
        arguments: &["new", "standard", "src/b.md"],
        files: &[("book.toml", BOOK), ("src/SUMMARY.md", SUMMARY), ("src/a.md", CHAPTER)],
    },
    Case {
        arguments: &["init", "--css"],
        files: &[("book.toml", "[book]\n"), ("src/SUMMARY.md", SUMMARY), ("src/a.md", "# A\n")],
    },
    Case {
        arguments: &["render", "docs/adr/README.md"],
        files: &[
            ("docs/adr/0001-one.md", FIRST),
            (
                "docs/adr/README.md",
                "# Decisions\n\n<!-- archdoc: adr-index -->\n<!-- archdoc: end -->\n",
            ),
        ],
    },
];
