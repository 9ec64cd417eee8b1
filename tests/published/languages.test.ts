import { describe, expect, it } from 'vitest';
import { blockHash } from '../../src/model/text-hash.ts';
import { glossary, replies } from './content.ts';

describe.each(replies().map((reply) => [reply.id, reply] as const))('reply %s in two languages', (_id, reply) => {
  const zh = reply.zh.text.blocks;
  const en = reply.en.text.blocks;

  it('pairs block by block', () => {
    const shape = (blocks: typeof zh) => blocks.map(({ id, kind }) => `${id} ${kind}`);
    expect(shape(en)).toEqual(shape(zh));
  });

  it('says of every English block which Chinese text it was made from, and is up to date', () => {
    const hashes = Object.fromEntries(zh.map(({ id, text }) => [id, blockHash(text)]));
    expect(reply.en.record.translation.basedOn).toEqual(hashes);
  });

  it('uses the terms of the glossary', () => {
    const missing = glossary().terms.flatMap((term) =>
      zh.flatMap(({ id, text }, index) => {
        const english = en[index]?.text.toLowerCase() ?? '';
        const forms = [term.en, ...term.also.en].map((form) => form.toLowerCase());
        return text.includes(term.zh) && !forms.some((form) => english.includes(form)) ? [`${id}: ${term.zh}`] : [];
      }),
    );
    expect(missing).toEqual([]);
  });

  it('translates the record: proposers, signers and contact line by line', () => {
    const { record } = reply.en;
    const proposers = (answers: readonly { readonly proposers: readonly string[] }[]) =>
      answers.map((document) => document.proposers.length);
    expect(proposers(record.answers)).toEqual(proposers(reply.zh.record.answers));
    expect(record.signers).toHaveLength(reply.zh.record.signers.length);
    expect(record.contact).toHaveLength(reply.zh.record.contact.length);
  });
});
