//! A review as text for a terminal.

use super::table::{Align, layout};
use crate::review::{Arg, Block, FigureId, Finding, Part, Remedy, Review, Style, Table};
use crate::words::{Words, breakable};

/// The whole review, part by part.
pub fn review_text(review: &Review, words: Words<'_>) -> String {
    let page = Page { review, words };
    let parts: Vec<String> = review.parts.iter().map(|part| page.part(part)).collect();
    breakable(&format!("{}\n\n{}", review.run.title, parts.join("\n")))
}

struct Page<'a> {
    review: &'a Review,
    words: Words<'a>,
}

impl Page<'_> {
    fn part(&self, part: &Part) -> String {
        let heading = self.words.say(part.key.heading(), &[]).to_uppercase();
        let blocks: Vec<String> = part.blocks.iter().map(|block| self.block(block)).collect();
        format!("{heading}\n\n{}", blocks.concat())
    }

    fn block(&self, block: &Block) -> String {
        let tell = |sentence| self.review.tell(sentence, self.words);
        match block {
            Block::Lead(sentence) | Block::Note(sentence) => {
                format!("{}\n\n", wrapped(&tell(sentence), "  "))
            }
            Block::Heading(sentence) => format!("  {}\n", tell(sentence).to_uppercase()),
            Block::Paragraph(sentences) => {
                let text: Vec<String> = sentences.iter().map(tell).collect();
                format!("{}\n\n", wrapped(&text.join(" "), "  "))
            }
            Block::List(sentences) => {
                let items: String = sentences.iter().map(|s| wrapped(&tell(s), "  - ") + "\n").collect();
                format!("{items}\n")
            }
            Block::Table(table) => self.table(table),
            Block::Finding(finding) => self.finding(finding),
            Block::Code(code) => {
                let lines: String = code.lines().map(|line| format!("    {line}\n")).collect();
                format!("{lines}\n")
            }
            Block::Picture(_) => String::new(),
        }
    }

    fn table(&self, table: &Table) -> String {
        let head = table.columns.iter().map(|column| self.review.tell(&column.head, self.words)).collect();
        let body = table
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| short(&self.review.tell_arg(cell, self.words))).collect());
        let rows: Vec<Vec<String>> = std::iter::once(head).chain(body).collect();
        let align = |numeric| if numeric { Align::Right } else { Align::Left };
        let aligns: Vec<Align> = table.columns.iter().map(|column| align(column.numeric)).collect();
        format!("  {}\n{}\n", self.review.tell(&table.caption, self.words), layout(&rows, &aligns))
    }

    fn finding(&self, finding: &Finding) -> String {
        let place = match (&finding.path, finding.line) {
            (Some(path), Some(line)) => format!(" [{path}, {line}]"),
            (Some(path), None) => format!(" [{path}]"),
            _ => String::new(),
        };
        let tell = |sentence| self.review.tell(sentence, self.words);
        let mut text = format!("  {} {}{place}\n", finding.code, tell(&finding.title));
        text += &(wrapped(&format!("{} {}", tell(&finding.found), tell(&finding.why)), "      ") + "\n");
        let helping = finding.action.iter().chain(&finding.also).map(|remedy| ("→", remedy));
        for (mark, remedy) in helping.chain(finding.tried.iter().map(|remedy| ("×", remedy))) {
            text += &(wrapped(&self.remedy(remedy), &format!("    {mark} ")) + "\n");
        }
        text + "\n"
    }

    fn remedy(&self, remedy: &Remedy) -> String {
        let what = self.review.tell(&remedy.what, self.words);
        let shown =
            |id: &FigureId, style| self.review.tell_arg(&Arg::Figure { id: id.clone(), style }, self.words);
        match &remedy.effect {
            Some(id) => format!("{what} {} ({})", shown(id, Style::Signed), shown(id, Style::Range)),
            None => what,
        }
    }
}

/// A cell that is not wider than a terminal bears.
fn short(text: &str) -> String {
    const WIDEST: usize = 72;
    match text.char_indices().nth(WIDEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// The text in lines of at most a hundred characters; the first begins with `mark`, the others are indented as deep.
fn wrapped(text: &str, mark: &str) -> String {
    let indent = " ".repeat(mark.chars().count());
    let mut lines = vec![mark.to_owned()];
    let mut width = indent.len();
    for word in text.split(' ') {
        let length = word.chars().count();
        if width + length > 100 && width > indent.len() {
            lines.push(indent.clone());
            width = indent.len();
        }
        if let Some(line) = lines.last_mut() {
            if width > indent.len() {
                line.push(' ');
                width += 1;
            }
            line.push_str(word);
            width += length;
        }
    }
    lines.join("\n")
}
