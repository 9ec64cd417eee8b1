import { describe, expect, test } from 'vitest';
import { readPageFacts } from '../../../src/build/audit/page-facts.ts';

const targets = (source: string, xml = false) =>
  readPageFacts(source, xml).references.map(({ kind, target }) => `${kind} ${target}`);

describe('what a page leads to and loads, however it is written', () => {
  test.each<[string, string, readonly string[]]>([
    ['tags in capitals', '<A HREF="/a">x</A><IMG SRC=/b.png>', ['link /a', 'load /b.png']],
    ['entities in an address', '<a href="/a?b=1&amp;c=2">x</a>', ['link /a?b=1&c=2']],
    ['the first of two addresses, as a browser does', '<a href="/a" href="/b">x</a>', ['link /a']],
    ['each picture of a set', '<img srcset="/a.png 1x, /b.png 2x">', ['load /a.png', 'load /b.png']],
    ['a paint', `<path fill="URL( '/a.svg#p' )"/>`, ['load /a.svg#p']],
    ['two paints', '<g mask="url(#a) url(#b)"></g>', ['load #a', 'load #b']],
    ['a drawing used', '<svg><use xlink:href="/a.svg#x"/></svg>', ['load /a.svg#x']],
    ['a picture of a drawing', '<svg><image href="/a.png"/></svg>', ['load /a.png']],
    ['a style sheet', '<link href="/a.css" rel="preload stylesheet">', ['load /a.css']],
    ['another page', '<link href="/a" rel="next">', []],
    ['where it goes on to', '<meta content="3; URL=\'/a\'" http-equiv="REFRESH">', ['load /a']],
    ['a form, and a button that sends it elsewhere', '<form action=/a><button formaction=/b>', ['load /a', 'load /b']],
    ['a ping', '<a ping="/b" href="/a">x</a>', ['load /b', 'link /a']],
    ['nothing in a comment', '<!-- <a href="/a"> -->', []],
  ])('%s', (_what, source, found) => {
    expect(targets(source)).toEqual(found);
  });

  test('an image filter of an SVG file', () => {
    expect(targets('<svg><feImage href="/a.png"/></svg>', true)).toEqual(['load /a.png']);
  });
});

test.each([
  ['<p ONCLICK="x">', ['onclick=']],
  ['<p STYLE="x">', ['style=']],
  ['<iframe srcdoc="x">', ['srcdoc=']],
  ['<SCRIPT>x</SCRIPT>', ['<script>']],
  ['<script type="application/ld+json">{}</script>', []],
  ['<script src="/a.js" onload="x"></script>', ['onload=']],
  ['<p data-on="x" only-on="y" stylish="z">', []],
])('code in %s', (source, what) => {
  expect(readPageFacts(source).inline.map((own) => own.what)).toEqual(what);
});

describe('official text', () => {
  const texts = (source: string) => Object.fromEntries(readPageFacts(source).officialTexts);

  test('is that of its class only, in the language that is next around it', () => {
    const source =
      '<html lang="en"><div class="official-texts">no</div><div class="a official-text b" lang="zh-Hans">一 <b lang="en">two</b></div><p>no</p><div class="official-text">three<br>four</div>';
    expect(texts(source)).toEqual({ 'zh-Hans': '一two', en: 'threefour' });
  });

  test('goes on where a paragraph is closed by the next', () => {
    expect(texts('<div lang="en" class="official-text"><p>one<p>two</div><p>no')).toEqual({ en: 'onetwo' });
  });
});

test('ids are as a browser reads them, and one that is there twice is told', () => {
  const { ids, repeatedIds } = readPageFacts('<p id="a&amp;b"></p><P ID=c></P><p id=c id=d></p>');
  expect([...ids]).toEqual(['a&b', 'c']);
  expect(repeatedIds).toEqual([{ id: 'c', offset: 32 }]);
});

test.each([
  ['mark-up within a number leaves it whole', '<p>138<b>0013</b>8000</p>', '13800138000'],
  ['so do entities within it', '<p>138&#48;0138000</p>', '13800138000'],
  ['an attribute has a line of its own', '<p title="&#49;3800138000">1</p>', '\n13800138000\n'],
  ['what stands in two blocks is not read as one', '<li>138</li><li>00138000</li>', '138\n\n00138000'],
])('words: %s', (_what, source, words) => {
  expect(readPageFacts(source).words).toContain(words);
});
