import { oneLine } from '../../errors.ts';
import type { CommandWords } from '../words.ts';
import { redactWords } from './redact.ts';
import { releaseWords } from './release.ts';

/** What the end of a build says. */
interface BuildFigures {
  readonly made: number;
  readonly reused: number;
  readonly files: number;
  readonly bytes: number;
  readonly warnings: number;
}

/** What a build was made from that the last one was not. */
interface ChangedSources {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly otherwise: boolean;
}

/** How many changed files are named; of more, only the number. */
const NAMED = 5;

/** Usage errors of commander, and their translations. */
const MISTYPED: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/^error: unknown command '(.*?)'/, '没有“$1”这条命令'],
  [/^error: unknown option '(.*?)'/, '没有“$1”这个选项'],
  [/^error: missing required argument '(.*?)'/, '缺少参数 <$1>'],
  [/^error: option '(.*?)' argument missing/, '选项 $1 后面缺少内容'],
  [/^error: required option '(.*?)' not specified/, '必须写明选项 $1'],
  [/^error: too many arguments[^:\n]*: ([^\n]*)\.(?=\n|$)/, '参数太多：$1'],
  [
    /^error: command-argument value '([^'\n]*)' is invalid for argument '([^'\n]*)'\. Allowed choices are ([^\n]*)\.(?=\n|$)/,
    '参数 <$2> 不能是“$1”，只能是：$3',
  ],
  [/\(Did you mean (?:one of )?([^()?]*)\?\)/, '（是不是 $1？）'],
];

/** The headings of commander's help. */
const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '其他命令：',
};

const zh = {
  ...releaseWords.zh,
  ...redactWords.zh,
  about: '答复（Dafu）：把正式答复和其中的数据做成静态网站。',
  build: '生成网站，全部通过后才替换原有输出',
  serve: '在本机提供已生成的网站',
  dev: '边改边看：内容一变就重新生成页面',
  check: '检查内容和数据，列出全部问题',
  root: '内容所在的文件夹（其中有 content/、data/、public/）；默认是当前文件夹，或它上面最近的一个',
  out: '输出文件夹；默认是内容文件夹下的 dist',
  address: '网站的正式地址，如 https://example.gov.cn；覆盖 site.yaml 里的地址',
  today: '当作“今天”的日期（YYYY-MM-DD，指当天零时）或时刻（YYYY-MM-DDTHH:MM+08:00）；默认是北京时间现在',
  port: '端口；默认取环境变量 PORT，否则 4321',
  host: '监听的地址；默认 127.0.0.1',
  lang: '提示语言（zh 或 en）；默认随系统语言',
  verbose: '显示生成过程的全部信息',
  jobs: '同时使用的进程数；默认按处理器和内存而定',
  groups: { site: '网站：', letters: '来文和答复：', releases: '发布：', setup: '新建和生成：' },
  helpTitle: (title: string): string => HELP_TITLES[title] ?? title,
  optionHelp: (text: string): string => text.replace(/ \(default: "?([^"()]*)"?\)$/, '（默认 $1）'),
  mistyped: (text: string): string =>
    MISTYPED.reduce((said, [english, chinese]) => said.replace(english, chinese), text),
  help: '显示帮助',
  version: '显示版本',
  helpCommand: '显示某条命令的帮助',
  noFolder: (option: string, path: string) => `${option} 指定的文件夹不存在：${path}`,
  noContent: (path: string) => `${path} 里没有 content 文件夹：请用 --root 指定内容所在的文件夹`,
  badToday: (value: string) =>
    `--today 不是一个真实的日期或时刻：${value}（应写成 YYYY-MM-DD 或 YYYY-MM-DDTHH:MM+08:00）`,
  badAddress: (value: string) => `--address 应是 https:// 开头、不带路径的地址：${value}`,
  badJobs: (value: string) => `--jobs 应是 1 到 64 的整数：${value}`,
  badPort: (value: string) => `端口应是 0 到 65535 的整数：${value}`,
  badLang: (value: string) => `--lang 只能是 zh 或 en：${value}`,
  portTaken: (port: number) => `端口 ${port} 已被占用：请停掉占用它的程序，或用 PORT=… 换一个端口`,
  notAllowed: (port: number) => `没有权限使用端口 ${port}：请用 PORT=… 换一个 1024 以上的端口`,
  notBuilt: (path: string) => `${path} 不存在：请先运行 build`,
  locked: (path: string) => `另一次生成或发布正在使用 ${path}：请等它结束再试`,
  notWritable: (path: string, why: string) => `不能写入 ${path}：${why}`,
  outHoldsOther: (path: string) => `${path} 是一个文件，不是文件夹：没有改动它`,
  outHoldsRoot: (path: string) => `输出位置 ${path} 不能是内容文件夹或程序文件夹本身，也不能包含它`,
  outUnnamed: '没有写明输出文件夹',
  stateIsOther: (path: string) => `${path} 应是程序自己的文件夹，现在是链接或文件：没有动它，请移走后再试`,
  outInside: (path: string, folder: string) => `输出位置 ${path} 在 ${folder} 里面，会改动或覆盖那里的内容：请另选一处`,
  outHoldsOthers: (path: string, names: readonly string[]) =>
    `${path} 里有不是这条命令放的东西（${names.slice(0, NAMED).map(oneLine).join('、')}${names.length > NAMED ? ' 等' : ''}）：没有改动它。请移走，或另选一个新的或空的文件夹`,
  outIsLink: (path: string, target: string) =>
    `${path} 是指向 ${target} 的链接，不是这条命令建的：没有改动它。请直接写明文件夹`,
  pdf: '把答复按公文信函格式（GB/T 9704-2012）写成 PDF：先 build；不写编号则全部',
  pdfTo: 'PDF 写到的文件夹；默认是内容文件夹下的 pdf',
  noReply: (id: string) => `没有编号为 ${id} 的答复`,
  noBrowser:
    '找不到可用的 Chromium 或 Chrome：请运行 npm install --save-exact playwright-core@1.65.1 @sparticuz/chromium@153.0.0，或装好 playwright-core@1.65.1 再安装一个浏览器，或用 CHROMIUM_PATH 指明',
  noPrinting:
    'site.yaml 写了 pdf: true，这台机器上却没有打印所用的浏览器或字体：请运行 npm install --save-exact playwright-core@1.65.1 @sparticuz/chromium@153.0.0 @expo-google-fonts/noto-serif-sc@0.4.3 @expo-google-fonts/noto-sans-sc@0.4.3 @expo-google-fonts/tinos@0.4.2（约 280 MB），或者去掉 pdf: true',
  noPrintingHere:
    'site.yaml 写了 pdf: true：发布时打印 PDF 只能在 Linux 上进行，字体才处处相同。请在 Linux 上发布，或者去掉 pdf: true',
  notPrinted: (page: string, why: string) => `没有打印成 PDF：${page}（${why}）`,
  wrote: (path: string) => `已写出：${path}`,
  serving: (url: string) => `网站地址：${url}（按 Ctrl+C 停止）`,
  built: (path: string) => `已生成：${path}`,
  buildChanges: (changes: ChangedSources | undefined) => {
    if (changes === undefined) return '没有可比的上一次生成：全部新生成';
    const { added, changed, removed, otherwise } = changes;
    const names = [...added, ...changed, ...removed];
    const counts = [`新增 ${added.length} 个`, `改动 ${changed.length} 个`, `删去 ${removed.length} 个`].join('，');
    const listed = `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? ' 等' : ''}`;
    const sources = names.length === 0 ? [] : [`内容文件${counts}（${listed}）`];
    const parts = [...sources, ...(otherwise ? ['程序、地址或日期不同'] : [])];
    return `与上次相比：${parts.length === 0 ? '没有变化' : parts.join('；')}`;
  },
  buildSummary: ({ made, reused, files, bytes, warnings }: BuildFigures) =>
    `新生成 ${made} 页，沿用 ${reused} 页；共 ${files} 个文件，${(bytes / 1e6).toFixed(1)} MB；警告 ${warnings} 个`,
  stages: { check: '检查', print: '打印', render: '页面', index: '检索索引', audit: '核验', release: '发布' },
  secondsLeft: (seconds: number) => `约剩 ${seconds} 秒`,
  refusedBySystem: (why: string) => `系统不允许这一步，没有做下去：${why}`,
  failed: '没有通过，原有输出保持不变。',
  summary: (errors: number, warnings: number) => `错误 ${errors} 个，警告 ${warnings} 个`,
  errorWord: '错误',
  warningWord: '警告',
  hintWord: '办法',
};

const en: typeof zh = {
  ...releaseWords.en,
  ...redactWords.en,
  about: 'Dafu (答复): turns official replies and the figures in them into a static site.',
  build: 'build the site; the old output is replaced only when everything passed',
  serve: 'serve the built site on this machine',
  dev: 'show the site while you edit it',
  check: 'check content and data, and list everything that is wrong',
  root: 'the folder that holds content/, data/ and public/ (default: the working folder, or the nearest above it)',
  out: 'the output folder (default: dist in the root folder)',
  address: "the site's public address, such as https://example.gov.cn, in place of the one in site.yaml",
  today:
    'what to take for now: a day (YYYY-MM-DD, its first moment) or YYYY-MM-DDTHH:MM+08:00 (default: now in Beijing)',
  port: 'port (default: the environment variable PORT, or 4321)',
  host: 'address to listen on (default: 127.0.0.1)',
  lang: "language of messages, zh or en (default: the system's)",
  verbose: 'show everything the build says',
  jobs: 'how many processes may work at once (default: what cores and memory allow)',
  groups: {
    site: 'The site:',
    letters: 'Letters and replies:',
    releases: 'Releases:',
    setup: 'New sites and generated files:',
  },
  helpTitle: (title) => (title === 'Commands:' ? 'Other commands:' : title),
  optionHelp: (text) => text,
  mistyped: (text) => text,
  help: 'show help',
  version: 'show the version',
  helpCommand: 'show help for a command',
  noFolder: (option, path) => `The folder given with ${option} does not exist: ${path}`,
  noContent: (path) => `There is no content folder in ${path}: name the folder that holds it with --root`,
  badToday: (value) => `--today is not a real day or moment: ${value} (write YYYY-MM-DD or YYYY-MM-DDTHH:MM+08:00)`,
  badAddress: (value) => `--address must be an address with https:// and without a path: ${value}`,
  badJobs: (value) => `--jobs must be a whole number from 1 to 64: ${value}`,
  badPort: (value) => `The port must be a whole number from 0 to 65535: ${value}`,
  badLang: (value) => `--lang can only be zh or en: ${value}`,
  portTaken: (port) => `Port ${port} is taken: stop the program that uses it, or choose another with PORT=…`,
  notAllowed: (port) => `Port ${port} is not allowed for you: choose one above 1024 with PORT=…`,
  notBuilt: (path) => `${path} does not exist: run build first`,
  locked: (path) => `Another build or release is using ${path}: try again when it has finished`,
  notWritable: (path, why) => `${path} cannot be written: ${why}`,
  outHoldsOther: (path) => `${path} is a file, not a folder: it was left alone`,
  outHoldsRoot: (path) => `The output ${path} must not be the content folder or the program's, or hold it`,
  outUnnamed: 'No output folder is named',
  stateIsOther: (path) =>
    `${path} has to be a folder of the program's own, and is a link or a file: it was left alone; move it away and try again`,
  outInside: (path, folder) =>
    `The output ${path} lies in ${folder}, and would change or replace what is there: choose another place`,
  outHoldsOthers: (path, names) =>
    `${path} holds what this command did not put there (${names.slice(0, NAMED).map(oneLine).join(', ')}${names.length > NAMED ? ' …' : ''}) and was left alone: move that away, or name a new or empty folder`,
  outIsLink: (path, target) =>
    `${path} is a link to ${target} that this command did not make, and was left alone: name the folder itself`,
  pdf: 'write replies as PDF in the letter format of GB/T 9704-2012; build first; without ids, all',
  pdfTo: 'the folder for the PDFs (default: pdf in the root folder)',
  noReply: (id) => `There is no reply ${id}`,
  noBrowser:
    'No Chromium or Chrome that starts: run npm install --save-exact playwright-core@1.65.1 @sparticuz/chromium@153.0.0, or install a browser beside playwright-core@1.65.1, or name one in CHROMIUM_PATH',
  noPrinting:
    'site.yaml says pdf: true, and this machine lacks the browser or the fonts that print: run npm install --save-exact playwright-core@1.65.1 @sparticuz/chromium@153.0.0 @expo-google-fonts/noto-serif-sc@0.4.3 @expo-google-fonts/noto-sans-sc@0.4.3 @expo-google-fonts/tinos@0.4.2 (some 280 MB), or take pdf: true out',
  noPrintingHere:
    'site.yaml says pdf: true: a release prints PDFs on Linux only, so that their fonts are the same everywhere. Release on Linux, or take pdf: true out',
  notPrinted: (page, why) => `not printed as PDF: ${page} (${why})`,
  wrote: (path) => `Wrote: ${path}`,
  serving: (url) => `The site is at ${url} (Ctrl+C stops it)`,
  built: (path) => `Built: ${path}`,
  buildChanges: (changes) => {
    if (changes === undefined) return 'No last build to compare with: everything is made again';
    const { added, changed, removed, otherwise } = changes;
    const names = [...added, ...changed, ...removed];
    const counts = [`${added.length} added`, `${changed.length} changed`, `${removed.length} removed`].join(', ');
    const listed = `${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ' …' : ''}`;
    const sources = names.length === 0 ? [] : [`content files: ${counts} (${listed})`];
    const parts = [...sources, ...(otherwise ? ['another program, address or day'] : [])];
    return `Since the last build: ${parts.length === 0 ? 'no change' : parts.join('; ')}`;
  },
  buildSummary: ({ made, reused, files, bytes, warnings }) =>
    `${made} pages made, ${reused} used again; ${files} files, ${(bytes / 1e6).toFixed(1)} MB; ${warnings} warning(s)`,
  stages: { check: 'Check', print: 'PDFs', render: 'Pages', index: 'Search index', audit: 'Audit', release: 'Release' },
  secondsLeft: (seconds) => `${seconds} s left`,
  refusedBySystem: (why) => `The system refused a step, and nothing more was done: ${why}`,
  failed: 'Something did not pass; the old output is as it was.',
  summary: (errors, warnings) => `${errors} error(s), ${warnings} warning(s)`,
  errorWord: 'error',
  warningWord: 'warning',
  hintWord: 'hint',
};

/** What the command line says. */
export const cliWords: CommandWords<typeof zh> = { zh, en };

export type CliWords = typeof zh;
