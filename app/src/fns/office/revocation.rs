//! 撤销与法院备注: a registration is looked up, then noted on.

use super::revocation_view::RevocationView;
use crate::fns::staff::Gate;
use leptos::prelude::*;

use super::revocation_view::{FoundView, LatestView, NoteView};
use crate::fns::staff::{Kept, Seat, behind, seated, trouble, words};
use law::{Lang, registration_note::NoteKind};
use registry::{
    Error,
    revocation::{FoundRegistration, Note, RawNote},
    staff::Right,
};
use uuid::Uuid;

const PAGE: &str = "/office/revocation";

/// The page; `registration` is the opaque id of the one that was looked up.
pub async fn revocation(registration: Option<String>) -> Result<Gate<RevocationView>, ServerFnError> {
    behind(Right::NoteRegistration, |seat, me| async move {
        let kept = seat.registry.draft(&seat.draft("revocation")).await.map_err(trouble)?.unwrap_or_default();
        let id = registration.and_then(|id| Uuid::parse_str(&id).ok());
        let found = match id {
            Some(id) => match seat.registry.registration(&seat.officer, id).await {
                Ok(found) => Some(shown(found)),
                Err(Error::NotFound | Error::Forbidden(_)) => None,
                Err(error) => return Err(trouble(error)),
            },
            None => None,
        };
        let latest = seat.registry.latest_notes(&seat.officer, 20).await.map_err(trouble)?;
        let latest = latest.into_iter().map(|line| LatestView {
            id: line.id.to_string(),
            kind: line.kind.title(Lang::Zh).to_owned(),
            registered: line.registered.title(Lang::Zh).to_owned(),
            number: line.number,
            decided_on: line.decided_on,
            noted_on: line.noted_at.date(),
            officer: line.officer,
        });
        Ok(RevocationView { kept, found, latest: latest.collect(), me })
    })
    .await
}

/// Looks a registration up by the number on its certificate. The number stays out of the address.
#[server]
pub async fn look_up_registration(#[server(default)] number: String) -> Result<(), ServerFnError> {
    let Some(seat) = seated(PAGE).await? else { return Ok(()) };
    match seat.registry.find_registration(&seat.officer, &number).await {
        Ok(found) => keep(&seat, &Kept::default(), &format!("?registration={}", found.id)).await,
        Err(error) => {
            let mut kept = words::kept("find", vec![("number".to_owned(), bounded(&number))], &error);
            if matches!(error, Error::NotFound) {
                kept.said = Some(
                    "登记簿里没有这个字号。请照证件再看一遍；2021 年以前的可以用导入时的编号查。".to_owned(),
                );
            }
            keep(&seat, &kept, "").await
        }
    }
}

/// Notes on it what was decided.
#[server]
pub async fn note_registration(
    registration: String,
    #[server(default)] kind: String,
    #[server(default)] decided_on: String,
    #[server(default)] court: String,
    #[server(default)] document_no: String,
    #[server(default)] basis: String,
    #[server(default)] archive_no: String,
    #[server(default)] reason: String,
) -> Result<(), ServerFnError> {
    let Some(seat) = seated(PAGE).await? else { return Ok(()) };
    let fields = [
        ("kind", &kind),
        ("decided_on", &decided_on),
        ("court", &court),
        ("document_no", &document_no),
        ("basis", &basis),
        ("archive_no", &archive_no),
        ("reason", &reason),
    ];
    let typed = fields.into_iter().map(|(name, value)| (name.to_owned(), bounded(value))).collect();
    let raw = RawNote { kind, decided_on, court, document_no, basis, archive_no, reason };
    let outcome = match Uuid::parse_str(&registration) {
        Ok(id) => seat.registry.note_registration(&seat.officer, id, &raw).await.map(|()| id),
        Err(_) => Err(Error::NotFound),
    };
    match outcome {
        Ok(id) => {
            let said = match NoteKind::parse(&raw.kind) {
                Some(NoteKind::Revoked) => {
                    "记下了：登记已撤销。原登记一字不动，登记簿、审查表备注和统计都跟着变。"
                }
                _ => "备注好了。原登记一字不动，登记簿、审查表备注和统计都跟着变。",
            };
            let kept = Kept { form: "done".to_owned(), said: Some(said.to_owned()), ..Kept::default() };
            keep(&seat, &kept, &format!("?registration={id}")).await
        }
        Err(error) => {
            let kept = words::kept("note", typed, &error);
            keep(&seat, &kept, &format!("?registration={registration}")).await
        }
    }
}

async fn keep(seat: &Seat, kept: &Kept, query: &str) -> Result<(), ServerFnError> {
    leptos_axum::redirect(&format!("{PAGE}{query}"));
    seat.registry.keep_draft(&seat.draft("revocation"), kept).await.map_err(trouble)
}

fn bounded(value: &str) -> String {
    value.chars().take(300).collect()
}

fn shown(found: FoundRegistration) -> FoundView {
    let kinds = NoteKind::ALL.iter().copied().filter(|kind| kind.fits(found.registered));
    FoundView {
        id: found.id.to_string(),
        registered: found.registered.title(Lang::Zh).to_owned(),
        tells_the_public: found.registered.tells_the_public(),
        on: found.on,
        number: found.certificate_no.unwrap_or_else(|| found.reference.clone()),
        persons: found.persons.into_iter().map(|person| (person.name, person.number)).collect(),
        kinds: kinds.collect(),
        note: found.note.as_ref().map(note),
    }
}

fn note(note: &Note) -> NoteView {
    NoteView {
        kind: note.title().to_owned(),
        decided_on: note.decided_on,
        court: note.court.clone(),
        document_no: note.document_no.clone(),
        basis: note.basis.clone(),
        archive_no: note.archive_no.to_string(),
        reason: note.reason.clone(),
        noted_on: note.noted_at.date(),
        officer: note.officer.clone(),
        remark: note.remark(),
    }
}
