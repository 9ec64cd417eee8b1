import type { Nodes, Parents } from 'mdast';
import type { Bilingual } from '../../errors.ts';
import { LOCALES, type Locale, languageOf } from '../../model/locale.ts';
import type { Rule } from '../../rule.ts';
import { plainText } from '../../text/blocks.ts';
import type { BodyKind } from '../../text/guard/code.ts';
import {
  CODE_IN_TEXT,
  EMPHASIS,
  LINE_OF_MARKS,
  LIST_MARK,
  MARKS_LEFT,
  RENUMBERED,
  SWALLOWED,
  TABLE_CELLS,
  URL_SWALLOWS,
} from './rules.ts';

/** A fault at an offset of the body. */
export interface TextFault {
  readonly rule: Rule;
  readonly offset: number;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

/** What a check of a node is told: the body, the kind of document and its language, and what its references name. */
export interface TextContext {
  readonly body: string;
  readonly kind: BodyKind;
  readonly locale: Locale;
  /** Identifiers of definitions and footnotes that something refers to. */
  readonly referenced: ReadonlySet<string>;
}

const start = (node: Nodes) => node.position?.start.offset ?? 0;
const end = (node: Nodes) => node.position?.end.offset ?? 0;
const sourceOf = (node: Nodes, { body }: TextContext) => body.slice(start(node), end(node));

/** Faults of a node by itself: marks that eat or alter the words around them. */
export function markFaults(node: Nodes, parent: Parents | undefined, context: TextContext): TextFault[] {
  const { kind, referenced } = context;
  switch (node.type) {
    case 'emphasis':
    case 'strong':
    case 'delete':
      return emphasisFaults(node, context);
    case 'list':
      return listFaults(node, context);
    case 'heading':
      return /^\s{0,3}#/.test(sourceOf(node, context)) ? [] : [lineOfMarks(end(node), true)];
    case 'thematicBreak':
      return kind === 'official' ? dividerFaults(node, parent, context) : [];
    case 'inlineCode':
    case 'code':
      return kind === 'official' ? [backticks(start(node))] : [];
    case 'definition':
    case 'footnoteDefinition':
      return kind === 'compiled' && referenced.has(node.identifier)
        ? []
        : [swallowed(start(node), sourceOf(node, context))];
    case 'footnoteReference':
      return kind === 'official' ? [swallowed(start(node), sourceOf(node, context))] : [];
    case 'table':
      return tableFaults(node);
    case 'link':
      return addressFaults(node, context);
    case 'text':
      return leftOver(node, parent, context);
    default:
      return [];
  }
}

/** Whether a line begins the imprint, in the letter's language or one that letters quote; of a language nobody has told, any may. */
function beginsImprint(line: string, locale: Locale): boolean {
  if (languageOf(locale).letter.imprint === undefined) return true;
  return LOCALES.some((own) => languageOf(own).letter.imprint?.test(line) === true);
}

/** A line of marks is one that ends the letter only where it is `***` and an annex or the imprint stands after it. */
function dividerFaults(node: Nodes, parent: Parents | undefined, context: TextContext): TextFault[] {
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

function emphasisFaults(
  node: Extract<Nodes, { type: 'emphasis' | 'strong' | 'delete' }>,
  context: TextContext,
): TextFault[] {
  const source = sourceOf(node, context);
  const mark = /^(?:\*\*|__|~~|\*|_)/.exec(source)?.[0] ?? '';
  const inner = source.slice(mark.length, -mark.length);
  const before = context.body[start(node) - 1] ?? '';
  const after = context.body[end(node)] ?? '';
  const joined = (outer: string, inside: string) => /[0-9A-Za-z]/.test(outer) && /[0-9A-Za-z]/.test(inside);
  const between = joined(before, inner.at(0) ?? '') || joined(after, inner.at(-1) ?? '');
  if (!between && (context.kind === 'compiled' || node.type === 'strong')) return [];
  const escaped = source.replaceAll(/[*_~]/g, '\\$&');
  const shown = source.length > 20 ? `${source.slice(0, 20)}…` : source;
  return [
    {
      rule: EMPHASIS,
      offset: start(node),
      message: {
        zh: `“${shown}”中的“${mark}”会被当作排版符号吃掉`,
        en: `the ${mark} in “${shown}” would be taken for mark-up and vanish`,
      },
      hint: {
        zh: `要显示这些符号，请写成“${escaped.length > 40 ? `\\${mark}` : escaped}”；乘号最好写“×”`,
        en: `to keep the marks, write ${escaped.length > 40 ? `\\${mark}` : escaped}`,
      },
    },
  ];
}

/** A number with its sign, also in the brackets of accounts: `- （3）万元`. A number in brackets alone counts an item. */
const NEGATIVE =
  /^[-+*]\s+(?:[¥￥$]?[\d０-９.]|[（(][¥￥$]?[\d０-９.,，]+[）)]\s?(?:[%％‰]|[十百千万亿]|元|亩|公顷|平方|立方|米|公里|吨|公斤|户|人|眼|个|项|处|$))/u;

function listFaults(list: Extract<Nodes, { type: 'list' }>, context: TextContext): TextFault[] {
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
    en: `where it is none, write ${printed.slice(0, -1)}\\${printed.slice(-1)}, or leave out the space after it`,
  },
});

function lineOfMarks(offset: number, heading: boolean): TextFault {
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

function backticks(offset: number): TextFault {
  return {
    rule: CODE_IN_TEXT,
    offset,
    message: { zh: '反引号“`”会使这里变成代码，反引号不显示', en: 'backticks turn this into code and do not show' },
    hint: { zh: '请删去反引号；要显示时写成“\\`”', en: 'delete them; to show one write \\`' },
  };
}

function swallowed(offset: number, source: string): TextFault {
  const label = /^\[[^\]]*\]:?/.exec(source)?.[0] ?? '';
  return {
    rule: SWALLOWED,
    offset,
    message: {
      zh: `“${label}”会被当作链接定义或脚注，这些字不会显示在原处`,
      en: `“${label}” is read as a definition or note; its words do not show where they stand`,
    },
    hint: { zh: `要显示这些字，请写成“\\${label}”`, en: `to show the words, write \\${label}` },
  };
}

function tableFaults(table: Extract<Nodes, { type: 'table' }>): TextFault[] {
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

function addressFaults(link: Extract<Nodes, { type: 'link' }>, context: TextContext): TextFault[] {
  const source = link.position === undefined ? link.url : sourceOf(link, context);
  if (source.startsWith('[')) return [];
  const swallows = /[^\u0021-\u007e]/.exec(source);
  if (swallows === null) return [];
  const address = source.slice(0, swallows.index);
  return [
    {
      rule: URL_SWALLOWS,
      offset: start(link) + swallows.index,
      message: {
        zh: `“${source.slice(swallows.index)}”会被当作网址的一部分`,
        en: `“${source.slice(swallows.index)}” would be taken for a part of the address`,
      },
      hint: {
        zh: `请写成“[${address}](${address})”，后面再接文字`,
        en: `write [${address}](${address}) and the words after it`,
      },
    },
  ];
}

/** Marks in plain text that were meant as mark-up but not read as such: they stay visible. */
const LEFT_OVER = /\*\*|__|~~|`|^#{1,6}(?=[^\s#])|^\|.*\|\s*$/m;

function leftOver(
  node: Extract<Nodes, { type: 'text' }>,
  parent: Parents | undefined,
  context: TextContext,
): TextFault[] {
  if (node.position === undefined || parent?.type === 'link') return [];
  // An escaped mark is meant: blank it, keeping offsets.
  const source = sourceOf(node, context).replace(/\\[!-/:-@[-`{-~]/g, '  ');
  const match = LEFT_OVER.exec(source);
  if (match === null) return [];
  const atLineStart = match[0].startsWith('#') || match[0].startsWith('|');
  const opensLine = /(?:^|\n)[ \t>]*$/.test(context.body.slice(0, start(node) + match.index));
  if (atLineStart && !opensLine) return [];
  const mark = match[0].startsWith('|') ? '|' : match[0];
  return [
    {
      rule: MARKS_LEFT,
      offset: start(node) + match.index,
      message: {
        zh: `“${mark}”没有起作用，会原样显示在网页上`,
        en: `the ${mark} has no effect and stays visible on the page`,
      },
      hint: HINTS[mark[0] ?? ''] ?? {
        zh: `加粗要前后成对：“**文字**”，符号与文字之间不留空格；要显示符号本身请写成“\\${mark[0]}”`,
        en: `bold needs a pair without spaces inside, **words**; to show the mark itself write \\${mark[0]}`,
      },
    },
  ];
}

const HINTS: Readonly<Record<string, Bilingual>> = {
  '`': { zh: '请删去反引号；要显示时写成“\\`”', en: 'delete the backtick; to show one write \\`' },
  '#': {
    zh: '标题的“#”后面要有一个空格；要显示“#”请写成“\\#”',
    en: 'a heading needs a space after #; to show # write \\#',
  },
  '|': {
    zh: '表格的第二行要写成“| --- | --- |”，各行格数相同，前面空一行；要显示“|”请写成“\\|”',
    en: 'a table needs “| --- | --- |” as its second line and a blank line before it; to show | write \\|',
  },
};
