//! The time of day that may stand behind a date.

/// Bytes of the time of day that a text begins with, white space and a sign before it included:
/// ` 17:31:22`, `T10:00:00.5Z`, `, 09:30 UTC`, ` 5:31 PM +02:00`. Zero where there is none.
///
/// ```
/// use mdbook_archdoc_words::date::time_of_day;
///
/// assert_eq!(time_of_day(" 17:31:22 - text"), 9);
/// assert_eq!(time_of_day("T10:00Z"), 7);
/// assert_eq!(time_of_day(": 10 records"), 0);
/// ```
pub fn time_of_day(text: &str) -> usize {
    let start = text.trim_start_matches([' ', ',', 'T', 't', '@']);
    let Some(clock) = clock(start) else { return 0 };
    let rest = &start[clock..];
    let half = words(rest, &["am", "pm", "a.m.", "p.m."]);
    let zone = zone(&rest[half..]);
    text.len() - start.len() + clock + half + zone
}

/// `17:31`, `17:31:22.5`.
fn clock(text: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hour = digits(text);
    let minute = digits(text.get(hour..)?.strip_prefix(':')?);
    if !(1..=2).contains(&hour) || minute != 2 {
        return None;
    }
    let end = hour + 3;
    let second = text[end..].strip_prefix(':').map_or(0, digits);
    if second != 2 {
        return Some(end);
    }
    let fraction = text[end + 3..].strip_prefix('.').map_or(0, digits);
    Some(end + 3 + if fraction > 0 { fraction + 1 } else { 0 })
}

fn zone(text: &str) -> usize {
    let named = words(text, &["z", "utc", "gmt", "cet", "cest", "est", "edt", "pst", "pdt"]);
    let offset = &text[named..];
    let spaced = offset.trim_start();
    let signed = spaced.strip_prefix(['+', '-']).unwrap_or_default();
    let len = signed.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b':').count();
    if len == 4 || len == 5 { text.len() - signed.len() + len } else { named }
}

/// Bytes of one of these words, in any case, and the space before it.
fn words(text: &str, words: &[&str]) -> usize {
    let bare = text.trim_start_matches(' ');
    let fits = |word: &&&str| {
        let head = bare.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
        head && !bare[word.len()..].starts_with(char::is_alphanumeric)
    };
    words.iter().find(fits).map_or(0, |word| text.len() - bare.len() + word.len())
}
