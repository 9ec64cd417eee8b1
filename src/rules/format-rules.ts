import { body, dataset, file, key, SAMPLE_REPLY } from './example.ts';
import type { Rule } from './rule.ts';

const settled = body('机井已全部修复。');

/** Rules that the readers of YAML, JSON, Markdown and quotes hold by themselves: their findings carry these ids. */
export const FORMAT_RULES: readonly Rule[] = [
  {
    id: 'front-matter',
    severity: 'error',
    why: {
      zh: '稿件开头两行“---”之间是字段区，没有它就不知道这是哪一份答复。',
      en: 'The fields between two lines --- say which reply a file is.',
    },
    bad: file(`${SAMPLE_REPLY}/zh.mdx`, '尊敬的代表：\n\n机井已全部修复。\n'),
    good: settled,
  },
  {
    id: 'yaml-syntax',
    severity: 'error',
    why: { zh: '字段区要能读懂，才知道每个字段是什么。', en: 'Fields that cannot be read say nothing.' },
    bad: key('title: "关于修复机井'),
    good: key('title: "关于修复机井建议的答复"'),
  },
  {
    id: 'yaml-tag',
    severity: 'error',
    why: { zh: 'YAML 标签会让读取程序做多余的事。', en: 'YAML tags make a reader do more than read.' },
    bad: key('title: !!binary SGVsbG8='),
    good: key('title: 关于修复机井建议的答复'),
  },
  {
    id: 'yaml-anchor',
    severity: 'error',
    why: {
      zh: 'YAML 的锚点和引用可以把文件撑到无限大。',
      en: 'YAML anchors and aliases can blow a file up without bound.',
    },
    bad: key('title: &a 关于修复机井建议的答复'),
    good: key('title: 关于修复机井建议的答复'),
  },
  {
    id: 'yaml-comment',
    severity: 'error',
    why: {
      zh: '值里空格后面的“#”是 YAML 的注释符：“关于 #3 机井”会只剩下“关于”。',
      en: 'A # after a space begins a comment in YAML: “Well #3” would be published as “Well”.',
    },
    bad: key('title: 关于修复 #机井 建议的答复'),
    good: key('title: "关于修复 #机井 建议的答复"'),
  },
  {
    id: 'repeated-key',
    severity: 'error',
    why: {
      zh: '同一字段写两次，就不知道哪个算数。',
      en: 'Of a key that is there twice nobody knows which one counts.',
    },
    bad: dataset('"unit": "count",\n  "counter"', '"unit": "count",\n  "unit": "mu",\n  "counter"'),
    good: dataset('"unit": "count"', '"unit": "count"'),
  },
  {
    id: 'unknown-key',
    severity: 'error',
    why: {
      zh: '打错的字段名不会起作用；layout、slug 等还会让网站运行别的文件。',
      en: 'A misspelt key has no effect, and layout or slug would make the site run other files.',
    },
    bad: key('layout: ../../secret.astro'),
    good: settled,
  },
  {
    id: 'missing-key',
    severity: 'error',
    why: { zh: '必填的字段缺了，页面就不完整。', en: 'A page is incomplete without its required fields.' },
    bad: file('content/glossary.yaml', 'terms:\n  - id: well\n    zh: 机井\n'),
    good: file('content/glossary.yaml', 'terms:\n  - id: well\n    zh: 机井\n    en: well\n'),
  },
  {
    id: 'invalid-value',
    severity: 'error',
    why: { zh: '字段的值要合格式，如日期必须是真实的日子。', en: 'Values keep their form: a date is a real day.' },
    bad: key('date: 2024-02-30'),
    good: key('date: 2024-02-29'),
  },
  {
    id: 'json-syntax',
    severity: 'error',
    why: {
      zh: '不完整的 JSON 读不出来，可能是保存时被截断。',
      en: 'JSON that is cut short or malformed cannot be read.',
    },
    bad: file('data/pumps.json', '{\n  "id": "pumps",\n  "title": {'),
    good: settled,
  },
  {
    id: 'json-number',
    severity: 'error',
    why: {
      zh: '过大的数（1e999、2^53+1）存不准；数据一律写成带引号的十进制数。',
      en: 'Numbers such as 1e999 or 2^53+1 are not held exactly; data are decimals in quotes.',
    },
    bad: dataset('"value": "24"', '"value": 9007199254740993'),
    good: dataset('"value": "24"', '"value": "24"'),
  },
  {
    id: 'quote-not-found',
    severity: 'error',
    why: {
      zh: '引文要与答复一字不差，读者才能点回原句。',
      en: 'A quote is the reply’s own words, so that readers can go back to them.',
    },
    bad: dataset('"exact": "24眼"', '"exact": "25眼"'),
    good: dataset('"exact": "24眼"', '"exact": "24眼"'),
  },
  {
    id: 'quote-ambiguous',
    severity: 'error',
    why: {
      zh: '引文在答复里只能对上一处，否则不知道指哪一句。',
      en: 'A quote that stands twice does not say which sentence is meant.',
    },
    bad: body(
      '已修复机井24眼，加盖36眼；另有24眼待修。',
      '24 wells have been repaired and 36 covered; another 24 are waiting.',
    ),
    good: body('已修复机井24眼，加盖36眼。', '24 wells have been repaired and 36 covered.'),
  },
  {
    id: 'quote-overlap',
    severity: 'error',
    why: { zh: '同样的字不能是两条数据的出处。', en: 'The same words cannot state two observations.' },
    bad: dataset('"exact": "36眼" },', '"exact": "24眼，加盖36眼" },'),
    good: dataset('"exact": "36眼"', '"exact": "36眼"'),
  },
  {
    id: 'bare-less-than',
    severity: 'error',
    why: { zh: '“<”会被当作标签的开头，后面的字就乱了。', en: 'A bare < begins a tag and garbles what follows.' },
    bad: body('水位下降<5米。'),
    good: body('水位下降\\<5米。', 'The level fell by \\<5 metres.'),
  },
  {
    id: 'bare-brace',
    severity: 'error',
    why: { zh: '“{”会被当作程序代码的开头。', en: 'A bare { begins program code.' },
    bad: body('编号{7。'),
    good: body('编号\\{7。', 'Number \\{7.'),
  },
  {
    id: 'unclosed-tag',
    severity: 'error',
    why: { zh: '没有结束的标签会把后面的内容都包进去。', en: 'A tag that is not closed swallows what follows.' },
    bad: body('机井<Note>已修复。'),
    good: settled,
  },
  {
    id: 'code-import',
    severity: 'error',
    why: {
      zh: '稿件里的程序会在生成网站的电脑上运行。',
      en: 'Code in content would run on the machine that builds the site.',
    },
    bad: body('import fs from "node:fs"'),
    good: settled,
  },
  {
    id: 'code-expression',
    severity: 'error',
    why: { zh: '花括号里的内容会当作程序运行，注释也不例外。', en: 'What stands in braces would run, a comment too.' },
    bad: body('区间{1,2}内的机井。'),
    good: body('区间\\{1,2\\}内的机井。', 'Wells in \\{1,2\\}.'),
  },
  {
    id: 'code-attribute',
    severity: 'error',
    why: { zh: '属性里的表达式也是程序。', en: 'An expression in an attribute is code as well.' },
    bad: file(
      'content/pages/notes/zh.mdx',
      '---\ntitle: 说明\ndescription: 说明\n---\n\n<Chart of={process.env.HOME} />\n',
    ),
    good: settled,
  },
  {
    id: 'event-handler',
    severity: 'error',
    why: {
      zh: 'onclick 一类的属性会在读者的浏览器里运行程序。',
      en: 'Attributes such as onclick run code in readers’ browsers.',
    },
    bad: file(
      'content/pages/notes/zh.mdx',
      '---\ntitle: 说明\ndescription: 说明\n---\n\n<Chart of="wells" onclick="alert(1)" />\n',
    ),
    good: settled,
  },
  {
    id: 'raw-html',
    severity: 'error',
    why: {
      zh: 'HTML 可以带进脚本，也会弄乱版式；注释会公开。',
      en: 'HTML can bring scripts in and break the layout; its comments are public.',
    },
    bad: body('机井<!-- 待核 -->已修复。'),
    good: settled,
  },
  {
    id: 'component-member',
    severity: 'error',
    why: { zh: '带点的组件名可以够到程序内部。', en: 'A dotted component name reaches into the program.' },
    bad: file('content/pages/notes/zh.mdx', '---\ntitle: 说明\ndescription: 说明\n---\n\n<Note.constructor />\n'),
    good: settled,
  },
  {
    id: 'component-unknown',
    severity: 'error',
    why: {
      zh: '只有少数几个组件可用，写错名字就什么也不显示。',
      en: 'There are few components; another name shows nothing.',
    },
    bad: file('content/pages/notes/zh.mdx', '---\ntitle: 说明\ndescription: 说明\n---\n\n<Chat of="wells" />\n'),
    good: settled,
  },
  {
    id: 'component-attribute',
    severity: 'error',
    why: { zh: '组件的属性有规定，写错就画不出图。', en: 'A component takes certain attributes; others break it.' },
    bad: file('content/pages/notes/zh.mdx', '---\ntitle: 说明\ndescription: 说明\n---\n\n<Chart off="wells" />\n'),
    good: settled,
  },
  {
    id: 'component-in-official-text',
    severity: 'error',
    why: {
      zh: '答复正文是签发的文字，不能加进别的东西。',
      en: 'The text of a reply is what was signed, and nothing else.',
    },
    bad: body('<Chart of="wells" />'),
    good: settled,
  },
  {
    id: 'image-in-official-text',
    severity: 'error',
    why: {
      zh: '答复正文只有文字；扫描件和附件另有字段。',
      en: 'A reply’s text is words; scans and annexes have fields of their own.',
    },
    bad: body('![示意图](map.png)'),
    good: settled,
  },
  {
    id: 'image-source',
    severity: 'error',
    why: {
      zh: '外站的图片会变、会泄露读者行踪；SVG 里可以藏程序。',
      en: 'Images elsewhere change and track readers; an SVG can hold a program.',
    },
    bad: file(
      'content/pages/notes/zh.mdx',
      '---\ntitle: 说明\ndescription: 说明\n---\n\n![图](https://example.org/map.png)\n',
    ),
    good: settled,
  },
  {
    id: 'link-scheme',
    severity: 'error',
    why: {
      zh: 'javascript: 一类的链接会运行程序，http 链接可以被篡改。',
      en: 'javascript: runs code and http can be tampered with.',
    },
    bad: body('见[附件](javascript:alert(1))。'),
    good: body('见[附件](https://example.org/annex)。', 'See the [annex](https://example.org/annex).'),
  },
  {
    id: 'link-relative',
    severity: 'error',
    why: {
      zh: '没有写全的链接在不同页面指向不同的地方。',
      en: 'A link that is not written out leads elsewhere from every page.',
    },
    bad: body('见[附件](annex)。'),
    good: body('见[附件](https://example.org/annex)。', 'See the [annex](https://example.org/annex).'),
  },
];
