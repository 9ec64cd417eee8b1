import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { approvalAudit, approvedNumbers } from '../../src/build/audit/file-rules.ts';
import { checkRoot } from '../../src/build/check/index.ts';
import { runCheck } from '../../src/build/check/run.ts';
import { drawnRecords, readApprovals, sheetNumber } from '../../src/reading/approvals.ts';
import { approvalFindings } from '../../src/release/approvals.ts';
import { copyOfBureau, dafu } from '../dafu.ts';

const ID = '2025-12';
const FOLDER = `content/replies/${ID}`;
const PDF = `${FOLDER}/附件1 东河治理项目表.pdf`;
const root = copyOfBureau();
const at = (file: string) => join(root, file);
const read = (file: string) => readFileSync(at(file), 'utf8');
afterAll(() => rmSync(root, { recursive: true }));

/** Does something with a file changed, and puts it back. */
function changed<T>(file: string, change: (text: string) => string, then: () => T): T {
  const before = existsSync(at(file)) ? readFileSync(at(file)) : undefined;
  writeFileSync(at(file), change(before?.toString('latin1') ?? ''), 'latin1');
  try {
    return then();
  } finally {
    if (before === undefined) rmSync(at(file));
    else writeFileSync(at(file), before);
  }
}

/** In a file that is read as bytes: the bytes of a text. */
const bytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
const numberOf = (id = ID) => sheetNumber(root, id, drawnRecords(root));
const NUMBER = numberOf();

describe('the number of a proof sheet', () => {
  it.each([
    ['a character of the letter', `${FOLDER}/zh.mdx`, (text: string) => text.trimEnd().concat('!\n')],
    [
      'a key of its record',
      `${FOLDER}/zh.mdx`,
      (text: string) => text.replace('disclosure:', 'published: 2025-12-31\ndisclosure:'),
    ],
    ['a word of its translation', `${FOLDER}/en.mdx`, (text: string) => text.trimEnd().concat('!\n')],
    ['a byte of an attachment', PDF, (text: string) => `${text}\n`],
    ['a new file beside it', `${FOLDER}/附件3.pdf`, () => '%PDF-1.4'],
  ])('is another one with %s', (_what, file, change) => {
    changed(file, change, () => expect(numberOf()).not.toBe(NUMBER));
    expect(numberOf()).toBe(NUMBER);
  });

  it.each([
    ['its approvals', `${FOLDER}/approval.yaml`, () => 'approvals: []\n'],
    ['the line ends that a checkout gives it', `${FOLDER}/zh.mdx`, (text: string) => text.replaceAll('\n', '\r\n')],
    ['a mark of byte order', `${FOLDER}/zh.mdx`, (text: string) => bytes('\ufeff') + text],
    ['another letter', 'content/replies/2024-7/zh.mdx', (text: string) => `${text}\n。`],
    ['a file that a system left there', `${FOLDER}/.DS_Store`, () => 'x'],
  ])('is the same whatever happens to %s', (_what, file, change) => {
    changed(file, change, () => expect(numberOf()).toBe(NUMBER));
  });

  it('is another one with what data draw from the letter, and the same with what they draw from others', () => {
    const file = 'data/repair-area.json';
    const quoted: string[] = JSON.parse(read(file)).observations.flatMap(
      ({ quote }: { quote?: { reply: string } }) => quote?.reply ?? [],
    );
    const [own = ''] = quoted;
    const before = numberOf(own);
    const value = /"value": "([\d.]+)"/.exec(read(file))?.[0] ?? '';
    changed(
      file,
      (text) => text.replace(value, '"value": "987.65"'),
      () => {
        expect(numberOf(own)).not.toBe(before);
        expect(numberOf()).toBe(NUMBER);
      },
    );
    const [commitment] = JSON.parse(read('data/commitments.json')).commitments;
    const made = numberOf(commitment.quote.reply);
    changed(
      'data/commitments.json',
      (text) => text.replace(`"${commitment.id}"`, '"of-another-name"'),
      () => expect(numberOf(commitment.quote.reply)).not.toBe(made),
    );
  });
});

const APPROVED = `approvals:
  - role: 审核人
    date: 2026-11-20
    sheet: ${NUMBER}
  - role: 分管领导
    date: 2026-11-23
    sheet: ${NUMBER}
`;
const MOMENT = '2026-11-23T12:00:00+08:00';
const found = (id = ID) =>
  approvalFindings(root, MOMENT)
    .filter(({ place }) => place.file.startsWith(`content/replies/${id}/`))
    .map(({ rule, message }) => [rule, message.zh]);

describe('a release with approvals', () => {
  it('asks for none where the site does not', () => {
    expect(approvalFindings(root, MOMENT)).toEqual([]);
  });

  it('asks each role of each letter that is public', () => {
    changed(
      'content/site.yaml',
      (text) => `${text}\nrequireApproval: [${bytes('审核人')}, ${bytes('分管领导')}]\n`,
      () => {
        expect(found()).toEqual([['approval-missing', `${ID} 没有经审核人、分管领导核准`]]);
        changed(
          `${FOLDER}/approval.yaml`,
          () => bytes(APPROVED),
          () => {
            expect(found()).toEqual([]);
            expect(found('2024-7')).toHaveLength(1);
            // Changed since: in its translation alone, or in a file beside it.
            for (const file of [`${FOLDER}/en.mdx`, PDF])
              changed(
                file,
                (text) => `${text}\n`,
                () => expect(found()).toEqual([['approval-outdated', `${ID} 在审核人、分管领导核准以后改动过`]]),
              );
            changed(
              `${FOLDER}/approval.yaml`,
              () => bytes(APPROVED.replace('分管领导', '值班领导')),
              () => expect(found()).toEqual([['approval-missing', `${ID} 没有经分管领导核准`]]),
            );
            // What is held back is asked for when its time comes.
            changed(
              `${FOLDER}/zh.mdx`,
              (text) => text.replace('---\n', '---\npublishAt: 2026-12-01T08:00+08:00\n'),
              () => {
                expect(found()).toEqual([]);
                expect(approvalFindings(root, '2026-12-01T08:00:00+08:00').map(({ rule }) => rule)).toContain(
                  'approval-outdated',
                );
              },
            );
          },
        );
      },
    );
  });

  it('is refused, names the letter and makes nothing', async () => {
    const settings = read('content/site.yaml');
    writeFileSync(at('content/site.yaml'), `${settings}\nrequireApproval: [审核人]\n`);
    const { code, output } = await dafu([
      'release',
      '--root',
      root,
      '--address',
      'https://replies.gov.cn',
      '--today',
      '2026-11-23',
      '--lang',
      'zh',
    ]);
    writeFileSync(at('content/site.yaml'), settings);
    expect(code).toBe(1);
    expect(output).toContain(`${ID} 没有经审核人核准`);
    expect(existsSync(at('releases/current'))).toBe(false);
  });
});

describe('the check', () => {
  const closing = async (): Promise<string> => {
    let written = '';
    const request = {
      root,
      today: '2026-11-23',
      moment: MOMENT,
      language: 'zh',
      format: 'pretty',
      fix: false,
      paths: [],
    } as const;
    await runCheck(request, (text) => {
      written += text;
    });
    return written;
  };

  it('lists the letters that are not approved yet, and which were changed since', async () => {
    const site = read('content/site.yaml');
    writeFileSync(at('content/site.yaml'), `${site}\nrequireApproval: [审核人, 分管领导]\n`);
    writeFileSync(at(`${FOLDER}/approval.yaml`), APPROVED.replaceAll(NUMBER, 'a'.repeat(64)));
    expect(await closing()).toMatch(/提示：\d+ 件答复还没有核准，正式发布时会停下：.*缺审核人，缺分管领导/);
    writeFileSync(at(`${FOLDER}/approval.yaml`), APPROVED);
    expect(await closing()).not.toContain(`${ID}（`);
    rmSync(at(`${FOLDER}/approval.yaml`));
    writeFileSync(at('content/site.yaml'), site);
    expect(await closing()).not.toContain('还没有核准');
  });
});

describe('a file of approvals', () => {
  it.each([
    ['approvals: [{ role: 审核人, date: 2026-11-20, sheet: abc }]', 'sheet'],
    ['approvals: [{ role: 审核人, date: 2026-02-30, sheet: abc }]', 'date'],
    ['approvals: [{ role: 审核人, name: 王某 }]', 'name'],
  ])('%s is told with its line', async (text, key) => {
    writeFileSync(at(`${FOLDER}/approval.yaml`), text);
    const findings = (await checkRoot(root, { today: '2026-11-23' })).filter(({ place }) =>
      place.file.endsWith('approval.yaml'),
    );
    rmSync(at(`${FOLDER}/approval.yaml`));
    expect(findings.map(({ message }) => message.en).join()).toContain(key);
    expect(findings.every(({ place }) => place.line === 1)).toBe(true);
  });

  it('is read, and is nothing that the site publishes', () => {
    writeFileSync(at(`${FOLDER}/approval.yaml`), APPROVED);
    expect(readApprovals(root, ID).map(({ role }) => role)).toEqual(['审核人', '分管领导']);
    const audit = approvalAudit(approvedNumbers(root));
    const rules = (name: string, text: string) => audit(name, () => text).map(({ rule }) => rule);
    expect(rules('zh/index.html', `<p>${NUMBER}</p>`)).toEqual(['approval-published']);
    expect(rules('api/v1/replies/2025-12.json', `{"hash":"${NUMBER}"}`)).toEqual(['approval-published']);
    expect(rules('files/approval.yaml', '')).toEqual(['approval-published']);
    expect(rules('zh/index.html', `<p>${'0'.repeat(64)} 审核人</p>`)).toEqual([]);
    expect(rules('assets/a.js', `"${NUMBER}0"`)).toEqual([]);
    rmSync(at(`${FOLDER}/approval.yaml`));
  });
});
