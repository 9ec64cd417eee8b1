import { body, file, rules } from '../rule.ts';

const settled = body('机井已全部修复。');

/** Rules that the parser and the guard of Markdown hold by themselves. */
export const TEXT_RULES = rules({
  'bare-less-than': {
    severity: 'error',
    why: { zh: '“<”会被当作标签的开头，后面的字就乱了。', en: 'A bare < begins a tag and garbles what follows.' },
    examples: { bad: body('水位下降<5米。'), good: body('水位下降\\<5米。', 'The level fell by \\<5 metres.') },
  },
  'bare-brace': {
    severity: 'error',
    why: { zh: '“{”会被当作程序代码的开头。', en: 'A bare { begins program code.' },
    examples: { bad: body('编号{7。'), good: body('编号\\{7。', 'Number \\{7.') },
  },
  'unclosed-tag': {
    severity: 'error',
    why: { zh: '没有结束的标签会把后面的内容都包进去。', en: 'A tag that is not closed swallows what follows.' },
    examples: { bad: body('机井<Note>已修复。'), good: settled },
  },
  'code-import': {
    severity: 'error',
    why: {
      zh: '稿件里的程序会在生成网站的电脑上运行。',
      en: 'Code in content would run on the machine that builds the site.',
    },
    examples: { bad: body('import fs from "node:fs"'), good: settled },
  },
  'code-expression': {
    severity: 'error',
    why: {
      zh: '花括号里的内容会当作程序运行，注释也不例外。',
      en: 'Whatever is in braces would run as code, even a comment.',
    },
    examples: { bad: body('区间{1,2}内的机井。'), good: body('区间\\{1,2\\}内的机井。', 'Wells in \\{1,2\\}.') },
  },
  'code-attribute': {
    severity: 'error',
    why: { zh: '属性里的表达式也是程序。', en: 'An expression in an attribute is code as well.' },
    examples: {
      bad: file(
        'content/pages/notes/zh.mdx',
        '---\ntitle: 说明\ndescription: 说明\n---\n\n<Chart of={process.env.HOME} />\n',
      ),
      good: settled,
    },
  },
  'event-handler': {
    severity: 'error',
    why: {
      zh: 'onclick 一类的属性会在读者的浏览器里运行程序。',
      en: 'Attributes such as onclick run code in readers’ browsers.',
    },
    examples: {
      bad: file(
        'content/pages/notes/zh.mdx',
        '---\ntitle: 说明\ndescription: 说明\n---\n\n<Chart of="wells" onclick="alert(1)" />\n',
      ),
      good: settled,
    },
  },
  'raw-html': {
    severity: 'error',
    why: {
      zh: 'HTML 可以带进脚本，也会弄乱版式；注释会公开。',
      en: 'HTML can bring scripts in and break the layout; its comments are public.',
    },
    examples: { bad: body('机井<!-- 待核 -->已修复。'), good: settled },
  },
  'component-member': {
    severity: 'error',
    why: { zh: '带点的组件名可以够到程序内部。', en: 'A dotted component name reaches into the program.' },
    examples: {
      bad: file('content/pages/notes/zh.mdx', '---\ntitle: 说明\ndescription: 说明\n---\n\n<Note.constructor />\n'),
      good: settled,
    },
  },
  'component-unknown': {
    severity: 'error',
    why: {
      zh: '只有少数几个组件可用，写错名字就什么也不显示。',
      en: 'There are few components; another name shows nothing.',
    },
    examples: {
      bad: file('content/pages/notes/zh.mdx', '---\ntitle: 说明\ndescription: 说明\n---\n\n<Chat of="wells" />\n'),
      good: settled,
    },
  },
  'component-attribute': {
    severity: 'error',
    why: { zh: '组件的属性有规定，写错就画不出图。', en: 'A component takes certain attributes; others break it.' },
    examples: {
      bad: file('content/pages/notes/zh.mdx', '---\ntitle: 说明\ndescription: 说明\n---\n\n<Chart off="wells" />\n'),
      good: settled,
    },
  },
  'component-in-official-text': {
    severity: 'error',
    why: {
      zh: '答复正文是签发的文字，不能加进别的东西。',
      en: 'The text of a reply is what was signed, and nothing else.',
    },
    examples: { bad: body('<Chart of="wells" />'), good: settled },
  },
  'image-in-official-text': {
    severity: 'error',
    why: {
      zh: '答复正文只有文字；扫描件和附件另有字段。',
      en: 'A reply’s text is words; scans and annexes have fields of their own.',
    },
    examples: { bad: body('![示意图](map.png)'), good: settled },
  },
  'image-source': {
    severity: 'error',
    why: {
      zh: '外站的图片会变、会泄露读者行踪；SVG 里可以藏程序。',
      en: 'Images elsewhere change and track readers; an SVG can hold a program.',
    },
    examples: {
      bad: file(
        'content/pages/notes/zh.mdx',
        '---\ntitle: 说明\ndescription: 说明\n---\n\n![图](https://example.org/map.png)\n',
      ),
      good: settled,
    },
  },
  'link-scheme': {
    severity: 'error',
    why: {
      zh: 'javascript: 一类的链接会运行程序，http 链接可以被篡改。',
      en: 'javascript: runs code and http can be tampered with.',
    },
    examples: {
      bad: body('见[附件](javascript:alert(1))。'),
      good: body('见[附件](https://example.org/annex)。', 'See the [annex](https://example.org/annex).'),
    },
  },
  'link-relative': {
    severity: 'error',
    why: {
      zh: '没有写全的链接在不同页面指向不同的地方。',
      en: 'A link that is not written out leads elsewhere from every page.',
    },
    examples: {
      bad: body('见[附件](annex)。'),
      good: body('见[附件](https://example.org/annex)。', 'See the [annex](https://example.org/annex).'),
    },
  },
});
