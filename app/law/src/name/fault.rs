//! Why what was typed can't be a name.

use crate::coded::worded;

worded! {
    /// A refused name.
    pub enum NameFault {
        Missing = "missing":
            "还没填姓名，请填证件上的姓名",
            "The name is missing; please enter it as on the document";
        TooLong = "too_long":
            "姓名最多 100 个字，更长的请打电话，窗口来填",
            "A name can have 100 characters; for a longer one call us and the counter will enter it";
        ControlCharacter = "control_character":
            "姓名里有看不见的字符，请删掉重新输入一遍",
            "The name holds invisible characters; please delete it and type it again";
        UnreadableCharacter = "unreadable_character":
            "有一个字没有标准编码，请换输入法重打，打不出就写拼音，窗口照证件改",
            "One character has no standard code; type it with another keyboard or in pinyin, the counter corrects it";
        Markup = "markup":
            "姓名里不能有 < 和 >，请照证件填写",
            "A name can't hold < or >; please enter it as on the document";
        NoLetters = "no_letters":
            "姓名里没有文字，请填证件上的姓名，不是号码",
            "A name needs letters; please enter the name on the document, not a number";
    }
}
