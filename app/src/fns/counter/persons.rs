//! One of the two, as the screen shows them: rows in the order of the national form, numbers masked.

use super::story::clock;
use super::{
    copy::{Copying, Row},
    view::{DifferView, PersonView},
};
use chrono::{NaiveDate, NaiveDateTime};
use law::{
    Lang,
    eligibility::{Party, age_on},
    identity::{IdNumber, IdType, Sex},
    marriage_case::MarriageEvent,
    phone::Phone,
    words,
};
use registry::booking::RawParty;
use registry::marriage::{CasePerson, MarriageCase, Particulars, Validity};

const ZH: Lang = Lang::Zh;

/// One of the two in a marriage case.
pub fn person(case: &MarriageCase, seat: Party, now: NaiveDateTime) -> PersonView {
    let checked = case.past.iter().rfind(|past| past.event == MarriageEvent::IdentityChecked { party: seat });
    person_of(case.file.person(seat), seat, checked.map(|past| past.at), now)
}

/// One of the two; `checked` is when the document was compared.
pub fn person_of(
    file: &CasePerson,
    seat: Party,
    checked: Option<NaiveDateTime>,
    now: NaiveDateTime,
) -> PersonView {
    let today = now.date();
    let booked = file.booked();
    let differences = file.differences().into_iter().map(|found| DifferView {
        label: if found.field == "name" { "姓名" } else { "证件号码" }.to_owned(),
        booked: found.booked,
        document: found.document,
    });
    PersonView {
        seat,
        read: checked.map(|at| clock(at, today)),
        known: file.document.is_some(),
        rows: match (&file.document, &booked) {
            (Some(document), _) => document_rows(document, today),
            (None, Some(booked)) => booked_rows(booked, today),
            (None, None) => Vec::new(),
        },
        differences: differences.collect(),
        values: values(file, booked.as_ref()),
        id_before: id_before(file, booked.as_ref(), today),
        phone_before: phone_before(file, booked.as_ref()),
    }
}

fn row(label: &str, value: impl Into<String>, copy: Copying) -> Row {
    let value = value.into();
    let copy = if value.is_empty() { Copying::Never } else { copy };
    Row { label: label.to_owned(), value, copy }
}

/// In the order of the national form.
fn document_rows(document: &Particulars, today: NaiveDate) -> Vec<Row> {
    let id = document.id_type;
    let mut rows = vec![row("姓名", &document.name, Copying::Shown)];
    if id != IdType::MainlandId {
        rows.push(row("证件", id.title(ZH), Copying::Shown));
    }
    let number = if id == IdType::MainlandId { "身份证号" } else { "证件号码" };
    rows.push(row(number, mask_id(id, &document.id_number, today), Copying::Asked));
    rows.push(row("性别", document.sex.title(ZH), Copying::Shown));
    let age = age_on(document.birth, today);
    rows.push(row(
        "出生日期",
        format!("{}　{age} 周岁", words::date_on_form(document.birth)),
        Copying::Shown,
    ));
    if document.nationality.as_str() != "CHN" {
        rows.push(row("国籍", document.nationality.as_str(), Copying::Shown));
    }
    rows.push(row("民族", &document.ethnicity, Copying::Shown));
    rows.push(row("证件有效期", validity(document.valid_until), Copying::Shown));
    rows.push(row("婚前状况", document.prior.title(), Copying::Shown));
    for (label, value) in [
        ("职业", document.occupation.as_str()),
        ("文化程度", document.education.map_or("", |education| education.title())),
        ("家庭住址", &document.address),
    ] {
        if !value.is_empty() {
            rows.push(row(label, value, Copying::Shown));
        }
    }
    if let Some(phone) = &document.phone {
        rows.push(row("手机号", mask_phone(phone), Copying::Never));
    }
    rows
}

/// What was booked, until the document is at hand.
fn booked_rows(booked: &RawParty, today: NaiveDate) -> Vec<Row> {
    let id = IdType::parse(&booked.id_type).unwrap_or(IdType::MainlandId);
    let mut rows = vec![
        row("姓名", &booked.name, Copying::Never),
        row("证件号码", mask_id(id, &booked.id_number, today), Copying::Never),
    ];
    if !booked.phone.is_empty() {
        rows.push(row("手机号", mask_phone(&booked.phone), Copying::Never));
    }
    rows
}

fn mask_id(kind: IdType, number: &str, today: NaiveDate) -> String {
    let known = IdNumber::parse(kind, number, today);
    known.map_or_else(|_| "********".to_owned(), |known| known.masked())
}

fn mask_phone(phone: &str) -> String {
    Phone::parse(phone).map(|known| known.masked()).unwrap_or_default()
}

fn validity(validity: Validity) -> String {
    match validity {
        Validity::Until(day) => format!("至{}", words::date_on_form(day)),
        Validity::LongTerm => "长期".to_owned(),
        Validity::NotShown => String::new(),
    }
}

/// The form's fields. Number and phone stay out: a page holds no full number.
fn values(file: &CasePerson, booked: Option<&RawParty>) -> Vec<(String, String)> {
    let mut values: Vec<(&str, String)> = Vec::new();
    match (&file.document, booked) {
        (Some(document), _) => {
            let own = |sex: Sex| sex.as_str().to_owned();
            values.extend([
                ("name", document.name.clone()),
                ("id_type", document.id_type.as_str().to_owned()),
                ("sex", own(document.sex)),
                ("birth", document.birth.to_string()),
                ("nationality", document.nationality.as_str().to_owned()),
                ("ethnicity", document.ethnicity.clone()),
                (
                    "valid_until",
                    match document.valid_until {
                        Validity::Until(day) => day.to_string(),
                        Validity::LongTerm => "长期".to_owned(),
                        Validity::NotShown => String::new(),
                    },
                ),
                ("prior", document.prior.as_str().to_owned()),
                ("occupation", document.occupation.clone()),
                ("education", document.education.map_or_else(String::new, |known| known.title().to_owned())),
                ("address", document.address.clone()),
            ]);
        }
        (None, Some(booked)) => {
            values.extend([
                ("name", booked.name.clone()),
                ("id_type", booked.id_type.clone()),
                ("ethnicity", "汉族".to_owned()),
            ]);
            if IdType::parse(&booked.id_type).is_some_and(|kind| !kind.tells_sex_and_birth()) {
                values.extend([
                    ("sex", booked.sex.clone()),
                    ("birth", booked.birth.clone()),
                    ("nationality", booked.nationality.clone()),
                ]);
            }
        }
        (None, None) => values.push(("ethnicity", "汉族".to_owned())),
    }
    values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn id_before(file: &CasePerson, booked: Option<&RawParty>, today: NaiveDate) -> Option<String> {
    match (&file.document, booked) {
        (Some(document), _) => Some(mask_id(document.id_type, &document.id_number, today)),
        (None, Some(booked)) => Some(mask_id(
            IdType::parse(&booked.id_type).unwrap_or(IdType::MainlandId),
            &booked.id_number,
            today,
        )),
        (None, None) => None,
    }
}

fn phone_before(file: &CasePerson, booked: Option<&RawParty>) -> Option<String> {
    let document = file.document.as_ref().and_then(|document| document.phone.as_deref());
    let phone = document.or_else(|| booked.map(|booked| booked.phone.as_str()))?;
    (!phone.is_empty()).then(|| mask_phone(phone))
}
