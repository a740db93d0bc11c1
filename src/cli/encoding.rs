//! The encoding of a design file: UTF-8, or a guess at what it is instead.

/// What a file that is not UTF-8 text probably is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// Two bytes a character, as Notepad ("Unicode") and PowerShell write.
    Utf16,
    /// One byte a character, Cyrillic, as old Windows programs write.
    Windows1251,
    /// Some other encoding of text.
    Unknown,
    /// No text at all.
    Binary,
}

/// What `bytes`, which are no text in UTF-8, probably are.
pub fn guess(bytes: &[u8]) -> Other {
    if is_utf16(bytes) {
        Other::Utf16
    } else if bytes.contains(&0) {
        Other::Binary
    } else if is_windows_1251(bytes) {
        Other::Windows1251
    } else {
        Other::Unknown
    }
}

/// Text in UTF-16: its mark at the beginning, or a zero in nearly every second byte, as Latin letters, digits and spaces have.
pub fn is_utf16(bytes: &[u8]) -> bool {
    const MARKS: [[u8; 2]; 2] = [[0xff, 0xfe], [0xfe, 0xff]];
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    MARKS.iter().any(|mark| bytes.starts_with(mark))
        || bytes.len() >= 4
            && zeros(0).max(zeros(1)) * 10 > bytes.len() / 2 * 6
            && zeros(0).min(zeros(1)) == 0
}

/// Cyrillic words are runs of bytes above 0x7f, most of them the small letters at 0xe0 to 0xff; in other encodings of one byte the
/// small letters lie elsewhere, or stand alone among Latin ones.
fn is_windows_1251(bytes: &[u8]) -> bool {
    const WORD: usize = 3;
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let small = bytes.iter().filter(|byte| **byte >= 0xe0).count();
    let has_word = bytes.split(u8::is_ascii).any(|run| run.len() >= WORD);
    has_word && small * 2 > high
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_by_their_bytes() {
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        assert_eq!(guess(&wide("\u{feff}title = \"Карта\"")), Other::Utf16);
        assert_eq!(guess(&wide("title = \"Card\"")), Other::Utf16);
        let big: Vec<u8> = "title = 1".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(guess(&big), Other::Utf16);
        // "Карта" in windows-1251, in KOI8-R; "Café" in windows-1252; a program.
        assert_eq!(guess(b"title = \"\xca\xe0\xf0\xf2\xe0\""), Other::Windows1251);
        assert_eq!(guess(b"title = \"\xeb\xc1\xd2\xd4\xc1\""), Other::Unknown);
        assert_eq!(guess(b"title = \"Caf\xe9\""), Other::Unknown);
        assert_eq!(guess(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0"), Other::Binary);
    }
}
