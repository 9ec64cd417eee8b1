import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFileMessage } from 'vfile-message';
import { type Place, SiteError } from '../errors.ts';
import { remarkPlugins } from './index.ts';

/** Where a body stands in its file: `linesBefore` is added to every line of the tree's positions in findings. */
export interface BodyOrigin {
  readonly file: string;
  readonly linesBefore: number;
}

/** The place in the file of a point in the body. */
export function placeInBody(point: { line: number; column: number } | undefined, origin: BodyOrigin): Place {
  if (!point) return { file: origin.file };
  return { file: origin.file, line: point.line + origin.linesBefore, column: point.column };
}

/** The syntax tree of an .mdx body (MDX syntax, so that code is seen and refused). Throws a SiteError on a syntax error. */
export function parseBody(body: string, origin: BodyOrigin): Root {
  const processor = unified().use(remarkParse).use(remarkMdx).use(remarkPlugins);
  try {
    return processor.runSync(processor.parse(body)) as Root;
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    const { line, column } = error;
    throw new SiteError(
      {
        rule: 'mdx-syntax',
        severity: 'error',
        place: placeInBody(line === undefined || column === undefined ? undefined : { line, column }, origin),
        message: { zh: `正文写法有误：${error.reason}`, en: error.reason },
        hint: {
          zh: '正文中的“<”写成“\\<”，“{”写成“\\{”；标签要成对',
          en: 'write \\< for < and \\{ for { in text; close every tag',
        },
      },
      { cause: error },
    );
  }
}
