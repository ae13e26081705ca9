//! `verify TOKEN | PDF`: what the public check answers, for a token, an address with one, or one of our papers as a file.

use super::{Refused, in_office};
use crate::settings::Settings;
use lopdf::{Document, Object};
use std::{io::Write, path::Path};

pub fn run(settings: &Settings, what: &str) -> Result<(), Refused> {
    let token = if is_pdf(what) { in_pdf(Path::new(what))? } else { in_address(what).to_owned() };
    in_office(settings, async |office| {
        let checked = office.registry.check_paper(&token).await?;
        let json = serde_json::to_string(&checked).map_err(|why| Refused::Because(why.to_string()))?;
        writeln!(std::io::stdout(), "{json}")?;
        if checked.genuine { Ok(()) } else { Err(Refused::Because("not a paper of this office".to_owned())) }
    })
}

fn is_pdf(what: &str) -> bool {
    let extension = Path::new(what).extension();
    extension.is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"))
}

/// What stands behind `/v/`, or the whole where it is a bare token.
fn in_address(text: &str) -> &str {
    text.rsplit_once("/v/").map_or(text, |(_, token)| token)
}

/// Our papers link their QR code to the address it holds.
fn in_pdf(path: &Path) -> Result<String, Refused> {
    let broken = |why: &dyn std::fmt::Display| Refused::Because(format!("{}: {why}", path.display()));
    let document = Document::load(path).map_err(|why| broken(&why))?;
    let link = document.objects.values().find_map(check_in);
    link.map(|link| in_address(&link).to_owned())
        .ok_or_else(|| broken(&"no link to a check in it; scan its QR code and give the address instead"))
}

/// The address of a check, wherever in this object a link leads to one.
fn check_in(object: &Object) -> Option<String> {
    match object {
        Object::Array(items) => items.iter().find_map(check_in),
        Object::Dictionary(members) => {
            let own = members.get(b"URI").ok().and_then(|uri| uri.as_str().ok());
            let own =
                own.and_then(|uri| String::from_utf8(uri.to_vec()).ok()).filter(|uri| uri.contains("/v/"));
            own.or_else(|| members.iter().find_map(|(_, member)| check_in(member)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_found_in_an_address_and_stands_for_itself() {
        assert_eq!(in_address("https://hall.example.cn/v/abc_-9"), "abc_-9");
        assert_eq!(in_address("abc_-9"), "abc_-9");
        assert!(is_pdf("slip.PDF") && !is_pdf("abc_-9"));
    }
}
