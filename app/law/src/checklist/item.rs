//! The lines of the list: what to bring or do, and a second line that saves a second journey.

use crate::Lang;

macro_rules! items {
    ($($variant:ident = $code:literal: $zh:literal, $zh2:literal, $en:literal, $en2:literal;)+) => {
        crate::coded::named! {
            /// One thing to bring or to do.
            pub enum Item { $($variant = $code,)+ }
        }

        impl Item {
            /// The line itself.
            pub const fn title(self, lang: Lang) -> &'static str {
                match self { $(Self::$variant => lang.pick($zh, $en),)+ }
            }

            /// The smaller line under it.
            pub const fn second(self, lang: Lang) -> &'static str {
                match self { $(Self::$variant => lang.pick($zh2, $en2),)+ }
            }
        }
    };
}

items! {
    BothInPerson = "both_in_person":
        "两个人都要亲自来", "不能请人代办",
        "Both of you, in person", "Nobody can come in your place";
    BothTogether = "both_together":
        "两位一起来", "不能一个人办，也不能请人代办",
        "Both of you, together", "It can't be done by one alone or by someone else";
    OneIsEnough = "one_is_enough":
        "一个人来就可以", "要本人来，不能请人代办",
        "One of you is enough", "In person; nobody can come in your place";
    InPerson = "in_person":
        "本人亲自来", "来不了的可以公证委托，先打电话问一下",
        "You, in person", "If you can't, a notarised authority may do; please call first";
    ComeTogetherIfPossible = "come_together_if_possible":
        "最好两个人一起来", "只能来一位的，先打电话问一下",
        "Best come together", "If only one can come, please call first";
    IdCards = "id_cards":
        "身份证原件，都在有效期内", "过期的请先换好再来",
        "Your original ID cards, still valid", "If one has expired, please renew it first";
    OwnIdCard = "own_id_card":
        "身份证原件，在有效期内", "过期的请先换好再来",
        "Your original ID card, still valid", "If it has expired, please renew it first";
    TempIdCard = "temp_id_card":
        "临时居民身份证", "派出所可以办，在有效期内就能用",
        "A temporary ID card", "The police station issues one; it works while valid";
    JointPhotos = "joint_photos":
        "2 寸红底合影 3 张", "近期、免冠、半身",
        "Three joint photos", "Recent, bareheaded, half-length, on red, 53 × 35 mm";
    SinglePhotos = "single_photos":
        "2 寸单人照 2 张", "近期、免冠、半身",
        "Two photos of yourself", "Recent, bareheaded, half-length, 53 × 35 mm";
    SinglePhotosEach = "single_photos_each":
        "2 寸单人照，每人 2 张", "近期、免冠、半身",
        "Two photos of each of you", "Recent, bareheaded, half-length, 53 × 35 mm";
    DivorceEvidence = "divorce_evidence":
        "离过婚的：离婚证或法院文书", "离婚证、生效的判决书或调解书、法院离婚证明书，有一样就行",
        "If divorced: certificate or court paper", "Divorce certificate, final judgment or mediation paper, or the court's proof";
    DeathEvidence = "death_evidence":
        "丧偶的：配偶的死亡证明", "死亡医学证明（推断）书，连同原来的结婚证",
        "If widowed: proof of death", "The medical proof of death, with the earlier marriage certificate";
    OwnDivorceCertificates = "own_divorce_certificates":
        "两位的离婚证", "复婚登记后收回",
        "Your divorce certificates", "They are taken in when you marry again";
    RegionPermit = "region_permit":
        "港澳台居民：有效通行证或居住证，和当地身份证", "两样都要原件",
        "Hong Kong, Macau, Taiwan: travel or residence permit, and the ID card of the region", "Originals of both";
    NotarisedStatement = "notarised_statement":
        "港澳台居民：公证过的声明", "声明没有配偶、和对方没有近亲关系，由居住地公证机构公证",
        "Hong Kong, Macau, Taiwan: a notarised statement", "That you have no spouse and aren't close kin, notarised where you live";
    ValidPassport = "valid_passport":
        "华侨：有效的中国护照", "要原件",
        "Living abroad: your valid Chinese passport", "The original";
    OverseasProof = "overseas_proof":
        "华侨：没有配偶、没有近亲关系的证明", "居住国公证并经我国使领馆认证，或使领馆出具；有附加证明书的也可以",
        "Living abroad: proof of no spouse and no close kinship", "Notarised and authenticated by a Chinese mission, issued by one, or with an apostille";
    ForeignPassport = "foreign_passport":
        "外国人：有效护照或永久居留身份证", "要原件",
        "Foreign national: passport or permanent resident card", "The original, still valid";
    ForeignSingleProof = "foreign_single_proof":
        "外国人：没有配偶的证明", "本国公证并经认证，或本国使领馆出具；有附加证明书的也可以",
        "Foreign national: proof of no spouse", "Notarised and authenticated, issued by your mission, or with an apostille";
    Translation = "translation":
        "外文材料的中文译本", "由有资质的翻译机构翻译并盖章",
        "Chinese translations of foreign papers", "By a qualified agency, with its seal";
    MilitaryPapers = "military_papers":
        "现役军人：军人证件和单位证明", "各部队要求不同，先打电话问一下",
        "Armed forces: service papers and your unit's letter", "Units differ; please call first";
    MarriageCertificates = "marriage_certificates":
        "结婚证，两位各自的", "丢了一本的，带另一本来",
        "Your marriage certificates, each your own", "If one is lost, bring the other";
    LossStatement = "loss_statement":
        "遗失声明", "丢的那位在窗口写，不用提前准备",
        "A statement of loss", "Written at the counter by the one who lost it";
    LossStatementBoth = "loss_statement_both":
        "两位的遗失声明", "在窗口写，不用提前准备",
        "Statements of loss from both of you", "Written at the counter";
    ArchiveCopy = "archive_copy":
        "结婚登记档案复印件", "盖有查档专用章；档案在本处的，窗口可以查",
        "A copy of the registration from the archive", "With the archive's stamp; if it was registered here, the counter looks it up";
    DivorceAgreement = "divorce_agreement":
        "离婚协议书", "孩子、财产、债务都写上；在窗口当面签字，有样本",
        "The divorce agreement", "On children, property and debts; signed at the counter, samples are there";
    AcceptanceReceipt = "acceptance_receipt":
        "受理回执单", "丢了的可以在窗口写说明",
        "The acceptance receipt", "If it is lost, you can write an explanation at the counter";
    ReceiptExplanation = "receipt_explanation":
        "回执单丢失的书面说明", "在窗口写，不用提前准备",
        "A written word on the lost receipt", "Written at the counter";
    DamagedCertificate = "damaged_certificate":
        "坏了的那本证", "换新证时收回",
        "The damaged certificate", "It is taken in for the new one";
    ChangeEvidence = "change_evidence":
        "姓名或号码变更的证明", "户口簿变更页或派出所证明",
        "Proof of the changed name or number", "The household register's page of changes, or a letter from the police";
    NotarisedAuthority = "notarised_authority":
        "公证过的委托书", "写明两位姓名、证件号、登记时间和机关、现在的婚姻状况、委托什么事",
        "A notarised authority", "Stating names, numbers, date and office of registration, present status, and what it is for";
    ProxyIdCard = "proxy_id_card":
        "代办人的身份证原件", "在有效期内",
        "The other person's original ID card", "Still valid";
    CertificateOrSameDay = "certificate_or_same_day":
        "结婚证，或当天先登记", "当天登记的，登记完再参加仪式",
        "Your marriage certificate, or register that day", "If you register that day, the ceremony comes after";
    PapersYouHave = "papers_you_have":
        "手边有什么证件就带什么", "没有也可以来问",
        "Whatever papers you have", "You can also come without";
    NothingNeeded = "nothing_needed":
        "什么都不用带", "一个人来、两个人来都可以",
        "Nothing to bring", "Come alone or together";
}
