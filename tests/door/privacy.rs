//! What pages allow to run, and what stays out of caches and logs.

use tests::{Trouble, ask::get, hall::Hall};

#[test]
fn only_scripts_with_the_pages_own_nonce_may_run_and_no_inline_style() -> Result<(), Trouble> {
    let hall = Hall::start()?;
    let mut nonces = Vec::new();
    for path in ["/", "/hall", "/no/such/page"] {
        let page = get(&hall, path)?;
        let policy = page.header("content-security-policy").to_owned();
        let nonce =
            policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).unwrap_or_default();
        assert!(!nonce.is_empty() && !policy.contains("unsafe-inline"), "{path}: {policy}");
        let text = page.text();
        assert_eq!(
            text.matches("<script").count(),
            text.matches(&format!("nonce=\"{nonce}\"")).count(),
            "{path}"
        );
        assert!(!text.contains("style=\"") && !text.contains("<style"), "{path} has an inline style");
        nonces.push(nonce.to_owned());
    }
    nonces.dedup();
    assert_eq!(nonces.len(), 3, "a nonce was used twice");
    Ok(())
}

#[test]
fn pages_are_not_kept_by_caches_nor_framed_nor_named_to_other_sites() -> Result<(), Trouble> {
    let hall = Hall::start()?;
    let page = get(&hall, "/")?;
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(page.header("referrer-policy"), "same-origin");
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    assert!(page.header("content-security-policy").contains("frame-ancestors 'none'"));
    assert!(!page.header("x-request-id").is_empty());
    Ok(())
}

#[test]
fn codes_and_tokens_never_reach_the_log() -> Result<(), Trouble> {
    let hall = Hall::start()?;
    get(&hall, "/b/13572468?t=secret-token")?;
    get(&hall, "/v/another-secret")?;
    get(&hall, "/api/v1/bookings/13572468?t=secret-token")?;
    get(&hall, "/healthz")?;
    let log = hall.log();
    assert!(log.matches("answered").count() >= 3, "{log}");
    for secret in ["13572468", "secret-token", "another-secret"] {
        assert!(!log.contains(secret), "{log}");
    }
    Ok(())
}
