import type { Finding } from '../errors.ts';
import { readLink } from '../markdown/guard/links.ts';
import { body, key } from './example.ts';
import type { DocumentFacts, LinkFact } from './file-report.ts';
import { found, type Rule } from './rule.ts';
import { type Addresses, isMadeFile } from './site-addresses.ts';

export const LINK_TARGET: Rule = {
  id: 'link-target-missing',
  severity: 'error',
  why: { zh: '点不开的链接让读者白跑一趟。', en: 'A link that leads nowhere wastes the reader’s time.' },
  bad: body('见 [答复](/zh/replies/2024-9/)。'),
  good: body('见 [答复](/zh/replies/2024-7/)。', 'See [the reply](/en/replies/2024-7/).'),
};

export const FILE_MISSING: Rule = {
  id: 'file-missing',
  severity: 'error',
  why: {
    zh: '稿件提到的图片、扫描件和附件都要一并提交。',
    en: 'Images, scans and annexes that a document names are committed with it.',
  },
  bad: key('attachments: [{ file: annex.pdf, title: { zh: 附件, en: Annex } }]'),
  good: key('attachments: []'),
};

export const FILE_HASH: Rule = {
  id: 'file-hash-differs',
  severity: 'error',
  why: {
    zh: '扫描件的校验值（SHA-256）与文件不符，说明文件被换过。',
    en: 'A scan whose SHA-256 is another than the record says has been exchanged.',
  },
  bad: [
    ...key(`original: { file: scan.pdf, sha256: "${'0'.repeat(64)}" }`),
    { kind: 'file', path: 'content/replies/2024-7/scan.pdf', text: 'scan' },
  ],
  good: [
    ...key('original: { file: scan.pdf, sha256: "59ad1b2fc74287ded1bba7af67765d23ad4a49f1ae51902cc2ed3f8ebee96cfa" }'),
    { kind: 'file', path: 'content/replies/2024-7/scan.pdf', text: 'scan' },
  ],
};

/** Links of a document that lead nowhere on this site. */
export function linkFindings(file: string, facts: DocumentFacts, addresses: Addresses, base: string): Finding[] {
  return facts.links.flatMap((link): Finding[] => {
    if (link.image) return [];
    const target = readLink(link.address);
    if (target.kind === 'anchor') {
      const known =
        facts.collection !== 'replies' || facts.unread || facts.anchors.includes(target.anchor) || target.anchor === '';
      return known ? [] : [missing(file, link, anchorHint(facts.anchors))];
    }
    if (target.kind !== 'site') return [];
    const path = target.path.startsWith(base) ? target.path.slice(base.length) : target.path.slice(1);
    if (addresses.files.has(path) || isMadeFile(path)) return [];
    if (!addresses.pages.has(path)) return [missing(file, link, pathHint(path, addresses))];
    const anchors = addresses.pages.get(path);
    if (target.anchor === undefined || anchors === undefined || anchors.has(target.anchor)) return [];
    return [missing(file, link, anchorHint([...anchors]))];
  });
}

function missing(file: string, { address, line, column }: LinkFact, hint: Finding['hint']): Finding {
  return found(
    LINK_TARGET,
    { file, line, column },
    { zh: `链接“${address}”指向的页面或段落不存在`, en: `the link “${address}” leads to nothing` },
    hint,
  );
}

function anchorHint(anchors: readonly string[]): Finding['hint'] {
  const last = anchors.filter((anchor) => /^p\d/.test(anchor)).at(-1) ?? anchors.at(-1) ?? '';
  return {
    zh: `请核对段落号；那一页的最后一个是 #${last}`,
    en: `check the anchor; the last one on that page is #${last}`,
  };
}

function pathHint(path: string, { pages }: Addresses): Finding['hint'] {
  const close = [`${path}/`, path.replace(/\/index\.html$/, '/'), path.replace(/\/$/, '')].find((candidate) =>
    pages.has(candidate),
  );
  if (close !== undefined) return { zh: `是不是“/${close}”？`, en: `did you mean “/${close}”?` };
  return {
    zh: '请核对路径，如 /zh/replies/2024-7/；页面路径以“/”结尾',
    en: 'check the path, such as /en/replies/2024-7/; the paths of pages end in /',
  };
}

/** Files that a document names and that do not stand beside it, or are others than it says. */
export function companionFindings(
  file: string,
  facts: DocumentFacts,
  hashes: ReadonlyMap<string, string>,
  keyPlace: (key: string) => Finding['place'],
): Finding[] {
  const folder = file.replace(/[^/]+$/, '');
  const absent = (name: string, place: Finding['place']) =>
    found(
      FILE_MISSING,
      place,
      { zh: `同一文件夹里没有“${name}”`, en: `there is no “${name}” in the same folder` },
      { zh: '请把文件放进来，或改正文件名（区分大小写）', en: 'add the file, or mend its name (case matters)' },
    );
  const images = facts.links.flatMap(({ image, address, line, column }): Finding[] => {
    const name = address.replace(/^\.\//, '');
    return image && !name.includes('/') && !hashes.has(folder + name) ? [absent(name, { file, line, column })] : [];
  });
  if (facts.frontMatter?.kind !== 'record') return images;
  const { original, attachments } = facts.frontMatter.value;
  const annexes = (attachments ?? [])
    .filter((annex) => !hashes.has(folder + annex.file))
    .map((annex) => absent(annex.file, keyPlace('attachments')));
  if (original === undefined) return [...images, ...annexes];
  const actual = hashes.get(folder + original.file);
  if (actual === undefined) return [...images, ...annexes, absent(original.file, keyPlace('original'))];
  if (actual === original.sha256) return [...images, ...annexes];
  return [
    ...images,
    ...annexes,
    found(
      FILE_HASH,
      keyPlace('original'),
      {
        zh: `“${original.file}”的 SHA-256 是 ${actual}，与字段 original 写的不同`,
        en: `the SHA-256 of “${original.file}” is ${actual}, not what original says`,
      },
      {
        zh: '请核对是不是原来那份扫描件；确认后改正校验值',
        en: 'make sure that it is the right scan, then mend the hash',
      },
    ),
  ];
}
