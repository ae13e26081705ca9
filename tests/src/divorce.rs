//! An application for divorce at the counter of an [`Office`], for tests that look at it from outside.

#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test whose ground cannot be laid has failed"
)]

use crate::{office::Office, people};
use law::{
    divorce_case::{AgreementShown, CertificatesSeen, PreCheckPoint, ReceiptBrought},
    eligibility::Party,
};
use registry::{
    divorce::{DivorcePaper, DivorceStep as Step, Grip, RawMarriage, RawParticulars, ShownDocument},
    marriage::CaseSource,
    staff::Officer,
};
use uuid::Uuid;

/// The day on which [`Application::accepted`] happens: the thirtieth day falls into the Spring Festival, so that either
/// may withdraw until 24 February and both register from 25 February to 26 March.
pub const ACCEPTED: &str = "2026-01-16T09:00:00";
pub const RECEIPT: &str = "LSL-2026-0001";

/// What two people applied for.
pub struct Application {
    pub case: Uuid,
    officer: Officer,
}

/// Names and numbers of the two.
pub fn him() -> (&'static str, String) {
    ("周怀安", people::number("19880930", 1))
}

pub fn her() -> (&'static str, String) {
    ("许静宜", people::number("19900214", 2))
}

impl Application {
    /// Both come on the day [`ACCEPTED`], and it is accepted under [`RECEIPT`].
    pub async fn accepted(office: &Office, officer: Officer) -> Self {
        office.at(ACCEPTED);
        let registry = &office.registry;
        let case =
            registry.open_divorce_case(&officer, CaseSource::WalkIn, None).await.expect("a case is opened");
        let application = Self { case, officer };
        for (seat, (name, number)) in [(Party::First, him()), (Party::Second, her())] {
            let grip = application.grip(office).await;
            let paper = RawParticulars {
                party: people::person(name, &number, "13800000000"),
                ethnicity: "汉族".into(),
                valid_until: "2038-06-02".into(),
                address: "山东省济南市商河县".into(),
                ..RawParticulars::default()
            };
            registry
                .record_person(&application.officer, grip, seat, &paper)
                .await
                .expect("a document is written down");
            application.step(office, Step::IdentityChecked { seat }).await;
        }
        let marriage = RawMarriage {
            registered_on: "2015-05-20".into(),
            office: "商河县民政局".into(),
            certificate_no: "皖芜字12号".into(),
        };
        let grip = application.grip(office).await;
        registry.record_marriage(&application.officer, grip, &marriage).await.expect("the marriage");
        let points = PreCheckPoint::ALL.iter().copied().collect();
        let receipt_no = RECEIPT.to_owned();
        for step in [
            Step::CertificatesSeen { seen: CertificatesSeen::Both },
            Step::AgreementDeclared { shown: AgreementShown::DeclaredSigned },
            Step::PreChecked { points },
            Step::Accepted { receipt_no, typed: None },
        ] {
            application.step(office, step).await;
        }
        application
    }

    /// The token on the date sheet that both hold.
    pub async fn sheet(&self, office: &Office) -> String {
        let sheet = office
            .registry
            .print_divorce_paper(&self.officer, self.case, DivorcePaper::DateSheet)
            .await
            .expect("a sheet");
        sheet.token.expect("a paper of ours bears a code")
    }

    /// He comes alone and withdraws it.
    pub async fn withdrawn(&self, office: &Office) {
        office
            .registry
            .visit_divorce_case(&self.officer, RECEIPT, CaseSource::WalkIn)
            .await
            .expect("he is here");
        let document = ShownDocument { id_number: him().1, ..ShownDocument::default() };
        let receipt = ReceiptBrought::Shown;
        self.step(office, Step::Withdrawn { document, receipt, ticket: None, late: None }).await;
    }

    async fn grip(&self, office: &Office) -> Grip {
        let shown = office.registry.divorce_case(&self.officer, self.case).await.expect("the case");
        Grip { case: self.case, fence: shown.fence, version: shown.version }
    }

    async fn step(&self, office: &Office, step: Step) {
        let said = format!("{step:?}");
        let grip = self.grip(office).await;
        let taken = office.registry.advance_divorce(&self.officer, grip, step).await;
        assert!(taken.is_ok(), "{said}: {taken:?}");
    }
}
