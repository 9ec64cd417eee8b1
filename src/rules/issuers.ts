import type { Bilingual, Finding } from '../errors.ts';
import { type BureauName, bureausAbove, bureausNamed, firstName, isBorneOn } from '../model/bureau.ts';
import { originalWords } from '../model/locale.ts';
import { isWhole } from '../model/readable-part.ts';
import { file, found, key, rule, SAMPLE_REPLY } from '../rule.ts';
import { BUREAUS_PATH, listed, recordOf } from './bureaus.ts';
import { on } from './checks.ts';
import { bureauOfPath } from './layout.ts';
import type { ReadSite, SiteDocument } from './read-site.ts';

export const ISSUER_UNKNOWN = rule('issuer-unknown', {
  severity: 'error',
  why: {
    zh: '有了单位名录，每份答复都要归到名录里的单位；写错一个字，就哪个单位的页面都找不到它。',
    en: 'Where bureaus are recorded every reply belongs to one of them: one wrong character and no bureau’s page lists it.',
  },
  examples: {
    bad: recordOf().concat(key('issuer: 虚构县水力局')),
    good: recordOf().concat(key('issuer: 虚构县水利局')),
  },
  check: on('document', unknownIssuers),
});

export const ISSUER_YEARS = rule('issuer-outside-years', {
  severity: 'error',
  waivable: true,
  why: {
    zh: '成文时这个单位不叫这个名称：不是日期或名称抄错了，就是名录里的起止时间不对。印章确有沿用的，写明原因豁免。',
    en: 'The bureau did not bear this name on that day: the date, the name or the years recorded are wrong. Where an old seal was still in use, waive it with the reason.',
  },
  examples: {
    bad: recordOf().concat(key('issuer: 虚构县水务所')),
    good: recordOf().concat(key('issuer: 虚构县水利局')),
  },
  check: on('document', outsideYears),
});

const farming = '  - { id: farming, names: [{ zh: 虚构县农业农村局 }] }\n';

export const BUREAU_FOLDER = rule('bureau-folder', {
  severity: 'error',
  why: {
    zh: '单位文件夹由该单位审批（见 CODEOWNERS），里面只放它或其下属单位署名的答复，否则就能以别的单位的名义发布。',
    en: 'A bureau’s folder is approved by that bureau (CODEOWNERS): it holds only what it or a body below it signed, or one bureau could publish in the name of another.',
  },
  examples: {
    bad: recordOf(farming).concat({
      kind: 'renamed',
      path: `${SAMPLE_REPLY}/zh.mdx`,
      to: 'content/replies/farming/2024-7/zh.mdx',
      text: 'issuer: 虚构县水利局',
    }),
    good: recordOf(farming),
  },
  check: on('document', misplaced),
});

export const REPLY_TWICE = rule('reply-address-twice', {
  severity: 'error',
  why: {
    zh: '单位文件夹里的答复，网址是“单位代号-文件夹名”；与另一个文件夹重了，两份答复就抢同一个网址。',
    en: 'A reply in a bureau’s folder has the address bureau-folder: where another folder is called that, two replies have one address.',
  },
  examples: {
    bad: recordOf().concat(
      file('content/replies/water/2024-9/zh.mdx', reply(9)),
      file('content/replies/water-2024-9/zh.mdx', reply(9)),
    ),
    good: recordOf(),
  },
  check: on('site', sameAddresses),
});

function reply(serial: number): string {
  return `---
number: "〔2024〕${serial}号"
title: 关于疏浚沟渠建议的答复
issuer: 虚构县水利局
date: 2024-05-06
disclosure: 主动公开
answers: { kind: suggestion, body: 县人大, number: 第${serial}号, title: 关于疏浚沟渠的建议 }
---

尊敬的代表：

沟渠已全部疏浚。
`;
}

/** Who signed a reply and when, where the bureaus that there are were all read. */
function signature({ facts: { frontMatter } }: SiteDocument, { bureaus }: ReadSite) {
  if (frontMatter?.kind !== 'record' || bureaus === undefined || !isWhole(bureaus.read, 'bureaus')) return undefined;
  const { issuer = [], date } = frontMatter.value;
  return { recorded: bureaus.read.value.bureaus ?? [], issuers: issuer, date };
}

function unknownIssuers(document: SiteDocument, site: ReadSite): Finding[] {
  const { recorded = [], issuers = [] } = signature(document, site) ?? {};
  return issuers.flatMap((name): Finding[] => {
    if (bureausNamed(recorded, name).length > 0) return [];
    const alike = recorded
      .flatMap(({ names }) => names.map((own) => firstName(own)))
      .filter((own) => isAlike(own, name));
    return [
      found(
        ISSUER_UNKNOWN,
        document.keyPlace('issuer'),
        { zh: `名录里没有单位叫“${name}”`, en: `no recorded bureau is called “${name}”` },
        alike.length === 0
          ? {
              zh: `请核对署名；确有这个单位的，加到 ${BUREAUS_PATH}（旧称加在该单位的 names 里）`,
              en: `check the signature; record the bureau in ${BUREAUS_PATH}, a former name among its names`,
            }
          : {
              zh: `是不是“${alike.join('”“')}”？新的单位或旧称请先加到 ${BUREAUS_PATH}`,
              en: `is it “${alike.join('” or “')}”? Add a new bureau or a former name to ${BUREAUS_PATH} first`,
            },
      ),
    ];
  });
}

function outsideYears(document: SiteDocument, site: ReadSite): Finding[] {
  const { recorded = [], issuers = [], date } = signature(document, site) ?? {};
  if (date === undefined) return [];
  return issuers.flatMap((name): Finding[] => {
    const named = bureausNamed(recorded, name);
    if (named.length === 0 || named.some((found) => isBorneOn(found.name, date))) return [];
    const years = named.map((found) => periodOf(found.name));
    const then = named.flatMap(({ bureau }) => bureau.names.filter((own) => isBorneOn(own, date))).map(originalWords);
    return [
      found(
        ISSUER_YEARS,
        document.keyPlace('issuer'),
        {
          zh: `成文日期是 ${date}，名称“${name}”的使用时间是${years.map(({ zh }) => zh).join('、')}`,
          en: `the date is ${date}; “${name}” was the name ${years.map(({ en }) => en).join(', ')}`,
        },
        then.length === 0
          ? {
              zh: `请核对成文日期和署名；名录有误的，改 ${BUREAUS_PATH}`,
              en: `check date and signature, or the years in ${BUREAUS_PATH}`,
            }
          : {
              zh: `当时的名称是“${then.join('”“')}”：请核对日期和署名；名录有误的，改 ${BUREAUS_PATH}`,
              en: `the name then was “${then.join('” or “')}”: check date and signature, or the years in ${BUREAUS_PATH}`,
            },
      ),
    ];
  });
}

/** A period of a name in words; it has at least one end. */
function periodOf({ from, to }: Pick<BureauName, 'from' | 'to'>): Bilingual {
  if (from === undefined) return { zh: ` ${to} 及以前`, en: `until ${to}` };
  return to === undefined
    ? { zh: ` ${from} 起`, en: `from ${from} on` }
    : { zh: ` ${from} 至 ${to}`, en: `from ${from} to ${to}` };
}

/** Whether two names are of one length and differ in one character, or one is the end of the other: 县水务局 for 虚构县水务局. */
function isAlike(one: string, other: string): boolean {
  const [first, second] = [[...one], [...other]];
  if (first.length === second.length) return first.filter((sign, index) => sign !== second[index]).length === 1;
  return one.endsWith(other) || other.endsWith(one);
}

/** Whether a reply is in a folder of a bureau that signed it, or of one above. Where the record is faulty, nothing is known. */
function misplaced({ path, facts: { frontMatter }, keyPlace }: SiteDocument, { bureaus: source }: ReadSite): Finding[] {
  const folder = bureauOfPath(path);
  if (frontMatter?.kind !== 'record' || folder === undefined) return [];
  if (source !== undefined && !isWhole(source.read, 'bureaus')) return [];
  const bureaus = source?.read.value.bureaus ?? [];
  const issuers = frontMatter.value.issuer ?? [];
  const own = bureaus.find(({ id }) => id === folder);
  if (own === undefined)
    return [
      found(
        BUREAU_FOLDER,
        { file: path },
        {
          zh: `content/replies/${folder}/ 是单位文件夹，名录里却没有代号“${folder}”`,
          en: `content/replies/${folder}/ is a bureau’s folder, and no bureau has the id “${folder}”`,
        },
        listed(bureaus.map(({ id }) => id)),
      ),
    ];
  const belongs = issuers.some((issuer) =>
    bureausNamed(bureaus, issuer).some(({ bureau }) => bureau === own || bureausAbove(bureaus, bureau).includes(own)),
  );
  if (issuers.length === 0 || belongs) return [];
  return [
    found(
      BUREAU_FOLDER,
      keyPlace('issuer'),
      {
        zh: `署名“${issuers.join('”“')}”的答复放在“${folder}”的文件夹里`,
        en: `a reply signed by “${issuers.join('” and “')}” is in the folder of “${folder}”`,
      },
      {
        zh: '请放到署名单位的文件夹；联合署名的，放在其中一个单位的文件夹',
        en: 'move it to the folder of a bureau that signed it',
      },
    ),
  ];
}

/** Replies in two folders that make one address. */
function sameAddresses({ documents }: ReadSite): Finding[] {
  const first = new Map<string, string>();
  const told = new Set<string>();
  return documents.flatMap(({ path, facts }): Finding[] => {
    if (facts.collection !== 'replies') return [];
    const folder = path.replace(/\/[^/]+$/, '');
    const before = first.get(facts.id) ?? folder;
    first.set(facts.id, before);
    const isNew = before !== folder && !told.has(folder);
    told.add(folder);
    return !isNew
      ? []
      : [
          found(
            REPLY_TWICE,
            { file: path },
            { zh: `与 ${before} 的网址相同：${facts.id}`, en: `has the same address as ${before}: ${facts.id}` },
            { zh: '请给其中一个文件夹改名', en: 'rename one of the folders' },
          ),
        ];
  });
}
