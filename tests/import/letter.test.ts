import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findAnswered } from '../../src/import/letter/answered.ts';
import { parsePrintedDay } from '../../src/import/letter/dates.ts';
import { labelledItems } from '../../src/import/letter/labels.ts';
import { parseDisclosure, parseOutcome } from '../../src/import/letter/marks.ts';
import { findProposers } from '../../src/import/letter/proposers.ts';
import { splitFrontMatter } from '../../src/model/source-file.ts';
import { bodyOf, ISSUER, importMarkdown, letter, rulesThrown } from './letters.ts';

const record = (markdown: string) => parse(splitFrontMatter(importMarkdown(markdown).text, 'zh.mdx').frontMatter);

describe('a printed day', () => {
  it.each([
    ['2025年5月6日', '2025-05-06'],
    ['2025 年 5 月 6 日', '2025-05-06'],
    ['二〇二五年五月六日', '2025-05-06'],
    ['二○二五年十二月三十一日', '2025-12-31'],
    ['二〇二五年十月二十日', '2025-10-20'],
    ['2025年2月30日', undefined],
    ['2025年', undefined],
    ['2025年6月', undefined],
    ['２０２５年５月６日', '2025-05-06'],
    ['（2025年5月6日）', '2025-05-06'],
    ['二OO四年六月廿八日', '2004-06-28'],
    ['二〇〇四年十月零八日', '2004-10-08'],
    ['2004.6.28', '2004-06-28'],
    ['2004-06-28', '2004-06-28'],
    ['2004.6-28', undefined],
    ['二〇二五年十三月一日', undefined],
  ])('%s → %s', (text, day) => {
    expect(parsePrintedDay(text)).toBe(day);
  });
});

describe('lines over and under the text', () => {
  it.each([
    ['(主动公开)', '主动公开'],
    ['（此件依申请公开）', '依申请公开'],
    ['不予公开', '不予公开'],
    ['公开', '公开'],
    ['此件公开发布', '公开'],
    ['主动公开信息的有关规定', undefined],
  ])('%s states the disclosure %s', (text, disclosure) => {
    expect(parseDisclosure(text)).toBe(disclosure);
  });

  it.each([
    ['A', 'A'],
    ['A1', 'A'],
    ['（B类）', 'B'],
    ['A类（已解决）', 'A'],
    ['A类矿山', undefined],
    ['E', undefined],
  ])('%s states the outcome %s', (text, outcome) => {
    expect(parseOutcome(text)).toBe(outcome);
  });

  it.each([
    ['承办人：甲某，乙某', [['承办人', '甲某，乙某']]],
    ['负责人： ', [['负责人', '']]],
    [
      '（联系人：甲某，联系电话：0000-000）',
      [
        ['联系人', '甲某'],
        ['联系电话', '0000-000'],
      ],
    ],
    ['联系人及电话：甲某 0000-000', [['联系人及电话', '甲某 0000-000']]],
    ['请咨询联系人：甲某', []],
  ])('%s', (text, expected) => {
    expect(labelledItems(text).map(({ label, value }) => [label, value])).toEqual(expected);
  });
});

describe('what a reply answers', () => {
  it.each([
    ['关于市十五届人大五次会议第109号建议的答复', ['建议', '市人大', '十五届', '五次会议', '第109号']],
    ['关于省十四届人大三次会议第0123号建议的答复', ['建议', '省人大', '十四届', '三次会议', '第0123号']],
    ['对十四届全国人大二次会议第5678号建议的答复', ['建议', '全国人大', '十四届', '二次会议', '第5678号']],
    ['关于市政协十五届三次会议第12号提案的答复', ['提案', '市政协', '十五届', '三次会议', '第12号']],
    ['关于第31号提案的答复', ['提案', undefined, undefined, undefined, '第31号']],
    ['关于有关问题的答复', [undefined, undefined, undefined, undefined, undefined]],
  ])('%s', (title, expected) => {
    const [{ kind, body, session, meeting, number } = {}] = findAnswered(title, []);
    expect([kind, body, session, meeting, number]).toEqual(expected);
  });

  it.each([
    ['尊敬的甲乙代表：', '您与丙丁等代表联名提出的《关于甲事的建议》收悉。', ['甲乙代表', '丙丁等代表']],
    ['甲乙、丙丁委员：', '您提出的《关于甲事的提案》收悉。', ['甲乙委员', '丙丁委员']],
    ['市样例委员会：', '你委《关于甲事的提案》收悉。', ['市样例委员会']],
    ['市人大常委会代表工委：', '甲某代表提出的《关于甲事的建议》收悉。', ['甲某代表']],
    ['各位代表：', '你们提出的建议收悉。', []],
  ])('%s', (addressee, opening, proposers) => {
    expect(findProposers([addressee], [opening], '')).toEqual(proposers);
  });
});

describe('a letter', () => {
  it('is taken apart into record and body', () => {
    const markdown = letter('您提出的《关于样例的建议》收悉。现答复如下。');
    expect(record(markdown)).toMatchObject({
      number: '样事函〔2031〕7号',
      title: '关于市一届人大一次会议第3号建议的答复',
      issuer: ISSUER,
      date: '2031-02-03',
      answers: { kind: 'suggestion', number: '第3号', title: '关于样例的建议', proposers: ['某某代表'] },
    });
    expect(bodyOf(importMarkdown(markdown))).toEqual([
      'addressee 尊敬的某某代表：',
      'paragraph 您提出的《关于样例的建议》收悉。现答复如下。',
    ]);
  });

  it('may have a title of several lines, and the date on the line of the signature', () => {
    const markdown = `${ISSUER}\n\n〔2031〕8号\n\n关于市一届人大一次会议\n\n第4号建议的答复\n\n某某代表：\n\n答复如下。\n\n${ISSUER} 2031年2月3日\n`;
    expect(record(markdown)).toMatchObject({ title: '关于市一届人大一次会议第4号建议的答复', date: '2031-02-03' });
  });

  it('asks for what it does not state, and invents nothing', () => {
    const imported = importMarkdown('〔2031〕9号\n\n关于有关问题的答复\n\n某某代表：\n\n答复如下。\n');
    const fields = imported.questions.map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['date', 'answers.kind', 'issuer']));
    const { date, disclosure, outcome, issuer } = parse(splitFrontMatter(imported.text, 'zh.mdx').frontMatter);
    expect([date, disclosure, outcome, issuer]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('keeps a line that it does not know as a comment, and asks about it', () => {
    const markdown = letter('答复如下。').replace('样事函', '存档三号柜\n\n样事函');
    const imported = importMarkdown(markdown);
    expect(imported.text).toMatch(/^---\n# .*存档三号柜\n/u);
    expect(bodyOf(imported)[0]).toBe('addressee 尊敬的某某代表：');
    expect(imported.questions.some(({ words }) => words.zh.includes('存档三号柜'))).toBe(true);
  });

  it('lists a date in Chinese numerals as changed', () => {
    const imported = importMarkdown(letter('答复如下。').replace('2031年2月3日', '二〇三一年二月三日'));
    expect(imported.changes.find(({ kind }) => kind === 'date-form')?.text).toBe('二〇三一年二月三日 → 2031年2月3日');
  });

  it.each([
    ['no text', `${ISSUER}\n\n〔2031〕9号\n\n关于有关问题的答复`, 'import-empty'],
    ['a mark of secrecy', `机密★1年\n\n${letter('答复如下。')}`, 'import-secret'],
    ['one beside a mark of urgency', `机密★1年　　特急\n\n${letter('答复如下。')}`, 'import-secret'],
    ['one behind its label among others', `缓急：平件　密级：秘密\n\n${letter('答复如下。')}`, 'import-secret'],
    ['two letters', letter('答复如下。') + letter('再答复如下。'), 'import-two-letters'],
  ])('is refused with %s', (_label, markdown, rule) => {
    expect(rulesThrown(() => importMarkdown(markdown))).toEqual([rule]);
  });
});

describe('the note on what was done to a text', () => {
  const unnumbered = letter('您好。').replace('样事函〔2031〕7号\n\n', '');

  it('names the number among what was moved into the record, and not where the letter has none', () => {
    expect(JSON.stringify(record(letter('您好。')).transcription)).toMatch(/文号.*number/);
    expect(record(unnumbered).number).toBeUndefined();
    expect(JSON.stringify(record(unnumbered).transcription)).not.toMatch(/文号|number/);
  });
});
