//! Who asks, which registration it is about, what the archive says, and what else proves it.

use super::view::ProxyField;
use crate::fns::counter::{GripField, moves::try_go};
use law::{
    eligibility::Party,
    reissue_case::{Archive, Proof, Reason, RegisteredAt},
};
use leptos::prelude::*;
use registry::{
    Error,
    reissue::{RawAsking, RawOriginal, RawProxy, ReissueStep as Step},
};

/// Who asks, why, and with which authority. The proxy's number is never kept in a draft.
#[server]
pub async fn ask_who(
    grip: GripField,
    #[server(default)] seats: Vec<Party>,
    #[server(default)] reissue_reason: Option<Reason>,
    #[server(default)] alone: String,
    #[server(default)] proxy: ProxyField,
) -> Result<(), ServerFnError> {
    let mut typed: Vec<_> = seats.iter().map(|seat| ("seats", seat.as_str().to_owned())).collect();
    typed.extend(proxy.points.iter().map(|point| ("points", point.as_str().to_owned())));
    typed.extend([
        ("reissue_reason", reissue_reason.map(|reason| reason.as_str().to_owned()).unwrap_or_default()),
        ("alone", alone.clone()),
        ("proxy", proxy.given.clone()),
        ("proxy_name", proxy.name.clone()),
    ]);
    let proxy = (!proxy.given.is_empty()).then(|| RawProxy {
        name: proxy.name,
        id_type: String::new(),
        id_number: proxy.id_number,
        points: proxy.points.into_iter().collect(),
    });
    let asking = |reason| RawAsking { applicants: seats.into_iter().collect(), reason, alone, proxy };
    let moves = reissue_reason.map(|reason| vec![Step::AskedBy { asking: asking(reason) }]);
    let moves = moves.ok_or_else(|| Error::invalid("reissue_reason", "missing"));
    try_go(&grip, "who", typed, moves).await
}

/// When, where and under which number it was registered.
#[server]
pub async fn name_original(
    grip: GripField,
    #[server(default)] registered_on: String,
    #[server(default)] registered_at: Option<RegisteredAt>,
    #[server(default)] office: String,
    #[server(default)] certificate_no: String,
) -> Result<(), ServerFnError> {
    let typed = vec![
        ("registered_on", registered_on.clone()),
        ("registered_at", registered_at.map(|at| at.as_str().to_owned()).unwrap_or_default()),
        ("office", office.clone()),
        ("certificate_no", certificate_no.clone()),
    ];
    let original = |at| RawOriginal { registered_on, at, office, certificate_no };
    let moves = registered_at.map(|at| vec![Step::OriginalNamed { original: original(at) }]);
    let moves = moves.ok_or_else(|| Error::invalid("registered_at", "missing"));
    try_go(&grip, "original", typed, moves).await
}

/// `finding` is `found`, `not_found` or `no_record`; `agrees` is `yes` or `no`.
#[server]
pub async fn check_archive(
    grip: GripField,
    #[server(default)] finding: String,
    #[server(default)] file_no: String,
    #[server(default)] keeper: String,
    #[server(default)] agrees: String,
) -> Result<(), ServerFnError> {
    let typed = vec![
        ("finding", finding.clone()),
        ("file_no", file_no.clone()),
        ("keeper", keeper.clone()),
        ("agrees", agrees.clone()),
    ];
    let archive = match (finding.as_str(), agrees.as_str()) {
        ("found", "yes" | "no") => Ok(Archive::Found {
            file_no: shortened(&file_no),
            keeper: shortened(&keeper),
            agrees: agrees == "yes",
        }),
        ("found", _) => Err(Error::invalid("agrees", "missing")),
        ("not_found", _) => Ok(Archive::NotFound),
        ("no_record", _) => Ok(Archive::NoRecord),
        _ => Err(Error::invalid("finding", "missing")),
    };
    try_go(&grip, "archive", typed, archive.map(|archive| vec![Step::ArchiveChecked { archive }])).await
}

fn shortened(text: &str) -> String {
    text.trim().chars().filter(|c| !c.is_control()).take(60).collect()
}

#[server]
pub async fn give_proof(grip: GripField, #[server(default)] proofs: Vec<Proof>) -> Result<(), ServerFnError> {
    let typed = proofs.iter().map(|proof| ("proofs", proof.as_str().to_owned())).collect();
    let moves = match proofs.is_empty() {
        true => Err(Error::IllegalMove("status_proof_first")),
        false => Ok(proofs.into_iter().map(|proof| Step::ProofGiven { proof }).collect()),
    };
    try_go(&grip, "proof", typed, moves).await
}
