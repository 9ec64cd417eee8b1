import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeDue } from '../../../src/build/check/due.ts';
import { SAMPLE, temporaryRoot } from '../../faults/root.ts';

const commitment = (id: string, changes: object) => ({
  id,
  statement: { zh: `修复机井（${id}）`, en: `Repair the wells (${id})` },
  quote: { reply: '2024-7', zh: { exact: '已修复机井' }, en: { exact: 'wells have been repaired' } },
  ...changes,
});

/** What `dafu check --due` says of the sample with some commitments; its reply is of 2024-05-06. */
async function due(commitments: object[], format: 'pretty' | 'json' = 'pretty', language: 'zh' | 'en' = 'zh') {
  using site = temporaryRoot(SAMPLE);
  writeFileSync(join(site.root, 'data/commitments.json'), JSON.stringify({ commitments }));
  let said = '';
  await writeDue({ root: site.root, today: '2025-06-01', language, format }, (text) => {
    said += text;
  });
  return said;
}

describe('dafu check --due', () => {
  const all = [
    commitment('a', { due: '2025-06-30' }),
    commitment('b', { due: '2025-05-01' }),
    commitment('c', { due: '2026-12-31' }),
  ];

  it('lists what falls due within 30 days, what is overdue, and what was silent for a year', async () => {
    expect(await due(all)).toBe(
      [
        '30 天内到期：',
        '  2025年6月30日  修复机井（a）  (a)',
        '',
        '已经到期，没有公布结果：',
        '  2025年5月1日  修复机井（b）  (b)',
        '',
        '一年以上没有公布进展（日期为最近一次公布或作出承诺的日期）：',
        '  2024年5月6日  修复机井（a）  (a)',
        '  2024年5月6日  修复机井（b）  (b)',
        '  2024年5月6日  修复机井（c）  (c)',
        '',
      ].join('\n'),
    );
  });

  it('gives the same as JSON', async () => {
    expect(JSON.parse(await due(all, 'json'))).toEqual({
      soon: [{ id: 'a', due: '2025-06-30' }],
      overdue: [{ id: 'b', due: '2025-05-01' }],
      silent: ['a', 'b', 'c'].map((id) => ({ id, since: '2024-05-06' })),
    });
  });

  it('says so where there is nothing to look after', async () => {
    const progress = [
      { date: '2025-02-01', status: 'kept', address: '/zh/data/wells/', quote: { zh: { exact: '24眼' } } },
    ];
    expect(await due([commitment('a', { due: '2025-06-30', progress })], 'pretty', 'en')).toBe(
      'No commitment falls due within 30 days, is overdue or was silent for a year.\n',
    );
  });
});
