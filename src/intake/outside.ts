import { fork, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, extname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Finding, type RuleId, SiteError } from '../errors.ts';
import type { PdfPage } from '../import/pdf/pages.ts';
import type { OutsideReaders } from '../import/read-source.ts';
import { IMPORT_RULES } from '../import/rules.ts';
import { type Ending, type Limits, withinLimits } from './limits.ts';

/** What the process that reads a PDF is given, and what it answers. */
export interface PdfQuestion {
  readonly bytes: Uint8Array;
  readonly file: string;
}
export type PdfAnswer =
  | { readonly kind: 'pages'; readonly pages: readonly PdfPage[] }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

const PDF_LIMITS: Limits = { milliseconds: 30_000, megabytes: 1024 };
const OFFICE_LIMITS: Limits = { milliseconds: 90_000, megabytes: 1536 };
const PDF_CHILD = fileURLToPath(new URL('pdf-child.ts', import.meta.url));

const refused = (rule: RuleId, file: string, message: Finding['message'], hint: Finding['hint']): SiteError =>
  new SiteError({ rule, severity: 'error', place: { file }, message, hint });

/** What is said of a program that was stopped, or ended without a result. */
function stopped(ending: Ending, file: string, hint: Finding['hint']): SiteError {
  const why: Readonly<Record<Ending['kind'], Finding['message']>> = {
    time: { zh: '读这个文件用的时间太长，已停止', en: 'reading this file took too long and was stopped' },
    memory: { zh: '读这个文件用的内存太多，已停止', en: 'reading this file took too much memory and was stopped' },
    ended: { zh: '读这个文件的程序中途退出了', en: 'the program that was to read this file ended early' },
  };
  return refused(IMPORT_RULES['import-limits'].id, file, why[ending.kind], hint);
}

/** The pages of a PDF, read by a process of its own, which may write no file and start no program. */
export async function pdfPages(
  bytes: Uint8Array,
  file: string,
  limits: Limits = PDF_LIMITS,
): Promise<readonly PdfPage[]> {
  const child = fork(PDF_CHILD, {
    serialization: 'advanced',
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: ['--permission', '--allow-fs-read=*', `--max-old-space-size=${limits.megabytes}`, '--no-warnings'],
    env: {},
  });
  let answer: PdfAnswer | undefined;
  child.on('message', (message: PdfAnswer) => {
    answer = message;
  });
  const question: PdfQuestion = { bytes: new Uint8Array(bytes), file };
  // A child that dies at once closes the pipe: how it ended says so.
  child.send(question, () => {});
  const ending = await withinLimits(child, limits);
  if (answer?.kind === 'pages') return answer.pages;
  if (answer?.kind === 'refused') throw new SiteError(answer.findings);
  throw stopped(ending, file, { zh: '请改用 Word 文稿导入', en: 'import the Word document instead' });
}

/** Where LibreOffice is; `undefined` where it is not installed. */
export function findOffice(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = [
    ...(environment['PATH'] ?? '').split(delimiter),
    '/Applications/LibreOffice.app/Contents/MacOS',
    'C:\\Program Files\\LibreOffice\\program',
    'C:\\Program Files (x86)\\LibreOffice\\program',
  ];
  const names = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  return folders
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** LibreOffice's settings for files of strangers: no macros, no active content, nothing fetched, no links followed. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${[
  ['/org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', '2'],
  ['/org.openoffice.Inet/Settings', 'ooInetProxyType', '2'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPProxyPort', '9'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyPort', '9'],
]
  .map(
    ([path, name, value]) =>
      `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join('\n')}
</oor:items>
`;

/** Whether a program can be started without a network here: in a namespace of its own, where the system lets users make one. */
async function unshares(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const child = spawn('unshare', ['--map-root-user', '--net', 'true'], { stdio: 'ignore' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

/** What an office program is asked with, and how long it may take. */
interface Office {
  readonly office: string | undefined;
  readonly limits?: Limits;
}

/** The ending under which an office program is shown a file: WPS and misnamed files are Word's own by their first bytes. */
function extensionFor(bytes: Uint8Array, file: string): string {
  const extension = extname(file).toLowerCase();
  return /^\.(?:wps|docx)$/.test(extension) && bytes[0] === 0xd0 && bytes[1] === 0xcf ? '.doc' : extension;
}

/** Whether a file is of a format that only an office program reads. */
export function isOldFormat(bytes: Uint8Array, file: string): boolean {
  return /^\.(?:doc|wps|rtf|odt)$/.test(extname(file).toLowerCase()) || extensionFor(bytes, file) === '.doc';
}

/** Converts files in one run of LibreOffice, with settings of its own, without macros and network; gives what came of each. */
async function convert(
  files: readonly OldFile[],
  office: string,
  limits: Limits,
): Promise<{ readonly made: readonly (Uint8Array | undefined)[]; readonly ending: Ending }> {
  const folder = mkdtempSync(join(tmpdir(), 'dafu-office-'));
  try {
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
    const sources = files.map(({ bytes, name }, index) => {
      const source = join(folder, `letter${index}${extensionFor(bytes, name)}`);
      writeFileSync(source, bytes);
      return source;
    });
    const own = [
      '--headless',
      '--norestore',
      '--nolockcheck',
      '--nodefault',
      '--nologo',
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      join(folder, 'out'),
      ...sources,
    ];
    const command = (await unshares()) ? ['unshare', '--map-root-user', '--net', office, ...own] : [office, ...own];
    const [program = office, ...parameters] = command;
    const child = spawn(program, parameters, {
      cwd: folder,
      detached: process.platform !== 'win32',
      stdio: 'ignore',
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        TMPDIR: folder,
        SystemRoot: process.env['SystemRoot'],
        LANG: 'zh_CN.UTF-8',
        SAL_USE_VCLPLUGIN: 'svp',
      },
    });
    const ending = await withinLimits(child, limits);
    const made = files.map((_, index) => {
      const path = join(folder, 'out', `letter${index}.docx`);
      return existsSync(path) ? readFileSync(path) : undefined;
    });
    return { made, ending };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file of an old format, with its name. */
interface OldFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes a .docx of a file of an old format by LibreOffice.
 * Throws a SiteError in one sentence where LibreOffice is not installed, gives nothing, or takes too much.
 */
export async function toDocx(
  bytes: Uint8Array,
  file: string,
  { office, limits = OFFICE_LIMITS }: Office = { office: findOffice() },
): Promise<Uint8Array> {
  const hint = {
    zh: '请用 Word 或 WPS 打开，另存为 .docx，再导入',
    en: 'open it in Word or WPS, save it as .docx and import that',
  };
  if (office === undefined) {
    const extension = extname(file).toLowerCase();
    throw refused(
      IMPORT_RULES['import-office'].id,
      file,
      {
        zh: `没有安装 LibreOffice，读不了 ${extension} 文件`,
        en: `${extension} files are read by LibreOffice, which is not installed`,
      },
      hint,
    );
  }
  const { made, ending } = await convert([{ name: file, bytes }], office, limits);
  if (ending.kind === 'ended' && made[0] !== undefined) return made[0];
  throw stopped(ending, file, hint);
}

/** How many files LibreOffice is given at one time: they share the seconds that it takes to start. */
const AT_ONCE = 50;

/** The .docx of files of old formats, in their order, converted many at a time; nothing for one that has to be tried by itself. */
export async function convertAll(files: readonly OldFile[]): Promise<readonly (Uint8Array | undefined)[]> {
  const office = findOffice();
  const made: (Uint8Array | undefined)[] = [];
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const own = files.slice(start, start + AT_ONCE);
    const milliseconds = OFFICE_LIMITS.milliseconds + own.length * 3000;
    const results =
      office === undefined
        ? own.map(() => undefined)
        : (await convert(own, office, { ...OFFICE_LIMITS, milliseconds })).made;
    made.push(...results);
  }
  return made;
}

/** The readers of PDF and of old formats, each in a process of its own. */
export const OUTSIDE: OutsideReaders = { pdfPages, toDocx: (bytes, file) => toDocx(bytes, file) };
