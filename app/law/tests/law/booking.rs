//! Booking codes, slot names, and the one reason why a day is closed.

use std::collections::BTreeSet;

use chrono::{NaiveDateTime, NaiveTime};
use law::Lang;
use law::booking::{
    BookingCode, BookingSettings, CodeFault, DayQuestion, DayReason, OfficeDays, Places, SlotFault, SlotId,
    closed_sentence, day_reason,
};
use law::calendar::Calendar;
use law::service::Service;
use proptest::prelude::*;

use crate::dates::d;

const FREE: Places = Places { offered: 24, left: 6 };

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

/// The reason against `date` for a marriage, seen at `now`.
fn reason(now: &str, date: &str, office: &OfficeDays, places: Places) -> Option<DayReason> {
    reason_for(Service::Marriage, now, date, office, places)
}

fn reason_for(
    service: Service,
    now: &str,
    date: &str,
    office: &OfficeDays,
    places: Places,
) -> Option<DayReason> {
    let (settings, national) = (BookingSettings::default(), Calendar::embedded());
    let question = DayQuestion { now: at(now), service, settings: &settings, national: &national, office };
    day_reason(&question, d(date), places)
}

#[test]
fn the_slips_code_is_shown_in_two_groups_and_read_however_it_is_typed() {
    let code = BookingCode::from_seven(482_106);
    assert_eq!(code.to_string().len(), 8);
    assert!(code.to_string().starts_with("0482106"));
    for typed in [code.to_string(), code.grouped(), format!(" {} ", code.grouped().replace(' ', "-"))] {
        assert_eq!(BookingCode::parse(&typed), Ok(code));
    }
    // Damm's own example: 572 is checked by 4.
    assert_eq!(BookingCode::from_seven(572).to_string(), "00005724");
    assert_eq!(BookingCode::parse(""), Err(CodeFault::Missing));
    assert_eq!(BookingCode::parse("1234567"), Err(CodeFault::BadLength));
    assert_eq!(BookingCode::parse("123456789"), Err(CodeFault::BadLength));
    assert_eq!(BookingCode::parse("1234567a"), Err(CodeFault::BadCharacters));
    assert_eq!(BookingCode::parse("00005725"), Err(CodeFault::BadCheckDigit));
    assert_eq!(BookingCode::parse(&"9".repeat(5000)), Err(CodeFault::BadLength));
}

#[test]
fn a_slot_is_named_by_service_day_and_time() {
    let slot = SlotId::new(
        Service::DivorceRegistration,
        d("2026-02-10"),
        NaiveTime::from_hms_opt(9, 30, 0).unwrap(),
    );
    assert_eq!(slot.to_string(), "divorce-registration-20260210-0930");
    assert_eq!(SlotId::parse("divorce-registration-20260210-0930"), Ok(slot));
    assert_eq!(SlotId::parse(""), Err(SlotFault::Missing));
    for wrong in [
        "marriage-20260230-0930",
        "marriage-20260210-2460",
        "marriage-2026021-0930",
        "marriage-20260210-093",
        "marriage-20260210-09300",
        "marriage-202602100-0930",
        "marriage-+2260210-0930",
        "wedding-20260210-0930",
        "marriage_20260210_0930",
        "Marriage-20260210-0930",
        "marriage-2026一10-0930",
        "-20260210-0930",
    ] {
        assert_eq!(SlotId::parse(wrong), Err(SlotFault::Unknown), "{wrong}");
    }
}

#[test]
fn the_horizon_runs_from_tomorrow_to_the_thirtieth_day_and_moves_at_half_past_eight() {
    let none = OfficeDays::default();
    assert_eq!(reason("2026-01-26 10:00", "2026-01-25", &none, FREE), Some(DayReason::TooEarly));
    assert_eq!(reason("2026-01-26 10:00", "2026-01-26", &none, FREE), Some(DayReason::TooEarly));
    assert_eq!(reason("2026-01-26 10:00", "2026-01-27", &none, FREE), None);
    assert_eq!(reason("2026-01-26 08:29", "2026-02-25", &none, FREE), Some(DayReason::NotReleased));
    assert_eq!(reason("2026-01-26 08:30", "2026-02-25", &none, FREE), None);
    assert_eq!(reason("2026-01-26 10:00", "2026-02-26", &none, FREE), Some(DayReason::NotReleased));
}

#[test]
fn a_day_closes_at_three_on_the_workday_before_it() {
    let none = OfficeDays::default();
    assert_eq!(reason("2026-01-26 14:59", "2026-01-27", &none, FREE), None);
    assert_eq!(reason("2026-01-26 15:00", "2026-01-27", &none, FREE), Some(DayReason::TooLate));
    // Friday afternoon closes Monday.
    assert_eq!(reason("2026-01-23 14:59", "2026-01-26", &none, FREE), None);
    assert_eq!(reason("2026-01-23 15:00", "2026-01-26", &none, FREE), Some(DayReason::TooLate));
    // The last workday before Spring Festival is Saturday 14 February.
    assert_eq!(reason("2026-02-14 14:00", "2026-02-24", &none, FREE), None);
    assert_eq!(reason("2026-02-16 09:00", "2026-02-24", &none, FREE), Some(DayReason::TooLate));
}

#[test]
fn holidays_and_weekends_are_closed_and_make_up_saturdays_open() {
    let none = OfficeDays::default();
    let now = "2026-01-26 10:00";
    assert_eq!(reason(now, "2026-02-16", &none, FREE), Some(DayReason::Holiday));
    assert_eq!(reason(now, "2026-02-15", &none, FREE), Some(DayReason::Holiday));
    assert_eq!(reason(now, "2026-02-07", &none, FREE), Some(DayReason::Weekend));
    assert_eq!(reason(now, "2026-02-14", &none, FREE), None);
}

#[test]
fn the_office_may_close_a_workday_and_open_a_saturday_but_not_for_divorce() {
    let set = |day: &str| BTreeSet::from([d(day)]);
    let office = OfficeDays { closed: set("2026-02-10"), open: set("2026-02-07") };
    let now = "2026-01-26 10:00";
    assert_eq!(reason(now, "2026-02-10", &office, FREE), Some(DayReason::Closed));
    assert_eq!(reason(now, "2026-02-07", &office, FREE), None);
    assert_eq!(
        reason_for(Service::DivorceRegistration, now, "2026-02-07", &office, FREE),
        Some(DayReason::Weekend)
    );
    let both = OfficeDays { closed: set("2026-02-07"), open: set("2026-02-07") };
    assert_eq!(reason(now, "2026-02-07", &both, FREE), Some(DayReason::Closed));
    let unserved = Places { offered: 0, left: 0 };
    assert_eq!(reason(now, "2026-02-09", &OfficeDays::default(), unserved), Some(DayReason::Closed));
}

#[test]
fn of_several_reasons_the_first_in_the_contracts_order_is_given() {
    let full = Places { offered: 24, left: 0 };
    let closed_monday = OfficeDays { closed: BTreeSet::from([d("2026-01-26")]), open: BTreeSet::new() };
    assert_eq!(reason("2026-01-23 16:00", "2026-01-26", &closed_monday, full), Some(DayReason::Closed));
    assert_eq!(
        reason("2026-01-23 16:00", "2026-01-26", &OfficeDays::default(), full),
        Some(DayReason::TooLate)
    );
    assert_eq!(reason("2026-01-23 10:00", "2026-01-26", &OfficeDays::default(), full), Some(DayReason::Full));
    assert_eq!(
        reason("2026-01-23 16:00", "2026-01-24", &OfficeDays::default(), full),
        Some(DayReason::Weekend)
    );
    let codes: Vec<_> = DayReason::ALL.iter().map(|reason| reason.code()).collect();
    assert_eq!(codes, ["too_early", "not_released", "holiday", "weekend", "closed", "too_late", "full"]);
}

#[test]
fn the_line_under_the_grid_names_the_holiday_or_the_hour_of_release() {
    let (settings, national, office) =
        (BookingSettings::default(), Calendar::embedded(), OfficeDays::default());
    let question = DayQuestion {
        now: at("2026-09-10 10:00"),
        service: Service::Marriage,
        settings: &settings,
        national: &national,
        office: &office,
    };
    let line = |date: &str, reason, lang| closed_sentence(&question, d(date), reason, lang);
    assert_eq!(line("2026-10-01", DayReason::Holiday, Lang::Zh), "10月1日 星期四：国庆节放假");
    assert_eq!(line("2026-10-01", DayReason::Holiday, Lang::En), "Thu 1 October: Closed for National Day");
    assert_eq!(
        line("2026-10-12", DayReason::NotReleased, Lang::Zh),
        "10月12日 星期一：9月12日 星期六 08:30 放号"
    );
    assert_eq!(line("2026-09-12", DayReason::Weekend, Lang::Zh), "9月12日 星期六：周末不上班，请选工作日");
}

proptest! {
    #[test]
    fn every_code_reads_back_and_one_wrong_digit_never_does(
        seven in 0..10_000_000_u32, place in 0..8_usize, digit in 0..10_u8,
    ) {
        let code = BookingCode::from_seven(seven);
        prop_assert_eq!(BookingCode::parse(&code.to_string()), Ok(code));
        let mut digits = code.to_string().into_bytes();
        prop_assume!(digits[place] != b'0' + digit);
        digits[place] = b'0' + digit;
        let wrong = String::from_utf8(digits).unwrap();
        prop_assert_eq!(BookingCode::parse(&wrong), Err(CodeFault::BadCheckDigit));
    }

    #[test]
    fn two_neighbouring_digits_swapped_are_always_noticed(seven in 0..10_000_000_u32, place in 0..7_usize) {
        let mut digits = BookingCode::from_seven(seven).to_string().into_bytes();
        prop_assume!(digits[place] != digits[place + 1]);
        digits.swap(place, place + 1);
        let swapped = String::from_utf8(digits).unwrap();
        prop_assert_eq!(BookingCode::parse(&swapped), Err(CodeFault::BadCheckDigit));
    }

    #[test]
    fn every_slot_reads_back(service in 0..10_usize, day in 0..4000_i64, minute in 0..1440_u32) {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap();
        let slot = SlotId::new(Service::ALL[service], d("2024-01-01") + chrono::TimeDelta::days(day), time);
        prop_assert_eq!(SlotId::parse(&slot.to_string()), Ok(slot));
        prop_assert_eq!(serde_json::from_str::<SlotId>(&serde_json::to_string(&slot).unwrap()).unwrap(), slot);
    }

    #[test]
    fn no_text_breaks_the_readers(text in "\\PC{0,40}|[a-z-]{0,12}-[0-9]{6,9}-[0-9]{3,5}") {
        if let Ok(slot) = SlotId::parse(&text) {
            prop_assert_eq!(slot.to_string(), text.clone());
        }
        if let Ok(code) = BookingCode::parse(&text) {
            prop_assert_eq!(BookingCode::parse(&code.to_string()), Ok(code));
        }
    }

    #[test]
    fn a_day_that_can_be_booked_is_served_inside_the_horizon(minutes in 0..500_000_i64, ahead in -3..40_i64) {
        let now = at("2026-01-01 00:00") + chrono::TimeDelta::minutes(minutes);
        let date = now.date() + chrono::TimeDelta::days(ahead);
        let (settings, national, office) = (BookingSettings::default(), Calendar::embedded(), OfficeDays::default());
        let question =
            DayQuestion { now, service: Service::Marriage, settings: &settings, national: &national, office: &office };
        if day_reason(&question, date, FREE).is_none() {
            prop_assert!((1..=30).contains(&ahead));
            prop_assert!(!national.is_rest_day(date));
            prop_assert!(now < settings.closes_at(date, &national));
            prop_assert!(now >= settings.released_at(date));
        }
    }
}
