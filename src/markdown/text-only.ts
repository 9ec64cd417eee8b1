import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Finding } from '../errors.ts';
import { type BodyOrigin, placeInBody } from './parse.ts';

/** Kinds of syntax nodes that are code or raw mark-up, which an official text never holds. */
const CODE: ReadonlySet<string> = new Set([
  'html',
  'mdxjsEsm',
  'mdxFlowExpression',
  'mdxTextExpression',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
]);

/** A finding for each piece of code or raw mark-up in an official text. */
export function codeFindings(tree: Root, origin: BodyOrigin): Finding[] {
  const findings: Finding[] = [];
  visit(tree, (node) => {
    if (!CODE.has(node.type)) return;
    findings.push({
      rule: 'no-code',
      severity: 'error',
      place: placeInBody(node.position?.start, origin),
      message: {
        zh: '正式文本只能是文字，不能有代码、标签或花括号表达式',
        en: 'official text holds text only: no code, tags or {expressions}',
      },
      hint: { zh: '请删去；要显示“<”或“{”时写成“\\<”“\\{”', en: 'remove it; to show < or { write \\< or \\{' },
    });
  });
  return findings;
}
