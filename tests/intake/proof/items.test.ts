import { describe, expect, it } from 'vitest';
import { novelty, textItems } from '../../../src/intake/proof/items.ts';
import { originalFinder } from '../../../src/intake/proof/original.ts';
import { USUAL_LANGUAGES } from '../../../src/model/locale.ts';
import { textToRecord } from '../../../src/model/published.ts';
import { replyRecordSchema } from '../../../src/model/reply.ts';

const items = (text: string, names: readonly string[] = [], chinese = true) =>
  textItems({ id: 'p2', text }, chinese, names).map(({ kind, words }) => `${kind} ${words}`);

describe('the items of a text', () => {
  it.each([
    ['2025年5月6日投资约9亿元，占63%。', ['date 2025年5月6日', 'number 9亿元', 'number 63%']],
    ['二〇二五年六月，三个乡镇治理5.7万亩。', ['date 二〇二五年六月', 'number 三', 'number 5.7万亩']],
    ['一是统一规划。', []],
    ['（三）下一步打算', []],
    ['2．治理两条渠', ['number 两']],
    ['2.5公里', ['number 2.5公里']],
    ['甲乙丙委员：', []],
    ['王某某代表、李四委员：', ['name 王某某', 'name 李四']],
    ['由副局长张三负责。', ['name 张三']],
    ['联系人：张三（局长李四）。', ['name 张三', 'name 李四']],
    ['县水务局会同东河镇人民政府', ['name 县水务局', 'name 东河镇人民政府']],
    ['农村公路下乡，东乡至西乡段。', ['name 东乡', 'name 西乡']],
    ['赵钱孙说过。', ['name 赵钱孙']],
    ['电话13800138000，编号ZX-2024-0017。', ['private 13800138000', 'number ZX-2024-0017']],
  ])('of %s', (text, expected) => {
    expect(items(text, ['赵钱孙'])).toEqual(expected);
  });

  it('are read in English too', () => {
    expect(items('Deputy Wang Mou asked on 6 May 2025 about 57,000 mu in Dong He Town.', [], false)).toEqual([
      'name Deputy Wang Mou',
      'date 6 May 2025',
      'number 57,000 mu',
      'name Dong He Town',
    ]);
  });

  it('leave no digit out, and none lies within another', () => {
    for (const text of [
      '文号〔2025〕86号，图1-2，K3+500至K4+120，≥98.5%，9:30',
      'G208、S102线，A类3件',
      '１２３号２０２５年',
    ]) {
      const found = textItems({ id: 'p1', text }, true, []);
      for (const { index } of text.matchAll(/[\d０-９]/g))
        expect(
          found.filter(({ start, end }) => start <= index && index < end),
          `${text} at ${index}`,
        ).toHaveLength(1);
    }
  });
});

describe('the place of words in the original', () => {
  const find = originalFinder({
    lines: [
      { line: 1, text: '临水函〔２０２４〕15号' },
      { line: 3, text: '关于县十八届人大四次会议第42号建议的答复' },
      { line: 5, text: '投资约9' },
      { line: 6, text: '亿元。' },
      { line: 8, text: '二〇二四年六月二十八日' },
    ],
  });
  it.each([
    ['临水函〔2024〕15号', 1, true],
    ['第42号', 3, true],
    ['9亿元', 5, true],
    ['2024-06-28', 8, true],
    ['县人大', 3, false],
  ])('%s is on line %i', (words, line, whole) => expect(find(words)).toEqual({ line, whole }));

  it('is that with the same words around them, where several lines have them', () => {
    const inTable = originalFinder({
      lines: [
        { line: 1, text: '东乡 12.5 860' },
        { line: 2, text: '附件1' },
        { line: 3, text: '1 东乡至西乡 12.5' },
      ],
    });
    expect(inTable('12.5', { before: '序号 路线 1 东乡至西乡 ', after: ' 2 南坪' })?.line).toBe(3);
    expect(inTable('1', { before: '序号 路线 ', after: ' 东乡至西乡' })?.line).toBe(3);
    expect(inTable('1', { before: '附件', after: '' })?.line).toBe(2);
    expect(inTable('12.5', { before: '全长', after: '公里' })?.line).toBe(1);
  });

  it.each(['第43号', '2024-06-29', '县政协', '答复关于'])('%s is nowhere', (words) =>
    expect(find(words)).toBeUndefined(),
  );
});

describe('what becomes public', () => {
  const record = replyRecordSchema(USUAL_LANGUAGES).parse({
    title: '答复',
    issuer: '某局',
    date: '2024-06-01',
    answers: { kind: 'suggestion', number: '第1号' },
  });
  const block = (id: string, text: string) => ({ id, text, kind: 'paragraph' as const, depth: undefined, line: 1 });
  const options = {
    record,
    names: ['王某', '李四'],
    others: ['王某代表：'],
    files: [{ name: 'a.pdf', published: false }],
  };

  it('is all of a letter that was never published, and names that stand nowhere else', () => {
    const found = novelty({ ...options, blocks: [block('p1', '甲')], last: undefined });
    expect(found).toEqual({ since: undefined, added: [], removed: [], names: ['李四'], files: ['a.pdf'] });
  });

  it('is what differs from the text published last', () => {
    const last = textToRecord(record, [block('p1', '甲'), block('p2', '乙')], '2024-07-01');
    const found = novelty({ ...options, files: [], blocks: [block('p1', '甲'), block('p2', '丙')], last });
    expect(found).toMatchObject({ since: '2024-07-01', added: [{ id: 'p2', text: '丙' }], removed: ['乙'] });
  });
});
