//! The papers of a reissue. Addresses and file names tell nothing of what they are.

use super::{NotNow, print::press, refused};
use crate::{http::refusal::Refusal, routes::files::on_paper, state::AppState};
use law::{
    Lang,
    eligibility::Party,
    identity::Nationality,
    reissue_case::{Archive, Matter, REVIEW_OPINION, Reached, Reason, RefusedGround},
};
use papers::{
    Applicant, DivorceParty, Imprint, MissingPaper, MissingPapersNotice, OriginalEntry, PaperError, Press,
    Printed, REISSUE_TRUTH, RecordSystem, RefusedParty, ReissueDeclaration, ReissueNotice, ReissuePhoto,
    ReissueProxy, ReissueReviewForm, ReissueSlip,
};
use registry::{
    RecordSystem as System,
    office::Office,
    reissue::{Particulars, ReissuePaper, ReissuePaperContents},
    staff::Officer,
};
use uuid::Uuid;

const ZH: Lang = Lang::Zh;
/// Both seats, in order.
const SEATS: [Party; 2] = [Party::First, Party::Second];

/// Gathers, counts and presses one paper.
pub async fn paper(state: &AppState, officer: &Officer, case: Uuid, name: &str) -> Result<Printed, NotNow> {
    let kind = ReissuePaper::parse(name).ok_or(NotNow::Refused(Refusal::NotFound))?;
    let contents = state.registry.print_reissue_paper(officer, case, kind).await.map_err(refused)?;
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
        contents,
    };
    press(state, move |press| filled.print(kind, press)).await
}

struct Filled {
    imprint: Imprint,
    qr: Option<String>,
    record: RecordSystem,
    office: Office,
    contents: ReissuePaperContents,
}

impl Filled {
    fn print(&self, kind: ReissuePaper, press: &Press) -> Result<Printed, PaperError> {
        match kind {
            ReissuePaper::MissingPapers => press.missing_papers_notice(&self.missing()),
            ReissuePaper::Refusal => press.reissue_notice(&self.refusal()),
            ReissuePaper::DeclarationA => press.reissue_declaration(&self.declaration(Party::First)),
            ReissuePaper::DeclarationB => press.reissue_declaration(&self.declaration(Party::Second)),
            ReissuePaper::ReviewForm => press.reissue_review_form(&self.review()),
            ReissuePaper::IssuingSlip => press.reissue_slip(&self.slip()),
        }
    }

    fn missing(&self) -> MissingPapersNotice {
        MissingPapersNotice {
            office: on_paper(&self.office, ZH),
            imprint: self.imprint,
            people: self.applicants_names("申请人"),
            matter: format!("补领{}", self.certificate()),
            missing: self
                .contents
                .state
                .missing()
                .iter()
                .map(|item| MissingPaper {
                    what: item.title(ZH).to_owned(),
                    instead: item.instead(ZH).map(str::to_owned),
                })
                .collect(),
            // A reissue has no last day.
            deadline: None,
            officer: self.contents.officer.clone(),
            date: self.imprint.printed_at.date(),
            qr: self.qr.clone(),
        }
    }

    fn refusal(&self) -> ReissueNotice {
        let ground = self.contents.refused.unwrap_or(RefusedGround::IdentityNotProven);
        let parties = SEATS.into_iter().filter(|seat| self.is_applicant(*seat)).map(|seat| {
            let person = self.person(seat);
            RefusedParty {
                name: self.contents.names[seat.index()].clone(),
                id_kind: person.map_or("证件", |known| known.id_type.title(ZH)).to_owned(),
                id_number: person.map(|known| known.id_number.clone()).unwrap_or_default(),
            }
        });
        ReissueNotice {
            office: self.office.name.clone(),
            imprint: self.imprint,
            number: None,
            parties: parties.collect(),
            applied_on: self.contents.opened_on,
            certificate: self.certificate().to_owned(),
            ground: ground.words(ZH).to_owned(),
            article: ground.article(ZH).to_owned(),
            remedies: super::fill::remedies(&self.office),
            what_would_work: format!("{}。", ground.what_next(ZH)),
            date: self.imprint.printed_at.date(),
            qr: self.qr.clone(),
        }
    }

    fn declaration(&self, mine: Party) -> ReissueDeclaration {
        let other = if mine == Party::First { Party::Second } else { Party::First };
        ReissueDeclaration {
            office: self.office.name.clone(),
            imprint: self.imprint,
            record: self.record.clone(),
            mine: party(self.person(mine)),
            other: party(self.person(other)),
            certificate: self.certificate().to_owned(),
            reason: self.reason().to_owned(),
            original: self.original(),
            marital_status: match self.contents.matter {
                Matter::Marriage => "已婚".to_owned(),
                Matter::Divorce => "离婚".to_owned(),
            },
            statement: self.statement(),
            proxy: self.contents.proxy.as_ref().map(|proxy| ReissueProxy {
                name: proxy.name.clone(),
                id_kind: proxy.id_type.title(ZH).to_owned(),
                id_number: proxy.id_number.clone(),
            }),
            applied_on: Some(self.contents.opened_on),
        }
    }

    /// What is declared: the registration, that its status still stands, and why the certificate is asked for again.
    fn statement(&self) -> String {
        let (done, certificate) = match self.contents.matter {
            Matter::Marriage => ("结婚登记", self.certificate()),
            Matter::Divorce => ("离婚登记", self.certificate()),
        };
        let original = self.contents.original.as_ref();
        let day = original.map(|facts| law::words::date_on_form(facts.registered_on)).unwrap_or_default();
        let office = original.map(|facts| facts.office.clone()).unwrap_or_default();
        let reason = self.reason();
        format!(
            "本人与对方于{day}在{office}办理{done}，现在仍然维持该婚姻状况。因{certificate}{reason}，申请补领{certificate}。\n{REISSUE_TRUTH}"
        )
    }

    fn review(&self) -> ReissueReviewForm {
        let state = &self.contents.state;
        let reissue = state.reissue();
        let booklet = |at: usize| {
            reissue.and_then(|known| known.booklets.get(at)).map(ToString::to_string).unwrap_or_default()
        };
        let [first, second] = self.in_order();
        let couple = self.contents.matter == Matter::Marriage;
        // The booklets stand in the order of the seats, the form begins with who asks.
        let numbers = if couple {
            [booklet(first.index()), booklet(second.index())]
        } else {
            [booklet(0), String::new()]
        };
        let [one, two] = numbers;
        let remark = state.asking().map(|asking| asking.reason.remark()).unwrap_or_default();
        let more = &self.contents.remarks;
        ReissueReviewForm {
            office: self.office.name.clone(),
            imprint: self.imprint,
            record: self.record.clone(),
            persons: [applicant(self.person(first), one), applicant(self.person(second), two)],
            certificate: self.certificate().to_owned(),
            reason: self.reason().to_owned(),
            original: self.original(),
            archive: self.archive(),
            status: self.status(),
            documents: self.documents(),
            opinion: if state.reached() >= Reached::Reviewed {
                REVIEW_OPINION.to_owned()
            } else {
                String::new()
            },
            certificate_no: reissue.map(|known| known.certificate.to_string()).unwrap_or_default(),
            reissued_on: reissue.map(|known| known.on),
            remarks: if more.is_empty() { remark.to_owned() } else { format!("{remark}。{more}") },
            photo: if couple { ReissuePhoto::Joint } else { ReissuePhoto::Single },
        }
    }

    fn archive(&self) -> String {
        match self.contents.state.archive() {
            None => String::new(),
            Some(Archive::Found { file_no, keeper, agrees }) => {
                let agrees = if *agrees { "一致" } else { "不一致" };
                format!("查到，档号{file_no}，{keeper}保管，与身份证件{agrees}")
            }
            Some(Archive::NotFound) => "尚未查到".to_owned(),
            Some(Archive::NoRecord) => "保管单位书面证明没有档案".to_owned(),
        }
    }

    fn status(&self) -> String {
        let check = self.contents.state.network();
        check
            .map(|check| {
                let day = law::words::date_on_form(check.at.date());
                format!("{}，{day}{}联网核对", check.result.title(ZH), law::words::time(check.at.time()))
            })
            .unwrap_or_default()
    }

    fn documents(&self) -> Vec<String> {
        let state = &self.contents.state;
        let shown = SEATS.into_iter().filter(|seat| state.asks(*seat)).filter_map(|seat| self.person(seat));
        let mut documents: Vec<_> =
            shown.map(|person| format!("{}（{}）", person.id_type.title(ZH), person.name)).collect();
        if state.asking().is_some_and(|asking| asking.reason.has_old_certificate()) {
            documents.push(format!("原{}", self.certificate()));
        }
        if self.contents.proxy.is_some() {
            documents.push("公证委托书、受托人身份证件".to_owned());
        }
        documents.extend(state.proofs().iter().map(|proof| proof.title(ZH).to_owned()));
        documents
    }

    fn slip(&self) -> ReissueSlip {
        let reissue = self.contents.state.reissue();
        let day = self.contents.opened_on;
        let couple = self.contents.matter == Matter::Marriage;
        let holders = SEATS.into_iter().filter(|seat| couple || self.is_applicant(*seat));
        let handed = match &self.contents.proxy {
            Some(proxy) => format!("{}（受托人）", proxy.name),
            None => self.applicants_names("申请人").join("、"),
        };
        ReissueSlip {
            office: on_paper(&self.office, ZH),
            imprint: self.imprint,
            certificate_no: reissue.map(|known| known.certificate.to_string()).unwrap_or_default(),
            certificate: self.certificate().to_owned(),
            names: holders.map(|seat| self.contents.names[seat.index()].clone()).collect(),
            registered_on: reissue.map_or(day, |known| known.registered_on),
            reissued_on: reissue.map_or(day, |known| known.on),
            replaces: self.original().certificate_no,
            booklets: reissue
                .map(|known| known.booklets.iter().map(ToString::to_string).collect())
                .unwrap_or_default(),
            handed_to: handed,
            issued_by: self.contents.officer.clone(),
            qr: self.qr.clone().unwrap_or_default(),
        }
    }

    /// Who asks first, then the other.
    fn in_order(&self) -> [Party; 2] {
        if self.is_applicant(Party::First) { SEATS } else { [Party::Second, Party::First] }
    }

    /// Before it is known who asks, whoever was booked.
    fn is_applicant(&self, seat: Party) -> bool {
        match self.contents.state.asking() {
            Some(asking) => asking.applicants.contains(&seat),
            None => !self.contents.names[seat.index()].is_empty(),
        }
    }

    fn applicants_names(&self, nobody: &str) -> Vec<String> {
        let names = SEATS.into_iter().filter(|seat| self.is_applicant(*seat));
        let names: Vec<_> = names
            .map(|seat| self.contents.names[seat.index()].clone())
            .filter(|name| !name.is_empty())
            .collect();
        if names.is_empty() { vec![nobody.to_owned()] } else { names }
    }

    fn person(&self, seat: Party) -> Option<&Particulars> {
        self.contents.persons[seat.index()].as_ref()
    }

    fn certificate(&self) -> &'static str {
        self.contents.matter.certificate(ZH)
    }

    fn reason(&self) -> &'static str {
        match self.contents.state.asking().map(|asking| asking.reason) {
            Some(Reason::Lost) => "遗失",
            Some(Reason::Damaged) => "损毁",
            Some(Reason::DataMismatch) => "与身份证件信息不一致",
            None => "",
        }
    }

    fn original(&self) -> OriginalEntry {
        let facts = self.contents.original.as_ref();
        OriginalEntry {
            registered_on: facts.map(|facts| facts.registered_on),
            office: facts.map(|facts| facts.office.clone()).unwrap_or_default(),
            certificate_no: facts.map(|facts| facts.certificate_no.clone()).unwrap_or_default(),
        }
    }
}

fn party(person: Option<&Particulars>) -> DivorceParty {
    let Some(person) = person else { return DivorceParty::default() };
    DivorceParty {
        name: person.name.clone(),
        sex: person.sex.title(ZH).to_owned(),
        nationality: nationality(person.nationality),
        born: Some(person.birth),
        ethnicity: person.ethnicity.clone(),
        id_kind: person.id_type.title(ZH).to_owned(),
        id_number: person.id_number.clone(),
        address: person.address.clone(),
        ..DivorceParty::default()
    }
}

fn applicant(person: Option<&Particulars>, booklet: String) -> Applicant {
    let Some(person) = person else { return Applicant { booklet, ..Applicant::default() } };
    Applicant {
        name: person.name.clone(),
        sex: person.sex.title(ZH).to_owned(),
        born: Some(person.birth),
        nationality: nationality(person.nationality),
        id_number: person.id_number.clone(),
        documents: Vec::new(),
        booklet,
    }
}

/// As the form writes it; other nations by the three letters of the passport.
fn nationality(nationality: Nationality) -> String {
    if nationality == Nationality::CHN { "中国".to_owned() } else { nationality.as_str().to_owned() }
}
