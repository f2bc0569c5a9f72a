//! Text that was UTF-8 once and was then read as Mac Roman or Windows-1252.
//!
//! `üìã Overview` is `📋 Overview` after such an accident. The mappings are those of
//! <https://www.unicode.org/Public/MAPPINGS/VENDORS/APPLE/ROMAN.TXT> and
//! <https://encoding.spec.whatwg.org/#windows-1252>.

const MAC_ROMAN: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

const WINDOWS_1252_HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The text as it was meant, if reading it back as bytes gives valid UTF-8 of other characters.
pub fn decoded(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    [mac_roman as fn(char) -> Option<u8>, windows_1252]
        .into_iter()
        .find_map(|byte_of| {
            let bytes: Vec<u8> = text.chars().map(byte_of).collect::<Option<_>>()?;
            String::from_utf8(bytes).or_else(|error| with_lost_lead(error.as_bytes())).ok()
        })
        .filter(|decoded| decoded.chars().count() < text.chars().count())
}

/// Emoji begin with the byte F0, which Mac Roman shows as a private character that editors drop.
fn with_lost_lead(bytes: &[u8]) -> Result<String, std::string::FromUtf8Error> {
    let mut restored = Vec::with_capacity(bytes.len() + 1);
    for &byte in bytes {
        if byte == 0x9f && restored.last() != Some(&0xf0) {
            restored.push(0xf0);
        }
        restored.push(byte);
    }
    String::from_utf8(restored)
}

fn mac_roman(c: char) -> Option<u8> {
    high(c, MAC_ROMAN, 0x80)
}

fn windows_1252(c: char) -> Option<u8> {
    high(c, WINDOWS_1252_HIGH, 0x80).or_else(|| u8::try_from(u32::from(c)).ok())
}

fn high(c: char, table: &str, first: u8) -> Option<u8> {
    if c.is_ascii() {
        return u8::try_from(u32::from(c)).ok();
    }
    let index = table.chars().position(|other| other == c)?;
    u8::try_from(index).ok()?.checked_add(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_accidents_are_undone() {
        assert_eq!(decoded("üìã Overview").as_deref(), Some("📋 Overview"));
        assert_eq!(decoded("\u{f8ff}üìã Overview").as_deref(), Some("📋 Overview"));
        assert_eq!(decoded("Ãœberblick").as_deref(), Some("Überblick"));
    }

    #[test]
    fn real_text_is_left_alone() {
        for text in
            ["Überblick", "für alle", "📋 Overview", "Café", "概述", "naïve – plan", "Visão geral"]
        {
            assert_eq!(decoded(text), None, "{text}");
        }
    }
}
