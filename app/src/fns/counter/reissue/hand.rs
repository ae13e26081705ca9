//! How the moves of a reissue are made and refused.

use crate::fns::{
    counter::moves::Move,
    staff::{Seat, words},
};
use registry::reissue::{Grip, ReissueStep};

impl Move for ReissueStep {
    async fn make(self, seat: &Seat, grip: Grip) -> registry::Result<()> {
        seat.registry.advance_reissue(&seat.officer, grip, self).await.map(|_| ())
    }

    fn may_stand(&self) -> bool {
        matches!(
            self,
            Self::PaperSigned { .. }
                | Self::DeclarationSigned { .. }
                | Self::ProofGiven { .. }
                | Self::OldCertificateVoided
        )
    }

    fn said(code: &str) -> Option<String> {
        words::reissue(code)
    }
}
