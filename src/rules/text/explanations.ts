import type { Bilingual } from '../../errors.ts';
import type { TextFault } from './fault.ts';
import { CHARACTER_REFERENCE, TEXT_CHANGED } from './rules.ts';
import type { Difference } from './shown.ts';

/** A reference that turns into another character. */
export function reference(written: string, offset: number): TextFault {
  return {
    rule: CHARACTER_REFERENCE,
    offset,
    message: { zh: `“${written}”会变成另一个字符`, en: `${written} would turn into another character` },
    hint: {
      zh: `请直接写这个字符；要显示“${written}”这几个字请写成“\\${written}”`,
      en: `write the character itself; to show these letters write \\${written}`,
    },
  };
}

/** A title of a link, which no page shows. */
export function unseen(title: string, offset: number): TextFault {
  return {
    rule: TEXT_CHANGED,
    offset,
    message: {
      zh: `网址后面引号里的“${title}”是提示文字，网页正文里看不到`,
      en: `“${title}” in quotes after the address is a tooltip: the page does not show it`,
    },
    hint: {
      zh: '请删去引号和其中的字，要说的话写在正文里',
      en: 'delete the quotes with the words, or say it in the text',
    },
  };
}

/** What explains a text that is lost: the mark that took it, and how to keep it. The first that fits tells. */
interface Explanation {
  readonly pattern: RegExp;
  readonly atLineStart: boolean;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

const EXPLANATIONS: readonly Explanation[] = [
  {
    pattern: /^\\\n/,
    atLineStart: false,
    message: {
      zh: '行末的“\\”会变成换行，自己不显示',
      en: 'the \\ at the end of the line becomes a line break and does not show',
    },
    hint: {
      zh: '要显示它请写成“\\\\”；要另起一段请空一行',
      en: 'to show it write \\\\; for a new paragraph leave a blank line',
    },
  },
  {
    pattern: /^ {2,}\n/,
    atLineStart: false,
    message: { zh: '行末的两个空格会变成换行', en: 'the spaces at the end of the line become a line break' },
    hint: {
      zh: '请删去行末的空格；要另起一段请空一行',
      en: 'delete them; for a new paragraph leave a blank line',
    },
  },
  {
    pattern: /^\s*>/,
    atLineStart: true,
    message: {
      zh: '行首的“>”会变成引文的标记，不显示',
      en: 'the > at the beginning of the line becomes the mark of a quotation and does not show',
    },
    hint: {
      zh: '要显示它请写成“\\>”，大于号也可写“＞”；不要的请删去',
      en: 'to show it write \\>; delete it where it is not meant',
    },
  },
  {
    pattern: /^\s*#/,
    atLineStart: true,
    message: {
      zh: '行首的“#”会变成标题的标记，不显示',
      en: 'the # at the beginning of the line becomes the mark of a heading and does not show',
    },
    hint: {
      zh: '要显示它请写成“\\#”；标题用“## ”“### ”写',
      en: 'to show it write \\#; a heading is written ## or ###',
    },
  },
  {
    pattern: /^\s*\d+\./,
    atLineStart: true,
    message: {
      zh: '行首的数和点会变成列表的编号',
      en: 'the number at the beginning of the line becomes that of a list',
    },
    hint: {
      zh: '不是编号的，请在点前加“\\”，如“2025\\. ”',
      en: 'where it is not one, write \\ before its point, such as 2025\\.',
    },
  },
  {
    pattern: /^\s*-\s*$/,
    atLineStart: true,
    message: {
      zh: '单独的“-”会变成空的项目，不显示',
      en: 'a - by itself becomes an empty item and does not show',
    },
    hint: {
      zh: '要显示它请写成“\\-”；不要的请删去',
      en: 'to show it write \\-; delete it where it is not meant',
    },
  },
  {
    pattern: /^__$/,
    atLineStart: false,
    message: {
      zh: '“__”会被当作加粗的符号，不显示',
      en: 'the __ is taken for the mark of bold and does not show',
    },
    hint: {
      zh: '要显示它请写成“\\_\\_”；加粗写“**文字**”',
      en: 'to show it write \\_\\_; bold is written **words**',
    },
  },
];

/** Marks or words that do not show, with what took them. `offset` is where they begin in the body. */
export function lost(source: string, offset: number, body: string): TextFault {
  const opensLine = /(?:^|\n)[ \t]*$/.test(body.slice(Math.max(0, offset - 20), offset)) || /^\s*\n/.test(source);
  const known = EXPLANATIONS.find(({ pattern, atLineStart }) => pattern.test(source) && (opensLine || !atLineStart));
  if (known !== undefined) {
    const blank = /^\s*$/.test(source) ? 0 : source.length - source.trimStart().length;
    return { rule: TEXT_CHANGED, offset: offset + blank, message: known.message, hint: known.hint };
  }
  const trimmed = source.trim();
  const shown = trimmed.length > 24 ? `${trimmed.slice(0, 24)}…` : trimmed;
  return {
    rule: TEXT_CHANGED,
    offset,
    message: {
      zh: `“${shown}”会被排版程序吃掉或改动，网页上看不到原样`,
      en: `“${shown}” would be dropped or altered on the page`,
    },
    hint: {
      zh: '请在会被误认的符号前加“\\”，或换一种写法',
      en: 'put \\ before the character that is taken for mark-up, or write it another way',
    },
  };
}

/** Words that read otherwise for a reason that nothing tells. */
export const differs = ({ offset, written, shown }: Difference): TextFault => ({
  rule: TEXT_CHANGED,
  offset,
  message: {
    zh: `这里写的是“${written}”，网页上显示的是“${shown}”`,
    en: `this says “${written}”, and the page would show “${shown}”`,
  },
  hint: {
    zh: '请在会被误认的符号前加“\\”，或换一种写法',
    en: 'put \\ before the character that is taken for mark-up, or write it another way',
  },
});
