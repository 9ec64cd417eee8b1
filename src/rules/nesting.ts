import type { Nodes, Root } from 'mdast';
import type { Finding } from '../errors.ts';
import { type BodyOrigin, placeInBody } from '../markdown/parse.ts';
import { body } from './example.ts';
import { found, type Rule } from './rule.ts';

/** Levels of lists and quotations within each other that a text may have. */
export const DEEPEST = 50;

export const NESTING: Rule = {
  id: 'nesting-too-deep',
  severity: 'error',
  why: {
    zh: '层层嵌套的引用或列表多半是误输入，也会拖垮排版程序。',
    en: 'Quotations or lists nested this deep are a slip, and bring a renderer down.',
  },
  bad: body(`${'>'.repeat(DEEPEST + 1)} 机井已全部修复。`),
  good: body('机井已全部修复。'),
};

/** The marks that open a level at a line's start, counted before any parser sees them: deep nesting costs parsers quadratic time. */
export function deepLine(text: string): number | undefined {
  const lines = text.split('\n');
  const at = lines.findIndex(
    (line) =>
      (/^(?:\s*(?:>|[-*+]\s|\d{1,9}[.)]\s))+/.exec(line)?.[0].match(/>|[-*+]\s|[.)]\s/g)?.length ?? 0) > DEEPEST ||
      /^[ \t]{200,}\S/.test(line) ||
      /[[(*_<{]{101,}/.test(line),
  );
  return at === -1 ? undefined : at + 1;
}

/** Finds the first node that stands deeper than a text may nest. */
export function nestingFindings(tree: Root, origin: BodyOrigin): Finding[] {
  const deep = deepest(tree, 0);
  return deep === undefined ? [] : [tooDeep(placeInBody(deep.position?.start, origin))];
}

/** The finding at a place. */
export function tooDeep(place: Finding['place']): Finding {
  return found(
    NESTING,
    place,
    { zh: `这里嵌套超过 ${DEEPEST} 层`, en: `nested more than ${DEEPEST} levels deep` },
    { zh: '请删去多余的“>”、列表符号或括号', en: 'remove the surplus >, list marks or brackets' },
  );
}

function deepest(node: Nodes, depth: number): Nodes | undefined {
  if (depth > DEEPEST) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = deepest(child, depth + 1);
    if (found) return found;
  }
  return undefined;
}
