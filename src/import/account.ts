import { SiteError } from '../errors.ts';
import { formatDay } from '../i18n/formats.ts';
import { plainText } from '../markdown/blocks.ts';
import { parseOfficialText } from '../markdown/official-text.ts';
import { splitFrontMatter } from '../model/front-matter.ts';
import { replyDraftSchema } from '../model/reply.ts';
import { readYaml } from '../model/yaml-source.ts';
import type { Part, PrintedLine } from './parts.ts';
import { type Change, type SourceText, visibleCharacters } from './source.ts';

/** What a record prints, whole or still a draft. */
interface Printing {
  readonly number?: string | undefined;
  readonly title?: string | undefined;
  readonly issuer?: string | readonly string[] | undefined;
  readonly date?: string | undefined;
  readonly disclosure?: string | undefined;
  readonly outcome?: string | undefined;
  readonly signers?: readonly PrintedLine[] | undefined;
  readonly contact?: readonly PrintedLine[] | undefined;
}

/** What a record prints for each piece of head and foot, in the pieces' order. */
function printed(parts: readonly Part[], record: Printing): string[] {
  const counts = { signers: 0, contact: 0 };
  return parts.map((part) => {
    switch (part.role) {
      case 'body':
        return '';
      case 'date':
        return record.date === undefined ? '' : formatDay(record.date, 'zh');
      case 'signers':
      case 'contact': {
        const line = record[part.role]?.[counts[part.role]];
        counts[part.role] += 1;
        return line ? `${line.label}：${line.value}` : '';
      }
      case 'issuer':
        return [record.issuer ?? ''].flat().join('');
      default:
        return record[part.role] ?? '';
    }
  });
}

/** The characters of a whole that are left when a part is taken out in order; `undefined` where it is not in it. */
export function withoutInOrder(whole: string, part: string): string | undefined {
  const wanted = Array.from(part);
  let at = 0;
  const rest = Array.from(whole).filter((character) => {
    if (character !== wanted[at]) return true;
    at += 1;
    return false;
  });
  return at === wanted.length ? rest.join('') : undefined;
}

/** What a piece of head or foot loses on its way into the record, such as brackets around 主动公开. */
export function recordChanges(parts: readonly Part[], record: Printing): Change[] {
  const shown = printed(parts, record);
  return parts.flatMap((part, index): Change[] => {
    if (part.role === 'body') return [];
    const source = visibleCharacters(part.source);
    const result = visibleCharacters(shown[index] ?? '');
    const rest = withoutInOrder(source, result);
    if (rest === '') return [];
    const change = { kind: 'not-carried' as const, line: part.line };
    return rest === undefined
      ? [{ ...change, text: `${part.source} → ${shown[index]}`, removed: source, added: result }]
      : [{ ...change, text: `${rest} ← ${part.source}`, removed: rest, added: '' }];
  });
}

const sorted = (text: string): string => Array.from(text).sort().join('');

/**
 * Proves that every character of a source is in the written file or in the list of changes, by reading the file back.
 * Throws a SiteError where one is lost, doubled or out of order: then nothing may be written.
 */
export function proveComplete(
  file: string,
  text: string,
  source: SourceText,
  parts: readonly Part[],
  changes: readonly Change[],
): void {
  const { frontMatter, body, bodyLine } = splitFrontMatter(text, file);
  const record = readYaml(frontMatter, replyDraftSchema, { file, linesBefore: 1 });
  const { nodes } = parseOfficialText(body, { file, linesBefore: bodyLine - 1 });
  const bodyText = visibleCharacters(nodes.map(({ node }) => plainText(node)).join(''));
  const all = (of: 'added' | 'removed') => changes.map((change) => change[of]).join('');
  const had = sorted(source.characters + all('added'));
  const has = sorted(bodyText + visibleCharacters(printed(parts, record).join('')) + all('removed'));
  const inOrder = withoutInOrder(source.characters, bodyText) !== undefined;
  if (had === has && inOrder) return;
  const lost = withoutInOrder(had, has) ?? had;
  throw new SiteError({
    rule: 'import-incomplete',
    severity: 'error',
    place: { file },
    message: {
      zh: `导入会丢失或改变文字，已停止，没有写入任何文件：${lost.slice(0, 40)}`,
      en: `the import would lose or change text; it stopped and wrote nothing: ${lost.slice(0, 40)}`,
    },
    hint: {
      zh: '请把文稿中不寻常的排版（文本框、嵌套表格等）改成普通段落后再导入，并把原稿交给维护人员',
      en: 'make unusual layout (text boxes, nested tables …) plain paragraphs, and show the source to whoever maintains this program',
    },
  });
}
