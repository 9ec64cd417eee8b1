import type { Bilingual, Finding, Place } from '../../errors.ts';
import type { Quantity } from '../../language/quantities/index.ts';
import type { Commitment } from '../../model/commitment.ts';
import { LOCALES, type Locale, originalWords, type Translated } from '../../model/locale.ts';
import { type Example, file, found, type Rule, rule } from '../../rule.ts';
import { on, pass } from '../checks.ts';
import type { DocumentFacts } from '../file-report.ts';
import { SITE_PATH } from '../layout.ts';
import { wordPlacer } from '../lines.ts';
import { meaning, VALUES_SWAPPED } from '../pairs/numbers.ts';
import type { ReadSite, SiteDocument } from '../read-site.ts';
import { calculated, claimsOf, isStated, nearest, nounsAfter, otherwiseStated, type Statement } from './claims.ts';
import { daysOf, isToldDay, toldDays } from './days.ts';
import type { DatasetSource } from './source.ts';
import { isComplete, quantityOf, quoted, read, type Sources } from './statements.ts';

/** A report of the sample site with a sentence about the wells, in both languages. */
function report(zh: string, en: string): Example {
  const written = (title: string, text: string) =>
    `---\ntitle: ${title}\nsummary: ${title}\ndate: 2024-06-01\ntopics: [wells]\n---\n\n<Chart of="wells" />\n\n${text}\n`;
  return [
    ...file('content/reports/wells/zh.mdx', written('机井', zh)),
    ...file('content/reports/wells/en.mdx', written('Wells', en)),
  ];
}

const bound = report('修复了<Figure of="wells/repaired" />。', 'Repaired: <Figure of="wells/repaired" />.');

export const FIGURE_UNSOURCED = rule('figure-unsourced', {
  severity: 'error',
  waivable: true,
  why: {
    zh: '说到数据或答复的数，必须是数据或答复里有的（换算过的也可以），或者写明“本站计算：算式＝结果”；标题、说明、摘要里写错一个数，读者就信了错的。',
    en: 'A number told of a dataset or a reply is one that it states, in that unit or converted, or is marked “own calculation: formula = result”; readers believe what a headline or a summary says.',
  },
  examples: {
    bad: report('修复了25眼机井。', 'Repaired were 25 wells.'),
    good: bound,
  },
});

export const FIGURE_UNKNOWN = rule('figure-not-in-data', {
  severity: 'warning',
  waivable: true,
  why: {
    zh: '网站其他地方写的数，数据和答复里都没有：请核对，或写明理由豁免。',
    en: 'A number elsewhere on the site that no dataset or reply states: check it, or waive it with a reason.',
  },
  examples: {
    bad: [
      ...file('content/pages/notes/zh.mdx', '---\ntitle: 说明\ndescription: 说明\n---\n\n全县有机井99眼。\n'),
      ...file('content/pages/notes/en.mdx', '---\ntitle: Notes\ndescription: Notes\n---\n\nThe county has 99 wells.\n'),
    ],
    good: [
      ...file('content/pages/notes/zh.mdx', '---\ntitle: 说明\ndescription: 说明\n---\n\n已修复机井24眼。\n'),
      ...file(
        'content/pages/notes/en.mdx',
        '---\ntitle: Notes\ndescription: Notes\n---\n\n24 wells have been repaired.\n',
      ),
    ],
  },
});

export const FIGURE_UNBOUND = rule('figure-unbound', {
  severity: 'warning',
  waivable: true,
  why: {
    zh: '报告里直接写的数，数据更正时不会跟着改；用 <Figure of> 写，数和出处都自动对上。',
    en: 'A number typed into a report stays as it is when the data are corrected; written with <Figure of> it follows, and leads to its source.',
  },
  examples: { bad: report('修复了24眼机井。', 'Repaired were 24 wells.'), good: bound },
  check: on('document', unbound),
});

/** A text that tells of data or replies. */
interface Telling {
  readonly text: string;
  readonly locale: Locale;
  readonly place: (words: string) => Place;
  readonly sources: () => readonly Statement[];
  readonly breaks: Rule;
}

export const FIGURES_TOLD = pass({
  finds: [FIGURE_UNSOURCED, FIGURE_UNKNOWN],
  because: 'the same figures break one or the other, by where they are told',
  check: on('site', (site) => {
    const { sources } = site;
    return [
      ...site.datasets.flatMap((dataset) => ofDataset(dataset, sources)),
      ...site.commitments.flatMap(({ commitment, place }) => ofCommitment(commitment, place, sources)),
      ...site.documents.flatMap((document) => ofDocument(document, sources)),
      ...[site.site?.name, site.site?.description].flatMap((words) =>
        LOCALES.flatMap((locale) =>
          telling(words?.[locale], locale, () => START_OF_SITE, sources.everything, FIGURE_UNKNOWN),
        ),
      ),
    ].flatMap(claimFindings);
  }),
});

const START_OF_SITE: Place = { file: SITE_PATH, line: 1, column: 1 };

function telling(
  text: string | undefined,
  locale: Locale,
  place: Telling['place'],
  sources: Telling['sources'],
  breaks: Rule = FIGURE_UNSOURCED,
): Telling[] {
  return text === undefined || !/[\d０-９%一二三四五六七八九十百千万]|[a-z]/iu.test(text)
    ? []
    : [{ text, locale, place, sources, breaks }];
}

/** Words in several languages, each a text of its own. */
const inEach = (
  words: Translated | undefined,
  place: (locale: Locale) => Place,
  sources: Telling['sources'],
  breaks?: Rule,
): Telling[] => LOCALES.flatMap((locale) => telling(words?.[locale], locale, () => place(locale), sources, breaks));

function ofDataset({ id, read: { value }, place }: DatasetSource, { dataset }: Sources): Telling[] {
  const sources = () => dataset(id);
  const at =
    (...path: readonly PropertyKey[]) =>
    (locale: Locale) =>
      place([...path, locale]);
  const { series = [], panels = [], notes = [], changelog = [], observations = [] } = value;
  return [
    ...(['title', 'headline', 'measure', 'place', 'span'] as const).flatMap((key) =>
      inEach(value[key], at(key), sources),
    ),
    ...series.flatMap(({ label }, index) => inEach(label, at('series', index, 'label'), sources)),
    ...panels.flatMap(({ title }, index) => inEach(title, at('panels', index, 'title'), sources)),
    ...notes.flatMap((note, index) => inEach(note, at('notes', index), sources)),
    ...changelog.flatMap(({ note }, index) => inEach(note, at('changelog', index, 'note'), sources)),
    ...observations.flatMap(({ note }, index) => inEach(note, at('observations', index, 'note'), sources)),
  ];
}

function ofCommitment(
  { statement, measure, note, target, quote, progress }: Commitment,
  place: (...steps: readonly PropertyKey[]) => Place,
  { reply, dataset, everything }: Sources,
): Telling[] {
  const sources = () => [...reply(quote.reply), ...(target === undefined ? [] : dataset(target.split('/')[0] ?? ''))];
  const at =
    (...steps: readonly PropertyKey[]) =>
    (locale: Locale) =>
      place(...steps, locale);
  return [
    ...inEach(statement, at('statement'), sources),
    ...inEach(measure, at('measure'), sources),
    ...inEach(note, at('note'), sources),
    ...progress.flatMap((entry, index) =>
      inEach(entry.note, at('progress', index, 'note'), () => [...sources(), ...everything(), ...quoted(entry.quote)]),
    ),
  ];
}

function ofDocument(document: SiteDocument, { reply, dataset, everything }: Sources): Telling[] {
  const { facts } = document;
  const { id, locale, frontMatter, blocks } = facts;
  const at = (line: number) => wordPlacer(document, line);
  const head = (text: string | undefined) => (words: string) => at(1)(words === '' ? (text ?? '') : words);
  const body = (sources: Telling['sources'], breaks: Rule) =>
    blocks.flatMap(({ text, line }) => telling(text, locale, at(line), sources, breaks));
  if (frontMatter === undefined) return [];
  switch (frontMatter.kind) {
    case 'translation': {
      const { title, summary } = frontMatter.value;
      return [title, summary].flatMap((text) => telling(text, locale, head(text), () => reply(id)));
    }
    case 'record': {
      const { corrections = [], answers = [] } = frontMatter.value;
      const own = () => reply(id);
      const line = (words: Translated) => () => at(1)(originalWords(words));
      return [
        ...corrections.flatMap(({ what, why }) => [what, why].flatMap((words) => inEach(words, line(words), own))),
        ...answers.flatMap(({ points }) =>
          (points ?? []).flatMap(({ point, quote }) =>
            inEach(point, line(point), () => [...own(), ...read(quote ?? '', locale, 'quote')], FIGURE_UNKNOWN),
          ),
        ),
      ];
    }
    case 'document': {
      const named = namedIn(facts);
      const sources = () => [...named.datasets.flatMap(dataset), ...named.replies.flatMap(reply)];
      // A standing page is about the whole site, whatever it links to.
      const isNone = facts.collection === 'pages' || named.datasets.length + named.replies.length === 0;
      const [about, breaks] = isNone ? [everything, FIGURE_UNKNOWN] : [sources, FIGURE_UNSOURCED];
      const { title, summary } = frontMatter.shown;
      return [
        ...[title, summary].flatMap((text) => telling(text, locale, head(text), about, breaks)),
        ...body(about, breaks),
      ];
    }
  }
}

/** The datasets and replies that a report takes figures from, draws, quotes or links to. */
function namedIn({ components, links }: DocumentFacts): { readonly datasets: string[]; readonly replies: string[] } {
  const linked = (kind: string) =>
    links.flatMap(({ address }) => new RegExp(`/${kind}/([a-z0-9-]+)/`).exec(address)?.[1] ?? []);
  const datasets = components.flatMap(({ attributes }) => attributes['of']?.split('/')[0] ?? []);
  const replies = components.flatMap(({ attributes }) => attributes['reply'] ?? []);
  return {
    datasets: [...new Set([...datasets, ...linked('data')])],
    replies: [...new Set([...replies, ...linked('replies')])],
  };
}

function claimFindings({ text, locale, place, sources, breaks }: Telling): Finding[] {
  const claims = claimsOf(text, locale);
  // Days are told of much else on pages and in reports.
  const days = breaks === FIGURE_UNSOURCED ? daysOf(text, locale) : [];
  if (claims.length + days.length === 0) return [];
  const stated = sources();
  if (!isComplete(stated)) return [];
  const told = days.length === 0 ? new Set<string>() : toldDays(stated);
  const open = [
    ...claims.filter((claim) => !isStated(claim, stated)),
    ...days.filter((day) => !isToldDay(day, told) && !isStated(day, stated)),
  ];
  const mistaken = breaks === FIGURE_UNSOURCED ? ofOthers(claims, text, locale, stated, place) : [];
  if (open.length === 0) return mistaken;
  const own = calculated(text, locale, stated).map((quantity) => ({ quantity, where: '' }));
  const unstated = open
    .filter((claim) => !isStated(claim, own))
    .map((claim) => {
      const near = nearest(claim, stated);
      return found(breaks, place(claim.text), unsourced(claim), remedy(near));
    });
  return [...mistaken, ...unstated];
}

/** Numbers that are stated, but of other things: 900 supply points where there are 60, and 900 meters. */
function ofOthers(
  claims: readonly Quantity[],
  text: string,
  locale: Locale,
  stated: readonly Statement[],
  place: Telling['place'],
): Finding[] {
  return claims.flatMap((claim): Finding[] => {
    const nouns = nounsAfter(text, claim, locale);
    const other = otherwiseStated(claim, nouns, stated);
    if (other === undefined) return [];
    const [noun = ''] = nouns;
    return [
      found(
        VALUES_SWAPPED,
        place(claim.text),
        {
          zh: `“${claim.text}”说的是“${noun}”，${other.where}却是另一个数，“${claim.text}”说的是别的`,
          en: `“${claim.text}” is said of “${noun}”, of which ${other.where} gives another number; “${claim.text}” is of something else there`,
        },
        {
          zh: '请核对是否写反；确实如此的，写明理由豁免（waivers）',
          en: 'were they exchanged? where it is meant, waive it with a reason (waivers)',
        },
      ),
    ];
  });
}

const unsourced = (claim: Quantity): Bilingual => ({
  zh: `“${claim.text}”（${meaning(claim)}）在有关的数据和答复里都没有`,
  en: `“${claim.text}” (${meaning(claim)}) is stated by none of the data and replies that this is about`,
});

const remedy = (near: Statement | undefined): Bilingual => ({
  zh: `${near ? `最接近的是 ${near.where}。` : ''}请改正；自己算出的数写明“本站计算：算式＝结果”；确有别的依据，写明理由豁免（waivers）`,
  en: `${near ? `nearest to it is ${near.where}. ` : ''}Correct it; mark what you calculated as “own calculation: formula = result”; where it rests on something else, waive it with a reason (waivers)`,
});

/** Figures in the text of a report that could be taken from the data. */
function unbound(document: SiteDocument, { datasets }: ReadSite): Finding[] {
  const { facts } = document;
  if (facts.collection !== 'reports') return [];
  const named = namedIn(facts).datasets;
  const observations = datasets
    .filter(({ id }) => named.includes(id))
    .flatMap(({ id, read: { value } }) =>
      (value.observations ?? []).map((observation) => ({ name: `${id}/${observation.id}`, observation })),
    );
  return facts.blocks.flatMap(({ text, line }) =>
    claimsOf(text, facts.locale).flatMap((claim): Finding[] => {
      const statement = observations.find(({ observation }) =>
        isStated(claim, [{ quantity: quantityOf(observation), where: '' }]),
      );
      if (statement === undefined) return [];
      return [
        found(
          FIGURE_UNBOUND,
          wordPlacer(document, line)(claim.text),
          {
            zh: `“${claim.text}”是数据 ${statement.name} 的数，却直接写在文中`,
            en: `“${claim.text}” is the value of ${statement.name}, typed into the text`,
          },
          {
            zh: `请改写为 <Figure of="${statement.name}" />`,
            en: `write <Figure of="${statement.name}" /> in its place`,
          },
        ),
      ];
    }),
  );
}
