import { describe, expect, it } from 'vitest';
import type { FormerText, QuoteBundle } from '../../src/quotes/bundle.ts';
import { checkQuote, LONGEST_COMPARED, type QuoteVerdict } from '../../src/quotes/check.ts';
import type { DifferencePart } from '../../src/quotes/compare.ts';
import { quoteCorpus } from '../../src/quotes/corpus.ts';
import { growth } from '../growth.ts';

const reply = (id: string, texts: readonly string[], former: readonly FormerText[] = []) => ({
  id,
  number: `〔2031〕${id}号`,
  title: '关于县三届人大二次会议建议的答复',
  url: `/zh/replies/${id}/`,
  blocks: texts.map((text, index) => ({ id: `p${index + 1}`, text })),
  former,
});

/** A made-up archive of two replies in Chinese and one in English. */
const bundles: Record<'zh' | 'en', QuoteBundle> = {
  zh: {
    locale: 'zh',
    year: '2031',
    replies: [
      reply(
        '2031-1',
        [
          '尊敬的高明代表：',
          '截至目前，全县24眼机井已完成修复，36眼正在办理（自水规〔2031〕1号），累计修复渠道5.7公里，共投入资金约9万元。',
          '下一步，我局将围绕“节水优先”的原则，持续推进灌区改造，按月公布修复进度，接受群众监督。',
        ],
        [{ until: '2031-06-01', blocks: [{ id: 'p2', text: '截至目前，全县23眼机井已完成修复，其余正在办理。' }] }],
      ),
      reply('2031-2', ['您好！来信收悉。', '县城东街照明设施改造已列入年度计划，预计十月底前完工。']),
    ],
  },
  en: {
    locale: 'en',
    year: '2031',
    replies: [
      reply('2031-3', [
        'To date, 24 wells in the county have been repaired, and the canals were undermined by floods.',
        'The agricultural bureau’s “water-saving” plan covers 5,700 mu, or 36.5 percent of the fields (in Dōngjiē 1,200 households).',
        'Next year we will repair the other wells and publish progress every month.',
      ]),
    ],
  },
};
const corpora = { zh: quoteCorpus([bundles.zh]), en: quoteCorpus([bundles.en]) };
const check = (quotation: string) => checkQuote(/\p{Script=Han}/u.test(quotation) ? corpora.zh : corpora.en, quotation);

/** A verdict in short: kind, reply and blocks. */
function short(verdict: QuoteVerdict): string {
  const [place] = 'place' in verdict ? [verdict.place] : 'places' in verdict ? verdict.places : [];
  return [verdict.kind, ...(place ? [place.reply.id, place.blocks.join(' ')] : [])].join(' ');
}

/** The differences of an altered quotation: -source- and +quotation+ in their place. */
function marked(quotation: string): string {
  const verdict = check(quotation);
  return verdict.kind === 'altered' ? marks(verdict.parts) : verdict.kind;
}

function marks(parts: readonly DifferencePart[]): string {
  const around = { same: '', source: '-', quotation: '+' };
  return parts.map(({ kind, text }) => around[kind] + text + around[kind]).join('');
}

describe('a quotation that the reply has', () => {
  it.each([
    ['as it stands', '全县24眼机井已完成修复', 'exact 2031-1 p2'],
    ['in quotes', '“全县24眼机井已完成修复”', 'exact 2031-1 p2'],
    ['across line breaks and spaces', '全县 24 眼机井\r\n　已完成修复', 'exact 2031-1 p2'],
    ['with brackets of another kind', '36眼正在办理(自水规[2031]1号)', 'exact 2031-1 p2'],
    ['with quotes of another kind', '围绕"节水优先"的原则', 'exact 2031-1 p3'],
    ['in full-width digits', '全县２４眼机井', 'exact 2031-1 p2'],
    ['with invisible characters', '全县\u200b24眼机井', 'exact 2031-1 p2'],
    ['over two paragraphs', '共投入资金约9万元。\n下一步，我局将围绕', 'exact 2031-1 p2 p3'],
    ['in English', '24 wells in the\ncounty have been repaired', 'exact 2031-3 p1'],
    ['in English as a sentence of its own', '24 Wells in the County have been repaired.', 'exact 2031-3 p1'],
    ['with a comma inside American quotes', '“24 wells in the county have been repaired,”', 'exact 2031-3 p1'],
    ['with straight quotes and apostrophes', "the agricultural bureau's 'water-saving' plan", 'exact 2031-3 p2'],
    ['with words that line ends broke', 'The agri-\ncultural bureau’s “water-\nsaving” plan', 'exact 2031-3 p2'],
    ['with soft hyphens and ligatures', 'of the \ufb01elds (in Dōng\u00adjiē', 'exact 2031-3 p2'],
    ['with accents apart', '36.5 percent of the fields (in Do\u0304ngjie\u0304', 'exact 2031-3 p2'],
    ['with thousands and percent in another style', 'plan covers 5700 mu, or 36.5%', 'exact 2031-3 p2'],
    ['over two English paragraphs', '1,200 households) Next year we will', 'exact 2031-3 p2 p3'],
    ['between ellipses', '……截至目前，全县24眼机井已完成修复…', 'exact 2031-1 p2'],
  ])('%s is exact', (_how, quotation, expected) => {
    expect(short(check(quotation))).toBe(expected);
  });

  it('is exact in an earlier version where it was corrected since', () => {
    const verdict = check('全县23眼机井已完成修复，其余正在办理');
    expect(short(verdict)).toBe('earlier 2031-1 p2');
    expect(verdict.kind === 'earlier' && verdict.places[0]?.until).toBe('2031-06-01');
    expect(verdict.kind === 'earlier' && marks(verdict.now ?? [])).toContain('全县2-4-+3+眼机井已完成修复');
  });
});

describe('a quotation that the reply has otherwise', () => {
  it.each([
    [
      'a figure',
      '截至目前，全县28眼机井已完成修复，36眼正在办理',
      '截至目前，全县2-4-+8+眼机井已完成修复，36眼正在办理',
    ],
    [
      'a word left out',
      '持续推进灌区改造，公布修复进度，接受群众监督',
      '持续推进灌区改造，-按月-公布修复进度，接受群众监督',
    ],
    ['a word put in', '预计今年十月底前全部完工', '预计+今年+十月底前+全部+完工'],
    [
      'words over two paragraphs',
      '共投入资金约8万元。下一步，我局将围绕',
      '共投入资金约-9-+8+万元。\n下一步，我局将围绕',
    ],
    [
      'an English word, which is shown whole',
      '24 wells in this county had been repaired',
      '24 wells in -the-+this+ county -have-+had+ been repaired, ',
    ],
    ['an English figure', 'plan covers 5,800 mu, or 36.5%', 'plan covers -5,700-+5,800+ mu, or 36.5 percent '],
    [
      'words run together',
      'the canals wereundermined by floods',
      'the canals -were undermined-+wereundermined+ by floods.',
    ],
    [
      'a figure beside an ellipsis',
      '全县24眼机井已完成修复……累计修复渠道5.8公里',
      '全县24眼机井已完成修复 …… 累计修复渠道5.-7-+8+公里',
    ],
    ['half a number', '7公里，共投入资金约9万元', '-5.-7公里，共投入资金约9万元'],
  ])('%s is altered, and shows where', (_what, quotation, expected) => {
    expect(marked(quotation)).toBe(expected);
  });

  it('never begins or ends inside a number or a Latin word', () => {
    expect(check('4眼机井已完成修复').kind).toBe('altered');
    expect(check('mined by floods').kind).toBe('altered');
    expect(check('累计修复渠道5').kind).toBe('altered');
  });
});

describe('a quotation with words left out', () => {
  it.each([
    [
      '……',
      '全县24眼机井已完成修复……累计修复渠道5.7公里',
      '全县24眼机井已完成修复-，36眼正在办理（自水规〔2031〕1号），-累计修复渠道5.7公里',
    ],
    ['...', '全县24眼机井已完成修复...36眼正在办理', '全县24眼机井已完成修复-，-36眼正在办理'],
    ['（略）', '持续推进灌区改造（略）接受群众监督', '持续推进灌区改造-，按月公布修复进度，-接受群众监督'],
    ['…', '24 wells … have been repaired', '24 wells -in the county -have been repaired, '],
    ['[…]', 'The plan covers […] 36.5 percent', undefined],
    [
      '. . .',
      'we will repair . . . the other wells . . . every month',
      'we will repair --the other wells -and publish progress -every month.',
    ],
  ])('is told as shortened, with what %s stands for', (_mark, quotation, expected) => {
    const verdict = check(quotation);
    if (expected === undefined) return expect(verdict.kind).toBe('altered');
    expect(verdict.kind === 'shortened' && marks(verdict.parts)).toBe(expected);
  });

  it('names every paragraph from the first piece to the last', () => {
    expect(short(check('全县24眼机井已完成修复……按月公布修复进度'))).toBe('shortened 2031-1 p2 p3');
  });

  it('takes the pieces that lie nearest to each other', () => {
    const twice = quoteCorpus([
      { locale: 'zh', year: '2031', replies: [reply('2031-9', ['修复机井一批。', '修复机井两批，验收合格。'])] },
    ]);
    expect(short(checkQuote(twice, '修复机井……验收合格'))).toBe('shortened 2031-9 p2');
  });

  it.each([
    ['in another order', '接受群众监督……全县24眼机井已完成修复', ['2031-1', '2031-1']],
    ['from two replies', '全县24眼机井已完成修复……预计十月底前完工', ['2031-1', '2031-2']],
  ])('is told as joined where its pieces stand %s', (_how, quotation, replies) => {
    const verdict = check(quotation);
    expect(verdict.kind === 'joined' && verdict.places.map(({ reply: { id } }) => id)).toEqual(replies);
  });

  it('says nothing of pieces that are too short to prove anything', () => {
    expect(check('您……也').kind).toBe('none');
  });
});

describe('a quotation that no reply has', () => {
  it.each([
    ['other words', '全市已建成充电桩一千二百个，覆盖所有乡镇'],
    ['too little in common', '我局将在下月召开新闻发布会'],
    ['words over two replies', '接受群众监督。您好！来信收悉。'],
  ])('is not found: %s', (_what, quotation) => {
    expect(check(quotation).kind).toBe('none');
  });

  it('is too short to say anything about', () => {
    expect(check('机井').kind).toBe('too-short');
    expect(check('  \n “” ').kind).toBe('too-short');
  });

  it('is not found in an empty archive', () => {
    expect(checkQuote(quoteCorpus([]), '全县24眼机井已完成修复').kind).toBe('none');
  });
});

describe('a quotation of any length', () => {
  const long = Array.from({ length: 2000 }, (_, at) => `第${at}条：修复机井${at}眼，用水${at}万方。`);
  const archive = quoteCorpus([{ locale: 'zh', year: '2031', replies: [reply('2031-9', long)] }]);
  const whole = long.join('\n');

  it('is exact however long it is', () => {
    expect(whole.length).toBeGreaterThan(LONGEST_COMPARED);
    expect(checkQuote(archive, whole).kind).toBe('exact');
  });

  it('is said to be too long where it cannot be compared, and compared where it can', () => {
    expect(checkQuote(archive, `${whole.slice(0, LONGEST_COMPARED + 3000)}误`).kind).toBe('too-long');
    expect(checkQuote(archive, `误${whole.slice(0, 3000)}`).kind).toBe('altered');
  });

  it.each([
    ['curly quotes', (length: number) => `“${'”'.repeat(length)}修复`],
    ['quotes around quotes', (length: number) => `修复${'“'.repeat(length)}机井`],
    ['brackets', (length: number) => `修复${'）'.repeat(length)}机井`],
    ['apostrophes', (length: number) => `don${'’'.repeat(length)}t`],
    ['spaces', (length: number) => `修复${'　'.repeat(length)}机井`],
    ['one word over and over', (length: number) => '机井'.repeat(length / 2)],
    ['ellipses', (length: number) => '修复…'.repeat(length / 3)],
    ['dots', (length: number) => `修复${'. '.repeat(length / 2)}机井`],
    ['hyphens at line ends', (length: number) => `修复${'a-\n'.repeat(length / 3)}机井`],
  ])('of %s takes time in proportion to its length', (_what, quotation) => {
    expect(growth(10_000, (length) => checkQuote(archive, quotation(length)))).toBeLessThan(3);
  });

  it('may lie beside very long numbers', () => {
    const beside = (length: number) =>
      quoteCorpus([
        { locale: 'zh', year: '2031', replies: [reply('2031-9', [`${'1,'.repeat(length)}眼机井已经完成修复`])] },
      ]);
    expect(checkQuote(beside(10), '1,1,眼机井已经完成整修').kind).toBe('altered');
    expect(growth(10_000, (length) => checkQuote(beside(length), '1,1,眼机井已经完成整修'))).toBeLessThan(3);
  });
});

describe('a quotation copied from a printed letter', () => {
  const notice = '本站为演示，不是该机关的正式发布。';

  it.each([
    ['the number of a sheet on a line', '36眼正在办理（自水规〔2031〕1号），\n— 2 —\n累计修复渠道5.7公里'],
    ['as a viewer of PDF has it', '36眼正在办理（自水规〔2031〕1号），\n—2—\n\f累计修复渠道5.7公里'],
    ['in one line with the words', '36眼正在办理（自水规〔2031〕1号）， — 12 — 累计修复渠道5.7公里'],
    ['with what a demonstration says', `36眼正在办理（自水规〔2031〕1号），\n— 3 —\n\n${notice}\n累计修复渠道5.7公里`],
    ['in the middle of a word', '累计修复渠\n— 4 —\n道5.7公里，共投入资金约9万元。'],
  ])('is exact with %s', (_what, quotation) => {
    expect(short(checkQuote(corpora.zh, quotation, [notice]))).toBe('exact 2031-1 p2');
  });

  it.each([
    ['another number than the source has', '累计修复渠道 5.8 公里，共投入资金约9万元'],
    ['a number of a sheet beside a change', '累计修复渠道\n— 4 —\n5.8公里，共投入资金约9万元。'],
    ['dashes that stand within words', '累计修复渠道—4—5.7公里，共投入资金约9万元'],
  ])('is still altered with %s', (_what, quotation) => {
    expect(checkQuote(corpora.zh, quotation, [notice]).kind).toBe('altered');
  });

  it('takes no words away that the source has itself', () => {
    const own = quoteCorpus([
      { locale: 'zh', year: '2031', replies: [reply('2031-9', [`编号为 — 7 — 的表。${notice}`])] },
    ]);
    expect(checkQuote(own, `编号为 — 7 — 的表。${notice}`, [notice]).kind).toBe('exact');
    expect(checkQuote(own, '编号为 的表。', [notice]).kind).not.toBe('exact');
  });
});
