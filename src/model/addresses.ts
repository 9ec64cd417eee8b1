import { z } from 'zod';
import type { Finding, Place } from '../errors.ts';
import { MODEL_RULES } from './rules.ts';

/** A path below the site's base, without a leading slash: `zh/replies/2024-7/`, `data/wells.csv`. */
const sitePathSchema = z
  .string()
  .regex(
    /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))(?:[A-Za-z0-9._~-]+\/)*(?:[A-Za-z0-9._~-]+)?$/,
    'must be a path below the site’s base, such as zh/replies/2024-7/',
  )
  .min(1);

/** `data/redirects.json`: where what was published under another address is now. */
export const redirectsSchema = z.strictObject({
  $schema: z.string().optional(),
  redirects: z.array(z.strictObject({ from: sitePathSchema, to: sitePathSchema })),
});

export type Redirects = z.infer<typeof redirectsSchema>;
export type Redirect = Redirects['redirects'][number];

/** The file that a path below the base is served from: `zh/` is `zh/index.html`. */
export const fileOfPath = (path: string): string => (path === '' || path.endsWith('/') ? `${path}index.html` : path);

/** What is wrong with redirects: an address that still exists, one that is named twice, or a target that does not exist. */
export function redirectFindings(
  redirects: readonly Redirect[],
  isBuilt: (file: string, key: 'from' | 'to') => boolean,
  placeOf: (index: number, key: 'from' | 'to') => Place,
): Finding[] {
  const seen = new Set<string>();
  return redirects.flatMap(({ from, to }, index) => {
    const findings: Finding[] = [];
    if (seen.has(from) || isBuilt(fileOfPath(from), 'from')) {
      findings.push({
        rule: MODEL_RULES['redirect-from'].id,
        severity: 'error',
        place: placeOf(index, 'from'),
        message: seen.has(from)
          ? { zh: `“${from}”写了两次`, en: `"${from}" is there twice` }
          : {
              zh: `“${from}”现在仍是网站的地址，不能转向别处`,
              en: `"${from}" is an address of the site still: it cannot lead elsewhere`,
            },
        hint: { zh: '请删去这一条', en: 'remove this entry' },
      });
    }
    seen.add(from);
    if (!isBuilt(fileOfPath(to), 'to')) {
      findings.push({
        rule: MODEL_RULES['redirect-to'].id,
        severity: 'error',
        place: placeOf(index, 'to'),
        message: { zh: `要转到的“${to}”不存在`, en: `"${to}", where it is to lead, does not exist` },
        hint: {
          zh: '请写现有页面的路径，页面以“/”结尾；不要转到另一个转向',
          en: 'write the path of a page that exists (pages end in /), not of another redirect',
        },
      });
    }
    return findings;
  });
}

/**
 * An error for every address that was published and neither exists nor leads on: links to it are in newspapers and files, and must not
 * break. `addresses` are paths below the base; `isThere` knows built files and redirects by file name.
 */
export function missingAddresses(
  addresses: readonly string[],
  isThere: (file: string) => boolean,
  placeOf: (index: number) => Place,
): Finding[] {
  return addresses.flatMap((address, index) =>
    isThere(fileOfPath(address))
      ? []
      : [
          {
            rule: MODEL_RULES['address-disappeared'].id,
            severity: 'error' as const,
            place: placeOf(index),
            message: {
              zh: `已经公布过的地址“${address}”不见了`,
              en: `the address "${address}" was published and is gone`,
            },
            hint: {
              zh: '请恢复这个页面，或者在 data/redirects.json 写明它改到了哪里（撤回的答复保留页面，用 withdrawn 注明）',
              en: 'bring the page back, or say in data/redirects.json where it is now (a withdrawn reply keeps its page: use withdrawn)',
            },
          },
        ],
  );
}

/** The files that a release adds to a site: its manifest, what is said of the release, the signature, the list of packages. */
export const MANIFEST_FILE = 'manifest.json';
export const ENVELOPE_FILE = 'manifest.envelope.json';
export const SIGNATURE_FILE = 'manifest.json.minisig';
export const SBOM_FILE = 'sbom.cdx.json';
