//! The deck of a review: its recommendation, the numbers behind it, what is weak and what to do.

use super::chart::{Native, bars};
use super::slide::{Item, Slide};
use super::table::Grid;
use super::text::Paragraph;
use super::tiles::{HEIGHT, Tile, tiled};
use super::{MOST_SLIDES, pictures};
use crate::charts::spec::{AxisUnit, Bar, Bars};
use crate::charts::{self, NamedChart};
use crate::design::Design;
use crate::report::review_pages::ReviewPages;
use crate::review::{Arg, Block, Finding, Part, PartKey, Sentence, Severity, Style, Table};
use crate::words::capital;

/// Slides that are left out first where there would be too many.
const SPARE: [&str; 4] = ["points-liability", "nps-effect", "discount-uplift", "net-effect"];

/// The slides.
pub fn slides(pages: &ReviewPages<'_>, design: &Design) -> Vec<Slide> {
    let deck = Deck { pages, pictures: charts::all(design, &pages.review.summary, pages.words.language()) };
    let mut slides: Vec<(&str, Slide)> = vec![("cover", deck.cover())];
    let mut add = |name, slide: Option<Slide>| slides.extend(slide.map(|slide| (name, slide)));
    add("verdict", deck.verdict());
    add("price", deck.price());
    add("goals", deck.goals());
    for name in
        ["waterfall", "net-effect", "retention-effect", "nps-effect", "churn-by-cause", "discount-uplift"]
    {
        add(name, deck.picture(name));
    }
    add("points-liability", deck.picture("points-liability"));
    add("threats", deck.threats());
    add("weak", deck.weak());
    add("changes", deck.changes());
    add("roadmap", deck.roadmap());
    add("evidence", deck.evidence());
    for spare in SPARE {
        if slides.len() > MOST_SLIDES {
            slides.retain(|(name, _)| *name != spare);
        }
    }
    slides.into_iter().map(|(_, slide)| slide).collect()
}

struct Deck<'a> {
    pages: &'a ReviewPages<'a>,
    pictures: Vec<NamedChart>,
}

impl Deck<'_> {
    fn say(&self, key: &str) -> String {
        self.pages.words.say(key, &[])
    }

    fn tell(&self, sentence: &Sentence) -> String {
        self.pages.review.tell(sentence, self.pages.words)
    }

    fn arg(&self, arg: &Arg) -> String {
        self.pages.review.tell_arg(arg, self.pages.words)
    }

    fn part(&self, key: PartKey) -> Option<&Part> {
        self.pages.review.part(key)
    }

    /// What the notes of every slide end with.
    fn source(&self) -> String {
        let run = self.pages.run();
        self.pictures.first().map_or(run, |picture| picture.chart.footer.clone())
    }

    fn cover(&self) -> Slide {
        let line = |text: String| Paragraph::plain(text);
        let mut lines = vec![line(self.say("page-kicker")).sized(18.0)];
        lines.extend(self.pages.review.run.program.as_ref().map(|name| line(name.clone()).sized(15.0)));
        lines.extend(self.pages.day().map(|day| line(day).sized(15.0)));
        lines.push(line(self.pages.run()).sized(13.0));
        let slide = Slide { cover: true, ..Slide::new(self.pages.review.run.title.as_str()) };
        slide.with([0.0, 0.0, 1.0, 1.0], Item::Words(lines)).noted([self.say("deck-caution"), self.source()])
    }

    fn picture(&self, name: &str) -> Option<Slide> {
        let picture = self.pictures.iter().find(|picture| picture.name == name)?;
        pictures::slide(&picture.chart, self.pages.words)
    }

    /// The recommendation, with the headline numbers and what would change it.
    fn verdict(&self) -> Option<Slide> {
        let part = self.part(PartKey::Verdict)?;
        let title = lead(part).map(|lead| self.tell(lead))?;
        let words =
            |sentences: &[Sentence]| sentences.iter().map(|s| self.tell(s)).collect::<Vec<_>>().join(" ");
        let why = part.blocks.iter().find_map(|block| match block {
            Block::Paragraph(sentences) => Some(words(sentences)),
            _ => None,
        });
        let tiles: Vec<Tile> = self.pages.tiles().iter().map(|tile| self.tile(tile)).collect();
        let top = if tiles.is_empty() { 0.0 } else { HEIGHT + 0.02 };
        let mut slide = tiled(Slide::new(title), &tiles);
        let changes = self.listed(part, "review-what-would-change-it");
        let half = if changes.is_empty() { 1.0 } else { 0.42 };
        slide =
            slide.with([0.0, top, half, 1.0 - top], Item::Words(why.iter().map(Paragraph::plain).collect()));
        if !changes.is_empty() {
            slide = slide.with([half + 0.02, top, 0.98 - half, 1.0 - top], Item::Words(changes));
        }
        Some(slide.noted(why).noted([self.say("deck-caution"), self.source()]))
    }

    fn tile(&self, tile: &crate::report::review_pages::Tile) -> Tile {
        let range = tile.range.as_ref().map(|range| self.tell(range));
        Tile { value: self.arg(&tile.value), label: self.tell(&tile.label), range }
    }

    /// The list below a heading of a part, with the heading.
    fn listed(&self, part: &Part, heading: &str) -> Vec<Paragraph> {
        let from = part.blocks.iter().position(|b| matches!(b, Block::Heading(s) if s.key == heading));
        let Some(from) = from else { return Vec::new() };
        let below = part.blocks[from + 1..].iter().take_while(|block| !matches!(block, Block::Heading(_)));
        let items = below.flat_map(|block| match block {
            Block::List(sentences) | Block::Paragraph(sentences) => sentences.as_slice(),
            _ => &[],
        });
        let items: Vec<Paragraph> = items.map(|sentence| Paragraph::item(self.tell(sentence))).collect();
        if items.is_empty() { items } else { [vec![Paragraph::heading(self.say(heading))], items].concat() }
    }

    /// For what, and at what price.
    fn price(&self) -> Option<Slide> {
        let part = self.part(PartKey::Verdict)?;
        let why = part.blocks.iter().find_map(|block| match block {
            Block::Paragraph(sentences) => sentences.first().map(|sentence| self.tell(sentence)),
            _ => None,
        });
        let title = why.as_deref().map_or_else(|| self.say("deck-price"), first_sentence);
        let (left, right) = (self.listed(part, "review-for-what"), self.listed(part, "review-at-what-price"));
        if left.is_empty() || right.is_empty() {
            return None;
        }
        let slide = Slide::new(title)
            .with([0.0, 0.0, 0.49, 1.0], Item::Words(left))
            .with([0.51, 0.0, 0.49, 1.0], Item::Words(right));
        Some(slide.noted([self.say("deck-caution"), self.source()]))
    }

    fn goals(&self) -> Option<Slide> {
        let part = self.part(PartKey::Goals)?;
        let columns = ["goal", "chance", "without", "expected", "range", "counter"];
        let grid = self
            .grid(table(part, "review-goals-table")?, &columns.map(|name| format!("review-column-{name}")));
        let said = part.blocks.iter().filter_map(|block| match block {
            Block::List(sentences) => Some(sentences),
            _ => None,
        });
        let said: Vec<Paragraph> =
            said.flatten().map(|sentence| Paragraph::item(self.tell(sentence))).collect();
        let slide = Slide::new(self.tell(lead(part)?))
            .with([0.0, 0.02, 1.0, 0.66], Item::Table(grid))
            .with([0.0, 0.72, 1.0, 0.28], Item::Words(said));
        Some(slide.noted(self.notes(part)).noted([self.source()]))
    }

    fn threats(&self) -> Option<Slide> {
        let part = self.part(PartKey::Threats)?;
        let found = table(part, "review-threats-table")?;
        let first = self.arg(found.rows.first()?.first()?);
        let title = self.pages.words.say("deck-threats-title", &[("threat", first.into())]);
        let columns = ["threat", "likely", "business", "program-change", "range", "loss-then"];
        let grid = self.grid(found, &columns.map(|name| format!("review-column-{name}")));
        let slide = Slide::new(title).with([0.0, 0.02, 1.0, 0.98], Item::Table(grid));
        Some(slide.noted(self.notes(part)).noted([self.source()]))
    }

    /// What is weak, the worst first, and what helps.
    fn weak(&self) -> Option<Slide> {
        let part = self.part(PartKey::WeakPoints)?;
        let all = findings(part);
        let words = self.pages.words;
        let Some(first) = all.first() else {
            return Some(Slide::new(self.say("deck-weak-none")).noted([self.source()]));
        };
        let critical = all.iter().filter(|finding| finding.severity == Severity::Critical).count();
        let said = self.tell(&first.title);
        let title = [
            ("found", all.len().into()),
            ("critical", critical.into()),
            ("first", said.trim_end_matches('.').to_owned().into()),
        ];
        let heads = [
            ("deck-weak-severity", false),
            ("deck-weak-weakness", false),
            ("deck-weak-remedy", false),
            ("deck-weak-gain", true),
        ];
        let heads = heads.map(|(key, numeric)| (self.say(key), numeric)).into();
        let mut worst = all.clone();
        worst.sort_by_key(|finding| finding.severity);
        let rows = worst.iter().map(|finding| self.finding(finding)).collect();
        let slide = Slide::new(words.say("deck-weak-title", &title));
        let notes: Vec<String> = all.iter().map(|finding| self.in_full(finding)).collect();
        Some(
            slide
                .with([0.0, 0.02, 1.0, 0.98], Item::Table(Grid { heads, rows }))
                .noted(notes)
                .noted([self.source()]),
        )
    }

    /// A finding as the speaker reads it.
    fn in_full(&self, finding: &Finding) -> String {
        let [title, found, why] = [&finding.title, &finding.found, &finding.why].map(|said| self.tell(said));
        format!("{} {title} {found} {why} {}", finding.code, self.pages.source(finding))
    }

    fn finding(&self, finding: &Finding) -> Vec<String> {
        let remedy = finding.action.as_ref();
        let none = || if finding.tried.is_empty() { String::new() } else { self.say("deck-unremedied") };
        let effect = remedy.and_then(|remedy| remedy.effect.clone());
        vec![
            capital(&self.say(severity(finding.severity))),
            self.tell(&finding.title),
            remedy.map_or_else(none, |remedy| plain(&self.tell(&remedy.what))),
            effect.map_or_else(String::new, |id| self.arg(&Arg::Figure { id, style: Style::Signed })),
        ]
    }

    /// The recommended design: what it changes.
    fn changes(&self) -> Option<Slide> {
        let part = self.part(PartKey::WeakPoints)?;
        let gain = part.blocks.iter().flat_map(Block::sentences).find(|s| s.key == "review-package-gain")?;
        let found = table(part, "changes-table")?;
        let columns = ["what", "from", "to"].map(|name| format!("changes-column-{name}"));
        let mut slide = Slide::new(self.tell(gain));
        let both = table(part, "review-package-table");
        let high = if both.is_some() { 0.5 } else { 0.98 };
        slide = slide.with([0.0, 0.02, 1.0, high - 0.02], Item::Table(self.grid(found, &columns)));
        if let Some(both) = both {
            let columns =
                ["figure", "proposal", "counter", "change"].map(|name| format!("review-column-{name}"));
            slide = slide.with([0.0, high + 0.03, 1.0, 0.97 - high], Item::Table(self.grid(both, &columns)));
        }
        Some(slide.noted([self.say("deck-caution"), self.source()]))
    }

    fn roadmap(&self) -> Option<Slide> {
        let part = self.part(PartKey::Roadmap)?;
        let found = table(part, "roadmap-table")?;
        let columns: Vec<String> = found.columns.iter().map(|column| column.head.key.to_string()).collect();
        let slide = Slide::new(self.tell(lead(part)?))
            .with([0.0, 0.02, 1.0, 0.98], Item::Table(self.grid(found, &columns)));
        Some(slide.noted(self.notes(part)).noted([self.source()]))
    }

    /// What it all rests on.
    fn evidence(&self) -> Option<Slide> {
        let part = self.part(PartKey::Evidence)?;
        let mut slide = Slide::new(self.tell(lead(part)?));
        let drivers = table(part, "review-drivers-table").map(|found| {
            let columns = ["number", "basis", "variance", "when-low", "when-high"];
            self.grid(found, &columns.map(|name| format!("review-column-{name}")))
        });
        let claims = self.listed(part, "review-claims");
        let drivers = drivers.filter(|grid| !grid.rows.is_empty());
        let top = if drivers.is_some() { 0.5 } else { 0.02 };
        if let Some(grid) = drivers {
            slide = slide.with([0.0, 0.02, 1.0, 0.46], Item::Table(grid));
        }
        let shares = table(part, "review-evidence-table").and_then(|found| self.shares(found));
        let left = if shares.is_some() { 0.46 } else { 0.0 };
        if let Some(chart) = shares {
            slide = slide.with([0.0, top, left, 1.0 - top], Item::Chart(Box::new(chart)));
        }
        if !claims.is_empty() {
            slide = slide.with([left, top, 1.0 - left, 1.0 - top], Item::Words(claims));
        }
        Some(slide.noted(self.notes(part)).noted([self.say("deck-caution"), self.source()]))
    }

    /// The shares of a table as bars, if any is above nothing.
    fn shares(&self, found: &Table) -> Option<Native> {
        let bar = |row: &Vec<Arg>| {
            let [name, Arg::Figure { id, .. }] = row.as_slice() else { return None };
            let value = self.pages.review.figures.get(id)?.value;
            let (name, amount) = (capital(&self.arg(name)), self.arg(&row[1]));
            Some(Bar { name, value, interval: (f64::NAN, f64::NAN), amount, notes: Vec::new() })
        };
        let bars: Vec<Bar> = found.rows.iter().filter_map(bar).collect();
        let axis = self.tell(&found.caption);
        let any = bars.iter().any(|bar| bar.value > 0.0);
        let bars = Bars { axis: axis.clone(), unit: AxisUnit::Percent, bars };
        any.then(|| bars::chart(&bars, axis, self.pages.words))
    }

    /// A table of the review with those of its columns that are wanted and there.
    fn grid(&self, found: &Table, columns: &[String]) -> Grid {
        let at: Vec<usize> = columns
            .iter()
            .filter_map(|key| found.columns.iter().position(|column| column.head.key == key.as_str()))
            .collect();
        let heads = at.iter().map(|at| (self.tell(&found.columns[*at].head), found.columns[*at].numeric));
        let row = |row: &Vec<Arg>| at.iter().map(|at| capital(&self.arg(&row[*at]))).collect();
        Grid { heads: heads.collect(), rows: found.rows.iter().map(row).collect() }
    }

    /// The small print of a part.
    fn notes(&self, part: &Part) -> Vec<String> {
        let notes = part.blocks.iter().filter_map(|block| match block {
            Block::Note(sentence) => Some(self.tell(sentence)),
            _ => None,
        });
        notes.collect()
    }
}

fn findings(part: &Part) -> Vec<&Finding> {
    let all = part.blocks.iter().filter_map(|block| match block {
        Block::Finding(finding) => Some(finding.as_ref()),
        _ => None,
    });
    all.collect()
}

fn lead(part: &Part) -> Option<&Sentence> {
    part.blocks.iter().find_map(|block| match block {
        Block::Lead(sentence) => Some(sentence),
        _ => None,
    })
}

fn table<'p>(part: &'p Part, caption: &str) -> Option<&'p Table> {
    part.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.caption.key == caption => Some(table),
        _ => None,
    })
}

/// How bad a weakness is, in a word.
fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "deck-severity-critical",
        Severity::Serious => "deck-severity-serious",
        Severity::Moderate => "deck-severity-moderate",
    }
}

/// What to do without the place in the design file.
fn plain(text: &str) -> String {
    let place = text.find(" (program.").and_then(|from| Some((from, from + text[from..].find(')')?)));
    place.map_or_else(|| text.to_owned(), |(from, to)| format!("{}{}", &text[..from], &text[to + 1..]))
}

/// The text up to its first full stop.
fn first_sentence(text: &str) -> String {
    let end = text.match_indices(". ").find(|(at, _)| text[at + 2..].starts_with(char::is_uppercase));
    end.map_or(text, |(at, _)| &text[..=at]).to_owned()
}
