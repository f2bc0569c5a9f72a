//! The version that a text begins with.

use words::date;
use words::date::Reading;
use words::{LogWord, Vocabulary};

/// A version and the word before it, in bytes from the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Where the version begins, behind `Version `.
    pub start: usize,
    pub end: usize,
    /// Whether only a date beside it shows that it is one.
    pub needs_date: bool,
}

/// `v1`, `1.0`, `1.2.3-rc.1`, `Version 3`; none where the text begins with something else.
pub(super) fn token(text: &str) -> Option<Token> {
    let start = word(text);
    let rest = &text[start..];
    let mark = mark(rest);
    let body = rest.get(mark..)?;
    let len = body
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | '_')))
        .unwrap_or(body.len());
    let token = body.get(..len)?.trim_end_matches(['.', '-', '_']);
    let numbered = token.starts_with(|c: char| c.is_ascii_digit()) && !is_file_name(token);
    let plausible = numbered && (mark > 0 || start > 0 || is_dotted(token));
    let is_date =
        || date::at_start(body).is_some_and(|found| !matches!(found.reading, Reading::Impossible));
    let end = start + mark + token.len();
    (plausible && !is_date()).then_some(Token { start, end, needs_date: false })
}

/// Whether a text may have a version that no date stands beside: false alarms are possible, misses are not.
pub(super) fn may_be_in(text: &str) -> bool {
    let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let begins = |(at, mark): (usize, u8)| match mark {
        b'v' | b'V' => digit(at + 1) || (text[at + 1..].starts_with('.') && digit(at + 2)),
        b'.' => at > 0 && digit(at - 1) && (digit(at + 1) || text[at + 1..].starts_with('x')),
        _ => false,
    };
    let numbered = text.bytes().any(|byte| byte.is_ascii_digit());
    let called = || Vocabulary::known().mentions(LogWord::Version, text).is_some();
    numbered && (text.bytes().enumerate().any(begins) || called())
}

/// `1.6.2.md`, `001__create.sql`: a name that ends as files do. `3.2.0.ga` and `1.0.beta` end otherwise.
fn is_file_name(token: &str) -> bool {
    /// Of what repositories hold. In the order of the alphabet.
    const EXTENSIONS: &[&str] = &[
        "adoc", "bat", "cfg", "conf", "cpp", "cs", "css", "csv", "db", "diff", "doc", "docx",
        "exe", "gif", "go", "gz", "htm", "html", "ini", "ipynb", "jar", "java", "jpeg", "jpg",
        "js", "json", "jsx", "kt", "log", "lua", "md", "mdx", "mk", "pdf", "php", "pl", "png",
        "pptx", "proto", "ps", "puml", "py", "rb", "rs", "rst", "sh", "sql", "svg", "tar", "tex",
        "tf", "tgz", "toml", "ts", "tsx", "txt", "vue", "webp", "whl", "xls", "xlsx", "xml",
        "yaml", "yml", "zip",
    ];
    token.rsplit_once('.').is_some_and(|(_, end)| EXTENSIONS.binary_search(&end).is_ok())
}

/// `r3`, which numbers a revision before a date and many other things elsewhere.
pub(super) fn revision(text: &str) -> Option<Token> {
    const MOST_DIGITS: usize = 3;
    let number = text.strip_prefix(['r', 'R'])?;
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let ends = !number[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '.');
    let numbered = (1..=MOST_DIGITS).contains(&digits) && ends;
    numbered.then_some(Token { start: 0, end: 1 + digits, needs_date: true })
}

/// Bytes of the pre-release that a heading sets off by a space: ` RC6.1`, ` a` for an alpha.
pub(super) fn pre_release(after: &str) -> usize {
    let Some(name) = after.strip_prefix(' ') else { return 0 };
    let len = name.find(|c: char| !(c.is_alphanumeric() || c == '.')).unwrap_or(name.len());
    let letters = name[..len].split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let rest = name[len..].trim_start();
    let alone = rest.is_empty() || rest.starts_with(['(', '-', '–', '—', ':']);
    let short = matches!(&name[..len], "a" | "b");
    let known = short || Vocabulary::known().is(LogWord::PreRelease, letters);
    if known && alone { len + 1 } else { 0 }
}

/// Whether it has three numbers or more: a version and nothing else.
pub(in super::super) fn is_semantic(version: &str) -> bool {
    let bare = &version[mark(version)..];
    bare.split('.').take(3).filter(|part| part.starts_with(|c: char| c.is_ascii_digit())).count()
        == 3
}

fn is_dotted(token: &str) -> bool {
    let first = |part: &str| part.starts_with(|c: char| c.is_ascii_digit() || c == 'x');
    token.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('.')
        && token.split('.').nth(1).is_some_and(first)
}

/// Bytes of the `v` before a number; `v.` too.
fn mark(text: &str) -> usize {
    let Some(rest) = text.strip_prefix(['v', 'V']) else { return 0 };
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    if rest.starts_with(|c: char| c.is_ascii_digit()) { text.len() - rest.len() } else { 0 }
}

/// Bytes of the word before a version and what separates them: `Version `, `Rev. `.
fn word(text: &str) -> usize {
    let Some(found) = Vocabulary::known().starts(LogWord::Version, text) else { return 0 };
    let len = found.len;
    let rest = text[len..].trim_start_matches(['.', ':', ' ']);
    let number = &rest[mark(rest)..];
    let separated = rest.len() < text.len() - len;
    if separated && number.starts_with(|c: char| c.is_ascii_digit()) {
        text.len() - rest.len()
    } else {
        0
    }
}
