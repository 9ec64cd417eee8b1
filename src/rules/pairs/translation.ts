import type { Finding, Place } from '../../errors.ts';
import type { NamedPlace } from '../../language/quantities/index.ts';
import { finder, type Term } from '../../model/glossary.ts';
import { calledIn, type Locale, languageOf } from '../../model/locale.ts';
import { outdatedBlocks } from '../../model/reply.ts';
import { blockHash } from '../../model/text.ts';
import { body, file, found, rule, translationKey } from '../../rule.ts';
import type { DocumentFacts } from '../file-report.ts';

export const TERM = rule('glossary-term', {
  severity: 'warning',
  waivable: true,
  why: {
    zh: '同一术语全站用同一译法，读者和检索才不会以为是两样东西。',
    en: 'A term has one rendering throughout, so that readers and searches do not take it for two things.',
  },
  examples: {
    bad: [
      ...file('content/glossary.yaml', 'terms:\n  - id: well\n    zh: 机井\n    en: motor-pumped well\n'),
      ...body('机井已全部修复。', 'All the boreholes have been repaired.'),
    ],
    good: [
      ...file('content/glossary.yaml', 'terms:\n  - id: well\n    zh: 机井\n    en: motor-pumped well\n'),
      ...body('机井已全部修复。', 'All motor-pumped wells have been repaired.'),
    ],
  },
});

export const STALE = rule('translation-out-of-date', {
  severity: 'warning',
  why: {
    zh: '中文段落改过之后，按旧文译的英文要重新核对；网页上会标明。',
    en: 'After a Chinese paragraph changed, the English made from the old one has to be looked at again; the page marks it.',
  },
  examples: {
    bad: translationKey('translation: { method: human, basedOn: { p2: "0000000000000000" } }'),
    good: translationKey('translation: { method: human }'),
  },
});

/** The languages of a pair. */
interface PairLanguages {
  readonly original: Locale;
  readonly other: Locale;
}

/** A term made ready for looking it up in many blocks of a pair. */
export interface PreparedTerm {
  readonly id: string;
  /** What it is called in the original, and how that is rendered. */
  readonly name: string;
  readonly rendering: string;
  /** A text without the places where it names the term; the text itself where it does not. */
  readonly without: (text: string) => string;
  readonly renderings: readonly string[];
  /** All that it is called on each side, in lower case. */
  readonly names: Readonly<Record<'original' | 'other', readonly string[]>>;
  readonly languages: PairLanguages;
}

/** Terms, longest first: a term inside a longer one counts with the longer. */
export function prepareTerms(terms: readonly Term[], languages: PairLanguages): PreparedTerm[] {
  const { original, other } = languages;
  return terms
    .flatMap((term): PreparedTerm[] => {
      const [name, rendering] = [term[original] as string | undefined, term[other] as string | undefined];
      if (name === undefined || rendering === undefined) return [];
      const forms = [name, ...(term.also[original] ?? [])];
      const renderings = [rendering, ...(term.also[other] ?? [])];
      const names = { original: forms.map(lowerCase), other: renderings.map(lowerCase) };
      const without = withoutForms(forms, original);
      return [{ id: term.id, name, rendering, without, names, renderings: renderings.map(fold), languages }];
    })
    .sort((one, two) => two.name.length - one.name.length);
}

const lowerCase = (text: string): string => text.toLowerCase();

/** Cuts names out of texts: as they are where words have no spaces or take endings, else as whole words. */
function withoutForms(forms: readonly string[], locale: Locale): (text: string) => string {
  if (languageOf(locale).search === 'pairs')
    return (text) => forms.reduce((rest, form) => rest.replaceAll(form, '\u0000'), text);
  const ways = forms.map((form) => ({ folded: fold(form), find: finder(form, locale) }));
  return (text) =>
    ways.reduce((rest, { folded, find }) => {
      if (!fold(rest).includes(folded)) return rest;
      return find(rest).reduceRight((left, { start, end }) => `${left.slice(0, start)}\u0000${left.slice(end)}`, rest);
    }, text);
}

/** Terms of a block whose rendering its translation lacks. */
export function termFindings(
  text: string,
  translation: string,
  terms: readonly PreparedTerm[],
  place: Place,
): Finding[] {
  let rest = text;
  let folded: string | undefined;
  return terms.flatMap(({ name, rendering, without, renderings, languages: { other } }): Finding[] => {
    const left = without(rest);
    if (left === rest) return [];
    rest = left;
    folded ??= fold(translation);
    if (renderings.some((own) => folded?.includes(own))) return [];
    return [
      found(
        TERM,
        place,
        {
          zh: `术语“${name}”在这一段${calledIn(other).zh}里没有译作“${rendering}”`,
          en: `“${name}” is not rendered as “${rendering}” in this paragraph`,
        },
        {
          zh: `请改用术语表的译法；另一种译法也可以时，把它加到 content/glossary.yaml 该词的 also.${other}`,
          en: `use the rendering of the glossary, or add another that is right to also.${other} of the term in content/glossary.yaml`,
        },
      ),
    ];
  });
}

/** Where the names of terms are in a text of a language, the longer before what it holds. */
export function namedPlaces(text: string, terms: readonly PreparedTerm[], side: 'original' | 'other'): NamedPlace[] {
  const searched = text.toLowerCase();
  const taken: NamedPlace[] = [];
  for (const { id, names } of terms)
    for (const wanted of names[side]) {
      for (let at = searched.indexOf(wanted); at !== -1; at = searched.indexOf(wanted, at + wanted.length)) {
        const end = at + wanted.length;
        if (!taken.some((other) => at < other.end && other.start < end)) taken.push({ id, start: at, end });
      }
    }
  return taken;
}

/** Words as they are compared: lower case, plain quotes, singular and plural alike. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[-\s]+/g, ' ')
    .replace(/ies\b/g, 'y')
    .replace(/(?<=[a-z]{2})s\b(?!')/g, '')
    .replace(/s'(?=\s|$)/g, "'");
}

/** Blocks that were made from another text than is in the original now. */
export function staleFindings(
  original: { readonly facts: DocumentFacts },
  { path, facts }: { readonly path: string; readonly facts: DocumentFacts },
  basedOn: Readonly<Record<string, string>>,
): Finding[] {
  const { blocks, locale } = original.facts;
  const [one, two] = [calledIn(locale), calledIn(facts.locale)];
  const hashOf = (id: string) => blockHash(blocks.find((block) => block.id === id)?.text ?? '');
  return outdatedBlocks(blocks, basedOn).map((id) =>
    found(
      STALE,
      { file: path, line: facts.blocks[blocks.findIndex((block) => block.id === id)]?.line ?? 1, column: 1 },
      {
        zh: `这一段（#${id}）的${one.zh}改过，${two.zh}还是按旧文译的`,
        en: `the ${one.en} of this paragraph (#${id}) has changed since it was translated`,
      },
      {
        zh: `请对照新的${one.zh}改好${two.zh}，再运行 dafu translate 更新记录`,
        en: `bring the ${two.en} up to date, then run dafu translate to record it`,
        web: {
          zh: `请对照新的${one.zh}改好${two.zh}，再把字段 basedOn 里的 ${id} 改为 ${hashOf(id)}`,
          en: `bring the ${two.en} up to date, then change ${id} below basedOn to ${hashOf(id)}`,
        },
      },
    ),
  );
}
