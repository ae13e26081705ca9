//! A finger and a keyboard: presses and types as a person does, through the browser's own input.
//!
//! WebDriver's own click runs a script in the page, and never returns where script is off. So both ways take the
//! same road: find the box of the element, press its middle.

use crate::browser::Browser;
use serde_json::{Value, json};
use tests::Trouble;
use thirtyfour::By;

impl Browser {
    /// Presses what leads to another page, and waits for that page.
    pub async fn press(&self, selector: &str) -> Result<(), Trouble> {
        let page = self.find("html").await?;
        let before = self.driver.current_url().await?.to_string();
        self.touch(selector).await?;
        self.left(&page, &before).await.map_err(|why| format!("pressing {selector}: {why}"))?;
        self.ready().await
    }

    /// Presses what changes the page at hand: a radio button, a summary.
    pub async fn touch(&self, selector: &str) -> Result<(), Trouble> {
        self.touch_times(selector, 1).await
    }

    /// The same twice, before the first has led anywhere.
    pub async fn touch_twice(&self, selector: &str) -> Result<(), Trouble> {
        self.touch_times(selector, 2).await
    }

    async fn touch_times(&self, selector: &str, times: usize) -> Result<(), Trouble> {
        let node = self.node(selector).await?;
        self.tell("DOM.scrollIntoViewIfNeeded", json!({ "nodeId": node })).await?;
        let model = self.tell("DOM.getBoxModel", json!({ "nodeId": node })).await?;
        let corners: Vec<f64> = serde_json::from_value(model["model"]["content"].clone())?;
        let middle = |from: usize| f64::midpoint(corners[from], corners[from + 4]);
        for kind in ["mousePressed", "mouseReleased"].repeat(times) {
            let press =
                json!({ "type": kind, "x": middle(0), "y": middle(1), "button": "left", "clickCount": 1 });
            self.tell("Input.dispatchMouseEvent", press).await?;
        }
        Ok(())
    }

    /// Chooses a radio button or ticks a box as somebody does who uses the keyboard alone.
    pub async fn choose(&self, selector: &str) -> Result<(), Trouble> {
        let node = self.node(selector).await?;
        self.tell("DOM.focus", json!({ "nodeId": node })).await?;
        self.key(" ", "Space", 32).await
    }

    /// Picks the option of this value from a list, with the arrow keys.
    pub async fn pick(&self, selector: &str, value: &str) -> Result<(), Trouble> {
        let options = self.driver.find_all(By::Css(format!("{selector} option"))).await?;
        let node = self.node(selector).await?;
        self.tell("DOM.focus", json!({ "nodeId": node })).await?;
        self.key("Home", "Home", 36).await?;
        for option in options {
            if option.attr("value").await?.as_deref() == Some(value) {
                return Ok(());
            }
            self.key("ArrowDown", "ArrowDown", 40).await?;
        }
        Err(format!("{selector} has no {value}").into())
    }

    /// Brings what fits into the middle of the screen.
    pub async fn show(&self, selector: &str) -> Result<(), Trouble> {
        let node = self.node(selector).await?;
        self.tell("DOM.scrollIntoViewIfNeeded", json!({ "nodeId": node })).await?;
        Ok(())
    }

    async fn key(&self, key: &str, code: &str, number: u32) -> Result<(), Trouble> {
        let text = if key == " " { " " } else { "" };
        for kind in ["keyDown", "keyUp"] {
            let mut words =
                json!({ "type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number });
            if kind == "keyDown" && !text.is_empty() {
                words["text"] = json!(text);
            }
            self.tell("Input.dispatchKeyEvent", words).await?;
        }
        Ok(())
    }

    /// Replaces what stands in a field by `text`.
    pub async fn fill(&self, selector: &str, text: &str) -> Result<(), Trouble> {
        let node = self.node(selector).await?;
        self.tell("DOM.focus", json!({ "nodeId": node })).await?;
        self.tell("Input.dispatchKeyEvent", json!({ "type": "keyDown", "commands": ["selectAll"] })).await?;
        if text.is_empty() {
            self.tell("Input.dispatchKeyEvent", json!({ "type": "keyDown", "commands": ["deleteBackward"] }))
                .await?;
        } else {
            self.tell("Input.insertText", json!({ "text": text })).await?;
        }
        Ok(())
    }

    /// Chooses a day in a field of days: it has no text that could be replaced.
    pub async fn choose_day(&self, selector: &str, day: &str) -> Result<(), Trouble> {
        let node = self.node(selector).await?;
        let value = json!({ "nodeId": node, "name": "value", "value": day });
        self.tell("DOM.setAttributeValue", value).await?;
        Ok(())
    }

    async fn node(&self, selector: &str) -> Result<Value, Trouble> {
        self.find(selector).await?;
        let document = self.tell("DOM.getDocument", json!({})).await?;
        let wanted = json!({ "nodeId": document["root"]["nodeId"], "selector": selector });
        let found = self.tell("DOM.querySelector", wanted).await?;
        Ok(found["nodeId"].clone())
    }

    async fn tell(&self, command: &str, words: Value) -> Result<Value, Trouble> {
        Ok(self.driver.cdp().send_raw(command, words).await?)
    }
}
