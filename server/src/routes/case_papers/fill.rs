//! From what the office knows of a case to what stands on a paper.

use crate::{routes::files::on_paper, state::AppState};
use law::{
    Lang,
    eligibility::{MARRIAGE_AGE_MEN, MARRIAGE_AGE_WOMEN, MarriageRefusalGround, age_on},
    identity::{Nationality, Sex},
    marriage_case::{EvidenceKind, MarriageState, REVIEW_OPINION, Reached},
};
use papers::{
    Applicant, DECLARATION, Declarant, Imprint, IssuingSlip, MarriageDeclaration, MarriageReviewForm,
    MissingPaper, MissingPapersNotice, RecordSystem, RefusalNotice, RefusedParty, Remedies,
};
use registry::{
    RecordSystem as System,
    marriage::{CasePaper, PaperContents, Particulars, Prior},
    office::Office,
};

/// A paper with everything on it.
pub enum Sheet {
    Missing(MissingPapersNotice),
    Refusal(RefusalNotice),
    Declaration(MarriageDeclaration),
    Review(MarriageReviewForm),
    Slip(IssuingSlip),
}

const ZH: Lang = Lang::Zh;

pub fn sheet(
    state: &AppState,
    kind: CasePaper,
    contents: PaperContents,
    reached: &MarriageState,
    office: &Office,
) -> Sheet {
    let own = state.registry.terms().record_system == System::Own;
    let case = Filled {
        imprint: Imprint {
            printed_at: state.registry.clock().local(),
            reprint: contents.reprint,
            specimen: own,
        },
        qr: contents.token.as_ref().map(|token| format!("{}/v/{token}", state.settings.origin())),
        record: if own { RecordSystem::Own { qr: None } } else { RecordSystem::National },
        contents,
        reached,
        office,
    };
    match kind {
        CasePaper::MissingPapers => Sheet::Missing(case.missing()),
        CasePaper::Refusal => Sheet::Refusal(case.refusal()),
        CasePaper::DeclarationA => Sheet::Declaration(case.declaration(0, 1)),
        CasePaper::DeclarationB => Sheet::Declaration(case.declaration(1, 0)),
        CasePaper::ReviewForm => Sheet::Review(case.review()),
        CasePaper::IssuingSlip => Sheet::Slip(case.slip()),
    }
}

struct Filled<'a> {
    imprint: Imprint,
    qr: Option<String>,
    record: RecordSystem,
    contents: PaperContents,
    reached: &'a MarriageState,
    office: &'a Office,
}

impl Filled<'_> {
    fn missing(self) -> MissingPapersNotice {
        let missing = self.contents.missing.iter();
        MissingPapersNotice {
            office: on_paper(self.office, ZH),
            imprint: self.imprint,
            people: self.names(),
            matter: "结婚登记".to_owned(),
            missing: missing
                .map(|item| MissingPaper {
                    what: item.title(ZH).to_owned(),
                    instead: item.instead(ZH).map(str::to_owned),
                })
                .collect(),
            // A marriage has no last day.
            deadline: None,
            officer: self.contents.officer.clone(),
            date: self.imprint.printed_at.date(),
            qr: self.qr,
        }
    }

    fn refusal(self) -> RefusalNotice {
        let ground = self.contents.refused.unwrap_or(MarriageRefusalGround::NotVoluntary);
        let parties =
            self.contents.persons.iter().zip(&self.contents.names).map(|(person, name)| RefusedParty {
                name: name.clone(),
                id_kind: person.as_ref().map_or("证件", |known| known.id_type.title(ZH)).to_owned(),
                id_number: person.as_ref().map(|known| known.id_number.clone()).unwrap_or_default(),
            });
        RefusalNotice {
            office: self.office.name.clone(),
            imprint: self.imprint,
            number: None,
            parties: parties.collect(),
            applied_on: self.contents.opened_on,
            facts: self.facts(ground),
            ground: ground.words(ZH).to_owned(),
            article: ground.article(ZH).to_owned(),
            remedies: remedies(self.office),
            what_would_work: format!("{}。", ground.what_next(ZH)),
            date: self.imprint.printed_at.date(),
            qr: self.qr,
        }
    }

    /// What was found, as the case itself knows it.
    fn facts(&self, ground: MarriageRefusalGround) -> String {
        match ground {
            MarriageRefusalGround::UnderAge => {
                let young = self.contents.persons.iter().flatten().filter_map(|person| {
                    let (age, word) = match person.sex {
                        Sex::M => (MARRIAGE_AGE_MEN, "二十二"),
                        Sex::F => (MARRIAGE_AGE_WOMEN, "二十"),
                    };
                    let born = law::words::date_on_form(person.birth);
                    let under = age_on(person.birth, self.contents.opened_on) < age;
                    under.then(|| format!("{}出生于{born}，申请时未满{word}周岁", person.name))
                });
                let young = young.collect::<Vec<_>>().join("；");
                if young.is_empty() { "申请人未到法定结婚年龄".to_owned() } else { young }
            }
            MarriageRefusalGround::NotVoluntary => "经当面询问，本次申请并非双方完全自愿".to_owned(),
            MarriageRefusalGround::AlreadyMarried => "经核对婚姻状况，一方或者双方已有配偶".to_owned(),
            MarriageRefusalGround::ProhibitedKinship => {
                "经询问和审查，双方属于直系血亲或者三代以内旁系血亲".to_owned()
            }
        }
    }

    fn declaration(self, mine: usize, other: usize) -> MarriageDeclaration {
        MarriageDeclaration {
            office: self.office.name.clone(),
            imprint: self.imprint,
            record: self.record,
            mine: declarant(self.contents.persons[mine].as_ref()),
            other: declarant(self.contents.persons[other].as_ref()),
            statement: DECLARATION.to_owned(),
            applied_on: Some(self.contents.opened_on),
        }
    }

    fn review(self) -> MarriageReviewForm {
        let booklet = |at: usize| {
            let known = self.contents.registration.as_ref();
            known.map(|known| known.booklets[at].to_string()).unwrap_or_default()
        };
        let [a, b] = &self.contents.persons;
        let shown: Vec<_> = self.reached.evidence().iter().copied().collect();
        let again = if self.contents.restored { "复婚。" } else { "" };
        MarriageReviewForm {
            office: self.office.name.clone(),
            imprint: self.imprint,
            record: self.record.clone(),
            applicants: [
                applicant(a.as_ref(), &shown, booklet(0)),
                applicant(b.as_ref(), &shown, booklet(1)),
            ],
            opinion: if self.reached.reached() >= Reached::Reviewed {
                REVIEW_OPINION.to_owned()
            } else {
                String::new()
            },
            certificate_no: self
                .contents
                .registration
                .as_ref()
                .map(|r| r.certificate.to_string())
                .unwrap_or_default(),
            registered_on: self.contents.registration.as_ref().map(|registration| registration.on),
            remarks: format!("{again}{}", self.contents.remarks),
        }
    }

    fn slip(self) -> IssuingSlip {
        let registration = self.contents.registration.as_ref();
        let booklet =
            |at: usize| registration.map(|known| known.booklets[at].to_string()).unwrap_or_default();
        IssuingSlip {
            office: on_paper(self.office, ZH),
            imprint: self.imprint,
            certificate_no: registration.map(|known| known.certificate.to_string()).unwrap_or_default(),
            names: self.contents.names.clone(),
            registered_on: registration.map_or(self.contents.opened_on, |known| known.on),
            booklets: [booklet(0), booklet(1)],
            issued_by: self.contents.officer.clone(),
            qr: self.qr.unwrap_or_default(),
        }
    }

    /// As far as they are known.
    fn names(&self) -> Vec<String> {
        let known: Vec<_> = self.contents.names.iter().filter(|name| !name.is_empty()).cloned().collect();
        if known.is_empty() { vec!["两位".to_owned()] } else { known }
    }
}

/// 条例 art. 10 and the two laws: review by the county's government, action at the court of the county.
pub fn remedies(office: &Office) -> Remedies {
    let county =
        office.name.split_once('县').map_or_else(|| office.name.clone(), |(name, _)| format!("{name}县"));
    Remedies { review_body: format!("{county}人民政府"), court: "有管辖权的人民法院".to_owned() }
}

fn declarant(person: Option<&Particulars>) -> Declarant {
    let Some(person) = person else { return Declarant::default() };
    Declarant {
        name: person.name.clone(),
        sex: person.sex.title(ZH).to_owned(),
        nationality: nationality(person.nationality),
        ethnicity: person.ethnicity.clone(),
        born: Some(person.birth),
        marital_status: person.prior.title().to_owned(),
        occupation: person.occupation.clone(),
        education: person.education.map_or("", |education| education.title()).to_owned(),
        id_kind: person.id_type.title(ZH).to_owned(),
        id_number: person.id_number.clone(),
        address: person.address.clone(),
        // 民法典 1053: said and written by the person, by hand.
        health: String::new(),
    }
}

/// Evidence stands with the one who was married before; the law does not say whose it is.
fn applicant(person: Option<&Particulars>, shown: &[EvidenceKind], booklet: String) -> Applicant {
    let Some(person) = person else { return Applicant { booklet, ..Applicant::default() } };
    let mut documents = vec![person.id_type.title(ZH).to_owned()];
    match person.prior {
        Prior::Never | Prior::Married => {}
        Prior::Divorced | Prior::Widowed => {
            documents.extend(shown.iter().map(|kind| kind.title(ZH).to_owned()));
        }
    }
    documents.push("本人无配偶、无禁止结婚亲属关系的声明".to_owned());
    Applicant {
        name: person.name.clone(),
        sex: person.sex.title(ZH).to_owned(),
        born: Some(person.birth),
        nationality: nationality(person.nationality),
        id_number: person.id_number.clone(),
        documents,
        booklet,
    }
}

/// As the form writes it; other nations by the three letters of the passport.
fn nationality(nationality: Nationality) -> String {
    if nationality == Nationality::CHN { "中国".to_owned() } else { nationality.as_str().to_owned() }
}
