import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printFonts } from '../../../src/release/printing/fonts.ts';
import { printedDocument, withoutClock } from '../../../src/release/printing/printer.ts';

const PAGE = `<!DOCTYPE html><html lang="zh-Hans"><head><meta charset="utf-8"><title>答复</title><meta name="description" content="x">
<meta property="article:modified_time" content="2031-02-03"><link rel="alternate" href="/zh/a.pdf"><link rel="stylesheet" href="/assets/site.1.css">
<script src="/assets/x.js"></script></head><body class="template-reply"><header>页头</header><main class="page"><div class="reply-layout">
<nav>目录</nav><article class="sheet" data-citation="引文"><details class="record">公开信息</details><header class="letterhead"><h1>题目</h1></header>
<div class="reply-tools"><a href="/zh/a.pdf">下载PDF</a></div><div class="passage"><div class="official-text"><p>正文</p></div><div class="asides">旁注</div></div>
<footer class="signature">落款<span class="blank">空白</span></footer><p class="print-line">https://water.example/</p></article>
<p class="print-demonstration">演示</p><div class="reply-notes">相关</div></div></main><footer>页脚</footer></body></html>`;

describe('what is printed of a letter’s page', () => {
  const printed = printedDocument(PAGE);

  test('is the letter, and nothing that stands around it', () => {
    const text = printed.html.replace(/<style>.*?<\/style>|<[^>]*>|\s/gs, '');
    expect(text).toBe('答复题目正文落款https://water.example/演示');
    expect(printed).toMatchObject({ sheets: ['/assets/site.1.css'], changed: '2031-02-03' });
    expect(printed.html).toContain('<html lang="zh-Hans">');
  });

  test.each([
    ['the size of its PDF', '下载PDF', '下载PDF <small>120 KB</small>'],
    ['a description', 'content="x"', 'content="y"'],
    ['what is related', '相关', '别的'],
    ['a citation', 'data-citation="引文"', 'data-citation="别的引文"'],
  ])('stays the same with another %s', (_what, from, to) => {
    expect(printedDocument(PAGE.replace(from, to))).toEqual(printed);
  });

  test.each([
    ['text', '正文', '别的正文'],
    ['style sheet', 'site.1.css', 'site.2.css'],
    ['day', '2031-02-03', '2031-02-04'],
  ])('differs with another %s', (_what, from, to) => {
    expect(printedDocument(PAGE.replace(from, to))).not.toEqual(printed);
  });

  test('is told where a page holds none', () => {
    expect(() => printedDocument('<!DOCTYPE html><html><body><main><p>没有</p></main></body></html>')).toThrow(
      /no letter/,
    );
  });
});

describe('a PDF without a clock', () => {
  const pdf = (moment: string) =>
    Buffer.from(
      `%PDF-1.4\n1 0 obj\n<</Title (x)\n/CreationDate (D:${moment}+00'00')\n/ModDate (D:${moment}+00'00')>>\nendobj\n`,
    );

  test('is the same whenever it was made, byte for byte as long as before', () => {
    const [one, other] = [pdf('20310203040506'), pdf('20320304050607')];
    const fixed = withoutClock(one, '2031-02-03');
    expect(Buffer.from(fixed).equals(withoutClock(other, '2031-02-03'))).toBe(true);
    expect(fixed.length).toBe(one.length);
    expect(Buffer.from(fixed).toString()).toContain("/CreationDate (D:20310203000000+08'00')");
  });

  test('is refused where the browser says the moment in another way', () => {
    expect(() => withoutClock(Buffer.from('%PDF-1.4\n1 0 obj\n<</Title (x)>>'), '2031-02-03')).toThrow(
      /when it was made/,
    );
  });
});

describe('the fonts that letters are printed in', () => {
  test('are those from npm alone, for what style sheets ask for', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dafu-fonts-'));
    try {
      const fonts = printFonts(folder, false);
      const configured = readFileSync(fonts?.environment.FONTCONFIG_FILE ?? '', 'utf8');
      const folders = [...configured.matchAll(/<dir>(.*?)<\/dir>/g)].map(([, path = '']) => path);
      expect(folders).toHaveLength(1);
      expect(folders.every(existsSync)).toBe(true);
      expect(readdirSync(folders[0] ?? '').sort()).toEqual([
        'NotoSansSC_400Regular.ttf',
        'NotoSansSC_700Bold.ttf',
        'NotoSerifSC_400Regular.ttf',
        'NotoSerifSC_700Bold.ttf',
        'Tinos_400Regular.ttf',
        'Tinos_400Regular_Italic.ttf',
        'Tinos_700Bold.ttf',
        'Tinos_700Bold_Italic.ttf',
      ]);
      expect(configured).toContain('<alias binding="same"><family>FangSong</family><prefer><family>Noto Serif SC');
      expect(printFonts(folder, true)?.version).not.toBe(fonts?.version);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
