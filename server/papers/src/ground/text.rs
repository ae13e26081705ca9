//! Turns a string into lines of placed glyphs: which face, how wide, where to break, how far to shrink.

use super::faces::Face;
use super::fonts::Fonts;
use super::linebreak::{self, Strength};
use super::units::type_mm;

/// How a piece of text is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) face: Face,
    /// Type size in points.
    pub(crate) size: f32,
    /// Distance of baselines in millimetres.
    pub(crate) leading: f32,
    /// Extra space after each character, in em.
    pub(crate) tracking: f32,
    /// An eighth of an em between Han and Latin. For sentences only: a name or a number must copy as typed.
    pub(crate) prose: bool,
}

impl Style {
    pub(crate) const fn new(face: Face, size: f32, leading: f32) -> Self {
        Self { face, size, leading, tracking: 0.0, prose: false }
    }

    pub(crate) const fn prose(mut self) -> Self {
        self.prose = true;
        self
    }

    pub(crate) const fn tracked(mut self, em: f32) -> Self {
        self.tracking = em;
        self
    }

    fn scaled(mut self, factor: f32) -> Self {
        self.size *= factor;
        self.leading *= factor;
        self
    }
}

/// One character on the line; `advance` in em, tracking and squeezing included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) character: char,
    pub(crate) face: Face,
    /// The glyph's own width, which the reader's pen moves by itself.
    pub(crate) natural: f32,
    pub(crate) advance: f32,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct TextLine {
    pub(crate) glyphs: Vec<Glyph>,
    /// In millimetres at the style's size.
    pub(crate) width: f32,
}

/// Laid-out text with the style it ended up in (smaller than asked where it had to shrink).
#[derive(Debug, Clone)]
pub(crate) struct Block {
    pub(crate) lines: Vec<TextLine>,
    pub(crate) style: Style,
    pub(crate) uncovered: Vec<char>,
}

impl Block {
    pub(crate) fn height(&self) -> f32 {
        count(self.lines.len()) * self.style.leading
    }

    pub(crate) fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }
}

/// Breaks `text` into lines of at most `width` millimetres; `\n` always breaks.
pub(crate) fn lay(fonts: &Fonts, text: &str, style: Style, width: f32) -> Block {
    let mut lines = Vec::new();
    let mut uncovered = Vec::new();
    for paragraph in text.split('\n') {
        let glyphs = shape(fonts, paragraph.trim_end_matches('\r'), style, &mut uncovered);
        let room = width / type_mm(style.size);
        for range in break_lines(&glyphs, room) {
            let glyphs = trim(&glyphs[range]);
            let width = measure(&glyphs) * type_mm(style.size);
            lines.push(TextLine { glyphs, width });
        }
    }
    Block { lines, style, uncovered }
}

/// Like [`lay`], in smaller and smaller type until it fits `height` or has reached `floor` of its size.
pub(crate) fn fit(fonts: &Fonts, text: &str, style: Style, width: f32, height: f32, floor: f32) -> Block {
    let mut factor = 1.0;
    loop {
        let block = lay(fonts, text, style.scaled(factor), width);
        if block.height() <= height || factor <= floor {
            return block;
        }
        factor = (factor - 0.05_f32).max(floor);
    }
}

/// Characters to glyphs; what no font has becomes the spelled-out 〔U+XXXXX〕.
fn shape(fonts: &Fonts, text: &str, style: Style, uncovered: &mut Vec<char>) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(text.len() / 2);
    for character in text.chars() {
        if let Some(glyph) = one(fonts, style, character) {
            glyphs.push(glyph);
            continue;
        }
        if !uncovered.contains(&character) {
            uncovered.push(character);
        }
        let spelled = format!("〔U+{:04X}〕", u32::from(character));
        glyphs.extend(spelled.chars().filter_map(|c| one(fonts, style, c)));
    }
    for at in 1..glyphs.len() {
        let (before, after) = (glyphs[at - 1].character, glyphs[at].character);
        if let Some(space) = linebreak::squeeze(before, after) {
            glyphs[at - 1].advance -= space;
        } else if style.prose && linebreak::wants_space(before, after) {
            glyphs[at - 1].advance += 0.125;
        }
    }
    glyphs
}

fn one(fonts: &Fonts, style: Style, character: char) -> Option<Glyph> {
    let (face, natural) = fonts.glyph(style.face, character)?;
    Some(Glyph { character, face, natural, advance: natural + style.tracking })
}

fn measure(glyphs: &[Glyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.advance).sum()
}

/// Blanks at a line's edge would shift it; closing punctuation at the end may hang by its empty half.
fn trim(glyphs: &[Glyph]) -> Vec<Glyph> {
    let mut glyphs = glyphs;
    while let [first, rest @ ..] = glyphs
        && first.character == ' '
    {
        glyphs = rest;
    }
    while let [rest @ .., last] = glyphs
        && last.character == ' '
    {
        glyphs = rest;
    }
    glyphs.to_vec()
}

/// Greedy lines that give up the weakest rule first when nothing else fits.
fn break_lines(glyphs: &[Glyph], room: f32) -> Vec<std::ops::Range<usize>> {
    let characters: Vec<char> = glyphs.iter().map(|glyph| glyph.character).collect();
    let bonds = linebreak::bonds(&characters);
    let mut lines = Vec::new();
    let mut start = 0;
    while start < glyphs.len() {
        let end = start + reach(&glyphs[start..], room);
        if end >= glyphs.len() {
            lines.push(start..glyphs.len());
            break;
        }
        let cut = best_cut(glyphs, &bonds, start, end, room);
        lines.push(start..cut);
        start = cut;
    }
    if lines.is_empty() {
        lines.push(0..0);
    }
    mend_orphan(&mut lines, &characters, &bonds);
    lines
}

/// How many glyphs fit; the empty half of a closing mark may stand over the edge.
fn reach(glyphs: &[Glyph], room: f32) -> usize {
    let mut used = 0.0;
    for (at, glyph) in glyphs.iter().enumerate() {
        let ink = if linebreak::hangs(glyph.character) { glyph.advance - 0.5 } else { glyph.advance };
        if used + ink > room + 0.001 && glyph.character != ' ' {
            return at.max(1);
        }
        used += glyph.advance;
    }
    glyphs.len()
}

/// The last place a line may end. A whole quotation is not worth a line left mostly empty; a whole date is.
fn best_cut(glyphs: &[Glyph], bonds: &[Strength], start: usize, end: usize, room: f32) -> usize {
    let last = |most: Strength| (start + 1..=end).rev().find(|&at| bonds[at] <= most);
    if let Some(cut) = last(Strength::Free)
        && measure(&glyphs[start..cut]) >= room * 0.4
    {
        return cut;
    }
    [Strength::Quoted, Strength::Free, Strength::Dated].into_iter().find_map(last).unwrap_or(end)
}

/// A last line of one lone character takes company from the line before.
fn mend_orphan(lines: &mut [std::ops::Range<usize>], characters: &[char], bonds: &[Strength]) {
    let [.., before, last] = lines else { return };
    let han = characters[last.clone()].iter().filter(|c| !linebreak::closes(**c) && **c != ' ').count();
    if han != 1 || last.start != before.end {
        return;
    }
    if let Some(cut) = (before.start + 1..before.end).rev().find(|&at| bonds[at] == Strength::Free)
        && before.end - cut <= 6
    {
        before.end = cut;
        last.start = cut;
    }
}

#[expect(clippy::cast_precision_loss, reason = "a paper has a few hundred lines at most")]
pub(crate) fn count(number: usize) -> f32 {
    number as f32
}
