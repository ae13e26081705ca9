//! What kind of request it was, from its route: few enough to keep a counter for each.

/// A class of requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Availability,
    Bookings,
    Api,
    /// A server function: a form that was sent.
    Form,
    File,
    Part,
    Health,
    Page,
    Unknown,
}

impl Class {
    pub const ALL: [Self; 9] = [
        Self::Availability,
        Self::Bookings,
        Self::Api,
        Self::Form,
        Self::File,
        Self::Part,
        Self::Health,
        Self::Page,
        Self::Unknown,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Availability => "availability",
            Self::Bookings => "bookings",
            Self::Api => "api",
            Self::Form => "form",
            Self::File => "file",
            Self::Part => "part",
            Self::Health => "health",
            Self::Page => "page",
            Self::Unknown => "unknown",
        }
    }

    /// The class of a route as the router names it.
    pub fn of(route: Option<&str>) -> Self {
        let Some(route) = route else { return Self::Unknown };
        match route.strip_prefix("/api/v1/") {
            Some("offices/{office}/availability") => Self::Availability,
            Some("bookings") => Self::Bookings,
            Some(_) => Self::Api,
            None if route.starts_with("/api/") => Self::Form,
            None if route.starts_with("/pkg/") => Self::Part,
            None if matches!(route, "/healthz" | "/readyz" | "/metrics") => Self::Health,
            None if matches!(route.rsplit_once('.'), Some((_, "pdf" | "ics"))) => Self::File,
            None => Self::Page,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_belongs_to_one_class() {
        assert_eq!(Class::of(Some("/api/v1/offices/{office}/availability")), Class::Availability);
        assert_eq!(Class::of(Some("/api/v1/bookings")), Class::Bookings);
        assert_eq!(Class::of(Some("/api/v1/bookings/{code}")), Class::Api);
        assert_eq!(Class::of(Some("/api/hold_slot123")), Class::Form);
        assert_eq!(Class::of(Some("/b/{code}/slip.pdf")), Class::File);
        assert_eq!(Class::of(Some("/b/{code}")), Class::Page);
        assert_eq!(Class::of(None), Class::Unknown);
    }
}
