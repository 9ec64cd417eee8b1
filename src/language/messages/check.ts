import type { CommandWords } from '../words.ts';

/** The names that fit one line; the rest is marked as left out. */
const someOf = (names: readonly string[]) => (names.length > 5 ? [...names.slice(0, 5), '…'] : names);

/** A letter that is not approved as it is, by whom not, and by whom before it was changed. */
interface Waiting {
  readonly id: string;
  readonly missing: readonly string[];
  readonly changed: readonly string[];
}

const zh = {
  paths: '只列出这些文件或文件夹里的问题；默认全部',
  format: '输出格式：pretty（显示原文并标出位置）、json 或 github',
  due: '列出 30 天内到期、已经到期和一年没有消息的承诺（不检查）',
  dueSoon: '30 天内到期：',
  overdue: '已经到期，没有公布结果：',
  silent: '一年以上没有公布进展（日期为最近一次公布或作出承诺的日期）：',
  nothingDue: '没有 30 天内到期、已经到期或一年没有消息的承诺。',
  fix: '先改好不改变文字的小毛病（BOM、换行），再检查',
  badFormat: (value: string) => `--format 只能是 pretty、json 或 github：${value}`,
  badRulesFormat: (value: string) => `--format 只能是 text 或 markdown：${value}`,
  noPath: (value: string) => `要检查的文件夹里没有这个文件或文件夹：${value}`,
  noRule: (value: string) => `没有规则“${value}”：运行 dafu rules 看全部规则`,
  error: '错误',
  warning: '警告',
  hint: '办法',
  fixed: (path: string) => `已改好：${path}`,
  waived: (count: number) => `已豁免 ${count} 处（稿件里写了理由）：`,
  reason: '理由',
  identifiers: {
    siteIdCode: '网站标识码 siteIdCode',
    siteDomain: '网站域名 siteDomain',
    icp: 'ICP备案号 icp',
    psb: '公安备案号 psb',
  },
  notGiven: (names: readonly string[]) =>
    `提示：site.yaml 的 identifiers 没有写${names.join('、')}，网页上也就没有；拿到后再填，不要编。`,
  recordTags: { published: '发布日期 published（网页的 PubDate）', indexNumber: '索引号 indexNumber' },
  repliesLack: (what: string, ids: readonly string[]) =>
    `提示：${ids.length} 件答复没有写${what}：${someOf(ids).join('、')}；知道了再填，不要编。`,
  untranslated: (ids: readonly string[]) =>
    `提示：${ids.length} 件答复只有一种文字，另一种文字的页面只列出公开信息：${someOf(ids).join('、')}；必须译出的，在 site.yaml 写 requireTranslation: true。`,
  held: (id: string, publishAt: string) =>
    `提示：${id} 到 ${publishAt.slice(0, 16).replace('T', ' ')}（北京时间）才公开，此前网站上没有它。`,
  unapproved: (letters: readonly Waiting[]) =>
    `提示：${letters.length} 件答复还没有核准，正式发布时会停下：${someOf(letters.map(({ id, missing, changed }) => `${id}（${[...changed.map((role) => `${role}核准后改动过`), ...missing.map((role) => `缺${role}`)].join('，')}）`)).join('、')}。`,
  uncompared: (languages: readonly string[]) =>
    `提示：没有读${languages.join('、')}数字的程序，原文与译文的数没有比对，网页上也写明；请自己核对。`,
  lacking: (language: string, count: number, names: readonly string[]) =>
    `提示：界面用语有 ${count} 处没有${language}，以后备语言显示：${someOf(names).join('、')}；补在 src/locales 下该语言的文件里。`,
  uncounted: (year: string, ids: readonly string[]) =>
    `提示：不知道${year}年的节假日安排，${ids.length} 件答复没有计算成文到发布的工作日：${someOf(ids).join('、')}；要算的，按国务院办公厅的通知写 data/calendar/${year}.json。`,
  clean: (files: number) => `检查了 ${files} 个文件，没有问题。`,
  summary: (errors: number, warnings: number, files: number) =>
    `检查了 ${files} 个文件：错误 ${errors} 个，警告 ${warnings} 个。`,
  blocked: '有错误时不会发布任何内容；请改好后再提交。',
  drafts: (errors: number, warnings: number) =>
    `${errors === 0 ? '' : '预览与正式网站不同，现在还不能发布：'}错误 ${errors} 个，警告 ${warnings} 个`,
  failedUnexplained: '这一页没能生成，检查没有发现原因；详情见终端。',
  rechecked: '内容改了，重新检查：',
  waiting: '网站设置有误，预览还不能开始；改好后自动继续。',
  rules: '列出全部规则：为什么、错的写法、对的写法',
  ruleId: '只看这一条规则',
  rulesFormat: '输出格式：text 或 markdown（docs/rules.md 由它生成）',
  why: '为什么',
  bad: '错的写法',
  good: '对的写法',
  brokenBy: '什么情况违反',
  waivable: '确有理由时可以在字段 waivers 里豁免。',
  absent: '（没有这个文件）',
  record: '把现在的网址、正式文本和数据记入 data/published（不发布）',
  recorded: (count: number) => `已记入 ${count} 个文件；请一并提交 data/published。`,
  nothingToRecord: '没有变化，不用记。',
};

const en: typeof zh = {
  paths: 'list only what is wrong in these files or folders (default: everything)',
  format: 'output: pretty (shows the line and marks the place), json or github',
  due: 'list commitments that fall due within 30 days, are overdue, or of which nothing was published for a year (no check)',
  dueSoon: 'Due within 30 days:',
  overdue: 'Overdue, with no result published:',
  silent: 'Nothing published for a year (since the day shown):',
  nothingDue: 'No commitment falls due within 30 days, is overdue or was silent for a year.',
  fix: 'first fix what does not touch the words (byte order marks, line endings)',
  badFormat: (value) => `--format is pretty, json or github, not ${value}`,
  badRulesFormat: (value) => `--format is text or markdown, not ${value}`,
  noPath: (value) => `There is no such file or folder in the folder that is checked: ${value}`,
  noRule: (value) => `There is no rule ${value}: dafu rules lists them all`,
  error: 'error',
  warning: 'warning',
  hint: 'hint',
  fixed: (path) => `fixed: ${path}`,
  waived: (count) => `${count} waived, with a reason in the content:`,
  reason: 'reason',
  identifiers: {
    siteIdCode: 'the site code (siteIdCode)',
    siteDomain: 'the domain (siteDomain)',
    icp: 'the ICP record number (icp)',
    psb: 'the public security record number (psb)',
  },
  notGiven: (names) =>
    `Note: identifiers in site.yaml lacks ${names.join(', ')}, so pages carry none; fill in what the bureau gives, never invent it.`,
  recordTags: {
    published: 'the day of publication (published, PubDate on the page)',
    indexNumber: 'the index number (indexNumber)',
  },
  repliesLack: (what, ids) =>
    `Note: ${ids.length === 1 ? '1 reply does' : `${ids.length} replies do`} not give ${what}: ${someOf(ids).join(', ')}; fill it in where it is known, never invent it.`,
  untranslated: (ids) =>
    `Note: ${ids.length === 1 ? '1 reply is' : `${ids.length} replies are`} in one language only; pages in others show the record: ${someOf(ids).join(', ')}; where every reply has to be translated, write requireTranslation: true in site.yaml.`,
  held: (id, publishAt) =>
    `Note: ${id} is held back until ${publishAt.slice(0, 16).replace('T', ' ')} (Beijing time); nothing of it is on the site before.`,
  unapproved: (letters) =>
    `Note: ${letters.length} ${letters.length === 1 ? 'reply is' : 'replies are'} not approved yet, at which a release stops: ${someOf(letters.map(({ id, missing, changed }) => `${id} (${[...changed.map((role) => `changed since ${role} approved it`), ...missing.map((role) => `${role} has not`)].join(', ')})`)).join(', ')}.`,
  uncompared: (languages) =>
    `Note: nothing reads figures in ${languages.join(', ')}: those of originals and translations are not compared, as pages say; compare them yourself.`,
  lacking: (language, count, names) =>
    `Note: ${count} interface words are not in ${language} and fall back to another language: ${someOf(names).join(', ')}; they belong in the language’s file in src/locales.`,
  uncounted: (year, ids) =>
    `Note: the holidays of ${year} are not known, so the working days until publication of ${ids.length === 1 ? '1 reply' : `${ids.length} replies`} are not counted: ${someOf(ids).join(', ')}; to count them, write data/calendar/${year}.json from the State Council’s notice.`,
  clean: (files) => `${files} files checked, nothing wrong.`,
  summary: (errors, warnings, files) => `${files} files checked: ${errors} error(s), ${warnings} warning(s).`,
  blocked: 'Nothing is published while there are errors: fix them and commit again.',
  drafts: (errors, warnings) =>
    `${errors === 0 ? '' : 'This is a draft that cannot be published yet: '}${errors} error(s), ${warnings} warning(s)`,
  failedUnexplained: 'This page could not be made, and the check found no reason: the terminal says more.',
  rechecked: 'Content changed, checked again:',
  waiting: 'The draft cannot be shown while the settings of the site are wrong; it goes on when they are fixed.',
  rules: 'list all rules: why, what breaks them and what keeps them',
  ruleId: 'only this rule',
  rulesFormat: 'output: text or markdown (docs/rules.md is made from it)',
  why: 'why',
  bad: 'wrong',
  good: 'right',
  brokenBy: 'broken by',
  waivable: 'With a reason it can be set aside under waivers.',
  absent: '(no such file)',
  record: 'record addresses, official texts and data as they are now in data/published, without a release',
  recorded: (count) => `${count} file(s) recorded; commit data/published with your change.`,
  nothingToRecord: 'Nothing has changed since the last record.',
};

export const checkWords: CommandWords<typeof zh> = { zh, en };
export type CheckWords = typeof zh;
