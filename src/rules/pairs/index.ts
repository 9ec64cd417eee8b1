import type { Finding, Place } from '../../errors.ts';
import type { Block } from '../../model/block.ts';
import type { Term } from '../../model/glossary.ts';
import { calledIn, type Locale } from '../../model/locale.ts';
import { isWhole, type Readable } from '../../model/readable-part.ts';
import { REFERENCE, type ReplyRecord, type ReplyTranslation } from '../../model/reply.ts';
import { found } from '../../rule.ts';
import type { DocumentFacts, FrontMatter } from '../file-report.ts';
import { type SourceText, wordPlacer } from '../lines.ts';
import { numberFindings, type TextPair } from './numbers.ts';
import { ANSWERED_UNPAIRED, pairFindings, TWIN_MISSING, untranslatedFindings } from './structure.ts';
import { namedPlaces, type PreparedTerm, prepareTerms, staleFindings, termFindings } from './translation.ts';

/** What is read of a document in one language. */
interface ReadText {
  readonly path: string;
  readonly facts: DocumentFacts;
}

/** A text and one that translates it. All of it can be sent to another thread. */
export interface PairOfTexts {
  readonly original: ReadText;
  readonly other: ReadText;
}

/** A document in one language, with its file's text for finding places. */
type PairMember = ReadText & SourceText;

/**
 * What is wrong in each of some pairs, in their order: the terms are made ready once. `textOf` gives the text of a file, and is asked only
 * where there is a finding.
 */
export function pairsFindings(
  pairs: readonly PairOfTexts[],
  terms: readonly Term[],
  textOf: (path: string) => string,
): Finding[][] {
  const prepared = new Map<string, readonly PreparedTerm[]>();
  const member = ({ path, facts }: ReadText): PairMember => ({ path, facts, text: () => textOf(path) });
  return pairs.map(({ original, other }) => {
    const languages = { original: original.facts.locale, other: other.facts.locale };
    const key = `${languages.original} ${languages.other}`;
    const own = prepared.get(key) ?? prepareTerms(terms, languages);
    prepared.set(key, own);
    return twinFindings(member(original), member(other), own);
  });
}

/** What is wrong between a document and what translates it. */
function twinFindings(original: PairMember, other: PairMember, prepared: readonly PreparedTerm[]): Finding[] {
  const languages = { original: original.facts.locale, other: other.facts.locale };
  const findings = [...untranslatedFindings(other, languages.original), ...recordFindings(original, other)];
  // A draft of `dafu translate` has the original above each block: it pairs once that is gone.
  const isDraft = other.facts.blocks.some(({ text }) => text.startsWith(REFERENCE));
  if (original.facts.unread || other.facts.unread || isDraft) return findings;
  const structure = pairFindings(original, other);
  // Once the pairs are broken, comparing paragraph n with paragraph n would only add noise.
  if (structure.length > 0) return [...findings, ...structure];
  for (const [index, block] of original.facts.blocks.entries()) {
    const twin = other.facts.blocks[index];
    if (twin === undefined) break;
    const otherPlace = wordPlacer(other, twin.line);
    const places = { zhPlace: wordPlacer(original, block.line), otherPlace };
    findings.push(
      ...blockFindings(block, twin, prepared, { ...places, original: languages.original, locale: languages.other }),
    );
    findings.push(...termFindings(block.text, twin.text, prepared, otherPlace('')));
  }
  const { frontMatter } = other.facts;
  const basedOn = frontMatter?.kind === 'translation' ? frontMatter.value.translation?.basedOn : undefined;
  if (basedOn !== undefined) findings.push(...staleFindings(original, other, basedOn));
  return findings;
}

/** What the numbers of two blocks disagree in: those of tables cell by cell, where both have the same rows. */
function blockFindings(
  block: Block,
  twin: Block,
  terms: readonly PreparedTerm[],
  places: Pick<TextPair, 'zhPlace' | 'otherPlace' | 'original' | 'locale'>,
): Finding[] {
  const [cells, others] = [block.rows ?? [], twin.rows ?? []];
  const isTable = cells.length > 0 && cells.every((row, index) => row.length === others[index]?.length);
  if (isTable)
    return cells.flatMap((row, index) =>
      row.flatMap((cell, column) => numberFindings({ zh: cell, other: others[index]?.[column] ?? '', ...places })),
    );
  const named = namedPlaces(block.text, terms, 'original');
  // Names are compared: where one text has none, those of the other say nothing.
  const names = { zh: named, other: named.length === 0 ? [] : namedPlaces(twin.text, terms, 'other') };
  return numberFindings({ zh: block.text, other: twin.text, names, ...places });
}

/** A document that one of the site's languages lacks; `original` is that of the originals. */
export function missingTwin(present: PairMember, missing: Locale, original: Locale): Finding {
  const path = `${present.path.slice(0, present.path.lastIndexOf('/') + 1)}${missing}.mdx`;
  const called = calledIn(missing);
  return found(
    TWIN_MISSING,
    { file: present.path },
    { zh: `缺少${called.zh}稿 ${path}`, en: `${path} is missing` },
    missing === original
      ? {
          zh: `请补上${called.zh}稿：${called.zh}为准，其他语言只是译文`,
          en: `add the ${called.en} text: it governs, and the others only translate it`,
        }
      : {
          zh: `请运行 dafu translate ${present.facts.id} 生成待译稿，译好后提交`,
          en: `run dafu translate ${present.facts.id} for a draft, and fill it in`,
          web: {
            zh: `请在网页上新建 ${path}：字段照别的译稿写，正文逐段翻译；或者请维护人员生成待译稿`,
            en: `create ${path} on the web page, with the fields of another translation and the text block by block; or have whoever maintains the site make a draft`,
          },
        },
  );
}

/**
 * The words of a reply's record that are in both languages, by their key; without those that could not be read. Of a list that lost an
 * entry, the others would be paired wrongly.
 */
function recordTexts(read: Readable<ReplyRecord | ReplyTranslation>) {
  const { title } = read.value;
  const answers = isWhole(read, 'answers') ? read.value.answers : undefined;
  const contact = isWhole(read, 'contact') ? read.value.contact : undefined;
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
function answeredFault(
  original: { readonly answers: ReplyRecord['answers']; readonly locale: Locale },
  other: { readonly answers: ReplyTranslation['answers']; readonly locale: Locale },
  place: Place,
): Finding | undefined {
  const [one, two] = [calledIn(original.locale), calledIn(other.locale)];
  const told = (first: number, second: number, what: { zh: string; en: string }) =>
    found(
      ANSWERED_UNPAIRED,
      place,
      {
        zh: `${what.zh}：${one.zh}有 ${first} 个，${two.zh}有 ${second} 个`,
        en: `${what.en}: ${first} in ${one.en}, ${second} in ${two.en}`,
      },
      { zh: `请照${one.zh}的次序逐个译出`, en: `translate each, in the order of the ${one.en}` },
    );
  if (original.answers.length !== other.answers.length)
    return told(original.answers.length, other.answers.length, { zh: '所答复的建议、提案', en: 'documents answered' });
  const index = original.answers.findIndex(
    ({ proposers }, at) => proposers.length !== other.answers[at]?.proposers.length,
  );
  const [named, translated] = [original.answers[index], other.answers[index]];
  return named && translated
    ? told(named.proposers.length, translated.proposers.length, { zh: '提出人', en: 'proposers' })
    : undefined;
}

/** The words of a report or a page in its front matter. */
const KEYS = ['title', 'summary', 'description'] as const;

function headFindings(original: PairMember, twin: PairMember, one: FrontMatter, other: FrontMatter): Finding[] {
  const words = ({ value }: FrontMatter, key: (typeof KEYS)[number]) => {
    const own: unknown = key in value ? Reflect.get(value, key) : undefined;
    return typeof own === 'string' ? own : undefined;
  };
  const languages = { original: original.facts.locale, locale: twin.facts.locale };
  return KEYS.flatMap((key): Finding[] => {
    const [text, translated] = [words(one, key), words(other, key)];
    if (text === undefined || translated === undefined) return [];
    const place = (member: PairMember) => (own: string) => wordPlacer(member, 1)(own === '' ? `${key}:` : own);
    return numberFindings({
      zh: text,
      other: translated,
      zhPlace: place(original),
      otherPlace: place(twin),
      ...languages,
    });
  });
}

function recordFindings(original: PairMember, other: PairMember): Finding[] {
  const [record, translation] = [original.facts.frontMatter, other.facts.frontMatter];
  if (record && translation && record.kind === translation.kind)
    return headFindings(original, other, record, translation);
  if (record?.kind !== 'record' || translation?.kind !== 'translation') return [];
  const answers = isWhole(record, 'answers') ? record.value.answers : undefined;
  const translatedAnswers = isWhole(translation, 'answers') ? translation.value.answers : undefined;
  const { locale } = original.facts;
  if (answers !== undefined && translatedAnswers !== undefined) {
    const translated = { answers: translatedAnswers, locale: other.facts.locale };
    const fault = answeredFault({ answers, locale }, translated, wordPlacer(other, 1)('answers:'));
    // Entries that do not go together are not compared one by one.
    if (fault !== undefined) return [fault];
  }
  const translated = new Map(Object.entries(recordTexts(translation)));
  return Object.entries(recordTexts(record)).flatMap(([name, text]) => {
    const twin = translated.get(name);
    // What one of the two does not give, or not rightly, is told of by itself.
    if (text === undefined || twin === undefined) return [];
    return numberFindings({
      zh: text,
      other: twin,
      original: locale,
      locale: other.facts.locale,
      zhPlace: () => wordPlacer(original, 1)(text),
      otherPlace: () => wordPlacer(other, 1)(twin),
    });
  });
}
