//! Fifteen-digit numbers of the years before 1999, met only when reading old archives.

use super::resident;
use crate::coded::worded;

worded! {
    /// Why an archived number can't be converted.
    pub enum LegacyFault {
        BadForm = "bad_form":
            "旧号码应是 15 位数字，请照档案再看一遍",
            "An old number has fifteen digits; please check it against the archive";
        BadProvince = "bad_province":
            "开头两位没有对应的地区，请照档案再看一遍",
            "The first two digits belong to no region; please check them against the archive";
        BadBirthDate = "bad_birth_date":
            "号码中间的出生日期不存在，请照档案再看一遍",
            "The birth date inside the number does not exist; please check it against the archive";
    }
}

/// Eighteen characters for an archived fifteen: `19` goes before the year, the check character to the end.
/// Not for documents shown today: fifteen digits identify nobody since 2013-01-01.
pub fn from_fifteen(number: &str) -> Result<String, LegacyFault> {
    let number = crate::typing::bare_number(number);
    if number.len() != 15 || !number.bytes().all(|b| b.is_ascii_digit()) {
        return Err(LegacyFault::BadForm);
    }
    if !resident::is_province(&number) {
        return Err(LegacyFault::BadProvince);
    }
    let mut long = format!("{}19{}", &number[..6], &number[6..]);
    if resident::birth_of(&long).is_none() {
        return Err(LegacyFault::BadBirthDate);
    }
    long.push(char::from(resident::check_character(&long)));
    Ok(long)
}
