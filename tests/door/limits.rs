//! What is too large, comes from elsewhere or leads nowhere is refused in words.

use tests::{
    Trouble,
    ask::{Answer, ask, get},
    hall::Hall,
};

fn post(hall: &Hall, path: &str, headers: &str, body: &[u8]) -> Result<Answer, Trouble> {
    let head = format!(
        "POST {path} HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n{headers}",
        body.len()
    );
    ask(hall, &head, body)
}

#[test]
fn ten_megabytes_are_refused_whether_told_before_or_not() -> Result<(), Trouble> {
    let hall = Hall::start()?;
    let told = post(&hall, "/display", "", &vec![b'a'; 10_000_000])?;
    assert_eq!(told.status, 413);
    assert!(told.text().contains("太大"), "{}", told.text());

    let mut chunks = Vec::new();
    for _ in 0..100 {
        chunks.extend_from_slice(b"400\r\n");
        chunks.extend_from_slice(&[b'a'; 0x400]);
        chunks.extend_from_slice(b"\r\n");
    }
    chunks.extend_from_slice(b"0\r\n\r\n");
    let untold = ask(&hall, "POST /display HTTP/1.1\r\nTransfer-Encoding: chunked\r\n", &chunks)?;
    assert_eq!(untold.status, 413);
    Ok(())
}

#[test]
fn a_form_from_another_site_is_not_taken() -> Result<(), Trouble> {
    let hall = Hall::start()?;
    let form = b"elder=on&back=/";
    let elsewhere = post(&hall, "/display", "Origin: https://elsewhere.example\r\n", form)?;
    assert_eq!(elsewhere.status, 403);
    assert_eq!(elsewhere.header("set-cookie"), "");
    let told = post(&hall, "/display", "Sec-Fetch-Site: cross-site\r\n", form)?;
    assert_eq!(told.status, 403);
    let ours = post(&hall, "/display", &format!("Origin: {}\r\n", hall.address), form)?;
    assert_eq!((ours.status, ours.header("location")), (303, "/"));
    Ok(())
}

#[test]
fn the_way_back_from_a_form_never_leads_out_of_the_house() -> Result<(), Trouble> {
    let hall = Hall::start()?;
    let answer = post(&hall, "/display", "", b"elder=on&back=//elsewhere.example/")?;
    assert_eq!((answer.status, answer.header("location")), (303, "/"));
    Ok(())
}

#[test]
fn people_are_answered_with_a_page_and_programs_with_a_problem() -> Result<(), Trouble> {
    let hall = Hall::start()?;
    let page = get(&hall, "/no/such/page")?;
    assert_eq!(page.status, 404);
    assert!(page.text().contains("没有这个页面"));
    let problem = get(&hall, "/api/v1/no-such-call")?;
    assert_eq!((problem.status, problem.header("content-type")), (404, "application/problem+json"));
    let problem: serde_json::Value = serde_json::from_slice(&problem.body)?;
    assert_eq!(problem["problem"], "not_found");
    let method = ask(&hall, "DELETE /display HTTP/1.1\r\n", b"")?;
    assert_eq!(method.status, 405);
    assert!(method.text().contains("首页"));
    Ok(())
}
