import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, expect, it, vi } from 'vitest';
import { documentFindings } from '../../src/build/audit/documents.ts';
import { trackedFindings } from '../../src/build/check/tree.ts';
import { copyPublicFiles } from '../../src/build/copied-files.ts';
import { type Finding, SiteError } from '../../src/errors.ts';
import { twoDocuments, unpack } from '../../src/import/docx/archive.ts';
import { readDocx } from '../../src/import/docx/index.ts';
import { readPdfPages } from '../../src/import/pdf/pages.ts';
import { lettersOfArchive } from '../../src/intake/letter-files.ts';
import { unpaired } from '../../src/intake/translate/body.ts';
import { keyFigures } from '../../src/model/figures.ts';
import { readManifest } from '../../src/release/manifest.ts';
import { releaseSite } from '../../src/release/release.ts';
import { git } from '../git.ts';
import { docx, run } from '../import/word.ts';

const work = mkdtempSync(join(tmpdir(), 'dafu-cases-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A folder of its own below the temporary one. */
function folder(name: string): string {
  const path = join(work, name);
  mkdirSync(path, { recursive: true });
  return path;
}

/** The findings that doing something gives or throws. */
async function findingsOf(
  does: () => unknown | Promise<unknown>,
): Promise<readonly Pick<Finding, 'rule' | 'severity'>[]> {
  try {
    const given = await does();
    return Array.isArray(given) ? given : [];
  } catch (error) {
    // A module that was loaded again has an error class of its own.
    if (error instanceof Error && error.name === SiteError.name && 'findings' in error)
      return (error as SiteError).findings;
    throw error;
  }
}

/** A PDF that is encrypted (ISO 32000-1, 7.6.3) with a password that nobody knows. */
function lockedPdf(): Uint8Array {
  const key = '00'.repeat(32);
  return new TextEncoder().encode(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n3 0 obj<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>endobj\ntrailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>`,
  );
}

/** What breaks each rule that content of the sample site cannot show, where no other test does. */
const CASES: Readonly<Record<string, () => unknown>> = {
  'key-figure-unknown': () => keyFigures(['wells/none'], []),
  'import-archive': () => lettersOfArchive(new Uint8Array([1, 2, 3]), 'letters.zip'),
  'docx-too-large': () => unpack(zipSync({ 'a.xml': new Uint8Array(2000) }), 'a.docx', 1000),
  'docx-two-documents': () => {
    throw twoDocuments('a.docx');
  },
  'docx-embedded': () => readDocx(docx(`<w:p>${run('甲。')}<w:r><w:object/></w:r></w:p>`), 'a.docx'),
  'pdf-password': () => readPdfPages(lockedPdf(), 'a.pdf'),
  'pdf-reader': async () => {
    vi.resetModules();
    vi.doMock('../../src/attachments/pdf.ts', async (original) => {
      const real = await original<typeof import('../../src/attachments/pdf.ts')>();
      return { ...real, openPdf: () => Promise.reject(new real.PdfReaderMissing()) };
    });
    const { readPdfPages: read } = await import('../../src/import/pdf/pages.ts');
    vi.doUnmock('../../src/attachments/pdf.ts');
    return read(lockedPdf(), 'a.pdf');
  },
  'translation-unpaired': () => {
    throw unpaired('content/replies/2024-7/en.mdx', 3, 4, 'zh');
  },
  'state-in-repository': () => {
    const root = folder('tracked');
    mkdirSync(join(root, '.dafu'));
    writeFileSync(join(root, '.dafu/check.ndjson'), '{}');
    git(root, 'init', '-q');
    git(root, 'add', '-f', '.dafu');
    return trackedFindings(root);
  },
  'public-not-copied': () => {
    const root = folder('linked');
    mkdirSync(join(root, 'public'));
    symlinkSync('/etc/hostname', join(root, 'public/map.png'));
    return copyPublicFiles(root, folder('out'));
  },
  'held-back-published': () => {
    const root = folder('held');
    mkdirSync(join(root, 'content/replies/2024-7'), { recursive: true });
    writeFileSync(join(root, 'content/replies/2024-7/zh.mdx'), '');
    const site: Parameters<typeof documentFindings>[1] = JSON.parse('{"languages":["zh"]}');
    const shown: Parameters<typeof documentFindings>[2]['shown'] = { digests: () => undefined, texts: () => undefined };
    return documentFindings(root, site, { held: new Set(['2024-7']), isBuilt: () => true, settled: () => true, shown });
  },
  'release-damaged': () => {
    const release = folder('release');
    writeFileSync(join(release, 'manifest.json'), '{"format":');
    return readManifest(release);
  },
  'address-reserved': () => {
    const root = folder('reserved');
    mkdirSync(join(root, 'content'));
    const site = { address: 'https://dafu.example', official: false, languages: ['zh'] };
    const words = { zh: '某局', en: 'A bureau' };
    const whole = { ...site, issuer: words, name: words, description: words };
    writeFileSync(join(root, 'content/site.yaml'), JSON.stringify(whole));
    return releaseSite({ root } as Parameters<typeof releaseSite>[0]);
  },
};

it.each(Object.entries(CASES))('%s is found', async (id, does) => {
  expect((await findingsOf(does)).map(({ rule, severity }) => [rule, severity])).toContainEqual([id, 'error']);
});
