//! A note as it is read again: on the entry, on the review form, in the list.

use super::look_up::registered;
use crate::case::find_name;
use crate::clock::to_local;
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::notes::{self, NoteRow};
use crate::store::queries::staff::{NameRow, names};
use crate::vault::Vault;
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use law::Lang;
use law::archive::ArchiveNo;
use law::registration_note::{NoteKind, Registered};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a note says, sealed in its row: reasons and documents may name somebody.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct StoredNote {
    pub court: String,
    pub document_no: String,
    pub basis: String,
    pub archive_no: ArchiveNo,
    pub reason: String,
}

/// A note on a registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub kind: NoteKind,
    pub decided_on: NaiveDate,
    /// Empty for the bureau's own decision.
    pub court: String,
    pub document_no: String,
    pub basis: String,
    pub archive_no: ArchiveNo,
    pub reason: String,
    pub noted_at: NaiveDateTime,
    pub officer: String,
}

/// A note in the list of the latest: no person, no reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteLine {
    pub id: Uuid,
    pub kind: NoteKind,
    pub registered: Registered,
    /// The certificate's number, or the ref of an entry without one.
    pub number: String,
    pub decided_on: NaiveDate,
    pub noted_at: NaiveDateTime,
    pub officer: String,
}

impl Note {
    /// The 备注 of the review form, which cites the file number (档案管理办法).
    pub fn remark(&self) -> String {
        let day = self.decided_on;
        let day = format!("{}年{}月{}日", day.year(), day.month(), day.day());
        let who = if self.kind.is_courts() { self.court.as_str() } else { "本机关" };
        let what = match self.kind {
            NoteKind::Revoked => "决定撤销本登记",
            NoteKind::CourtVoid => "判决婚姻无效",
            NoteKind::CourtRevoked => "判决撤销",
        };
        format!("{day}{who}{what}（{}），见档号{}。", self.document_no, self.archive_no)
    }

    /// The same in the register's own list: 「撤销登记（民政部门决定）」.
    pub const fn title(&self) -> &'static str {
        self.kind.title(Lang::Zh)
    }
}

pub(super) fn read_note(vault: &Vault, row: &NoteRow, names: &[NameRow]) -> Result<Note> {
    let stored: StoredNote = vault.open_record("registration_notes", row.id.as_bytes(), &row.sealed)?;
    Ok(Note {
        kind: kind(&row.kind)?,
        decided_on: row.decided_on,
        court: stored.court,
        document_no: stored.document_no,
        basis: stored.basis,
        archive_no: stored.archive_no,
        reason: stored.reason,
        noted_at: to_local(row.noted_at),
        officer: find_name(names, row.officer),
    })
}

fn kind(text: &str) -> Result<NoteKind> {
    NoteKind::parse(text).ok_or_else(|| Error::inconsistent(format!("a note of kind {text}")))
}

/// The 备注 that a case's review form bears since its registration was noted on.
pub(crate) async fn remark_on_case(registry: &Registry, case: Uuid) -> Result<Option<String>> {
    let mut tx = registry.store().read().await?;
    let Some(row) = notes::of_case(&mut tx, case).await? else { return Ok(None) };
    Ok(Some(read_note(registry.vault(), &row, &[])?.remark()))
}

impl Registry {
    /// The latest notes, newest first. Errors: `Forbidden`.
    pub async fn latest_notes(&self, officer: &Officer, many: u32) -> Result<Vec<NoteLine>> {
        officer.may(Right::NoteRegistration)?;
        let mut tx = self.store().read().await?;
        let names = names(&mut tx).await?;
        let rows = notes::latest(&mut tx, i64::from(many)).await?;
        rows.into_iter()
            .map(|row| {
                Ok(NoteLine {
                    id: row.act_id,
                    kind: kind(&row.kind)?,
                    registered: registered(&row.act)?,
                    number: row.certificate_no.unwrap_or(row.reference),
                    decided_on: row.decided_on,
                    noted_at: to_local(row.noted_at),
                    officer: find_name(&names, row.officer),
                })
            })
            .collect()
    }
}
