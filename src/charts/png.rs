//! From SVG to PNG, with the embedded font and no other.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{self, Options, Tree};

use super::draw::measure::{BOLD, REGULAR};

/// Pixels of a PNG per pixel of the SVG.
pub const PIXELS: f32 = 2.0;

/// A picture could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The SVG cannot be read.
    #[error("the SVG cannot be read: {0}")]
    Svg(#[from] usvg::Error),
    /// The picture would be empty or larger than memory can hold.
    #[error("a picture of {width} by {height} pixels cannot be made")]
    Size {
        /// Width asked for.
        width: u32,
        /// Height asked for.
        height: u32,
    },
    /// The PNG could not be encoded.
    #[error("the PNG could not be encoded: {0}")]
    Encoding(String),
}

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_source(Source::Binary(Arc::new(REGULAR)));
    fonts.load_font_source(Source::Binary(Arc::new(BOLD)));
    Arc::new(fonts)
});

/// The SVG as a tree of shapes, its words set in the embedded font.
fn tree(svg: &str) -> Result<Tree, PngError> {
    let options =
        Options { fontdb: FONTS.clone(), font_family: "DejaVu Sans".to_owned(), ..Options::default() };
    Ok(Tree::from_str(svg, &options)?)
}

/// The SVG as PNG bytes, at twice its size.
pub fn png(svg: &str) -> Result<Vec<u8>, PngError> {
    let tree = tree(svg)?;
    let size = tree.size().to_int_size().scale_by(PIXELS).unwrap_or(tree.size().to_int_size());
    let (width, height) = (size.width(), size.height());
    let mut canvas = Pixmap::new(width, height).ok_or(PngError::Size { width, height })?;
    canvas.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(PIXELS, PIXELS), &mut canvas.as_mut());
    encoded(&canvas).map_err(|e| PngError::Encoding(e.to_string()))
}

/// An opaque picture without its alpha. Compressed fast: at the usual level that took a tenth of a whole run.
fn encoded(canvas: &Pixmap) -> Result<Vec<u8>, ::png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, canvas.width(), canvas.height());
    encoder.set_color(::png::ColorType::Rgb);
    encoder.set_depth(::png::BitDepth::Eight);
    encoder.set_compression(::png::Compression::Fast);
    let pixels = canvas.pixels().iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels.collect::<Vec<u8>>())?;
    writer.finish()?;
    Ok(bytes)
}
