import { describe, expect, it } from 'vitest';
import { parseDocumentNumber } from '../../src/model/document-number.ts';
import { agreesWithFolder } from '../../src/model/reply-identity.ts';
import { datasets, glossary, replies, site } from './content.ts';

describe('the site’s own records', () => {
  it('says that it is a demonstration while the bureau has not made it its own', () => {
    expect(site()).toMatchObject({ official: false, address: 'https://dafu.example', base: '/' });
  });

  it('invents no identifier', () => {
    expect(site().identifiers).toEqual({});
  });

  it('knows every topic and kind that replies and datasets use', () => {
    const { topics, answeredKinds } = site();
    const known = new Set(topics.map(({ id }) => id));
    const used = [
      ...replies().flatMap(({ zh }) => zh.record.topics),
      ...datasets().flatMap(({ dataset }) => dataset.topics),
    ];
    expect(used.filter((topic) => !known.has(topic))).toEqual([]);
    const kinds = new Set(answeredKinds.map(({ id }) => id));
    expect(replies().filter(({ zh }) => zh.record.answers.some(({ kind }) => !kinds.has(kind)))).toEqual([]);
  });

  it('has each glossary term once', () => {
    const { terms } = glossary();
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
    expect(new Set(terms.map(({ zh }) => zh)).size).toBe(terms.length);
  });
});

describe.each(replies().map((reply) => [reply.id, reply] as const))('the record of reply %s', (id, { zh }) => {
  it('agrees with its folder', () => {
    expect(agreesWithFolder(id, zh.record)).toBe(true);
  });

  it('is of the year of its number', () => {
    expect(zh.record.date.slice(0, 4)).toBe(String(parseDocumentNumber(zh.record.number ?? '')?.year));
  });

  it('is issued by the site’s bureau', () => {
    expect(zh.record.issuer).toEqual([site().issuer.zh]);
  });
});
