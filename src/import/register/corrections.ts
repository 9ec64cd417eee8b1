import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import type { RegisterWords } from '../../language/messages/register.ts';
import { USUAL_LANGUAGES } from '../../model/locale.ts';
import { replyDraftSchema } from '../../model/reply.ts';
import { splitFrontMatter } from '../../model/source-file.ts';
import type { DraftAnswer, DraftRecord, ImportSite } from '../record.ts';
import { CORRECTED, type Corrected, type CorrectedColumn, valuesOfCell, withIds, withNames } from './columns.ts';
import type { ReadRow } from './workbook.ts';

/** A reply's text with the corrections of a row, and what of them could not be done. */
interface CorrectedReply {
  readonly text: string;
  /** The columns whose values were written. */
  readonly changed: readonly CorrectedColumn[];
  readonly problems: readonly string[];
}

/** What the columns show of a record. */
export const shownValues = (record: DraftRecord, site: ImportSite): Readonly<Record<string, string>> =>
  Object.fromEntries(CORRECTED.map((column) => [column.key, withNames(column, column.show(record), site)]));

/** The record of a reply's file, as the columns read it. Throws a SiteError where the file has no front matter. */
export function recordOfText(text: string, file: string): DraftRecord {
  const data: unknown = parseDocument(splitFrontMatter(text, file).frontMatter, { schema: 'core' }).toJS();
  const record = replyDraftSchema(USUAL_LANGUAGES).safeParse(data);
  if (!record.success) return { answers: {}, transcription: { source: { zh: '', en: '' }, normalised: [] } };
  const { answers, transcription: _, attachments: __, ...rest } = record.data;
  const drafts: readonly DraftAnswer[] = answers ?? [];
  return {
    ...rest,
    answers: drafts.length === 1 ? (drafts[0] ?? {}) : drafts,
    transcription: { source: { zh: '', en: '' }, normalised: [] },
  };
}

/**
 * Writes into a reply's front matter what a person corrected in its row: cells that differ from what was written. A value that is not
 * allowed there, and one that was changed in the file too, are left alone and reported.
 */
export function correct(text: string, row: ReadRow, site: ImportSite, words: RegisterWords): CorrectedReply {
  const file = row.path;
  const { frontMatter } = splitFrontMatter(text, file);
  const document = parseDocument(frontMatter, { schema: 'core' });
  const now = shownValues(recordOfText(text, file), site);
  const problems: string[] = [];
  const changed: CorrectedColumn[] = [];
  for (const column of CORRECTED) {
    const [own, before, current] = [row.values, row.written, now].map((values) =>
      withIds(column, values[column.key] ?? '', site),
    );
    if (own === undefined) continue;
    if (own === before || own === current) continue;
    const title = words.columns[column.key];
    const values = valuesOfCell(column, own);
    const allowed = column.allowed?.(site);
    const isStrange =
      allowed?.strict === true &&
      (values ?? [])
        .flat()
        .some((value) => typeof value === 'string' && !allowed.values.includes(withNames(column, value, site)));
    if (values === undefined || isStrange) problems.push(words.badValue(title, own));
    else if (current !== before) problems.push(words.conflict(title));
    else if (!write(document, column, values)) problems.push(words.badValue(title, own));
    else changed.push(column);
  }
  if (changed.length === 0) return { text, changed, problems };
  const written = document.toString({ lineWidth: 0 });
  const start = text.indexOf(frontMatter);
  const next = text.slice(0, start) + written + text.slice(start + frontMatter.length);
  return { text: next, changed, problems };
}

/** Writes the values of a column into front matter; false where it has not as many documents answered as the cell. */
function write(document: Document, { of, field, oneOrMore }: CorrectedColumn, values: readonly Corrected[]): boolean {
  const set = (path: readonly (string | number)[], value: Corrected): void => {
    const plain = oneOrMore && Array.isArray(value) && value.length === 1 ? value[0] : value;
    if (plain === undefined) document.deleteIn(path);
    else document.setIn(path, plain);
  };
  if (of === 'record') {
    set([field], values[0]);
    return true;
  }
  if (of === 'handling') {
    if (!isMap(document.get('handling'))) {
      if (values[0] === undefined) return true;
      document.set('handling', document.createNode({}));
    }
    set(['handling', field], values[0]);
    const left = document.get('handling');
    if (isMap(left) && left.items.length === 0) document.delete('handling');
    return true;
  }
  const answers = document.get('answers');
  if (isSeq(answers)) {
    if (values.length !== answers.items.length) return false;
    for (const [index, value] of values.entries()) set(['answers', index, field], value);
    return true;
  }
  if (values.length !== 1) return false;
  if (!isMap(answers)) document.set('answers', {});
  set(['answers', field], values[0]);
  return true;
}
