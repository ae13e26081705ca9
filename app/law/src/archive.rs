//! 档号: the number under which a volume lies in the archive (档案管理办法 art. 10).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::coded::worded;

worded! {
    /// Why a typed file number isn't taken.
    pub enum ArchiveFault {
        Missing = "missing":
            "还没填档号，请照卷宗封面写",
            "No file number yet; please copy it from the volume's cover";
        TooLong = "too_long":
            "档号最多 40 个字，请照卷宗封面再看一遍",
            "A file number has at most 40 characters; please check the volume's cover";
        BadCharacters = "bad_characters":
            "档号里有不能存的字符，请重新打一遍",
            "The file number holds a character that can't be stored; please type it again";
    }
}

/// Free text of 1 to 40 characters, as it stands on the volume: offices number their volumes each in their own way,
/// usually 全宗号-年度-类别-卷号.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ArchiveNo(String);

impl ArchiveNo {
    /// Reads a file number as it was typed.
    pub fn parse(typed: &str) -> Result<Self, ArchiveFault> {
        let text = typed.trim();
        if text.is_empty() {
            return Err(ArchiveFault::Missing);
        }
        if text.chars().count() > 40 {
            return Err(ArchiveFault::TooLong);
        }
        if text.chars().any(char::is_control) {
            return Err(ArchiveFault::BadCharacters);
        }
        Ok(Self(text.to_owned()))
    }

    /// Reads several, written with 、 or a comma or on lines of their own; a number that stands twice counts once.
    pub fn parse_list(typed: &str) -> Result<Vec<Self>, ArchiveFault> {
        let parts = typed.split(['、', '，', ',', '；', ';', '\n']).filter(|part| !part.trim().is_empty());
        let mut numbers: Vec<Self> = Vec::new();
        for part in parts {
            let number = Self::parse(part)?;
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        if numbers.is_empty() { Err(ArchiveFault::Missing) } else { Ok(numbers) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ArchiveNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for ArchiveNo {
    type Error = ArchiveFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<ArchiveNo> for String {
    fn from(number: ArchiveNo) -> Self {
        number.0
    }
}
