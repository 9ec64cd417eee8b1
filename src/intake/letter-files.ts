import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { SiteError } from '../errors.ts';
import { IMPORT_RULES } from '../import/rules.ts';

/** A letter of a folder or archive: its path in it, with `/`, and its bytes, read when they are asked for. */
export interface LetterSource {
  readonly file: string;
  readonly read: () => Uint8Array;
}

/** Files that lie among letters and are none, by their names: of systems and editors, and the register itself. */
const NONE = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$|readme\.|register\.xlsx$)/iu;

/** The folder that a browser or Word saves beside a page, with its pictures and scripts. */
const BESIDE_PAGE = /(?:_files|\.files)\//u;

const isNone = (file: string): boolean =>
  file.startsWith('__MACOSX/') || BESIDE_PAGE.test(file) || NONE.test(file.slice(file.lastIndexOf('/') + 1));

/** Most bytes that an archive may unpack to, and most files in it. */
const UNZIPPED_CAP = 1024 * 1024 * 1024;
const MOST_FILES = 5000;

const byCodePoint = (one: LetterSource, other: LetterSource): number =>
  one.file < other.file ? -1 : one.file > other.file ? 1 : 0;

/** The letters of a folder and the folders in it, by their paths. Links are not followed. */
export function lettersOfFolder(folder: string): LetterSource[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((file) => !isNone(file) && lstatSync(join(folder, file)).isFile())
    .map((file) => ({ file, read: () => readFileSync(join(folder, file)) }))
    .sort(byCodePoint);
}

/** A name of an archive: those that Windows writes without a mark are in GBK. */
function nameOf(name: string): string {
  const units = name.split('').map((unit) => unit.charCodeAt(0));
  if (units.every((unit) => unit < 0x80) || units.some((unit) => unit > 0xff)) return name;
  const bytes = Uint8Array.from(units);
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    return name;
  }
}

/** The letters of a .zip, by their paths. Throws a SiteError where it is broken or would unpack to too much. */
export function lettersOfArchive(bytes: Uint8Array, file: string): LetterSource[] {
  let [total, count] = [0, 0];
  const refuse = (zh: string, en: string, cause?: unknown) =>
    new SiteError(
      {
        rule: IMPORT_RULES['import-archive'].id,
        severity: 'error',
        place: { file },
        message: { zh, en },
        hint: { zh: '请解压成文件夹，再导入那个文件夹', en: 'unpack it to a folder and import that' },
      },
      { cause },
    );
  let entries: ReturnType<typeof unzipSync>;
  try {
    entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        count += 1;
        return total <= UNZIPPED_CAP && count <= MOST_FILES && !name.endsWith('/');
      },
    });
  } catch (error) {
    throw refuse('压缩包打不开', 'the archive cannot be read', error);
  }
  if (total > UNZIPPED_CAP || count > MOST_FILES) throw refuse('压缩包解压后太大', 'the archive unpacks to too much');
  return Object.entries(entries)
    .map(([name, own]) => ({ file: nameOf(name).replaceAll('\\', '/'), read: () => own }))
    .filter((letter) => !isNone(letter.file))
    .sort(byCodePoint);
}
