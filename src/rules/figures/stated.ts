import type { Bilingual, Finding } from '../../errors.ts';
import type { Quantity } from '../../language/quantities/index.ts';
import { type Example, file, found, rule } from '../../rule.ts';
import { on, pass } from '../checks.ts';
import { wordPlacer } from '../lines.ts';
import { meaning, VALUES_SWAPPED } from '../pairs/numbers.ts';
import type { ReadSite, SiteDocument } from '../read-site.ts';
import {
  calculated,
  claimsOf,
  isStated,
  miscalculated,
  nearest,
  nounsAfter,
  otherwiseStated,
  type Statement,
} from './claims.ts';
import { daysOf, isToldDay, toldDays } from './days.ts';
import { exchangedClaims, movedClaims, partReader, type ToldClaims } from './exchanged.ts';
import { isComplete, quantityOf } from './statements.ts';
import { namedIn, type Telling, tellingsOf } from './telling.ts';

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

export const FIGURES_TOLD = pass({
  finds: [FIGURE_UNSOURCED, FIGURE_UNKNOWN, VALUES_SWAPPED],
  because: 'the same figures break one or the other, by where they are told',
  check: on('site', (site) =>
    tellingsOf(site).flatMap((telling) => [...claimFindings(telling), ...calculationFindings(telling)]),
  ),
});

/** What a text calculates, and gets wrong. */
const calculationFindings = ({ text, locale, place }: Telling): Finding[] =>
  miscalculated(text, locale).map(({ result, expected }) =>
    found(
      FIGURE_UNSOURCED,
      place(result.text),
      {
        zh: `“本站计算”写的是“${result.text}”，算式算得 ${expected}`,
        en: `the “own calculation” says “${result.text}”, and its formula gives ${expected}`,
      },
      { zh: '请改正算式或结果', en: 'correct the formula or the result' },
    ),
  );

function claimFindings({ text, locale, place, sources, of, times = sources }: Telling): Finding[] {
  const claims = claimsOf(text, locale);
  // Days are told of much else on pages and in reports.
  const days = of === 'sources' ? daysOf(text, locale) : [];
  if (claims.length + days.length === 0) return [];
  const stated = sources();
  if (!isComplete(stated)) return [];
  const timed = times();
  const told = days.length === 0 ? new Set<string>() : toldDays(timed);
  const open = [
    ...claims.filter((claim) => !isStated(claim, stated)),
    ...days.filter((day) => !isToldDay(day, told) && !isStated(day, timed)),
  ];
  const resting: ToldClaims = { text, locale, claims, sources: stated, read: partReader(locale) };
  const mistaken = of === 'sources' ? [...ofOthers(resting, place), ...outOfPlace(resting, place)] : [];
  if (open.length === 0) return mistaken;
  const own = calculated(text, locale, stated).map((quantity) => ({ quantity, where: '' }));
  const unstated = open
    .filter((claim) => !isStated(claim, own))
    .map((claim) => {
      const near = nearest(claim, stated);
      return found(
        of === 'sources' ? FIGURE_UNSOURCED : FIGURE_UNKNOWN,
        place(claim.text),
        unsourced(claim),
        remedy(near),
      );
    });
  return [...mistaken, ...unstated];
}

/** Numbers that are stated, but of other things: 900 supply points where there are 60, and 900 meters. */
function ofOthers({ text, locale, claims, sources }: ToldClaims, place: Telling['place']): Finding[] {
  return claims.flatMap((claim): Finding[] => {
    const nouns = nounsAfter(text, claim, locale);
    const other = otherwiseStated(claim, nouns, sources);
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
        IF_MEANT,
      ),
    ];
  });
}

/** Values that the sources state of each other's things, or of another year. */
function outOfPlace(told: ToldClaims, place: Telling['place']): Finding[] {
  const exchanged = exchangedClaims(told).map(({ one, other }) =>
    found(
      VALUES_SWAPPED,
      place(one.text),
      {
        zh: `“${one.text}”和“${other.text}”旁边的话，在所据的文字里说的正好是对方`,
        en: `the words beside “${one.text}” and “${other.text}” are each said of the other in what this rests on`,
      },
      IF_MEANT,
    ),
  );
  const moved = movedClaims(told).map(({ claim, toldOf, statement }) =>
    found(
      VALUES_SWAPPED,
      place(claim.text),
      {
        zh: `“${claim.text}”说的是“${toldOf}”，${statement.where}说的却是另一个`,
        en: `“${claim.text}” is told of “${toldOf}”, and of another by ${statement.where}`,
      },
      IF_MEANT,
    ),
  );
  return [...exchanged, ...moved];
}

const IF_MEANT: Bilingual = {
  zh: '请核对是否写反；确实如此的，写明理由豁免（waivers）',
  en: 'were they exchanged? where it is meant, waive it with a reason (waivers)',
};

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
