//! Where a Chinese line may end: never before closing punctuation, and not within a date or a quotation.

/// How strongly two neighbours hold together; a line ends at the weakest place that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    Free,
    /// Inside 「…」 “…” 《…》, or inside one part of a name with middle dots.
    Quoted,
    /// Inside a date, a number with its measure word, a Latin word.
    Dated,
    /// Before 。 or after （.
    Never,
}

/// For each position, what stands between the character there and the one before. Position 0 and the end
/// are free.
pub(crate) fn bonds(text: &[char]) -> Vec<Strength> {
    let between = (1..text.len()).map(|at| bond(text, at));
    let mut bonds: Vec<Strength> = std::iter::once(Strength::Free).chain(between).collect();
    bonds.resize(text.len() + 1, Strength::Free);
    for (from, to) in name_parts(text) {
        for bond in &mut bonds[from + 1..to] {
            *bond = (*bond).max(Strength::Quoted);
        }
    }
    for (open, close) in quotations(text) {
        for bond in &mut bonds[open + 1..=close] {
            *bond = (*bond).max(Strength::Quoted);
        }
    }
    bonds
}

fn bond(text: &[char], at: usize) -> Strength {
    let (before, after) = (text[at - 1], text[at]);
    if closes(after) || opens(before) || after == '·' {
        return Strength::Never;
    }
    if after == ' ' || (before == '—' && after == '—') || (before == '…' && after == '…') {
        return Strength::Never;
    }
    if word(before) && word(after) {
        return Strength::Dated;
    }
    if before.is_ascii_digit() && "年月日号时分条款项天路个人岁份张本位对寸%％".contains(after)
    {
        return Strength::Dated;
    }
    // 第九条, 第十六条, 第（一）项
    let numeral = |c: char| "一二三四五六七八九十百零".contains(c);
    if numeral(before) && numeral(after) {
        return Strength::Dated;
    }
    if "条款项".contains(after) && (before == '）' || numeral(before))
        || before == '第' && (numeral(after) || after == '（')
    {
        return Strength::Dated;
    }
    // 2026年1月16日 星期五 is one date; so is 第1077条.
    if after.is_ascii_digit() && "年月第".contains(before) && dated_before(text, at) {
        return Strength::Dated;
    }
    if before == '星' && after == '期' || before == '期' && "一二三四五六日".contains(after) {
        return Strength::Dated;
    }
    if before == ' ' && after == '星' {
        return Strength::Dated;
    }
    Strength::Free
}

fn dated_before(text: &[char], at: usize) -> bool {
    text[at - 1] == '第' || at >= 2 && text[at - 2].is_ascii_digit()
}

/// Parts of a Latin word, a number, a time range, a web address.
fn word(character: char) -> bool {
    character.is_ascii_graphic() && !matches!(character, '(' | ')') || matches!(character, '–' | 'é' | 'ü')
}

/// The parts of a name written with middle dots, as half-open ranges: 「阿卜杜热合曼·买买提依明」 breaks at its
/// dot rather than within a part. Where a name starts and ends inside a sentence can't be known, so its outer
/// parts reach eight characters at most.
fn name_parts(text: &[char]) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    for dot in (0..text.len()).filter(|&at| text[at] == '·') {
        let before = text[..dot].iter().rev().take(8).take_while(|c| han(**c)).count();
        let after = text[dot + 1..].iter().take(8).take_while(|c| han(**c)).count();
        parts.extend([(dot - before, dot), (dot + 1, dot + 1 + after)]);
    }
    parts.retain(|(from, to)| from < to);
    parts
}

/// Quotations short enough to be worth keeping whole, as (opening, closing) positions.
fn quotations(text: &[char]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, character) in text.iter().enumerate() {
        match character {
            '“' | '「' | '《' => open = open.or(Some(at)),
            '”' | '」' | '》' => {
                if let Some(start) = open.take()
                    && at - start <= 24
                {
                    found.push((start, at));
                }
            }
            _ => {}
        }
    }
    found
}

pub(crate) fn closes(character: char) -> bool {
    "、。，．：；？！）〕】》〉」』”’…—％℃,.;:!?)".contains(character)
}

fn opens(character: char) -> bool {
    "（〔【《〈「『“‘(".contains(character)
}

/// Full-width closing marks whose right half is empty.
pub(crate) fn hangs(character: char) -> bool {
    "、。，．：；）〕】》〉」』”’".contains(character)
}

/// Two full-width marks side by side share the empty half between them. The amount in em to take away.
pub(crate) fn squeeze(before: char, after: char) -> Option<f32> {
    let wide_open = |c: char| "（〔【《〈「『“‘".contains(c);
    (hangs(before) && (hangs(after) || wide_open(after)) || wide_open(before) && wide_open(after))
        .then_some(0.5)
}

/// Between Han and Latin or digits, but not in a date: 「26号」 opens up, 「2月10日」 holds.
pub(crate) fn wants_space(before: char, after: char) -> bool {
    let latin = |c: char| c.is_ascii_alphanumeric();
    let date = |c: char| "年月日".contains(c);
    (han(before) && latin(after) && !date(before)) || (latin(before) && han(after) && !date(after))
}

fn han(character: char) -> bool {
    matches!(u32::from(character), 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF)
}

#[cfg(test)]
mod tests {
    use super::{Strength, bonds};

    fn between(text: &str, pair: &str) -> Strength {
        let text: Vec<char> = text.chars().collect();
        let pair: Vec<char> = pair.chars().collect();
        let at = text.windows(2).position(|w| w == pair).expect("the pair is in the text") + 1;
        bonds(&text)[at]
    }

    #[test]
    fn no_line_starts_with_closing_punctuation_or_ends_with_an_opening_bracket() {
        assert_eq!(between("来了。走了", "了。"), Strength::Never);
        assert_eq!(between("来（走）", "（走"), Strength::Never);
        assert_eq!(between("来了。走了", "。走"), Strength::Free);
    }

    #[test]
    fn a_date_with_its_weekday_holds_together() {
        let date = "到2026年1月16日 星期五为止";
        for pair in ["20", "6年", "年1", "1月", "月1", "6日", "日 ", " 星", "星期", "期五"] {
            assert!(between(date, pair) >= Strength::Dated, "{pair}");
        }
        assert_eq!(between(date, "到2"), Strength::Free);
        assert_eq!(between(date, "五为"), Strength::Free);
    }

    #[test]
    fn a_citation_of_the_law_holds_together() {
        for pair in ["第十", "十六", "六条", "第（", "）项"] {
            assert!(between("按条例第十六条第（一）项规定", pair) >= Strength::Dated, "{pair}");
        }
    }

    #[test]
    fn a_quoted_phrase_holds_more_weakly_than_a_date() {
        assert_eq!(between("按“请人帮忙”键", "人帮"), Strength::Quoted);
        assert_eq!(between("按“请人帮忙”键", "”键"), Strength::Free);
    }

    #[test]
    fn a_uyghur_name_breaks_after_its_dot_not_before() {
        assert_eq!(between("买买提·阿卜杜拉", "提·"), Strength::Never);
        assert_eq!(between("买买提·阿卜杜拉", "·阿"), Strength::Free);
        assert_eq!(between("买买提·阿卜杜拉", "卜杜"), Strength::Quoted);
    }
}
