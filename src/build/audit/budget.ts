import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Finding } from '../../errors.ts';
import { isFileOf } from '../../routes.ts';
import { brotliOptions } from '../output/compress.ts';
import { auditFinding, BUILD_RULES } from '../rules.ts';
import type { PageFacts } from './page-facts.ts';
import type { SiteFiles } from './site-files.ts';

/** What a reply's page may cost a reader in all, compressed, with style sheet, scripts and icon. */
const PAGE_BUDGET = 16 * 1024;
/** The script in the head, and all others together (figures, notes, copying), as they are served. */
const HEAD_SCRIPT_BUDGET = 1024;
const SCRIPTS_BUDGET = 4 * 1024;
/** UTF-8 bytes of official text that the page budget allows for; a longer text gets more in proportion. */
const USUAL_TEXT = 6000;
const ROOM_A_BYTE = 0.5;
/** Each dataset beside the letter adds to the budget: its charts in each unit, their labels, and the notes of its figures. */
const ROOM_A_DATASET = 680;

/** Whether a file is a reply's page, in one language or in two. */
const isOfReply = (page: string): boolean => isFileOf('bilingual', page) || isFileOf('reply', page);

const SCRIPT_IMPORTS = /(?:import|from)\s*["'`](\.\/[^"'`]+)["'`]/g;

/** The bytes of a file as a release sends it. */
const compressed = (bytes: Buffer, name: string) => brotliCompressSync(bytes, brotliOptions(bytes, name)).length;

/** Faster compression gives larger results: a page that passes with it passes anyway. */
const QUALITIES = [0, 2, 5, 7];

/** The compressed size, or, where that is quicker to find, a larger one that is still within the limit. */
function roughlyCompressed(bytes: Buffer, name: string, limit: number): number {
  for (const quality of QUALITIES) {
    const size = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
    if (size <= limit) return size;
  }
  return compressed(bytes, name);
}

/** Checks how much a reader loads with each reply's page. Each shared file is read and compressed once. */
export function budgetAudit({ folder, has }: SiteFiles, base: string) {
  const sizes = new Map<
    string,
    { readonly bytes: number; readonly compressed: number; readonly loads: readonly string[] }
  >();
  const asset = (name: string) => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    const bytes = readFileSync(join(folder, name));
    const loads = name.endsWith('.js')
      ? [...bytes.toString('utf8').matchAll(SCRIPT_IMPORTS)].map(([, own = '']) => posix.join(posix.dirname(name), own))
      : [];
    const size = { bytes: bytes.length, compressed: compressed(bytes, name), loads };
    sizes.set(name, size);
    return size;
  };
  const everything = (names: readonly string[]): ReadonlySet<string> => {
    const all = new Set<string>();
    const add = (name: string) => {
      if (all.has(name) || !has(name)) return;
      all.add(name);
      for (const own of asset(name).loads) add(own);
    };
    for (const name of names) add(name);
    return all;
  };

  return (page: string, source: string, facts: PageFacts): readonly Finding[] => {
    if (!isOfReply(page)) return [];
    const loads = facts.references.filter(({ kind }) => kind === 'load').map(({ target }) => target.slice(base.length));
    const files = [...everything(loads)];
    const scripts = files.filter((name) => name.endsWith('.js'));
    const bytesOf = (names: readonly string[]) => names.reduce((sum, name) => sum + asset(name).bytes, 0);
    const inHead = scripts.filter((name) => facts.headScripts.includes(base + name));
    const text = [...facts.officialTexts.values()].reduce((sum, own) => sum + Buffer.byteLength(own), 0);
    const datasets = source.split(' data-set=').length - 1;
    const budget = PAGE_BUDGET + Math.max(0, text - USUAL_TEXT) * ROOM_A_BYTE + datasets * ROOM_A_DATASET;
    const bytes = Buffer.from(source);
    const shared = files.reduce((sum, name) => sum + asset(name).compressed, 0);
    const cost = shared + roughlyCompressed(bytes, page, budget - shared);
    return [
      ...over(page, { zh: '压缩后的总量', en: 'all it loads, compressed' }, cost, budget),
      ...over(page, { zh: '页头脚本', en: 'script in the head' }, bytesOf(inHead), HEAD_SCRIPT_BUDGET),
      ...over(page, { zh: '其他脚本', en: 'other scripts' }, bytesOf(scripts) - bytesOf(inHead), SCRIPTS_BUDGET),
    ];
  };
}

const HEAVY = {
  zh: '网站照常发布；手机上打开会慢一些。若这份答复并不长，请告诉维护者',
  en: 'the site is published anyway; on a phone the page opens more slowly. If the reply is not long, tell the maintainers',
};

function over(file: string, what: { zh: string; en: string }, bytes: number, budget: number): readonly Finding[] {
  if (bytes <= budget) return [];
  const limit = Math.floor(budget);
  return [
    {
      ...auditFinding(
        BUILD_RULES['page-budget'],
        { file },
        {
          zh: `页面过大：${what.zh} ${bytes} 字节，上限 ${limit}`,
          en: `the page is over its budget: ${what.en}, ${bytes} bytes of ${limit}`,
        },
        HEAVY,
      ),
      // A reply that states many figures costs its readers more; that is no reason to keep it from them.
      severity: 'warning',
    },
  ];
}
