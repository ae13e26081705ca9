//! The law against tables, properties and a second way of counting. One binary, one module for each noun.

#[cfg(test)]
mod booking;
#[cfg(test)]
mod calendar;
#[cfg(test)]
mod certificate;
#[cfg(test)]
mod checklist;
#[cfg(test)]
mod divorce_case;
#[cfg(test)]
mod divorce_clock;
#[cfg(test)]
mod eligibility;
#[cfg(test)]
mod identity;
#[cfg(test)]
mod marriage_case;
#[cfg(test)]
mod name;
#[cfg(test)]
mod phone;
#[cfg(test)]
mod records_case;
#[cfg(test)]
mod reissue_case;
#[cfg(test)]
mod service;
#[cfg(test)]
mod words_of_refusal;

#[cfg(test)]
mod dates {
    use chrono::NaiveDate;

    /// `"2026-01-16"`.
    pub fn d(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The day these tests take for today.
    pub fn today() -> NaiveDate {
        d("2026-11-23")
    }
}
