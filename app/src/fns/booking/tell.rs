//! What anyone may ask without a booking: the dates of a divorce application, and whether a paper is ours.

use super::view::{DatesView, PaperView};
use leptos::prelude::*;

use super::{
    draft::{office, trouble},
    show,
    view::ClockStep,
};
use chrono::NaiveDate;
use law::divorce_clock::{RestDayPolicy, clock};
use registry::{paper::PaperStatus, vault::PaperKind};

/// 「算一算日期」: by the national calendar, never by what this office opens for.
pub async fn divorce_dates(accepted: Option<String>) -> Result<DatesView, ServerFnError> {
    let registry = office()?;
    let (lang, today) = (show::lang(), registry.clock().today());
    let Some(asked) = accepted else { return Ok(DatesView { today, ..DatesView::default() }) };
    let not_a_day =
        lang.pick("请选一个日期，例如回执单上的那天", "Please choose a day, the one on the receipt");
    let opening = registry.opening().await.map_err(trouble)?;
    let worked = match asked.parse::<NaiveDate>() {
        Ok(day) => clock(day, &opening.calendar, RestDayPolicy::default()).map_err(|fault| fault.words(lang)),
        Err(_) => Err(not_a_day),
    };
    Ok(match worked {
        Ok(dates) => DatesView {
            today,
            asked,
            steps: dates
                .steps(lang)
                .into_iter()
                .map(|step| ClockStep { kind: step.kind, date: step.date, why: step.why })
                .collect(),
            provisional: dates.provisional,
            fault: None,
        },
        Err(fault) => DatesView { today, asked, fault: Some(fault.to_owned()), ..DatesView::default() },
    })
}

/// A paper's QR code, checked: whether it is ours, its kind, its day. Never a person, and of a divorce paper never
/// what became of it.
pub async fn paper(token: String) -> Result<PaperView, ServerFnError> {
    let registry = office()?;
    let lang = show::lang();
    let known = registry.check_paper(&token).await.map_err(trouble)?;
    let kind = known.kind.map(|kind| match kind {
        PaperKind::BookingSlip => lang.pick("预约凭条", "Booking slip"),
        PaperKind::MissingPapersNotice => lang.pick("一次性告知单", "Notice of missing papers"),
        PaperKind::MarriageRefusalNotice => lang.pick("不予登记告知书", "Notice of refusal"),
        PaperKind::MarriageIssuingSlip => lang.pick("结婚登记发证凭条", "Marriage issuing slip"),
        PaperKind::DivorceDateSheet => lang.pick("日期提示单", "Date sheet"),
        PaperKind::DivorceNotice => lang.pick("告知单", "Notice"),
        PaperKind::ReissueIssuingSlip => lang.pick("补领发证凭条", "Reissue slip"),
        PaperKind::ReissueRefusalNotice => lang.pick("不予补发告知书", "Notice of refusal"),
        PaperKind::CeremonyCard => lang.pick("颁证仪式卡", "Ceremony card"),
    });
    let status = known.status.map(|status| match status {
        PaperStatus::Valid => lang.pick("有效", "Valid"),
        PaperStatus::Replaced => lang.pick("已补发新的，这张不再用", "Replaced by a new one"),
        PaperStatus::Withdrawn => lang.pick("已收回", "Withdrawn"),
    });
    Ok(PaperView {
        today: registry.clock().today(),
        genuine: known.genuine,
        kind: kind.map(str::to_owned),
        issued: known.issued,
        status: status.map(str::to_owned),
    })
}
