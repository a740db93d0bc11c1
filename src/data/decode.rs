//! Bytes to text: unpacked if packed, in UTF-8 whatever they were in.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};
use flate2::bufread::MultiGzDecoder;
use std::io::{self, BufRead, BufReader, Cursor, Read};

/// Bytes looked at before it is decided how to read the rest.
const HEAD: usize = 1 << 18;

/// Text in UTF-8, and what it was in before.
pub struct Text<'r> {
    /// The text; what cannot be decoded comes as U+FFFD.
    pub source: Box<dyn Read + 'r>,
    /// Name of the encoding in which it came.
    pub encoding: &'static str,
}

/// Reads `source` as text: gzip is unpacked; the encoding is told by its mark, or by its first bytes.
///
/// # Errors
/// If it cannot be read or unpacked.
pub fn decode<'r>(source: impl Read + 'r) -> io::Result<Text<'r>> {
    let mut source = BufReader::new(source);
    let packed = source.fill_buf()?.starts_with(&[0x1f, 0x8b]);
    let mut plain: Box<dyn Read + 'r> =
        if packed { Box::new(MultiGzDecoder::new(source)) } else { Box::new(source) };
    let mut head = Vec::new();
    plain.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    let encoding = encoding_of(&head);
    let whole = Cursor::new(head).chain(plain);
    let text = Decoded {
        source: whole,
        decoder: encoding.new_decoder(),
        raw: Vec::new(),
        text: Vec::new(),
        at: 0,
        over: false,
    };
    Ok(Text { source: Box::new(text), encoding: encoding.name() })
}

fn encoding_of(head: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return encoding;
    }
    // text of tables has many bytes below 128, each with a zero beside it in UTF-16
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if even.max(odd) * 4 > head.len() {
        return if odd > even { UTF_16LE } else { UTF_16BE };
    }
    let whole = match std::str::from_utf8(head) {
        Ok(_) => true,
        // the head may end within a letter
        Err(e) => e.error_len().is_none() && head.len() == HEAD,
    };
    if whole {
        return UTF_8;
    }
    if is_cyrillic_of_windows(head) {
        return WINDOWS_1251;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, head.len() < HEAD);
    detector.guess(None, Utf8Detection::Deny)
}

/// A table may have no more letters than its head, too few to guess by: runs of bytes above 127, most of them small letters where
/// windows-1251 has them, are Cyrillic from Windows. KOI8-R has its capitals there.
fn is_cyrillic_of_windows(head: &[u8]) -> bool {
    const WORD: usize = 3;
    let high = head.iter().filter(|byte| !byte.is_ascii()).count();
    let small = head.iter().filter(|byte| **byte >= 0xe0).count();
    head.split(u8::is_ascii).any(|run| run.len() >= WORD) && small * 2 > high
}

/// Decodes while it is read.
struct Decoded<R> {
    source: R,
    decoder: Decoder,
    raw: Vec<u8>,
    text: Vec<u8>,
    at: usize,
    over: bool,
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        const PIECE: usize = 1 << 16;
        while self.at == self.text.len() && !self.over {
            self.raw.resize(PIECE, 0);
            let got = self.source.read(&mut self.raw)?;
            self.over = got == 0;
            self.text.resize(3 * PIECE + 16, 0);
            let (_, _, written, _) = self.decoder.decode_to_utf8(&self.raw[..got], &mut self.text, self.over);
            self.text.truncate(written);
            self.at = 0;
        }
        let given = buffer.len().min(self.text.len() - self.at);
        buffer[..given].copy_from_slice(&self.text[self.at..self.at + given]);
        self.at += given;
        Ok(given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn text(bytes: &[u8]) -> (String, &'static str) {
        let decoded = decode(bytes).unwrap();
        let mut text = String::new();
        let encoding = decoded.encoding;
        let mut source = decoded.source;
        source.read_to_string(&mut text).unwrap();
        (text, encoding)
    }

    const TABLE: &str =
        "Клиент;Дата покупки;Сумма чека\nИванова;03.02.2024;1 250,50\nПетров;15.02.2024;320,00\n";

    #[test]
    fn every_encoding_gives_the_same_text() {
        let utf16 = |mark: &str, big: bool| -> Vec<u8> {
            let units = mark.chars().chain(TABLE.chars()).flat_map(|c| c.encode_utf16(&mut [0; 2]).to_vec());
            units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        let windows = WINDOWS_1251.encode(TABLE).0.into_owned();
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packed.write_all(&windows).unwrap();
        for (bytes, encoding) in [
            (TABLE.as_bytes().to_vec(), "UTF-8"),
            (format!("\u{feff}{TABLE}").into_bytes(), "UTF-8"),
            (utf16("\u{feff}", false), "UTF-16LE"),
            (utf16("\u{feff}", true), "UTF-16BE"),
            (utf16("", false), "UTF-16LE"),
            (windows, "windows-1251"),
            (packed.finish().unwrap(), "windows-1251"),
        ] {
            assert_eq!(text(&bytes), (TABLE.to_owned(), encoding));
        }
        // a head in Cyrillic above columns of numbers has few letters
        let head = "Код;Дата;Сумма\n1;03.02.2024;5\n".to_owned();
        let windows = WINDOWS_1251.encode(&head).0.into_owned();
        assert_eq!(text(&windows), (head.clone(), "windows-1251"));
        let koi = encoding_rs::KOI8_R.encode(&head).0.into_owned();
        assert_eq!(text(&koi), (head, "KOI8-U"));
    }

    #[test]
    fn a_broken_archive_is_an_error() {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packed.write_all(TABLE.as_bytes()).unwrap();
        let whole = packed.finish().unwrap();
        let half = &whole[..whole.len() / 2];
        let read = decode(half).and_then(|mut text| text.source.read_to_end(&mut Vec::new()));
        assert!(read.is_err());
    }
}
