/** Things of which official texts give a value or a day each, by their words in both languages: values are told apart by them. */
const CONTRASTS: readonly (readonly [family: string, things: readonly (readonly [zh: string, en: string])[]])[] = [
  [
    'sex',
    [
      ['男', 'men|males?|boys'],
      ['女', 'women|females?|girls'],
    ],
  ],
  [
    'place',
    [
      ['城镇|城市居民', 'urban'],
      ['农村|乡村', 'rural'],
    ],
  ],
  [
    'trade',
    [
      ['出口', 'exports?'],
      ['进口', 'imports?'],
    ],
  ],
  [
    'care',
    [
      ['门诊', 'outpatients?'],
      ['住院', 'inpatients?'],
    ],
  ],
  [
    'owner',
    [
      ['公办|公立', 'public|state-run'],
      ['民办|私立', 'private|privately'],
    ],
  ],
  [
    'school',
    [
      ['小学', 'primary'],
      ['初中', 'junior|lower secondary|middle'],
      ['高中', 'senior|upper secondary|high school'],
      ['幼儿园', 'kindergartens?'],
    ],
  ],
  [
    'time of day',
    [
      ['夜间|夜晚', 'at night|night-?time|nights?'],
      ['昼间|白天|日间', 'by day|daytime|during the day'],
    ],
  ],
  [
    'season',
    [
      ['冬季|冬天', 'winter'],
      ['夏季|夏天', 'summer'],
      ['春季', 'spring'],
      ['秋季', 'autumn'],
    ],
  ],
  [
    'axis',
    [
      ['东西(?=[长宽走跨约])', 'east to west|west to east|east[-–]west'],
      ['南北(?=[长宽走跨约])', 'south to north|north to south|north[-–]south'],
    ],
  ],
  [
    'side',
    [
      ['东[侧部区线段]', 'east(?:ern)?'],
      ['西[侧部区线段]', 'west(?:ern)?'],
      ['南[侧部区线段]', 'south(?:ern)?'],
      ['北[侧部区线段]', 'north(?:ern)?'],
    ],
  ],
  [
    'dimension',
    [
      ['(?<![增成生延加])长度?[约为]?(?=\\d)', 'long|length'],
      ['宽度?[约为]?(?=\\d)', 'wide|width'],
      ['(?<![提增升最])高度?[约为]?(?=\\d)', 'high|tall|height'],
      ['(?<![加])深度?[约为]?(?=\\d)', 'deep|depth'],
      ['(?<![加])厚度?[约为]?(?=\\d)', 'thick|thickness'],
    ],
  ],
  [
    'size',
    [
      ['大型', 'large'],
      ['中型', 'medium(?:-sized)?'],
      ['小型', 'small'],
    ],
  ],
  [
    'money',
    [
      ['收入', 'revenues?|income'],
      ['支出', 'spending|expenditures?|outlays?'],
    ],
  ],
  [
    'payer',
    [
      ['中央(?:资金|财政|补助)', 'central'],
      ['省级?(?:资金|财政|补助)', 'provincial'],
      ['市级?(?:资金|财政|补助)', 'city|municipal'],
      ['县级?(?:资金|财政|补助)', 'county'],
    ],
  ],
  [
    'crop',
    [
      ['小麦', 'wheat'],
      ['玉米', 'maize|corn'],
      ['谷子', 'millet'],
      ['水稻', 'rice'],
    ],
  ],
  [
    'document',
    [
      ['建议(?!人)', 'suggestions?'],
      ['提案(?!人|委)', 'proposals?'],
    ],
  ],
  [
    'institution',
    [
      ['学校', 'schools?'],
      ['医院', 'hospitals?'],
      ['图书馆', 'librar(?:y|ies)'],
      ['养老院|敬老院', 'care homes?|homes for the elderly'],
    ],
  ],
  [
    'profession',
    [
      ['医生|医师', 'doctors?'],
      ['护士', 'nurses?'],
      ['教师', 'teachers?'],
    ],
  ],
  [
    'structure',
    [
      ['道路|公路', 'roads?'],
      ['桥梁', 'bridges?'],
      ['隧道', 'tunnels?'],
    ],
  ],
  [
    'livestock',
    [
      ['生猪', 'pigs?'],
      ['肉?牛(?!奶)', 'cattle'],
      ['羊', 'sheep'],
    ],
  ],
  [
    'stage',
    [
      ['开工|动工|启动', 'begun|began|begins?|started|starts?|launched'],
      ['完工|竣工|建成', 'completed|finished|built'],
      ['立项|批复', 'approved|approval'],
      ['验收', 'accepted|acceptance'],
      ['招标', 'tenders?|tendered|bids?'],
    ],
  ],
  [
    'review',
    [
      ['初审', 'first review|preliminary review'],
      ['终审', 'final (?:review|one)'],
    ],
  ],
];

/** What is told apart, in the order of the groups of its pattern. */
const THINGS = CONTRASTS.flatMap(([family, things]) =>
  things.map((_, index) => ({ key: `${family} ${index}`, family })),
);
const WORDS = {
  zh: new RegExp(CONTRASTS.flatMap(([, things]) => things.map(([zh]) => `(${zh})`)).join('|'), 'g'),
  en: new RegExp(`\\b(?:${CONTRASTS.flatMap(([, things]) => things.map(([, en]) => `(${en})`)).join('|')})\\b`, 'gi'),
};

/** Where a text names one of several things that have a value each. */
export function contrastsIn(
  text: string,
  language: 'zh' | 'en',
): { readonly key: string; readonly family: string; readonly start: number; readonly end: number }[] {
  return Array.from(text.matchAll(WORDS[language])).flatMap((match) => {
    const thing = THINGS[match.slice(1).findIndex((word) => word !== undefined)];
    return thing === undefined ? [] : [{ ...thing, start: match.index, end: match.index + match[0].length }];
  });
}
