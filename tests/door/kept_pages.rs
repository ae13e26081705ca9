//! Pages that are the same for everyone are made once a second: never with another's nonce, never with what is out of
//! date here, never with anything of a person.

use serde_json::{Value, json};
use tests::{
    Trouble,
    ask::{Answer, ask, get},
    hall::{Hall, Start},
};

const DAY: &str = "/book/marriage/day?month=2026-02";

fn hall() -> Result<Hall, Trouble> {
    Start::default().argument("--demo").with("HALL_NOW", "2026-01-26T10:00:00+08:00").start()
}

/// The nonce that an answer's policy names.
fn nonce(answer: &Answer) -> Result<String, Trouble> {
    let (_, rest) = answer.header("content-security-policy").split_once("'nonce-").ok_or("no nonce")?;
    Ok(rest.split('\'').next().unwrap_or_default().to_owned())
}

#[test]
fn each_answer_has_a_nonce_of_its_own_and_only_that() -> Result<(), Trouble> {
    let hall = hall()?;
    let answers = [get(&hall, DAY)?, get(&hall, DAY)?, get(&hall, DAY)?];
    let nonces = answers.iter().map(nonce).collect::<Result<Vec<_>, _>>()?;
    for (answer, own) in answers.iter().zip(&nonces) {
        let page = answer.text();
        assert!(page.contains(&format!("nonce=\"{own}\"")), "the page bears the nonce of its policy");
        let others = nonces.iter().filter(|other| *other != own);
        assert_eq!(others.clone().count(), 2, "no nonce comes twice");
        others.for_each(|other| assert!(!page.contains(other.as_str()), "a page bears another's nonce"));
        assert_eq!(answer.header("cache-control"), "no-store");
    }
    Ok(())
}

#[test]
fn language_and_size_of_text_have_pages_of_their_own() -> Result<(), Trouble> {
    let hall = hall()?;
    let with = |cookies: &str| ask(&hall, &format!("GET {DAY} HTTP/1.1\r\n{cookies}"), b"");
    let (chinese, english) = (with("")?.text(), with("Cookie: lang=en\r\n")?.text());
    assert!(chinese.contains("哪一天来？") && !chinese.contains("Which day?"));
    assert!(english.contains("Which day?") && !english.contains("哪一天来？"));
    assert!(with("Cookie: elder=on\r\n")?.text().contains("data-elder"));
    assert!(!with("")?.text().contains("data-elder"));
    Ok(())
}

#[test]
fn a_place_that_was_just_taken_is_gone_from_the_page() -> Result<(), Trouble> {
    let hall = hall()?;
    let path = "/api/v1/offices/370126/availability?service=records&from=2026-02-10&days=1";
    let offer: Value = serde_json::from_slice(&get(&hall, path)?.body)?;
    let slots = offer["days"][0]["slots"].as_array().ok_or("no slots")?;
    let left: u64 = slots.iter().filter_map(|slot| slot["left"].as_u64()).sum();
    let slot = slots[0]["id"].as_str().ok_or("no slot")?;
    let month = "/book/records/day?month=2026-02";
    let days_with = |page: &str, places: u64| page.matches(&format!(">余{places}<")).count();
    let before = get(&hall, month)?.text();
    assert!(days_with(&before, left) > 0, "a day with {left} places is shown");

    let number = tests::people::number("19880930", 1);
    let body = json!({ "service": "records", "slot": slot, "a": {
        "name": "测试", "id_type": "mainland_id", "id_number": number, "phone": "13800000000",
    } });
    let body = body.to_string();
    let head = format!(
        "POST /api/v1/bookings HTTP/1.1\r\nContent-Type: application/json\r\nIdempotency-Key: k\r\nContent-Length: {}\r\n",
        body.len()
    );
    let booked = ask(&hall, &head, body.as_bytes())?;
    assert_eq!(booked.status, 201, "{}", booked.text());
    let after = get(&hall, month)?.text();
    assert_eq!(days_with(&after, left), days_with(&before, left) - 1, "one day has one place less, at once");
    assert_eq!(days_with(&after, left - 1), days_with(&before, left - 1) + 1);
    Ok(())
}

#[test]
fn what_one_visitor_chose_is_shown_to_nobody_else() -> Result<(), Trouble> {
    let hall = hall()?;
    let form = b"service=marriage&date=2026-02-18";
    let head = format!(
        "POST {} HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nAccept: text/html\r\nContent-Length: {}\r\nReferer: {}{DAY}\r\n",
        choose(&get(&hall, DAY)?.text())?,
        form.len(),
        hall.address
    );
    let chosen = ask(&hall, &head, form)?;
    assert_eq!(chosen.status, 302, "{}", chosen.text());
    let (draft, _) = chosen.header("set-cookie").split_once(';').ok_or("no draft")?;
    // 18 February 2026 is in the Spring Festival: the choice is refused, and only its maker is told.
    let own = ask(&hall, &format!("GET {DAY} HTTP/1.1\r\nCookie: {draft}\r\n"), b"")?.text();
    let other = get(&hall, DAY)?.text();
    assert!(own.contains("checked"), "the day chosen is marked");
    assert!(!other.contains("checked"), "nobody else sees it");
    Ok(())
}

/// Where the form of the days goes.
fn choose(page: &str) -> Result<String, Trouble> {
    let (_, rest) = page.split_once("id=\"day\"").ok_or("no form")?;
    let (_, rest) = rest.split_once("action=\"").ok_or("no action")?;
    Ok(rest.split('"').next().unwrap_or_default().to_owned())
}

#[test]
fn a_page_has_mood_and_title_at_its_head_every_time() -> Result<(), Trouble> {
    let hall = hall()?;
    let hall = &hall;
    let head = move |nth: usize| -> Result<String, String> {
        // Each address is made anew.
        let page = get(hall, &format!("{DAY}&nth={nth}")).map_err(|why| why.to_string())?.text();
        Ok(page.split("</head>").next().unwrap_or_default().to_owned())
    };
    std::thread::scope(|scope| {
        let askers: Vec<_> =
            (0..8).map(|at| scope.spawn(move || (0..10).map(|n| head(at * 10 + n)).collect())).collect();
        for asker in askers {
            let heads: Result<Vec<String>, String> = asker.join().map_err(|_| "an asker failed")?;
            for head in heads? {
                assert!(head.contains("data-mood=\"joy\"") && head.contains("<title>哪一天来？"), "{head}");
            }
        }
        Ok(())
    })
}
