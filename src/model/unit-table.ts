/** Words or signs of a unit, each with how many of the unit it is: 平方公里 is 1,000,000 square metres. */
type Printed = Readonly<Record<string, string>>;

/** How values of a unit are written for readers: divided by `scale`, then the word. */
export interface UnitWriting {
  readonly scale: string;
  readonly word: string;
}

/** All that the program knows of a unit: numbers in both languages, charts, search and messages read it here. */
export interface UnitEntry {
  /** What it measures: units of one kind are converted into one another. */
  readonly measures: string;
  /** How many of the kind's base unit one is, as an exact fraction. */
  readonly size: readonly [times: string, over: string];
  /** How documents print it. English in lower case, as `englishUnit` says; plurals in -s need no entry. */
  readonly printed: { readonly zh: Printed; readonly en: Printed };
  /** How a page writes it; where there are several, readers can switch between them, by position the same in each language. */
  readonly written: { readonly zh: readonly UnitWriting[]; readonly en: readonly UnitWriting[] };
  /** Its common code in UN/CEFACT Recommendation 20, for other programs; undefined where that has no such unit. */
  readonly code?: string;
  /** Other units that readers of a dataset can switch to. */
  readonly switchesTo?: readonly string[];
}

const plainly = (zh: string, en: string): UnitEntry['written'] => ({
  zh: [{ scale: '1', word: zh }],
  en: [{ scale: '1', word: en }],
});

const currency = (measures: string, zh: Printed, en: Printed, written: UnitEntry['written']): UnitEntry => ({
  measures,
  size: ['1', '1'],
  printed: { zh, en },
  written,
});

/** The units that values are normalised to. `count` is counted in the dataset's own counter (座, mines). To add one, add it here. */
export const TABLE = {
  count: { measures: 'count', size: ['1', '1'], printed: { zh: {}, en: {} }, written: plainly('', '') },
  mu: {
    measures: 'area',
    size: ['2000', '3'],
    printed: { zh: { 亩: '1', 市亩: '1' }, en: { mu: '1' } },
    written: { zh: [{ scale: '10000', word: '万亩' }], en: [{ scale: '1', word: 'mu' }] },
    switchesTo: ['ha'],
  },
  ha: {
    code: 'HAR',
    measures: 'area',
    size: ['10000', '1'],
    printed: { zh: { 公顷: '1' }, en: { hectare: '1', ha: '1' } },
    written: plainly('公顷', 'ha'),
    switchesTo: ['mu'],
  },
  yuan: currency(
    'yuan',
    { 元: '1', 人民币: '1', 块钱: '1', 角: '0.1' },
    { yuan: '1', rmb: '1', cny: '1' },
    {
      zh: [
        { scale: '100000000', word: '亿元' },
        { scale: '10000', word: '万元' },
      ],
      en: [
        { scale: '1000000', word: 'million yuan' },
        { scale: '1000000000', word: 'billion yuan' },
      ],
    },
  ),
  percent: {
    code: 'P1',
    measures: 'percent',
    size: ['1', '1'],
    printed: {
      zh: { '%': '1', '‰': '0.1' },
      en: { '%': '1', 'per cent': '1', percent: '1', '‰': '0.1', 'per mille': '0.1' },
    },
    written: plainly('%', '%'),
  },
  'percentage-point': {
    measures: 'percentage-point',
    size: ['1', '1'],
    printed: {
      zh: { 个百分点: '1', 百分点: '1', 个基点: '0.01', 基点: '0.01' },
      en: { 'percentage point': '1', 'basis point': '0.01' },
    },
    written: plainly('个百分点', 'percentage points'),
  },
  tonne: {
    code: 'TNE',
    measures: 'mass',
    size: ['1000', '1'],
    printed: {
      zh: {
        吨: '1',
        公斤: '0.001',
        千克: '0.001',
        kg: '0.001',
        斤: '0.0005',
        克: '0.000001',
        毫克: '0.000000001',
        微克: '0.000000000001',
      },
      en: {
        tonne: '1',
        ton: '1',
        t: '1',
        kilogram: '0.001',
        kilogramme: '0.001',
        kg: '0.001',
        jin: '0.0005',
        catty: '0.0005',
        catties: '0.0005',
        gram: '0.000001',
        mg: '0.000000001',
        milligram: '0.000000001',
        milligramme: '0.000000001',
        μg: '0.000000000001',
        microgram: '0.000000000001',
        microgramme: '0.000000000001',
      },
    },
    written: { zh: [{ scale: '10000', word: '万吨' }], en: [{ scale: '1', word: 'tonnes' }] },
  },
  kilometre: {
    code: 'KMT',
    measures: 'length',
    size: ['1000', '1'],
    printed: {
      zh: { 公里: '1', 千米: '1', 米: '0.001', 厘米: '0.00001', 毫米: '0.000001', km: '1' },
      en: {
        kilometre: '1',
        kilometer: '1',
        km: '1',
        metre: '0.001',
        m: '0.001',
        centimetre: '0.00001',
        centimeter: '0.00001',
        cm: '0.00001',
        millimetre: '0.000001',
        millimeter: '0.000001',
        mm: '0.000001',
      },
    },
    written: plainly('公里', 'km'),
  },
  'square-metre': {
    code: 'MTK',
    measures: 'area',
    size: ['1', '1'],
    printed: {
      zh: { 平方米: '1', 平方公里: '1000000', 平方千米: '1000000', '㎡': '1', 'm²': '1', 'km²': '1000000' },
      en: {
        'square metre': '1',
        'square meter': '1',
        'sq m': '1',
        m2: '1',
        'm²': '1',
        'square kilometre': '1000000',
        'square kilometer': '1000000',
        'sq km': '1000000',
        km2: '1000000',
        'km²': '1000000',
      },
    },
    written: plainly('平方米', 'm²'),
  },
  'cubic-metre': {
    code: 'MTQ',
    measures: 'volume',
    size: ['1', '1'],
    printed: {
      zh: { 立方米: '1', 立方: '1', 'm³': '1', 立方公里: '1000000000', 升: '0.001', 毫升: '0.000001' },
      en: {
        'cubic metre': '1',
        'cubic meter': '1',
        m3: '1',
        'm³': '1',
        'cubic kilometre': '1000000000',
        'cubic kilometer': '1000000000',
        litre: '0.001',
        liter: '0.001',
        millilitre: '0.000001',
        milliliter: '0.000001',
      },
    },
    written: { zh: [{ scale: '10000', word: '万立方米' }], en: [{ scale: '1', word: 'm³' }] },
  },
  'kilowatt-hour': {
    code: 'KWH',
    measures: 'energy',
    size: ['1', '1'],
    printed: {
      zh: { 千瓦时: '1', 千瓦小时: '1', 千瓦·时: '1', 度电: '1', 兆瓦时: '1000', 吉瓦时: '1000000', kwh: '1' },
      en: {
        'kilowatt-hour': '1',
        'kilowatt hour': '1',
        kwh: '1',
        'megawatt-hour': '1000',
        mwh: '1000',
        'gigawatt-hour': '1000000',
        gwh: '1000000',
      },
    },
    written: { zh: [{ scale: '10000', word: '万千瓦时' }], en: [{ scale: '1', word: 'kWh' }] },
  },
  kilowatt: {
    code: 'KWT',
    measures: 'power',
    size: ['1', '1'],
    printed: {
      zh: { 千瓦: '1', 兆瓦: '1000', 吉瓦: '1000000' },
      en: { kilowatt: '1', kw: '1', megawatt: '1000', mw: '1000', gigawatt: '1000000', gw: '1000000' },
    },
    written: { zh: [{ scale: '10000', word: '万千瓦' }], en: [{ scale: '1', word: 'kW' }] },
  },
  kilovolt: {
    measures: 'voltage',
    size: ['1', '1'],
    printed: { zh: { 千伏: '1', 伏: '0.001', kv: '1' }, en: { kilovolt: '1', kv: '1', volt: '0.001' } },
    written: plainly('千伏', 'kV'),
  },
  decibel: {
    measures: 'loudness',
    size: ['1', '1'],
    printed: { zh: { 分贝: '1', db: '1' }, en: { decibel: '1', db: '1' } },
    written: plainly('分贝', 'dB'),
  },
  'microgram-per-cubic-metre': {
    measures: 'concentration',
    size: ['1', '1'],
    printed: {
      zh: {
        '微克/立方米': '1',
        '毫克/立方米': '1000',
        '毫克/升': '1000000',
        微克每立方米: '1',
        'μg/m³': '1',
        'µg/m³': '1',
        'mg/m³': '1000',
        'mg/l': '1000000',
      },
      en: {
        'μg/m³': '1',
        'µg/m³': '1',
        'μg/m3': '1',
        'ug/m3': '1',
        'mg/m³': '1000',
        'mg/m3': '1000',
        'mg/l': '1000000',
        'microgram per cubic metre': '1',
        'micrograms per cubic metre': '1',
        'microgramme per cubic metre': '1',
        'microgrammes per cubic metre': '1',
        'milligram per cubic metre': '1000',
        'milligrams per cubic metre': '1000',
        'milligram per litre': '1000000',
        'milligrams per litre': '1000000',
      },
    },
    written: plainly('微克/立方米', 'μg/m³'),
  },
  celsius: {
    code: 'CEL',
    measures: 'temperature',
    size: ['1', '1'],
    printed: {
      zh: { '℃': '1', 摄氏度: '1', '°c': '1' },
      en: { '°c': '1', '℃': '1', 'degree celsius': '1', 'degrees celsius': '1' },
    },
    written: plainly('℃', '°C'),
  },
  minutes: {
    code: 'MIN',
    measures: 'time',
    size: ['1', '1'],
    printed: { zh: { 分钟: '1', 小时: '60', 个小时: '60' }, en: { minute: '1', hour: '60', 'working hour': '60' } },
    written: plainly('分钟', 'minutes'),
  },
  seconds: {
    code: 'SEC',
    measures: 'time',
    size: ['1', '60'],
    printed: { zh: { 秒: '1', 秒钟: '1' }, en: { seconds: '1' } },
    written: plainly('秒', 'seconds'),
  },
  days: {
    code: 'DAY',
    measures: 'days',
    size: ['1', '1'],
    printed: {
      zh: { 天: '1', 日: '1', 个工作日: '1', 工作日: '1', 周: '7', 个星期: '7', 星期: '7' },
      en: { day: '1', 'working day': '1', 'business day': '1', week: '7' },
    },
    written: plainly('天', 'days'),
  },
  months: {
    code: 'MON',
    measures: 'months',
    size: ['1', '1'],
    printed: { zh: { 个月: '1', 年: '12', 周年: '12' }, en: { month: '1', year: '12' } },
    written: plainly('个月', 'months'),
  },
  times: {
    measures: 'times',
    size: ['1', '1'],
    printed: { zh: { 倍: '1' }, en: { times: '1', fold: '1' } },
    written: plainly('倍', 'times'),
  },
  'us-dollar': currency(
    'us-dollar',
    { 美元: '1', 美金: '1' },
    { 'us dollar': '1', dollar: '1', usd: '1' },
    { zh: [{ scale: '10000', word: '万美元' }], en: [{ scale: '1', word: 'US dollars' }] },
  ),
  'hk-dollar': currency(
    'hk-dollar',
    { 港元: '1', 港币: '1' },
    { 'hong kong dollar': '1', hkd: '1' },
    { zh: [{ scale: '10000', word: '万港元' }], en: [{ scale: '1', word: 'Hong Kong dollars' }] },
  ),
  euro: currency(
    'euro',
    { 欧元: '1' },
    { euro: '1', eur: '1' },
    { zh: [{ scale: '10000', word: '万欧元' }], en: [{ scale: '1', word: 'euros' }] },
  ),
  pound: currency(
    'pound',
    { 英镑: '1' },
    { pound: '1', gbp: '1' },
    { zh: [{ scale: '10000', word: '万英镑' }], en: [{ scale: '1', word: 'pounds' }] },
  ),
  yen: currency(
    'yen',
    { 日元: '1' },
    { yen: '1', 'japanese yen': '1', jpy: '1' },
    { zh: [{ scale: '10000', word: '万日元' }], en: [{ scale: '1', word: 'yen' }] },
  ),
} as const satisfies Readonly<Record<string, UnitEntry>>;
