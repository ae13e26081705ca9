//! A finger and a keyboard: presses and types as a person does, through the browser's own input.
//!
//! WebDriver's own click runs a script in the page, and never returns where script is off. So both ways take the
//! same road: find the box of the element, press its middle.

use crate::browser::Browser;
use serde_json::{Value, json};
use tests::Trouble;

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
        let node = self.node(selector).await?;
        self.tell("DOM.scrollIntoViewIfNeeded", json!({ "nodeId": node })).await?;
        let model = self.tell("DOM.getBoxModel", json!({ "nodeId": node })).await?;
        let corners: Vec<f64> = serde_json::from_value(model["model"]["content"].clone())?;
        let middle = |from: usize| f64::midpoint(corners[from], corners[from + 4]);
        for kind in ["mousePressed", "mouseReleased"] {
            let press =
                json!({ "type": kind, "x": middle(0), "y": middle(1), "button": "left", "clickCount": 1 });
            self.tell("Input.dispatchMouseEvent", press).await?;
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
