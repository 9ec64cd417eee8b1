import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Document, parseDocument } from 'yaml';
import { namedFiles } from '../../attachments/reply-files.ts';
import { checkRoot } from '../../build/check/index.ts';
import { noteMade, placeToFill, refuseOthersFiles } from '../../build/output/output-folder.ts';
import { replaceFile } from '../../build/output/tree.ts';
import type { Finding, FindingLanguage } from '../../errors.ts';
import { importWords } from '../../language/messages/importing.ts';
import { type ProofWords, proofWords } from '../../language/messages/proofing.ts';
import { approvalStates } from '../../model/approval.ts';
import type { Block } from '../../model/block.ts';
import { keepBlockIds, withIds } from '../../model/block-ids.ts';
import { splitFrontMatter } from '../../model/front-matter.ts';
import { readJson } from '../../model/json-source.ts';
import { GOVERNING_LOCALE, type Locale, USUAL_LANGUAGES, wordsIn } from '../../model/locale.ts';
import { publishedAddressesSchema } from '../../model/published.ts';
import { PLACE, type ReplyDraft, type ReplyRecord, replyDraftSchema, replyRecordSchema } from '../../model/reply.ts';
import type { Site } from '../../model/site.ts';
import { readYaml } from '../../model/yaml-source.ts';
import { approvalFile, type DrawnRecords, drawnRecords, readApprovals, sheetNumber } from '../../reading/approvals.ts';
import { readPublishedBlocks, readSite, replyFile, replyFolder, replyIds, siteLanguages } from '../../reading/files.ts';
import { recordedTexts } from '../../reading/recorded-texts.ts';
import { routePath } from '../../routes.ts';
import { PROJECT_FOLDER } from '../../system/program.ts';
import { findingsBehind, usageError } from '../../terminal/failures.ts';
import { blockNodes } from '../../text/blocks.ts';
import { parseBody } from '../../text/parse.ts';
import { textItems } from './items.ts';
import { novelty } from './novelty.ts';
import { type Original, originalFinder, readOriginal } from './original.ts';
import { type DrawnPages, drawPages, pageKey } from './page.ts';
import { itemCount, type Proof, proofSheet, type RecordLine } from './sheet.ts';

/** What `dafu proof` is asked for. */
export interface ProofRequest {
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

/** Writes the proof sheets of letters, `<id>.html` each. Throws a DeskError where a letter is unknown or the folder is not ours. */
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
    drawn: drawn(root),
    pages: await pagesOf(root, ids, today),
    texts: new Map(
      replyIds(root).map((id) => [id, readFileSync(join(root, replyFile(root, id, GOVERNING_LOCALE)), 'utf8')]),
    ),
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

/** Throws a DeskError for the first id that no letter has. */
function knownIds(root: string, ids: readonly string[], words: ProofWords): void {
  const known = new Set(replyIds(root));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw usageError(() => words.noReply(unknown));
}

/** What the sheets of one run share. */
interface Shared {
  readonly root: string;
  readonly today: string;
  readonly language: FindingLanguage;
  readonly findings: readonly Finding[];
  readonly drawn: DrawnRecords;
  readonly pages: DrawnPages;
  /** The Chinese files of all letters. */
  readonly texts: ReadonlyMap<string, string>;
  /** Every address that was ever published. */
  readonly published: ReadonlySet<string>;
}

/** Data that cannot be read draw nothing: the check says what is wrong with them. */
function drawn(root: string): DrawnRecords {
  try {
    return drawnRecords(root);
  } catch (error) {
    if (findingsBehind(error).length === 0) throw error;
    return new Map();
  }
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

function isWhole(root: string, id: string): boolean {
  const file = replyFile(root, id, GOVERNING_LOCALE);
  const { frontMatter } = splitFrontMatter(readFileSync(join(root, file), 'utf8'), file);
  try {
    readYaml(frontMatter, replyRecordSchema(siteLanguages(root)), { file, linesBefore: 1 });
    return true;
  } catch (error) {
    if (findingsBehind(error).length === 0) throw error;
    return false;
  }
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
  try {
    const blocks = blockNodes(parseBody(body, origin), origin.linesBefore).map(({ block }) => block);
    return { frontMatter, blocks: withIds(blocks, keepBlockIds(blocks, readPublishedBlocks(root, id))) };
  } catch (error) {
    if (findingsBehind(error).length === 0) throw error;
    const lines = body
      .split('\n')
      .flatMap((text, index) => (text.trim() === '' ? [] : [{ text: text.trim(), line: bodyLine + index }]));
    const block = { kind: 'paragraph', depth: undefined } as const;
    return { frontMatter, blocks: lines.map(({ text, line }) => ({ ...block, text, line, id: `${line}` })) };
  }
}

/** Whether a translation is still to be written. */
const isDraft = (letter: LetterText | undefined): boolean => letter?.blocks.some(({ text }) => text === PLACE) === true;

async function proofOf(
  id: string,
  given: { readonly bytes: Uint8Array; readonly name: string } | undefined,
  shared: Shared,
): Promise<Proof> {
  const { root, today, language, pages } = shared;
  const words = proofWords[language];
  const site = readSite(root);
  const folder = replyFolder(root, id);
  const letter = readLetter(root, id, GOVERNING_LOCALE) ?? { frontMatter: '', blocks: [] };
  const record = draftRecord(letter.frontMatter, `${folder}/zh.mdx`);
  const originalFile = record.original?.file;
  const source =
    given ??
    (originalFile !== undefined && existsSync(join(root, folder, originalFile))
      ? { bytes: readFileSync(join(root, folder, originalFile)), name: originalFile }
      : undefined);
  const original = source && (await readOriginal(source.bytes, basename(source.name)));
  const names = recordNames(record);
  const texts = site.languages.flatMap((locale) => {
    const own = locale === GOVERNING_LOCALE ? letter : readLetter(root, id, locale);
    if (own === undefined || isDraft(own)) return [];
    const items = own.blocks.flatMap((block) => textItems(block, locale === GOVERNING_LOCALE, names));
    return [{ locale, blocks: own.blocks, items, page: pages.get(pageKey(id, locale)) }];
  });
  const drafts = site.languages.flatMap((locale) =>
    isDraft(readLetter(root, id, locale)) ? [replyFile(root, id, locale)] : [],
  );
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
    record: recordLines(record, words, site),
    texts,
    novelty: isRecord(letter.frontMatter, folder)
      ? novelty({
          record: record as ReplyRecord,
          blocks: letter.blocks,
          last: recordedTexts(root, id).at(-1),
          names: [
            ...names,
            ...texts.flatMap(({ locale, items }) =>
              locale === GOVERNING_LOCALE
                ? items.filter(({ kind }) => kind === 'name').map(({ words: name }) => name)
                : [],
            ),
          ],
          others: [...shared.texts].flatMap(([other, text]) => (other === id ? [] : [text])),
          files: files.map(({ file, name }) => ({
            name: file,
            published: shared.published.has(routePath('replyFile', { locale: GOVERNING_LOCALE, id, file: name })),
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
          sha256: createHash('sha256').update(bytes).digest('hex'),
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
  return (words) => {
    const place = find(words);
    if (place === undefined) return undefined;
    const line = importWords[language].at(place.line, original.format);
    return place.whole ? line : proofWords[language].composed(line);
  };
}

/** As much of a record as can be read. */
function draftRecord(frontMatter: string, file: string): ReplyDraft {
  try {
    return readYaml(frontMatter, replyDraftSchema(USUAL_LANGUAGES), { file, linesBefore: 1 });
  } catch (error) {
    if (findingsBehind(error).length === 0) throw error;
    return {};
  }
}

function isRecord(frontMatter: string, file: string): boolean {
  try {
    readYaml(frontMatter, replyRecordSchema(USUAL_LANGUAGES), { file, linesBefore: 1 });
    return true;
  } catch (error) {
    if (findingsBehind(error).length === 0) throw error;
    return false;
  }
}

/** The names that a record gives, without what they are called by. */
function recordNames({ issuer, answers: all, signers = [], contact = [] }: ReplyDraft): string[] {
  const answers: readonly NonNullable<ReplyDraft['answers']>[number][] = all ?? [];
  const proposers = answers.flatMap(({ proposers: own = [] }) =>
    own.map((name) => name.replace(/(?:代表|委员|等\d*.*)$/u, '')),
  );
  const printed = [...signers, ...contact].flatMap(({ value }) => value.split(/[，、,；;\s]+/u));
  const bodies = answers.flatMap(({ body }) => body ?? []);
  return [...new Set([...(issuer ?? []), ...proposers, ...printed, ...bodies])].filter((name) =>
    /\p{L}{2}/u.test(name),
  );
}

/** The fields of a record, in the order of a letter. */
function recordLines(record: ReplyDraft, words: ProofWords, { topics }: Pick<Site, 'topics'>): RecordLine[] {
  const { fields } = words;
  const { signers = [], contact = [], attachments = [], handling } = record;
  const answers: readonly NonNullable<ReplyDraft['answers']>[number][] = record.answers ?? [];
  const plain = (
    [
      'number',
      'title',
      'masthead',
      'date',
      'disclosure',
      'extent',
      'outcome',
      'indexNumber',
      'published',
      'publishAt',
      'sourceUrl',
      'sourceDate',
    ] as const
  ).flatMap((key) => (record[key] === undefined ? [] : [{ label: fields[key], value: record[key] }]));
  const answered = answers.flatMap((own, index) =>
    (['body', 'session', 'meeting', 'number', 'title', 'proposers'] as const).flatMap((key): RecordLine[] => {
      const value = own[key];
      const label = `${words.answers(index + 1, answers.length)}：${words.answered[key]}`;
      return [value ?? []].flat().map((each) => ({ label, value: each }));
    }),
  );
  const cleared = answers.flatMap(({ text }) =>
    text === undefined ? [] : [{ label: words.answered.text, value: text.cleared }],
  );
  return [
    ...plain,
    ...(record.issuer ?? []).map((value) => ({ label: fields.issuer, value })),
    ...answered,
    ...cleared,
    ...(handling === undefined ? [] : [{ label: fields.handling, value: handlingLine(handling) }]),
    ...[...signers, ...contact].map(({ label, value }) => ({ label, value })),
    ...attachments.map(({ title, file }, index) => ({
      label: words.attachment(index + 1),
      value: `${wordsIn(title, GOVERNING_LOCALE)}（${file}）`,
    })),
    ...(record.topics ?? []).map((id) => ({
      label: fields.topics,
      value: topics.find((topic) => topic.id === id)?.label[GOVERNING_LOCALE] ?? id,
    })),
  ];
}

const handlingLine = (handling: NonNullable<ReplyDraft['handling']>): string =>
  Object.entries(handling)
    .map(([key, value]) => `${key}: ${[value].flat().join('、')}`)
    .join('；');

/** What `dafu proof --approve` is asked for. */
export interface ApproveRequest extends Pick<ProofRequest, 'root' | 'ids' | 'today' | 'language'> {
  readonly role: string;
}

/** Writes that a role approves letters as they are. Gives whether each was written, by its id. Throws a DeskError or SiteError. */
export function approve({ root, ids, role, today, language }: ApproveRequest): ReadonlyMap<string, boolean> {
  const words = proofWords[language];
  const roles = readSite(root).requireApproval;
  if (roles === undefined) throw usageError(() => words.noRoles);
  if (!roles.includes(role)) throw usageError(() => words.badRole(role, roles));
  knownIds(root, ids, words);
  const records = drawnRecords(root);
  return new Map(
    ids.map((id) => {
      const number = sheetNumber(root, id, records);
      const before = readApprovals(root, id);
      if (approvalStates([role], before, number).get(role) === 'approved') return [id, false];
      const path = join(root, approvalFile(root, id));
      const document = existsSync(path) ? parseDocument(readFileSync(path, 'utf8')) : new Document({ approvals: [] });
      document.setIn(
        ['approvals'],
        document.createNode([...before.filter((own) => own.role !== role), { role, date: today, sheet: number }]),
      );
      mkdirSync(dirname(path), { recursive: true });
      replaceFile(path, document.toString({ lineWidth: 120 }));
      return [id, true];
    }),
  );
}
