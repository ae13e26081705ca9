//! Names, numbers and phones at rest are sealed: not one byte of the files tells them.

use registry::booking::{Channel, RawParty};
use serde_json::json;
use tests::{
    office::{Engine, Office},
    people,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_byte_of_the_database_tells_a_name_a_number_or_a_phone() {
    let office = Office::open(Engine::Sqlite).await.expect("SQLite is always at hand");
    let (a, b) = people::couple(1);
    let a = RawParty { name: "谢𬭚桐".into(), phone: "13912345678".into(), ..a };
    let b = RawParty { name: "Maria Hallesdottir".into(), ..b };
    office.registry.keep_draft("cookie", &json!({"typed": a.id_number, "name": a.name})).await.expect("kept");
    let request = office.read("marriage-20261125-0900", &a, Some(&b)).expect("readable");
    let booked = office.registry.take(&request, Channel::Web { draft: "cookie" }).await.expect("booked");

    let secrets = [
        a.name.as_str(),
        &b.name,
        &a.id_number,
        &b.id_number,
        &a.id_number[6..14],
        "13912345678",
        "+8613912345678",
        &booked.manage_token,
        "cookie",
    ];
    let files: Vec<_> = std::fs::read_dir(office.folder()).expect("a folder").flatten().collect();
    assert!(files.iter().any(|file| file.path().ends_with("hall.db")));
    for file in files {
        let bytes = std::fs::read(file.path()).expect("a file");
        for secret in secrets {
            assert!(!holds(&bytes, secret.as_bytes()), "{} tells {secret}", file.path().display());
            let utf16: Vec<u8> = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert!(!holds(&bytes, &utf16), "{} tells {secret}", file.path().display());
        }
        // The test would find what is there.
        assert!(!file.path().ends_with("hall.db-wal") || holds(&bytes, b"marriage-20261125-0900"));
    }
}

fn holds(bytes: &[u8], secret: &[u8]) -> bool {
    bytes.windows(secret.len()).any(|window| window == secret)
}
