//! The divorce at the counter: the people's dates and numbers, and the events that every story is made of.

mod days;
mod walks;
mod way;

use law::calendar::Calendar;
use law::certificate::{BookletNo, CertificateNo, OfficeCode};
use law::divorce_case::{
    AgreementShown, ApplicationDates, CertificatesSeen, DivorceEvent, DivorceState, PreCheckPoint,
    ReceiptBrought, ReceiptNo, Refusal, ReviewPoint, SignedPaper, When, apply, fold,
};
use law::divorce_clock::{RestDayPolicy, clock};
use law::eligibility::Party;

use crate::dates::d;

/// Accepted on 16 January 2026: the thirty days end on 24 February, the window is 25 February to 26 March.
fn dates() -> ApplicationDates {
    (&clock(d("2026-01-16"), &Calendar::embedded(), RestDayPolicy::default()).unwrap()).into()
}

fn receipt() -> ReceiptNo {
    ReceiptNo::parse("LSL-2026-0001").unwrap()
}

fn certificate(text: &str) -> CertificateNo {
    CertificateNo::parse(text).unwrap()
}

fn booklet(text: &str) -> BookletNo {
    BookletNo::parse(text).unwrap()
}

fn opened() -> DivorceEvent {
    DivorceEvent::Opened { on: d("2026-01-16"), office: OfficeCode::parse("370126").unwrap() }
}

fn accepted() -> DivorceEvent {
    DivorceEvent::Accepted { on: d("2026-01-16"), receipt_no: receipt(), dates: dates(), ours: None }
}

fn pre_checked() -> DivorceEvent {
    DivorceEvent::PreChecked { points: PreCheckPoint::ALL.iter().copied().collect() }
}

fn review_begun(on: &str) -> DivorceEvent {
    let points = ReviewPoint::ALL.iter().copied().collect();
    DivorceEvent::ReviewBegun { on: d(on), points, ticket: None, late_reason: None }
}

fn withdrawn(by: Party, on: &str) -> DivorceEvent {
    DivorceEvent::Withdrawn { by, on: d(on), receipt: ReceiptBrought::Shown, ticket: None }
}

fn registered(on: &str) -> DivorceEvent {
    DivorceEvent::Registered {
        on: d(on),
        certificate: certificate("L370126-2026-000001"),
        booklets: [booklet("10000001"), booklet("10000002")],
    }
}

fn way_to_accepted() -> Vec<DivorceEvent> {
    vec![
        opened(),
        DivorceEvent::IdentityChecked { party: Party::First },
        DivorceEvent::IdentityChecked { party: Party::Second },
        DivorceEvent::CertificatesSeen { seen: CertificatesSeen::Both },
        DivorceEvent::AgreementDeclared { shown: AgreementShown::DeclaredSigned },
        pre_checked(),
        accepted(),
    ]
}

fn review_on(on: &str) -> Vec<DivorceEvent> {
    vec![
        review_begun(on),
        DivorceEvent::QuestioningOpened { party: Party::Second },
        DivorceEvent::QuestioningClosed { party: Party::Second },
        DivorceEvent::QuestioningOpened { party: Party::First },
        DivorceEvent::QuestioningClosed { party: Party::First },
        DivorceEvent::DeclarationSigned { party: Party::First },
        DivorceEvent::DeclarationSigned { party: Party::Second },
        DivorceEvent::AgreementSigned,
        DivorceEvent::Reviewed,
    ]
}

fn whole_way() -> Vec<DivorceEvent> {
    let mut way = way_to_accepted();
    way.extend(review_on("2026-03-02"));
    way.push(registered("2026-03-02"));
    way.push(DivorceEvent::CertificatesStamped);
    way.extend(SignedPaper::ALL.iter().map(|paper| DivorceEvent::PaperSigned { paper: *paper }));
    way.push(DivorceEvent::Issued);
    way
}

fn after(events: &[DivorceEvent]) -> DivorceState {
    fold(events).unwrap()
}

fn fault(state: &DivorceState, event: &DivorceEvent) -> Refusal {
    apply(state, event).unwrap_err()
}

fn today(text: &str) -> When {
    When::served(d(text))
}
