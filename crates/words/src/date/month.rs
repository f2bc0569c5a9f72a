//! Month names in the languages met: English, German, French, Spanish, Portuguese.

/// Names in lower case; abbreviations without their dot.
const NAMES: [&[&str]; 12] = [
    &["january", "jan", "januar", "jänner", "jän", "janvier", "janv", "enero", "ene", "janeiro"],
    &[
        "february",
        "feb",
        "februar",
        "février",
        "fevrier",
        "févr",
        "fév",
        "febrero",
        "fevereiro",
        "fev",
    ],
    &["march", "mar", "märz", "maerz", "mär", "mrz", "mars", "marzo", "março", "marco"],
    &["april", "apr", "avril", "avr", "abril", "abr"],
    &["may", "mai", "mayo", "maio"],
    &["june", "jun", "juni", "juin", "junio", "junho"],
    &["july", "jul", "juli", "juillet", "juil", "julio", "julho"],
    &["august", "aug", "août", "aout", "agosto", "ago"],
    &["september", "sep", "sept", "septembre", "septiembre", "setiembre", "setembro", "set"],
    &["october", "oct", "oktober", "okt", "octobre", "octubre", "outubro", "out"],
    &["november", "nov", "novembre", "noviembre", "novembro"],
    &[
        "december",
        "dec",
        "dezember",
        "dez",
        "décembre",
        "decembre",
        "déc",
        "diciembre",
        "dic",
        "dezembro",
    ],
];

/// 1 to 12 for a month's name or abbreviation, in any case.
pub(super) fn number(word: &str) -> Option<u8> {
    let longest = 12;
    if word.len() > longest || word.len() < 3 {
        return None;
    }
    let lower = word.to_lowercase();
    let month = NAMES.iter().position(|names| names.contains(&lower.as_str()))?;
    u8::try_from(month + 1).ok()
}
