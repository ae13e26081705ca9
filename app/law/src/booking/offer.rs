//! How long a place that came free is kept for the next in line: two hours of the day, never of the night.

use chrono::{NaiveDateTime, NaiveTime, TimeDelta};

/// People look at their phones from now on.
const MORNING: NaiveTime = clock_time(8);
/// An offer that would end later than this lasts until the next morning.
const EVENING: NaiveTime = clock_time(21);
const HOURS: TimeDelta = TimeDelta::hours(2);

/// Until when a place that came free at `from` is kept; never beyond `closes`, when the day can't be booked any more.
/// `None` where nothing can be offered at all. Times are of Asia/Shanghai.
pub fn offer_ends(from: NaiveDateTime, closes: NaiveDateTime) -> Option<NaiveDateTime> {
    if from >= closes {
        return None;
    }
    let (morning, evening) = (from.date().and_time(MORNING), from.date().and_time(EVENING));
    let ends = if from < morning {
        morning + HOURS
    } else if from + HOURS <= evening {
        from + HOURS
    } else {
        morning + TimeDelta::days(1) + HOURS
    };
    Some(ends.min(closes))
}

const fn clock_time(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn an_offer_lasts_two_hours_of_the_day_and_through_the_night_until_ten() {
        let closes = at("2026-11-27T15:00:00");
        for (from, ends) in [
            ("2026-11-23T09:00:00", "2026-11-23T11:00:00"),
            ("2026-11-23T08:00:00", "2026-11-23T10:00:00"),
            ("2026-11-23T19:00:00", "2026-11-23T21:00:00"),
            ("2026-11-23T19:00:01", "2026-11-24T10:00:00"),
            ("2026-11-23T23:59:00", "2026-11-24T10:00:00"),
            ("2026-11-24T00:01:00", "2026-11-24T10:00:00"),
            ("2026-11-24T07:59:59", "2026-11-24T10:00:00"),
        ] {
            assert_eq!(offer_ends(at(from), closes), Some(at(ends)), "{from}");
        }
    }

    #[test]
    fn no_offer_outlasts_the_day_that_it_is_for() {
        let closes = at("2026-11-24T15:00:00");
        assert_eq!(offer_ends(at("2026-11-24T14:00:00"), closes), Some(closes));
        assert_eq!(offer_ends(closes, closes), None);
        assert_eq!(offer_ends(at("2026-11-25T09:00:00"), closes), None);
    }
}
