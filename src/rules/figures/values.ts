import Big from 'big.js';
import type { Bilingual, Finding, Place } from '../../errors.ts';
import { type Quantity, readQuantities } from '../../language/quantities/index.ts';
import type { Dataset, Observation } from '../../model/dataset.ts';
import { original, originalWords } from '../../model/locale.ts';
import { isWhole } from '../../model/readable-part.ts';
import { convert, normaliseStated, PRINTED_UNITS, parsePrintedUnit } from '../../model/units.ts';
import { dataset as example, found, rule } from '../../rule.ts';
import { on, pass } from '../checks.ts';
import { evaluateFormula } from './claims.ts';
import type { DatasetSource } from './source.ts';

export const UNIT_UNKNOWN = rule('unit-unknown', {
  severity: 'error',
  why: {
    zh: '不认识的单位无法换算，图表会画错。',
    en: 'A unit that is not known cannot be converted, and charts would be wrong.',
  },
  examples: { bad: example('"unit": "眼" }', '"unit": "万丈" }'), good: example('"unit": "眼" }', '"unit": "眼" }') },
});

export const UNIT_DIFFERS = rule('unit-differs', {
  severity: 'error',
  why: {
    zh: '一个数据集只有一个单位：混用时，图上的长短没有意义。',
    en: 'A dataset is in one unit: where units mix, what is drawn longer need not be more.',
  },
  examples: {
    bad: example('"unit": "count",\n  "counter"', '"unit": "mu",\n  "counter"'),
    good: example('"unit": "count",\n  "counter"', '"unit": "count",\n  "counter"'),
  },
  check: on('dataset', otherUnits),
});

export const STATED_VALUE = rule('stated-value-disagree', {
  severity: 'error',
  why: {
    zh: '原文写的数（stated）换算后必须等于用来画图的数（value）。',
    en: 'What the source states has to equal the value that is drawn, once converted.',
  },
  examples: { bad: example('"value": "24"', '"value": "42"'), good: example('"value": "24"', '"value": "24"') },
});

export const QUOTE_VALUE = rule('quote-states-other', {
  severity: 'error',
  why: {
    zh: '引文里的数就是数据的出处：两者不同，图表就没有依据。',
    en: 'The words quoted are the figure’s source: where they state another number, the chart rests on nothing.',
  },
  examples: {
    bad: example(
      '"number": "24", "unit": "眼" },\n      "value": "24"',
      '"number": "36", "unit": "眼" },\n      "value": "36"',
    ),
    good: example('"value": "24"', '"value": "24"'),
  },
});

export const DERIVED = rule('derived-value', {
  severity: 'error',
  why: {
    zh: '本站计算的数必须由公式算得出来，别人才能验算。',
    en: 'What the site computes has to follow from its formula, so that anyone can check it.',
  },
  examples: { bad: example('"value": "60"', '"value": "61"'), good: example('"value": "60"', '"value": "60"') },
  check: on('dataset', derivedOtherwise),
});

export const DATASET_NAMES = rule('dataset-names', {
  severity: 'error',
  why: {
    zh: '数据里的名称要互相对得上：引用了不存在的系列或条目，图上就会少一块。',
    en: 'Names within a dataset have to agree: a series or observation that does not exist leaves a gap in the chart.',
  },
  examples: {
    bad: example('"series": "covered"', '"series": "closed"'),
    good: example('"series": "covered"', '"series": "covered"'),
  },
  check: on('dataset', unknownNames),
});

/** The units that a dataset can state, as they are printed. */
const KNOWN_UNITS = [...PRINTED_UNITS.zh.keys()];

export const STATED = pass({
  finds: [STATED_VALUE, UNIT_UNKNOWN, QUOTE_VALUE],
  because: 'a number is compared once its unit is known, and the words quoted with what it makes in that unit',
  check: on('dataset', ({ read: { value }, place }) =>
    (value.observations ?? []).flatMap((observation, index) =>
      observation.kind === 'derived'
        ? []
        : statedFindings(value.counter, observation, (...keys) => place(['observations', index, ...keys])),
    ),
  ),
});

function derivedOtherwise({ read, place }: DatasetSource): Finding[] {
  const { observations = [] } = read.value;
  return observations.flatMap((observation, index) =>
    observation.kind === 'derived'
      ? derivedFindings(observations, isWhole(read, 'observations'), observation, (key) =>
          place(['observations', index, key]),
        )
      : [],
  );
}

/** Values in another unit than their dataset's. */
function otherUnits({ read, place }: DatasetSource): Finding[] {
  const { unit, observations = [] } = read.value;
  if (unit === undefined) return [];
  return observations.flatMap((observation, index): Finding[] => {
    if (observation.unit === unit) return [];
    const converted = convert(observation.value, observation.unit, unit, 10) !== undefined;
    return [
      found(
        UNIT_DIFFERS,
        place(['observations', index, 'unit']),
        {
          zh: `“${observation.id}”的单位是 ${observation.unit}，数据集的单位是 ${unit}`,
          en: `“${observation.id}” is in ${observation.unit}, its dataset in ${unit}`,
        },
        converted
          ? {
              zh: `请把数据集的 unit 改成答复所用的 ${observation.unit}，读者可在网页上换算`,
              en: `give the dataset the unit that the reply prints, ${observation.unit}: readers can switch it on the page`,
            }
          : {
              zh: `${observation.unit} 不能换算成 ${unit}，请放进另一个数据集`,
              en: `${observation.unit} has no conversion to ${unit}: it belongs in another dataset`,
            },
      ),
    ];
  });
}

function statedFindings(
  counter: Dataset['counter'],
  observation: Observation,
  place: (...keys: string[]) => Place,
): Finding[] {
  const { stated, value, unit, quote } = observation;
  if (stated === undefined || quote === undefined) {
    const missing = stated === undefined ? 'stated' : 'quote';
    return [
      found(
        STATED_VALUE,
        place('id'),
        { zh: `“${observation.id}”没有 ${missing}`, en: `“${observation.id}” has no ${missing}` },
        {
          zh: '答复写明的数都要有 stated（原文的数和单位）和 quote（引文）；本站计算的数请把 kind 写成 derived',
          en: 'what a reply states has stated (number and unit as printed) and quote; what the site computes is of kind derived',
        },
      ),
    ];
  }
  const printed = parsePrintedUnit(
    stated.unit,
    counter && (Object.values(counter).find((word) => word === stated.unit) ?? originalWords(counter)),
  );
  if (printed === undefined) {
    return [
      found(
        UNIT_UNKNOWN,
        place('stated', 'unit'),
        { zh: `不认识单位“${stated.unit}”`, en: `the unit “${stated.unit}” is not known` },
        {
          zh: `可用：${KNOWN_UNITS.join('、')}及其“万”“亿”，或本数据集的量词 counter`,
          en: `known are ${KNOWN_UNITS.join(' ')}, with 万 or 亿 before them, and the dataset’s own counter`,
        },
      ),
    ];
  }
  const findings: Finding[] = [];
  const expected = normaliseStated(stated.number, printed.factor);
  if (printed.unit !== unit || !Big(expected).eq(value)) {
    findings.push(
      found(
        STATED_VALUE,
        place('value'),
        {
          zh: `原文“${stated.number}${stated.unit}”合 ${expected} ${printed.unit}，value 写的是 ${value} ${unit}`,
          en: `${stated.number}${stated.unit} is ${expected} ${printed.unit}, but value says ${value} ${unit}`,
        },
        { zh: '请对照答复改正其中一个', en: 'correct one of the two after the reply' },
      ),
    );
  }
  const quoted = original(quote);
  const words = quoted?.value.exact ?? '';
  const quantities = (quoted && readQuantities(words, quoted.locale)) ?? [];
  if (quantities.length > 0 && !quantities.some((quantity) => isValueOf(quantity, expected))) {
    findings.push(
      found(
        QUOTE_VALUE,
        place('stated', 'number'),
        {
          zh: `引文“${words}”里的数是 ${quantities.map(({ text }) => text).join('、')}，stated 写的是 ${stated.number}${stated.unit}`,
          en: `the quote “${words}” states ${quantities.map(({ text }) => text).join(', ')}, but stated says ${stated.number}${stated.unit}`,
        },
        { zh: '请对照答复改正引文或数', en: 'correct the quote or the number after the reply' },
      ),
    );
  }
  return findings;
}

/** Whether a quantity is a value: below zero only where it is written so, or falls. Dates and document numbers are no decimals. */
function isValueOf({ value, negative, direction }: Quantity, expected: string): boolean {
  if (!/^\d+(?:\.\d+)?$/.test(value) || !Big(expected).abs().eq(value)) return false;
  return Big(expected).lt(0) ? negative === true || direction === -1 : negative !== true;
}

function derivedFindings(
  observations: readonly Observation[],
  complete: boolean,
  { id, formula, value }: Observation,
  place: (key: string) => Place,
): Finding[] {
  const fault = (key: string, zh: string, en: string) =>
    found(
      DERIVED,
      place(key),
      { zh, en },
      {
        zh: '公式由本数据集的条目 id、数字和 + - * / ( ) 组成，运算符两边留空格，如“plan-2025 + plan-2026”',
        en: 'a formula is made of ids of this dataset, numbers and + - * / ( ), with spaces around operators: plan-2025 + plan-2026',
      },
    );
  if (formula === undefined)
    return [fault('id', `本站计算的“${id}”没有公式 formula`, `“${id}” is derived but has no formula`)];
  const values = new Map(observations.map((observation) => [observation.id, observation.value]));
  const result = evaluateFormula(formula, (name) => (name === id ? undefined : values.get(name)));
  if (result.unknown !== undefined)
    // What a formula names may be one of the observations that could not be read.
    return !complete
      ? []
      : [
          fault(
            'formula',
            `公式里的“${result.unknown}”不是本数据集的条目`,
            `“${result.unknown}” in the formula is no observation of this dataset`,
          ),
        ];
  if (result.value === undefined)
    return [fault('formula', `读不懂公式“${formula}”`, `the formula “${formula}” cannot be read`)];
  const places = value.split('.')[1]?.length ?? 0;
  const expected = result.value.toFixed(places);
  if (Big(expected).eq(value)) return [];
  return [
    fault(
      'value',
      `按公式应为 ${expected}，value 写的是 ${value}`,
      `the formula gives ${expected}, but value says ${value}`,
    ),
  ];
}

const CHECK_NAME: Bilingual = { zh: '请核对名称', en: 'check the name' };
const SAY_WHAT_CHANGED: Bilingual = {
  zh: '请在 changelog 加一条：版本、日期，以及改了什么、为什么、依据哪份答复（中英文）',
  en: 'add a line to changelog: version, date, and what changed, why and by which reply, in both languages',
};

function unknownNames({ read, place }: DatasetSource): Finding[] {
  const { series, observations = [], panels = [], changelog = [], version } = read.value;
  const findings: Finding[] = [];
  const fault = (path: readonly (string | number)[], zh: string, en: string, hint = CHECK_NAME) =>
    findings.push(found(DATASET_NAMES, place(path), { zh, en }, hint));
  const knownSeries = isWhole(read, 'series') ? new Set(series?.map(({ id }) => id)) : undefined;
  const unknownSeries = (name: string, ...path: readonly (string | number)[]) => {
    if (knownSeries?.has(name) === false) fault(path, `没有系列“${name}”`, `there is no series “${name}”`);
  };
  const ids = new Set<string>();
  for (const [index, { id, series: own }] of observations.entries()) {
    if (ids.has(id)) fault(['observations', index, 'id'], `条目 id“${id}”用了两次`, `the id “${id}” is there twice`);
    ids.add(id);
    unknownSeries(own, 'observations', index, 'series');
  }
  for (const [index, panel] of panels.entries())
    for (const [position, name] of panel.series.entries()) unknownSeries(name, 'panels', index, 'series', position);
  if (version !== undefined && isWhole(read, 'changelog') && changelog.every((change) => change.version !== version))
    fault(['version'], `changelog 里没有版本 ${version}`, `the changelog has no version ${version}`, SAY_WHAT_CHANGED);
  return findings;
}
