import type { Bilingual } from '../errors.ts';
import { type RuleText, rules } from '../rule.ts';

/** A letter that is refused: `bad` is what it holds, `why` why that cannot be imported. */
const refusing = (bad: Bilingual, why: Bilingual): RuleText => ({ severity: 'error', why, examples: { bad } });

const LOST: Bilingual = {
  zh: '网页只有文字、标题、列表和表格：这些内容存不下，导入会悄悄丢掉。',
  en: 'A page holds text, headings, lists and tables; this would be lost without a word.',
};
const UNSEEN: Bilingual = {
  zh: '看不见或没有定稿的内容不能当作签发的文字公开。',
  en: 'What is unseen or not settled is not what was signed.',
};
const UNREAD: Bilingual = {
  zh: '读不出来的文件不能猜着导入。',
  en: 'What cannot be read is not guessed at.',
};

/** Why a letter or a translation is not taken in: by `dafu import`, `dafu inbox` and `dafu translate`. */
export const IMPORT_RULES = rules({
  'import-incomplete': refusing(
    { zh: '导入后的文字与原稿不完全相同', en: 'The text written is not the text read' },
    {
      zh: '导入前后的文字要一字不差；差一个字就停下。',
      en: 'The text after the import is the text before it, or nothing is written.',
    },
  ),
  'import-format': refusing({ zh: '扩展名是 .ofd 的文件', en: 'A file called letter.ofd' }, UNREAD),
  'import-empty': refusing({ zh: '没有正文的文稿', en: 'A source without a text' }, UNREAD),
  'import-secret': refusing(
    { zh: '标有“机密★10年”的文稿', en: 'A document marked 机密★10年' },
    { zh: '涉密文件不得上网。', en: 'What is secret is not published.' },
  ),
  'import-two-letters': refusing(
    { zh: '一个文件里有两件答复', en: 'Two letters in one file' },
    {
      zh: '一件答复一个网址；两件混在一起，引用就分不清。',
      en: 'A reply has one address; of two in one file nobody knows which is quoted.',
    },
  ),
  'import-character': refusing(
    { zh: '含有私用区字符的一段', en: 'A paragraph with a private-use character' },
    { zh: '私用区字符在别人的电脑上显示为空框。', en: 'Private-use characters are empty boxes elsewhere.' },
  ),
  'import-html': refusing({ zh: '文本里有 <div>', en: 'A text with <div> in it' }, LOST),
  'import-archive': refusing({ zh: '.zip 压缩包里另有压缩包或损坏', en: 'A .zip that cannot be unpacked' }, UNREAD),
  'import-limits': refusing(
    { zh: '读一个文件超过时限或内存上限', en: 'A file that takes too long or too much memory to read' },
    { zh: '来路不明的文件可以做得读不完。', en: 'A file can be made so that reading it never ends.' },
  ),
  'import-office': refusing(
    { zh: '没有安装 LibreOffice 时的 .doc 文件', en: 'A .doc where LibreOffice is not installed' },
    UNREAD,
  ),
  'docx-broken': refusing({ zh: '不完好的 .docx', en: 'A .docx that is not intact' }, UNREAD),
  'docx-too-large': refusing(
    { zh: '解压后过大的 .docx', en: 'A .docx that unpacks to more than the cap' },
    { zh: '很小的压缩包可以撑满磁盘。', en: 'A small archive can unpack to a full disk.' },
  ),
  'docx-two-documents': refusing({ zh: '一个 .docx 里有两份文稿', en: 'A .docx that holds two documents' }, UNSEEN),
  'docx-table': refusing({ zh: '单元格合并或嵌套的表格', en: 'A table with merged cells, or in another' }, LOST),
  'docx-tracked-changes': refusing({ zh: '带修订痕迹的文稿', en: 'A document with tracked changes' }, UNSEEN),
  'docx-comments': refusing({ zh: '带批注的文稿', en: 'A document with comments' }, UNSEEN),
  'docx-notes': refusing({ zh: '带脚注或尾注的文稿', en: 'A document with footnotes or endnotes' }, LOST),
  'docx-equation': refusing({ zh: '带公式的文稿', en: 'A document with an equation' }, LOST),
  'docx-symbol': refusing({ zh: '认不出的符号字体符号', en: 'A symbol of an unknown symbol font' }, LOST),
  'docx-embedded': refusing(
    { zh: '嵌入了别的文件或拼音的文稿', en: 'A document that embeds another file, or phonetic guides' },
    LOST,
  ),
  'docx-raised-text': refusing(
    { zh: '划掉的文字，或没有对应字符的上标', en: 'Text struck out, or raised text that no characters show' },
    LOST,
  ),
  'docx-hidden-text': refusing({ zh: '隐藏的文字', en: 'Hidden text' }, UNSEEN),
  'docx-numbering': refusing(
    { zh: '写不成文字的自动编号', en: 'An automatic number that cannot be written as text' },
    LOST,
  ),
  'pdf-scan': refusing({ zh: '只有扫描图片的 PDF', en: 'A PDF of pictures only' }, UNREAD),
  'pdf-unreadable': refusing(
    { zh: '字体没有说明字符的 PDF', en: 'A PDF whose fonts do not name their characters' },
    UNREAD,
  ),
  'pdf-reader': refusing({ zh: '没有装读取软件的 PDF', en: 'A PDF, where what reads it is not installed' }, UNREAD),
  'pdf-too-long': refusing({ zh: '页数过多的 PDF', en: 'A PDF of too many pages' }, UNREAD),
  'pdf-password': refusing({ zh: '设了打开密码的 PDF', en: 'A PDF that asks for a password' }, UNREAD),
  'pdf-broken': refusing({ zh: '损坏的 PDF', en: 'A broken PDF' }, UNREAD),
  'xliff-syntax': refusing(
    { zh: '存坏了的 XLIFF 文件', en: 'An XLIFF file that was saved badly' },
    { zh: '读不全的文件，读回来就会缺译文。', en: 'Of a file that cannot be read whole, translations would be lost.' },
  ),
  'xliff-other-text': refusing(
    { zh: '原文后来改过的 XLIFF 文件', en: 'An XLIFF file of a letter that was changed since' },
    {
      zh: '照别的文字译的，放进来就是错译。',
      en: 'What was translated from other words is no translation of these.',
    },
  ),
  'xliff-segment-lost': refusing(
    { zh: '少了一段的 XLIFF 文件', en: 'An XLIFF file that lost a segment' },
    { zh: '翻译软件丢了段落，不能当作译完。', en: 'A segment that a program lost is not taken for translated.' },
  ),
  'translation-unpaired': refusing(
    { zh: '译文段数与中文不同', en: 'An English text of another number of blocks' },
    {
      zh: '对不上的两份稿逐段更新会张冠李戴。',
      en: 'Texts that do not pair cannot be brought up to date block by block.',
    },
  ),
});
