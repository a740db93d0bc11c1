//! A review as Markdown, with its pictures as files beside it.

use super::review_pages::{ReviewPages, effect, severity, shown};
use crate::review::{Arg, Block, Finding, Part, Picture, Remedy, Sentence, Table};
use crate::words::{breakable, capital};

/// The folder of the pictures, seen from the report.
pub const PICTURES: &str = "charts";

/// The review; its pictures are PNG files in the folder [`PICTURES`] beside it.
pub fn review_markdown(pages: &ReviewPages<'_>) -> String {
    let page = Page(pages);
    let day = pages.day().map(|day| format!(" · {day}")).unwrap_or_default();
    let mut text = format!(
        "# {}\n\n{}{day}  \n{}\n",
        escaped(&pages.review.run.title),
        pages.words.say("page-kicker", &[]),
        pages.run(),
    );
    for (at, part) in pages.review.parts.iter().enumerate() {
        text += &page.part(at + 1, part);
    }
    breakable(&text)
}

struct Page<'a>(&'a ReviewPages<'a>);

impl Page<'_> {
    fn tell(&self, sentence: &Sentence) -> String {
        escaped(&self.0.review.tell(sentence, self.0.words))
    }

    fn say(&self, key: &str) -> String {
        self.0.words.say(key, &[])
    }

    fn part(&self, number: usize, part: &Part) -> String {
        let blocks: Vec<String> = part.blocks.iter().map(|block| self.block(block)).collect();
        format!("\n## {number}. {}\n\n{}", self.say(part.key.heading()), blocks.concat().trim_end()) + "\n"
    }

    fn block(&self, block: &Block) -> String {
        match block {
            Block::Lead(sentence) => format!("**{}**\n\n", self.tell(sentence)),
            Block::Heading(sentence) => format!("### {}\n\n", self.tell(sentence)),
            Block::Note(sentence) => format!("> {}\n\n", self.tell(sentence)),
            Block::Paragraph(sentences) => {
                let told: Vec<String> = sentences.iter().map(|sentence| self.tell(sentence)).collect();
                told.join(" ") + "\n\n"
            }
            Block::List(sentences) => {
                let items: String = sentences.iter().map(|s| format!("- {}\n", self.tell(s))).collect();
                items + "\n"
            }
            Block::Table(table) => self.table(table),
            Block::Finding(finding) => self.finding(finding),
            Block::Picture(picture) => self.picture(*picture),
            Block::Code(code) => fenced(code.trim_end()),
        }
    }

    fn table(&self, table: &Table) -> String {
        let heads: Vec<String> = table.columns.iter().map(|column| self.tell(&column.head)).collect();
        let rule = |numeric| if numeric { "---:" } else { "---" };
        let rules: Vec<&str> = table.columns.iter().map(|column| rule(column.numeric)).collect();
        let mut text = format!("**{}**\n\n", self.tell(&table.caption));
        text += &format!("| {} |\n| {} |\n", heads.join(" | "), rules.join(" | "));
        for row in &table.rows {
            let cells: Vec<String> = row.iter().map(|cell| self.cell(cell)).collect();
            text += &format!("| {} |\n", cells.join(" | "));
        }
        text + "\n"
    }

    fn cell(&self, cell: &Arg) -> String {
        let text = self.0.review.tell_arg(cell, self.0.words);
        escaped(&match cell {
            Arg::Code(code) => format!("`{}`", code.replace('`', "'")),
            Arg::Text(_) | Arg::Figure { .. } => text,
            Arg::Name { .. } | Arg::Month(_) | Arg::List(_) | Arg::Said(_) => capital(&text),
        })
    }

    fn picture(&self, picture: Picture) -> String {
        match self.0.chart(picture) {
            Some(chart) => format!("![{}]({PICTURES}/{}.png)\n\n", escaped(&chart.title), picture.name()),
            None => String::new(),
        }
    }

    fn finding(&self, finding: &Finding) -> String {
        let mut text = format!(
            "#### {} · {} ({})\n\n{} {}\n\n",
            finding.code,
            self.tell(&finding.title).trim_end_matches('.'),
            self.say(severity(finding.severity)),
            self.tell(&finding.found),
            self.tell(&finding.why)
        );
        let line = finding.line.and_then(|line| Some((line, self.0.design_line(line)?)));
        if let Some((number, line)) = line {
            let place = self.0.words.say("page-line", &[("line", number.into())]);
            text += &format!("{place}: `{}`\n\n", line.replace('`', "'"));
        }
        let lists = [
            ("page-action", finding.action.as_slice()),
            ("page-also", &finding.also),
            ("page-tried", &finding.tried),
        ];
        for (heading, remedies) in lists.into_iter().filter(|(_, remedies)| !remedies.is_empty()) {
            let items: String =
                remedies.iter().map(|remedy| format!("- {}\n", self.remedy(remedy))).collect();
            text += &format!("**{}**\n\n{items}\n", self.say(heading));
        }
        text + &format!("> {}\n\n", escaped(&self.0.source(finding)))
    }

    fn remedy(&self, remedy: &Remedy) -> String {
        let what = self.tell(&remedy.what);
        let told = match &remedy.effect {
            Some(id) => self.tell(&effect(self.0.review, id, self.0.words)),
            None => self.say("page-untested"),
        };
        let package =
            if remedy.in_package { format!("; {}", self.say("page-in-package")) } else { String::new() };
        let shown = shown(remedy.shown).map_or(String::new(), |key| format!("; {}", self.say(key)));
        format!("{what} *{told}{shown}{package}*")
    }
}

/// Lines of code between fences longer than any row of backticks in it.
fn fenced(code: &str) -> String {
    const SHORTEST: usize = 3;
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(SHORTEST.max(longest + 1));
    format!("{fence}\n{code}\n{fence}\n\n")
}

/// Text that Markdown leaves as it is; code between two single backticks stays code. A backtick without a second, or beside
/// another, is text: it could switch the rest of the line to code and back.
fn escaped(text: &str) -> String {
    let letters: Vec<char> = text.chars().map(|c| if c == '\n' { ' ' } else { c }).collect();
    let is_single = |at: usize| {
        letters[at] == '`' && (at == 0 || letters[at - 1] != '`') && letters.get(at + 1) != Some(&'`')
    };
    let mut fences: Vec<usize> = (0..letters.len()).filter(|at| is_single(*at)).collect();
    fences.truncate(fences.len() / 2 * 2);
    let mut code = false;
    let mut safe = String::with_capacity(text.len());
    for (at, c) in letters.iter().enumerate() {
        let fence = fences.binary_search(&at).is_ok();
        code ^= fence;
        let inline = matches!(c, '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' | '&');
        let begins_block = at == 0 && matches!(c, '-' | '+' | '=');
        let ends_number = matches!(c, '.' | ')') && at > 0 && letters[..at].iter().all(char::is_ascii_digit);
        if *c == '|' || !code && !fence && (inline || begins_block || ends_number || *c == '`') {
            safe.push('\\');
        }
        safe.push(*c);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_from_a_design_are_no_markup() {
        assert_eq!(escaped("a_b [c] <d> | `e_f`"), "a\\_b \\[c\\] \\<d\\> \\| `e_f`");
        assert_eq!(escaped("a`<img src=x>"), "a\\`\\<img src=x\\>");
        assert_eq!(escaped("`a`<b> ``c`` `"), "`a`\\<b\\> \\`\\`c\\`\\` \\`");
        assert_eq!(escaped("1. a"), "1\\. a");
        assert_eq!(escaped("- 1.5 &amp;"), "\\- 1.5 \\&amp;");
    }

    #[test]
    fn code_cannot_end_its_fence() {
        assert_eq!(fenced("a\n```\nb"), "````\na\n```\nb\n````\n\n");
        assert_eq!(fenced("a"), "```\na\n```\n\n");
    }
}
