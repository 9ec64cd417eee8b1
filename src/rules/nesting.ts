import type { Nodes, Root } from 'mdast';
import type { Finding } from '../errors.ts';
import { MODEL_RULES } from '../model/rules.ts';
import { LONGEST_LINE, longLine } from '../model/text.ts';
import { body, found, rule } from '../rule.ts';
import { type BodyOrigin, placeInBody } from '../text/parse.ts';
import { raisedWhileReading } from './checks.ts';

/** Levels of lists and quotations within each other that a text may have. */
const DEEPEST = 50;

export const NESTING = rule('nesting-too-deep', {
  severity: 'error',
  why: {
    zh: '层层嵌套的引用或列表多半是误输入，也会拖垮排版程序。',
    en: 'Quotations or lists nested this deep are a slip, and bring a renderer down.',
  },
  examples: { bad: body(`${'>'.repeat(DEEPEST + 1)} 机井已全部修复。`), good: body('机井已全部修复。') },
});

export const PARSING = raisedWhileReading(
  [NESTING],
  'what is nested this deep is told before a parser sees it, or is no text that rules could read',
);

/** Brackets that may stand open at once in a paragraph: a parser tries each of them as the beginning of a link. */
const MOST_OPEN = 100;

/** The line where more brackets are open in a paragraph, or tags in the text, than may be; from 0, -1 where there is none. */
function openLine(lines: readonly string[]): number {
  let brackets = 0;
  let tags = 0;
  const after = (open: number, opens: boolean) => (opens ? open + 1 : Math.max(0, open - 1));
  return lines.findIndex((line) => {
    if (line.trim() === '') brackets = 0;
    for (const [mark] of line.matchAll(/(?<!\\)<\/?|\/>|[[({\])}]/g)) {
      if (/[</]/.test(mark)) tags = after(tags, mark === '<');
      else brackets = after(brackets, '[({'.includes(mark));
    }
    return brackets > MOST_OPEN || tags > MOST_OPEN;
  });
}

/**
 * Marks of emphasis, code, links and headings that may be in a row of lines without an empty one: a parser looks back from each to all
 * before it.
 */
const MOST_MARKS = 500;
const MARK = /\\?(?:\*+|_+|~+|`+|\]|\[|\{\/\*)/g;
/** Lines of = or - that make a heading of the line before; a parser looks back from each through the whole text. */
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;

/** The line, from 0, where a row of lines has more marks than may be, or the text more underlines; -1 where there is none. */
function crowdedLine(lines: readonly string[]): number {
  let marks = 0;
  let underlines = 0;
  return lines.findIndex((line, index) => {
    if (UNDERLINE.test(line) && lines[index - 1]?.trim() !== '') underlines += 1;
    if (underlines > MOST_MARKS) return true;
    if (line.trim() === '') marks = 0;
    else marks += [...line.matchAll(MARK)].filter(([mark]) => !mark.startsWith('\\')).length;
    return marks > MOST_MARKS;
  });
}

/** The marks that open a level at a line's start, counted before any parser sees them: deep nesting costs parsers quadratic time. */
function deepLine(text: string): number | undefined {
  const lines = text.split('\n');
  const deep = lines.findIndex(
    (line) =>
      (/^(?:\s*(?:>|[-*+]\s|\d{1,9}[.)]\s))+/.exec(line)?.[0].match(/>|[-*+]\s|[.)]\s/g)?.length ?? 0) > DEEPEST ||
      /^[ \t]{200,}\S/.test(line) ||
      /[[(*_<{]{101,}/.test(line),
  );
  const at = [deep, openLine(lines)].filter((line) => line !== -1);
  return at.length === 0 ? undefined : Math.min(...at) + 1;
}

/** Finds the first node that stands deeper than a text may nest. */
export function nestingFindings(tree: Root, origin: BodyOrigin): Finding[] {
  const deep = deepest(tree, 0);
  return deep === undefined ? [] : [tooDeep(placeInBody(deep.position?.start, origin))];
}

/** What keeps a body from being read at all: marks nested too deep, or a line that is no paragraph. */
export function unreadable(text: string, origin: BodyOrigin): Finding | undefined {
  const long = longLine(text);
  if (long !== undefined)
    return found(
      MODEL_RULES['line-too-long'],
      placeInBody({ line: long, column: 1 }, origin),
      { zh: `这一行超过 ${LONGEST_LINE} 个字符`, en: `this line has more than ${LONGEST_LINE} characters` },
      {
        zh: '请分成几段，段与段之间空一行；多余的删去',
        en: 'make paragraphs of it, with an empty line between; delete what is surplus',
      },
    );
  const deep = deepLine(text);
  if (deep !== undefined) return tooDeep(placeInBody({ line: deep, column: 1 }, origin));
  const crowded = crowdedLine(text.split('\n'));
  return crowded === -1 ? undefined : tooMany(placeInBody({ line: crowded + 1, column: 1 }, origin));
}

/** The finding at a place. */
function tooDeep(place: Finding['place']): Finding {
  return found(
    NESTING,
    place,
    { zh: `这里嵌套超过 ${DEEPEST} 层`, en: `nested more than ${DEEPEST} levels deep` },
    { zh: '请删去多余的“>”、列表符号或括号', en: 'remove the surplus >, list marks or brackets' },
  );
}

/** The finding where a paragraph has more marks than may be. */
const tooMany = (place: Finding['place']): Finding =>
  found(
    NESTING,
    place,
    {
      zh: `到这一行为止，这一段里的“*”“~”“\`”“[”“]”等标记超过 ${MOST_MARKS} 个`,
      en: `up to this line, this paragraph has more than ${MOST_MARKS} marks such as *, ~, \`, [ and ]`,
    },
    {
      zh: '请分成几段，段与段之间空一行；是正文里的字符的，前面加反斜杠（\\*）',
      en: 'make paragraphs of it, with an empty line between; where they are characters of the text, write a backslash before each (\\*)',
    },
  );

function deepest(node: Nodes, depth: number): Nodes | undefined {
  if (depth > DEEPEST) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = deepest(child, depth + 1);
    if (found) return found;
  }
  return undefined;
}
