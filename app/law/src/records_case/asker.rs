//! Who may ask for records, and what each must show. The archives are not public.

use crate::Lang;
use crate::coded::named;

named! {
    /// Who asks.
    pub enum Asker {
        Party = "party",
        Proxy = "proxy",
        Lawyer = "lawyer",
        Court = "court",
        Procuratorate = "procuratorate",
        Police = "police",
    }
}

named! {
    /// A paper that shows by what right somebody asks.
    pub enum Shown {
        OwnDocument = "own_document",
        NotarisedAuthority = "notarised_authority",
        LawyerLicence = "lawyer_licence",
        CasePapers = "case_papers",
        WorkId = "work_id",
        OfficialLetter = "official_letter",
    }
}

named! {
    /// What is looked for.
    pub enum Sought {
        Marriage = "marriage",
        Divorce = "divorce",
        Reissue = "reissue",
        /// Whether there is any record of a person at all.
        AnyRecord = "any_record",
    }
}

impl Asker {
    /// The words beside the choice.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Party => lang.pick("当事人本人", "One of the parties"),
            Self::Proxy => lang.pick("受委托人", "Proxy"),
            Self::Lawyer => lang.pick("律师", "Lawyer"),
            Self::Court => lang.pick("人民法院", "Court"),
            Self::Procuratorate => lang.pick("人民检察院", "Procuratorate"),
            Self::Police => lang.pick("公安机关", "Police"),
        }
    }

    /// Everything that must lie on the desk before anything is searched.
    pub const fn must_show(self) -> &'static [Shown] {
        match self {
            Self::Party => &[Shown::OwnDocument],
            Self::Proxy => &[Shown::OwnDocument, Shown::NotarisedAuthority],
            Self::Lawyer => &[Shown::OwnDocument, Shown::LawyerLicence, Shown::CasePapers],
            Self::Court | Self::Procuratorate | Self::Police => &[Shown::WorkId, Shown::OfficialLetter],
        }
    }

    /// Whether it is an organ of the state: its officer is known by name, office and letter, not by an identity card.
    pub const fn is_organ(self) -> bool {
        matches!(self, Self::Court | Self::Procuratorate | Self::Police)
    }

    /// Whether somebody else's records are asked for, under a numbered paper.
    pub const fn asks_for_another(self) -> bool {
        !matches!(self, Self::Party)
    }
}

impl Shown {
    /// The words beside the tick.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::OwnDocument => lang.pick("本人身份证件原件，已核对", "Own identity document, checked"),
            Self::NotarisedAuthority => lang.pick("经公证的授权委托书", "Notarised authority"),
            Self::LawyerLicence => lang.pick("律师执业证", "Lawyer's licence"),
            Self::CasePapers => {
                lang.pick("案件材料（受理通知书、委托手续）", "Papers of the case (acceptance, mandate)")
            }
            Self::WorkId => lang.pick("工作证，已核对", "Service card, checked"),
            Self::OfficialLetter => lang.pick("介绍信或公函", "Official letter"),
        }
    }
}

impl Sought {
    /// The words beside the choice.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Marriage => lang.pick("结婚登记档案", "Marriage file"),
            Self::Divorce => lang.pick("离婚登记档案", "Divorce file"),
            Self::Reissue => lang.pick("补领证件档案", "Reissue file"),
            Self::AnyRecord => lang.pick("有没有登记记录", "Whether there is any record"),
        }
    }
}
