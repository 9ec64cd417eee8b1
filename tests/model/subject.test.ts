import { describe, expect, test } from 'vitest';
import { replySubject, subjectOf } from '../../src/model/reply-identity.ts';

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
