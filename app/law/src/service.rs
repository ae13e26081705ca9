//! What people come for: the ten services, and what each asks of the booking and of the page.

use serde::{Deserialize, Serialize};

use crate::Lang;
use crate::coded::named;

named! {
    /// A service by the name that URLs, JSON and SQL use.
    pub enum Service {
        Marriage = "marriage",
        DivorceApplication = "divorce-application",
        DivorceWithdrawal = "divorce-withdrawal",
        DivorceRegistration = "divorce-registration",
        ReissueMarriage = "reissue-marriage",
        ReissueDivorce = "reissue-divorce",
        Records = "records",
        Consultation = "consultation",
        Ceremony = "ceremony",
        Counselling = "counselling",
    }
}

/// How many persons a booking names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Persons {
    Two,
    One,
    OneOrTwo,
}

named! {
    /// The mood of the page, `<html data-mood>`.
    pub enum Mood {
        Joy = "joy",
        Calm = "calm",
        Plain = "plain",
    }
}

impl Service {
    /// The plain name, as the page that offers it says it.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Marriage => lang.pick("结婚登记", "Marriage"),
            Self::DivorceApplication => lang.pick("提交离婚登记申请", "Apply"),
            Self::DivorceWithdrawal => lang.pick("撤回申请", "Withdraw an application"),
            Self::DivorceRegistration => lang.pick("领取离婚证", "Complete the registration"),
            Self::ReissueMarriage => lang.pick("补领结婚证", "Replace a marriage certificate"),
            Self::ReissueDivorce => lang.pick("补领离婚证", "Replace a divorce certificate"),
            Self::Records => lang.pick("查档案、开证明", "Records"),
            Self::Consultation => lang.pick("说不准，先咨询", "Not sure"),
            Self::Ceremony => lang.pick("集体颁证", "Ceremonies"),
            Self::Counselling => lang.pick("婚姻家庭辅导", "Counselling (free)"),
        }
    }

    /// The name in the law and on forms, in small type beside the plain one.
    pub const fn statutory_name(self) -> &'static str {
        match self {
            Self::Marriage => "结婚登记",
            Self::DivorceApplication => "离婚登记申请",
            Self::DivorceWithdrawal => "撤回离婚登记申请",
            Self::DivorceRegistration => "离婚登记",
            Self::ReissueMarriage => "补领结婚证",
            Self::ReissueDivorce => "补领离婚证",
            Self::Records => "婚姻登记档案查询",
            Self::Consultation => "咨询",
            Self::Ceremony => "颁证仪式",
            Self::Counselling => "婚姻家庭辅导",
        }
    }

    /// Two characters for the queue at the counter. Staff only: the hall sees numbers.
    pub const fn desk_word(self) -> &'static str {
        match self {
            Self::Marriage => "结婚",
            Self::DivorceApplication | Self::DivorceWithdrawal | Self::DivorceRegistration => "离婚",
            Self::ReissueMarriage | Self::ReissueDivorce => "补领",
            Self::Records => "查档",
            Self::Consultation => "咨询",
            Self::Ceremony => "颁证",
            Self::Counselling => "辅导",
        }
    }

    /// Whether the booking names a second person.
    pub const fn persons(self) -> Persons {
        match self {
            Self::Marriage | Self::DivorceApplication | Self::DivorceRegistration | Self::Ceremony => {
                Persons::Two
            }
            Self::DivorceWithdrawal | Self::Records | Self::Consultation | Self::Counselling => Persons::One,
            Self::ReissueMarriage | Self::ReissueDivorce => Persons::OneOrTwo,
        }
    }

    /// The mood of its pages on the phone. Touch screen and call display are plain whatever the service.
    pub const fn mood(self) -> Mood {
        match self {
            Self::Marriage | Self::Ceremony => Mood::Joy,
            Self::DivorceApplication
            | Self::DivorceWithdrawal
            | Self::DivorceRegistration
            | Self::Counselling => Mood::Calm,
            Self::ReissueMarriage | Self::ReissueDivorce | Self::Records | Self::Consultation => Mood::Plain,
        }
    }

    /// The three acts behind 「离婚登记事项」.
    pub const fn is_divorce_matter(self) -> bool {
        matches!(self, Self::DivorceApplication | Self::DivorceWithdrawal | Self::DivorceRegistration)
    }

    /// Whether one live booking per person also binds the second person; else only the applicant, so that
    /// nobody can block another by naming them.
    pub const fn binds_second_person(self) -> bool {
        matches!(self.persons(), Persons::Two)
    }

    /// Whether the number on the acceptance receipt is asked for: what is booked must fall into its days (民法典 1077).
    pub const fn asks_receipt(self) -> bool {
        matches!(self, Self::DivorceWithdrawal | Self::DivorceRegistration)
    }

    /// Whether one can wait for a place on a full day. What has a statutory deadline is not waited for: those come
    /// without a booking.
    pub const fn keeps_waiting_list(self) -> bool {
        !self.asks_receipt() && !matches!(self, Self::Ceremony)
    }

    /// Whether the second person's phone may be given: never in divorce, where only the booker is reached.
    pub const fn takes_second_phone(self) -> bool {
        !self.is_divorce_matter() && !matches!(self.persons(), Persons::One)
    }
}
