import type { BureauName } from '../../model/bureau.ts';
import type { Locale } from '../../model/locale.ts';
import { formatMoment } from '../days.ts';
import { words } from '../words.ts';

const zh = {
  title: '答复单位',
  lead: (count: number) => `本站公布${count}个单位的答复。单位改过名称的，答复保留署名时的名称，都列在该单位名下。`,
  all: (count: number) => `全部${count}个单位`,
  about: '单位信息',
  names: '名称',
  contact: '联系方式',
  address: '地址',
  postcode: '邮政编码',
  telephone: '电话',
  email: '电子邮箱',
  website: '网站',
  hours: '办公时间',
  above: '上级单位',
  below: '下属单位',
  follow: '订阅本单位的答复',
  replies: '答复',
  count: (count: number) => `${count}件`,
  none: '还没有公布这个单位的答复。',
  latest: (day: string) => `最近：${day}`,
  host: '本站主办单位',
  pageTitle: (name: string) => `${name}的答复`,
  ofYear: (name: string, year: string) => `${name}的答复（${year}年）`,
  description: (name: string) => `${name}公开的答复、联系方式、曾用名和上下级单位。`,
  nowCalled: '现为',
  between: (from: string, to: string) => `${from}至${to}`,
  since: (from: string) => `${from}起`,
  until: (to: string) => `至${to}`,
  separator: '、',
};

const en: typeof zh = {
  title: 'Bureaus',
  lead: (count) =>
    `This site publishes the replies of ${count === 1 ? 'one bureau' : `${count} bureaus`}. Where a bureau was renamed, a reply keeps the name that signed it and is listed under the bureau.`,
  all: (count) => `All ${count} bureaus`,
  about: 'About this bureau',
  names: 'Names',
  contact: 'Contact',
  address: 'Address',
  postcode: 'Postcode',
  telephone: 'Telephone',
  email: 'E-mail',
  website: 'Website',
  hours: 'Office hours',
  above: 'Belongs to',
  below: 'Bodies below it',
  follow: 'Follow the replies of this bureau',
  replies: 'Replies',
  count: (count) => (count === 1 ? '1 reply' : `${count} replies`),
  none: 'No reply of this bureau has been published here yet.',
  latest: (day) => `latest: ${day}`,
  host: 'Host of this site',
  pageTitle: (name) => `Replies of the ${name}`,
  ofYear: (name, year) => `Replies of the ${name} (${year})`,
  description: (name) => `${name}: its replies, contact, former names, and the bodies above and below it.`,
  nowCalled: 'now ',
  between: (from, to) => `${from} to ${to}`,
  since: (from) => `since ${from}`,
  until: (to) => `until ${to}`,
  separator: ', ',
};

/** Words of the bureaus' pages and lists. */
export const bureauWords = words('bureaus', { zh, en });

/** When a name was borne, in words; `undefined` where the record does not say. */
export function namePeriod({ from, to }: Pick<BureauName, 'from' | 'to'>, locale: Locale): string | undefined {
  const words = bureauWords[locale];
  const [began, ended] = [from, to].map((text) => (text === undefined ? undefined : formatMoment(text, locale)));
  if (began === undefined) return ended === undefined ? undefined : words.until(ended);
  return ended === undefined ? words.since(began) : words.between(began, ended);
}
