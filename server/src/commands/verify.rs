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
    let links = document.objects.values().filter_map(link);
    links
        .into_iter()
        .find_map(|link| link.contains("/v/").then(|| in_address(&link).to_owned()))
        .ok_or_else(|| broken(&"no link to a check in it; scan its QR code and give the address instead"))
}

/// The address of a link annotation, direct or in its action.
fn link(object: &Object) -> Option<String> {
    let dictionary = object.as_dict().ok()?;
    let action = dictionary.get(b"A").and_then(Object::as_dict).unwrap_or(dictionary);
    let uri = action.get(b"URI").ok()?.as_str().ok()?;
    String::from_utf8(uri.to_vec()).ok()
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
