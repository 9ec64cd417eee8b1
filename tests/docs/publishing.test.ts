import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { USUAL_LANGUAGES } from '../../src/model/locale.ts';
import { replyRecordSchema } from '../../src/model/reply.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8');
const sources = readdirSync(join(PROJECT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => read(join('src', path)));
const guide = read('docs/publishing.zh-CN.md');

describe('the publishing guide', () => {
  const messages = [...guide.matchAll(/「([^」]+)」/gu)].map(([, message]) => message ?? '');

  it('quotes messages', () => {
    expect(messages.length).toBeGreaterThan(20);
  });

  it.each(messages.map((message) => [message]))('「%s」 is a message that the program gives', (message) => {
    expect(sources.some((source) => source.includes(message))).toBe(true);
  });

  it('names every field of a reply, and none that there is not', () => {
    const table = guide.split('## 字段')[1]?.split('\n## ')[0] ?? '';
    const named = [...table.matchAll(/^\| (`[a-zA-Z]+`(?:、`[a-zA-Z]+`)*) +\|/gmu)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    expect(named.sort()).toEqual(Object.keys(replyRecordSchema(USUAL_LANGUAGES).shape).sort());
  });

  it.each(['publishing.zh-CN.md', 'publishing.md'])('%s links only to files that are there', (file) => {
    const links = [...read(`docs/${file}`).matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link ?? '');
    for (const link of links) expect(() => read(join('docs', link))).not.toThrow();
  });
});
