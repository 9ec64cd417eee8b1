import type { Finding } from '../errors.ts';
import { type ExampleFile, found, key, rule, SAMPLE_REPLY } from '../rule.ts';
import { annex, annexed, pdf } from './attachments.ts';
import { on } from './checks.ts';
import type { DocumentFacts } from './file-report.ts';
import type { ReadSite, SiteDocument } from './read-site.ts';

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

export const ATTACHMENT_UNNAMED = rule('attachment-not-named', {
  severity: 'error',
  why: {
    zh: '没有写进字段的文件不会发布；漏写了，附件就丢了。',
    en: 'A file that the record does not name is not published: where that was forgotten, it is lost.',
  },
  examples: {
    bad: annex(pdf()),
    good: annexed(pdf()),
  },
  check: on('site', unnamed),
});

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

/** Files that a document names and that are not beside it. */
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

/** The files that a document names: attachments, the scan, the text of what it answers, pictures in its body. */
export function namedFiles(facts: DocumentFacts): string[] {
  const inBody = facts.links.map(({ address }) => safelyDecoded(address.replace(/^\.\//, '')));
  if (facts.frontMatter?.kind !== 'record') return inBody;
  const { attachments = [], original, answers = [] } = facts.frontMatter.value;
  const asked = answers.flatMap(({ text }) => text?.file ?? []);
  return [
    ...inBody,
    ...attachments.map(({ file }) => file),
    ...(original === undefined ? [] : [original.file]),
    ...asked,
  ];
}

function safelyDecoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Files beside documents that none of the documents in their folder names. A folder with a document that cannot be read is passed over. */
function unnamed({ companions, documents }: ReadSite): Finding[] {
  const byFolder = Map.groupBy(documents, ({ path }) => folderOf(path));
  return [...companions.keys()].flatMap((file): Finding[] => {
    const own = byFolder.get(folderOf(file)) ?? [];
    if (own.some(({ facts }) => facts.unread || facts.frontMatter === undefined || !facts.frontMatter.whole)) return [];
    const name = file.slice(folderOf(file).length).normalize('NFC');
    if (own.some(({ facts }) => namedFiles(facts).some((candidate) => candidate.normalize('NFC') === name))) return [];
    return [
      found(
        ATTACHMENT_UNNAMED,
        { file },
        { zh: '稿件没有提到这个文件，它不会发布', en: 'no document names this file, so it is not published' },
        {
          zh: `附件写进 zh.mdx 的字段 attachments（file: ${name}），原件扫描写进 original；不公开的请删去`,
          en: `list it under attachments in zh.mdx (file: ${name}), a scan under original; delete what is not to be published`,
        },
      ),
    ];
  });
}
