//! The papers of a divorce case. Addresses and file names tell nothing of what they are.

use super::{NotNow, print::press, refused};
use crate::{http::refusal::Refusal, routes::files::on_paper, state::AppState};
use law::{
    Lang,
    divorce_case::{ApplicationDates, CertificatesSeen, DivorceState, REVIEW_OPINION, Reached, SheetWords},
    eligibility::Party,
    identity::Nationality,
};
use papers::{
    APPLICATION, DIVORCE_DECLARATION, Deadline, DivorceApplicationForm, DivorceDateSheet, DivorceDeclaration,
    DivorceNotice, DivorceNoticeKind, DivorceParty, DivorceReviewForm, DivorceWithdrawalConfirmation,
    DivorceWithdrawalRequest, Imprint, MarriageEntry, MissingPaper, MissingPapersNotice, PaperError, Press,
    Printed, RecordSystem, RefusedParty, WITHDRAWAL,
};
use registry::{
    RecordSystem as System,
    divorce::{DivorcePaper, DivorcePaperContents, PaperPerson},
    office::Office,
    staff::Officer,
};
use uuid::Uuid;

const ZH: Lang = Lang::Zh;

/// Gathers, counts and presses one paper.
pub async fn paper(state: &AppState, officer: &Officer, case: Uuid, name: &str) -> Result<Printed, NotNow> {
    let kind = DivorcePaper::parse(name).ok_or(NotNow::Refused(Refusal::NotFound))?;
    let contents = state.registry.print_divorce_paper(officer, case, kind).await.map_err(refused)?;
    let known = state.registry.divorce_case(officer, case).await.map_err(refused)?;
    let opening = state.registry.opening().await.map_err(refused)?;
    let own = state.registry.terms().record_system == System::Own;
    let filled = Filled {
        imprint: Imprint {
            printed_at: state.registry.clock().local(),
            reprint: contents.reprint,
            specimen: own,
        },
        qr: contents.token.as_ref().map(|token| format!("{}/v/{token}", state.settings.origin())),
        record: if own { RecordSystem::Own { qr: None } } else { RecordSystem::National },
        office: opening.office.clone(),
        state: known.state,
        contents,
    };
    press(state, move |press| filled.print(kind, press)).await
}

struct Filled {
    imprint: Imprint,
    qr: Option<String>,
    record: RecordSystem,
    office: Office,
    state: DivorceState,
    contents: DivorcePaperContents,
}

impl Filled {
    fn print(&self, kind: DivorcePaper, press: &Press) -> Result<Printed, PaperError> {
        match kind {
            DivorcePaper::DateSheet => press.divorce_date_sheet(&self.date_sheet()),
            DivorcePaper::MissingPapers => press.missing_papers_notice(&self.missing()),
            DivorcePaper::Application => press.divorce_application(&self.application()),
            DivorcePaper::NotAccepted => press.divorce_notice(&self.not_accepted()),
            DivorcePaper::WithdrawalRequest => press.divorce_withdrawal_request(&self.withdrawal()),
            DivorcePaper::WithdrawalConfirmation => {
                press.divorce_withdrawal_confirmation(&self.confirmation())
            }
            DivorcePaper::DeclarationA => press.divorce_declaration(&self.declaration(0, 1)),
            DivorcePaper::DeclarationB => press.divorce_declaration(&self.declaration(1, 0)),
            DivorcePaper::ReviewForm => press.divorce_review_form(&self.review()),
            DivorcePaper::Refusal => press.divorce_notice(&self.refused()),
            DivorcePaper::AgreementBlank => press.divorce_agreement_blank(&self.imprint),
            DivorcePaper::InterviewBlank => press.divorce_interview_blank(&self.office.name, &self.imprint),
        }
    }

    /// The dates that count; nothing is printed of an application before it is accepted.
    fn dates(&self) -> Option<ApplicationDates> {
        self.contents.application.as_ref().map(|application| application.dates)
    }

    fn date_sheet(&self) -> DivorceDateSheet {
        let today = self.imprint.printed_at.date();
        let dates = self.dates();
        let accepted = dates.map_or(self.contents.applied_on, |dates| dates.accepted);
        let day = |read: fn(&ApplicationDates) -> chrono::NaiveDate| dates.as_ref().map_or(today, read);
        let SheetWords { why_thirty_last, why_window_first, why_window_last } =
            self.contents.sheet.clone().unwrap_or_default();
        DivorceDateSheet {
            office: on_paper(&self.office, ZH),
            imprint: self.imprint,
            accepted,
            thirty: [accepted.succ_opt().unwrap_or(accepted), day(|dates| dates.cooling_off_last)],
            window: [day(|dates| dates.issuance_first), day(|dates| dates.issuance_last)],
            lapses_on: day(ApplicationDates::lapses_on),
            why_thirty_last,
            why_window_first,
            why_window_last,
            counselling_phone: self.office.phone.clone(),
            qr: self.qr.clone(),
        }
    }

    fn missing(&self) -> MissingPapersNotice {
        let missing = self.contents.missing.iter();
        let last = self.dates().map(|dates| dates.issuance_last);
        MissingPapersNotice {
            office: on_paper(&self.office, ZH),
            imprint: self.imprint,
            people: self.names(),
            // A neutral word: the sheet lies about at home.
            matter: "登记".to_owned(),
            missing: missing
                .map(|item| MissingPaper {
                    what: item.title(ZH).to_owned(),
                    instead: item.instead(ZH).map(str::to_owned),
                })
                .collect(),
            deadline: last.map(|date| Deadline {
                date,
                why: "过了这天申请自动终止（婚姻登记条例第十六条）".to_owned(),
            }),
            officer: self.contents.officer.clone(),
            date: self.imprint.printed_at.date(),
            qr: self.qr.clone(),
        }
    }

    fn application(&self) -> DivorceApplicationForm {
        let [a, b] = &self.contents.persons;
        DivorceApplicationForm {
            office: self.office.name.clone(),
            imprint: self.imprint,
            record: self.record.clone(),
            parties: [party(a.as_ref()), party(b.as_ref())],
            marriage: self.marriage(),
            statement: APPLICATION.to_owned(),
            applied_on: Some(self.contents.applied_on),
        }
    }

    fn declaration(&self, mine: usize, other: usize) -> DivorceDeclaration {
        DivorceDeclaration {
            office: self.office.name.clone(),
            imprint: self.imprint,
            record: self.record.clone(),
            mine: party(self.contents.persons[mine].as_ref()),
            other: party(self.contents.persons[other].as_ref()),
            marriage: self.marriage(),
            statement: DIVORCE_DECLARATION.to_owned(),
            declared_on: self.contents.reviewed_on,
        }
    }

    fn review(&self) -> DivorceReviewForm {
        let registration = self.contents.registration.as_ref();
        let booklet =
            |at: usize| registration.map(|known| known.booklets[at].to_string()).unwrap_or_default();
        let [a, b] = &self.contents.persons;
        let signed = self.state.review().is_some_and(|review| review.agreement_signed);
        DivorceReviewForm {
            office: self.office.name.clone(),
            imprint: self.imprint,
            record: self.record.clone(),
            parties: [party(a.as_ref()), party(b.as_ref())],
            documents: [self.documents(Party::First), self.documents(Party::Second)],
            marriage: self.marriage(),
            agreement: if signed { "一式三份，当面签名" } else { "" }.to_owned(),
            opinion: if self.state.reached() >= Reached::Reviewed { REVIEW_OPINION } else { "" }.to_owned(),
            certificate_no: registration.map(|known| known.certificate.to_string()).unwrap_or_default(),
            booklets: [booklet(0), booklet(1)],
            registered_on: registration.map(|known| known.on),
            remarks: self.contents.remarks.clone(),
        }
    }

    /// 提供证件情况 of one of the two.
    fn documents(&self, seat: Party) -> Vec<String> {
        let person = self.contents.persons[seat.index()].as_ref();
        let mut documents: Vec<_> =
            person.map(|known| known.id_type.title(ZH).to_owned()).into_iter().collect();
        documents.extend(match self.state.certificates() {
            Some(CertificatesSeen::OneLost { lost_by }) if lost_by == seat => {
                vec!["结婚证遗失声明".to_owned()]
            }
            Some(CertificatesSeen::Both | CertificatesSeen::OneLost { .. }) => {
                vec!["本人的结婚证".to_owned()]
            }
            Some(CertificatesSeen::BothLost) => {
                vec!["结婚证遗失声明".to_owned(), "结婚登记档案复印件".to_owned()]
            }
            None => Vec::new(),
        });
        documents
    }

    fn withdrawal(&self) -> DivorceWithdrawalRequest {
        let (mine, other) = self.withdrawing();
        let application = self.contents.application.as_ref();
        DivorceWithdrawalRequest {
            office: self.office.name.clone(),
            imprint: self.imprint,
            record: self.record.clone(),
            mine,
            other,
            receipt_no: application.map(|known| known.receipt_no.to_string()).unwrap_or_default(),
            accepted_on: application.map_or(self.contents.applied_on, |known| known.dates.accepted),
            statement: WITHDRAWAL.to_owned(),
            withdrawn_on: self.contents.withdrawn.map(|(_, on)| on),
        }
    }

    fn confirmation(&self) -> DivorceWithdrawalConfirmation {
        let (mine, other) = self.withdrawing();
        let application = self.contents.application.as_ref();
        let today = self.imprint.printed_at.date();
        DivorceWithdrawalConfirmation {
            office: self.office.name.clone(),
            imprint: self.imprint,
            record: self.record.clone(),
            number: String::new(),
            mine,
            other,
            receipt_no: application.map(|known| known.receipt_no.to_string()).unwrap_or_default(),
            accepted_on: application.map_or(self.contents.applied_on, |known| known.dates.accepted),
            withdrawn_on: self.contents.withdrawn.map_or(today, |(_, on)| on),
        }
    }

    /// Who withdraws and the other one; before it is known who, the form is left to the pen.
    fn withdrawing(&self) -> (DivorceParty, DivorceParty) {
        let person = |seat: Party| party(self.contents.persons[seat.index()].as_ref());
        match self.contents.withdrawn {
            Some((Party::First, _)) => (person(Party::First), person(Party::Second)),
            Some((Party::Second, _)) => (person(Party::Second), person(Party::First)),
            None => (DivorceParty::default(), DivorceParty::default()),
        }
    }

    fn not_accepted(&self) -> DivorceNotice {
        let ground = self.contents.not_accepted;
        DivorceNotice {
            kind: DivorceNoticeKind::NotAccepted,
            came_on: ground.map_or(self.contents.applied_on, |(_, on)| on),
            ground: ground.map(|(ground, _)| ground.words(ZH).to_owned()).unwrap_or_default(),
            article: ground.map(|(ground, _)| ground.article(ZH).to_owned()).unwrap_or_default(),
            what_would_work: ground
                .map(|(ground, _)| format!("{}。", ground.what_next(ZH)))
                .unwrap_or_default(),
            ..self.notice()
        }
    }

    fn refused(&self) -> DivorceNotice {
        let refused = self.contents.refused;
        let ground = refused.map(|refused| refused.ground);
        DivorceNotice {
            kind: DivorceNoticeKind::Refused,
            came_on: refused.map_or(self.contents.applied_on, |refused| refused.on),
            ground: ground.map(|ground| ground.words(ZH).to_owned()).unwrap_or_default(),
            article: ground.map(|ground| ground.article(ZH).to_owned()).unwrap_or_default(),
            what_would_work: ground.map(|ground| self.next(ground.what_next(ZH))).unwrap_or_default(),
            ..self.notice()
        }
    }

    /// What would work, with the days of this application.
    fn next(&self, what: &str) -> String {
        let today = self.imprint.printed_at.date();
        let year = chrono::Datelike::year(&today);
        match self.dates().filter(|dates| today <= dates.issuance_last) {
            None => format!("{what}。"),
            Some(dates) => {
                let first = law::words::date_zh(dates.issuance_first, year);
                let last = law::words::date_zh(dates.issuance_last, year);
                format!("{what}。可以登记的日子是{first}到{last}。")
            }
        }
    }

    fn notice(&self) -> DivorceNotice {
        let parties = self.contents.persons.iter().flatten().map(|person| RefusedParty {
            name: person.name.clone(),
            id_kind: person.id_type.title(ZH).to_owned(),
            id_number: person.id_number.clone(),
        });
        DivorceNotice {
            kind: DivorceNoticeKind::Refused,
            office: self.office.name.clone(),
            imprint: self.imprint,
            number: None,
            parties: parties.collect(),
            came_on: self.contents.applied_on,
            facts: String::new(),
            ground: String::new(),
            article: String::new(),
            remedies: super::fill::remedies(&self.office),
            what_would_work: String::new(),
            date: self.imprint.printed_at.date(),
            qr: self.qr.clone(),
        }
    }

    fn marriage(&self) -> MarriageEntry {
        let facts = self.contents.marriage.as_ref();
        facts.map_or_else(MarriageEntry::default, |facts| MarriageEntry {
            registered_on: Some(facts.registered_on),
            office: facts.office.clone(),
            certificate_no: facts.certificate_no.clone(),
        })
    }

    fn names(&self) -> Vec<String> {
        let known: Vec<_> =
            self.contents.persons.iter().flatten().map(|person| person.name.clone()).collect();
        if known.is_empty() { vec!["两位".to_owned()] } else { known }
    }
}

fn party(person: Option<&PaperPerson>) -> DivorceParty {
    let Some(person) = person else { return DivorceParty::default() };
    let more = person.more.as_ref();
    DivorceParty {
        name: person.name.clone(),
        sex: person.sex.title(ZH).to_owned(),
        nationality: nationality(person.nationality),
        born: Some(person.birth),
        ethnicity: more.map(|more| more.ethnicity.clone()).unwrap_or_default(),
        occupation: more.map(|more| more.occupation.clone()).unwrap_or_default(),
        education: more.and_then(|more| more.education).map_or("", |education| education.title()).to_owned(),
        id_kind: person.id_type.title(ZH).to_owned(),
        id_number: person.id_number.clone(),
        address: more.map(|more| more.address.clone()).unwrap_or_default(),
        // Neither paper tells one partner the other's telephone.
        phone: String::new(),
    }
}

fn nationality(nationality: Nationality) -> String {
    if nationality == Nationality::CHN { "中国".to_owned() } else { nationality.as_str().to_owned() }
}
