import type { Finding, Place } from '../../errors.ts';
import type { Block } from '../../model/block.ts';
import type { Locale } from '../../model/locale.ts';
import { REFERENCE, type ReplyRecord, type ReplyTranslation } from '../../model/reply.ts';
import { found } from '../../rule.ts';
import type { DocumentFacts, FrontMatter } from '../file-report.ts';
import { type SourceText, wordPlacer } from '../lines.ts';
import { numberFindings, type TextPair } from './numbers.ts';
import { ANSWERED_UNPAIRED, pairFindings, TWIN_MISSING, untranslatedFindings } from './structure.ts';
import { namedPlaces, type PreparedTerm, staleFindings, termFindings } from './translation.ts';

/** A document in one language, with its file's text for finding places. */
export interface PairMember extends SourceText {
  readonly facts: DocumentFacts;
}

/** What is wrong between the two languages of one document. */
export function twinFindings(zh: PairMember, en: PairMember, terms: readonly PreparedTerm[]): Finding[] {
  const findings = [...untranslatedFindings(en), ...recordFindings(zh, en)];
  // A draft of `dafu translate` has the Chinese above each block: it pairs once that is gone.
  const isDraft = en.facts.blocks.some(({ text }) => text.startsWith(REFERENCE));
  if (zh.facts.unread || en.facts.unread || isDraft) return findings;
  const structure = pairFindings(zh, en);
  // Once the pairs are broken, comparing paragraph n with paragraph n would only add noise.
  if (structure.length > 0) return [...findings, ...structure];
  for (const [index, block] of zh.facts.blocks.entries()) {
    const other = en.facts.blocks[index];
    if (other === undefined) break;
    const otherPlace = wordPlacer(en, other.line);
    findings.push(...blockFindings(block, other, terms, { zhPlace: wordPlacer(zh, block.line), otherPlace }));
    findings.push(...termFindings(block.text, other.text, terms, otherPlace('')));
  }
  const { frontMatter } = en.facts;
  const basedOn = frontMatter?.kind === 'translation' ? frontMatter.value.translation?.basedOn : undefined;
  if (basedOn !== undefined) findings.push(...staleFindings(zh.facts.blocks, en.facts.blocks, basedOn, en.path));
  return findings;
}

/** What the numbers of two blocks disagree in: those of tables cell by cell, where both have the same rows. */
function blockFindings(
  zh: Block,
  en: Block,
  terms: readonly PreparedTerm[],
  places: Pick<TextPair, 'zhPlace' | 'otherPlace'>,
): Finding[] {
  const [cells, others] = [zh.rows ?? [], en.rows ?? []];
  const isTable = cells.length > 0 && cells.every((row, index) => row.length === others[index]?.length);
  if (isTable)
    return cells.flatMap((row, index) =>
      row.flatMap((cell, column) => numberFindings({ zh: cell, other: others[index]?.[column] ?? '', ...places })),
    );
  const names = { zh: namedPlaces(zh.text, terms, 'zh'), other: namedPlaces(en.text, terms, 'en') };
  return numberFindings({ zh: zh.text, other: en.text, names, ...places });
}

/** A document that one of the site's languages lacks. */
export function missingTwin(present: PairMember, missing: Locale): Finding {
  const path = `${present.path.slice(0, present.path.lastIndexOf('/') + 1)}${missing}.mdx`;
  return found(
    TWIN_MISSING,
    { file: present.path },
    { zh: `缺少${missing === 'en' ? '英文' : '中文'}稿 ${path}`, en: `${path} is missing` },
    missing === 'en'
      ? {
          zh: `请运行 dafu translate ${present.facts.id} 生成待译稿，译好后提交`,
          en: `run dafu translate ${present.facts.id} for a draft, and fill it in`,
        }
      : {
          zh: '请补上中文稿：中文为准，英文只是译文',
          en: 'add the Chinese text: it governs, and English only translates it',
        },
  );
}

/** The words of a reply's record that stand in both languages, by their key; without those that could not be read. */
function recordTexts({ title, answers, contact }: Partial<ReplyRecord | ReplyTranslation>) {
  return {
    title,
    ...Object.fromEntries(
      (answers ?? []).flatMap(({ session = '', meeting = '', number = '', title: own = '' }, index) => [
        [`session ${index}`, session],
        [`meeting ${index}`, meeting],
        [`number ${index}`, number],
        [`answers title ${index}`, own],
      ]),
    ),
    contact: contact?.map((line) => line.value).join(' '),
  };
}

/** How what is answered differs between the languages: in how many documents, or in how many proposers of one. */
function answeredFault(zh: ReplyRecord['answers'], en: ReplyTranslation['answers'], place: Place): Finding | undefined {
  const told = (chinese: number, english: number, what: { zh: string; en: string }) =>
    found(
      ANSWERED_UNPAIRED,
      place,
      {
        zh: `${what.zh}：中文有 ${chinese} 个，英文有 ${english} 个`,
        en: `${what.en}: ${chinese} in Chinese, ${english} in English`,
      },
      { zh: '请照中文的次序逐个译出', en: 'translate each, in the order of the Chinese' },
    );
  if (zh.length !== en.length)
    return told(zh.length, en.length, { zh: '所答复的建议、提案', en: 'documents answered' });
  const index = zh.findIndex(({ proposers }, at) => proposers.length !== en[at]?.proposers.length);
  const [one, other] = [zh[index], en[index]];
  return one && other
    ? told(one.proposers.length, other.proposers.length, { zh: '提出人', en: 'proposers' })
    : undefined;
}

/** The words of a report or a page in its front matter. */
const KEYS = ['title', 'summary', 'description'] as const;

function headFindings(zh: PairMember, en: PairMember, one: FrontMatter, other: FrontMatter): Finding[] {
  const words = ({ value }: FrontMatter, key: (typeof KEYS)[number]) => {
    const own: unknown = key in value ? Reflect.get(value, key) : undefined;
    return typeof own === 'string' ? own : undefined;
  };
  return KEYS.flatMap((key): Finding[] => {
    const [text, translated] = [words(one, key), words(other, key)];
    if (text === undefined || translated === undefined) return [];
    const place = (member: PairMember) => (own: string) => wordPlacer(member, 1)(own === '' ? `${key}:` : own);
    return numberFindings({ zh: text, other: translated, zhPlace: place(zh), otherPlace: place(en) });
  });
}

function recordFindings(zh: PairMember, en: PairMember): Finding[] {
  const [record, translation] = [zh.facts.frontMatter, en.facts.frontMatter];
  if (record && translation && record.kind === translation.kind) return headFindings(zh, en, record, translation);
  if (record?.kind !== 'record' || translation?.kind !== 'translation') return [];
  const { answers } = record.value;
  if (answers !== undefined && translation.value.answers !== undefined) {
    const fault = answeredFault(answers, translation.value.answers, wordPlacer(en, 1)('answers:'));
    // Entries that do not go together are not compared one by one.
    if (fault !== undefined) return [fault];
  }
  const english = new Map(Object.entries(recordTexts(translation.value)));
  return Object.entries(recordTexts(record.value)).flatMap(([name, text]) => {
    const other = english.get(name);
    // What one of the two does not give, or not rightly, is told of by itself.
    if (text === undefined || other === undefined) return [];
    const zhPlace = () => wordPlacer(zh, 1)(text);
    return numberFindings({ zh: text, other, zhPlace, otherPlace: () => wordPlacer(en, 1)(other) });
  });
}
