//! Invented people for tests. Their numbers are made here, not by the law's own code, so that both are held to the standard.

#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test whose ground cannot be laid has failed"
)]

use registry::booking::RawParty;

/// Weights and check characters of GB 11643.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: &[u8; 11] = b"10X98765432";

/// A man and a woman, born in the nineties: the same two for the same `n`.
pub fn couple(n: usize) -> (RawParty, RawParty) {
    let a = person(&format!("李{}", word(n)), &number(&birth(n), 2 * n + 1), &phone(n));
    let b = person(&format!("韩{}", word(n)), &number(&birth(n), 2 * n), "");
    (a, b)
}

/// Somebody with a mainland card.
pub fn person(name: &str, id_number: &str, phone: &str) -> RawParty {
    RawParty {
        name: name.to_owned(),
        id_number: id_number.to_owned(),
        phone: phone.to_owned(),
        ..RawParty::default()
    }
}

/// A number of eighteen characters: born on `birth` (`YYYYMMDD`); `sequence` odd for a man, even for a woman.
pub fn number(birth: &str, sequence: usize) -> String {
    let first = format!("370199{birth}{:03}", sequence % 1000);
    let sum: u32 = first.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    format!("{first}{}", char::from(CHECKS[(sum % 11) as usize]))
}

/// A number that ends with X, for somebody born on `birth`.
pub fn number_with_x(birth: &str, man: bool) -> String {
    let sequences = (0..500).map(|half| half * 2 + usize::from(man));
    sequences
        .map(|sequence| number(birth, sequence))
        .find(|number| number.ends_with('X'))
        .expect("one in eleven")
}

fn birth(n: usize) -> String {
    // Five hundred couples share a day of birth before the next comes.
    format!("199{}0{}{:02}", n / 500 % 10, n / 5000 % 9 + 1, n / 45_000 % 28 + 1)
}

fn phone(n: usize) -> String {
    format!("138{n:08}")
}

fn word(n: usize) -> String {
    let letters: Vec<char> = "天地玄黄宇宙洪荒日月盈昃".chars().collect();
    [n % 12, n / 12 % 12, n / 144 % 12].map(|at| letters[at]).iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_number_has_the_check_character_of_the_standard() {
        // The example of GB 11643-1999, annex.
        let first = "11010519491231002";
        let sum: u32 =
            first.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
        assert_eq!(CHECKS[(sum % 11) as usize], b'X');
    }

    #[test]
    fn two_thousand_couples_share_no_number() {
        let numbers = (0..2000).flat_map(|n| {
            let (a, b) = couple(n);
            [a.id_number, b.id_number]
        });
        assert_eq!(numbers.collect::<std::collections::BTreeSet<_>>().len(), 4000);
    }
}
