import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach } from 'vitest';
import { type Dataset, datasetSchema } from '../../src/model/dataset.ts';
import { readJson } from '../../src/model/json-source.ts';
import { type Locale, USUAL_LANGUAGES } from '../../src/model/locale.ts';
import { replyRecordSchema, replyTranslationSchema } from '../../src/model/reply.ts';
import { splitFrontMatter } from '../../src/model/source-file.ts';
import { readYaml } from '../../src/model/yaml-source.ts';
import { type OfficialText, parseOfficialText } from '../../src/text/official-text.ts';

/**
 * The one thing of the published content that tests know: reply [2025] 578 of the Changzhi Municipal Bureau of Planning and
 * Natural Resources, whose source stands in `source/`. What must hold of content of any kind is said by `dafu check`.
 */
export const ID = '2025-578';
export const SOURCE = `tests/published/source/${ID}.md`;
const ROOT = join(import.meta.dirname, '..', '..');

/** The text of a file of the project. */
export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The path of the reply's file in a language. */
export const fileOf = (locale: Locale): string => `content/replies/${ID}/${locale}.mdx`;

const isThere = existsSync(join(ROOT, fileOf('zh'))) && existsSync(join(ROOT, fileOf('en')));

/** The reply's official text in a language. */
export function textOf(locale: Locale): OfficialText {
  const { body, bodyLine } = splitFrontMatter(read(fileOf(locale)), fileOf(locale));
  return parseOfficialText(body, { file: fileOf(locale), linesBefore: bodyLine - 1 });
}

export const recordOf = () =>
  readYaml(splitFrontMatter(read(fileOf('zh')), fileOf('zh')).frontMatter, replyRecordSchema(USUAL_LANGUAGES), {
    file: fileOf('zh'),
    linesBefore: 1,
  });

export const translationOf = () =>
  readYaml(splitFrontMatter(read(fileOf('en')), fileOf('en')).frontMatter, replyTranslationSchema, {
    file: fileOf('en'),
    linesBefore: 1,
  });

/** The datasets that quote the reply. */
export const datasets = (): Dataset[] =>
  readdirSync(join(ROOT, 'data'))
    .filter((name) => name.endsWith('.json') && read(`data/${name}`).includes('"observations"'))
    .map((name) => readJson(read(`data/${name}`), datasetSchema(USUAL_LANGUAGES), `data/${name}`))
    .filter(({ observations }) => observations.some(({ quote }) => quote?.reply === ID));

/** Skips the tests of a file, saying why, where the site does not publish the reply as its source has it. */
export function needsReply(): void {
  beforeEach(({ skip }) => {
    skip(!isThere, `reply ${ID} is not in content/replies`);
    skip(recordOf().corrections.length > 0, `reply ${ID} was corrected since`);
  });
}
