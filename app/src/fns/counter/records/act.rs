//! What is written down in a request. Each form leads back to it, with what was typed where it could not be taken.

use super::super::GripField;
use super::view::RequestField;
use leptos::prelude::*;

use crate::fns::staff::{Kept, Seat, Who, seated, trouble, who, words};
use registry::{
    Error,
    booking::RawParty,
    marriage::{CaseSource, Grip, LateEntry},
    records::{RawAnswer, RawRequest},
};
use uuid::Uuid;

/// 「开始查档」 of a booking.
#[server]
pub async fn open_records(booking: String) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/counter").await? else { return Ok(()) };
    let Ok(id) = Uuid::parse_str(&booking) else {
        leptos_axum::redirect("/counter");
        return Ok(());
    };
    open(&seat, CaseSource::Booking(id), None, &format!("/counter?booking={id}")).await
}

/// Somebody who just came, or a request of an earlier day that is entered now.
#[server]
pub async fn open_records_walk_in(
    #[server(default)] act_date: String,
    #[server(default)] late_reason: String,
) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/counter").await? else { return Ok(()) };
    let late = match (act_date.trim(), act_date.trim().parse()) {
        ("", _) if late_reason.trim().is_empty() => None,
        (_, Ok(act_date)) => Some(LateEntry { act_date, reason: late_reason }),
        (_, Err(_)) => {
            let said = words::sentence(&Error::invalid("act_date", "bad_date"));
            return say(&seat, &said, "/counter").await;
        }
    };
    open(&seat, CaseSource::WalkIn, late, "/counter").await
}

async fn open(
    seat: &Seat,
    source: CaseSource,
    late: Option<LateEntry>,
    back: &str,
) -> Result<(), ServerFnError> {
    match seat.registry.open_records_case(&seat.officer, source, late).await {
        Ok(case) => {
            seat.registry.forget_draft(&seat.draft("counter")).await.map_err(trouble)?;
            leptos_axum::redirect(&format!("/counter/records/{case}"));
            Ok(())
        }
        Err(error) => say(seat, &words::sentence(&error), back).await,
    }
}

/// A sentence for the page without a case.
async fn say(seat: &Seat, said: &str, back: &str) -> Result<(), ServerFnError> {
    leptos_axum::redirect(back);
    let kept = Kept { form: "records".to_owned(), said: Some(said.to_owned()), ..Kept::default() };
    seat.registry.keep_draft(&seat.draft("counter"), &kept).await.map_err(trouble)
}

/// Who asks, by what right, whose records: 「证件和依据核对过了」.
#[server]
pub async fn identify_asker(
    grip: GripField,
    #[server(default)] typed: RequestField,
) -> Result<(), ServerFnError> {
    let Some(hand) = Hand::on(&grip, "identify", typed.pairs()).await? else { return Ok(()) };
    let outcome = hand.seat.registry.identify_asker(&hand.seat.officer, hand.grip, &raw(typed)).await;
    hand.done(outcome).await
}

fn raw(typed: RequestField) -> RawRequest {
    let RequestField { name, id_type, id_number, sex, birth, nationality, .. } = typed;
    RawRequest {
        asker: typed.asker,
        shown: typed.shown,
        sought: typed.sought,
        party: RawParty { name, id_type, id_number, phone: String::new(), sex, birth, nationality },
        same_number: !typed.same_number.is_empty(),
        organisation: typed.organisation,
        paper_no: typed.paper_no,
        one_name: typed.one_name,
        one_number: typed.one_number,
        other_name: typed.other_name,
        other_number: typed.other_number,
        period: typed.period,
        purpose: typed.purpose,
    }
}

/// What was found and handed over: 「记下查档结果」.
#[server]
pub async fn answer_records(
    grip: GripField,
    #[server(default)] found: String,
    #[server(default)] files: String,
    #[server(default)] copies: String,
    #[server(default)] statements: String,
) -> Result<(), ServerFnError> {
    let typed = vec![
        ("found", found.clone()),
        ("files", files.clone()),
        ("copies", copies.clone()),
        ("statements", statements.clone()),
    ];
    let Some(hand) = Hand::on(&grip, "answer", typed).await? else { return Ok(()) };
    let raw = RawAnswer { found, files, copies, statements };
    let outcome = hand.seat.registry.answer_records(&hand.seat.officer, hand.grip, &raw).await;
    hand.done(outcome).await
}

/// Nothing was searched, and why.
#[server]
pub async fn leave_records(grip: GripField, #[server(default)] why: String) -> Result<(), ServerFnError> {
    let Some(hand) = Hand::on(&grip, "leave", vec![("why", why.clone())]).await? else { return Ok(()) };
    let outcome = hand.seat.registry.leave_records(&hand.seat.officer, hand.grip, &why).await;
    hand.done(outcome).await
}

/// One act at a request: who does it, with what grip, from which form.
struct Hand {
    seat: Seat,
    grip: Grip,
    form: &'static str,
    typed: Vec<(String, String)>,
}

impl Hand {
    /// The colleague's hand on the request. A screen that was locked meanwhile keeps what was typed and shows the lock.
    async fn on(
        grip: &GripField,
        form: &'static str,
        typed: Vec<(&'static str, String)>,
    ) -> Result<Option<Self>, ServerFnError> {
        let typed: Vec<_> = typed
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.chars().take(400).collect::<String>()))
            .collect();
        let Ok(case) = Uuid::parse_str(&grip.case) else {
            leptos_axum::redirect("/counter");
            return Ok(None);
        };
        let Some(seat) = seated(&format!("/counter/records/{case}")).await? else {
            if let Who::Locked(seat) = who().await? {
                let said = Some("锁屏以前填的还在，没有交上去。请核对后再交。".to_owned());
                let kept = Kept { form: form.to_owned(), typed, faults: Vec::new(), said };
                seat.registry.keep_draft(&seat.draft(&case.to_string()), &kept).await.map_err(trouble)?;
            }
            return Ok(None);
        };
        let grip = Grip { case, fence: grip.fence, version: grip.version };
        Ok(Some(Self { seat, grip, form, typed }))
    }

    /// Leads back to the request: with nothing to say when it was done, else with what was typed and why not.
    async fn done(self, outcome: registry::Result<()>) -> Result<(), ServerFnError> {
        let name = self.seat.draft(&self.grip.case.to_string());
        let page = format!("/counter/records/{}", self.grip.case);
        let stored = match outcome {
            Ok(()) => {
                leptos_axum::redirect(&page);
                self.seat.registry.forget_draft(&name).await
            }
            Err(error) => {
                leptos_axum::redirect(&format!("{page}#said"));
                let kept = words::kept(self.form, self.typed, &error);
                self.seat.registry.keep_draft(&name, &kept).await
            }
        };
        stored.map_err(trouble)
    }
}
