//! Why a move is refused, each with what has to come first.

use crate::coded::worded;

worded! {
    /// A refused move.
    pub enum RecordsFault {
        NotOpened = "records_not_opened":
            "这件还没开始，请先点“开始查档”",
            "This hasn't begun yet; please begin it first";
        CaseEnded = "records_ended":
            "这件已经办结，要再查请重新开始一件",
            "This has ended; please begin another one";
        AlreadyOpen = "records_already_open":
            "这件已经开始了，请刷新后接着办",
            "This has begun already; please reload and go on";
        AuthorityFirst = "authority_first":
            "证件和依据还没看齐，请逐样核对打勾；缺的告诉来人带来再查",
            "Not every paper was shown; please tick each, or tell them what to bring";
        IdentifyFirst = "identify_first":
            "请先核对来人的证件和依据",
            "Please check the papers of whoever asks first";
        CopiesWithoutFile = "copies_without_file":
            "没有查到，就没有复印件可给；请把份数改成 0，或填档号",
            "Without a file there is no copy; please set copies to 0 or give the file number";
        StatementDespiteFile = "statement_despite_file":
            "查到了登记记录，不能开无记录证明；请把份数改成 0",
            "There is a record, so there is no statement of none; please set it to 0";
        TooManyPapers = "too_many_papers":
            "一次最多 20 份，请核对份数",
            "At most 20 papers at a time; please check the number";
    }
}
