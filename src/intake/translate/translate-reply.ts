import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FindingLanguage } from '../../errors.ts';
import { translateWords } from '../../language/messages/translating.ts';
import { calledIn, type Languages, type Locale } from '../../model/locale.ts';
import { TRANSLATION_METHODS } from '../../model/reply.ts';
import { languagesFromOriginal, replyFile, replyLanguage } from '../../reading/files.ts';
import { readPublishedBlocks } from '../../reading/published.ts';
import { usageError } from '../../terminal/failures.ts';
import { draftTranslation } from './draft.ts';

/** What `dafu translate` is asked to do. */
interface TranslateRequest {
  readonly root: string;
  readonly id: string;
  readonly method: string | undefined;
  readonly accept: boolean;
  readonly language: FindingLanguage;
  /** The language to translate into; without it the first of the site's that the letter is not in. */
  readonly to?: string | undefined;
}

/** From which of the site's languages a letter is translated (the first), and into which. Throws a CommandError where the site has none such. */
export function translationOf(
  root: string,
  id: string,
  asked: string | undefined,
  language: FindingLanguage,
): { readonly languages: Languages; readonly to: Locale } {
  const words = translateWords[language];
  const languages = languagesFromOriginal(root, id);
  const others = languages.slice(1);
  const to = asked === undefined ? others[0] : others.find((locale) => locale === asked);
  if (to === undefined)
    throw usageError(() =>
      others.length === 0
        ? words.oneLanguage
        : words.badLanguage(
            asked ?? '',
            others.map((locale) => `${locale} (${calledIn(locale)[language]})`),
          ),
    );
  return { languages, to };
}

/** Writes or refreshes a reply's text in another of the site's languages, and gives the report. Throws a SiteError or CommandError where it cannot. */
export function translateReply({ root, id, method, accept, language, to: asked }: TranslateRequest): string {
  const words = translateWords[language];
  const made = TRANSLATION_METHODS.find((candidate) => candidate === method);
  if (method !== undefined && made === undefined) throw usageError(() => words.badMethod(method));
  const file = (name: Locale) => replyFile(root, id, name);
  const original = replyLanguage(root, id);
  const source = join(root, file(original));
  if (!/^[a-z0-9-]+$/.test(id) || !existsSync(source)) throw usageError(() => words.noReply(file(original)));
  const pair = translationOf(root, id, asked, language);
  const own = file(pair.to);
  const target = join(root, own);
  const before = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
  const text = { file: file(original), text: readFileSync(source, 'utf8') };
  const draft = draftTranslation(text, before === undefined ? undefined : { file: own, text: before }, {
    ...pair,
    method: made,
    accept,
    published: readPublishedBlocks(root, id),
  });
  if (draft.text === before) return `${words.unchanged(own)}\n`;
  writeFileSync(target, draft.text);
  const report = [words.written(own), words.counts(draft.open, draft.changed, draft.kept)];
  if (draft.open + draft.changed > 0) report.push(words.next);
  return `${report.join('\n')}\n`;
}
