//! What every staff screen is shown: the colleague, or the lock, or the sign-in; and what was typed before a refusal.

use crate::ui::field::fault_of;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// A staff page, or what stands before it.
#[derive(Clone, Debug, PartialEq)]
pub enum Gate<T> {
    Out(SignInView),
    Locked(LockedView),
    Forbidden { me: Me, why: String },
    Here(Box<T>),
}

/// The form to sign in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignInView {
    pub login: String,
    /// The window that this machine stood at last.
    pub window: Option<u32>,
    pub fault: Option<String>,
}

/// The screen is locked; the same colleague opens it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedView {
    pub name: String,
    pub fault: Option<String>,
}

/// Who is signed in, and what the top bar says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    pub name: String,
    /// 「登记员」, several with 「、」 between.
    pub roles: String,
    pub window: Option<u32>,
    /// The office's day and clock time when the page was made.
    pub today: NaiveDate,
    pub now: NaiveTime,
    pub office: String,
    pub code: String,
    pub may: May,
}

/// What this colleague may do: a screen offers nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one for each right")]
pub struct May {
    pub see_cases: bool,
    pub handle: bool,
    pub take_over: bool,
    /// Notes on a registration that it was revoked or ended by a court.
    pub note: bool,
    pub receive: bool,
    pub book: bool,
    pub figures: bool,
    pub audit: bool,
    pub staff: bool,
    pub office: bool,
}

/// What was typed into a form that could not be taken, and why. Only the desk that typed it sees it again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The form's name on its page; empty where nothing was kept.
    pub form: String,
    pub typed: Vec<(String, String)>,
    /// Field and sentence.
    pub faults: Vec<(String, String)>,
    /// A sentence that belongs to no field.
    pub said: Option<String>,
}

impl Kept {
    /// What stood in a field of this form, if it was refused.
    pub fn typed(&self, form: &str, field: &str) -> Option<String> {
        let known = self.typed.iter().find(|(name, _)| name == field);
        known.filter(|_| self.form == form).map(|(_, value)| value.clone())
    }

    /// Whether a value was ticked in a list of this form.
    pub fn ticked(&self, form: &str, field: &str, value: &str) -> bool {
        self.form == form && self.typed.iter().any(|(name, typed)| name == field && typed == value)
    }

    /// Every field of this form that has a sentence, with it.
    pub fn faults_of(&self, form: &str) -> Vec<(String, String)> {
        if self.form == form { self.faults.clone() } else { Vec::new() }
    }

    /// The sentence of one field of this form.
    pub fn fault(&self, form: &str, field: &str) -> Option<String> {
        (self.form == form).then(|| fault_of(&self.faults, field)).flatten()
    }
}
