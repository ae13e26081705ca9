//! A state as three letters of ISO 3166-1, with the few codes that travel documents add to it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// ISO 3166-1 alpha-3 without a gap, then the codes of ICAO 9303 for people without one state.
const CODES: &str = "ABWAFGAGOAIAALAALBANDAREARGARMASMATAATFATGAUSAUTAZEBDIBELBENBESBFABGDBGRBHRBHSBIHBLMBLRBLZBMU\
BOLBRABRBBRNBTNBVTBWACAFCANCCKCHECHLCHNCIVCMRCODCOGCOKCOLCOMCPVCRICUBCUWCXRCYMCYPCZEDEUDJIDMADNKDOMDZAECUEGYERIESHESP\
ESTETHFINFJIFLKFRAFROFSMGABGBRGEOGGYGHAGIBGINGLPGMBGNBGNQGRCGRDGRLGTMGUFGUMGUYHKGHMDHNDHRVHTIHUNIDNIMNINDIOTIRLIRNIRQ\
ISLISRITAJAMJEYJORJPNKAZKENKGZKHMKIRKNAKORKWTLAOLBNLBRLBYLCALIELKALSOLTULUXLVAMACMAFMARMCOMDAMDGMDVMEXMHLMKDMLIMLTMMR\
MNEMNGMNPMOZMRTMSRMTQMUSMWIMYSMYTNAMNCLNERNFKNGANICNIUNLDNORNPLNRUNZLOMNPAKPANPCNPERPHLPLWPNGPOLPRIPRKPRTPRYPSEPYFQAT\
REUROURUSRWASAUSDNSENSGPSGSSHNSJMSLBSLESLVSMRSOMSPMSRBSSDSTPSURSVKSVNSWESWZSXMSYCSYRTCATCDTGOTHATJKTKLTKMTLSTONTTOTUN\
TURTUVTWNTZAUGAUKRUMIURYUSAUZBVATVCTVENVGBVIRVNMVUTWLFWSMYEMZAFZMBZWE\
XXAXXBXXCXXXRKSUNOUNAEUEGBDGBNGBOGBPGBS";

/// A state, three capital letters. `HKG`, `MAC` and `TWN` are regions here, never a nationality of their own:
/// residents of Hong Kong, Macau and Taiwan are `CHN` in the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Nationality([u8; 3]);

impl Nationality {
    /// China.
    pub const CHN: Self = Self(*b"CHN");

    /// Three letters in either case that ISO 3166-1 or ICAO 9303 knows; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let upper = text.trim().to_ascii_uppercase();
        let code: [u8; 3] = upper.as_bytes().try_into().ok()?;
        CODES.as_bytes().as_chunks::<3>().0.contains(&code).then_some(Self(code))
    }

    /// Every code, for a list to choose from.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.as_bytes().as_chunks::<3>().0.iter().copied().map(Self)
    }

    /// The three letters.
    pub fn as_str(&self) -> &str {
        // Only ASCII from CODES is ever stored.
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }
}

impl fmt::Display for Nationality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl TryFrom<String> for Nationality {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not an ISO 3166-1 alpha-3 code")
    }
}

impl From<Nationality> for String {
    fn from(nationality: Nationality) -> Self {
        nationality.as_str().to_owned()
    }
}
