import type { Finding, Place } from '../errors.ts';
import {
  type Bureau,
  type BureauList,
  type BureauName,
  bureausAbove,
  bureausNamed,
  firstName,
  isBorneOn,
  sharePeriod,
} from '../model/bureau.ts';
import { calledIn, LOCALES, originalWords } from '../model/locale.ts';
import { isWhole, type Readable } from '../model/readable-part.ts';
import { type Example, file, found, key, rule } from '../rule.ts';
import { on } from './checks.ts';
import type { ReadSite } from './read-site.ts';

export const BUREAUS_PATH = 'content/bureaus.yaml';

/** The host of the sample, as it is recorded. */
const HOST = '  - { id: water, names: [{ zh: 虚构县水利局, from: 2019 }, { zh: 虚构县水务所, to: 2018 }] }\n';
/** A record of bureaus with the sample's host and others. */
export const recordOf = (...others: readonly string[]): Example =>
  file(BUREAUS_PATH, `bureaus:\n${HOST}${others.join('')}`);

export const BUREAU_TWICE = rule('bureau-twice', {
  severity: 'error',
  why: {
    zh: '代号决定单位的网址和文件夹，名称决定一份答复归谁；两个单位同时共用，就分不清了。',
    en: 'The id is a bureau’s address and folder, and the name says whose a reply is: two bureaus cannot share either at one time.',
  },
  examples: {
    bad: recordOf('  - { id: farming, names: [{ zh: 虚构县水利局 }] }\n'),
    good: recordOf('  - { id: farming, names: [{ zh: 虚构县农业农村局 }] }\n'),
  },
  check: on('site', repeated),
});

export const BUREAU_YEARS = rule('bureau-years', {
  severity: 'error',
  why: {
    zh: '名称的起止时间写反了，就没有一份答复能对上它。',
    en: 'A name that ends before it begins fits no reply.',
  },
  examples: {
    bad: recordOf('  - { id: farming, names: [{ zh: 虚构县农业局, from: 2019, to: 2004 }] }\n'),
    good: recordOf('  - { id: farming, names: [{ zh: 虚构县农业局, from: 2004, to: 2019 }] }\n'),
  },
  check: on('site', wrongYears),
});

export const BUREAU_PARENT = rule('bureau-parent', {
  severity: 'error',
  why: {
    zh: '上级单位要在名录里，隶属关系不能绕成圈，否则排不出上下级。',
    en: 'Each parent has to be recorded, and parents must not form a circle: otherwise nobody can tell which bureau is above which.',
  },
  examples: {
    bad: recordOf('  - { id: farming, names: [{ zh: 虚构县农业农村局 }], parent: farming }\n'),
    good: recordOf('  - { id: farming, names: [{ zh: 虚构县农业农村局 }], parent: water }\n'),
  },
  check: on('site', wrongParents),
});

export const BUREAU_HOST = rule('bureau-host', {
  severity: 'error',
  why: {
    zh: '办网站的单位也是名录里的一个单位，两处的名称要一致。',
    en: 'The bureau that hosts the site is one of those recorded, under the same name.',
  },
  examples: {
    bad: file(BUREAUS_PATH, 'bureaus:\n  - { id: farming, names: [{ zh: 虚构县农业农村局 }] }\n').concat(
      key('issuer: 虚构县农业农村局'),
    ),
    good: recordOf(),
  },
  check: on('site', unknownHost),
});

/** The record of bureaus as far as it could be read, and how its places are found. */
export interface BureausSource {
  readonly read: Readable<BureauList>;
  /** The place of a value of the record: `place(['bureaus', 0, 'id'])`. */
  readonly place: (path: readonly PropertyKey[]) => Place;
}

const bureausOf = ({ bureaus }: ReadSite): readonly Bureau[] => bureaus?.read.value.bureaus ?? [];

/** Ids and names that an earlier bureau has, names only where it had them at the same time. */
function repeated(site: ReadSite): Finding[] {
  const { bureaus: source } = site;
  const bureaus = bureausOf(site);
  if (source === undefined) return [];
  const names = bureaus.flatMap((bureau) => bureau.names.map((name) => ({ id: bureau.id, name })));
  return bureaus.flatMap((bureau, index) => [
    ...idFindings(bureaus, bureau, () => source.place(['bureaus', index, 'id']), index),
    ...bureau.names.flatMap((name, at): Finding[] => {
      const before = names.slice(
        0,
        names.findIndex((other) => other.name === name),
      );
      const same = before.find((other) => firstName(other.name) === firstName(name) && sharePeriod(other.name, name));
      return same === undefined || endsBeforeItBegins(name)
        ? []
        : [sameName(source.place(['bureaus', index, 'names', at]), firstName(name), same.id)];
    }),
  ]);
}

function idFindings(bureaus: readonly Bureau[], { id }: Bureau, place: () => Place, index: number): Finding[] {
  if (bureaus.findIndex((other) => other.id === id) === index) return [];
  return [
    found(
      BUREAU_TWICE,
      place(),
      { zh: `代号“${id}”已经是另一个单位的`, en: `the id “${id}” is already that of another bureau` },
      { zh: '请给这个单位换一个代号；同一个单位只写一条', en: 'give this bureau another id; record a bureau once' },
    ),
  ];
}

const endsBeforeItBegins = ({ from, to }: BureauName): boolean =>
  from !== undefined && to !== undefined && from.slice(0, to.length) > to;

function sameName(place: Place, called: string, id: string): Finding {
  return found(
    BUREAU_TWICE,
    place,
    {
      zh: `名称“${called}”同一时期已经属于“${id}”`,
      en: `the name “${called}” already belongs to “${id}” at the same time`,
    },
    {
      zh: '请核对名称；先后用过同一名称的，用 from、to 写明各自的起止时间',
      en: 'check the name; where one bureau took it over from the other, give each its from and to',
    },
  );
}

function wrongYears(site: ReadSite): Finding[] {
  const { bureaus: source } = site;
  return bureausOf(site).flatMap(({ names }, index) =>
    names.flatMap((name, at): Finding[] => {
      if (source === undefined || !endsBeforeItBegins(name)) return [];
      const { from, to } = name;
      return [
        found(
          BUREAU_YEARS,
          source.place(['bureaus', index, 'names', at]),
          {
            zh: `名称“${firstName(name)}”从 ${from} 起用，却到 ${to} 为止`,
            en: `the name “${firstName(name)}” begins in ${from} and ends in ${to}`,
          },
          { zh: '请核对 from 和 to', en: 'check from and to' },
        ),
      ];
    }),
  );
}

function wrongParents(site: ReadSite): Finding[] {
  const { bureaus: source } = site;
  if (source === undefined) return [];
  const bureaus = bureausOf(site);
  const complete = isWhole(source.read, 'bureaus');
  return bureaus.flatMap((bureau, index) =>
    parentFindings(bureaus, bureau, complete, () => source.place(['bureaus', index, 'parent'])),
  );
}

function parentFindings(bureaus: readonly Bureau[], bureau: Bureau, complete: boolean, place: () => Place): Finding[] {
  const { id, parent } = bureau;
  if (parent === undefined) return [];
  const known = bureaus.some((other) => other.id === parent);
  if (!known)
    return complete
      ? [
          found(
            BUREAU_PARENT,
            place(),
            { zh: `上级单位“${parent}”不在名录里`, en: `the parent “${parent}” is not recorded` },
            listed(bureaus.map((other) => other.id)),
          ),
        ]
      : [];
  const above = bureausAbove(bureaus, bureau);
  if ((above.at(-1) ?? bureau).parent !== id) return [];
  return [
    found(
      BUREAU_PARENT,
      place(),
      {
        zh: `隶属关系绕成了圈：${[id, ...above.map((other) => other.id), id].join(' → ')}`,
        en: `the parents make a circle: ${[id, ...above.map((other) => other.id), id].join(' → ')}`,
      },
      { zh: '请删去其中不对的 parent', en: 'remove the parent that is wrong' },
    ),
  ];
}

/** The host of the site among the bureaus, under the name that it has today. */
function unknownHost(site: ReadSite): Finding[] {
  const issuer = site.site?.issuer;
  if (site.bureaus === undefined || !isWhole(site.bureaus.read, 'bureaus') || issuer === undefined) return [];
  const [bureaus, place, { today }] = [bureausOf(site), site.sitePlace('issuer'), site];
  const named = originalWords(issuer);
  const own = bureausNamed(bureaus, named);
  const current = own.filter(({ name }) => isBorneOn(name, today));
  if (own.length === 0 || current.length === 0)
    return [
      found(
        BUREAU_HOST,
        place,
        own.length === 0
          ? { zh: `名录里没有“${named}”`, en: `“${named}” is not among the recorded bureaus` }
          : { zh: `“${named}”现在不用这个名称了`, en: `“${named}” is not the name of a bureau today` },
        {
          zh: `site.yaml 的 issuer 写办网站的单位现在的名称，并把它列入 ${BUREAUS_PATH}`,
          en: `issuer in site.yaml is the host’s present name; record the host in ${BUREAUS_PATH} too`,
        },
      ),
    ];
  return LOCALES.flatMap((locale) => {
    const own: string | undefined = issuer[locale];
    const other = current.find(({ name }) => name[locale] !== undefined && name[locale] !== own)?.name[locale];
    if (other === undefined || own === undefined) return [];
    const called = calledIn(locale);
    return [
      found(
        BUREAU_HOST,
        place,
        {
          zh: `“${named}”的${called.zh}名称，site.yaml 写“${own}”，名录写“${other}”`,
          en: `the ${called.en} name of “${named}” is “${own}” in site.yaml and “${other}” in the record of bureaus`,
        },
        { zh: '请改成一致', en: 'make them the same' },
      ),
    ];
  });
}

/** The hint of what is recorded. */
export const listed = (names: readonly string[]) => ({
  zh: `名录里有：${names.slice(0, 12).join('、')}${names.length > 12 ? '……' : ''}；新的请先加到 ${BUREAUS_PATH}`,
  en: `recorded are: ${names.slice(0, 12).join(', ')}${names.length > 12 ? ' …' : ''}; add a new one to ${BUREAUS_PATH} first`,
});
