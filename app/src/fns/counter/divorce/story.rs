//! What happened in a divorce case, in the words of the desk. Nothing of what somebody said alone, and not who withdrew:
//! the other one may stand before this screen.

use crate::fns::counter::{PastLine, StageLook, StageView, story::clock};
use chrono::NaiveDate;
use law::{
    Lang,
    divorce_case::{DivorceEvent, DivorceState, End, Reached, Step},
};
use registry::divorce::PastDivorceEvent;

const ZH: Lang = Lang::Zh;

/// The latest first, as it is read.
pub fn past(events: &[PastDivorceEvent], today: NaiveDate) -> Vec<PastLine> {
    let mut lines: Vec<_> = events.iter().map(|event| line(event, today)).collect();
    lines.reverse();
    lines
}

fn line(past: &PastDivorceEvent, today: NaiveDate) -> PastLine {
    let who = if past.officer.is_empty() { "系统" } else { &past.officer };
    PastLine {
        at: clock(past.at, today),
        words: words(&past.event),
        who: who.to_owned(),
        step: step(&past.event).as_str().to_owned(),
    }
}

fn words(event: &DivorceEvent) -> String {
    match event {
        DivorceEvent::Opened { .. } => "开始办理".to_owned(),
        DivorceEvent::TakenUp { .. } => "接着办以前受理的申请".to_owned(),
        DivorceEvent::IdentityChecked { party } => format!("核对证件（{}）", party.title(ZH)),
        DivorceEvent::CertificatesSeen { .. } => "看过结婚证".to_owned(),
        DivorceEvent::AgreementDeclared { .. } => "问过离婚协议".to_owned(),
        DivorceEvent::NetworkChecked { result, .. } => format!("联网核对：{}", result.title(ZH)),
        DivorceEvent::PreChecked { .. } => "初审通过".to_owned(),
        DivorceEvent::PapersMissing { items } => format!("缺材料 {} 样，打告知单", items.len()),
        DivorceEvent::PapersBrought => "材料带来了".to_owned(),
        DivorceEvent::NotAccepted { ground, .. } => format!("不予受理：{}", ground.words(ZH)),
        DivorceEvent::Accepted { receipt_no, .. } => format!("受理 {receipt_no}"),
        DivorceEvent::DatesCorrected { reason, .. } => format!("照回执更正日期：{reason}"),
        DivorceEvent::DatesMoved { .. } => "日期有变动".to_owned(),
        DivorceEvent::CounsellingOffered { .. } => "告知辅导".to_owned(),
        DivorceEvent::Withdrawn { .. } => "撤回申请".to_owned(),
        DivorceEvent::ReviewBegun { .. } => "开始审查".to_owned(),
        DivorceEvent::QuestioningOpened { party } => format!("单独询问{}", party.title(ZH)),
        DivorceEvent::QuestioningClosed { party } => format!("{}问完", party.title(ZH)),
        DivorceEvent::DeclarationSigned { party } => format!("声明书已签（{}）", party.title(ZH)),
        DivorceEvent::AgreementSigned => "协议当面签名".to_owned(),
        DivorceEvent::Reviewed => "审查通过".to_owned(),
        DivorceEvent::ReviewRefused { .. } => "不予办理".to_owned(),
        DivorceEvent::Registered { certificate, .. } => format!("登记 {certificate}"),
        DivorceEvent::NumbersCorrected { certificate, reason, .. } => {
            format!("更正号码 {certificate}：{reason}")
        }
        DivorceEvent::BookletVoided { spoilt, reason, .. } => {
            format!("作废 {spoilt}：{}", reason.title(ZH))
        }
        DivorceEvent::CertificatesStamped => "结婚证盖章".to_owned(),
        DivorceEvent::PaperSigned { paper } => format!("已签：{}", paper.title(ZH)),
        DivorceEvent::Issued => "发证".to_owned(),
        DivorceEvent::RegistrationUndone { .. } => "没有领证，字号作废".to_owned(),
        DivorceEvent::PartiesLeft => "今天不办了".to_owned(),
        DivorceEvent::ClosedOther { cause, .. } => format!("办结：{}", cause.title(ZH)),
    }
}

/// Under which step of the norm an event is looked up.
fn step(event: &DivorceEvent) -> Step {
    match event {
        DivorceEvent::Opened { .. }
        | DivorceEvent::TakenUp { .. }
        | DivorceEvent::IdentityChecked { .. }
        | DivorceEvent::CertificatesSeen { .. }
        | DivorceEvent::AgreementDeclared { .. }
        | DivorceEvent::NetworkChecked { .. }
        | DivorceEvent::PreChecked { .. }
        | DivorceEvent::PapersMissing { .. }
        | DivorceEvent::PapersBrought
        | DivorceEvent::NotAccepted { .. }
        | DivorceEvent::PartiesLeft => Step::Apply,
        DivorceEvent::Accepted { .. } => Step::Accept,
        DivorceEvent::DatesCorrected { .. }
        | DivorceEvent::DatesMoved { .. }
        | DivorceEvent::CounsellingOffered { .. }
        | DivorceEvent::Withdrawn { .. }
        | DivorceEvent::ClosedOther { .. } => Step::ThirtyDays,
        DivorceEvent::ReviewBegun { .. }
        | DivorceEvent::QuestioningOpened { .. }
        | DivorceEvent::QuestioningClosed { .. }
        | DivorceEvent::DeclarationSigned { .. }
        | DivorceEvent::AgreementSigned
        | DivorceEvent::Reviewed
        | DivorceEvent::ReviewRefused { .. } => Step::Review,
        DivorceEvent::Registered { .. }
        | DivorceEvent::NumbersCorrected { .. }
        | DivorceEvent::BookletVoided { .. }
        | DivorceEvent::CertificatesStamped
        | DivorceEvent::PaperSigned { .. }
        | DivorceEvent::Issued
        | DivorceEvent::RegistrationUndone { .. } => Step::Register,
    }
}

/// The five steps with who did them; the thirty days nobody does, they pass.
pub fn stages(state: &DivorceState, events: &[PastDivorceEvent], today: NaiveDate) -> Vec<StageView> {
    let now = state.step(today);
    let lapsed = matches!(state.standing(today), law::divorce_case::Standing::Lapsed { .. });
    let ended = lapsed || state.end().is_some_and(|end| end != End::Issued);
    let look = |step: Step| {
        let known = done(step, state, events, today);
        match known {
            Some(who) if step < now || state.end().is_some() || lapsed => StageLook::Done(who),
            _ if ended => StageLook::Never,
            _ if state.end() == Some(End::Issued) => StageLook::Never,
            _ if step == now => StageLook::Now,
            _ => StageLook::Open,
        }
    };
    let stage = |step: &Step| StageView {
        name: step.as_str().to_owned(),
        title: step.title(ZH).to_owned(),
        look: look(*step),
    };
    Step::ALL.iter().map(stage).collect()
}

/// Who finished a step and when.
fn done(step: Step, state: &DivorceState, events: &[PastDivorceEvent], today: NaiveDate) -> Option<String> {
    let closes = |event: &&PastDivorceEvent| {
        matches!(
            (step, &event.event),
            (Step::Apply, DivorceEvent::PreChecked { .. } | DivorceEvent::TakenUp { .. })
                | (Step::Accept, DivorceEvent::Accepted { .. } | DivorceEvent::TakenUp { .. })
                | (Step::Review, DivorceEvent::Reviewed)
                | (Step::Register, DivorceEvent::Issued)
        )
    };
    if step == Step::ThirtyDays {
        let dates = state.application()?.dates;
        let passed = today > dates.cooling_off_last && state.reached() >= Reached::Accepted;
        let withdrawn = matches!(state.end(), Some(End::Withdrawn { .. } | End::Closed { .. }));
        let until = law::words::day(dates.cooling_off_last, chrono::Datelike::year(&today), ZH);
        return (passed && !withdrawn).then(|| format!("{until}满"));
    }
    let event = events.iter().rfind(closes)?;
    Some(format!("{} {}", clock(event.at, today), event.officer))
}
