//! Identity documents: which kinds the office takes, how a number is read, and what it tells of its bearer.

mod fault;
mod id_type;
mod legacy;
mod nationality;
mod number;
mod party_kind;
mod region;
mod resident;

pub use fault::IdFault;
pub use id_type::IdType;
pub use legacy::{LegacyFault, from_fifteen};
pub use nationality::Nationality;
pub use number::IdNumber;
pub use party_kind::PartyKind;
pub use region::{Closeness, Region};

crate::coded::named! {
    /// Sex as documents state it.
    pub enum Sex {
        M = "M",
        F = "F",
    }
}

impl Sex {
    /// 「男」, "male".
    pub const fn title(self, lang: crate::Lang) -> &'static str {
        match self {
            Self::M => lang.pick("男", "male"),
            Self::F => lang.pick("女", "female"),
        }
    }
}
