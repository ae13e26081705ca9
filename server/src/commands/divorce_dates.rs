//! `divorce-dates 2026-01-16`: both periods of thirty days, as the API and the page give them.

use super::{Refused, in_office};
use crate::settings::Settings;
use chrono::NaiveDate;
use clap::Args;
use law::{
    Lang,
    divorce_clock::{DivorceDatesAnswer, RestDayPolicy, clock},
    words::weekday,
};
use std::io::Write;

#[derive(Args)]
pub struct DivorceDates {
    /// The day of acceptance on the receipt.
    accepted: NaiveDate,
    /// The answer of the API instead of lines to read.
    #[arg(long)]
    json: bool,
    /// The language of the reasons: zh or en.
    #[arg(long, default_value = "zh", value_parser = lang)]
    lang: Lang,
}

impl DivorceDates {
    pub fn run(self, settings: &Settings) -> Result<(), Refused> {
        in_office(settings, async |office| {
            let opening = office.registry.opening().await?;
            let dates = clock(self.accepted, &opening.calendar, RestDayPolicy::default());
            let dates = dates.map_err(|fault| Refused::Because(fault.words(self.lang).to_owned()))?;
            let answer = dates.answer(self.lang);
            let text = if self.json { json(&answer)? } else { lines(&answer, self.lang) };
            writeln!(std::io::stdout(), "{}", text.trim_end())?;
            Ok(())
        })
    }
}

fn json(answer: &DivorceDatesAnswer) -> Result<String, Refused> {
    serde_json::to_string(answer).map_err(|why| Refused::Because(why.to_string()))
}

fn lines(answer: &DivorceDatesAnswer, lang: Lang) -> String {
    let line = |date: NaiveDate, what: &str| format!("{date} {}  {what}\n", weekday(date, lang));
    let mut text = line(answer.accepted, lang.pick("受理", "accepted"));
    text += &line(
        answer.cooling_off_last,
        lang.pick("三十日最后一天，仍可撤回", "last day of the thirty; withdrawal is possible"),
    );
    text += &line(answer.issuance_first, lang.pick("起可以领证", "from here on both can register"));
    text += &line(answer.issuance_first_service, lang.pick("第一个办公日", "the first day that is worked"));
    text += &line(answer.issuance_last, lang.pick("领证最后一天", "the last day to register"));
    if answer.provisional {
        text += lang.pick(
            "暂按周末和法定节日推算，国务院安排公布后再核对\n",
            "provisional: a year has no published schedule yet\n",
        );
    }
    if answer.accepted_on_rest_day {
        text += lang
            .pick("受理日是休息日，请核对回执\n", "the day of acceptance is a rest day: check the receipt\n");
    }
    text += "\n";
    for step in &answer.steps {
        text += &line(step.date, &format!("{} [{}]", step.why, step.article));
    }
    text
}

fn lang(name: &str) -> Result<Lang, String> {
    Lang::parse(name).ok_or_else(|| "zh or en".to_owned())
}
