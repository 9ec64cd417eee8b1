import type { Bilingual } from '../../errors.ts';
import type { CommandWords } from '../words.ts';

/** What is left outside of what the program can reach. */
interface Outside {
  readonly id: string;
  readonly address: string;
  /** Addresses below it that held what was masked, as far as a release says; */
  readonly addresses: readonly string[];
  /** else those of the letter's own pages. */
  readonly pages: readonly string[];
  /** Files of the root that hold what was masked in their history, and those whose history is to go whole. */
  readonly changed: readonly string[];
  readonly withheld: readonly string[];
}

/** How many addresses are listed at most. */
const LISTED = 20;
const quoted = (path: string) => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);
const indented = (lines: readonly string[]) => lines.map((line) => `   ${line}`).join('\n');

/** The commands that take a text out of the history of a repository. */
function historyCommands({ id, withheld }: Outside): string[] {
  const file = `.dafu/withheld/${id}/replacements.txt`;
  return [
    `git filter-repo --force --replace-text ${file} --replace-message ${file}`,
    ...withheld.map((path) => `git filter-repo --force --invert-paths --path ${quoted(path)}`),
    'git remote add origin ADDRESS && git push --force --mirror',
    'git fetch origin && git reset --hard FETCH_HEAD && git reflog expire --expire=now --all && git gc --prune=now',
    `rm -r .dafu/withheld/${id}`,
  ];
}

const zh = {
  redact: '把已公布的个人信息打码：正文、译文、数据、以前的文本和发布，并核实已经没有了',
  redactText: '要打码的文字，写法不限（138 0013 8000 也能找到 138-0013-8000）；写 - 则从标准输入读，不留在命令记录里',
  redactWhy: '为什么，用答复原文的语言写（显示在网页上；不要写出要打码的内容）',
  redactWhyIn: (language: Bilingual) => `${language.zh}的原因（网站有${language.zh}的才写）`,
  redactWhyUnread: (code: string) => `网站没有“${code}”这种语言：请去掉 --why-${code}`,
  redactNoRelease: '只改内容，不重新发布',
  redactTooShort: '要打码的文字太短，会误伤别的字：请多写几个字',
  redactWhyTells: '--why 里就有要打码的内容：它会显示在网页上，请换个说法',
  redactUnsigned: '现在公布的一版有签名：请用 --key 指明密钥，新的一版也要签名',
  notInReply: (id: string, elsewhere: readonly string[]) =>
    `答复 ${id} 和引用它的数据里没有这些文字${elsewhere.length === 0 ? '' : `；这些文件里有：${elsewhere.join('、')}`}`,
  redacted: (files: readonly string[]) => `已打码：\n${indented(files)}`,
  withheldFiles: (files: readonly string[], id: string) =>
    `这些附件里有，已撤下（留存在 .dafu/withheld/${id}/，处理后可重新放上）：\n${indented(files)}`,
  redactApprovals: '核准记录已改为打码后的校样编号：除打码外没有别的改动。',
  redactReleased: (name: string, removed: readonly string[]) =>
    `已发布第 ${name} 版${removed.length === 0 ? '' : `；删去了含有它的旧版：${removed.join('、')}`}`,
  proven: (files: number) => `已核实：查了 ${files} 个文件（内容、网页、检索、接口、各版发布），都没有了。`,
  redactLeft: (files: readonly string[]) => `还有这些文件里有：\n${indented(files.slice(0, LISTED))}`,
  redactElsewhere: (files: readonly string[]) =>
    `别的答复里也有，没有动（同样要打码的，换成它的编号再运行一次）：\n${indented(files)}`,
  outside: (outside: Outside) =>
    [
      '程序够不到的地方，请接着做：',
      `1. 提交：\n${indented(['git add -A content data && git commit -m "Mask personal information" && git push'])}`,
      `2. 仓库的历史（先另存一份；filter-repo 会去掉远程地址）；git fetch 一行在网站所在的机器和每一份副本里运行；再请代码平台清除无主的提交和合并请求里的内容：\n${indented(historyCommands(outside))}`,
      `3. 缓存（CDN）和存档里的这些地址，用它们自己的办法清除；浏览器下次打开会重新读：\n${indented(shownAddresses(outside))}`,
      '4. 搜索引擎和网页存档：申请删除快照\n   百度 https://ziyuan.baidu.com/feedback　必应 https://www.bing.com/webmasters/tools/contentremoval\n   谷歌 https://search.google.com/search-console/remove-outdated-content　互联网档案馆 info@archive.org',
      '5. 已经下载的人手里的副本收不回来：必要时告知当事人。把做过的事记下来。',
    ].join('\n'),
};

const en: typeof zh = {
  redact:
    'mask personal information that was published: text, translation, data, former texts and releases; and prove it gone',
  redactText:
    'what to mask, however written (138 0013 8000 finds 138-0013-8000 too); - reads it from standard input, so that no shell keeps it',
  redactWhy: 'why, in the language of the letter (shown on the page; never what is masked)',
  redactWhyIn: (language) => `why, in ${language.en} (sites that have it)`,
  redactWhyUnread: (code) => `The site is not in “${code}”: leave --why-${code} out`,
  redactNoRelease: 'change the content only; do not release',
  redactTooShort: 'What is to be masked is too short and would hit other words: give more of it',
  redactWhyTells: '--why says what is to be masked, and is shown on the page: put it another way',
  redactUnsigned: 'What is served is signed: name the key with --key, so that the new release is signed too',
  notInReply: (id, elsewhere) =>
    `Reply ${id} and the data that quote it do not hold this text${elsewhere.length === 0 ? '' : `; these files do: ${elsewhere.join(', ')}`}`,
  redacted: (files) => `Masked in:\n${indented(files)}`,
  withheldFiles: (files, id) =>
    `These files hold it and are withheld (kept in .dafu/withheld/${id}/; they may come back when it is taken out):\n${indented(files)}`,
  redactApprovals: 'Approvals now name the sheet of the masked letter: nothing else of it changed.',
  redactReleased: (name, removed) =>
    `Released ${name}${removed.length === 0 ? '' : `; removed the releases that held it: ${removed.join(', ')}`}`,
  proven: (files) =>
    `Proven gone: ${files} files (content, pages, search, interface, every release) were looked through, and none holds it.`,
  redactLeft: (files) => `These files still hold it:\n${indented(files.slice(0, LISTED))}`,
  redactElsewhere: (files) =>
    `Other replies hold it too and were left alone (to mask it there, run this again with their ids):\n${indented(files)}`,
  outside: (outside) =>
    [
      'Out of reach of this program, and left to do:',
      `1. Commit:\n${indented(['git add -A content data && git commit -m "Mask personal information" && git push'])}`,
      `2. The history of the repository (save a copy first; filter-repo drops the remote); run the line with git fetch on the machine that serves and in every clone; then ask the forge to drop unreachable commits and what its change requests hold:\n${indented(historyCommands(outside))}`,
      `3. Purge these addresses from caches (CDN) and archives by their own tools; browsers ask again:\n${indented(shownAddresses(outside))}`,
      '4. Ask search engines and web archives to remove their copies:\n   Google https://search.google.com/search-console/remove-outdated-content  Bing https://www.bing.com/webmasters/tools/contentremoval\n   Baidu https://ziyuan.baidu.com/feedback  Internet Archive info@archive.org',
      '5. What readers downloaded cannot be recalled: tell the person concerned where necessary. Write down what was done.',
    ].join('\n'),
};

function shownAddresses({ address, addresses, pages }: Outside): string[] {
  const known = addresses.length > 0 ? addresses : pages;
  const shown = known.slice(0, LISTED).map((path) => address + path);
  return known.length > LISTED ? [...shown, `… ${known.length - LISTED}`] : shown;
}

/** What the command line says of masking what was published. */
export const redactWords: CommandWords<typeof zh> = { zh, en };
