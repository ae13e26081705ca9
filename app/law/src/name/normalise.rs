//! How a typed name becomes the written one: composition, blanks, and the dot of names from Xinjiang to Yunnan.

use unicode_normalization::UnicodeNormalization;

use super::NameFault;
use crate::typing::is_invisible;

/// The one dot that names may have (民委发〔2016〕33号).
const MIDDLE_DOT: char = '\u{B7}';

/// Characters that no name on a document has.
pub(super) fn refuse(c: char) -> Option<NameFault> {
    match c {
        '<' | '>' => Some(NameFault::Markup),
        // Direction marks can make a name read otherwise than it is stored.
        '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Some(NameFault::ControlCharacter)
        }
        '\u{E0000}'..='\u{E007F}' => Some(NameFault::ControlCharacter),
        c if c.is_control() => Some(NameFault::ControlCharacter),
        // Old card readers put rare characters into private use; another machine shows another character.
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' | '\u{FFFD}' => {
            Some(NameFault::UnreadableCharacter)
        }
        c if u32::from(c) & 0xFFFE == 0xFFFE || ('\u{FDD0}'..='\u{FDEF}').contains(&c) => {
            Some(NameFault::UnreadableCharacter)
        }
        _ => None,
    }
}

/// The name as it is stored.
pub(super) fn written(typed: &str) -> String {
    let visible: String = typed.chars().filter(|c| !is_invisible(*c)).collect();
    level_dots_and_blanks(&compose(&visible))
}

/// Han characters of every block, also those that this compiler's tables don't know yet.
pub(super) const fn is_han(c: char) -> bool {
    matches!(c,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFD}' | '\u{3005}' | '\u{3007}' | '\u{2E80}'..='\u{2FDF}')
}

/// Combining marks and variation selectors, which belong to the character before them.
pub(super) fn joins_to_previous(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
        || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// NFC for everything but compatibility ideographs, which it would replace by look-alikes. Never NFKC.
fn compose(text: &str) -> String {
    let mut composed = String::with_capacity(text.len());
    for stretch in text.split_inclusive(is_compatibility_ideograph) {
        let kept = stretch.chars().next_back().filter(|c| is_compatibility_ideograph(*c));
        let rest = &stretch[..stretch.len() - kept.map_or(0, char::len_utf8)];
        composed.extend(rest.nfc());
        composed.extend(kept);
    }
    composed
}

const fn is_compatibility_ideograph(c: char) -> bool {
    matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
}

/// Between two Han characters any dot becomes U+00B7 and blanks vanish; elsewhere runs of blanks become one.
fn level_dots_and_blanks(text: &str) -> String {
    let chars: Vec<char> = text.trim().chars().collect();
    let mut name = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = at + chars[at..].iter().take_while(|c| is_dot(**c) || c.is_whitespace()).count();
        if end == at {
            name.push(chars[at]);
            at += 1;
            continue;
        }
        let between_han = name.chars().rev().find(|c| !joins_to_previous(*c)).is_some_and(is_han)
            && chars.get(end).copied().is_some_and(is_han);
        push_gap(&mut name, &chars[at..end], between_han);
        at = end;
    }
    name
}

fn push_gap(name: &mut String, gap: &[char], between_han: bool) {
    if between_han {
        if gap.iter().any(|c| is_dot(*c)) {
            name.push(MIDDLE_DOT);
        }
        return;
    }
    let mut after_blank = false;
    for c in gap {
        if c.is_whitespace() {
            after_blank = true;
            continue;
        }
        if after_blank {
            name.push(' ');
            after_blank = false;
        }
        name.push(*c);
    }
    if after_blank {
        name.push(' ');
    }
}

/// What keyboards offer when somebody looks for a dot.
const fn is_dot(c: char) -> bool {
    matches!(
        c,
        MIDDLE_DOT
            | '\u{2022}'
            | '\u{2027}'
            | '\u{30FB}'
            | '\u{FF65}'
            | '\u{22C5}'
            | '\u{2219}'
            | '\u{3002}'
            | '\u{FF61}'
            | '.'
            | '\u{FF0E}'
            | '\u{2024}'
            | '\u{25CF}'
            | '\u{2E31}'
            | '\u{2E33}'
            | '\u{0387}'
    )
}
