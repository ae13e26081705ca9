//! Whether this office may register the two at all (条例 art. 2, 7, 26).

use crate::coded::worded;
use crate::identity::PartyKind;

worded! {
    /// Why these two have to go elsewhere, or ask first.
    pub enum OfficeFault {
        ForeignRelatedElsewhere = "foreign_related_elsewhere":
            "一方不是内地居民，本处不能办，请到济南市有权限的婚姻登记处，去之前可以打电话问我们",
            "With one person not a mainland resident, please go to a Jinan office with that authority; call us first";
        NeitherMainland = "neither_mainland":
            "两位都不是内地居民，网上约不了，请先打电话，我们告诉您去哪里办",
            "Neither of you is a mainland resident; please call, and we'll tell you where it can be done";
        BothForeign = "both_foreign":
            "两位都是外国人，网上约不了，请先打电话，由工作人员答复",
            "You are both foreign nationals; please call, and our staff will tell you what is possible";
    }
}

/// Whether this office is competent. Two mainland residents may go anywhere in the country (条例 art. 7).
pub fn office_for(kinds: [PartyKind; 2], foreign_related_enabled: bool) -> Result<(), OfficeFault> {
    let mainlanders = kinds.iter().filter(|kind| **kind == PartyKind::Mainland).count();
    match mainlanders {
        2 => Ok(()),
        1 if foreign_related_enabled => Ok(()),
        1 => Err(OfficeFault::ForeignRelatedElsewhere),
        _ if kinds == [PartyKind::Foreigner; 2] => Err(OfficeFault::BothForeign),
        _ => Err(OfficeFault::NeitherMainland),
    }
}
