//! What is done rarely in a reissue: 不予补发, and a request that is taken back.

use crate::{
    counter::ask::form::Grip,
    fns::counter::reissue::{Refuse, ReissueView, Withdraw},
    ui::icon::{Draw, Icon},
};
use law::{
    Lang,
    reissue_case::{RefusedGround, ReissueMove},
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Menu(case: ReissueView) -> impl IntoView {
    let (refuses, withdraws) = (case.offers(ReissueMove::Refuse), case.offers(ReissueMove::Withdraw));
    let open = matches!(case.kept.form.as_str(), "refuse" | "withdraw");
    (refuses || withdraws).then(|| {
        view! {
            <details class="menu case-acts" id="more" open=open>
                <summary class="button is-outline">"更多 "<Draw icon=Icon::Down /></summary>
                <div class="menu-in sheet">
                    {withdraws.then(|| view! { <Withdrawing case=case.clone() /> })}
                    {refuses.then(|| view! { <Refusing case=case.clone() /> })}
                </div>
            </details>
        }
    })
}

#[component]
fn Withdrawing(case: ReissueView) -> impl IntoView {
    let numbered = case.reissue.is_some();
    view! {
        <form class="form" method="post" action=Withdraw::url()>
            <h2>"申请人不补了"</h2>
            <Grip grip=case.grip />
            {numbered
                .then(|| view! { <p class="hint">"字号列为空号、证本作废，国家系统里也要作废。"</p> })}
            <label class="choice">
                <input type="checkbox" name="given_back" value="yes" />
                <span>"材料已经退还本人"</span>
            </label>
            <p class="form-end">
                <button class="button is-outline is-small" id="withdraw">{ReissueMove::Withdraw.title(Lang::Zh)}</button>
            </p>
        </form>
    }
}

/// A record that isn't found is no ground, and neither is a missing paper.
#[component]
fn Refusing(case: ReissueView) -> impl IntoView {
    let matter = case.matter;
    view! {
        <form class="form" method="post" action=Refuse::url()>
            <h2>"不予补发"</h2>
            <Grip grip=case.grip />
            <p class="hint">"没查到档案、缺材料都不是不予补发。告知书记下以后在右边打印。"</p>
            {case
                .kept
                .fault("refuse", "not_accepted")
                .map(|words| view! { <p class="field-fault" role="alert">"✕ "{words}</p> })}
            <fieldset class="choices">
                <legend class="heard">"理由"</legend>
                {RefusedGround::ALL
                    .iter()
                    .filter(|ground| ground.concerns(matter))
                    .map(|ground| {
                        view! {
                            <label class="choice">
                                <input type="radio" name="ground" value=ground.as_str() />
                                <span>{ground.words(Lang::Zh)}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </fieldset>
            <p class="form-end">
                <button class="button is-outline is-small" id="refuse">{ReissueMove::Refuse.title(Lang::Zh)}</button>
            </p>
        </form>
    }
}
