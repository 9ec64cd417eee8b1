import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  agreesWithFolder,
  folderEnding,
  hasNoYear,
  type Identifying,
  proposeReplyId,
  replyIdentity,
  replySubject,
  subjectOf,
} from '../../src/model/reply-identity.ts';

const letter = (changed: Partial<Identifying> = {}): Identifying => ({
  issuer: ['临江县水务局'],
  date: '2024-06-28',
  answers: [
    {
      kind: 'suggestion',
      body: '县人大',
      session: '十八届',
      meeting: '四次会议',
      number: '第42号',
      title: '关于整治东河河道的建议',
    },
  ],
  ...changed,
});
const answering = (changed: object): Partial<Identifying> => ({ answers: [{ ...letter().answers?.[0], ...changed }] });

describe('the folder proposed for a reply', () => {
  it.each([
    ['2024-15', { number: '〔2024〕15号' }],
    ['linshuihan-2024-15', { number: '临水函〔2024〕15号' }],
    ['linshuijianzi-2024-15', { number: '临水建字〔2024〕15号' }],
    ['linshuijianzi-2024-15-1', { number: '临水建字〔2024〕15-1号' }],
    ['2024-18-4-s42', {}],
    ['2024-18-4-s42', { number: '第7号' }],
    ['2024-10-3-p12', answering({ kind: 'proposal', session: '十届', meeting: '三次会议', number: '第012号' })],
    ['2024-18-4-s42', answering({ session: '第18届', meeting: '第四次会议' })],
    ['2024-20-1-s9', answering({ session: '二十届', meeting: '一次会议', number: '9' })],
    ['2024-18-4-suggestion', answering({ number: undefined })],
    ['2024-petition', { answers: [{ kind: 'petition', title: '关于路灯的来信' }] }],
    ['2024', { answers: undefined }],
  ] satisfies [string, Partial<Identifying>][])('is %s', (expected, changed) => {
    expect(proposeReplyId(letter(changed))).toBe(expected);
  });

  it('names every reply, and one of which nothing is known too', () => {
    const nothing: Identifying = { issuer: undefined, date: '', answers: undefined };
    expect([
      proposeReplyId(nothing),
      proposeReplyId(nothing, new Set(['letter'])),
      proposeReplyId(letter({ date: '', answers: undefined }), new Set(['linjiangxianshuiwuju'])),
    ]).toEqual(['letter', 'letter-no2', 'linjiangxianshuiwuju-no2']);
  });

  it('names the body and the issuer too where another reply has the name already', () => {
    const taken = new Set<string>();
    const next = (record: Identifying) => {
      const name = proposeReplyId(record, taken);
      taken.add(name);
      return name;
    };
    expect([
      next(letter()),
      next(letter(answering({ body: '市人大' }))),
      next(letter({ ...answering({ body: '市人大' }), issuer: ['临江县教育局'] })),
      next(letter({ number: '临水函〔2024〕15号' })),
      next(letter({ number: '临水函〔2024〕15号', issuer: ['临江县教育局'] })),
    ]).toEqual([
      '2024-18-4-s42',
      '2024-shirenda-18-4-s42',
      'linjiangxianjiaoyuju-2024-shirenda-18-4-s42',
      'linshuihan-2024-15',
      'linjiangxianjiaoyuju-linshuihan-2024-15',
    ]);
  });

  it('is of lower-case ASCII, is free, and agrees with the record, whatever is written in it', () => {
    const words = fc.stringMatching(/^[\u4e00-\u9fa5A-Za-z0-9第〔〕()号 -]{0,8}$/);
    const record = fc.record({
      number: fc.option(fc.oneof(words, fc.stringMatching(/^[水函建]{0,3}〔20[0-2]\d〕\d{1,4}(-\d)?号$/)), {
        nil: undefined,
      }),
      issuer: fc.tuple(words) as fc.Arbitrary<[string, ...string[]]>,
      date: fc.constantFrom('2009-01-02', '2024-06-28'),
      answers: fc.tuple(
        fc.record({ kind: fc.constantFrom('suggestion', 'proposal'), body: words, number: words }),
      ) as fc.Arbitrary<NonNullable<Identifying['answers']>>,
    });
    fc.assert(
      fc.property(record, fc.integer({ min: 0, max: 6 }), (own, times) => {
        const taken = new Set<string>();
        for (let count = 0; count <= times; count += 1) {
          const name = proposeReplyId(own, taken);
          expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
          expect(taken.has(name)).toBe(false);
          expect(agreesWithFolder(name, own)).toBe(true);
          taken.add(name);
        }
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('what a reply is known by', () => {
  const identity = (changed: Partial<Identifying>) => replyIdentity(letter(changed));

  it('is its number however that is printed, not its series’ neighbour', () => {
    expect(identity({ number: '临水函〔2024〕15号' })).toBe(
      identity({ number: '临水函（２０２４）第015号', date: '2024-07-01' }),
    );
    expect(identity({ number: '临水函〔2024〕15号' })).not.toBe(identity({ number: '临水建字〔2024〕15号' }));
    expect(identity({ number: '临水函〔2024〕15号' })).not.toBe(identity({ number: '临水函〔2024〕15-1号' }));
  });

  it('is what it answers and its date where it has no number', () => {
    expect(identity({})).toBe(identity(answering({ number: '第４２号', points: [] })));
    expect(identity({})).not.toBe(identity({ date: '2024-06-29' }));
    expect(identity({})).not.toBe(identity(answering({ number: '第43号' })));
  });
});

describe('a folder that exists', () => {
  it.each([
    ['2024-15', { number: '临水函〔2024〕15号' }, true],
    ['linshuihan-2024-15', { number: '临水函〔2024〕15号' }, true],
    ['a-2024-15', { number: '〔2024〕15号' }, true],
    ['2024-15-1', { number: '〔2024〕15-1号' }, true],
    ['2024-15', { number: '〔2024〕15-1号' }, false],
    ['2024-8', { number: '〔2024〕15号' }, false],
    ['2024-42', { number: '〔2024〕15号' }, false],
    ['2024-18-4-s42', { number: '〔2024〕15号' }, true],
    ['2024-18-4-s42', {}, true],
    ['2024-dongjiang-42', {}, true],
    ['2023-18-4-s42', {}, false],
    ['2024-18-4-s43', {}, false],
  ] satisfies [string, Partial<Identifying>, boolean][])('%s with %j: %s', (folder, changed, agrees) => {
    expect(agreesWithFolder(folder, letter(changed))).toBe(agrees);
  });

  it('is told what it would have to end in', () => {
    expect(folderEnding(letter())).toBe('2024-18-4-s42');
    expect(folderEnding(letter({ number: '临水函〔2024〕15-1号' }))).toBe('2024-15-1');
  });
});

it.each([
  ['第7号', true],
  ['临水建15号', true],
  ['7', true],
  ['临水建15-1号', true],
  ['〔204〕7号', false],
  ['临水函', false],
  ['水函〔7号', false],
])('%s is a number without a year: %s', (number, expected) => {
  expect(hasNoYear(number)).toBe(expected);
});

describe('what a document is about', () => {
  test.each([
    ['关于整治东河河道的建议', '关于整治东河河道'],
    ['《关于改善农村供水的提案》', '关于改善农村供水'],
    ['关于修订《城市绿化条例》的议案', '关于修订《城市绿化条例》'],
    ['关于落实代表意见的建议', '关于落实代表意见'],
    ['加快建设供水管网的意见建议', '加快建设供水管网'],
    ['整治东河', '整治东河'],
    ['建议', '建议'],
    ['Suggestion on Dredging the Lower East River', 'Dredging the Lower East River'],
    ['On patrolling the houses on cut slopes', 'Patrolling the houses on cut slopes'],
    ['Once More the East River', 'Once More the East River'],
  ])('%s: %s', (title, subject) => {
    expect(subjectOf(title)).toBe(subject);
  });
});

describe('what a reply is about', () => {
  const reply = (title: string, ...answered: string[]) => ({
    record: {
      title,
      answers: (answered.length === 0 ? [undefined] : answered).map((own) => ({
        kind: 'suggestion',
        proposers: [],
        points: [],
        ...(own === undefined ? {} : { title: own }),
      })) as never,
    },
    translations: {},
  });

  test.each([
    [reply('关于第42号建议的答复', '关于整治东河的建议'), '关于整治东河'],
    [reply('关于第42、57号建议的答复', '关于整治东河的建议', '关于农田排水的建议'), '关于整治东河；关于农田排水'],
    [reply('关于第42、57号建议的答复', '关于整治东河的建议', '关于整治东河的提案'), '关于整治东河'],
    [reply('对《关于整治东河的建议》的答复'), '关于整治东河'],
    [reply('对“关于整治东河的建议”的答复'), '关于整治东河'],
    [reply('对《关于修订《河道条例》的建议》的答复'), '关于修订《河道条例》'],
    [reply('关于《河道条例》执行情况的答复'), undefined],
    [reply('关于第42号建议的答复'), undefined],
  ])('%#', (of, subject) => {
    expect(replySubject(of, 'zh')).toBe(subject);
  });
});
