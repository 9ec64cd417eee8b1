import type { CommandWords } from '../words.ts';

const zh = {
  init: '新建一个空的、可以直接生成的网站文件夹',
  folder: '新文件夹；不能已有内容',
  issuer: '发文机关的名称',
  issuerEn: '发文机关的英文名称；给出时网站为中英双语',
  address: '网站的正式地址；没有时写保留地址，不能正式发布',
  notEmpty: (path: string) => `${path} 里已有内容：请指定一个新的或空的文件夹`,
  made: (path: string) => `已新建：${path}`,
  next: (path: string) =>
    `接着：dafu new reply --root ${path} 新建答复，dafu build --root ${path} 生成网站。单位的资料写在 content/site.yaml。`,
};

const en: typeof zh = {
  init: 'make a new, empty folder of content that builds as it is',
  folder: 'the new folder; it must not hold anything',
  issuer: 'the name of the bureau, in Chinese',
  issuerEn: 'its name in English; the site is in both languages where it is given',
  address: "the site's public address; without one, a reserved address that cannot be released",
  notEmpty: (path) => `${path} holds something already: name a new or empty folder`,
  made: (path) => `Made: ${path}`,
  next: (path) =>
    `Next: dafu new reply --root ${path} for a reply, dafu build --root ${path} for the site. What the bureau is stands in content/site.yaml.`,
};

/** Words of `dafu init`. */
export const initWords: CommandWords<typeof zh> = { zh, en };
