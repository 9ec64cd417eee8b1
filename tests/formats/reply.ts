import type { ReplyJson } from '../../src/formats/api/reply.ts';
import { USUAL_LANGUAGES } from '../../src/model/locale.ts';
import { type Site, siteSchema } from '../../src/model/site.ts';

/** A made-up bureau and its site. */
export const site: Site = siteSchema(USUAL_LANGUAGES).parse({
  address: 'https://water.example',
  base: '/replies/',
  official: true,
  languages: ['zh', 'en'],
  issuer: { zh: '青溪县水务局', en: 'Qingxi County Water Bureau' },
  name: { zh: '青溪县水务局答复公开', en: 'Qingxi Water Replies' },
  description: { zh: '青溪县水务局公开的答复。', en: 'The published replies of the Qingxi County Water Bureau.' },
  topics: [{ id: 'wells', label: { zh: '机井', en: 'Wells' } }],
  answeredKinds: [{ id: 'suggestion', label: { zh: '人大代表建议', en: 'Deputies’ suggestion' } }],
});

const answers = { body: '县人大', number: '第7号', title: '关于修复机井的建议', proposers: [] };
const english = { ...answers, body: 'County People’s Congress' };

/** A made-up reply as the JSON interface gives it. */
export const reply: ReplyJson = {
  id: '2031-12',
  language: 'zh',
  number: '青水函〔2031〕12号',
  date: '2031-04-09',
  issuer: '青溪县水务局',
  issuers: ['青溪县水务局'],
  topics: ['wells'],
  answered: 'suggestion',
  title: { zh: '关于第7号建议的答复', en: 'Reply to Suggestion No. 7 <draft & final>' },
  url: { zh: '/replies/zh/replies/2031-12/', en: '/replies/en/replies/2031-12/' },
  json: '/replies/api/v1/replies/2031-12.json',
  updated: '2031-04-09',
  issuerNames: [{ zh: '青溪县水务局', en: 'Qingxi County Water Bureau' }],
  links: {
    self: 'https://water.example/replies/api/v1/replies/2031-12.json',
    page: {
      zh: 'https://water.example/replies/zh/replies/2031-12/',
      en: 'https://water.example/replies/en/replies/2031-12/',
    },
  },
  disclosure: '主动公开',
  answers: { zh: answers, en: english },
  answeredDocuments: [{ kind: 'suggestion', zh: answers, en: english }],
  attachments: [],
  points: [],
  signers: [{ label: '承办人', value: '' }],
  contact: [],
  doubts: [],
  relates: [],
  corrections: [],
  blocks: [
    { id: 'p1', kind: 'addressee', zh: '尊敬的高明代表：', en: 'Dear Deputy:', hash: '0'.repeat(16) },
    { id: 's1', kind: 'heading', depth: 1, zh: '一、修复情况', en: '1. Repairs', hash: '0'.repeat(16) },
    { id: 'p2', kind: 'paragraph', zh: '* 水位 < 3米 & 稳定。', en: '* Level < 3 m & steady.', hash: '0'.repeat(16) },
    {
      id: 'p3',
      kind: 'table',
      zh: '年份 眼数 2030 24',
      en: 'Year Wells 2030 24',
      rows: {
        zh: [
          ['年份', '眼数'],
          ['2030', '24'],
        ],
        en: [
          ['Year', 'Wells'],
          ['2030', '24'],
        ],
      },
      hash: '0'.repeat(16),
    },
  ],
  figures: [],
  hashes: { zh: '0'.repeat(64), en: '0'.repeat(64) },
  files: {
    markdown: { zh: '/replies/zh/replies/2031-12/index.md', en: '/replies/en/replies/2031-12/index.md' },
    text: { zh: '/replies/zh/replies/2031-12/index.txt', en: '/replies/en/replies/2031-12/index.txt' },
  },
};
