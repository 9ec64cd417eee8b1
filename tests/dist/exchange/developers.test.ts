import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, inject, it } from 'vitest';
import type { z } from 'zod';
import type { apiDatasetSchema } from '../../../src/formats/api/lists.ts';
import type { ReplyJson, ReplyListJson } from '../../../src/formats/api/reply.ts';

const commandsOn = (locale: string) => {
  const page = parseDocument(readFileSync(join(inject('dist'), locale, 'developers/index.html'), 'utf8'));
  return DomUtils.getElementsByTagName('pre', page).map(DomUtils.textContent);
};

/** What each part of a command that is no reading makes of what was read, written again without jq. */
const FILTERS: Readonly<Record<string, (text: string) => string>> = {
  [`jq -r '.items[] | .number + " " + .title.zh'`]: (text) =>
    (JSON.parse(text) as ReplyListJson).items.map(({ number, title }) => `${number} ${title.zh}\n`).join(''),
  [`jq -r '.blocks[] | select(.id == "p2") | .zh'`]: (text) =>
    `${(JSON.parse(text) as ReplyJson).blocks.find(({ id }) => id === 'p2')?.zh}\n`,
  [`jq -j '[.blocks[].zh] | join("\\n")'`]: (text) =>
    (JSON.parse(text) as ReplyJson).blocks.map(({ zh }) => zh).join('\n'),
  [`jq -r '.observations[] | [.period, .value, .unit] | @csv'`]: (text) =>
    (JSON.parse(text) as z.infer<ReturnType<typeof apiDatasetSchema>>).observations
      .map(({ period, value, unit }) => `"${period}","${value}","${unit}"\n`)
      .join(''),
  sha256sum: (text) => `${createHash('sha256').update(text).digest('hex')}  -\n`,
};

/** Runs a command of the page against the served site: its type of content, and what it would print. */
async function run(command: string): Promise<{ type: string | null; printed: string }> {
  const [reading = '', ...filters] = command.split(' | ').reduce<string[]>((parts, part) => {
    // A bar within quotes is the filter's own.
    const last = parts.at(-1);
    if (last !== undefined && (last.split("'").length - 1) % 2 === 1) parts[parts.length - 1] = `${last} | ${part}`;
    else parts.push(part);
    return parts;
  }, []);
  const address = /^curl -s (https:\/\/dafu\.example\/\S+)$/.exec(reading)?.[1] ?? '';
  const response = await fetch(address.replace('https://dafu.example/', inject('address')));
  expect(response.status).toBe(200);
  let printed = await response.text();
  for (const filter of filters) {
    expect(Object.keys(FILTERS)).toContain(filter);
    printed = FILTERS[filter]?.(printed) ?? '';
  }
  return { type: response.headers.get('content-type'), printed };
}

const JSON_TYPE = 'application/json; charset=utf-8';

describe.each([
  ['zh', '超过当年计划'],
  ['en', 'more than planned for the year'],
])('the commands of the page in %s', (locale, words) => {
  const reply: ReplyJson = JSON.parse(readFileSync(join(inject('dist'), 'api/v1/replies/2026-3.json'), 'utf8'));
  const expected = [
    ['list the replies', JSON_TYPE, '[2025] 86号 关于市九届人大三次会议第62号建议的答复\n'],
    ['give the last paragraph', JSON_TYPE, `${reply.blocks.at(-1)?.zh}\n`],
    ['give the SHA-256 that the interface gives', JSON_TYPE, `${reply.hashes.zh}  -\n`],
    ['give the text', 'text/plain; charset=utf-8', words],
    ['list the values of a dataset', JSON_TYPE, '"2025-12-31","900","count"\n'],
  ] as const;
  const commands = commandsOn(locale);

  it('are so many', () => {
    expect(commands).toHaveLength(expected.length);
  });

  it.each(expected.map((row, index) => [...row, commands[index] ?? ''] as const))(
    '%s',
    async (_what, type, part, command) => {
      const answer = await run(command);
      expect(answer.type).toBe(type);
      expect(answer.printed).toContain(part);
    },
  );
});
