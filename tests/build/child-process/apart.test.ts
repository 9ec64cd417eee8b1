import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkRoot } from '../../../src/build/check/index.ts';
import { errorOf, failureOf, runApart } from '../../../src/build/child-process/index.ts';
import { refusedByDisk } from '../../../src/build/produce.ts';
import { SiteError } from '../../../src/errors.ts';
import { cliWords } from '../../../src/language/messages/cli.ts';
import { MODEL_RULES } from '../../../src/model/rules.ts';
import { found } from '../../../src/rule.ts';
import { CommandError, commandFailure, findingsBehind } from '../../../src/terminal/failures.ts';

const finding = found(
  MODEL_RULES['quote-not-found'],
  { file: 'content/replies/2024-1/zh.mdx', line: 7, column: 3 },
  { zh: '找不到', en: 'not found' },
  { zh: '改正', en: 'fix it' },
);

/** What another process would get: a message is copied by the same algorithm. */
const sent = (error: unknown) => errorOf(structuredClone(failureOf(error)));

test('findings arrive however deeply a bundler wrapped them', () => {
  const wrapped = new Error('build failed', { cause: new Error('in a page', { cause: new SiteError(finding) }) });
  const arrived = sent(wrapped);
  expect(arrived).toBeInstanceOf(SiteError);
  expect(findingsBehind(arrived)).toEqual([finding]);
});

test('what the disk refused is still told as that, with the folder', () => {
  const refused = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  const told = refusedByDisk(sent(new Error('build failed', { cause: refused })), '/srv/site');
  expect(told instanceof CommandError && told.say(cliWords.en)).toContain('/srv/site');
});

test('what a command says is said in either language, with its exit code', () => {
  const locked = commandFailure((words) => words.locked('/srv/site/.dafu'));
  const arrived = sent(locked);
  for (const words of Object.values(cliWords))
    expect(arrived instanceof CommandError && [arrived.say(words), arrived.exitCode]).toEqual([locked.say(words), 1]);
});

test('any other error keeps its message and the stack of where it happened', () => {
  const error = new TypeError('a fault of the program');
  const arrived = sent(error);
  expect(arrived).toMatchObject({ message: error.message, stack: error.stack });
  expect(refusedByDisk(arrived, '/srv/site')).toBeUndefined();
});

test('what is thrown that is no error is told in words', () => {
  expect(sent('out of order').message).toBe('out of order');
});

test('a job is done in another process, and gives what it gives here', async () => {
  const root = mkdtempSync(join(tmpdir(), 'dafu-apart-'));
  try {
    mkdirSync(join(root, 'content'));
    writeFileSync(join(root, 'content/glossary.yaml'), 'terms: [');
    const request = { root, today: '2025-01-01', moment: '2025-01-01T00:00:00+08:00', jobs: 1 };
    const findings = await runApart('check', request);
    expect(findings.map(({ place }) => place.file)).toContain('content/glossary.yaml');
    expect(findings).toEqual(await checkRoot(root, request));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
