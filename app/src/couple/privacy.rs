//! The notice on personal information (个人信息保护法 art. 17): who, what, why, how long, and everyone's rights.

use crate::{
    couple::frame::tab_title,
    ui::{
        lang::t,
        layout::office,
        phone::{Back, Phone, dial},
    },
};
use leptos::prelude::*;

#[component]
pub fn Privacy() -> impl IntoView {
    let heading = t("个人信息怎么用", "How we use personal information");
    let card = office();
    view! {
        <Phone title=tab_title(heading, false) class="reading" back=Some(Back::home())>
            <h1>{heading}</h1>
            <h2>{t("谁在用", "Who")}</h2>
            <p>
                {card.name()}
                {(!card.address.is_empty()).then(|| view! { {t("，", ", ")} {card.address.clone()} })}
                {(!card.phone.is_empty())
                    .then(|| {
                        view! {
                            {t("，电话 ", ", telephone ")}
                            <a href=dial(&card.phone)>{card.phone.clone()}</a>
                        }
                    })}
                {t("。", ".")}
            </p>
            <h2>{t("用哪些，做什么", "What, and what for")}</h2>
            <ul>
                <li>
                    {t(
                        "姓名、证件种类和号码：在窗口核对来的是不是预约的人，提前看年龄够不够。",
                        "Name, kind and number of document: to check at the counter who booked, and whether you are of age that day.",
                    )}
                </li>
                <li>
                    {t(
                        "预约人的手机号：有变动时联系您；您同意了才发短信。",
                        "The booker's mobile: to reach you if something changes; texts only if you agreed.",
                    )}
                </li>
                <li>
                    {t(
                        "证件号码属于敏感个人信息，只在办婚姻登记必需的范围内使用。",
                        "A document number is sensitive; it is used only as far as registration needs it.",
                    )}
                </li>
            </ul>
            <p>
                {t(
                    "依据：婚姻登记是法定职责（个人信息保护法第十三条第一款第三项）。不问住址、学历、宗教和健康。",
                    "Basis: registering marriages is our duty by law (PIPL art. 13). We don't ask for address, education, religion or health.",
                )}
            </p>
            <h2>{t("怎么保存", "How it is kept")}</h2>
            <p>
                {t(
                    "加密保存，页面上只显示号码的头三位和末两位。谁看过完整号码，都有记录。不给商家，不出境。",
                    "Encrypted; pages show the first three and last two characters only. Every sight of a full number is logged. It is given to no business and stays in the country.",
                )}
            </p>
            <h2>{t("保存多久", "How long")}</h2>
            <ul>
                <li>{t("没填完的：90 分钟后删除。", "What you began to type: deleted after 90 minutes.")}</li>
                <li>{t("预约：办理日之后 90 天删除。", "A booking: deleted 90 days after its day.")}</li>
                <li>
                    {t(
                        "登记档案：按婚姻登记档案管理办法保存，不在此列。",
                        "The register itself is kept by the rules on marriage archives.",
                    )}
                </li>
            </ul>
            <h2>{t("您的权利", "Your rights")}</h2>
            <p>
                {t(
                    "您可以查看、复制、更正、删除预约里的信息，或请我们说明。打电话或来窗口，带身份证，当天办。对答复不满意，可以向网信部门投诉。",
                    "You may see, copy, correct or delete what a booking holds, or ask us to explain. Call or come with your ID card; it is done that day. If our answer doesn't satisfy you, you may complain to the cyberspace administration.",
                )}
            </p>
            <p>
                {t(
                    "不想在网上填？直接来窗口取号，都能办。",
                    "Rather not type it here? Come to the counter and take a number.",
                )}
            </p>
            <h2>{t("浏览器里存什么", "What is stored in your browser")}</h2>
            <p>
                {t(
                    "只有几个必要的小记录（语言、大字、正在填的、您的预约），没有统计和广告。",
                    "A few necessary cookies only (language, text size, what you are typing, your booking); no statistics, no advertising.",
                )}
            </p>
        </Phone>
    }
}
