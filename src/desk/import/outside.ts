import { fork, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, extname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Finding, SiteError } from '../../errors.ts';
import type { PdfPage } from '../../import/pdf/pages.ts';
import type { OutsideReaders } from '../../import/read-source.ts';
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

const refused = (rule: string, file: string, message: Finding['message'], hint: Finding['hint']): SiteError =>
  new SiteError({ rule, severity: 'error', place: { file }, message, hint });

/** What is said of a program that was stopped, or ended without a result. */
function stopped(ending: Ending, file: string, hint: Finding['hint']): SiteError {
  const why: Readonly<Record<Ending['kind'], Finding['message']>> = {
    time: { zh: '读这个文件用的时间太长，已停止', en: 'reading this file took too long and was stopped' },
    memory: { zh: '读这个文件用的内存太多，已停止', en: 'reading this file took too much memory and was stopped' },
    ended: { zh: '读这个文件的程序中途退出了', en: 'the program that was to read this file ended early' },
  };
  return refused('import-limits', file, why[ending.kind], hint);
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

/**
 * Makes a .docx of a file of an old format by LibreOffice: with settings of its own, without macros and network.
 * Throws a SiteError in one sentence where LibreOffice is not installed, gives nothing, or takes too much.
 */
export async function toDocx(
  bytes: Uint8Array,
  file: string,
  { office, limits = OFFICE_LIMITS }: { readonly office: string | undefined; readonly limits?: Limits } = {
    office: findOffice(),
  },
): Promise<Uint8Array> {
  const hint = {
    zh: '请用 Word 或 WPS 打开，另存为 .docx，再导入',
    en: 'open it in Word or WPS, save it as .docx and import that',
  };
  const extension = extname(file).toLowerCase();
  // WPS and misnamed files are documents of Word by their first bytes, whatever their name says.
  const isWord = /^\.(?:wps|docx)$/.test(extension) && bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (office === undefined) {
    throw refused(
      'import-office',
      file,
      {
        zh: `没有安装 LibreOffice，读不了 ${extension} 文件`,
        en: `${extension} files are read by LibreOffice, which is not installed`,
      },
      hint,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'dafu-office-'));
  try {
    const [profile, source] = [join(folder, 'profile'), join(folder, `letter${isWord ? '.doc' : extension}`)];
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
    writeFileSync(source, bytes);
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
      source,
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
    const made = join(folder, 'out', 'letter.docx');
    if (ending.kind === 'ended' && existsSync(made)) return readFileSync(made);
    throw stopped(ending, file, hint);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The readers of PDF and of old formats, each in a process of its own. */
export const OUTSIDE: OutsideReaders = { pdfPages, toDocx: (bytes, file) => toDocx(bytes, file) };
