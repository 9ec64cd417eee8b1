import type { Finding } from '../errors.ts';
import { isMadeFile } from '../routes.ts';
import { body, type ExampleFile, found, key, rule, SAMPLE_REPLY } from '../rule.ts';
import { readLink } from '../text/guard/links.ts';
import { on } from './checks.ts';
import type { LinkFact } from './file-report.ts';
import type { ReadSite, SiteDocument } from './read-site.ts';
import type { Addresses } from './site-addresses.ts';

export const LINK_TARGET = rule('link-target-missing', {
  severity: 'error',
  why: { zh: '点不开的链接让读者白跑一趟。', en: 'A link that leads nowhere wastes the reader’s time.' },
  examples: {
    bad: body('见 [答复](/zh/replies/2024-9/)。'),
    good: body('见 [答复](/zh/replies/2024-7/)。', 'See [the reply](/en/replies/2024-7/).'),
  },
  check: on('document', brokenLinks),
});

export const FILE_MISSING = rule('file-missing', {
  severity: 'error',
  why: {
    zh: '稿件提到的图片、扫描件和附件都要一并提交。',
    en: 'Images, scans and annexes that a document names are committed with it.',
  },
  examples: {
    bad: key('attachments: [{ file: annex.pdf, title: { zh: 附件, en: Annex } }]'),
    good: key('attachments: []'),
  },
  check: on('document', missingFiles),
});

const SCAN: ExampleFile = {
  kind: 'bytes',
  path: `${SAMPLE_REPLY}/scan.png`,
  hex: '89504e470d0a1a0a',
  text: 'scan.png',
};

export const FILE_HASH = rule('file-hash-differs', {
  severity: 'error',
  why: {
    zh: '扫描件的校验值（SHA-256）与文件不符，说明文件被换过。',
    en: 'A scan whose SHA-256 is another than the record says has been exchanged.',
  },
  examples: {
    bad: [...key(`original: { file: scan.png, sha256: "${'0'.repeat(64)}" }`), SCAN],
    good: [
      ...key(
        'original: { file: scan.png, sha256: "4c4b6a3be1314ab86138bef4314dde022e600960d8689a2c8f8631802d20dab6" }',
      ),
      SCAN,
    ],
  },
  check: on('document', exchangedScans),
});

/** Links of a document that lead nowhere on this site. */
function brokenLinks({ path: file, facts }: SiteDocument, { addresses, base }: ReadSite): Finding[] {
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

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

/** Files that a document names and that do not stand beside it. */
function missingFiles({ path: file, facts, keyPlace }: SiteDocument, { companions }: ReadSite): Finding[] {
  const folder = folderOf(file);
  const absent = (name: string, place: Finding['place']) =>
    found(
      FILE_MISSING,
      place,
      { zh: `同一文件夹里没有“${name}”`, en: `there is no “${name}” in the same folder` },
      missingHint(
        [...companions.keys()].flatMap((path) => (path.startsWith(folder) ? [path.slice(folder.length)] : [])),
      ),
    );
  const images = facts.links.flatMap(({ image, address, line, column }): Finding[] => {
    const name = address.replace(/^\.\//, '');
    return image && !name.includes('/') && !companions.has(folder + name) ? [absent(name, { file, line, column })] : [];
  });
  if (facts.frontMatter?.kind !== 'record') return images;
  const { original, attachments = [], answers = [] } = facts.frontMatter.value;
  const named = [
    ...attachments.map((annex) => ({ key: 'attachments', name: annex.file })),
    ...(original === undefined ? [] : [{ key: 'original', name: original.file }]),
    ...answers.flatMap(({ text }) => (text?.file === undefined ? [] : [{ key: 'answers', name: text.file }])),
  ];
  const missing = named
    .filter(({ name }) => !companions.has(folder + name))
    .map(({ key, name }) => absent(name, keyPlace(key, name)));
  return [...images, ...missing];
}

/** Scans that are others than the record says. */
function exchangedScans({ path, facts, keyPlace }: SiteDocument, { companions }: ReadSite): Finding[] {
  if (facts.frontMatter?.kind !== 'record') return [];
  const { original } = facts.frontMatter.value;
  const actual = original && companions.get(folderOf(path) + original.file);
  return original === undefined || actual === undefined || actual === original.sha256
    ? []
    : [otherHash(original.file, actual, keyPlace('original', original.sha256))];
}

function missingHint(there: readonly string[]): Finding['hint'] {
  if (there.length === 0) return { zh: '请把文件放进来，或改正文件名', en: 'add the file, or correct its name' };
  const some = there.slice(0, 5);
  return {
    zh: `请把文件放进来，或改正文件名（区分大小写和空格）；文件夹里有：${some.join('、')}`,
    en: `add the file, or correct its name (case and spaces matter); the folder has ${some.join(', ')}`,
  };
}

function otherHash(name: string, actual: string, place: Finding['place']): Finding {
  return found(
    FILE_HASH,
    place,
    {
      zh: `“${name}”的 SHA-256 是 ${actual}，与字段 original 写的不同`,
      en: `the SHA-256 of “${name}” is ${actual}, not what original says`,
    },
    {
      zh: '请核对是不是原来那份扫描件；确认后改正校验值',
      en: 'make sure that it is the right scan, then correct the hash',
    },
  );
}
