//! What happened in a case, in the words of the desk, and by which step of the norm.

use super::view::{PastLine, StageLook, StageView};
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use law::Lang;
use law::marriage_case::{End, MarriageEvent, MarriageState, Step};
use registry::marriage::PastEvent;

/// The latest first, as it is read.
pub fn past(events: &[PastEvent], today: NaiveDate) -> Vec<PastLine> {
    let mut lines: Vec<_> = events.iter().map(|event| line(event, today)).collect();
    lines.reverse();
    lines
}

fn line(past: &PastEvent, today: NaiveDate) -> PastLine {
    PastLine {
        at: clock(past.at, today),
        words: words(&past.event),
        who: past.officer.clone(),
        step: step(&past.event).as_str().to_owned(),
    }
}

/// The clock time, with the day before it where it was another one.
pub fn clock(at: NaiveDateTime, today: NaiveDate) -> String {
    let time = law::words::time(at.time());
    if at.date() == today {
        time
    } else {
        format!("{} {time}", law::words::day(at.date(), today.year(), Lang::Zh))
    }
}

fn words(event: &MarriageEvent) -> String {
    let zh = Lang::Zh;
    match event {
        MarriageEvent::Opened { .. } => "开始办理".to_owned(),
        MarriageEvent::IdentityChecked { party } => format!("核对证件（{}）", party.title(zh)),
        MarriageEvent::NetworkChecked { result, .. } => format!("联网核对：{}", result.title(zh)),
        MarriageEvent::EvidenceGiven { kind } => format!("证明材料：{}", kind.title(zh)),
        MarriageEvent::PreChecked { .. } => "初审通过".to_owned(),
        MarriageEvent::PapersMissing { items } => format!("缺材料 {} 样，打告知单", items.len()),
        MarriageEvent::PapersBrought => "材料带来了".to_owned(),
        MarriageEvent::Accepted => "受理".to_owned(),
        MarriageEvent::DeclarationSigned { party } => format!("声明书已签（{}）", party.title(zh)),
        MarriageEvent::Reviewed => "审查通过".to_owned(),
        MarriageEvent::Registered { certificate, .. } => format!("登记 {certificate}"),
        MarriageEvent::NumbersCorrected { certificate, reason, .. } => {
            format!("更正号码 {certificate}：{reason}")
        }
        MarriageEvent::BookletVoided { spoilt, reason, .. } => format!("作废 {spoilt}：{}", reason.title(zh)),
        MarriageEvent::PaperSigned { paper } => format!("已签：{}", paper.title(zh)),
        MarriageEvent::Issued => "发证".to_owned(),
        MarriageEvent::Refused { ground } => format!("不予办理：{}", ground.words(zh)),
        MarriageEvent::PartiesLeft => "两位不办了".to_owned(),
    }
}

/// Under which step of the norm an event is looked up.
fn step(event: &MarriageEvent) -> Step {
    match event {
        MarriageEvent::Opened { .. }
        | MarriageEvent::IdentityChecked { .. }
        | MarriageEvent::PreChecked { .. }
        | MarriageEvent::PapersMissing { .. }
        | MarriageEvent::PapersBrought => Step::PreCheck,
        MarriageEvent::NetworkChecked { .. }
        | MarriageEvent::EvidenceGiven { .. }
        | MarriageEvent::Accepted
        | MarriageEvent::DeclarationSigned { .. } => Step::Accept,
        MarriageEvent::Reviewed | MarriageEvent::Refused { .. } | MarriageEvent::PartiesLeft => Step::Review,
        MarriageEvent::Registered { .. }
        | MarriageEvent::NumbersCorrected { .. }
        | MarriageEvent::BookletVoided { .. }
        | MarriageEvent::PaperSigned { .. }
        | MarriageEvent::Issued => Step::Register,
    }
}

/// The four steps with who did them; one can look back, never skip.
pub fn stages(state: &MarriageState, events: &[PastEvent], today: NaiveDate) -> Vec<StageView> {
    let done = |step: Step| {
        let closes = |event: &&PastEvent| {
            matches!(
                (step, &event.event),
                (Step::PreCheck, MarriageEvent::PreChecked { .. })
                    | (Step::Accept, MarriageEvent::Accepted)
                    | (Step::Review, MarriageEvent::Reviewed)
                    | (Step::Register, MarriageEvent::Issued)
            )
        };
        events.iter().rfind(closes).map(|event| format!("{} {}", clock(event.at, today), event.officer))
    };
    let now = state.step();
    let ended = matches!(state.end(), Some(End::Refused { .. } | End::WithdrawnByParties));
    let look = |step: Step| match done(step) {
        Some(who) if step < now || state.end().is_some() => StageLook::Done(who),
        _ if step == now && !ended => StageLook::Now,
        _ if ended => StageLook::Never,
        _ => StageLook::Open,
    };
    let stage = |step: &Step| StageView {
        name: step.as_str().to_owned(),
        title: step.title(Lang::Zh).to_owned(),
        look: look(*step),
    };
    Step::ALL.iter().map(stage).collect()
}
