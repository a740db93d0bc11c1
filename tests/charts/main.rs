//! Charts as a reader gets them: words are never cut and never cover each other, the SVG is sound, the PNG has its size.

use std::sync::Arc;

use loyalsim::charts::{Chart, png, svg};
use loyalsim::words::Language;
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Group, Node, Options, Rect, TextChunk, Tree};

mod decide;
mod fixture;
mod messages;
mod real;
mod run;

/// Least distance of words from the left and right edge: readers without the font see other widths.
const MARGIN: f32 = 20.0;

/// What the renderer made of an SVG: its boxes in pixels, words apart from shapes.
struct Rendered {
    size: (f32, f32),
    words: Vec<(Rect, String)>,
    shapes: Vec<Rect>,
}

impl Rendered {
    fn new(svg: &str, fonts: &Arc<Database>) -> Self {
        let options = Options { fontdb: fonts.clone(), ..Options::default() };
        let tree = Tree::from_str(svg, &options).unwrap();
        let size = (tree.size().width(), tree.size().height());
        let mut rendered = Self { size, words: Vec::new(), shapes: Vec::new() };
        rendered.collect(tree.root());
        rendered
    }

    fn collect(&mut self, group: &Group) {
        for node in group.children() {
            match node {
                Node::Group(inner) => self.collect(inner),
                Node::Text(text) => {
                    let words = text.chunks().iter().map(TextChunk::text).collect();
                    self.words.push((text.abs_bounding_box(), words));
                }
                Node::Path(path) => self.shapes.push(path.abs_bounding_box()),
                Node::Image(_) => panic!("charts contain no images"),
            }
        }
    }

    fn contains(&self, a: &Rect) -> bool {
        a.left() >= 0.0 && a.top() >= 0.0 && a.right() <= self.size.0 && a.bottom() <= self.size.1
    }
}

/// Made-up charts and those of made-up runs.
fn every_chart() -> Vec<(String, Chart)> {
    let stories = [
        ("dear", run::DEAR),
        ("good", run::GOOD),
        ("open", run::OPEN),
        ("bad", run::BAD),
        ("none", run::NONE),
        ("idle", run::IDLE),
    ];
    let spoken = |(name, story): (&'static str, _)| {
        let charts =
            move |language| messages::charts(story, language).into_iter().map(move |c| (language, c));
        Language::ALL
            .into_iter()
            .flat_map(charts)
            .map(move |(l, c)| (format!("{name}-{}-{l}", c.name), c.chart))
    };
    let made_up = Language::ALL.into_iter().flat_map(|language| {
        let charts = fixture::all().into_iter();
        charts.map(move |(name, chart)| (format!("{name}-{language}"), Chart { language, ..chart }))
    });
    let runs = stories.into_iter().flat_map(spoken).chain(scenarios(12, 200));
    made_up.chain(runs).chain(decide::all()).collect()
}

/// The charts of all shipped scenarios in every language.
fn scenarios(trials: u64, customers: usize) -> Vec<(String, Chart)> {
    let files = std::fs::read_dir("scenarios").unwrap().map(|file| file.unwrap().path());
    let mut scenarios: Vec<_> = files.filter(|path| path.extension().is_some_and(|e| e == "toml")).collect();
    scenarios.sort();
    assert!(scenarios.len() > 8);
    let charts = |path: std::path::PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        real::charts(&name, trials, customers)
            .into_iter()
            .map(move |(language, c)| (format!("real-{name}-{}-{language}", c.name), c.chart))
    };
    scenarios.into_iter().flat_map(charts).collect()
}

fn fonts() -> Arc<Database> {
    let mut fonts = Database::new();
    for file in ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"] {
        fonts.load_font_data(std::fs::read(format!("assets/fonts/{file}")).unwrap());
    }
    assert_eq!(fonts.len(), 2);
    Arc::new(fonts)
}

fn apart(a: &Rect, b: &Rect) -> bool {
    a.left() >= b.right() || b.left() >= a.right() || a.top() >= b.bottom() || b.top() >= a.bottom()
}

/// No words come near an edge or cover others, and no shape leaves the canvas.
#[track_caller]
fn assert_fits(name: &str, rendered: &Rendered) {
    assert!(rendered.words.len() > 6, "{name}: {} words", rendered.words.len());
    for (i, (a, words)) in rendered.words.iter().enumerate() {
        let room = Rect::from_ltrb(a.left() - MARGIN, a.top(), a.right() + MARGIN, a.bottom()).unwrap();
        assert!(rendered.contains(&room), "{name}: '{words}' comes too near the edge: {a:?}");
        for (b, others) in &rendered.words[..i] {
            assert!(apart(a, b), "{name}: '{words}' covers '{others}': {a:?} {b:?}");
        }
    }
    assert!(
        rendered.shapes.iter().all(|shape| rendered.contains(shape)),
        "{name}: a shape leaves the canvas"
    );
}

/// Every word of the message is on the chart.
#[track_caller]
fn assert_says(name: &str, rendered: &Rendered, chart: &Chart) {
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let all: String = rendered.words.iter().map(|(_, words)| letters(words)).collect();
    for part in [&chart.title, &chart.subtitle, &chart.footer] {
        assert!(all.contains(&letters(part)), "{name}: '{part}' is not on the chart");
    }
}

/// One test for both, since making the charts takes most of its time.
#[test]
fn words_are_all_there_are_never_cut_and_never_cover_each_other() {
    let fonts = fonts();
    for (name, chart) in every_chart() {
        let rendered = Rendered::new(&svg(&chart), &fonts);
        assert_fits(&name, &rendered);
        assert_says(&name, &rendered, &chart);
    }
}

#[test]
fn hostile_words_leave_the_svg_sound() {
    let mut chart = fixture::retention();
    chart.title = "<script>&\"'\u{0}\u{b}\u{fffe}]]>".to_owned();
    chart.footer = chart.title.clone();
    let rendered = Rendered::new(&svg(&chart), &fonts());
    assert!(rendered.words.iter().any(|(_, words)| words.contains("<script>&\"'")));
}

#[test]
fn a_png_has_twice_the_size_of_its_svg() {
    let bytes = png(&svg(&fixture::retention())).unwrap();
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    let size = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    assert_eq!((size(16), size(20)), (1920, 1080));
    assert!(bytes.len() > 20_000);
}

#[test]
fn what_is_no_svg_is_an_error() {
    assert!(png("no picture").is_err());
}

/// Writes all charts for a look: `LOYALSIM_CHARTS=some/dir cargo test --test charts`.
#[test]
fn gallery() {
    let Ok(dir) = std::env::var("LOYALSIM_CHARTS") else { return };
    let real = scenarios(200, 2_000);
    for (name, chart) in every_chart().into_iter().chain(real) {
        let text = svg(&chart);
        std::fs::write(format!("{dir}/{name}.svg"), &text).unwrap();
        std::fs::write(format!("{dir}/{name}.png"), png(&text).unwrap()).unwrap();
    }
}
