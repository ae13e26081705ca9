//! Telephone numbers of the mainland, Hong Kong, Macau and Taiwan, stored as E.164.

use std::fmt;

use crate::coded::worded;
use crate::typing::half_width;

worded! {
    /// A refused telephone number.
    pub enum PhoneFault {
        Missing = "missing":
            "还没填手机号，请填能接到电话的号码",
            "The number is missing; please give one on which you can be reached";
        BadCharacters = "bad_characters":
            "号码里有不该有的字，请只填数字",
            "The number holds characters that can't be in it; please use digits only";
        BadLength = "bad_length":
            "位数不对，手机号是 11 位，请再数一遍",
            "The number of digits is wrong; a mainland mobile has 11, please count again";
        NeedsAreaCode = "needs_area_code":
            "座机请加区号，例如 0531-84880000",
            "Please put the area code before a landline, for example 0531-84880000";
        BadForm = "bad_form":
            "这个号码打不通，请填手机号，或带区号的座机",
            "This can't be a telephone number; please give a mobile, or a landline with its area code";
        OtherRegion = "other_region":
            "只能用内地、香港、澳门、台湾的号码，没有的话请填家人的或打电话来约",
            "Only numbers of the mainland, Hong Kong, Macau and Taiwan work; give a relative's or call us";
    }
}

/// A number that can be rung, `+8613800000000`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phone {
    e164: String,
    country: Country,
    mobile: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Country {
    Mainland,
    HongKong,
    Macau,
    Taiwan,
}

impl Phone {
    /// Reads what a person typed. Without a country code the number is taken as one of the mainland.
    pub fn parse(typed: &str) -> Result<Self, PhoneFault> {
        let bare: String =
            half_width(typed).filter(|c| !matches!(c, ' ' | '-' | '(' | ')' | '.')).take(33).collect();
        if bare.is_empty() {
            return Err(PhoneFault::Missing);
        }
        let (international, digits) = match bare.strip_prefix('+').or_else(|| bare.strip_prefix("00")) {
            Some(rest) => (true, rest),
            None => (false, bare.as_str()),
        };
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(PhoneFault::BadCharacters);
        }
        if international {
            abroad(digits)
        } else if digits.len() == 13 && digits.starts_with("861") {
            mainland(&digits[2..])
        } else {
            mainland(digits)
        }
    }

    /// `+8613800000000`, for storing, hashing and ringing.
    pub fn e164(&self) -> &str {
        &self.e164
    }

    /// Whether a text message can reach it.
    pub const fn is_mobile(&self) -> bool {
        self.mobile
    }

    /// As it is read at home: `13800000000`, `0531-84880000`, `+852 61234567`.
    pub fn display(&self) -> String {
        let national = self.national();
        match self.country {
            Country::Mainland if self.mobile => national.to_owned(),
            Country::Mainland => {
                let area = area_length(national);
                format!("0{}-{}", &national[..area], &national[area..])
            }
            Country::HongKong | Country::Macau | Country::Taiwan => {
                format!("+{} {national}", self.country.code())
            }
        }
    }

    /// 「138****2606」, 「0531****0126」, 「+852****4567」.
    pub fn masked(&self) -> String {
        let national = self.national();
        let end = &national[national.len() - 4..];
        match self.country {
            Country::Mainland if self.mobile => format!("{}****{end}", &national[..3]),
            Country::Mainland => format!("0{}****{end}", &national[..area_length(national)]),
            Country::HongKong | Country::Macau | Country::Taiwan => {
                format!("+{}****{end}", self.country.code())
            }
        }
    }

    fn national(&self) -> &str {
        &self.e164[1 + self.country.code().len()..]
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(redacted)")
    }
}

impl Country {
    const fn code(self) -> &'static str {
        match self {
            Self::Mainland => "86",
            Self::HongKong => "852",
            Self::Macau => "853",
            Self::Taiwan => "886",
        }
    }
}

fn abroad(digits: &str) -> Result<Phone, PhoneFault> {
    if let Some(national) = digits.strip_prefix("852") {
        // 2 and 3 begin fixed lines in Hong Kong.
        return fixed_length(Country::HongKong, national, 8, !national.starts_with(['2', '3']));
    }
    if let Some(national) = digits.strip_prefix("853") {
        return fixed_length(Country::Macau, national, 8, national.starts_with('6'));
    }
    if let Some(national) = digits.strip_prefix("886") {
        let national = national.strip_prefix('0').unwrap_or(national);
        return fixed_length(Country::Taiwan, national, 9, national.starts_with('9'));
    }
    match digits.strip_prefix("86").map(|national| (national, national.as_bytes())) {
        // "+86 0531 …" is how some people write a landline, and "+86 531 …" is how E.164 does.
        Some((national, [b'0', ..] | [b'1', b'3'..=b'9', ..])) => mainland(national),
        Some((national, _)) => mainland(&format!("0{national}")),
        None => Err(PhoneFault::OtherRegion),
    }
}

fn fixed_length(country: Country, national: &str, len: usize, mobile: bool) -> Result<Phone, PhoneFault> {
    if national.len() != len {
        return Err(PhoneFault::BadLength);
    }
    if national.starts_with(['0', '1']) {
        return Err(PhoneFault::BadForm);
    }
    Ok(Phone { e164: format!("+{}{national}", country.code()), country, mobile })
}

/// A mobile `1[3-9]` and nine digits, or `0`, area code and local number.
fn mainland(digits: &str) -> Result<Phone, PhoneFault> {
    let phone = |national: &str, mobile| {
        Ok(Phone { e164: format!("+86{national}"), country: Country::Mainland, mobile })
    };
    if let Some(national) = digits.strip_prefix('0') {
        return landline(national).and_then(|()| phone(national, false));
    }
    match (digits.len(), digits.as_bytes()) {
        (11, [b'1', b'3'..=b'9', ..]) => phone(digits, true),
        (7 | 8, [b'2'..=b'8', ..]) => Err(PhoneFault::NeedsAreaCode),
        (11, _) => Err(PhoneFault::BadForm),
        _ => Err(PhoneFault::BadLength),
    }
}

/// Area code without its 0, then a local number that never begins with 0, 1 or 9.
fn landline(national: &str) -> Result<(), PhoneFault> {
    let area = area_length(national);
    // Jinan and the large cities have eight local digits, small places seven.
    let lengths = if area == 2 { 8..=8 } else { 7..=8 };
    let local = national.get(area..).unwrap_or_default();
    if !lengths.contains(&local.len()) {
        return Err(PhoneFault::BadLength);
    }
    if !matches!(national.as_bytes()[0], b'1'..=b'9') || local.starts_with(['0', '1', '9']) {
        return Err(PhoneFault::BadForm);
    }
    Ok(())
}

/// 10 and 2x are two digits, all other area codes three.
fn area_length(national: &str) -> usize {
    if national.starts_with("10") || national.starts_with('2') { 2 } else { 3 }
}
