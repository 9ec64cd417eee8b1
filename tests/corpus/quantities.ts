import type { Bilingual } from '../../src/errors.ts';
import { formatDay } from '../../src/language/formats.ts';
import { daysInMonth } from '../../src/model/dates.ts';
import type { Random } from './random.ts';

/** A whole number as English groups it: 44,700. */
const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** A whole number divided by a power of ten, without float digits: 447 / 100 → 4.47. */
function decimal(value: number, places: number): string {
  const digits = String(value).padStart(places + 1, '0');
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  const whole = digits.slice(0, digits.length - places);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** Things that are counted: a counting word with its noun, and the English plural. */
const COUNTED: readonly Bilingual[] = [
  { zh: '处点位', en: 'sites' },
  { zh: '宗地块', en: 'parcels' },
  { zh: '户居民', en: 'households' },
  { zh: '件诉求', en: 'requests' },
  { zh: '项任务', en: 'tasks' },
  { zh: '家企业', en: 'enterprises' },
  { zh: '台设备', en: 'devices' },
  { zh: '名人员', en: 'persons' },
  { zh: '个行政村', en: 'villages' },
  { zh: '座矿山', en: 'mines' },
  { zh: '份图件', en: 'maps' },
  { zh: '次检查', en: 'inspections' },
];

/** An area in ten thousand mu: `4.47万亩`, `44,700 mu`. `hundredths` is the number times 100. */
export function areaPhrase(hundredths: number): Bilingual {
  return { zh: `${decimal(hundredths, 2)}万亩`, en: `${grouped(hundredths * 100)} mu` };
}

/** A decimal string of an area in ten thousand mu, and of the same in mu. */
export function areaValues(hundredths: number): { readonly stated: string; readonly value: string } {
  return { stated: decimal(hundredths, 2), value: String(hundredths * 100) };
}

const money = (hundredths: number): Bilingual => ({
  zh: `${decimal(hundredths, 2)}亿元`,
  en: `${grouped(hundredths)} million yuan`,
});

/** A quantity with its unit, the same value in both languages. */
export function quantity(random: Random): Bilingual {
  switch (random.integer(1, 8)) {
    case 1:
      return areaPhrase(random.integer(2, 999));
    case 2: {
      const value = random.integer(12, 9800);
      return { zh: `${value}亩`, en: `${grouped(value)} mu` };
    }
    case 3: {
      const value = decimal(random.integer(15, 9990), 1);
      return { zh: `${value}公顷`, en: `${value} ha` };
    }
    case 4:
      return money(random.integer(3, 4200));
    case 5: {
      const value = random.integer(2, 99);
      return { zh: `${value}万元`, en: `${grouped(value * 10_000)} yuan` };
    }
    case 6: {
      const value = decimal(random.integer(3, 2400), 1);
      return { zh: `${value}公里`, en: `${value} km` };
    }
    default: {
      const value = random.integer(3, 1900);
      const noun = random.pick(COUNTED);
      return { zh: `${value}${noun.zh}`, en: `${grouped(value)} ${noun.en}` };
    }
  }
}

/** A share: `85.3%`. */
export function share(random: Random): Bilingual {
  const text = `${decimal(random.integer(105, 999), 1)}%`;
  return { zh: text, en: text };
}

/** A day of a year, `YYYY-MM-DD`. */
export function dayOf(random: Random, year: number): string {
  const month = random.integer(1, 12);
  const day = random.integer(1, daysInMonth(year, month));
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A day in words. */
export const dayPhrase = (day: string): Bilingual => ({ zh: formatDay(day, 'zh'), en: formatDay(day, 'en') });
