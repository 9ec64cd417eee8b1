import { location } from 'vfile-location';
import { type Place, SiteError } from '../errors.ts';
import { MODEL_RULES } from './rules.ts';

/** Gives the place in a file of an offset (UTF-16 units) into its text. The lines are counted once, when first asked for. */
export function placer(text: string, file: string): (offset: number) => Place {
  const lines = location(text);
  return (offset) => {
    const { line, column } = lines.toPoint(offset) ?? { line: 1, column: 1 };
    return { file, line, column };
  };
}

/** A document cut into its front matter and body. `bodyLine` is the 1-based line on which the body begins. */
export interface SourceParts {
  readonly frontMatter: string;
  readonly body: string;
  readonly bodyLine: number;
}

/** Cuts an .mdx text after its front matter (`---` fences). Throws a SiteError where there is none or it is not closed. */
export function splitFrontMatter(text: string, file: string): SourceParts {
  const opening = /^\ufeff?---[ \t]*\r?\n/.exec(text);
  const rest = opening ? text.slice(opening[0].length) : '';
  const closing = /^---[ \t]*(?:\r?\n|$)/m.exec(rest);
  if (!opening || !closing) {
    throw new SiteError({
      rule: MODEL_RULES['front-matter'].id,
      severity: 'error',
      place: { file, line: 1, column: 1 },
      message: opening
        ? { zh: '字段区没有结束的“---”', en: 'the front matter is not closed by ---' }
        : { zh: '文件开头没有字段区', en: 'the file does not begin with front matter' },
      hint: {
        zh: '文件第一行写“---”（三个英文减号，前面没有空行和空格），接着写各字段，再用一行“---”结束',
        en: 'begin the file with a line ---, then the keys, then another line ---',
      },
    });
  }
  const frontMatter = rest.slice(0, closing.index);
  const body = rest.slice(closing.index + closing[0].length);
  const bodyLine = text.slice(0, text.length - body.length).split('\n').length;
  return { frontMatter, body, bodyLine };
}
