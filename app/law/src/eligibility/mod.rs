//! Who may marry, on which day, and at which office.

mod age;
mod ground;
mod marriage;
mod office;
mod particulars;

pub use age::{MARRIAGE_AGE_MEN, MARRIAGE_AGE_WOMEN, age_on, birthday_at, earliest_day};
pub use ground::MarriageRefusalGround;
pub use marriage::{MarriageRefusal, Refusal, marriage};
pub use office::{OfficeFault, office_for};
pub use particulars::{Applicant, ParticularsFault};

crate::coded::named! {
    /// One of the two, in the order they were entered. Never man or woman: the number says it.
    pub enum Party {
        First = "a",
        Second = "b",
    }
}

impl Party {
    /// 「第一位」, "First person".
    pub const fn title(self, lang: crate::Lang) -> &'static str {
        match self {
            Self::First => lang.pick("第一位", "First person"),
            Self::Second => lang.pick("第二位", "Second person"),
        }
    }

    /// 0 or 1.
    pub const fn index(self) -> usize {
        match self {
            Self::First => 0,
            Self::Second => 1,
        }
    }
}
