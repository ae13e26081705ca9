//! The one place where a refusal of the office becomes a sentence for colleagues, and a field's fault its words.

use super::view::Kept;
use law::Lang;
use law::certificate::BookletFault;
use law::marriage_case::MoveFault;
use registry::Error;

/// Why signing in or unlocking failed, by the word that the address carries.
pub fn again(word: &str) -> Option<&'static str> {
    Some(match word {
        "wrong" => "账号或密码不对，请再看一遍。忘了密码请找系统管理员重设。",
        "password" => "密码不对，请再试一次。",
        "out" => "登录已经结束。请刷新这一页重新登录。",
        "wait" => "试错的次数太多，请等 10 分钟再试，或找系统管理员重设密码。",
        _ => return None,
    })
}

/// What was typed, with the sentences for what could not be taken.
pub fn kept(form: &str, typed: Vec<(String, String)>, error: &Error) -> Kept {
    let (faults, said) = match error {
        Error::Invalid(faults) => {
            let said =
                faults.iter().map(|fault| (own_field(form, &fault.field), field(&fault.field, &fault.code)));
            (said.collect(), None)
        }
        other => (Vec::new(), Some(sentence(other))),
    };
    Kept { form: form.to_owned(), typed, faults, said }
}

/// The name of a field in its form: `a.id_number` stands in the form of one person as `id_number`, in a form of both as
/// it is.
fn own_field(form: &str, field: &str) -> String {
    let last = field.rsplit('.').next().unwrap_or(field);
    if form == "take" { field } else { last }.to_owned()
}

/// A refusal as one sentence that ends with what would work.
pub fn sentence(error: &Error) -> String {
    let words = match error {
        Error::Stale => "这一页过时了：这件已经在别处往下办了。下面是现在的情况，您填的还在，请核对后再交。",
        Error::HeldByOther { name, .. } => {
            return format!("{name}正在办这件，这一步没有记下。您填的还在；要接手，请负责人“接手”。");
        }
        Error::IllegalMove(code) => return illegal(code),
        Error::Forbidden(code) => forbidden(code),
        Error::SignedOut => "登录已经结束，请重新登录。",
        Error::TooMany { .. } => "试的次数太多，请等一会儿再试。",
        Error::SlotFull { .. } => "这个时间刚约满，请在下面另选一个时间。",
        Error::NotBookable => "这两位里有人已经有同一项预约。先用证件找出那个预约，再改期或取消。",
        Error::HoldExpired => "留的时间过了，请重新选一个时间。",
        Error::TooEarly => "不是今天的预约，今天不能这样办。请先改到今天，或按没有预约办理。",
        Error::TooLate => "这个时间已经过了，请选后面的时间。",
        Error::Closed => "那天不办公，请另选一天。",
        Error::NotFound => "没有找到，请核对后再试。",
        Error::Gone => "这个预约已经取消、已到场或已经办理，不用再改。",
        Error::KeyReused => "这次提交和前一次不一样，请重新打开这一页再交。",
        Error::Invalid(faults) => {
            let first = faults.first().map(|fault| field(&fault.field, &fault.code));
            return first.unwrap_or_else(|| "有要改的地方，请核对后再交。".to_owned());
        }
        Error::Unavailable(_) | Error::Contended(_) => {
            tracing::error!(%error, "an act at the desk was not stored");
            "没有存上，什么也没有改。请过几秒再按一次。"
        }
        Error::Inconsistent(_) => {
            tracing::error!(%error, "a stored row cannot be");
            "这件的记录不完整，没有往下办。请告诉系统管理员。"
        }
    };
    words.to_owned()
}

fn illegal(code: &str) -> String {
    if let Some(fault) = MoveFault::parse(code) {
        return format!("{}。", fault.words(Lang::Zh));
    }
    let words = match code {
        "document_first" => "请先照证件填好这一位。",
        "difference_first" => "证件和预约时填的不一样，请先定用哪一个。",
        "nothing_differs" => "没有不一样的地方，可以直接往下办。",
        "not_refused" => "还没有记为不予办理，打不了告知书。",
        _ => {
            let other = divorce(code).or_else(|| reissue(code));
            return other.unwrap_or_else(|| "现在不能办这一步，请看步骤里正在办的那一步。".to_owned());
        }
    };
    words.to_owned()
}

/// The same code may be said otherwise of a divorce: 「离婚证字号以 L 开头」.
pub fn divorce(code: &str) -> Option<String> {
    law::divorce_case::MoveFault::parse(code).map(|fault| format!("{}。", fault.words(Lang::Zh)))
}

/// The same code may be said otherwise of a certificate that is issued again.
pub fn reissue(code: &str) -> Option<String> {
    let own = match code {
        "other_certificate" => "这个字号在登记簿里是别人的证，请照旧证或档案再看一遍；不记得的可以空着。",
        "status_changed" => "登记簿里这段婚姻状况后来变了，不能补发；请按不予补发办理，可以另开记录证明。",
        _ => {
            let fault = law::reissue_case::MoveFault::parse(code)?;
            return Some(format!("{}。", fault.words(Lang::Zh)));
        }
    };
    Some(own.to_owned())
}

fn forbidden(code: &str) -> &'static str {
    match code {
        "own_case" => "您是这件的当事人，按规定不能自己办，请交给同事。",
        "no_valid_assessment" => {
            "您的登记员考核不在有效期内，不能受理、审查、登记。请系统管理员记下考核结果。"
        }
        "handle_case" => "办理、审查、登记只有登记员可以做，请找登记员。",
        "take_over_case" => "接手同事的件要负责人来做，请找负责人。",
        "own_request" => "自己提的不能自己确认，请另一位负责人来确认。",
        "see_cases" => "您的岗位看不到柜台的件。要看，请找负责人。",
        "see_bookings" | "book_for_caller" | "receive_arrivals" => {
            "您的岗位不管预约和到场，请找导办员或登记员。"
        }
        "see_figures" => "您的岗位看不到报表，请找负责人。",
        "see_audit" => "操作记录只有负责人和审计员能看。",
        "manage_staff" => "人员只有系统管理员能改。",
        "manage_office" => "设置只有负责人和系统管理员能改。",
        _ => "您的岗位不能做这一步，请找负责人。",
    }
}

/// The sentence of one field: the law's own where it has one.
pub fn field(field: &str, code: &str) -> String {
    let own = field.rsplit('.').next().unwrap_or(field);
    let law = law::field::words(field, code, Lang::Zh).map(str::to_owned);
    let booklet = matches!(own, "booklet_a" | "booklet_b" | "replacement");
    let words = match (own, code) {
        (_, "in_use") if booklet => "这个印制号已经用过，请照证本再看一遍，或换一本",
        _ if booklet => {
            return BookletFault::parse(code)
                .map_or_else(|| mend(code), |fault| fault.words(Lang::Zh).to_owned());
        }
        ("certificate_no", "in_use") => "这个字号已经登记过，请照国家系统再看一遍",
        ("valid_until", "missing") => "还没填有效期，长期有效的填“长期”",
        ("valid_until", "bad_date") => "有效期写成 2038-06-02 这样，长期有效的填“长期”",
        ("valid_until", "expired") => "证件过期了，请两位换好证件或带临时身份证再来",
        ("prior", _) => "还没选婚前状况，请问本人后选一个",
        ("ticket_at", _) => "取号时间写成 16:40 这样",
        ("ticket_reason", _) => "请写明为什么下班以后接着办",
        ("registered_on", "future_date") => "登记日期不能晚于今天",
        ("registered_on", "not_that_day") => "登记簿里这个字号不是这一天登记的，请照档案再看一遍",
        ("registered_on", _) => "请照证件选登记日期",
        ("office", _) => "请照证件填登记机关，最多 60 个字",
        ("proxy_name", _) => "请照受托人的证件填姓名",
        ("proxy_id_number", _) => "受托人的证件号码不对，请照证件再看一遍",
        ("registered_at", _) => "还没选在哪里登记的，请选一个",
        ("reissue_reason", _) => "还没选为什么补，请问过本人再选",
        ("finding", _) => "还没选查档结果，请选一个",
        ("agrees", _) => "还没选档案和证件一致不一致，请对照后选一个",
        ("spoilt", _) => "还没选作废哪一本，请先选",
        ("cooling_off_last" | "issuance_last", "missing") => "回执上的两个日期要一起填",
        ("cooling_off_last" | "issuance_last", "bad_date") => "请选回执上印的日期",
        ("seen", _) => "还没记结婚证：都在、丢了一本，还是都丢了",
        ("agreement", _) => "还没记离婚协议：已出示，还是声明已签好",
        ("not_accepted", _) => "还没选理由，请选一条",
        ("answer", _) => "还没选，请问过本人再选",
        ("receipt", _) => "还没记回执：带来了，还是写了说明",
        ("cause", _) => "还没选原因，请选一个",
        ("dates", "already_named") => "其中有一天已经记过了，请核对",
        ("dates", "long_ago") => "只能记十四天以内和以后的日子，请核对",
        ("dates", _) => "请选是哪几天，最多十四天",
        ("how", _) => "还没选怎么告知的，请选一个",
        ("at", _) => "核对时间写成 10:37 这样，不能晚于现在",
        ("result", _) => "还没选核对结果，请照国家系统选一个",
        ("late_reason", _) => "补录要写明原因，例如“停电当天手工登记”",
        ("act_date" | "late_on", _) => "补录的日子要在今天以前，请核对",
        ("on", _) => "登记日期不能晚于今天，请核对",
        ("reason", _) => "请写明原因",
        ("remarks", _) => "备注最多 200 个字，请写短一些",
        ("ethnicity" | "occupation" | "address" | "alone", _) => "最多 100 个字，请写短一些",
        ("login", "in_use") => "这个账号已经有人用，请换一个",
        ("login", _) => "账号只用小写字母、数字和 . _ -，最多 40 个",
        ("password", _) => "密码至少 10 个字符，请写长一些",
        ("roles", _) => "至少选一个岗位",
        ("identity", _) => "登记员要填本人证件号码：谁也不能办自己的件",
        ("passed", "future_date") => "考核日期不能晚于今天",
        ("passed", _) => "考核已过两年，请填最近一次合格的日期",
        ("staff", _) => "不能让自己离岗，请另一位系统管理员来做",
        ("date", "past") => "过去的日子不能改，请选今天以后的",
        ("ground", _) => "还没选理由，请从四条里选一条",
        ("seat", _) => "还没选哪一位，请先选",
        ("hours" | "visits", _) => "时间写成 8:30-12:00，两段之间用逗号，先后不能颠倒",
        ("slot_minutes" | "horizon_last" | "horizon_first" | "services" | "places", _) => {
            "数字超出范围，请核对"
        }
        ("name" | "phone" | "address_more" | "transport", "missing") if law.is_none() => "这一项不能空着",
        ("b", _) => "这一项要两位，请把第二位也填上",
        _ => return law.unwrap_or_else(|| mend(code)),
    };
    words.to_owned()
}

fn mend(code: &str) -> String {
    match code {
        "missing" => "这一项不能空着".to_owned(),
        "too_long" => "太长了，请写短一些".to_owned(),
        _ => "请核对这一项".to_owned(),
    }
}

/// What an officer did, as the log's verbs say it; `None` for one that has no words here yet.
pub fn verb(verb: &str) -> Option<&'static str> {
    if let Some(kind) = law::marriage_case::MarriageMove::parse(verb) {
        return Some(kind.title(Lang::Zh));
    }
    if let Some(kind) = law::divorce_case::DivorceMove::parse(verb) {
        return Some(kind.title(Lang::Zh));
    }
    if let Some(kind) = law::reissue_case::ReissueMove::parse(verb) {
        return Some(kind.title(Lang::Zh));
    }
    Some(match verb {
        "signed_in" => "登录",
        "case_opened" => "开始办理",
        "case_held" => "接着办",
        "case_taken_over" => "从同事那里接手",
        "person_recorded" => "照证件填",
        "document_preferred" => "用证件上的",
        "booking_preferred" => "保留原填",
        "remarks_recorded" => "记备注",
        "number_seen" => "看全号",
        "phone_seen" => "看电话",
        "marriage_recorded" => "记下要解除的婚姻",
        "dates_confirmation_asked" => "请负责人确认回执日期",
        "dates_confirmed" => "确认回执日期",
        "paper_printed" => "打印",
        "arrived" => "到场",
        "booking_made" => "替人预约",
        "booking_moved" => "改预约",
        "booking_cancelled" => "取消预约",
        "office_day_set" => "改办公日",
        "office_changed" => "改设置",
        "staff_added" => "加人员",
        "staff_assessed" => "记考核",
        "staff_left" => "离岗",
        "password_reset" => "重设密码",
        "calendar_imported" => "导入放假安排",
        "acts_imported" | "import_published" => "导入登记数据",
        "import_begun" => "开始导入登记数据",
        "import_abandoned" => "放弃导入登记数据",
        "case_called_up" => "调出这件",
        "lapses_written" => "写下到期自动终止",
        "lapse_suspended" => "暂缓到期终止",
        "date_move_told" => "通知日期变动",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_that_the_office_answers_with_has_a_sentence_of_its_own() {
        let general = illegal("no such code");
        for code in [
            "document_first",
            "difference_first",
            "nothing_differs",
            "not_refused",
            "paused",
            "register_first",
        ] {
            assert_ne!(illegal(code), general, "{code}");
        }
    }

    #[test]
    fn a_booklet_in_use_and_a_bad_booklet_are_told_apart() {
        assert_ne!(field("booklet_a", "in_use"), field("booklet_a", "bad_form"));
        assert_eq!(field("replacement", "missing"), BookletFault::Missing.words(Lang::Zh));
    }

    #[test]
    fn the_colleague_who_has_the_case_is_named() {
        let error = Error::HeldByOther { officer: uuid::Uuid::nil(), name: "王某".to_owned() };
        assert!(sentence(&error).starts_with("王某正在办"));
    }

    #[test]
    fn a_persons_field_stands_in_the_form_without_its_seat() {
        let kept =
            kept("person-b", vec![("name".into(), "沈".into())], &Error::invalid("b.valid_until", "expired"));
        assert!(kept.fault("person-b", "valid_until").is_some());
        assert!(kept.fault("person-a", "valid_until").is_none());
        assert_eq!(kept.typed("person-b", "name").as_deref(), Some("沈"));
    }
}
