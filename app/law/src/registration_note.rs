//! What is noted on a registration after it was made (条例 20; DOMAIN §5.1): revoked by civil affairs, or ended by a
//! court. The entry stays as it is and says so.

use crate::Lang;
use crate::coded::named;

named! {
    /// Which note.
    pub enum NoteKind {
        /// 撤销婚姻登记: the civil-affairs bureau's own decision, after 审查、告知、决定、送达.
        Revoked = "revoked",
        /// 民法典 1051: only a court declares a marriage void.
        CourtVoid = "court_void",
        /// 民法典 1052 and 1053 for a marriage; by an administrative judgment for any registration.
        CourtRevoked = "court_revoked",
    }
}

named! {
    /// What kind of registration a note stands on.
    pub enum Registered {
        Marriage = "marriage",
        Divorce = "divorce_registration",
        ReissuedMarriage = "reissue_marriage",
        ReissuedDivorce = "reissue_divorce",
    }
}

impl NoteKind {
    /// As the office's page and the entry say it.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Revoked => lang.pick("撤销登记（民政部门决定）", "Revoked by the civil affairs bureau"),
            Self::CourtVoid => lang.pick("法院判决婚姻无效", "Declared void by a court"),
            Self::CourtRevoked => lang.pick("法院判决撤销", "Revoked by a court"),
        }
    }

    /// What the button does.
    pub const fn act(self) -> &'static str {
        match self {
            Self::Revoked => "记为撤销登记",
            Self::CourtVoid => "备注：法院判决婚姻无效",
            Self::CourtRevoked => "备注：法院判决撤销",
        }
    }

    /// Whether a court has decided.
    pub const fn is_courts(self) -> bool {
        matches!(self, Self::CourtVoid | Self::CourtRevoked)
    }

    /// Whether it can stand on a registration of that kind: void is a marriage, never a divorce or a certificate.
    pub const fn fits(self, registered: Registered) -> bool {
        match self {
            Self::Revoked | Self::CourtRevoked => true,
            Self::CourtVoid => matches!(registered, Registered::Marriage),
        }
    }
}

impl Registered {
    /// 「结婚登记」 and its English.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Marriage => lang.pick("结婚登记", "marriage"),
            Self::Divorce => lang.pick("离婚登记", "divorce"),
            Self::ReissuedMarriage => lang.pick("补领结婚证", "replacement marriage certificate"),
            Self::ReissuedDivorce => lang.pick("补领离婚证", "replacement divorce certificate"),
        }
    }

    /// Whether anyone may learn from the paper's code that it was withdrawn. For every divorce paper the answer stays
    /// the same before and after any event: both hold the same paper.
    pub const fn tells_the_public(self) -> bool {
        matches!(self, Self::Marriage | Self::ReissuedMarriage | Self::ReissuedDivorce)
    }
}
