import { describe, expect, test } from 'vitest';
import { textToRecord } from '../../src/model/published.ts';
import { inspectFile } from '../../src/rules/inspect-file.ts';
import { checkSample, rulesIn, sampleSite } from './sample.ts';

const PATH = 'content/replies/2024-7/zh.mdx';
const encode = (text: string) => new TextEncoder().encode(text);
const original = sampleSite().get(PATH);
const ZH = original instanceof Uint8Array ? new TextDecoder().decode(original) : '';
const EN = 'content/replies/2024-7/en.mdx';
const LINE = '已修复机井24眼，加盖36眼。';
const WITHDRAWN = 'withdrawn: { date: "2024-12-01", why: { zh: 含有个人信息, en: It held private data. } }\n';

/** What is found of the sample, published as it is or with another text, and then with this Chinese text. */
function afterPublishing(zh: string, published = ZH) {
  const site = sampleSite();
  const { facts } = inspectFile(PATH, encode(published));
  if (facts.kind !== 'document' || facts.frontMatter?.kind !== 'record' || !facts.frontMatter.whole)
    throw new Error('no reply');
  const text = textToRecord(facts.frontMatter.value, facts.blocks, '2024-06-01');
  site.set('data/published/replies/2024-7.json', encode(JSON.stringify({ id: '2024-7', texts: [text] })));
  site.set(PATH, encode(zh));
  // The dataset and the translation have to follow; they are not what these tests are about.
  site.delete('data/wells.json');
  site.delete(EN);
  return checkSample(site).findings.filter(({ rule }) => rule.startsWith('published-'));
}

describe('a published text that is taken away', () => {
  test('without a word is an error', () => {
    expect(rulesIn(afterPublishing(ZH.replace('已修复机井24眼，加盖36眼。\n', '')))).toEqual([
      'published-text-changed',
    ]);
  });

  test('by a withdrawal with its reason is not', () => {
    const text = ZH.replace('已修复机井24眼，加盖36眼。\n', '').replace('topics:', `${WITHDRAWN}topics:`);
    expect(rulesIn(afterPublishing(text))).toEqual([]);
  });

  test('may not be rewritten on the way', () => {
    const text = ZH.replace('24眼', '25眼').replace('topics:', `${WITHDRAWN}topics:`);
    expect(rulesIn(afterPublishing(text))).toEqual(['published-text-changed']);
  });
});

describe('a published text that is changed', () => {
  const long = `${'前文很长，'.repeat(20)}已修复机井24眼，加盖36眼。${'后文也很长，'.repeat(20)}`;
  const shown = (line: string, now: string) => {
    const [finding] = afterPublishing(ZH.replace(LINE, now), ZH.replace(LINE, line));
    return /公布时是(.*)，现在是(.*)$/.exec(finding?.message.zh ?? '')?.slice(1);
  };

  test.each([
    [
      '已修复机井24眼，加盖36眼。',
      '已修复机井25眼，加盖36眼。',
      '“已修复机井24眼，加盖36眼。”',
      '“已修复机井25眼，加盖36眼。”',
    ],
    [long, long.replace('24眼', '25眼'), /^“….{3,}机井24眼.*…”$/, /^“….{3,}机井25眼.*…”$/],
    [long, `${long}又及。`, /^“….*后文也很长，”$/, /又及。”$/],
  ])('is shown where it differs, as it was and as it is: %#', (line, now, before, after) => {
    const [was, is] = shown(line, now) ?? [];
    expect([was, is]).toEqual([
      typeof before === 'string' ? before : expect.stringMatching(before),
      typeof after === 'string' ? after : expect.stringMatching(after),
    ]);
  });
});
