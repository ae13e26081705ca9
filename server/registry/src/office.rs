//! The office as it is set up: name, hours, what can be booked. Changed in the running office, read by every part.

use chrono::{NaiveTime, TimeDelta};
use law::booking::BookingSettings;
use law::service::Service;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Settings that an administrator changes while the office runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Office {
    /// GB/T 2260 code, six digits.
    pub code: String,
    pub name: String,
    pub name_en: String,
    pub phone: String,
    pub address: String,
    pub address_more: String,
    pub transport: String,
    /// Opening hours of a working day, civil time.
    pub hours: Vec<Span>,
    /// Hours in which visits are booked; slots are cut from them.
    pub visits: Vec<Span>,
    pub slot_minutes: u32,
    pub booking: BookingSettings,
    pub services: BTreeMap<Service, ServiceRule>,
}

/// A stretch of a day in civil time, from `starts` up to `ends`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    pub starts: NaiveTime,
    pub ends: NaiveTime,
}

/// How much of one service is on offer in a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceRule {
    pub windows: u32,
    pub per_window: u32,
    /// Share kept for walk-ins, in percent: those who come without a booking are served every day.
    pub walk_in_percent: u32,
}

impl ServiceRule {
    /// Places that can be booked in one slot; at least one while a window is open.
    pub fn places(self) -> u32 {
        let all = self.windows * self.per_window;
        if all == 0 { 0 } else { (all * (100 - self.walk_in_percent.min(100)) / 100).max(1) }
    }
}

impl Office {
    /// 商河县婚姻登记处 with the usual rules of such offices (DOMAIN §11). Address and telephone are left for the office
    /// to set: an invented number would ring at somebody's home.
    pub fn standard() -> Self {
        let span = |from: (u32, u32), to: (u32, u32)| Span { starts: time(from), ends: time(to) };
        Self {
            code: "370126".into(),
            name: "商河县婚姻登记处".into(),
            name_en: "Shanghe County Marriage Registry".into(),
            phone: String::new(),
            address: String::new(),
            address_more: String::new(),
            transport: String::new(),
            hours: vec![span((8, 30), (12, 0)), span((13, 30), (17, 0))],
            visits: vec![span((8, 30), (11, 30)), span((13, 30), (16, 30))],
            slot_minutes: 30,
            booking: BookingSettings::default(),
            services: Service::ALL.iter().map(|service| (*service, standard_rule(*service))).collect(),
        }
    }

    /// The rule of a service; a service without one is not on offer.
    pub fn rule(&self, service: Service) -> ServiceRule {
        self.services.get(&service).copied().unwrap_or(ServiceRule {
            windows: 0,
            per_window: 0,
            walk_in_percent: 0,
        })
    }

    /// Slots of a working day, in order.
    pub fn slots(&self) -> Vec<Span> {
        let step = TimeDelta::minutes(i64::from(self.slot_minutes.max(5)));
        let mut slots = Vec::new();
        for visit in &self.visits {
            let mut starts = visit.starts;
            // Times of day wrap at midnight, so lengths are compared, not ends.
            while visit.ends - starts >= step {
                slots.push(Span { starts, ends: starts + step });
                starts += step;
            }
        }
        slots
    }

    /// What an administrator may not set, field by field.
    pub fn faults(&self) -> Vec<crate::Fault> {
        let mut faults = Vec::new();
        let mut fault = |field: &str, code: &str| faults.push(crate::Fault::new(field, code));
        if self.code.len() != 6 || !self.code.bytes().all(|byte| byte.is_ascii_digit()) {
            fault("code", "bad_form");
        }
        for (field, value) in [("name", &self.name), ("phone", &self.phone), ("address", &self.address)] {
            if value.trim().is_empty() || value.chars().count() > 100 {
                fault(field, "missing");
            }
        }
        if self.hours.is_empty() || self.hours.iter().any(|span| span.ends <= span.starts) {
            fault("hours", "bad_order");
        }
        if self.visits.is_empty() || self.visits.iter().any(|span| span.ends <= span.starts) {
            fault("visits", "bad_order");
        }
        if !(5..=240).contains(&self.slot_minutes) {
            fault("slot_minutes", "out_of_range");
        }
        if self.booking.horizon_first > self.booking.horizon_last || self.booking.horizon_last > 90 {
            fault("horizon_last", "out_of_range");
        }
        if self
            .services
            .values()
            .any(|rule| rule.walk_in_percent > 90 || rule.windows > 50 || rule.per_window > 50)
        {
            fault("services", "out_of_range");
        }
        faults
    }
}

fn standard_rule(service: Service) -> ServiceRule {
    let (windows, per_window, walk_in_percent) = match service {
        Service::Marriage => (3, 2, 30),
        Service::DivorceApplication | Service::DivorceRegistration => (2, 1, 30),
        Service::ReissueMarriage | Service::ReissueDivorce => (1, 2, 30),
        Service::DivorceWithdrawal | Service::Records | Service::Consultation | Service::Counselling => {
            (1, 1, 0)
        }
        // Collective ceremonies are signed up for by date, not by half-hours.
        Service::Ceremony => (0, 0, 0),
    };
    ServiceRule { windows, per_window, walk_in_percent }
}

fn time((hour, minute): (u32, u32)) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or(NaiveTime::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_working_day_is_cut_into_half_hours_inside_the_visiting_hours() {
        let slots = Office::standard().slots();
        assert_eq!(slots.len(), 12);
        assert_eq!(slots[0], Span { starts: time((8, 30)), ends: time((9, 0)) });
        assert_eq!(slots[5].ends, time((11, 30)));
        assert_eq!(slots[6].starts, time((13, 30)));
    }

    #[test]
    fn walk_ins_keep_their_share_and_one_place_is_always_on_offer() {
        assert_eq!(ServiceRule { windows: 3, per_window: 2, walk_in_percent: 30 }.places(), 4);
        assert_eq!(ServiceRule { windows: 1, per_window: 1, walk_in_percent: 30 }.places(), 1);
        assert_eq!(ServiceRule { windows: 0, per_window: 2, walk_in_percent: 0 }.places(), 0);
    }

    #[test]
    fn an_office_that_closes_before_it_opens_is_refused() {
        let mut office =
            Office { phone: "0531-80000126".into(), address: "商河县".into(), ..Office::standard() };
        assert!(office.faults().is_empty());
        office.hours[0].ends = time((8, 0));
        office.slot_minutes = 0;
        let fields: Vec<_> = office.faults().into_iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["hours", "slot_minutes"]);
    }
}
