//! Turns drawn pages into the bytes of one PDF, the same bytes for the same input.

use std::io::Write;

use chrono::Timelike;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Object, StringFormat};
use printpdf::{PdfDocument, PdfFont, PdfPage, PdfSaveOptions};

use crate::ground::canvas::{Canvas, PAGE_HEIGHT, PAGE_WIDTH};
use crate::ground::faces::Face;
use crate::ground::fonts::{FontError, Fonts};
use crate::ground::units::mm;
use crate::paper::{Imprint, Lang};

/// Makes papers. Cheap to share (`Send + Sync`); the font files are mapped on the first paper, not before.
#[derive(Debug)]
pub struct Press {
    pub(crate) fonts: Fonts,
}

/// A finished paper.
#[derive(Debug, Clone)]
pub struct Printed {
    /// The PDF, subset fonts embedded, text copyable.
    pub pdf: Vec<u8>,
    /// Characters that no font has, in the order met, each once. They stand on the paper as 〔U+XXXXX〕;
    /// tell the officer before the paper is handed over.
    pub uncovered: Vec<char>,
    pub pages: usize,
}

/// Why a paper couldn't be made.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    #[error(transparent)]
    Font(#[from] FontError),
    #[error("the QR payload of {0} bytes is too long for a code")]
    QrTooLong(usize),
    #[error("the PDF could not be written: {0}")]
    Write(String),
}

impl Press {
    pub fn new(fonts: Fonts) -> Self {
        Self { fonts }
    }

    /// The font chain, for `check` at start-up and `covers` when a name is typed.
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// An empty first page; the main fonts are loaded here, so that a missing one is an error and not a page
    /// of spelled-out code points.
    pub(crate) fn canvas(&self) -> Result<Canvas<'_>, PaperError> {
        for face in Face::MAIN {
            self.fonts.face(face)?;
        }
        Ok(Canvas::new(&self.fonts))
    }

    /// `title` is shown by readers and read aloud; the creation date is the imprint's, so that the same
    /// paper printed twice from the same record is the same file.
    pub(crate) fn finish(
        &self,
        canvas: Canvas,
        title: &str,
        lang: Lang,
        imprint: &Imprint,
    ) -> Result<Printed, PaperError> {
        let drawn = canvas.finish();
        let mut document = PdfDocument::new(title);
        describe(&mut document, title, imprint);
        for face in drawn.faces {
            let font = self.fonts.face(face)?;
            document.resources.fonts.map.insert(face.font_id(), PdfFont::new(font.parsed().clone()));
        }
        let pages = drawn.pages.len();
        document.pages =
            drawn.pages.into_iter().map(|ops| PdfPage::new(mm(PAGE_WIDTH), mm(PAGE_HEIGHT), ops)).collect();
        Ok(Printed { pdf: write(&document, lang)?, uncovered: drawn.uncovered, pages })
    }
}

fn describe(document: &mut PdfDocument, title: &str, imprint: &Imprint) {
    let info = &mut document.metadata.info;
    title.clone_into(&mut info.document_title);
    "papers".clone_into(&mut info.producer);
    // The imprint is office time, UTC+8 without summer time.
    let stamp = imprint.printed_at.with_nanosecond(0).unwrap_or(imprint.printed_at);
    let unix = stamp.and_utc().timestamp() - 8 * 3600;
    if let Ok(date) = printpdf::OffsetDateTime::from_unix_timestamp(unix) {
        info.creation_date = date;
        info.modification_date = date;
        info.metadata_date = date;
    }
}

/// printpdf draws file ids at random and knows no language: both are set on the finished object tree.
fn write(document: &PdfDocument, lang: Lang) -> Result<Vec<u8>, PaperError> {
    let mut warnings = Vec::new();
    let mut tree = printpdf::serialize::to_lopdf_doc(document, &PdfSaveOptions::default(), &mut warnings);
    if let Ok(catalog) = tree.catalog_mut() {
        catalog.set("Lang", Object::string_literal(lang.tag()));
        let mut preferences = lopdf::Dictionary::new();
        preferences.set("DisplayDocTitle", true);
        catalog.set("ViewerPreferences", preferences);
    }
    tree.objects.values_mut().filter_map(|object| object.as_dict_mut().ok()).for_each(slim);
    for object in tree.objects.values_mut() {
        if let Object::Stream(stream) = object {
            deflate(stream).map_err(|e| PaperError::Write(e.to_string()))?;
        }
    }
    "1.5".clone_into(&mut tree.version);
    let id = Object::String(fingerprint(&tree).to_vec(), StringFormat::Hexadecimal);
    tree.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    let mut bytes = Vec::with_capacity(48 * 1024);
    // Object streams take a tenth off a slip.
    tree.save_modern(&mut bytes).map_err(|e| PaperError::Write(e.to_string()))?;
    Ok(bytes)
}

/// lopdf would compress too, but with an engine that takes twice as long for a longer file.
fn deflate(stream: &mut lopdf::Stream) -> std::io::Result<()> {
    if stream.dict.has(b"Filter") {
        return Ok(());
    }
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&stream.content)?;
    stream.set_content(encoder.finish()?);
    stream.dict.set("Filter", "FlateDecode");
    Ok(())
}

/// Takes out what readers assume anyway: empty entries, and widths of one em (the default of a CID font),
/// which is every Han character's.
fn slim(dictionary: &mut lopdf::Dictionary) {
    let is_empty = |value: &Object| matches!(value, Object::String(text, _) if text.is_empty());
    let empty: Vec<Vec<u8>> =
        dictionary.iter().filter(|(_, value)| is_empty(value)).map(|(key, _)| key.clone()).collect();
    for key in empty {
        dictionary.remove(&key);
    }
    if let Ok(Object::Array(fonts)) = dictionary.get_mut(b"DescendantFonts") {
        fonts.iter_mut().filter_map(|font| font.as_dict_mut().ok()).for_each(slim);
    }
    if let Ok(Object::Array(widths)) = dictionary.get_mut(b"W") {
        let kept =
            widths.chunks(2).filter(|pair| !pair.get(1).is_some_and(all_one_em)).flatten().cloned().collect();
        *widths = kept;
    }
}

fn all_one_em(widths: &Object) -> bool {
    widths.as_array().is_ok_and(|widths| widths.iter().all(|w| matches!(w, Object::Integer(1000))))
}

/// An identifier made of what is on the pages (FNV-1a over the streams), not a protection.
fn fingerprint(tree: &lopdf::Document) -> [u8; 16] {
    let streams = tree.objects.values().filter_map(|object| object.as_stream().ok());
    let bytes: Vec<&[u8]> = streams.map(|stream| stream.content.as_slice()).collect();
    let round = |seed: u64| {
        let all = bytes.iter().flat_map(|part| part.iter());
        all.fold(seed, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
    };
    let mut id = [0; 16];
    id[..8].copy_from_slice(&round(0xcbf2_9ce4_8422_2325).to_be_bytes());
    id[8..].copy_from_slice(&round(0x8422_2325_cbf2_9ce4).to_be_bytes());
    id
}
