import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyOfBureau, dafu } from '../dafu.ts';
import { needsProgram } from '../outside.ts';
import { RELEASE, served, servesWhole } from './releases.ts';

/** A root that prints its letters, released once. */
async function printingRoot(): Promise<string> {
  const root = copyOfBureau();
  edit(root, 'content/site.yaml', 'official: false', 'official: false\npdf: true');
  const { code, output } = await dafu([...RELEASE, '--root', root]);
  expect([code, output]).toEqual([0, expect.stringContaining('Released')]);
  return root;
}

function edit(root: string, file: string, instead: string, words: string): void {
  const before = readFileSync(join(root, file), 'utf8');
  expect(before).toContain(instead);
  writeFileSync(join(root, file), before.replace(instead, words));
}

const PDF = /^[a-z]+\/replies\/([^/]+)\/\1\.[a-z]+\.pdf$/;
const siteOf = (root: string) => join(root, 'releases', served(root));
const filesOf = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' });
/** The printed letters of what a root serves, by their paths. */
const printedOf = (root: string): ReadonlyMap<string, Buffer> =>
  new Map(
    filesOf(siteOf(root))
      .filter((name) => PDF.test(name))
      .sort()
      .map((name) => [name, readFileSync(join(siteOf(root), name))]),
  );
const read = (root: string, name: string) => readFileSync(join(siteOf(root), name), 'utf8');
/** What a program says of a file. */
const told = (program: string, ...parameters: readonly string[]) =>
  spawnSync(program, parameters, { encoding: 'utf8' }).stdout;

describe('a release that prints its letters', () => {
  let root: string;
  let printed: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    root = await printingRoot();
    printed = printedOf(root);
  });
  afterAll(() => rmSync(root, { recursive: true }));
  const at = (name: string) => join(siteOf(root), name);

  test('has a PDF of each letter in each language that it is in', async () => {
    const letters: string[] = filesOf(at('api/v1/replies'))
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => {
        const { id, hashes }: { id: string; hashes: Record<string, string> } = JSON.parse(
          read(root, `api/v1/replies/${name}`),
        );
        return Object.keys(hashes).map((locale) => `${locale}/replies/${id}/${id}.${locale}.pdf`);
      });
    expect(letters.length).toBeGreaterThan(10);
    expect([...printed.keys()]).toEqual(letters.sort());
    expect(await servesWhole(root)).toBe(true);
    const listed = Object.keys(JSON.parse(read(root, 'manifest.json')).files);
    expect(listed).toEqual(expect.arrayContaining(letters));
  });

  test('has them in A4, tagged, with title and no moment but the day of the letter, as pdfinfo reads them', (context) => {
    needsProgram(context, 'pdfinfo');
    for (const name of printed.keys()) {
      const info = told('pdfinfo', '-isodates', at(name));
      expect([name, info]).toEqual([name, expect.stringMatching(/^Tagged: +yes$/m)]);
      expect(info).toMatch(/^Page size:.*\(A4\)$/m);
      expect(info).toMatch(/^Title: +\S/m);
      const dates = [...info.matchAll(/^(?:Creation|Mod)Date: +(\S+)$/gm)].map(([, date]) => date);
      expect(new Set(dates).size).toBe(1);
      expect(dates[0]).toMatch(/T(?:16:00:00Z|00:00:00\+08(?::00)?)$/);
    }
    const zh = told('pdfinfo', '-isodates', at('zh/replies/2025-86/2025-86.zh.pdf'));
    expect(zh).toMatch(/^CreationDate: +2025-05-0[56]T/m);
    const words = (path: string) =>
      [...told('pdfinfo', '-struct-text', at(path)).matchAll(/^ *"(.*)"$/gm)].map(([, part]) => part).join('');
    // As the file itself says which characters its glyphs are: no radical stands for a word.
    expect(words('zh/replies/2025-86/2025-86.zh.pdf')).toContain(
      '关于市九届人大三次会议第62号建议的答复尊敬的何甲代表：',
    );
    for (const name of printed.keys()) expect([name, words(name).match(/[\u2e80-\u2fdf]/g)]).toEqual([name, null]);
  });

  test('has them in fonts from npm, embedded as fonts, as pdffonts reads them', (context) => {
    needsProgram(context, 'pdfinfo');
    const fontsOf = (name: string) =>
      told('pdffonts', at(name))
        .split('\n')
        .slice(2)
        .filter((line) => line !== '');
    for (const name of printed.keys()) {
      const fonts = fontsOf(name);
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts)
        expect([name, font]).toEqual([
          name,
          expect.stringMatching(
            /^[A-Z]{6}\+(?:NotoSerifSC|NotoSansSC|Tinos)-\w+ +CID TrueType +Identity-H +yes yes yes /,
          ),
        ]);
    }
    const bodies = (name: string) => fontsOf(name).map((line) => line.replace(/^.{7}(\w+)-.*$/, '$1'));
    expect(bodies('zh/replies/2025-86/2025-86.zh.pdf')).toContain('NotoSerifSC');
    expect(bodies('en/replies/2025-86/2025-86.en.pdf')).toContain('Tinos');
  });

  test.each(['zh', 'en'])('has in %s the whole text in its order, as pdftotext reads it', (locale) => {
    const reply = JSON.parse(read(root, 'api/v1/replies/2025-86.json'));
    const text = told('pdftotext', '-nopgbrk', at(`${locale}/replies/2025-86/2025-86.${locale}.pdf`), '-');
    // Between sheets stand the number of one and what a demonstration says at the head of the next.
    const plain = text
      .split('\n')
      .filter((line) => !/^— ?\d+ ?—$|本站为演示|is a demonstration/.test(line.trim()))
      .join('')

      // At the end of a line pdftotext takes a word's own hyphen for one that the line needs.
      .replace(/[\s-]/g, '');
    let from = 0;
    for (const block of reply.blocks) {
      const words = String(block[locale]).replace(/[\s-]/g, '');
      const place = plain.indexOf(words, from);
      expect([block.id, place]).toEqual([block.id, expect.any(Number)]);
      expect([block.id, place >= from], words).toEqual([block.id, true]);
      from = place + words.length;
    }
  });

  test('names them where it offers the letter: page, head, interface, Markdown, text and feed', () => {
    const path = '/zh/replies/2025-86/2025-86.zh.pdf';
    const bytes = printed.get(path.slice(1))?.length ?? 0;
    const page = read(root, 'zh/replies/2025-86/index.html');
    expect(page).toContain(`<link rel="alternate" type="application/pdf" href="${path}">`);
    expect(page).toContain(`<meta name="citation_pdf_url" content="https://replies.gov.cn${path}">`);
    expect(page).toMatch(
      new RegExp(
        `<a href="${path}" type="application/pdf" download>下载PDF <small>${Math.round(bytes / 1000)} KB</small></a>`,
      ),
    );
    const { pdf } = JSON.parse(read(root, 'api/v1/replies/2025-86.json'));
    expect(pdf.zh).toEqual({
      url: path,
      mediaType: 'application/pdf',
      bytes,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(JSON.parse(read(root, 'manifest.json')).files[path.slice(1)].sha256).toBe(pdf.zh.sha256);
    for (const name of ['index.md', 'index.txt'])
      expect(read(root, `zh/replies/2025-86/${name}`)).toContain(`https://replies.gov.cn${path}`);
    expect(read(root, 'zh/feed.xml')).toContain(`length="${bytes}" href="https://replies.gov.cn${path}"`);
    expect(read(root, 'zh/developers/index.html')).toContain('application/pdf');
  });

  test('prints again the letter that changed, and no other; what was before can be gone back to', async () => {
    const before = siteOf(root);
    const text = readFileSync(join(root, 'content/replies/2024-7/zh.mdx'), 'utf8');
    writeFileSync(join(root, 'content/replies/2024-7/zh.mdx'), text.replace(/。\n/, '！\n'));
    const { code, output } = await dafu([...RELEASE, '--root', root]);
    expect([code, output]).toEqual([0, expect.stringContaining('Released')]);
    const now = printedOf(root);
    const changed = [...now].filter(([name, bytes]) => !printed.get(name)?.equals(bytes)).map(([name]) => name);
    expect(changed).toEqual(['zh/replies/2024-7/2024-7.zh.pdf']);
    expect(await servesWhole(root)).toBe(true);
    expect((await dafu(['rollback', '--root', root])).code).toBe(0);
    expect(siteOf(root)).toBe(before);
    expect(await servesWhole(root)).toBe(true);
  });

  test('is the same bytes in another place, and with another clock', async () => {
    const other = await printingRoot();
    const bytes = printedOf(other);
    rmSync(other, { recursive: true });
    expect([...bytes.keys()]).toEqual([...printed.keys()]);
    for (const [name, own] of printed) expect([name, bytes.get(name)?.equals(own)]).toEqual([name, true]);
  });

  test('without a browser says what to install, before anything is made', async () => {
    const { code, output } = await dafu([...RELEASE, '--root', root, '--out', join(root, 'elsewhere')], {
      environment: { CHROMIUM_PATH: join(root, 'no-browser') },
    });
    expect(code).toBe(1);
    expect(output).toContain('npm install --save-exact playwright-core@');
    expect(existsSync(join(root, 'elsewhere'))).toBe(false);
  });

  test('is no business of a build: it prints nothing, and nothing of it leads to a PDF', async () => {
    const out = join(root, 'built');
    const { code } = await dafu(['build', '--root', root, '--out', out, '--today', '2026-11-23'], {
      environment: { CHROMIUM_PATH: join(root, 'no-browser') },
    });
    expect(code).toBe(0);
    expect(filesOf(out).filter((name) => PDF.test(name))).toEqual([]);
    for (const name of [
      'zh/replies/2025-86/index.html',
      'zh/developers/index.html',
      'zh/feed.xml',
      'zh/replies/2025-86/index.md',
    ])
      expect(readFileSync(join(out, name), 'utf8')).not.toContain('2025-86.zh.pdf');
    expect(JSON.parse(readFileSync(join(out, 'api/v1/replies/2025-86.json'), 'utf8')).pdf).toBeUndefined();
  });
});
