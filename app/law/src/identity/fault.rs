//! Why a typed identity number can't be one.

use crate::coded::worded;

worded! {
    /// A refused identity number. The number itself is never part of the message.
    pub enum IdFault {
        Missing = "missing":
            "还没填号码，请照证件上的号码填写",
            "The number is missing; please copy it from the document";
        BadLength = "bad_length":
            "位数不对，请照证件再数一遍",
            "The number of characters is wrong; please count again from the document";
        /// Fifteen digits: not valid as an identity number since 2013-01-01.
        OldFifteen = "old_fifteen":
            "15 位的旧号码已停用，请填身份证上的 18 位号码",
            "15-digit numbers are no longer valid; please enter the 18 digits on the ID card";
        BadCharacters = "bad_characters":
            "号码里有不该有的字，请只填数字和字母",
            "The number holds characters that can't be in it; please use digits and letters only";
        BadProvince = "bad_province":
            "开头两位没有对应的地区，请照身份证再看一遍",
            "The first two digits belong to no region; please check them against the ID card";
        BadRegion = "bad_region":
            "居住证号码以 810000、820000 或 830000 开头，请照证件再看一遍",
            "A residence permit number starts with 810000, 820000 or 830000; please check it";
        BadBirthDate = "bad_birth_date":
            "号码中间的出生日期不存在，请照证件再看一遍",
            "The birth date inside the number does not exist; please check it against the document";
        BadChecksum = "bad_checksum":
            "最后一位对不上，请照身份证再看一遍",
            "The last character doesn't match the rest; please check the number against the ID card";
        BadForm = "bad_form":
            "号码的样子和这种证件不符，请看看证件种类选对没有",
            "The number doesn't look like one of this kind of document; please check which kind is chosen";
    }
}
