//! What can be wrong with a row, each with one sentence.

use crate::register::closed;

closed! {
    /// Why a row is not taken.
    pub enum Code {
        BadUtf8 = "bad_utf8",
        BadColumns = "bad_columns",
        Missing = "missing",
        UnknownAct = "unknown_act",
        BadDate = "bad_date",
        FutureDate = "future_date",
        UnknownValue = "unknown_value",
        BadChecksum = "bad_checksum",
        SexMismatch = "sex_mismatch",
        BirthMismatch = "birth_mismatch",
        UnderAge = "under_age",
        SamePerson = "same_person",
        AlreadyMarried = "already_married",
        RefUsed = "ref_used",
        RefDiffers = "ref_differs",
        UnknownCase = "unknown_case",
        CaseEnded = "case_ended",
        AlreadyOpen = "already_open",
        TooEarly = "too_early",
        TooLate = "too_late",
        RestsOnRejected = "rests_on_rejected",
    }
}

impl Code {
    /// What to look for. No value of the row is repeated: these lines go to terminals and logs.
    pub const fn words(self) -> &'static str {
        match self {
            Self::BadUtf8 => "not UTF-8; save the file as UTF-8 and import it again",
            Self::BadColumns => {
                "not the twenty columns of the header; look for a missing or surplus comma or quote"
            }
            Self::Missing => "this act needs a value here",
            Self::UnknownAct => "no act has this name",
            Self::BadDate => "not a day written YYYY-MM-DD that can stand here",
            Self::FutureDate => "this day has not come yet",
            Self::UnknownValue => "not one of the values that can stand here",
            Self::BadChecksum => "the number is not whole: its length or its last character is wrong",
            Self::SexMismatch => "differs from the number, or from the seat: a is the man, b the woman",
            Self::BirthMismatch => "differs from the birth date in the number",
            Self::UnderAge => "not of age on that day: men from 22, women from 20",
            Self::SamePerson => "both are the same person",
            Self::AlreadyMarried => {
                "married on that day by what the register has, and nothing tells how that ended"
            }
            Self::RefUsed => "this ref opens another case already",
            Self::RefDiffers => "this act is in the register already, with other content",
            Self::UnknownCase => "no divorce application has this ref, or not of these two",
            Self::CaseEnded => "its case has ended already",
            Self::AlreadyOpen => "an application of the same two is open on that day",
            Self::TooEarly => "before the days on which this act was possible",
            Self::TooLate => "after the days on which this act was possible",
            Self::RestsOnRejected => "rests on a row that is rejected",
        }
    }
}
