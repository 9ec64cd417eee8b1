import type { Nodes, Parents } from 'mdast';
import type { Bilingual } from '../../errors.ts';
import { end, sourceOf, start, type TextContext, type TextFault } from './fault.ts';
import { CODE_IN_TEXT, EMPHASIS, MARKS_LEFT, URL_SWALLOWS } from './rules.ts';

export function emphasisFaults(
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

export function backticks(offset: number): TextFault {
  return {
    rule: CODE_IN_TEXT,
    offset,
    message: { zh: '反引号“`”会使这里变成代码，反引号不显示', en: 'backticks turn this into code and do not show' },
    hint: { zh: '请删去反引号；要显示时写成“\\`”', en: 'delete them; to show one write \\`' },
  };
}

export function addressFaults(link: Extract<Nodes, { type: 'link' }>, context: TextContext): TextFault[] {
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

export function leftOver(
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
