//! Undoes what keyboards and clipboards do to numbers: full-width forms, look-alike dashes, stray spaces.

/// Longer than this nobody types a number; what follows is not even looked at.
const LONGEST: usize = 64;

/// Full-width ASCII becomes ASCII; every dash one hyphen; every space one blank; invisible marks disappear.
pub(crate) fn half_width(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !is_invisible(*c)).map(|c| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c if c.is_whitespace() => ' ',
        c => c,
    })
}

/// A typed number without blanks and hyphens, upper case; one character longer than `LONGEST` at most.
pub(crate) fn bare_number(text: &str) -> String {
    half_width(text)
        .filter(|c| !matches!(c, ' ' | '-'))
        .map(|c| c.to_ascii_uppercase())
        .take(LONGEST + 1)
        .collect()
}

/// Zero-width marks and byte-order marks that come along when text is pasted.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
}
