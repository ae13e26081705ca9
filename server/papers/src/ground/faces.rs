//! The faces a paper is set in, where their files lie, and which face steps in for which.

use printpdf::FontId;

/// One font file's one face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Face {
    Sans,
    SansBold,
    SerifBold,
    /// 花園明朝 A: the basic plane with extension A and compatibility forms.
    HanaA,
    /// 花園明朝 B: extensions B and later (𬭚, 𠅤).
    HanaB,
}

impl Face {
    pub(crate) const ALL: [Self; 5] = [Self::Sans, Self::SansBold, Self::SerifBold, Self::HanaA, Self::HanaB];

    /// A paper can't be made without these; the others only widen what can be written.
    pub(crate) const MAIN: [Self; 3] = [Self::Sans, Self::SansBold, Self::SerifBold];

    /// The name under which the face enters the PDF: six capitals, by which readers know a subset.
    pub(crate) fn font_id(self) -> FontId {
        FontId(
            match self {
                Self::Sans => "NSANSR",
                Self::SansBold => "NSANSB",
                Self::SerifBold => "NSERIB",
                Self::HanaA => "HANMNA",
                Self::HanaB => "HANMNB",
            }
            .to_owned(),
        )
    }

    /// File names to look for, best first: Debian's collections, then the single files that Noto also offers.
    pub(crate) fn files(self) -> &'static [&'static str] {
        match self {
            Self::Sans => &["NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "NotoSansSC-Regular.otf"],
            Self::SansBold => &["NotoSansCJK-Bold.ttc", "NotoSansCJKsc-Bold.otf", "NotoSansSC-Bold.otf"],
            Self::SerifBold => &["NotoSerifCJK-Bold.ttc", "NotoSerifCJKsc-Bold.otf", "NotoSerifSC-Bold.otf"],
            Self::HanaA => &["HanaMinA.ttf"],
            Self::HanaB => &["HanaMinB.ttf"],
        }
    }

    /// The Debian package that brings the file.
    pub(crate) fn package(self) -> &'static str {
        match self {
            Self::Sans | Self::SansBold | Self::SerifBold => "fonts-noto-cjk",
            Self::HanaA | Self::HanaB => "fonts-hanazono",
        }
    }

    /// Who is asked for a character, in this order. Each chain ends with what `Sans` can reach, so that a
    /// character covered in text is covered in headings too.
    pub(crate) fn chain(self) -> &'static [Self] {
        match self {
            Self::SansBold => &[Self::SansBold, Self::Sans, Self::HanaA, Self::HanaB],
            Self::SerifBold => &[Self::SerifBold, Self::HanaA, Self::HanaB, Self::Sans],
            Self::Sans | Self::HanaA | Self::HanaB => &[Self::Sans, Self::HanaA, Self::HanaB],
        }
    }

    pub(crate) fn index(self) -> usize {
        match self {
            Self::Sans => 0,
            Self::SansBold => 1,
            Self::SerifBold => 2,
            Self::HanaA => 3,
            Self::HanaB => 4,
        }
    }
}
