import type { Nodes, Parents } from 'mdast';
import { LOCALES, type Locale, languageOf } from '../../model/locale.ts';
import { plainText } from '../../text/blocks.ts';
import { sourceOf, start, type TextContext, type TextFault } from './fault.ts';
import { LINE_OF_MARKS, LIST_MARK, RENUMBERED, SWALLOWED, TABLE_CELLS } from './rules.ts';

/** Whether a line begins the imprint, in the letter's language or one that letters quote; of a language nobody has told, any may. */
function beginsImprint(line: string, locale: Locale): boolean {
  if (languageOf(locale).letter.imprint === undefined) return true;
  return LOCALES.some((own) => languageOf(own).letter.imprint?.test(line) === true);
}

/** A line of marks is one that ends the letter only where it is `***` and an annex or the imprint follows. */
export function dividerFaults(node: Nodes, parent: Parents | undefined, context: TextContext): TextFault[] {
  if (parent?.type !== 'root' || sourceOf(node, context) !== '***') return [lineOfMarks(start(node), false)];
  const siblings: readonly Nodes[] = parent.children;
  const at = siblings.indexOf(node);
  const next = siblings[at + 1];
  const follows =
    next?.type === 'heading' || (next?.type === 'paragraph' && beginsImprint(plainText(next), context.locale));
  return at > 0 && follows ? [] : [nothingAfter(start(node))];
}

function nothingAfter(offset: number): TextFault {
  return {
    rule: LINE_OF_MARKS,
    offset,
    message: {
      zh: '“***”表示正文到此为止，后面却不是附件，也不是抄送、印发',
      en: 'a line *** ends the letter, but neither an annex nor the imprint follows',
    },
    hint: {
      zh: '附件以“## ”开头的标题起头，如“## 附件1”；正文还没有完的，删去这一行',
      en: 'begin an annex with a heading such as ## 附件1; delete the line where the letter goes on',
    },
  };
}

/** A number with its sign, also in the brackets of accounts: `- （3）万元`. A number in brackets alone counts an item. */
const NEGATIVE =
  /^[-+*]\s+(?:[¥￥$]?[\d０-９.]|[（(][¥￥$]?[\d０-９.,，]+[）)]\s?(?:[%％‰]|[十百千万亿]|元|亩|公顷|平方|立方|米|公里|吨|公斤|户|人|眼|个|项|处|$))/u;

export function listFaults(list: Extract<Nodes, { type: 'list' }>, context: TextContext): TextFault[] {
  return list.children.flatMap((item, index): TextFault[] => {
    const source = sourceOf(item, context);
    const printed = /^(\d+)([.)])/.exec(source);
    if (printed) {
      if (context.kind === 'official' && Number(printed[1]) > MOST_ITEMS)
        return [noListNumber(start(item), printed[0])];
      const expected = `${(list.start ?? 1) + index}.`;
      if (printed[0] === expected) return [];
      return [
        {
          rule: RENUMBERED,
          offset: start(item),
          message: {
            zh: `这里写的是“${printed[0]}”，网页上会显示成“${expected}”`,
            en: `“${printed[0]}” would show as “${expected}”`,
          },
          hint: {
            zh: `请改正编号；编号确实如此时写成“${printed[1]}\\${printed[2]}”`,
            en: `correct the number; where it is meant, write ${printed[1]}\\${printed[2]}`,
          },
        },
      ];
    }
    const mark = source[0] ?? '';
    const negative = NEGATIVE.test(source);
    if ((mark === '-' && !negative && item.checked == null) || (context.kind === 'compiled' && !negative)) return [];
    return [
      {
        rule: LIST_MARK,
        offset: start(item),
        message: {
          zh: `行首的“${mark}”会变成项目符号${negative ? '，数的正负号就丢了' : ''}`,
          en: `the “${mark}” at the beginning of the line would become a bullet${negative ? ', and the number lose its sign' : ''}`,
        },
        hint: {
          zh: `要显示它，请写成“\\${mark}”；确是列表时，每项用“- ”开头`,
          en: `to keep it, write \\${mark}; where a list is meant, begin each item with “- ”`,
        },
      },
    ];
  });
}

/** Letters number their items up to this; a greater number is a year or a quantity. */
const MOST_ITEMS = 99;

const noListNumber = (offset: number, printed: string): TextFault => ({
  rule: LIST_MARK,
  offset,
  message: {
    zh: `行首的“${printed}”会变成列表的编号`,
    en: `the “${printed}” at the beginning of the line would become the number of a list`,
  },
  hint: {
    zh: `不是编号的，请写成“${printed.slice(0, -1)}\\${printed.slice(-1)}”，或去掉后面的空格`,
    en: `where it is not one, write ${printed.slice(0, -1)}\\${printed.slice(-1)}, or leave out the space after it`,
  },
});

export function lineOfMarks(offset: number, heading: boolean): TextFault {
  return {
    rule: LINE_OF_MARKS,
    offset,
    message: heading
      ? {
          zh: '上一段会因这一行“---”或“===”变成标题',
          en: 'this line of marks turns the paragraph above into a heading',
        }
      : {
          zh: '这一行符号会变成一条横线，原来的字符不显示',
          en: 'this line of marks becomes a rule; its characters do not show',
        },
    hint: {
      zh: '请删去这一行；标题用行首的“## ”“### ”写，落款之后的附件、抄送、印发之前写单独一行“***”',
      en: 'delete the line; write headings with ## or ### at the beginning of the line, and a line *** before what is printed after the date',
    },
  };
}

export function swallowed(offset: number, source: string): TextFault {
  const label = /^\[[^\]]*\]:?/.exec(source)?.[0] ?? '';
  return {
    rule: SWALLOWED,
    offset,
    message: {
      zh: `“${label}”会被当作链接定义或脚注，这些字不会显示在原处`,
      en: `“${label}” is read as a definition or note; its words are not shown where they are written`,
    },
    hint: { zh: `要显示这些字，请写成“\\${label}”`, en: `to show the words, write \\${label}` },
  };
}

export function tableFaults(table: Extract<Nodes, { type: 'table' }>): TextFault[] {
  const width = table.children[0]?.children.length ?? 0;
  return table.children.flatMap((row): TextFault[] => {
    const own = row.children.length;
    if (own === width) return [];
    return [
      {
        rule: TABLE_CELLS,
        offset: start(row),
        message: {
          zh: `这一行有 ${own} 格，表头有 ${width} 格`,
          en: `this row has ${own} cells, the head has ${width}`,
        },
        hint: {
          zh: '请补上或删去“|”，空格子也要留；格内的“|”写成“\\|”',
          en: 'add or remove a |, keep empty cells, and write \\| for a | in a cell',
        },
      },
    ];
  });
}
