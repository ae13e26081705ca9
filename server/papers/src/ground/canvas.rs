//! Pages in millimetres, measured from the top left corner, onto which lines, boxes and text are put.

use std::collections::BTreeSet;

use printpdf::{
    Actions, BorderArray, Color, ColorArray, CurTransMat, Greyscale, Line, LineDashPattern, LinePoint,
    LinkAnnotation, Op, PaintMode, PdfFontHandle, Point, Polygon, PolygonRing, Pt, Rect, TextItem,
    TextMatrix, WindingOrder,
};

use super::faces::Face;
use super::fonts::Fonts;
use super::text::{self, Block, Glyph, Style, TextLine};
use super::units::{pt, type_mm, type_pt};

/// A4 upright.
pub(crate) const PAGE_WIDTH: f32 = 210.0;
pub(crate) const PAGE_HEIGHT: f32 = 297.0;

/// Black, and the grey of rules that only separate.
pub(crate) const BLACK: f32 = 0.0;
pub(crate) const GREY: f32 = 0.6;

/// The pages of one paper in the making.
#[derive(Debug)]
pub(crate) struct Canvas<'a> {
    pub(crate) fonts: &'a Fonts,
    pages: Vec<Vec<Op>>,
    faces: BTreeSet<Face>,
    uncovered: Vec<char>,
}

/// What a canvas hands to the press.
pub(crate) struct Drawn {
    pub(crate) pages: Vec<Vec<Op>>,
    pub(crate) faces: BTreeSet<Face>,
    pub(crate) uncovered: Vec<char>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Centre,
    Right,
}

impl<'a> Canvas<'a> {
    pub(crate) fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, pages: vec![Vec::new()], faces: BTreeSet::new(), uncovered: Vec::new() }
    }

    pub(crate) fn finish(self) -> Drawn {
        Drawn { pages: self.pages, faces: self.faces, uncovered: self.uncovered }
    }

    pub(crate) fn new_page(&mut self) {
        self.pages.push(Vec::new());
    }

    pub(crate) fn page_count(&self) -> usize {
        self.pages.len()
    }

    /// Goes back to an earlier page's drawing, for what is known only at the end (page numbers).
    pub(crate) fn on_each_page(&mut self, mut draw: impl FnMut(&mut Self, usize)) {
        let pages = std::mem::take(&mut self.pages);
        for (at, page) in pages.into_iter().enumerate() {
            self.pages.push(page);
            draw(self, at);
        }
    }

    /// A straight rule, `thickness` in points.
    pub(crate) fn line(&mut self, from: (f32, f32), to: (f32, f32), thickness: f32, grey: f32) {
        self.stroke(vec![from, to], false, thickness, grey);
    }

    pub(crate) fn frame(&mut self, x: f32, y: f32, width: f32, height: f32, thickness: f32) {
        let corners = vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
        self.stroke(corners, true, thickness, BLACK);
    }

    /// A frame that marks a place to fill by hand rather than content.
    pub(crate) fn dashed_frame(&mut self, x: f32, y: f32, width: f32, height: f32) {
        self.dash(&[2.0, 2.0]);
        self.frame(x, y, width, height, 0.5);
        self.dash(&[]);
    }

    /// A line to cut or tear along.
    pub(crate) fn dashed_line(&mut self, from: (f32, f32), to: (f32, f32)) {
        self.dash(&[2.0, 2.0]);
        self.line(from, to, 0.5, BLACK);
        self.dash(&[]);
    }

    pub(crate) fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, grey: f32) {
        let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
        self.polygon(vec![corners.map(point).to_vec()], grey);
    }

    /// Fills black rings given in units of `scale` mm from `corner`: whole numbers make a short file, and one
    /// path for all shows no seam between neighbours.
    pub(crate) fn fill_scaled(
        &mut self,
        corner: (f32, f32),
        scale: f32,
        rings: impl Iterator<Item = Vec<(f32, f32)>>,
    ) {
        let unit = |(x, y): (f32, f32)| LinePoint { p: Point { x: Pt(x), y: Pt(y) }, bezier: false };
        let scale = type_pt(scale);
        let matrix = [scale, 0.0, 0.0, -scale, pt(corner.0).0, pt(PAGE_HEIGHT - corner.1).0];
        self.put(Op::SaveGraphicsState);
        self.put(Op::SetTransformationMatrix { matrix: CurTransMat::Raw(matrix) });
        self.polygon(rings.map(|ring| ring.into_iter().map(unit).collect()).collect(), BLACK);
        self.put(Op::RestoreGraphicsState);
    }

    /// Makes a rectangle lead to an address: a paper on a phone is pressed where a printed one is scanned.
    pub(crate) fn link(&mut self, x: f32, y: f32, width: f32, height: f32, address: &str) {
        let rect = Rect {
            x: pt(x),
            y: pt(PAGE_HEIGHT - y - height),
            width: pt(width),
            height: pt(height),
            mode: None,
            winding_order: None,
        };
        let (action, unseen) = (Actions::Uri(address.to_owned()), BorderArray::Solid([0.0; 3]));
        let link = LinkAnnotation::new(rect, action, Some(unseen), Some(ColorArray::Transparent), None);
        self.put(Op::LinkAnnotation { link });
    }

    /// One line of text with its baseline at `y`; gives its width.
    pub(crate) fn text(&mut self, x: f32, y: f32, text: &str, style: Style) -> f32 {
        self.aligned(x, y, text, style, Align::Left)
    }

    /// One line of text whose left end, middle or right end is at `x`.
    pub(crate) fn aligned(&mut self, x: f32, y: f32, text: &str, style: Style, align: Align) -> f32 {
        let block = text::lay(self.fonts, text, style, f32::INFINITY);
        let width = block.width();
        self.block_lines(x, y, &block, align, 0.0);
        width
    }

    /// Text broken to `width`, first baseline at `y`; gives the baseline after the last line.
    pub(crate) fn paragraph(&mut self, x: f32, y: f32, width: f32, text: &str, style: Style) -> f32 {
        let block = text::lay(self.fonts, text, style, width);
        self.block(x, y, &block);
        y + block.height()
    }

    pub(crate) fn block(&mut self, x: f32, y: f32, block: &Block) {
        self.block_lines(x, y, block, Align::Left, 0.0);
    }

    /// Lines one under another from the baseline `y`, each set to `align` against `x` within `width`.
    pub(crate) fn block_lines(&mut self, x: f32, y: f32, block: &Block, align: Align, width: f32) {
        for character in &block.uncovered {
            if !self.uncovered.contains(character) {
                self.uncovered.push(*character);
            }
        }
        for (at, line) in block.lines.iter().enumerate() {
            let left = match align {
                Align::Left => x,
                Align::Centre => x + (width - line.width) / 2.0,
                Align::Right => x + width - line.width,
            };
            self.glyphs(left, y + text::count(at) * block.style.leading, line, block.style.size, BLACK, None);
        }
    }

    /// A word across the page, so pale that what stands above it reads undisturbed.
    pub(crate) fn watermark(&mut self, word: &str, style: Style) {
        let block = text::lay(self.fonts, word, style, f32::INFINITY);
        let slope = std::f32::consts::FRAC_1_SQRT_2;
        let half = block.width() / 2.0;
        let (x, y) = (PAGE_WIDTH / 2.0 - half * slope, PAGE_HEIGHT / 2.0 + half * slope);
        for line in &block.lines {
            self.glyphs(x, y, line, style.size, 0.9, Some(slope));
        }
    }

    fn glyphs(&mut self, x: f32, y: f32, line: &TextLine, size: f32, grey: f32, slope: Option<f32>) {
        if line.glyphs.is_empty() {
            return;
        }
        let (left, base) = (pt(x), pt(PAGE_HEIGHT - y));
        let matrix = match slope {
            None => TextMatrix::Translate(left, base),
            Some(s) => TextMatrix::Raw([s, s, -s, s, left.0, base.0]),
        };
        self.put(Op::StartTextSection);
        self.put(Op::SetFillColor { col: ink(grey) });
        self.put(Op::SetTextMatrix { matrix });
        for run in line.glyphs.chunk_by(|a, b| a.face == b.face) {
            let Some(first) = run.first() else { continue };
            self.faces.insert(first.face);
            let font = PdfFontHandle::External(first.face.font_id());
            self.put(Op::SetFont { font, size: Pt(size) });
            self.put(Op::ShowText { items: items(run) });
        }
        self.put(Op::EndTextSection);
    }

    fn stroke(&mut self, points: Vec<(f32, f32)>, closed: bool, thickness: f32, grey: f32) {
        let line = Line { points: points.into_iter().map(point).collect(), is_closed: closed };
        self.put(Op::SetOutlineColor { col: ink(grey) });
        self.put(Op::SetOutlineThickness { pt: Pt(thickness) });
        self.put(Op::DrawLine { line });
    }

    fn polygon(&mut self, rings: Vec<Vec<LinePoint>>, grey: f32) {
        let rings = rings.into_iter().map(|points| PolygonRing { points }).collect();
        let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        self.put(Op::SetFillColor { col: ink(grey) });
        self.put(Op::DrawPolygon { polygon });
    }

    /// Dash and gap in points; none for an unbroken line.
    fn dash(&mut self, pattern: &[f32]) {
        self.put(Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, pattern) });
    }

    fn put(&mut self, op: Op) {
        if let Some(page) = self.pages.last_mut() {
            page.push(op);
        }
    }
}

/// Text as the PDF wants it: runs of characters, with a number wherever the pen must not follow the font.
fn items(run: &[Glyph]) -> Vec<TextItem> {
    let mut items = Vec::new();
    let mut together = String::new();
    for glyph in run {
        together.push(glyph.character);
        let extra = glyph.advance - glyph.natural;
        if extra != 0.0 {
            items.push(TextItem::Text(std::mem::take(&mut together)));
            items.push(TextItem::Offset((-extra * 1000.0).round()));
        }
    }
    if !together.is_empty() {
        items.push(TextItem::Text(together));
    }
    items
}

fn point((x, y): (f32, f32)) -> LinePoint {
    LinePoint { p: Point { x: pt(x), y: pt(PAGE_HEIGHT - y) }, bezier: false }
}

fn ink(grey: f32) -> Color {
    Color::Greyscale(Greyscale { percent: grey, icc_profile: None })
}

/// Baseline that centres a line of `style` in a box of `height` from `top`, by the height of Han characters.
pub(crate) fn centred_baseline(top: f32, height: f32, style: Style, lines: usize) -> f32 {
    let em = type_mm(style.size);
    let rest = text::count(lines.saturating_sub(1)) * style.leading;
    // A Han character fills its em from 0.12 below the baseline to 0.88 above.
    top + (height - rest) / 2.0 + em * 0.38
}
