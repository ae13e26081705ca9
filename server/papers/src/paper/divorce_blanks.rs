//! Blank forms that the two take home or that an officer writes on: the model of an agreement in three originals, and the
//! record of an interview. Nothing of what is written on them is ever stored here.

use super::{Imprint, Lang, NEUTRAL};
use crate::ground::canvas::{Align, Canvas, GREY};
use crate::ground::faces::Face;
use crate::ground::sheet::{self, FOOT, LEFT, MARGIN, RIGHT, WIDTH};
use crate::ground::text::{self, Style};
use crate::press::{PaperError, Press, Printed};

const NAME: Style = Style::new(Face::SerifBold, 22.0, 10.0).tracked(0.3);
const HEAD: Style = Style::new(Face::SansBold, 12.0, 7.6);
const BODY: Style = Style::new(Face::Sans, 11.5, 8.4).prose();
const COPY: Style = Style::new(Face::Sans, 10.5, 6.0);
/// Between ruled lines for the pen.
const LINE: f32 = 9.6;

/// A section of the agreement: heading, what it is about, and how many lines for the pen.
struct Section {
    heading: &'static str,
    words: &'static str,
    lines: usize,
}

/// 民法典 1076: will, children, property, debts, and what else they agree.
const SECTIONS: [Section; 5] = [
    Section {
        heading: "一、双方自愿离婚",
        words: "双方自愿解除婚姻关系，并就子女抚养、财产以及债务处理等事项协商一致，订立本协议。",
        lines: 0,
    },
    Section {
        heading: "二、子女抚养",
        words: "子女姓名、出生日期；由谁直接抚养；抚养费多少、怎样给付、到什么时候；探望的时间和方式。没有子女的写“无”。",
        lines: 7,
    },
    Section {
        heading: "三、财产处理",
        words: "房屋、车辆、存款、其他财产各归谁；需要过户、给付的，写明期限。没有的写“无”。",
        lines: 7,
    },
    Section {
        heading: "四、债务处理",
        words: "共同债务的债权人、数额，由谁清偿、期限；各自名下的债务由谁负担。没有的写“无”。",
        lines: 5,
    },
    Section { heading: "五、其他约定", words: "没有的写“无”。", lines: 3 },
];

const LAST: &str = "本协议一式三份，双方各执一份，婚姻登记机关存档一份，自完成离婚登记之日起生效。双方当着婚姻登记员的面签名。";

impl Press {
    /// The model agreement, three originals behind each other: for the first person, the second, the file.
    ///
    /// # Errors
    /// A missing main font.
    pub fn divorce_agreement_blank(&self, imprint: &Imprint) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        for (at, whose) in ["第一份（甲方存）", "第二份（乙方存）", "第三份（存档）"].into_iter().enumerate()
        {
            if at > 0 {
                canvas.new_page();
            }
            Original { whose, specimen: imprint.specimen }.draw(&mut canvas);
        }
        let each = canvas.page_count() / 3;
        let words = "样本供参考，双方可以另写；本处不保存协议内容";
        sheet::foot_of_each(&mut canvas, imprint, Lang::Zh, words, each);
        self.finish(canvas, NEUTRAL, Lang::Zh, imprint)
    }

    /// 询问笔录, one sheet for each of the two.
    ///
    /// # Errors
    /// A missing main font.
    pub fn divorce_interview_blank(&self, office: &str, imprint: &Imprint) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        if imprint.specimen {
            sheet::specimen(&mut canvas);
        }
        title(&mut canvas, "询问笔录");
        let mut y = MARGIN + 30.0;
        for (left, right) in
            [("询问时间", "询问地点"), ("询问人（登记员）", "记录人"), ("被询问人", "身份证件号")]
        {
            y = pair(&mut canvas, y, left, right);
        }
        let told = format!("我是{office}的婚姻登记员，现在依法单独向您询问，请如实回答。");
        y = canvas.paragraph(LEFT, y + 2.0, WIDTH, &told, BODY);
        for question in QUESTIONS {
            canvas.text(LEFT, y, &format!("问：{question}"), BODY);
            canvas.text(LEFT, y + 8.0, "答：", BODY);
            canvas.line((LEFT + 9.0, y + 9.4), (RIGHT, y + 9.4), 0.5, GREY);
            y += 16.6;
        }
        let read = "以上笔录我看过（向我宣读过），和我说的相符。";
        y = canvas.paragraph(LEFT, y + 1.0, WIDTH, read, BODY);
        pair(&mut canvas, y + 4.0, "被询问人（签名按指纹）", "登记员（签名）");
        sheet::foot(&mut canvas, imprint, Lang::Zh, "分开询问，一位问完再问另一位");
        self.finish(canvas, NEUTRAL, Lang::Zh, imprint)
    }
}

const QUESTIONS: [&str; 8] = [
    "请说一下您的姓名、出生日期。",
    "您和对方什么时候、在哪里登记结婚？",
    "您是自愿离婚吗？有没有人强迫、威胁您？",
    "离婚协议是双方协商一致的吗？内容您都清楚吗？",
    "子女由谁直接抚养、抚养费和探望怎样约定，您同意吗？",
    "财产和债务怎样处理，您同意吗？",
    "您知道完成登记后婚姻关系即告解除吗？",
    "您还有什么要说的？需要帮助吗？",
];

/// One of the three.
struct Original {
    whose: &'static str,
    specimen: bool,
}

impl Original {
    fn draw(&self, canvas: &mut Canvas) {
        self.corner(canvas);
        title(canvas, "离婚协议书");
        let mut y = MARGIN + 30.0;
        for who in ["甲方", "乙方"] {
            y = pair(canvas, y, who, "身份证件号");
        }
        y = pair(canvas, y, "结婚登记日期", "结婚证字号") + 3.0;
        for section in &SECTIONS {
            y = self.section(canvas, y, section);
        }
        y = self.room(canvas, y, 50.0);
        y = canvas.paragraph(LEFT, y, WIDTH, LAST, BODY);
        y = pair(canvas, y + 8.0, "甲方（签名）", "乙方（签名）");
        pair(canvas, y + 6.0, "日期", "日期");
    }

    fn section(&self, canvas: &mut Canvas, y: f32, section: &Section) -> f32 {
        let words = text::lay(canvas.fonts, section.words, BODY, WIDTH);
        let with_two_lines = HEAD.leading + words.height() + 2.0 * LINE;
        let mut y = self.room(canvas, y, if section.lines > 0 { with_two_lines } else { HEAD.leading * 2.0 });
        canvas.text(LEFT, y, section.heading, HEAD);
        canvas.block(LEFT, y + HEAD.leading, &words);
        y += HEAD.leading + words.height() - BODY.leading;
        for _ in 0..section.lines {
            y = self.room(canvas, y, LINE) + LINE;
            canvas.line((LEFT, y), (RIGHT, y), 0.5, GREY);
        }
        y + 11.0
    }

    /// Goes on to a new page where the foot is too near.
    fn room(&self, canvas: &mut Canvas, y: f32, height: f32) -> f32 {
        if y + height <= FOOT - 5.0 {
            return y;
        }
        canvas.new_page();
        self.corner(canvas);
        MARGIN + 10.0
    }

    fn corner(&self, canvas: &mut Canvas) {
        if self.specimen {
            sheet::specimen(canvas);
        }
        let copy = text::lay(canvas.fonts, self.whose, COPY, WIDTH);
        canvas.block_lines(LEFT, MARGIN, &copy, Align::Right, WIDTH);
    }
}

fn title(canvas: &mut Canvas, words: &str) {
    let name = text::lay(canvas.fonts, words, NAME, WIDTH);
    canvas.block_lines(LEFT, MARGIN + 16.0, &name, Align::Centre, WIDTH);
}

/// Two labels with a line for the pen behind each; gives the next baseline.
fn pair(canvas: &mut Canvas, y: f32, left: &str, right: &str) -> f32 {
    let middle = LEFT + WIDTH / 2.0;
    for (label, from, to) in [(left, LEFT, middle - 4.0), (right, middle, RIGHT)] {
        let width = canvas.text(from, y, &format!("{label}："), BODY);
        canvas.line((from + width, y + 1.4), (to, y + 1.4), 0.5, GREY);
    }
    y + LINE
}
