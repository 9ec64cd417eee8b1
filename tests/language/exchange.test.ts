import { describe, expect, it } from 'vitest';
import { publication } from '../../src/language/messages/exchange.ts';

describe('the day of publication', () => {
  it.each([
    [undefined, undefined, '2025年5月20日', '20 May 2025'],
    [{ days: 10 }, undefined, '2025年5月20日（成文后10个工作日公布）', '20 May 2025 (10 working days after its date)'],
    [
      { days: 10 },
      20,
      '2025年5月20日（成文后10个工作日公布；规定期限为20个工作日，在期限内）',
      '20 May 2025 (10 working days after its date; within the limit of 20 working days)',
    ],
    [
      { days: 20 },
      20,
      '2025年5月20日（成文后20个工作日公布；规定期限为20个工作日，在期限内）',
      '20 May 2025 (20 working days after its date; within the limit of 20 working days)',
    ],
    [
      { days: 21 },
      20,
      '2025年5月20日（成文后21个工作日公布；规定期限为20个工作日，已超过）',
      '20 May 2025 (21 working days after its date; over the limit of 20 working days)',
    ],
    [
      { unknownYear: '2003' },
      20,
      '2025年5月20日（没有2003年的节假日安排，未计工作日）',
      '20 May 2025 (working days not counted: the holidays of 2003 are not known)',
    ],
  ])('after %s working days with a limit of %s', (waited, limit, zh, en) => {
    expect(publication('2025-05-20', waited, limit, 'zh')).toBe(zh);
    expect(publication('2025-05-20', waited, limit, 'en')).toBe(en);
  });
});
