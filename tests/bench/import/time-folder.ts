import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pdfOfLetter } from '../../import/pdf-file.ts';
import { docx, paragraph } from '../../import/word.ts';
import { runMeasured } from '../process-tree.ts';

const MAIN = resolve(import.meta.dirname, '../../../src/cli/main.ts');
const ISSUER = '样例县水务局';
const MATTERS = ['河道治理', '供水管网改造', '水库除险加固', '农田灌溉', '节水宣传', '山洪预警'];

/** The lines of a made-up letter: `^` for the middle of a page, `>` for its right, as `pdfOfLetter` reads them. */
function linesOf(number: number): string[] {
  const matter = MATTERS[number % MATTERS.length] ?? '';
  const kind = number % 3 === 0 ? (['政协', '提案', '委员'] as const) : (['人大', '建议', '代表'] as const);
  const [body, what, who] = kind;
  return [
    `^样水函〔2031〕${number}号`,
    `^${ISSUER}`,
    `^关于县${body}十八届四次会议第${number}号${what}的答复`,
    `王某${who}：`,
    `您提出的《关于加强${matter}的${what}》收悉，现答复如下：`,
    '一、工作情况',
    ...[1, 2, 3].map(
      (item) =>
        `${matter}工作今年安排项目${(number % 7) + item}个，总投资${number + item}万元，其中县级配套${item}0万元，目前已完成工程量的${50 + (number % 40)}%，其余部分计划于年底前完工并组织验收。`,
    ),
    '二、下一步打算',
    '我局将继续争取资金，落实管护责任，定期公布工程进展，接受群众监督。',
    `感谢您对水务工作的关心和支持！`,
    `>${ISSUER}`,
    `>2031年${(number % 12) + 1}月${(number % 28) + 1}日`,
    `联系人：李某　联系电话：0800-${String(1_000_000 + number)}`,
  ];
}

const plain = (line: string): string => line.replace(/^[\^>]/u, '');

/** The four formats in which the letters come by turns: file ending and bytes. */
const FORMATS: readonly (readonly [ending: string, write: (lines: readonly string[]) => Uint8Array])[] = [
  ['docx', (lines) => docx(lines.map((line) => paragraph(plain(line))).join(''))],
  ['txt', (lines) => new TextEncoder().encode(lines.map(plain).join('\n'))],
  [
    'html',
    (lines) =>
      new TextEncoder().encode(
        `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${plain(lines[2] ?? '')}</title></head><body><nav><a href="/">首页</a> &gt; <a href="/a">政务公开</a></nav><div class="TRS_Editor">${lines.map((line) => `<p>${plain(line)}</p>`).join('')}</div><footer>版权所有：${ISSUER}</footer></body></html>`,
      ),
  ],
  ['pdf', pdfOfLetter],
];

/** Imports made-up letters of all formats as one folder into a new site, by the command, and says what it took. */
export async function timeFolder(letters: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'dafu-bench-import-'));
  try {
    const [site, source] = [join(folder, 'site'), join(folder, 'letters')];
    mkdirSync(source);
    const made = spawnSync(process.execPath, [MAIN, 'init', site, '--issuer', ISSUER], { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(made.stderr);
    for (let number = 1; number <= letters; number += 1) {
      const [ending, write] = FORMATS[number % FORMATS.length] ?? ['txt', () => new Uint8Array()];
      writeFileSync(join(source, `${number}.${ending}`), write(linesOf(number)));
    }
    const taken = await runMeasured([process.execPath, MAIN, 'import', source, '--root', site], {
      cwd: folder,
      env: process.env,
    });
    const each = (seconds: number) => (seconds / letters).toFixed(3);
    return `${letters} letters in one run: ${taken.wall_s} s, ${taken.cpu_s} CPU s, ${taken.peak_all_mb} MB; ${each(taken.wall_s)} s and ${each(taken.cpu_s)} CPU s a letter`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
