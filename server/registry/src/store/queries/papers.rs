//! Our own papers, their prints and endings.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PaperRow {
    pub id: Uuid,
    pub kind: String,
    pub subject: Uuid,
    pub issued_on: NaiveDate,
    pub issued_at: DateTime<Utc>,
    pub officer: Option<Uuid>,
}

pub async fn insert(tx: &mut Tx, paper: &PaperRow) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO papers (id, kind, subject, issued_on, issued_at, officer) VALUES ($1, $2, $3, $4, $5, $6)"
    )
    .bind(paper.id)
    .bind(&paper.kind)
    .bind(paper.subject)
    .bind(paper.issued_on)
    .bind(paper.issued_at)
    .bind(paper.officer)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// The latest paper of this kind on a subject, ended or not: printed again, a replaced paper stays replaced.
pub async fn latest(tx: &mut Tx, subject: Uuid, kind: &str) -> Result<Option<PaperRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT id, kind, subject, issued_on, issued_at, officer
           FROM papers
          WHERE subject = $1 AND kind = $2
          ORDER BY issued_at DESC
          LIMIT 1"
    )
    .bind(subject)
    .bind(kind)
    .fetch_optional(conn)
    .await)
    .map_err(Into::into)
}

/// Counts a print; which one it is, from 1.
pub async fn print(tx: &mut Tx, paper: Uuid, at: DateTime<Utc>, officer: Option<Uuid>) -> Result<i64> {
    each_engine!(tx, |conn| sqlx::query_scalar(
        "INSERT INTO paper_prints (paper_id, nth, at, officer)
              VALUES ($1, (SELECT COUNT(*) + 1 FROM paper_prints WHERE paper_id = $1), $2, $3)
         RETURNING nth"
    )
    .bind(paper)
    .bind(at)
    .bind(officer)
    .fetch_one(conn)
    .await)
    .map_err(Into::into)
}

/// How a paper ended, if it has.
pub async fn ending(tx: &mut Tx, paper: Uuid) -> Result<Option<String>> {
    each_engine!(tx, |conn| sqlx::query_scalar("SELECT fate FROM paper_endings WHERE paper_id = $1")
        .bind(paper)
        .fetch_optional(conn)
        .await)
    .map_err(Into::into)
}

/// Ends the living papers of a kind on a subject.
pub async fn end(
    tx: &mut Tx,
    subject: Uuid,
    kind: &str,
    fate: &str,
    at: DateTime<Utc>,
    officer: Option<Uuid>,
    reason: &str,
) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO paper_endings (paper_id, fate, at, officer, reason)
         SELECT papers.id, $3, $4, $5, $6
           FROM papers
           LEFT JOIN paper_endings ON paper_endings.paper_id = papers.id
          WHERE papers.subject = $1 AND papers.kind = $2 AND paper_endings.paper_id IS NULL"
    )
    .bind(subject)
    .bind(kind)
    .bind(fate)
    .bind(at)
    .bind(officer)
    .bind(reason)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}
