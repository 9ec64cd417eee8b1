import { body, dataset, file, key, rules, SAMPLE_REPLY } from '../rule.ts';
import { LONGEST_LINE } from './text.ts';

const settled = body('机井已全部修复。');

const redirects = (from: string, to: string) =>
  file('data/redirects.json', JSON.stringify({ redirects: [{ from, to }] }, null, 2));

/** Rules that the readers of YAML, JSON, quotes and addresses hold by themselves. */
export const MODEL_RULES = rules({
  'front-matter': {
    severity: 'error',
    why: {
      zh: '稿件开头两行“---”之间是字段区，没有它就不知道这是哪一份答复。',
      en: 'The fields between two lines --- say which reply a file is.',
    },
    examples: { bad: file(`${SAMPLE_REPLY}/zh.mdx`, '尊敬的代表：\n\n机井已全部修复。\n'), good: settled },
  },
  'yaml-syntax': {
    severity: 'error',
    why: { zh: '字段区要能读懂，才知道每个字段是什么。', en: 'Fields that cannot be read say nothing.' },
    examples: { bad: key('title: "关于修复机井'), good: key('title: "关于修复机井建议的答复"') },
  },
  'yaml-tag': {
    severity: 'error',
    why: { zh: 'YAML 标签会让读取程序做多余的事。', en: 'YAML tags make a reader do more than read.' },
    examples: { bad: key('title: !!binary SGVsbG8='), good: key('title: 关于修复机井建议的答复') },
  },
  'yaml-anchor': {
    severity: 'error',
    why: {
      zh: 'YAML 的锚点和引用可以把文件撑到无限大。',
      en: 'YAML anchors and aliases can blow a file up without bound.',
    },
    examples: { bad: key('title: &a 关于修复机井建议的答复'), good: key('title: 关于修复机井建议的答复') },
  },
  'yaml-comment': {
    severity: 'error',
    why: {
      zh: '值里空格后面的“#”是 YAML 的注释符：“关于 #3 机井”会只剩下“关于”。',
      en: 'A # after a space begins a comment in YAML: “Well #3” would be published as “Well”.',
    },
    examples: { bad: key('title: 关于修复 #机井 建议的答复'), good: key('title: "关于修复 #机井 建议的答复"') },
  },
  'repeated-key': {
    severity: 'error',
    why: {
      zh: '同一字段写两次，就不知道哪个算数。',
      en: 'Of a key that is there twice nobody knows which one counts.',
    },
    examples: {
      bad: dataset('"unit": "count",\n  "counter"', '"unit": "count",\n  "unit": "mu",\n  "counter"'),
      good: dataset('"unit": "count"', '"unit": "count"'),
    },
  },
  'unknown-key': {
    severity: 'error',
    why: {
      zh: '打错的字段名不会起作用；layout、slug 等还会让网站运行别的文件。',
      en: 'A misspelt key has no effect, and layout or slug would make the site run other files.',
    },
    examples: { bad: key('layout: ../../secret.astro'), good: settled },
  },
  'missing-key': {
    severity: 'error',
    why: { zh: '必填的字段缺了，页面就不完整。', en: 'A page is incomplete without its required fields.' },
    examples: {
      bad: file('content/glossary.yaml', 'terms:\n  - id: well\n    zh: 机井\n'),
      good: file('content/glossary.yaml', 'terms:\n  - id: well\n    zh: 机井\n    en: well\n'),
    },
  },
  'invalid-value': {
    severity: 'error',
    why: { zh: '字段的值要合格式，如日期必须是真实的日子。', en: 'Values keep their form: a date is a real day.' },
    examples: { bad: key('date: 2024-02-30'), good: key('date: 2024-05-06') },
  },
  'json-syntax': {
    severity: 'error',
    why: {
      zh: '不完整的 JSON 读不出来，可能是保存时被截断。',
      en: 'JSON that is cut short or malformed cannot be read.',
    },
    examples: { bad: file('data/pumps.json', '{\n  "id": "pumps",\n  "title": {'), good: settled },
  },
  'json-number': {
    severity: 'error',
    why: {
      zh: '过大的数（1e999、2^53+1）存不准；数据一律写成带引号的十进制数。',
      en: 'Numbers such as 1e999 or 2^53+1 are not held exactly; data are decimals in quotes.',
    },
    examples: {
      bad: dataset('"value": "24"', '"value": 9007199254740993'),
      good: dataset('"value": "24"', '"value": "24"'),
    },
  },
  'quote-not-found': {
    severity: 'error',
    why: {
      zh: '引文要与答复一字不差，读者才能点回原句。',
      en: 'A quote is the reply’s own words, so that readers can go back to them.',
    },
    examples: {
      bad: dataset('"exact": "24眼"', '"exact": "25眼"'),
      good: dataset('"exact": "24眼"', '"exact": "24眼"'),
    },
  },
  'quote-ambiguous': {
    severity: 'error',
    why: {
      zh: '引文在答复里只能对上一处，否则不知道指哪一句。',
      en: 'A quote that occurs twice does not say which sentence is meant.',
    },
    examples: {
      bad: body(
        '已修复机井24眼，加盖36眼；另有24眼待修。',
        '24 wells have been repaired and 36 covered; another 24 are waiting.',
      ),
      good: body('已修复机井24眼，加盖36眼。', '24 wells have been repaired and 36 covered.'),
    },
  },
  'quote-overlap': {
    severity: 'error',
    why: { zh: '同样的字不能是两条数据的出处。', en: 'The same words cannot state two observations.' },
    examples: {
      bad: dataset('"exact": "36眼" },', '"exact": "24眼，加盖36眼" },'),
      good: dataset('"exact": "36眼"', '"exact": "36眼"'),
    },
  },
  'relates-unknown': {
    severity: 'error',
    why: {
      zh: '相关的答复串成一条线索；写错一个编号，线索就断了。',
      en: 'Replies on one matter are read as a thread; a wrong name breaks it.',
    },
    examples: { bad: key('relates: [{ reply: 2024-9, as: earlier }]'), good: key('relates: []') },
  },
  'redirect-from': {
    severity: 'error',
    why: {
      zh: '现有页面的网址不能再转到别处，一个旧网址也只能转到一处。',
      en: 'The address of an existing page must not redirect, and a former address must lead to one place.',
    },
    examples: {
      bad: redirects('zh/replies/2024-7/', 'zh/'),
      good: redirects('zh/replies/2024-70/', 'zh/replies/2024-7/'),
    },
  },
  'redirect-to': {
    severity: 'error',
    why: {
      zh: '旧网址要转到现有的页面，读者才不会扑空。',
      en: 'A former address leads to a page that exists, or its readers find nothing.',
    },
    examples: {
      bad: redirects('zh/replies/2024-70/', 'zh/replies/2024-9/'),
      good: redirects('zh/replies/2024-70/', 'zh/replies/2024-7/'),
    },
  },
  'address-disappeared': {
    severity: 'error',
    why: {
      zh: '公布过的网址写在报纸和文件里，不能失效。',
      en: 'Published addresses are printed in newspapers and saved in files: they must not break.',
    },
    examples: {
      bad: file('data/published/addresses.json', '{ "addresses": ["zh/reports/wells/"] }'),
      good: file('data/published/addresses.json', '{ "addresses": ["zh/replies/2024-7/"] }'),
    },
  },
  'line-too-long': {
    severity: 'error',
    why: {
      zh: '一段文字不会超过一万个字；这样长的一行多半是粘贴错了，也会拖垮排版程序。',
      en: 'No paragraph has ten thousand characters; a line this long was pasted by mistake, and brings a renderer down.',
    },
    examples: { bad: body('井'.repeat(LONGEST_LINE + 1)), good: body('机井已全部修复。') },
  },
  'key-figure-unknown': {
    severity: 'error',
    why: {
      zh: '首页的数要在数据里找得到。',
      en: 'A key figure is one that the data state.',
    },
    examples: { bad: { zh: 'keyFigures 里有数据没有的名称', en: 'A name in keyFigures that no dataset has' } },
  },
  'not-utf8': {
    severity: 'error',
    why: {
      zh: '网站只认 UTF-8。按 GBK 等编码保存的文件，汉字会变成乱码。',
      en: 'The site reads UTF-8 only. Chinese saved as GBK or UTF-16 would turn into other characters.',
    },
    examples: {
      bad: [
        {
          kind: 'bytes',
          path: 'content/glossary.yaml',
          hex: '7465726d733a0a20202d2069643a2077656c6c0a202020207a683a20bbfabeae0a20202020656e3a2077656c6c0a',
          text: 'zh: 机井   ← 以 GBK 编码保存 / saved as GBK',
        },
      ],
      good: file('content/glossary.yaml', 'terms:\n  - id: well\n    zh: 机井\n    en: well\n'),
    },
  },
});
