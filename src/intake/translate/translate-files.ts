import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FindingLanguage } from '../../errors.ts';
import { translateWords } from '../../language/messages/translating.ts';
import { LANGUAGE_TAGS, type Locale, originalLanguage } from '../../model/locale.ts';
import { TRANSLATION_METHODS } from '../../model/reply.ts';
import { blockHash } from '../../model/text.ts';
import { languagesFromOriginal, readGlossary, replyFile, replyIds, replyLanguage } from '../../reading/files.ts';
import { readPublishedBlocks } from '../../reading/published.ts';
import { readPlainFile, replaceFile } from '../../system/files.ts';
import { commandFailure, readOr, usageError } from '../../terminal/failures.ts';
import { UnwritableText } from '../../text/write-text.ts';
import { type Draft, type Pairing, pairTranslation } from './draft.ts';
import { segmentsOf, withTargets } from './segments.ts';
import { translationOf } from './translate-reply.ts';
import { MOST_XLIFF_BYTES, type ReadLetter, readXliff, targetsOf, writeXliff, xliffError } from './xliff.ts';

/** What `dafu translate --xliff` is asked to do. */
interface XliffRequest {
  readonly root: string;
  readonly ids: readonly string[];
  /** Path of the file. */
  readonly file: string;
  readonly language: FindingLanguage;
  /** The language to translate into; without it the first that the letter is not in. */
  readonly to?: string | undefined;
}

const originalFile = (root: string, id: string) => replyFile(root, id, replyLanguage(root, id));

function pairingOf(root: string, id: string, to: Locale): Pairing {
  const read = (locale: Locale) => {
    const file = replyFile(root, id, locale);
    return existsSync(join(root, file)) ? { file, text: readFileSync(join(root, file), 'utf8') } : undefined;
  };
  const languages = languagesFromOriginal(root, id);
  const own = originalLanguage(languages);
  const original = read(own) ?? { file: replyFile(root, id, own), text: '' };
  return pairTranslation(original, read(to), { languages, to, published: readPublishedBlocks(root, id) });
}

/** Writes letters to be translated as XLIFF 1.2, and gives the report. Throws a SiteError or CommandError. */
export function exportXliff({ root, ids, file, language, to: asked }: XliffRequest): string {
  const words = translateWords[language];
  const known = new Set(replyIds(root));
  for (const id of ids) if (!known.has(id)) throw usageError(() => words.noReply(originalFile(root, id)));
  if (existsSync(file) && !isXliff(file)) throw usageError(() => words.fileTaken(file));
  const { terms } = readGlossary(root);
  const pairs = ids.map((id) => ({ id, ...translationOf(root, id, asked, language) }));
  const targets = new Set(pairs.map(({ to }) => to));
  const memories = new Map([...targets].map((to) => [to, translationMemory(root, [...known], to)]));
  let open = 0;
  const letters = pairs.map(({ id, languages, to }) => {
    const from = originalLanguage(languages);
    const pairing = pairingOf(root, id, to);
    const segments = segmentsOf(pairing).map((segment) => {
      if (segment.target === undefined) open += 1;
      const used = terms.filter(({ also, [from]: name }) =>
        [name, ...(also[from] ?? [])].some((own) => own !== undefined && segment.source.includes(own)),
      );
      const named = used.flatMap(({ [from]: name, [to]: translated }) =>
        translated === undefined || name === undefined ? [] : [[name, translated] as const],
      );
      const former = (memories.get(to)?.get(blockHash(segment.source)) ?? []).filter(
        (own) => own.letter !== id && own.target !== segment.target,
      );
      return { ...segment, terms: named, memory: former };
    });
    const title = pairing.record.title ?? id;
    return {
      original: originalFile(root, id),
      source: LANGUAGE_TAGS[from],
      target: LANGUAGE_TAGS[to],
      title,
      segments,
    };
  });
  const text = writeXliff(letters);
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw commandFailure((own) => own.notWritable(file, error instanceof Error ? error.message : String(error)), error);
  }
  const total = letters.reduce((sum, { segments }) => sum + segments.length, 0);
  return `${words.exported(file, letters.length, total, open)}\n${words.exportNext}\n`;
}

const isXliff = (file: string): boolean => {
  const standing = readPlainFile(file, MOST_XLIFF_BYTES);
  return typeof standing !== 'string' && (standing.length === 0 || standing.toString('utf8').includes('<xliff'));
};

type Memory = ReadonlyMap<string, readonly { readonly target: string; readonly letter: string }[]>;

/** What words were translated as, by the hash of the original; letters that cannot be read have no part in it. */
function translationMemory(root: string, ids: readonly string[], to: Locale): Memory {
  const memory = new Map<string, Map<string, string>>();
  for (const id of ids) {
    if (!existsSync(join(root, replyFile(root, id, to)))) continue;
    const segments = readOr(
      () => segmentsOf(pairingOf(root, id, to)),
      () => [],
    );
    for (const { id: own, source, target, changed } of segments) {
      if (target === undefined || changed || own === 'summary') continue;
      const key = blockHash(source);
      const known = memory.get(key) ?? new Map<string, string>();
      memory.set(key, known);
      if (!known.has(target)) known.set(target, id);
    }
  }
  return new Map([...memory].map(([key, known]) => [key, [...known].map(([target, letter]) => ({ target, letter }))]));
}

/** What `dafu translate --from` is asked to do. */
interface ImportXliffRequest extends Omit<XliffRequest, 'ids' | 'to'> {
  readonly method: string | undefined;
}

/**
 * Writes the translations of a file that came back into the letters they belong to, and gives the report. Nothing is written unless the
 * whole file fits. Throws a SiteError with every place that does not, or a CommandError.
 */
export function importXliff({ root, file, method, language }: ImportXliffRequest): string {
  const words = translateWords[language];
  const made = TRANSLATION_METHODS.find((candidate) => candidate === method);
  if (method !== undefined && made === undefined) throw usageError(() => words.badMethod(method));
  const bytes = readPlainFile(file, MOST_XLIFF_BYTES);
  if (typeof bytes === 'string') throw usageError(() => words.noFile(file));
  const name = basename(file);
  const byPath = new Map(replyIds(root).map((id) => [originalFile(root, id), id]));
  const letters = readXliff(bytes.toString('utf8'), name).map((letter) => {
    const id = byPath.get(letter.original);
    if (id === undefined)
      throw xliffError('xliff-other-text', letter.place, {
        zh: `站里没有“${letter.original}”这件答复`,
        en: `the site has no letter “${letter.original}”`,
      });
    const to = languagesFromOriginal(root, id)
      .slice(1)
      .find((locale) => LANGUAGE_TAGS[locale] === letter.target);
    if (to === undefined)
      throw xliffError('xliff-other-text', letter.place, {
        zh: `站里的答复不译成“${letter.target}”（target-language）`,
        en: `the site has no translations into “${letter.target}” (target-language)`,
      });
    const pairing = pairingOf(root, id, to);
    return { id, to, draft: filled(letter, pairing, targetsOf(letter, segmentsOf(pairing)), made) };
  });
  const report = letters.map(({ id, to, draft }) => {
    const path = replyFile(root, id, to);
    replaceFile(join(root, path), draft.text);
    return `${words.written(path)}\n${words.counts(draft.open, draft.changed, draft.kept)}\n`;
  });
  return `${report.join('')}${words.importNext}\n`;
}

function filled(
  letter: ReadLetter,
  pairing: Pairing,
  targets: ReadonlyMap<string, string>,
  method: Parameters<typeof withTargets>[2],
): Draft {
  try {
    return withTargets(pairing, targets, method);
  } catch (error) {
    if (!(error instanceof UnwritableText)) throw error;
    throw xliffError(
      'xliff-syntax',
      letter.place,
      { zh: `这样的译文写不成文字：${error.message}`, en: `a translation cannot be written as text: ${error.message}` },
      { zh: '请去掉其中的标记符号', en: 'leave the signs of mark-up out' },
    );
  }
}
