import { words } from '../words.ts';
import { blockName } from './blocks.ts';

const zh = {
  title: '数据接口',
  lead: '全部答复、数据和术语都有 JSON 文件，按地址直接读取，不用登记，不用密钥。接口的完整说明是 OpenAPI 3.1 文件。',
  description: '接口说明（OpenAPI 3.1）',
  files: '有哪些文件',
  takeAway: '其他可取用的文件',
  examples: '怎样使用',
  list: '列出最新的答复',
  one: (block: string) => `取一件答复${blockName.zh(block)}的中文`,
  values: '列出一个数据集的数值',
  tools: '下面的命令用 curl 读取，用 jq 挑出所要的内容。',
  hash: '核对正文的 SHA-256',
  text: '只要正文',
  rules: '约定',
  ruleList: [
    '同一大版本（/api/v1）里只会增加字段，不会删去或改变含义。',
    '数值是十进制字符串，不是浮点数；“约”等限定词在 qualifier 里，请一并保留。',
    'kind 为 derived 的数值是本站计算的，不是答复所载。',
    '英文是非官方译文，以中文为准；translation 写明是怎样翻译的。',
    '段落编号（blocks[].id）一经发布不再改变。',
    '凡可取用的文件都可以跨域读取（CORS）；不存在的，/api下以JSON回答404。请按 ETag 缓存，不要反复全量下载。',
  ],
  summaries: {
    '/index.json': '有哪些文件，主题和类别的编号',
    '/replies.json': '最新的100件答复',
    '/replies-{page}.json': '其余各页，从第2页起：按 next 往下读',
    '/replies/{id}.json': '一件答复：公开信息、中英文各段、所载数字、更正、校验值',
    '/bureaus.json': '全部答复单位：名称、曾用名、联系方式、上下级',
    '/bureaus/{id}/replies.json': '一个单位最新的100件答复',
    '/bureaus/{id}/replies-{page}.json': '其余各页，从第2页起：按 next 往下读',
    '/datasets.json': '全部数据集',
    '/datasets/{id}.json': '一个数据集及其各项数值',
    '/commitments.json': '答复中的承诺：时限、衡量办法、出处',
    '/glossary.json': '中英文术语',
  },
};

const en: typeof zh = {
  title: 'JSON interface',
  lead: 'All replies, data and terms are there as JSON files, read by address: no registration, no key. The whole interface is described in an OpenAPI 3.1 file.',
  description: 'Description of the interface (OpenAPI 3.1)',
  files: 'The files',
  takeAway: 'Other files to take away',
  examples: 'How to use it',
  list: 'List the newest replies',
  one: (block) => `The Chinese of ${blockName.en(block)} of a reply`,
  values: 'List the values of a dataset',
  tools: 'The commands read with curl and pick out what is wanted with jq.',
  hash: 'Check the SHA-256 of a text',
  text: 'The text alone',
  rules: 'What you can rely on',
  ruleList: [
    'Within a major version (/api/v1) keys are only added; none is removed or changes its meaning.',
    'Values are decimal strings, not floats; words such as “about” are in qualifier: please keep them.',
    'A value whose kind is derived was computed by this site and is not in the reply.',
    'The English is an unofficial translation and the Chinese governs; translation says how it was made.',
    'The ids of paragraphs (blocks[].id) never change once published.',
    'All files to take away may be read from other origins (CORS); what is missing below /api is answered with 404 as JSON. Please cache by ETag rather than fetch everything again.',
  ],
  summaries: {
    '/index.json': 'What there is; ids of topics and kinds',
    '/replies.json': 'The newest hundred replies',
    '/replies-{page}.json': 'Further pages, from page 2 on: follow next',
    '/replies/{id}.json': 'One reply: record, paragraphs in both languages, figures, corrections, hashes',
    '/bureaus.json': 'All bureaus: names, former names, contact, what stands above and below',
    '/bureaus/{id}/replies.json': 'The newest hundred replies of a bureau',
    '/bureaus/{id}/replies-{page}.json': 'Further pages, from page 2 on: follow next',
    '/datasets.json': 'All datasets',
    '/datasets/{id}.json': 'One dataset with its values',
    '/commitments.json': 'What the replies say will be done: by when, how measured, where they say so',
    '/glossary.json': 'Terms in both languages',
  },
};

/** Words of the page that explains the JSON interface. */
export const developerWords = words('developers', { zh, en });
