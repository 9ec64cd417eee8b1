import type { CommandWords } from '../words.ts';

const zh = {
  init: '新建一个空的、可以直接生成的网站文件夹',
  folder: '新文件夹；不能已有内容',
  issuer: '发文机关的名称，用网站的第一种语言',
  issuerIn: (language: string) => `发文机关的${language}名称`,
  languages: (codes: readonly string[]) =>
    `网站的语言，用逗号隔开，原文的语言在先：${codes.join('、')}。不写时为 zh，并加上给出名称的语言`,
  badLanguages: (code: string, codes: readonly string[]) =>
    `--languages 写的是语言代码，每种一次，用逗号隔开：${codes.join('、')}${code === '' ? '' : `；“${code}”不对`}`,
  noName: (code: string) => `网站有 ${code} 这种语言，请用 --issuer-${code} 写明发文机关在这种语言里的名称`,
  surplusName: (code: string) =>
    `--issuer-${code} 用不上：--languages 里没有 ${code}，或者它排在第一，名称应写在 --issuer`,
  address: '网站的正式地址；没有时写保留地址，不能正式发布',
  package: '程序的安装包：文件或 https 地址；默认是安装本程序时用的那一个',
  forge: '仓库放在哪个平台，写好它的自动检查：github、gitlab、gitea、gitee 或 none',
  badForge: (name: string) => `--forge 只能是 github、gitlab、gitea 或 none，不能是“${name}”`,
  noTarball: (path: string) => `找不到安装包 ${path}`,
  withoutPackage:
    '没有写 package.json：程序不是从安装包装的。要写，用 --package 指定安装包（在程序的仓库里运行 npm pack 得到）。',
  notLocked: '没有写成 package-lock.json（npm 连不上软件源）：能联网时在新文件夹里运行 npm install，把它一起提交。',
  bundle: '把程序、全部软件包和 Node 写成一个压缩包，供不联网的 Linux 机器安装和升级',
  bundleFile: '压缩包，以 .tar.gz 结尾',
  cpu: '目标机器的处理器：x64 或 arm64',
  badCpu: (name: string) => `--cpu 只能是 x64 或 arm64，不能是“${name}”`,
  noOwnPackage: '程序不是从安装包装的：请用 --package 指定安装包（在程序的仓库里运行 npm pack 得到）',
  notBundled: (program: string, why: string) => `${program} 失败了：${why}`,
  bundled: (path: string) =>
    `已写成：${path}。在目标机器上 tar -xzf 解开，运行其中的 dafu/dafu；升级时解开新的，替换旧的文件夹。`,
  notEmpty: (path: string) => `${path} 里已有内容：请指定一个新的或空的文件夹`,
  made: (path: string) => `已新建：${path}`,
  next: (path: string) =>
    `接着：dafu new reply --root ${path} 新建答复，dafu build --root ${path} 生成网站。单位的资料写在 content/site.yaml。`,
};

const en: typeof zh = {
  init: 'make a new, empty folder of content that builds as it is',
  folder: 'the new folder; it must not hold anything',
  issuer: "the bureau's name, in the site's first language",
  issuerIn: (language) => `its name in ${language}`,
  languages: (codes) =>
    `the site's languages with commas, that of the letters first: ${codes.join(', ')}; by default zh, and those in which a name is given`,
  badLanguages: (code, codes) =>
    `--languages takes codes of languages, each once, with commas: ${codes.join(', ')}${code === '' ? '' : `; not “${code}”`}`,
  noName: (code) => `The site is in ${code} too: give the bureau's name in it with --issuer-${code}`,
  surplusName: (code) =>
    `--issuer-${code} has no use: ${code} is not in --languages, or is the first, whose name --issuer gives`,
  address: "the site's public address; without one, a reserved address that cannot be released",
  package: 'the package of the program: a file or an https address; by default the one that it was installed from',
  forge: 'where the repository is kept, to write its workflow: github, gitlab, gitea, gitee or none',
  badForge: (name) => `--forge is github, gitlab, gitea or none, not “${name}”`,
  noTarball: (path) => `There is no package ${path}`,
  withoutPackage:
    'No package.json was written: this program was not installed from a package. Name one with --package (npm pack makes it in the repository of the program).',
  notLocked:
    'package-lock.json could not be written (npm reached no registry): run npm install in the new folder where there is a network, and commit it.',
  bundle:
    'write one archive of the program, all packages and Node, for Linux machines that reach no network to install or upgrade',
  bundleFile: 'the archive; it ends in .tar.gz',
  cpu: 'the processor of the machine: x64 or arm64',
  badCpu: (name) => `--cpu is x64 or arm64, not “${name}”`,
  noOwnPackage:
    'This program was not installed from a package: name one with --package (npm pack makes it in the repository of the program)',
  notBundled: (program, why) => `${program} failed: ${why}`,
  bundled: (path) =>
    `Written: ${path}. On the machine, unpack it with tar -xzf and run dafu/dafu; to upgrade, unpack the new one in place of the old folder.`,
  notEmpty: (path) => `${path} holds something already: name a new or empty folder`,
  made: (path) => `Made: ${path}`,
  next: (path) =>
    `Next: dafu new reply --root ${path} for a reply, dafu build --root ${path} for the site. What the bureau is stands in content/site.yaml.`,
};

/** Words of `dafu init` and `dafu bundle`. */
export const initWords: CommandWords<typeof zh> = { zh, en };
