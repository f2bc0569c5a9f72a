//! Numbers that count something else than records.

use words::{Reference, Vocabulary};

use crate::adr::name::is_decision_code;

/// The length of the number behind a section sign: `§ 5.2`.
pub(super) fn section(before: &str, rest: &str) -> Option<usize> {
    let number = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let len = rest.len() - number.len();
    (len > 0 && before.trim_end().ends_with('§')).then_some(len)
}

/// The length of a number that counts something, `n=15`, or belongs to an issue.
pub(super) fn number(before: &str, rest: &str) -> Option<usize> {
    let count = before.ends_with('=') && rest.starts_with(|c: char| c.is_ascii_digit());
    let digits = rest.trim_start_matches('#');
    let after = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    (count || is_an_issue(rest)).then_some(rest.len() - after.len())
}

/// `#15 / PR #16`
fn is_an_issue(rest: &str) -> bool {
    let Some(number) = rest.strip_prefix('#') else { return false };
    let after = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let next = after.trim_start_matches([' ', '/', ',', '·', '|', '(']);
    Vocabulary::known().starts(Reference::Foreign, next).is_some()
}

/// `D4`, `D4-D7`: decisions within a record.
pub(in crate::adr::statement) fn is_decision(code: &str) -> bool {
    let one = |code: &str| {
        let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
        let digits = &code[letters..];
        is_decision_code(&code[..letters])
            && !digits.is_empty()
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    code.split(['-', '–', '/']).all(one)
}
