import { body, rule } from '../../rule.ts';

const settled = '机井已全部修复。';

export const EMPHASIS = rule('stars-eat-text', {
  severity: 'error',
  why: {
    zh: '“*”“_”“~~”会被当作排版符号吃掉：2*3*4 会显示成 234。',
    en: '*, _ and ~~ are taken for mark-up and vanish: 2*3*4 would show as 234.',
  },
  examples: { bad: body('管径为2*3*4米。'), good: body('管径为2\\*3\\*4米。', 'The pipes measure 2\\*3\\*4 metres.') },
});

export const MARKS_LEFT = rule('marks-left-over', {
  severity: 'error',
  why: {
    zh: '不成对或位置不对的“**”“~~”“#”“|”会原样显示在网页上。',
    en: 'Marks that are not paired or misplaced (**, ~~, #, |) stay visible on the page.',
  },
  examples: {
    bad: body('**注意：请勿靠近机井。'),
    good: body('**注意：**请勿靠近机井。', '**Note:** keep away from the wells.'),
  },
});

export const RENUMBERED = rule('list-renumbered', {
  severity: 'error',
  why: {
    zh: '网页会给编号重新排号：写成 1、1、1 或 1、3、5 的，会显示成 1、2、3。',
    en: 'A page numbers lists itself: 1, 1, 1 or 1, 3, 5 would show as 1, 2, 3.',
  },
  examples: {
    bad: body('1. 修复机井。\n1. 加盖井口。'),
    good: body('1. 修复机井。\n2. 加盖井口。', '1. Repair the wells.\n2. Cover them.'),
  },
});

export const LIST_MARK = rule('list-mark', {
  severity: 'error',
  why: {
    zh: '行首的“-”“+”“*”会被当作项目符号：负数会丢掉负号。',
    en: 'A -, + or * at the beginning of a line is taken for a bullet: a negative number would lose its sign.',
  },
  examples: { bad: body('- 5℃以下停止施工。'), good: body('\\- 5℃以下停止施工。', 'Work stops below \\- 5 °C.') },
});

export const LINE_OF_MARKS = rule('line-of-marks', {
  severity: 'error',
  why: {
    zh: '单独一行的“---”“===”会变成横线，或把上一段变成标题；只有“***”有用处：正文到此为止，后面是附件和版记。',
    en: 'A line of --- or === becomes a rule or turns the paragraph above into a heading. Only *** has a use: the letter ends there, and annexes and imprint follow.',
  },
  examples: { bad: body('机井已全部修复。\n---'), good: body(settled) },
});

export const CODE_IN_TEXT = rule('backticks-in-text', {
  severity: 'error',
  why: {
    zh: '反引号“`”之间的文字会变成代码字体，反引号本身消失。',
    en: 'Words between backticks turn into code, and the backticks vanish.',
  },
  examples: { bad: body('机井`已全部`修复。'), good: body(settled) },
});

export const SWALLOWED = rule('line-swallowed', {
  severity: 'error',
  why: {
    zh: '形如“[1]: 文字”或“[^1]: 文字”的行是链接定义或脚注，会从网页上消失或移到别处。',
    en: 'A line such as “[1]: words” or “[^1]: words” is a definition or note and vanishes from its place.',
  },
  examples: {
    bad: body(`${settled}\n\n[1]: 见附件`),
    good: body(`${settled}\n\n\\[1]: 见附件`, 'All wells have been repaired.\n\n\\[1]: see the annex'),
  },
});

export const TABLE_CELLS = rule('table-cells', {
  severity: 'error',
  why: {
    zh: '表格某一行的格数与表头不同时，多出的格子会被丢掉。',
    en: 'Where a row has more cells than the head of its table, browsers drop or misplace them.',
  },
  examples: {
    bad: body('| 乡镇 | 机井 |\n| --- | --- |\n| 东乡 | 修复 | 加盖 |'),
    good: body(
      '| 乡镇 | 机井 |\n| --- | --- |\n| 东乡 | 修复 |',
      '| Township | Wells |\n| --- | --- |\n| East | Repaired |',
    ),
  },
});

export const CHARACTER_REFERENCE = rule('character-reference', {
  severity: 'error',
  why: {
    zh: '“&amp;”“&#20013;”一类的代号会变成别的字符；正文里直接写字符本身。',
    en: 'References such as &amp; and &#20013; turn into other characters; a text holds the characters themselves.',
  },
  examples: { bad: body('机井&nbsp;已全部修复。'), good: body(settled) },
});

export const URL_SWALLOWS = rule('address-swallows-text', {
  severity: 'error',
  why: {
    zh: '紧跟在网址后面的汉字和全角标点会被当作网址的一部分，点开就是错的。',
    en: 'Chinese words and punctuation right after an address are taken for a part of it, and the link leads nowhere.',
  },
  examples: {
    bad: body('（见 https://example.org/wells）和附件。'),
    good: body(
      '（见 [https://example.org/wells](https://example.org/wells)）和附件。',
      'See [https://example.org/wells](https://example.org/wells) and the annex.',
    ),
  },
});

export const SPACE_CHARACTER = rule('space-character', {
  severity: 'error',
  why: {
    zh: '全角空格、不换行空格会变成普通空格，与原文不同；段首缩进由网页自动加。',
    en: 'Ideographic and no-break spaces would turn into plain ones; indents are the page’s own business.',
  },
  examples: { bad: body('机井　已全部修复。'), good: body(settled) },
});

export const TEXT_CHANGED = rule('text-changed', {
  severity: 'error',
  why: {
    zh: '网页上显示的字必须与稿件里的字逐字相同；凡是排版程序会吃掉或改动的字符都要指出来。',
    en: 'The words on the page are the words of the file, character for character; whatever Markdown would drop or alter is named.',
  },
  examples: {
    bad: body('## 修复 C ##\n\n机井已全部修复。'),
    good: body('## 修复\n\n机井已全部修复。', '## Repair\n\nAll wells have been repaired.'),
  },
});

export const LINES_JOINED = rule('lines-joined', {
  severity: 'error',
  why: {
    zh: '段与段之间要空一行；只换行的，网页上会连成一段。',
    en: 'Paragraphs are parted by a blank line: lines without one run together on the page.',
  },
  examples: {
    bad: body('（一）机井已修复。\n（二）水渠已清淤。', '(1) The wells are repaired.\n\n(2) The canals are cleared.'),
    good: body(
      '（一）机井已修复。\n\n（二）水渠已清淤。',
      '(1) The wells are repaired.\n\n(2) The canals are cleared.',
    ),
  },
});

export const LINE_BREAK_LOST = rule('line-break-lost', {
  severity: 'warning',
  waivable: true,
  why: {
    zh: '一段里的换行网页上不显示，前后两行会连起来。',
    en: 'The end of a line within a paragraph does not show: two lines of Chinese run together.',
  },
  examples: {
    bad: body('机井已全部\n修复。', 'All the wells are repaired.'),
    good: body('机井已全部修复。', 'All the wells are repaired.'),
  },
});

export const SPACES_FOLDED = rule('spaces-folded', {
  severity: 'warning',
  waivable: true,
  why: {
    zh: '几个空格连在一起，网页上只显示一个；行首的空格不显示。',
    en: 'Several spaces show as one, and spaces before a line do not show.',
  },
  examples: { bad: body('机井  已全部修复。'), good: body(settled) },
});
