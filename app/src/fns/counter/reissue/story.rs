//! What happened in a reissue, in the words of the desk, and by which step of the norm.

use crate::fns::counter::{PastLine, StageLook, StageView, story::clock};
use chrono::NaiveDate;
use law::{
    Lang,
    reissue_case::{Archive, End, Matter, ReissueEvent, ReissueState, Step},
};
use registry::reissue::PastReissueEvent;

const ZH: Lang = Lang::Zh;

/// The latest first, as it is read.
pub fn past(events: &[PastReissueEvent], matter: Matter, today: NaiveDate) -> Vec<PastLine> {
    let mut lines: Vec<_> = events.iter().map(|event| line(event, matter, today)).collect();
    lines.reverse();
    lines
}

fn line(past: &PastReissueEvent, matter: Matter, today: NaiveDate) -> PastLine {
    PastLine {
        at: clock(past.at, today),
        words: words(&past.event, matter),
        who: past.officer.clone(),
        step: step(&past.event).as_str().to_owned(),
    }
}

fn words(event: &ReissueEvent, matter: Matter) -> String {
    match event {
        ReissueEvent::Opened { .. } => format!("开始办理补领{}", matter.certificate(ZH)),
        ReissueEvent::AskedBy { asking } => {
            let who: Vec<_> = asking.applicants.iter().map(|party| party.title(ZH)).collect();
            let by = if asking.is_by_proxy() { "委托" } else { "" };
            let alone = asking.alone.as_ref().map(|why| format!("；{why}")).unwrap_or_default();
            format!("{by}申请（{}）：{}{alone}", who.join("、"), asking.reason.title(ZH))
        }
        ReissueEvent::IdentityChecked { party } => format!("核对证件（{}）", party.title(ZH)),
        ReissueEvent::OriginalNamed { registered_on, .. } => {
            format!("记下原登记 {}", law::words::date_on_form(*registered_on))
        }
        ReissueEvent::ArchiveChecked { archive } => archive_words(archive),
        ReissueEvent::ProofGiven { proof } => format!("证明材料：{}", proof.title(ZH)),
        ReissueEvent::NetworkChecked { result, .. } => format!("联网核对：{}", result.title(ZH)),
        ReissueEvent::PreChecked { .. } => "初审通过".to_owned(),
        ReissueEvent::PapersMissing { items } => format!("缺材料 {} 样，打告知单", items.len()),
        ReissueEvent::PapersBrought => "材料带来了".to_owned(),
        ReissueEvent::Accepted => "受理".to_owned(),
        ReissueEvent::DeclarationSigned { party } => format!("声明书已签（{}）", party.title(ZH)),
        ReissueEvent::Reviewed { .. } => "审查通过".to_owned(),
        ReissueEvent::Reissued { certificate, .. } => format!("补发 {certificate}"),
        ReissueEvent::NumbersCorrected { certificate, reason, .. } => {
            format!("更正号码 {certificate}：{reason}")
        }
        ReissueEvent::BookletVoided { spoilt, reason, .. } => format!("作废 {spoilt}：{}", reason.title(ZH)),
        ReissueEvent::OldCertificateVoided => "旧证注销退还".to_owned(),
        ReissueEvent::PaperSigned { paper } => format!("已签：{}", paper.title(ZH)),
        ReissueEvent::Issued => "发证".to_owned(),
        ReissueEvent::Refused { ground } => format!("不予补发：{}", ground.words(ZH)),
        ReissueEvent::Withdrawn { .. } => "撤回申请，材料退还".to_owned(),
    }
}

/// 「查到，档号 …，… 保管，和证件一致」
pub fn archive_words(archive: &Archive) -> String {
    match archive {
        Archive::Found { file_no, keeper, agrees } => {
            let agrees = if *agrees { "和证件一致" } else { "和证件不一致" };
            format!("查到档案 {file_no}，{keeper}保管，{agrees}")
        }
        Archive::NotFound => "档案还没查到".to_owned(),
        Archive::NoRecord => "没有档案（保管单位书面证明）".to_owned(),
    }
}

/// Under which step of the norm an event is looked up.
fn step(event: &ReissueEvent) -> Step {
    match event {
        ReissueEvent::Opened { .. }
        | ReissueEvent::AskedBy { .. }
        | ReissueEvent::IdentityChecked { .. }
        | ReissueEvent::OriginalNamed { .. }
        | ReissueEvent::ArchiveChecked { .. }
        | ReissueEvent::ProofGiven { .. }
        | ReissueEvent::NetworkChecked { .. }
        | ReissueEvent::PreChecked { .. }
        | ReissueEvent::PapersMissing { .. }
        | ReissueEvent::PapersBrought => Step::PreCheck,
        ReissueEvent::Accepted | ReissueEvent::DeclarationSigned { .. } => Step::Accept,
        ReissueEvent::Reviewed { .. } | ReissueEvent::Refused { .. } | ReissueEvent::Withdrawn { .. } => {
            Step::Review
        }
        ReissueEvent::Reissued { .. }
        | ReissueEvent::NumbersCorrected { .. }
        | ReissueEvent::BookletVoided { .. }
        | ReissueEvent::OldCertificateVoided
        | ReissueEvent::PaperSigned { .. }
        | ReissueEvent::Issued => Step::Issue,
    }
}

/// The four steps with who did them.
pub fn stages(state: &ReissueState, events: &[PastReissueEvent], today: NaiveDate) -> Vec<StageView> {
    let done = |step: Step| {
        let closes = |event: &&PastReissueEvent| {
            matches!(
                (step, &event.event),
                (Step::PreCheck, ReissueEvent::PreChecked { .. })
                    | (Step::Accept, ReissueEvent::Accepted)
                    | (Step::Review, ReissueEvent::Reviewed { .. })
                    | (Step::Issue, ReissueEvent::Issued)
            )
        };
        events.iter().rfind(closes).map(|event| format!("{} {}", clock(event.at, today), event.officer))
    };
    let now = state.step();
    let ended = matches!(state.end(), Some(End::Refused { .. } | End::Withdrawn));
    let look = |step: Step| match done(step) {
        Some(who) if step < now || state.end().is_some() => StageLook::Done(who),
        _ if step == now && !ended => StageLook::Now,
        _ if ended => StageLook::Never,
        _ => StageLook::Open,
    };
    let stage = |step: &Step| StageView {
        name: step.as_str().to_owned(),
        title: step.title(ZH).to_owned(),
        look: look(*step),
    };
    Step::ALL.iter().map(stage).collect()
}
