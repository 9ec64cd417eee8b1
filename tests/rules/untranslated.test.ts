import { describe, expect, it } from 'vitest';
import type { ExampleFile } from '../../src/rule.ts';
import { checkSample, withExample } from './sample.ts';

const chineseOnly: ExampleFile = { kind: 'absent', path: 'content/replies/2024-7/en.mdx', text: '' };
const duty: ExampleFile = {
  kind: 'words',
  path: 'content/site.yaml',
  instead: 'languages: [zh, en]',
  text: 'languages: [zh, en]\nrequireTranslation: true',
};
const dataset: ExampleFile = {
  kind: 'words',
  path: 'data/wells.json',
  instead: ', "en": { "exact": "24 wells" }',
  text: '',
};
const chinesePage: ExampleFile[] = [
  { kind: 'file', path: 'content/pages/notes/zh.mdx', text: '---\ntitle: 说明\ndescription: 说明\n---\n\n正文。\n' },
];
const check = (...files: ExampleFile[]) => {
  const { findings, untranslated } = checkSample(withExample(files));
  return { rules: findings.map(({ rule }) => rule), untranslated };
};

describe('a reply without an English text, on a site in two languages', () => {
  it('is listed, and no fault', () => {
    expect(check(chineseOnly)).toEqual({ rules: [], untranslated: ['2024-7'] });
  });

  it('is a fault where the site asks for translations', () => {
    expect(check(chineseOnly, duty)).toEqual({ rules: ['twin-missing'], untranslated: ['2024-7'] });
  });

  it('is told what is yet to be translated, once a place', () => {
    const zh: ExampleFile = {
      kind: 'words',
      path: 'content/replies/2024-7/zh.mdx',
      instead: 'topics: [wells]',
      text: 'topics: [wells]\ncontact: [{ label: 联系电话, value: 0000-0000000 }]',
    };
    const draft = [
      '---',
      'title:',
      'summary: Wells.',
      'answers: { body: County People’s Congress, number: No. 1, title: Suggestion on Repairing Wells }',
      'contact: [{ label: , value: "" }]',
      'translation: { method: human }',
      '---',
      '',
      '> 【原文 p1】尊敬的代表：',
      '',
      '请把这一行换成英文译文',
      '',
    ].join('\n');
    const en: ExampleFile = { kind: 'file', path: 'content/replies/2024-7/en.mdx', text: draft };
    const { findings } = checkSample(withExample([zh, en, { kind: 'absent', path: 'data/wells.json', text: '' }]));
    expect(findings.map(({ rule, place }) => `${place.line} ${rule}`)).toEqual([
      '2 invalid-value',
      '5 invalid-value',
      '9 untranslated',
      '11 untranslated',
    ]);
  });

  it('can be quoted in Chinese alone', () => {
    expect(check(chineseOnly, dataset).rules).toEqual([]);
    expect(check(dataset).rules).toEqual(['quote-reply-missing']);
  });
});

describe('other documents', () => {
  it('are in both languages, whatever the site asks of replies', () => {
    expect(check(...chinesePage).rules).toEqual(['twin-missing']);
  });

  it('are never without their Chinese', () => {
    expect(check({ kind: 'absent', path: 'content/replies/2024-7/zh.mdx', text: '' }).rules).toContain('twin-missing');
  });
});
