//! Applies an event, or says what has to come first.

use super::{
    Answer, Asked, End, MOST_PAPERS, Opening, RecordsEvent, RecordsFault, RecordsMove, RecordsState,
};

/// A stored list of events that the law's own order forbids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenHistory {
    /// Which event, from 0.
    pub at: usize,
    pub fault: RecordsFault,
}

impl std::fmt::Display for BrokenHistory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "event {}: {}", self.at, self.fault)
    }
}

impl std::error::Error for BrokenHistory {}

/// The state after `event`. Errors: what has to come first.
pub fn apply(before: &RecordsState, event: &RecordsEvent) -> Result<RecordsState, RecordsFault> {
    if before.end.is_some() {
        return Err(RecordsFault::CaseEnded);
    }
    match (before.opening, event.kind()) {
        (None, RecordsMove::Open)
        | (Some(_), RecordsMove::Identify | RecordsMove::Answer | RecordsMove::Leave) => {}
        (Some(_), RecordsMove::Open) => return Err(RecordsFault::AlreadyOpen),
        (None, _) => return Err(RecordsFault::NotOpened),
    }
    let mut after = before.clone();
    match event {
        RecordsEvent::Opened { on } => after.opening = Some(Opening { on: *on }),
        RecordsEvent::Identified { asker, shown, sought } => {
            if !asker.must_show().iter().all(|paper| shown.contains(paper)) {
                return Err(RecordsFault::AuthorityFirst);
            }
            after.asked = Some(Asked { asker: *asker, shown: shown.clone(), sought: *sought });
        }
        RecordsEvent::Answered { answer } => {
            if before.asked.is_none() {
                return Err(RecordsFault::IdentifyFirst);
            }
            check(answer)?;
            after.end = Some(End::Answered(answer.clone()));
        }
        RecordsEvent::Left { why } => after.end = Some(End::Left(*why)),
    }
    Ok(after)
}

/// What was handed over must fit what was found.
fn check(answer: &Answer) -> Result<(), RecordsFault> {
    if answer.copies > MOST_PAPERS || answer.statements > MOST_PAPERS {
        return Err(RecordsFault::TooManyPapers);
    }
    match answer.is_found() {
        true if answer.statements > 0 => Err(RecordsFault::StatementDespiteFile),
        false if answer.copies > 0 => Err(RecordsFault::CopiesWithoutFile),
        _ => Ok(()),
    }
}

/// The state that stored events come to. Errors: the first that can't follow the ones before it.
pub fn fold(events: &[RecordsEvent]) -> Result<RecordsState, BrokenHistory> {
    let mut state = RecordsState::default();
    for (at, event) in events.iter().enumerate() {
        state = apply(&state, event).map_err(|fault| BrokenHistory { at, fault })?;
    }
    Ok(state)
}

/// The moves that a screen may offer.
pub fn legal_moves(state: &RecordsState) -> Vec<RecordsMove> {
    match (state.opening, &state.asked, &state.end) {
        (_, _, Some(_)) => Vec::new(),
        (None, _, None) => vec![RecordsMove::Open],
        (Some(_), None, None) => vec![RecordsMove::Identify, RecordsMove::Leave],
        (Some(_), Some(_), None) => vec![RecordsMove::Identify, RecordsMove::Answer, RecordsMove::Leave],
    }
}
