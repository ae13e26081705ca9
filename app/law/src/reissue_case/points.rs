//! What 初审 looks at.

use super::Matter;
use crate::Lang;
use crate::coded::named;

named! {
    /// A tick of the pre-check.
    pub enum PreCheckPoint {
        DocumentsValid = "documents_valid",
        PhotosFit = "photos_fit",
        StatusAsked = "status_asked",
    }
}

impl PreCheckPoint {
    /// The words beside the tick.
    pub const fn title(self, matter: Matter, lang: Lang) -> &'static str {
        match (self, matter) {
            (Self::DocumentsValid, _) => {
                lang.pick("证件是原件，都在有效期内", "Documents are originals and valid")
            }
            (Self::PhotosFit, Matter::Marriage) => {
                lang.pick("合影 3 张，符合要求", "Three joint photos as required")
            }
            (Self::PhotosFit, Matter::Divorce) => {
                lang.pick("单人照 2 张，符合要求", "Two photos as required")
            }
            (Self::StatusAsked, Matter::Marriage) => {
                lang.pick("问过：现在仍是这段婚姻", "Asked: this marriage still stands")
            }
            (Self::StatusAsked, Matter::Divorce) => {
                lang.pick("问过：离婚后没有再婚、复婚", "Asked: not married again since")
            }
        }
    }
}
