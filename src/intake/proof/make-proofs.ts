import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { namedFiles } from '../../attachments/reply-files.ts';
import { checkRoot } from '../../build/check/index.ts';
import { noteMade, placeToFill, refuseOthersFiles } from '../../build/output/output-folder.ts';
import type { Finding, FindingLanguage } from '../../errors.ts';
import { importWords } from '../../language/messages/importing.ts';
import { proofWords } from '../../language/messages/proofing.ts';
import { type Block, keepBlockIds, withIds } from '../../model/block.ts';
import { sha256Of } from '../../model/hashes.ts';
import { readJson } from '../../model/json-source.ts';
import { type Languages, type Locale, originalLanguage } from '../../model/locale.ts';
import { publishedAddressesSchema } from '../../model/published.ts';
import { isPlace, type ReplyDraft, type ReplyRecord, replyDraftSchema, replyRecordSchema } from '../../model/reply.ts';
import { splitFrontMatter } from '../../model/source-file.ts';
import { readYaml } from '../../model/yaml-source.ts';
import { approvalFile, type DrawnRecords, drawnRecords, sheetNumber } from '../../reading/approvals.ts';
import {
  languagesFromOriginal,
  readSite,
  readWordList,
  replyFile,
  replyFolder,
  replyIds,
  replyLanguage,
} from '../../reading/files.ts';
import { readPublishedBlocks, recordedTexts } from '../../reading/published.ts';
import { routePath } from '../../routes.ts';
import { PROJECT_FOLDER } from '../../system/program.ts';
import { readOr } from '../../terminal/failures.ts';
import { blockNodes } from '../../text/blocks.ts';
import { parseBody } from '../../text/parse.ts';
import { knownIds } from './approve.ts';
import { novelty, textItems } from './items.ts';
import { type Original, originalFinder, readOriginal } from './original.ts';
import { type DrawnPages, drawPages, pageKey } from './page.ts';
import { recordLines, recordNames } from './record-lines.ts';
import { itemCount, type Proof, proofSheet } from './sheet.ts';

/** What `dafu proof` is asked for. */
interface ProofRequest {
  readonly root: string;
  readonly ids: readonly string[];
  /** The folder of the sheets: absolute; `proofs/` in the root where it is not given. */
  readonly to: string | undefined;
  /** Bytes and name of the original of each letter, by its id. */
  readonly originals: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly name: string }>;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly language: FindingLanguage;
}

/** A sheet that was written: its path, and how many items it has to tick. */
export interface WrittenProof {
  readonly id: string;
  readonly path: string;
  readonly items: number;
}

/** Writes the proof sheets of letters, `<id>.html` each. Throws a CommandError where a letter is unknown or the folder is not ours. */
export async function makeProofs(request: ProofRequest): Promise<WrittenProof[]> {
  const { root, ids, to, originals, today, language } = request;
  knownIds(root, ids, proofWords[language]);
  const folder = placeToFill(to ?? join(root, 'proofs'), [root, PROJECT_FOLDER]);
  const names = ids.map((id) => `${id}.html`);
  refuseOthersFiles(folder, 'proof', names);
  mkdirSync(folder, { recursive: true });
  noteMade(folder, 'proof', names);
  const shared: Shared = {
    ...{ root, today, language },
    findings: await checkRoot(root, { today }),
    // Data that cannot be read draw nothing: the check says what is wrong with them.
    drawn: readOr(
      () => drawnRecords(root),
      () => new Map(),
    ),
    listed: listedNames(root),
    pages: await pagesOf(root, ids, today),
    texts: new Map(replyIds(root).map((id) => [id, readFileSync(join(root, recordFile(root, id)), 'utf8')])),
    published: publishedAddresses(root),
  };
  const written: WrittenProof[] = [];
  for (const id of ids) {
    const proof = await proofOf(id, originals.get(id), shared);
    const path = join(folder, `${id}.html`);
    writeFileSync(path, proofSheet(proof, language));
    written.push({ id, path, items: itemCount(proof) });
  }
  return written;
}

/** What the sheets of one run share. */
interface Shared {
  readonly root: string;
  readonly today: string;
  readonly language: FindingLanguage;
  readonly findings: readonly Finding[];
  readonly drawn: DrawnRecords;
  readonly pages: DrawnPages;
  /** Names of the bureau's own list. */
  readonly listed: readonly string[];
  /** The originals of all letters, with their records. */
  readonly texts: ReadonlyMap<string, string>;
  /** Every address that was ever published. */
  readonly published: ReadonlySet<string>;
}

/** The names that the bureau's list has; none of a list that cannot be read, which the check says. */
function listedNames(root: string): string[] {
  const { words, people } = readOr(
    () => readWordList(root),
    () => ({ words: [], people: [] }),
  );
  return [...words.map(({ right }) => right), ...people.map(({ name }) => name)];
}

/** The pages of letters; none of those that cannot be rendered yet, whose record or text still has faults. */
async function pagesOf(root: string, ids: readonly string[], today: string): Promise<DrawnPages> {
  const whole = ids.filter((id) => isWhole(root, id));
  if (whole.length === 0) return new Map();
  try {
    return await drawPages(root, whole, today);
  } catch {
    // What keeps a page from being made is an error of the check, which the sheet lists.
    return new Map();
  }
}

/** The path of the text that holds a reply's record: its original. */
const recordFile = (root: string, id: string): string => replyFile(root, id, replyLanguage(root, id));

function isWhole(root: string, id: string): boolean {
  const file = recordFile(root, id);
  const { frontMatter } = splitFrontMatter(readFileSync(join(root, file), 'utf8'), file);
  return isRecord(frontMatter, file, languagesFromOriginal(root, id));
}

function publishedAddresses(root: string): ReadonlySet<string> {
  const file = 'data/published/addresses.json';
  if (!existsSync(join(root, file))) return new Set();
  return new Set(readJson(readFileSync(join(root, file), 'utf8'), publishedAddressesSchema, file).addresses);
}

/** A letter's file in one language: its front matter as text, and its blocks. */
interface LetterText {
  readonly frontMatter: string;
  readonly blocks: readonly Block[];
}

/** Reads a letter's file; of a text that cannot be parsed, each line is a block. */
function readLetter(root: string, id: string, locale: Locale): LetterText | undefined {
  const file = replyFile(root, id, locale);
  if (!existsSync(join(root, file))) return undefined;
  const { frontMatter, body, bodyLine } = splitFrontMatter(readFileSync(join(root, file), 'utf8'), file);
  const origin = { file, linesBefore: bodyLine - 1 };
  return readOr(
    () => {
      const blocks = blockNodes(parseBody(body, origin), origin.linesBefore).map(({ block }) => block);
      return { frontMatter, blocks: withIds(blocks, keepBlockIds(blocks, readPublishedBlocks(root, id))) };
    },
    () => {
      const lines = body
        .split('\n')
        .flatMap((text, index) => (text.trim() === '' ? [] : [{ text: text.trim(), line: bodyLine + index }]));
      const block = { kind: 'paragraph', depth: undefined } as const;
      return { frontMatter, blocks: lines.map(({ text, line }) => ({ ...block, text, line, id: `${line}` })) };
    },
  );
}

/** Whether a translation is still to be written. */
const isDraft = ({ blocks }: LetterText): boolean => blocks.some(({ text }) => isPlace(text));

async function proofOf(
  id: string,
  given: { readonly bytes: Uint8Array; readonly name: string } | undefined,
  shared: Shared,
): Promise<Proof> {
  const { root, today, language, pages } = shared;
  const words = proofWords[language];
  const site = readSite(root);
  const folder = replyFolder(root, id);
  const main = replyLanguage(root, id);
  const letter = readLetter(root, id, main) ?? { frontMatter: '', blocks: [] };
  const record = draftRecord(letter.frontMatter, recordFile(root, id), languagesFromOriginal(root, id));
  const originalFile = record.original?.file;
  const source =
    given ??
    (originalFile !== undefined && existsSync(join(root, folder, originalFile))
      ? { bytes: readFileSync(join(root, folder, originalFile)), name: originalFile }
      : undefined);
  const original = source && (await readOriginal(source.bytes, basename(source.name)));
  const names = [...recordNames(record), ...shared.listed];
  const letters = site.languages.flatMap((locale) => {
    const own = locale === main ? letter : readLetter(root, id, locale);
    return own === undefined ? [] : [{ locale, own }];
  });
  const texts = letters.flatMap(({ locale, own }) => {
    if (isDraft(own)) return [];
    const items = own.blocks.flatMap((block) => textItems(block, locale === main, names));
    return [{ locale, blocks: own.blocks, items, page: pages.get(pageKey(id, locale)) }];
  });
  const drafts = letters.flatMap(({ locale, own }) => (isDraft(own) ? [replyFile(root, id, locale)] : []));
  const files = namedFiles({
    attachments: record.attachments ?? [],
    original: record.original,
    answers: record.answers?.map(({ text }) => ({ text })) ?? [],
  });
  return {
    id,
    title: record.title ?? id,
    number: sheetNumber(root, id, shared.drawn),
    today,
    publishAt: record.publishAt,
    record: recordLines(record, words, site, main),
    texts,
    novelty: isRecord(letter.frontMatter, folder, languagesFromOriginal(root, id))
      ? novelty({
          record: record as ReplyRecord,
          blocks: letter.blocks,
          last: recordedTexts(root, id).at(-1),
          names: [
            ...names,
            ...texts.flatMap(({ locale, items }) =>
              locale === main ? items.filter(({ kind }) => kind === 'name').map(({ words: name }) => name) : [],
            ),
          ],
          others: [...shared.texts].flatMap(([other, text]) => (other === id ? [] : [text])),
          files: files.map(({ file, name }) => ({
            name: file,
            published: shared.published.has(
              routePath('replyFile', { locale: originalLanguage(site.languages), id, file: name }),
            ),
          })),
        })
      : undefined,
    // Each place of a draft is a finding: the draft is not proofread before it is a translation.
    findings: shared.findings.filter(
      ({ place }) => place.file.startsWith(`${folder}/`) && !drafts.includes(place.file),
    ),
    original,
    placeOf: placeFinder(original, language),
    files: files.flatMap(({ file, type }) => {
      const path = join(root, folder, file);
      if (!existsSync(path)) return [];
      const bytes = readFileSync(path);
      return [
        {
          name: file,
          type: type[language],
          bytes: bytes.length,
          sha256: sha256Of(bytes),
        },
      ];
    }),
    roles: site.requireApproval ?? [],
    approvals: approvalFile(root, id),
  };
}

function placeFinder(original: Original | undefined, language: FindingLanguage): Proof['placeOf'] {
  if (original === undefined) return () => undefined;
  const find = originalFinder(original);
  return (words, around) => {
    const place = find(words, around);
    if (place === undefined) return undefined;
    const line = importWords[language].at(place.line, original.format);
    return place.whole ? line : proofWords[language].composed(line);
  };
}

/** As much of a record as can be read. */
const draftRecord = (frontMatter: string, file: string, languages: Languages): ReplyDraft =>
  readOr(
    () => readYaml(frontMatter, replyDraftSchema(languages), { file, linesBefore: 1 }),
    () => ({}),
  );

const isRecord = (frontMatter: string, file: string, languages: Languages): boolean =>
  readOr(
    () => {
      readYaml(frontMatter, replyRecordSchema(languages), { file, linesBefore: 1 });
      return true;
    },
    () => false,
  );
