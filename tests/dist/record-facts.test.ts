import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, inject, it } from 'vitest';
import type { ReplyJson } from '../../src/formats/api/reply.ts';
import { recordFacts } from '../../src/language/reply-fields.ts';
import { readSite } from '../../src/reading/files.ts';
import { BUREAU } from '../dafu.ts';

const dist = inject('dist');
const site = readSite(BUREAU);
const replies = readdirSync(join(dist, 'api/v1/replies')).map(
  (file): ReplyJson => JSON.parse(readFileSync(join(dist, 'api/v1/replies', file), 'utf8')),
);
const plain = (words: string) => words.replace(/\s+/g, ' ').trim();

/** The record box of a reply's page: each term with what stands under it. */
function boxOf(locale: string, id: string): [string, string][] {
  const page = parseDocument(readFileSync(join(dist, locale, 'replies', id, 'index.html'), 'utf8'));
  const box = DomUtils.findOne(({ attribs }) => /^record /.test(attribs['class'] ?? ''), page.children);
  const words = (name: string) =>
    DomUtils.getElementsByTagName(name, box ?? []).map((element) => plain(DomUtils.textContent(element)));
  const [terms, values] = [words('dt'), words('dd')];
  return terms.map((term, index) => [term, values[index] ?? '']);
}

const cases = replies.flatMap((reply) => site.languages.map((locale) => [reply.id, locale, reply] as const));

describe.each(cases)('the record of %s in %s', (id, locale, reply) => {
  const facts = recordFacts(reply, locale, site);

  it('is on the page what the interface gives', () => {
    const box = boxOf(locale, id);
    expect(box.map(([term]) => term)).toEqual(facts.map(({ label }) => label));
    // Under the name that signed, the page may say what the bureau is called today.
    facts.forEach(({ text }, index) => {
      expect(box[index]?.[1].replaceAll('、', ', ')).toContain(plain(text).replaceAll('、', ', '));
    });
  });

  it.each(['md', 'txt'])('is in index.%s too, where the reply has a text in that language', (ending) => {
    const file = join(dist, locale, 'replies', id, `index.${ending}`);
    expect(existsSync(file)).toBe(reply.url[locale] !== undefined);
    if (!existsSync(file)) return;
    const text = plain(readFileSync(file, 'utf8').replaceAll('\\', ''));
    for (const fact of facts) for (const part of [fact.label, fact.text]) expect(text).toContain(plain(part));
  });
});
