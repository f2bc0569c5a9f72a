//! One piece of text repeated, in each kind of file that is read.

use super::cost::Task;
use super::input::Input;

/// A piece of text, by its number, with what stands before and after all of them.
pub(crate) struct Pattern {
    pub(crate) name: &'static str,
    before: &'static str,
    unit: fn(usize) -> String,
    after: &'static str,
}

/// A kind of file, what stands in it before the pattern, and what is done with the book.
pub(crate) struct Host {
    pub(crate) name: &'static str,
    pub(crate) task: Task,
    input: fn(&str) -> Input,
}

const fn of(name: &'static str, unit: fn(usize) -> String) -> Pattern {
    Pattern { name, before: "", unit, after: "" }
}

const fn between(
    name: &'static str,
    before: &'static str,
    unit: fn(usize) -> String,
    after: &'static str,
) -> Pattern {
    Pattern { name, before, unit, after }
}

impl Pattern {
    /// The pattern, as often as bytes are wanted.
    pub(crate) fn text(&self, bytes: usize) -> String {
        let mut text = self.before.to_owned();
        let mut at = 0;
        while text.len() < bytes {
            text.push_str(&(self.unit)(at));
            at += 1;
        }
        text + self.after
    }
}

impl Host {
    pub(crate) fn book(&self, text: &str) -> Input {
        (self.input)(text)
    }
}

fn bound(text: &str) -> Input {
    Input::chapter(format!("<<#archdoc template=\"formal\">>\n\n# Atlas\n\n## Purpose\n\n{text}"))
}

fn log(text: &str) -> Input {
    Input::chapter(format!("# Atlas\n\n<<#archdoc change-log>>\n\n## Change Log\n\n{text}"))
}

fn entry(text: &str) -> Input {
    log(&format!("- 2024-03-05: {text}"))
}

fn record(text: &str) -> Input {
    let head = "# 1. Record\n\nDate: 2024-03-05\n\n## Status\n\nAccepted\n\n## Context\n\n";
    Input::chapter("<<#archdoc adr-index>>\n").with("adr/0001-record.md", format!("{head}{text}"))
}

fn status(text: &str) -> Input {
    let head = "# 1. Record\n\n## Status\n\n";
    Input::chapter("<<#archdoc adr-index>>\n").with("adr/0001-record.md", format!("{head}{text}"))
}

fn metadata(text: &str) -> Input {
    let record = format!("---\n{text}\n---\n# 1. Record\n\n## Status\n\nAccepted\n");
    Input::chapter("<<#archdoc adr-index>>\n").with("adr/0001-record.md", record)
}

fn template(text: &str) -> Input {
    Input::chapter("<<#archdoc template=\"own\">>\n\n# Own\n")
        .configured("[preprocessor.archdoc]\ntemplate-dir = \"own\"\n")
        .unlisted("../own/own.md", format!("# Own\n\n{text}"))
}

pub(crate) const HOSTS: &[Host] = &[
    Host { name: "chapter", task: Task::Check, input: |text| Input::chapter(text) },
    Host { name: "document", task: Task::Check, input: bound },
    Host { name: "document-in-a-build", task: Task::Build, input: bound },
    Host { name: "log", task: Task::Check, input: log },
    Host { name: "log-in-a-build", task: Task::Build, input: log },
    Host { name: "entry", task: Task::Check, input: entry },
    Host { name: "record", task: Task::Check, input: record },
    Host { name: "status", task: Task::Check, input: status },
    Host { name: "front-matter", task: Task::Check, input: metadata },
    Host { name: "template", task: Task::Check, input: template },
];

fn day(at: usize) -> String {
    format!("{}-{:02}-{:02}", 1950 + at / 336 % 150, at / 28 % 12 + 1, at % 28 + 1)
}

pub(crate) const PATTERNS: &[Pattern] = &[
    // Blocks.
    of("paragraph", |_| "word word word word.\n".into()),
    of("long-line", |_| "word ".into()),
    of("blank-lines", |_| "\n".into()),
    of("list", |_| "- item\n".into()),
    of("loose-list", |_| "- item\n\n  text\n\n".into()),
    of("deep-list", |at| format!("{}- a\n", "  ".repeat(at.min(200)))),
    of("mixed-list", |_| "- a\n* b\n+ c\n".into()),
    of("numbered-list", |at| format!("{}. item\n", at + 1)),
    of("tasks", |_| "- [ ] todo\n".into()),
    of("quote", |_| "> quote\n".into()),
    of("quotes", |_| "> a\n\n".into()),
    of("deep-quote", |_| ">".into()),
    of("definitions", |_| "Term\n: definition\n\n".into()),
    of("rules", |_| "---\n\n".into()),
    of("code", |_| "```\ncode\n```\n\n".into()),
    of("open-code", |_| "```\n".into()),
    between("long-code", "```\n", |_| "code\n".into(), "```\n"),
    of("diagrams", |_| "```mermaid\ngraph TD\n```\n\n".into()),
    of("tables", |_| "| A | B |\n|---|---|\n| a | b |\n\n".into()),
    between("rows", "| A | B |\n|---|---|\n", |_| "| a | b |\n".into(), ""),
    // Headings.
    of("equal-headings", |_| "## Same\n\n".into()),
    of("headings", |at| format!("## Heading {at}\n\n")),
    of("sub-headings", |at| format!("### Heading {at}\n\nText.\n\n")),
    of("numbered-headings", |at| format!("## {at}. Component {at}: Name\n\nText\n\n")),
    of("deep-numbers", |at| {
        format!("## {}.{}.{} Head\n\n", at / 100 + 1, at / 10 % 10 + 1, at % 10 + 1)
    }),
    of("headings-with-ids", |at| format!("## H {at} {{#i{at}}}\n\n")),
    of("headings-with-one-id", |_| "## H {#same}\n\n".into()),
    of("underlined-headings", |_| "Head\n====\n\n".into()),
    between("long-underlined-heading", "", |_| "a\n".into(), "===\n"),
    of("headings-in-another-script", |_| "## 状态\n\n".into()),
    of("contents", |at| format!("- [Heading {at}](#heading-{at})\n")),
    of("bold-lines", |_| "**Label:** text\n\n".into()),
    // Links and notes.
    of("equal-links", |_| "[a](b.md)\n".into()),
    of("links", |at| format!("[a{at}](b{at}.md)\n")),
    of("links-on-a-line", |_| "[a](b.md) ".into()),
    of("references", |at| format!("[a{at}]\n")),
    of("definitions-of-links", |at| format!("[a{at}]: b.md\n")),
    of("references-with-definitions", |at| format!("[a{at}]\n\n[a{at}]: b.md\n\n")),
    of("footnotes", |at| format!("a[^{at}]\n")),
    of("footnotes-with-text", |at| format!("a[^{at}]\n\n[^{at}]: text\n\n")),
    of("pictures", |_| "![a](b.png)\n\n".into()),
    of("addresses", |_| "https://example.org/a ".into()),
    of("mails", |_| "<a@b.org> ".into()),
    // Inline marks, closed and open.
    of("code-spans", |_| "`a` ".into()),
    of("open-code-spans", |at| format!("{} ", "`".repeat(at % 50 + 1))),
    of("bold", |_| "**a** ".into()),
    of("stars", |_| "*".into()),
    of("open-stars", |_| "*a ".into()),
    of("open-underscores", |_| "_a ".into()),
    of("open-brackets", |_| "[".into()),
    of("closing-brackets", |_| "]".into()),
    of("open-pictures", |_| "![".into()),
    of("open-links", |_| "[a](".into()),
    of("escapes", |_| "\\".into()),
    of("hard-breaks", |_| "a  \n".into()),
    of("entities", |_| "&amp; ".into()),
    of("ampersands", |_| "&".into()),
    // HTML.
    of("html-blocks", |_| "<div>a</div>\n\n".into()),
    of("open-html", |_| "<div>\n".into()),
    of("html-in-lines", |_| "a <b>c</b> ".into()),
    of("details", |_| "<details>\n<summary>a</summary>\n\ntext\n\n</details>\n\n".into()),
    between("html-table", "<table>", |_| "<tr><td>a</td><td>b</td></tr>\n".into(), "</table>\n"),
    of("less-than", |_| "<".into()),
    of("open-comments", |_| "<!--".into()),
    of("comments", |_| "<!-- a -->\n".into()),
    of("comments-apart", |_| "<!-- a -->\n\n".into()),
    of("open-comments-apart", |_| "<!-- a\n\n".into()),
    of("open-cdata", |_| "<![CDATA[".into()),
    // What is ours and mdBook's.
    of("directives", |_| "<<#archdoc adr-index>>\n\n".into()),
    of("directives-in-a-paragraph", |_| "<<#archdoc adr-index>>\n".into()),
    of("open-directives", |_| "<<#archdoc ".into()),
    of("bindings", |_| "<<#archdoc template=\"formal\">>\n\n".into()),
    of("unknown-directives", |_| "<<#archdoc foo>>\n\n".into()),
    of("nearly-directives", |_| "<<archdoc coverage>> ".into()),
    of("comments-nearly-ours", |_| "<!-- archdoc allow a b ".into()),
    of("suppressions", |at| {
        format!("<!-- archdoc: allow placeholder-text reason=\"r{at}\" -->\n\nTODO\n\n")
    }),
    of("unknown-suppressions", |_| "<!-- archdoc: allow foo -->\n\n".into()),
    of("includes", |_| "{{#include x.md}}\n".into()),
    of("open-includes", |_| "{{#include ".into()),
    of("braces", |_| "{{a}} ".into()),
    of("open-braces", |_| "{{".into()),
    // What people leave and write.
    of("blanks-to-fill", |_| "<Name> [Name] ".into()),
    of("todos", |_| "TODO: write this\n\n".into()),
    of("todos-on-a-line", |_| "TODO ".into()),
    of("latin", |_| "Lorem ipsum dolor sit amet. ".into()),
    of("fields", |_| "Key: value\n".into()),
    of("dates", |_| "2024-03-05 ".into()),
    of("versions", |_| "1.2.3 ".into()),
    of("record-ids", |at| format!("ADR-{at} ")),
    of("requirements", |at| format!("- REQ-{at}: must\n")),
    of("paths", |at| format!("`src/a{at}.rs` ")),
    of("another-script", |_| "状态 ".into()),
    of("accents", |_| "e\u{301}".into()),
    of("emoji", |_| "\u{1f44d}\u{1f3fd}".into()),
    of("carriage-returns", |_| "a\r".into()),
    of("tabs", |_| "\t".into()),
    // Logs.
    of("dated-entries", |at| format!("- {}: change {at}\n", day(at))),
    of("equal-entries", |_| "- 2024-03-05: change\n".into()),
    of("versioned-entries", |at| format!("- 1.{at}.0 ({}): change\n", day(at))),
    of("lines-of-entries", |at| format!("{}: change {at}\n", day(at))),
    between(
        "rows-of-entries",
        "| Version | Date | Author | Change |\n|---|---|---|---|\n",
        |at| format!("| 1.{at} | {} | Ann | change |\n", day(at)),
        "",
    ),
    of("releases", |at| format!("### [1.{at}.0] - {}\n\n- Change\n\n", day(at))),
    of("equal-releases", |_| "### 1.0.0 - 2024-03-05\n\n- Change\n\n".into()),
    of("days-that-are-none", |at| format!("- 2024-13-{:02}: change\n", at % 90)),
    of("logs", |_| "## Change Log\n\n- 2024-03-05: change\n\n".into()),
    of("months", |_| "### March 2024\n\n- change\n\n".into()),
    // Records.
    of("statuses", |_| "## Status\n\nAccepted\n\n".into()),
    of("listed-statuses", |_| "- Status: Accepted\n".into()),
    of("successors", |at| format!("Superseded by ADR-{at}\n\n")),
    of("clauses", |_| "was accepted, then rejected, ".into()),
    of("conditions", |_| "accepted if superseded by ADR-2 or ".into()),
    of("options", |at| format!("### Option {at}\n\n* Good, because\n* Bad, because\n\n")),
    of("people", |at| format!("Deciders: Ann{at}, Bob\n")),
    of("record-sections", |at| format!("### ADR-{at:04}: Use {at}\n\nStatus: Accepted\n\n")),
];
