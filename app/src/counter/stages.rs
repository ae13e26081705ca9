//! The steps of the norm as a row: done, now, open, and who did it. One can look back, never skip.

use crate::{
    counter::frame::asked,
    fns::counter::{PastLine, StageLook, StageView},
    ui::icon::{Draw, Icon},
};
use leptos::prelude::*;

#[component]
pub fn Stages(stages: Vec<StageView>, case: String) -> impl IntoView {
    let stage = |(at, stage): (usize, StageView)| {
        let title = stage.title;
        let number = at + 1;
        match stage.look {
            StageLook::Done(who) => {
                let href = format!("/counter/case/{case}?look={}", stage.name);
                view! {
                    <li class="is-done">
                        <span class="stage-mark">
                            <Draw icon=Icon::Tick />
                        </span>
                        <b>
                            <a href=href rel="external">{title}</a>
                        </b>
                        <small>{who}</small>
                    </li>
                }
                .into_any()
            }
            StageLook::Now => view! {
                <li class="is-now" aria-current="step">
                    <span class="stage-mark">{number}</span>
                    <b>{title}</b>
                    <small>"正在办"</small>
                </li>
            }
            .into_any(),
            StageLook::Open | StageLook::Never => {
                let words = if stage.look == StageLook::Open { "未到" } else { "没有办" };
                view! {
                    <li>
                        <span class="stage-mark">{number}</span>
                        <b>{title}</b>
                        <small>{words}</small>
                    </li>
                }
                .into_any()
            }
        }
    };
    view! { <ol class="stages" aria-label="步骤">{stages.into_iter().enumerate().map(stage).collect_view()}</ol> }
}

/// What was done in the step that was pressed.
#[component]
pub fn LookBack(past: Vec<PastLine>, stages: Vec<StageView>) -> impl IntoView {
    let step = asked("look").and_then(|name| stages.into_iter().find(|stage| stage.name == name));
    step.map(|step| {
        let lines = past.into_iter().rev().filter(move |line| line.step == step.name);
        view! {
            <section class="sheet" aria-label="回看">
                <h2>"回看："{step.title}</h2>
                <ol class="log">
                    {lines
                        .map(|line| view! { <li><time>{line.at}</time><span>{line.words}"　"{line.who}</span></li> })
                        .collect_view()}
                </ol>
            </section>
        }
    })
}
