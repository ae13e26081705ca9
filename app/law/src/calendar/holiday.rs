//! The seven holidays of 放假办法 for everybody.

use crate::Lang;
use crate::coded::named;

named! {
    /// A public holiday.
    pub enum HolidayName {
        NewYear = "new_year",
        SpringFestival = "spring_festival",
        Qingming = "qingming",
        LabourDay = "labour_day",
        DragonBoat = "dragon_boat",
        MidAutumn = "mid_autumn",
        NationalDay = "national_day",
    }
}

impl HolidayName {
    /// 「国庆节」, "National Day".
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::NewYear => lang.pick("元旦", "New Year"),
            Self::SpringFestival => lang.pick("春节", "Spring Festival"),
            Self::Qingming => lang.pick("清明节", "Qingming"),
            Self::LabourDay => lang.pick("劳动节", "Labour Day"),
            Self::DragonBoat => lang.pick("端午节", "Dragon Boat Festival"),
            Self::MidAutumn => lang.pick("中秋节", "Mid-Autumn Festival"),
            Self::NationalDay => lang.pick("国庆节", "National Day"),
        }
    }

    /// 「国庆节放假」, "Closed for National Day".
    pub const fn closed(self, lang: Lang) -> &'static str {
        match self {
            Self::NewYear => lang.pick("元旦放假", "Closed for New Year"),
            Self::SpringFestival => lang.pick("春节放假", "Closed for Spring Festival"),
            Self::Qingming => lang.pick("清明节放假", "Closed for Qingming"),
            Self::LabourDay => lang.pick("劳动节放假", "Closed for Labour Day"),
            Self::DragonBoat => lang.pick("端午节放假", "Closed for Dragon Boat Festival"),
            Self::MidAutumn => lang.pick("中秋节放假", "Closed for Mid-Autumn Festival"),
            Self::NationalDay => lang.pick("国庆节放假", "Closed for National Day"),
        }
    }

    /// The first holiday named in a notice's own words, 「国庆节、中秋节」 or 「清明」. `None` if it names none.
    pub fn in_notice(text: &str) -> Option<Self> {
        let stems = [
            ("元旦", Self::NewYear),
            ("春节", Self::SpringFestival),
            ("清明", Self::Qingming),
            ("劳动", Self::LabourDay),
            ("端午", Self::DragonBoat),
            ("中秋", Self::MidAutumn),
            ("国庆", Self::NationalDay),
        ];
        let found = stems.into_iter().filter_map(|(stem, name)| Some((text.find(stem)?, name)));
        found.min_by_key(|(at, _)| *at).map(|(_, name)| name)
    }
}
