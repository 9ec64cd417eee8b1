import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FindingLanguage } from '../errors.ts';
import { codeownersWords } from '../language/messages/codeowners.ts';
import { type Bureau, bureauTree, currentName, firstName } from '../model/bureau.ts';
import { commandFailure } from '../terminal/failures.ts';

/** Where forges look for the file: at the root, and in folders of GitHub, GitLab, Gitea and Gitee. */
const PLACES = [
  'CODEOWNERS',
  ...['.github', '.gitlab', '.gitea', '.gitee', 'docs'].map((folder) => `${folder}/CODEOWNERS`),
];

const PLACEHOLDER = '@organisation/';
const WIDTH = 34;
const line = (pattern: string, owners: readonly string[]) => `${pattern.padEnd(WIDTH)} ${owners.join(' ')}`;

const folderOf = ({ id }: Bureau) => `/content/replies/${id}/`;
const ownersOf = ({ id, owners }: Bureau) => (owners.length > 0 ? owners : [`${PLACEHOLDER}${id}`]);

const HEAD = `# 谁必须批准哪些文件。换成真实的人或组，放到平台要求的位置。
# Who has to approve what. Put real people or groups in, and the file where the forge looks for it.
#
# 后面的规则优先。至少两人，提交的人不能批准自己的修改。
# Later lines win. Name two people at least: nobody approves a change of their own.`;

/**
 * The text of a CODEOWNERS file: the program, the content, and below it a line for each bureau's folder of replies,
 * since later lines win over earlier ones. Where the record of bureaus names no owners there are placeholders.
 */
export function codeownersText(bureaus: readonly Bureau[]): string {
  const reviewers = [`${PLACEHOLDER}reviewers`];
  const both = [...reviewers, `${PLACEHOLDER}maintainers`];
  const ofBureaus = bureauTree(bureaus).flatMap(({ bureau }) => [
    `# ${firstName(currentName(bureau))}`,
    line(folderOf(bureau), ownersOf(bureau)),
  ]);
  return `${[
    HEAD,
    '',
    '# 程序、设置、自动任务：维护人员',
    line('*', [`${PLACEHOLDER}maintainers`]),
    '',
    '# 答复、报告、页面、数据：业务审核人',
    line('/content/', reviewers),
    line('/data/', reviewers),
    line('/inbox/', reviewers),
    '',
    ...(ofBureaus.length === 0
      ? []
      : ['# 各单位的答复由各单位批准 / Each bureau approves its own replies', ...ofBureaus, '']),
    '# 公布记录由发布程序写入，人工改动须两组都同意',
    line('/data/published/', both),
    line('/content/site.yaml', both),
    ...(ofBureaus.length === 0 ? [] : [line('/content/bureaus.yaml', both)]),
  ].join('\n')}\n`;
}

/** A line of a CODEOWNERS file that names files and who approves them; section heads and comments do not. */
interface OwnersLine {
  readonly pattern: string;
  readonly owners: readonly string[];
}

function readLines(text: string): OwnersLine[] {
  return text.split(/\r?\n/).flatMap((source): OwnersLine[] => {
    const [pattern, ...owners] = source
      .replace(/(?:^|\s)#.*/, '')
      .trim()
      .split(/\s+/);
    return pattern === undefined || pattern === '' || /^\^?\[/.test(pattern) ? [] : [{ pattern, owners }];
  });
}

/**
 * Whether a pattern matches a file by the rules that forges share: those of .gitignore, except that `folder/*` does not
 * match deeper files. `path` is relative to the root.
 */
function isAbout(pattern: string, path: string): boolean {
  const anchored = /\/(?!$)/.test(pattern);
  const flat = /\/\*$/.test(pattern);
  const signs: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };
  const body = pattern
    .replace(/^\/|\/$/g, '')
    .replace(/\*\*\/|\*\*|\*|\?|[^*?]/g, (sign) => signs[sign] ?? sign.replace(/[\\^$.|+()[\]{}]/, '\\$&'));
  return new RegExp(`^${anchored ? '' : '(?:.*/)?'}${body}${flat ? '' : '(?:/.*)?'}$`).test(path);
}

/** A made-up reply's file in a folder, to try patterns on. */
const sampleIn = (folder: string) => `${folder.slice(1)}2024-1/zh.mdx`;

/** A folder that no bureau has: a pattern that matches it is not specific to one bureau. */
const NO_BUREAU = sampleIn('/content/replies/0/');

/** How a CODEOWNERS file differs from the record of bureaus, one sentence each. */
export function codeownersFaults(text: string, bureaus: readonly Bureau[], language: FindingLanguage): string[] {
  const words = codeownersWords[language];
  const lines = readLines(text);
  return bureaus.flatMap((bureau) => {
    const name = firstName(currentName(bureau));
    const folder = folderOf(bureau);
    const about = lines.filter(({ pattern }) => isAbout(pattern, sampleIn(folder)));
    const own = about.findLast(({ pattern }) => !isAbout(pattern, NO_BUREAU));
    const last = about.at(-1);
    if (own === undefined || own.owners.length === 0) return [words.missing(name, line(folder, ownersOf(bureau)))];
    const lacking = bureau.owners.filter((owner) => !own.owners.includes(owner));
    return [
      ...(own.owners.some((owner) => owner.startsWith(PLACEHOLDER)) ? [words.placeholder(name)] : []),
      ...(lacking.length > 0 ? [words.others(name, lacking.join(' '))] : []),
      ...(last === undefined || last === own ? [] : [words.overridden(name, last.pattern)]),
    ];
  });
}

/**
 * Checks the CODEOWNERS file of a root and gives the message to print. Throws a CommandError where the file is missing
 * or wrong.
 */
export function checkCodeowners(
  root: string,
  file: string | undefined,
  bureaus: readonly Bureau[],
  language: FindingLanguage,
): string {
  const words = codeownersWords[language];
  const places = file === undefined ? PLACES : [file];
  const found = places.find((place) => existsSync(join(root, place)));
  if (found === undefined) throw commandFailure(() => words.notFound(places));
  const faults = codeownersFaults(readFileSync(join(root, found), 'utf8'), bureaus, language);
  if (faults.length > 0) throw commandFailure(() => [found, ...faults.map((fault) => `  ${fault}`)].join('\n'));
  return `${words.fine(found, bureaus.length)}\n`;
}
