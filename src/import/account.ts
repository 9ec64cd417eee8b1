import { SiteError } from '../errors.ts';
import { formatDay } from '../language/formats.ts';
import { USUAL_LANGUAGES } from '../model/locale.ts';
import { replyDraftSchema } from '../model/reply.ts';
import { splitFrontMatter } from '../model/source-file.ts';
import { readYaml } from '../model/yaml-source.ts';
import { plainText } from '../text/blocks.ts';
import { parseOfficialText } from '../text/official-text.ts';
import { halfWidth } from './letter/fold.ts';
import type { Piece } from './letter/index.ts';
import type { PrintedLine } from './letter/labels.ts';
import { IMPORT_RULES } from './rules.ts';
import { type Change, type ChangeKind, type SourceText, visibleCharacters } from './source.ts';

/** What a record prints, whole or still a draft. */
interface Printing {
  readonly number?: string | undefined;
  readonly title?: string | undefined;
  readonly issuer?: string | readonly string[] | undefined;
  readonly masthead?: string | undefined;
  readonly date?: string | undefined;
  readonly disclosure?: string | undefined;
  readonly outcome?: string | undefined;
  readonly indexNumber?: string | undefined;
  readonly handling?: object | undefined;
  readonly answers?: unknown;
  readonly signers?: readonly PrintedLine[] | undefined;
  readonly contact?: readonly PrintedLine[] | undefined;
}

/** What a record prints for each piece of head and foot, in the pieces' order. */
function printed(pieces: readonly Piece[], record: Printing): string[] {
  const counts = { signers: 0, contact: 0 };
  const issuers = [record.issuer ?? []].flat();
  return pieces.map((piece) => {
    switch (piece.role) {
      case 'number':
        return record.number ?? '';
      case 'title':
        return record.title ?? '';
      case 'masthead':
        return record.masthead?.includes(piece.text) === true ? piece.text : '';
      case 'index-number':
        return record.indexNumber ?? '';
      case 'issuers':
        return piece.names.filter((name) => issuers.includes(name)).join('');
      case 'date':
        return record.date === piece.day ? formatDay(piece.day, 'zh') : '';
      case 'disclosure':
        return record.disclosure === piece.text ? piece.text : '';
      case 'outcome':
        return record.outcome ?? '';
      case 'signers':
      case 'contact': {
        const line = record[piece.role]?.[counts[piece.role]];
        counts[piece.role] += 1;
        return line ? `${line.label}：${line.value}` : '';
      }
      case 'handling':
        return valuesOf(record.handling).includes(piece.printed.value) ? piece.printed.value : '';
      case 'answered':
        return valuesOf(record.answers).includes(piece.printed.value) ? piece.printed.value : '';
      default:
        return '';
    }
  });
}

/** All texts in a value. */
function valuesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesOf) : [];
}

/** The characters of a whole that are left when a part is taken out in order; `undefined` where it is not in it. */
function withoutInOrder(whole: string, part: string): string | undefined {
  const wanted = Array.from(part);
  let at = 0;
  const rest = Array.from(whole).filter((character) => {
    if (character !== wanted[at]) return true;
    at += 1;
    return false;
  });
  return at === wanted.length ? rest.join('') : undefined;
}

const LEFT_OUT: Readonly<Record<Extract<Piece, { role: 'left-out' }>['why'], ChangeKind>> = {
  chrome: 'chrome',
  repeated: 'repeated',
  stamp: 'stamp',
  unknown: 'unknown',
};

/** What a piece of head or foot loses on its way into the record, such as brackets around 主动公开, and what is taken off around a letter. */
export function recordChanges(pieces: readonly Piece[], record: Printing): Change[] {
  const shown = printed(pieces, record);
  return pieces.flatMap((piece, index): Change[] => {
    if ('blocks' in piece) return [];
    const source = visibleCharacters(piece.source);
    if (piece.role === 'left-out')
      return [{ kind: LEFT_OUT[piece.why], line: piece.line, text: oneLine(piece.source), removed: source, added: '' }];
    const result = visibleCharacters(shown[index] ?? '');
    const rest = withoutInOrder(source, result);
    if (rest === '') return [];
    const change = { kind: kindOf(piece, rest, source, result), line: piece.line };
    return rest === undefined
      ? [{ ...change, text: `${oneLine(piece.source)} → ${shown[index]}`, removed: source, added: result }]
      : [{ ...change, text: `${rest} ← ${oneLine(piece.source)}`, removed: rest, added: '' }];
  });
}

/** What a piece of head or foot went through: `rest` is what is left out of it, where it is otherwise as it was. */
function kindOf(piece: Piece, rest: string | undefined, source: string, result: string): ChangeKind {
  if (rest !== undefined) return piece.role === 'issuers' && /章|印/u.test(rest) ? 'stamp' : 'not-carried';
  if (piece.role === 'date') return 'date-form';
  return halfWidth(source).includes(result) ? 'width' : 'not-carried';
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const sorted = (text: string): string => Array.from(text).sort().join('');

/**
 * Proves that every character of a source is in the written file or in the list of changes, by reading the file back.
 * Throws a SiteError where one is lost, doubled or out of order: then nothing may be written.
 */
export function proveComplete(
  file: string,
  text: string,
  source: SourceText,
  pieces: readonly Piece[],
  changes: readonly Change[],
): void {
  const { frontMatter, body, bodyLine } = splitFrontMatter(text, file);
  const record = readYaml(frontMatter, replyDraftSchema(USUAL_LANGUAGES), { file, linesBefore: 1 });
  const { nodes } = parseOfficialText(body, { file, linesBefore: bodyLine - 1 });
  const bodyText = visibleCharacters(nodes.map(({ node }) => plainText(node)).join(''));
  const all = (of: 'added' | 'removed') => changes.map((change) => change[of]).join('');
  const had = sorted(source.characters + all('added'));
  const has = sorted(bodyText + visibleCharacters(printed(pieces, record).join('')) + all('removed'));
  const inOrder = withoutInOrder(source.characters, bodyText) !== undefined;
  if (had === has && inOrder) return;
  const lost = withoutInOrder(had, has) ?? had;
  throw new SiteError({
    rule: IMPORT_RULES['import-incomplete'].id,
    severity: 'error',
    place: { file },
    message: {
      zh: `导入会丢失或改变文字，已停止，没有写入任何文件：${lost.slice(0, 40)}`,
      en: `the import would lose or change text; it stopped and wrote nothing: ${lost.slice(0, 40)}`,
    },
    hint: {
      zh: '请把文稿中不寻常的排版（文本框、嵌套表格等）改成普通段落后再导入，并把原稿交给维护人员',
      en: 'turn unusual layout (text boxes, nested tables …) into plain paragraphs, and show the source to the maintainers of this program',
    },
  });
}
