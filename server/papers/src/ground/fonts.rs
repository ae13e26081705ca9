//! Finds, maps and shares the font files; nothing is read before the first paper or the first question.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use printpdf::{AzulParsedFont, ParsedFont};
use rust_fontconfig::{FcFontCache, FcFontPath, FcPattern};

use super::faces::Face;

/// Folders below a font folder that are looked into (`/usr/share/fonts/opentype/noto` is two down).
const DEPTH: usize = 5;
/// Faces in Noto's collections; Simplified Chinese is the third, the rest is asked in case that changes.
const COLLECTION: [usize; 10] = [2, 0, 1, 3, 4, 5, 6, 7, 8, 9];

/// The font chain Noto CJK SC → HanaMin A → HanaMin B.
#[derive(Debug)]
pub struct Fonts {
    folders: Vec<PathBuf>,
    faces: [OnceLock<Result<Arc<Loaded>, FontError>>; 5],
}

/// Why a font can't be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FontError {
    /// `file` lies in none of the folders; Debian's `package` brings it.
    #[error("font {file} not found in {folders}; install the Debian package {package} or put the file there")]
    Missing { file: &'static str, package: &'static str, folders: String },
    /// The file is there but isn't a font that can be read, or holds no Simplified Chinese face.
    #[error("font file {path} cannot be used: {reason}")]
    Unusable { path: String, reason: String },
}

/// A parsed face over a memory-mapped file.
#[derive(Debug)]
pub(crate) struct Loaded {
    font: ParsedFont,
    units_per_em: f32,
}

impl Default for Fonts {
    /// `/usr/share/fonts`, then a folder `fonts` where the process runs.
    fn default() -> Self {
        Self::new(["/usr/share/fonts", "fonts"])
    }
}

impl Fonts {
    /// Looks in `folders`, in this order, and in what lies below them.
    pub fn new<P: Into<PathBuf>>(folders: impl IntoIterator<Item = P>) -> Self {
        Self { folders: folders.into_iter().map(Into::into).collect(), faces: Default::default() }
    }

    /// For start-up: says whether every main font is there, without loading any.
    ///
    /// Gives the names of missing fallback files, which only narrow the rare characters that can be printed.
    ///
    /// # Errors
    /// [`FontError::Missing`] for the first main font not found.
    pub fn check(&self) -> Result<Vec<&'static str>, FontError> {
        let mut narrower = Vec::new();
        for face in Face::ALL {
            match self.find(face) {
                Ok(_) => {}
                Err(error) if Face::MAIN.contains(&face) => return Err(error),
                Err(_) => narrower.extend(face.files().first()),
            }
        }
        Ok(narrower)
    }

    /// Whether some font of the chain has `character`. Cheap after the first call (a look into a mapped
    /// table); false for everything when the main font is missing.
    pub fn covers(&self, character: char) -> bool {
        self.glyph(Face::Sans, character).is_some()
    }

    /// The first face in `style`'s chain that has `character`, with the glyph's advance in em.
    pub(crate) fn glyph(&self, style: Face, character: char) -> Option<(Face, f32)> {
        style.chain().iter().find_map(|&face| {
            let font = self.face(face).ok()?;
            font.advance(character).map(|advance| (face, advance))
        })
    }

    pub(crate) fn face(&self, face: Face) -> Result<Arc<Loaded>, FontError> {
        let slot = &self.faces[face.index()];
        slot.get_or_init(|| self.find(face).and_then(|path| load(&path)).map(Arc::new)).clone()
    }

    fn find(&self, face: Face) -> Result<PathBuf, FontError> {
        face.files()
            .iter()
            .find_map(|file| self.folders.iter().find_map(|folder| seek(folder, file, DEPTH)))
            .ok_or_else(|| FontError::Missing {
                file: face.files().first().copied().unwrap_or_default(),
                package: face.package(),
                folders: self.folders.iter().map(|f| f.display().to_string()).collect::<Vec<_>>().join(", "),
            })
    }
}

impl Loaded {
    pub(crate) fn parsed(&self) -> &ParsedFont {
        &self.font
    }

    /// Width of a character's glyph in em; none if the face lacks it.
    fn advance(&self, character: char) -> Option<f32> {
        let glyph = self.font.lookup_glyph_index(u32::from(character)).filter(|&glyph| glyph != 0)?;
        Some(f32::from(self.font.get_horizontal_advance(glyph)) / self.units_per_em)
    }
}

/// The files of a folder come before those below it, in the order of their names.
fn seek(folder: &Path, file: &str, depth: usize) -> Option<PathBuf> {
    let here = folder.join(file);
    if here.is_file() {
        return Some(here);
    }
    if depth == 0 {
        return None;
    }
    let mut below: Vec<PathBuf> =
        std::fs::read_dir(folder).ok()?.filter_map(|e| Some(e.ok()?.path())).filter(|p| p.is_dir()).collect();
    below.sort();
    below.iter().find_map(|folder| seek(folder, file, depth - 1))
}

/// A collection of 20 MB is mapped, not read: only the pages with the glyphs in use come into memory.
fn load(path: &Path) -> Result<Loaded, FontError> {
    let unusable =
        |reason: &str| FontError::Unusable { path: path.display().to_string(), reason: reason.into() };
    let name = path.to_str().ok_or_else(|| unusable("its path is not UTF-8"))?;
    let shelf = FcFontCache::default();
    let place = FcFontPath { path: name.to_owned(), font_index: 0, bytes_hash: 0 };
    let id = shelf.insert_fast_pattern(FcPattern::default(), place);
    let bytes = shelf.get_font_bytes(&id).ok_or_else(|| unusable("it cannot be opened"))?;
    let collection = bytes.get(..4) == Some(b"ttcf".as_slice());
    let candidates = if collection { COLLECTION.as_slice() } else { &[0] };
    for &index in candidates {
        let mut warnings = Vec::new();
        let Some(font) = AzulParsedFont::from_bytes_shared(Arc::clone(&bytes), index, &mut warnings) else {
            continue;
        };
        let simplified =
            font.font_name.as_deref().is_some_and(|n| n.contains("CJKsc") && !n.contains("Mono"));
        if !collection || simplified {
            let units_per_em = f32::from(font.pdf_font_metrics.units_per_em.max(1));
            return Ok(Loaded { font: ParsedFont::from_azul(font), units_per_em });
        }
    }
    Err(unusable("it holds no readable Simplified Chinese face"))
}
