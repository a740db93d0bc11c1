//! A review as text for a terminal.

use super::review_pages::{says_more, shown as word};
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
        let cells = |row: &Vec<Arg>| -> Vec<String> {
            row.iter().map(|cell| self.review.tell_arg(cell, self.words)).collect()
        };
        let body = table.rows.iter().flat_map(|row| tall(&cells(row)));
        let rows: Vec<Vec<String>> = std::iter::once(head).chain(body).collect();
        let align = |numeric| if numeric { Align::Right } else { Align::Left };
        let aligns: Vec<Align> = table.columns.iter().map(|column| align(column.numeric)).collect();
        format!("  {}\n{}\n", self.review.tell(&table.caption, self.words), layout(&rows, &aligns))
    }

    fn finding(&self, finding: &Finding) -> String {
        let place = match (&finding.path, finding.line) {
            (Some(path), Some(line)) => {
                let at = [("path", path.as_str().into()), ("line", line.to_string().into())];
                format!(" [{}]", self.words.say("review-place", &at))
            }
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
            Some(id) => {
                let marks =
                    remedy.in_package.then_some("page-in-package").into_iter().chain(word(remedy.shown));
                let said: String = marks.map(|key| format!("; {}", self.words.say(key, &[]))).collect();
                let [effect, range] = [Style::Signed, Style::Range].map(|style| shown(id, style));
                let range = if says_more(&range, &effect) { format!(" ({range})") } else { String::new() };
                format!("{what} {effect}{range}{said}")
            }
            None => what,
        }
    }
}

/// A row of a table in as many lines as its longest cell needs; what is continued is indented.
fn tall(cells: &[String]) -> Vec<Vec<String>> {
    /// Wider cells would not leave room for the others.
    const WIDEST: usize = 52;
    let cells: Vec<Vec<String>> = cells.iter().map(|cell| lines(cell, WIDEST)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |cell: &Vec<String>, at: usize| match cell.get(at) {
        Some(line) if at > 0 => format!("  {line}"),
        Some(line) => line.clone(),
        None => String::new(),
    };
    (0..height).map(|at| cells.iter().map(|cell| line(cell, at)).collect()).collect()
}

/// The text in lines of at most a hundred characters; the first begins with `mark`, the others are indented as deep.
fn wrapped(text: &str, mark: &str) -> String {
    const WIDEST: usize = 100;
    let indent = " ".repeat(mark.chars().count());
    let lines = lines(text, WIDEST.saturating_sub(indent.len()));
    format!("{mark}{}", lines.join(&format!("\n{indent}")))
}

/// The text in lines of at most `widest` characters, broken between words; a longer word has a line to itself.
fn lines(text: &str, widest: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= widest => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_cell_makes_a_tall_row() {
        let long = "a threat that takes many more words than a column of a table has room for";
        let rows = tall(&[long.to_owned(), "5 %".to_owned()]);
        let shown: Vec<&str> = rows.iter().map(|row| row[0].trim_start()).collect();
        assert_eq!(shown.join(" "), long);
        assert!(rows.len() == 2 && rows[1][0].starts_with("  ") && rows[1][1].is_empty());
        assert!(rows.iter().all(|row| row[0].chars().count() <= 54));
    }
}
