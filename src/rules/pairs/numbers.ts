import type { Finding, Place } from '../../errors.ts';
import { groupThousands } from '../../language/formats.ts';
import { readChineseQuantities } from '../../language/quantities/chinese.ts';
import { compareQuantities, type Disagreement } from '../../language/quantities/compare.ts';
import { readEnglishQuantities } from '../../language/quantities/english.ts';
import type { Quantity } from '../../language/quantities/quantity.ts';
import { body, found, rule } from '../../rule.ts';

export const NUMBERS_DISAGREE = rule('numbers-disagree', {
  severity: 'error',
  waivable: true,
  why: {
    zh: '译文里的数最容易错：4.47万亩是 44,700 mu，不是 447,000。两边的数要逐个相等。',
    en: 'Figures go wrong in translation: 4.47万亩 is 44,700 mu, not 447,000. Every one has to be equal on both sides.',
  },
  examples: {
    bad: body('共修复机井面积4.47万亩。', 'Wells for 447,000 mu have been repaired.'),
    good: body('共修复机井面积4.47万亩。', 'Wells for 44,700 mu have been repaired.'),
  },
});

/** A text in both languages, with where each begins. `zhPlace` and `enPlace` find words of it in their files. */
export interface TextPair {
  readonly zh: string;
  readonly en: string;
  readonly zhPlace: (words: string) => Place;
  readonly enPlace: (words: string) => Place;
}

/** Quantities that one language states and the other does not. */
export function numberFindings({ zh, en, zhPlace, enPlace }: TextPair): Finding[] {
  return compareQuantities(readChineseQuantities(zh), readEnglishQuantities(en)).map((disagreement) => {
    const place = disagreement.en === undefined ? enPlace('') : enPlace(disagreement.en.text);
    const other = disagreement.zh === undefined ? zhPlace('') : zhPlace(disagreement.zh.text);
    return found(NUMBERS_DISAGREE, place, message(disagreement, other), {
      zh: `请对照中文（${other.file}:${other.line ?? 1}）改正；两边本来就该不同时，在中文稿字段 waivers 写明规则、段落和理由`,
      en: `mend it after the Chinese (${other.file}:${other.line ?? 1}); where the two are meant to differ, give rule, paragraph and reason under waivers in the Chinese file`,
    });
  });
}

function message({ zh, en }: Disagreement, { line }: Place): Finding['message'] {
  if (zh && en) {
    return {
      zh: `数不一致：中文${at(line)}是“${zh.text}”（${meaning(zh)}），英文是“${en.text}”（${meaning(en)}）`,
      en: `the Chinese states “${zh.text}” (${meaning(zh)}), the English “${en.text}” (${meaning(en)})`,
    };
  }
  if (zh) {
    return {
      zh: `中文${at(line)}的“${zh.text}”（${meaning(zh)}）在英文里没有`,
      en: `“${zh.text}” (${meaning(zh)}) of the Chinese is not in the English`,
    };
  }
  return {
    zh: `英文的“${en?.text}”${en ? `（${meaning(en)}）` : ''}在中文里没有`,
    en: `“${en?.text}”${en ? ` (${meaning(en)})` : ''} is not in the Chinese`,
  };
}

const at = (line: number | undefined) => (line === undefined ? '' : `第 ${line} 行`);

const UNITS: Partial<Record<Quantity['kind'], string>> = {
  percent: '%',
  mu: ' mu',
  ha: ' ha',
  yuan: ' yuan',
  'us-dollar': ' USD',
  'hk-dollar': ' HKD',
  euro: ' EUR',
  pound: ' GBP',
  yen: ' JPY',
};

/** A quantity's value in figures that both languages read: `44,700 mu`, `2025-05-06`, `[2024] 1`. */
function meaning({ kind, value }: Quantity): string {
  if (kind === 'document') return value.replace(/^(\d+)\/(\d+)$/, '[$1] $2');
  if (kind === 'month') return `${value}月/month ${value}`;
  if (/[-/]/.test(value)) return value;
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.length > 4 ? groupThousands(whole) : whole;
  return `${grouped}${fraction === undefined ? '' : `.${fraction}`}${UNITS[kind] ?? ''}`;
}
