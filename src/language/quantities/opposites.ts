import type { Contradiction } from './contradiction.ts';

/** What one sentence says in either of two opposite ways, and what it has to lack to say it without doubt. */
interface Way {
  readonly zh: RegExp;
  readonly en: RegExp;
}

/** Opposite things that a sentence says besides its numbers, and words of each that leave no doubt in either language. */
interface Opposites {
  readonly sense: Contradiction;
  /** Plain words for each of the two. */
  readonly said: readonly [Way, Way];
  /** Anything that may mean one of the two, so that a sentence with it says nothing against it. */
  readonly meant: readonly [Way, Way];
}

const OPPOSITES: readonly Opposites[] = [
  {
    sense: 'direction',
    said: [
      {
        zh: /增长|增加|上升|上涨|增多/,
        en: /\b(?:rose|risen|rising|increas(?:e|es|ed|ing)|grew|grown|climbed)\b/i,
      },
      {
        zh: /下降|下跌|回落|下滑|减少/,
        en: /\b(?:fell|fallen|falling|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|dropp(?:ed|ing))\b/i,
      },
    ],
    meant: [
      {
        zh: /[增升涨高扩多超强]|改善|发展/,
        en: /\b(?:rose|ris|increas|grow|grew|climb|rais|higher|more|up\b|expand|improv|gain|exceed|above|over\b|widen|extend|length|add|new\b|strength|better|boost|promot|develop)/i,
      },
      {
        zh: /[减降缩跌落滑少低压省负轻退]|萎|[-−－(（]\d/,
        en: /\b(?:fell|fall|declin|decreas|drop|reduc|lower|less|few|cut|short|shr[aiu]nk|down|slow|eas|sav|narrow|below|minus|negative|worse|loss|remov|under|weak|limit|prevent|cheap|avoid)|[-−(]\d/i,
      },
    ],
  },
  {
    sense: 'bound',
    said: [
      { zh: /最高(?!人民|法院|检察)|上限/, en: /\b(?:maximum|highest|upper limit|at most)\b/i },
      { zh: /最低|下限/, en: /\b(?:minimum|lowest|lower limit|at least)\b/i },
    ],
    meant: [
      {
        zh: /最[高多大长快好]|上限|不超|以内|以下|不高于|不多于|不大于/,
        en: /\b(?:maxim|highest|most\b|upper|largest|longest|up to|within|cap\b|capped|ceiling|top)/i,
      },
      {
        zh: /最[低少小短慢近]|下限|不低于|不少于|以上|至少|不小于/,
        en: /\b(?:minim|lowest|least\b|lower|smallest|shortest|floor|fewest)/i,
      },
    ],
  },
  {
    sense: 'share',
    said: [
      { zh: /累计|合计|总计|共计/, en: /\b(?:total(?:s|led|ling)?|cumulative(?:ly)?|altogether|in all)\b/i },
      { zh: /(?<!不)平均|年均|月均|人均|户均/, en: /\b(?:averag(?:e|es|ed|ing)|per capita)\b/i },
    ],
    meant: [
      {
        zh: /[计总共全]|一共/,
        en: /\b(?:total|sum|cumulat|altogether|in all|overall|all\b|combined|so far|together)/i,
      },
      { zh: /[均每各]/, en: /\b(?:averag|mean\b|per\b|each|every|annual|yearly|monthly|daily)/i },
    ],
  },
];

/** Opposite words of a sentence and its translation, where each language says one thing and nothing that could mean the other. */
export function oppositeWords(
  zh: string,
  en: string,
): { readonly zh: string; readonly en: string; readonly sense: Contradiction }[] {
  return OPPOSITES.flatMap(({ sense, said, meant }) =>
    (
      [
        [0, 1],
        [1, 0],
      ] as const
    ).flatMap(([own, other]) => {
      const [chinese] = said[own].zh.exec(zh) ?? [];
      const [english] = said[other].en.exec(en) ?? [];
      if (chinese === undefined || english === undefined) return [];
      const isOpen = meant[other].zh.test(zh) || meant[own].en.test(en);
      return isOpen ? [] : [{ zh: chinese, en: english, sense }];
    }),
  );
}

/** Things of which official texts give a value each, by their words in both languages: values are told apart by them. */
const CONTRASTS: readonly (readonly [family: string, things: readonly (readonly [zh: RegExp, en: RegExp])[]])[] = [
  [
    'sex',
    [
      [/男(?:性|生|职工|童)?/g, /\b(?:men|males?|boys)\b/gi],
      [/女(?:性|生|职工|童)?/g, /\b(?:women|females?|girls)\b/gi],
    ],
  ],
  [
    'place',
    [
      [/城镇|城市居民/g, /\burban\b/gi],
      [/农村|乡村/g, /\brural\b/gi],
    ],
  ],
  [
    'trade',
    [
      [/出口/g, /\bexports?\b/gi],
      [/进口/g, /\bimports?\b/gi],
    ],
  ],
  [
    'care',
    [
      [/门诊/g, /\boutpatients?\b/gi],
      [/住院/g, /\binpatients?\b/gi],
    ],
  ],
  [
    'owner',
    [
      [/公办|公立/g, /\b(?:public|state-run)\b/gi],
      [/民办|私立/g, /\b(?:private|privately)\b/gi],
    ],
  ],
  [
    'school',
    [
      [/小学/g, /\bprimary\b/gi],
      [/初中/g, /\b(?:junior|lower secondary|middle)\b/gi],
      [/高中/g, /\b(?:senior|upper secondary|high school)\b/gi],
      [/幼儿园/g, /\bkindergartens?\b/gi],
    ],
  ],
  [
    'time of day',
    [
      [/夜间|夜晚/g, /\b(?:at night|night-?time|nights?)\b/gi],
      [/昼间|白天|日间/g, /\b(?:by day|daytime|during the day)\b/gi],
    ],
  ],
  [
    'season',
    [
      [/冬季|冬天/g, /\bwinter\b/gi],
      [/夏季|夏天/g, /\bsummer\b/gi],
      [/春季/g, /\bspring\b/gi],
      [/秋季/g, /\bautumn\b/gi],
    ],
  ],
  [
    'side',
    [
      [/东[侧部区线段]/g, /\beast(?:ern)?\b/gi],
      [/西[侧部区线段]/g, /\bwest(?:ern)?\b/gi],
      [/南[侧部区线段]/g, /\bsouth(?:ern)?\b/gi],
      [/北[侧部区线段]/g, /\bnorth(?:ern)?\b/gi],
    ],
  ],
  [
    'money',
    [
      [/收入/g, /\b(?:revenues?|income)\b/gi],
      [/支出/g, /\b(?:spending|expenditures?|outlays?)\b/gi],
    ],
  ],
  [
    'payer',
    [
      [/中央(?:资金|财政|补助)/g, /\bcentral\b/gi],
      [/省级?(?:资金|财政|补助)/g, /\bprovincial\b/gi],
      [/市级?(?:资金|财政|补助)/g, /\b(?:city|municipal)\b/gi],
      [/县级?(?:资金|财政|补助)/g, /\bcounty\b/gi],
    ],
  ],
  [
    'crop',
    [
      [/小麦/g, /\bwheat\b/gi],
      [/玉米/g, /\b(?:maize|corn)\b/gi],
      [/谷子/g, /\bmillet\b/gi],
      [/水稻/g, /\brice\b/gi],
    ],
  ],
];

/** Where a text names one of several things that have a value each. */
export function contrastsIn(
  text: string,
  language: 'zh' | 'en',
): { readonly key: string; readonly family: string; readonly start: number; readonly end: number }[] {
  return CONTRASTS.flatMap(([family, things]) =>
    things.flatMap((words, index) =>
      Array.from(text.matchAll(words[language === 'zh' ? 0 : 1]), ({ index: start, 0: { length } }) => ({
        key: `${family} ${index}`,
        family,
        start,
        end: start + length,
      })),
    ),
  );
}
