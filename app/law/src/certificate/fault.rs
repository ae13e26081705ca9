//! Why a typed certificate number isn't taken.

use crate::coded::worded;

worded! {
    /// A refused 字号. Whether it was used before only the register knows.
    pub enum CertificateFault {
        Missing = "missing":
            "还没填字号，请照国家系统填写",
            "The certificate number is missing; please copy it from the national system";
        BadForm = "bad_form":
            "字号的样子不对，应像 J370126-2026-000001，请照国家系统再抄一遍",
            "The number should look like J370126-2026-000001; please copy it again from the national system";
        SerialZero = "serial_zero":
            "流水号从 000001 开始，请照国家系统再看一遍",
            "Serials start at 000001; please check it in the national system";
        WrongKind = "wrong_kind":
            "字头和这次办的证不一样，结婚证是 J，离婚证是 L，补领的是 BJ、BL",
            "The prefix is for another certificate: J marriage, L divorce, BJ and BL reissued";
        WrongOffice = "wrong_office":
            "字号里的机关代码不是本处的，请照国家系统再看一遍",
            "The office code in the number isn't ours; please check it in the national system";
        WrongYear = "wrong_year":
            "字号里的年份和登记日期不是同一年，请再看一遍",
            "The year in the number isn't the year of registration; please check both";
        TooLong = "too_long":
            "字号最多 40 个字，请只填字号本身",
            "A number has 40 characters at most; please enter the number alone";
        ControlCharacter = "control_character":
            "字号里有看不见的字符，请删掉重新输入一遍",
            "The number holds invisible characters; please delete it and type it again";
    }
}
