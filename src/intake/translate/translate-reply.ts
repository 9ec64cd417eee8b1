import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FindingLanguage } from '../../errors.ts';
import { translateWords } from '../../language/messages/translating.ts';
import type { Locale } from '../../model/locale.ts';
import { TRANSLATION_METHODS } from '../../model/reply.ts';
import { readPublishedBlocks, replyFile, replyLanguage, siteLanguages } from '../../reading/files.ts';
import { usageError } from '../../terminal/failures.ts';
import { draftTranslation } from './draft.ts';

/** What `dafu translate` is asked to do. */
export interface TranslateRequest {
  readonly root: string;
  readonly id: string;
  readonly method: string | undefined;
  readonly accept: boolean;
  readonly language: FindingLanguage;
}

/** Writes or refreshes a reply's text in the site's second language, and gives the report. Throws a SiteError or CommandError where it cannot. */
export function translateReply({ root, id, method, accept, language }: TranslateRequest): string {
  const words = translateWords[language];
  const made = TRANSLATION_METHODS.find((candidate) => candidate === method);
  if (method !== undefined && made === undefined) throw usageError(() => words.badMethod(method));
  const file = (name: Locale) => replyFile(root, id, name);
  const original = replyLanguage(root, id);
  const other = siteLanguages(root).find((locale) => locale !== original) ?? 'en';
  const source = join(root, file(original));
  if (!/^[a-z0-9-]+$/.test(id) || !existsSync(source)) throw usageError(() => words.noReply(file(original)));
  const target = join(root, file(other));
  const before = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
  const zh = { file: file(original), text: readFileSync(source, 'utf8') };
  const draft = draftTranslation(zh, before === undefined ? undefined : { file: file(other), text: before }, {
    method: made,
    accept,
    published: readPublishedBlocks(root, id),
  });
  if (draft.text === before) return `${words.unchanged(file(other))}\n`;
  writeFileSync(target, draft.text);
  const report = [words.written(file(other)), words.counts(draft.open, draft.changed, draft.kept)];
  if (draft.open + draft.changed > 0) report.push(words.next);
  return `${report.join('\n')}\n`;
}
