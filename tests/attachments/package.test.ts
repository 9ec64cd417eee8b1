import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readPackage } from '../../src/attachments/package.ts';
import { personalMatches } from '../../src/rules/personal/index.ts';

const zipped = (parts: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const words = (parts: Readonly<Record<string, string>>) => {
  const reading = readPackage(zipped(parts));
  return 'passages' in reading ? reading.passages.map(({ text }) => text) : [];
};

describe('the words of a package', () => {
  it.each([
    [
      'paragraphs of a Word file, however they are cut into runs',
      {
        'word/document.xml':
          '<w:p><w:r><w:t>东河</w:t></w:r><w:r><w:t>治理 &amp; 清淤</w:t></w:r></w:p><w:p><w:t>&#x6c34;</w:t></w:p>',
      },
      ['东河治理 & 清淤', '水'],
    ],
    [
      'cells of a workbook, not the places of their texts',
      {
        'xl/sharedStrings.xml': '<sst><si><t>项目</t></si><si><t>东河</t></si></sst>',
        'xl/worksheets/sheet1.xml': '<row><c r="A1" t="s"><v>0</v></c><c r="B1"><v>12.5</v></c></row>',
      },
      ['项目', '东河', '12.5'],
    ],
    [
      'pieces of an OFD',
      {
        'OFD.xml': '',
        'Doc_0/Pages/Page_0/Content.xml': '<ofd:TextCode>东河</ofd:TextCode><ofd:TextCode>治理</ofd:TextCode>',
      },
      ['东河', '治理'],
    ],
    ['nothing of its settings', { 'word/settings.xml': '<w:p><w:t>设置</w:t></w:p>' }, []],
  ])('are %s', (_what, parts, expected) => {
    expect(words(parts)).toEqual(expected);
  });
});

it('a line that is broken within a paragraph goes on, and a number across its end is found', () => {
  const broken = '<w:p><w:r><w:t>电话1380013</w:t><w:br/><w:t>8000，机井已</w:t><w:br/><w:t>修复</w:t></w:r></w:p>';
  const page = '<w:p><w:t>上</w:t><w:br w:type="page"/><w:t>下</w:t></w:p>';
  const reading = readPackage(zipped({ 'word/document.xml': broken + page }));
  const passages = 'passages' in reading ? reading.passages : [];
  expect(passages).toEqual([
    { text: '电话1380013 8000，机井已修复', broken: '电话1380013\n8000，机井已\n修复' },
    { text: '上' },
    { text: '下' },
  ]);
  expect(personalMatches(passages[0]?.broken ?? '')).toHaveLength(1);
});

describe('what a package carries', () => {
  it.each([
    ['word/vbaProject.bin', ['script']],
    ['word/activeX/activeX1.xml', ['script']],
    ['word/embeddings/oleObject1.bin', ['files']],
    ['word/media/image1.png', []],
  ])('%s', (part, carried) => {
    expect(readPackage(zipped({ 'word/document.xml': '', [part]: '' })).carries).toEqual(carried);
  });

  it('includes who wrote and who saved it, each once', () => {
    const core = '<dc:creator>甲</dc:creator><cp:lastModifiedBy>乙</cp:lastModifiedBy>';
    expect(readPackage(zipped({ 'docProps/core.xml': core }))).toMatchObject({
      author: '甲、乙',
      properties: '甲\n乙',
    });
  });

  it('is not known of a broken one', () => {
    expect(readPackage(strToU8('PK'))).toMatchObject({ unreadable: 'broken' });
  });
});
