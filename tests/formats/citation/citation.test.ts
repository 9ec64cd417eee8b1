import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CITE } from '../../../src/formats/citation/index.ts';
import { CITATION_STYLES, type CitedWork, citedParagraph } from '../../../src/formats/citation/works.ts';
import { printedByTex, readBibtex } from './read-bibtex.ts';

/** A made-up bureau: every expectation below was written by hand from the rules of its style. */
const reply: CitedWork = {
  kind: 'reply',
  key: 'reply-2031-12-zh',
  locale: 'zh',
  authors: ['青溪县水务局'],
  title: '关于县三届人大二次会议第7号建议的答复',
  number: '青水函〔2031〕12号',
  version: undefined,
  issued: '2031-04-09',
  publisher: '青溪县水务局答复公开',
  url: 'https://water.example/zh/replies/2031-12/',
  translation: false,
};

const translated: CitedWork = {
  ...reply,
  key: 'reply-2031-12-en',
  locale: 'en',
  authors: ['Qingxi County Water Bureau'],
  title: 'Reply to Suggestion No. 7',
  publisher: 'Qingxi Water Replies',
  url: 'https://water.example/en/replies/2031-12/',
  translation: true,
};

const dataset: CitedWork = {
  kind: 'dataset',
  key: 'dataset-wells-en',
  locale: 'en',
  authors: ['Qingxi Water Replies'],
  title: 'Wells repaired',
  number: undefined,
  version: '1.2.0',
  issued: '2031-05-01',
  publisher: 'Qingxi Water Replies',
  url: 'https://water.example/en/data/wells/',
  translation: false,
};

const report: CitedWork = {
  kind: 'report',
  key: 'report-wells-zh',
  locale: 'zh',
  authors: ['青溪县水务局答复公开'],
  title: '机井修复了多少',
  number: undefined,
  version: undefined,
  issued: '2031-11-20',
  publisher: '青溪县水务局答复公开',
  url: 'https://water.example/zh/reports/wells/',
  translation: false,
};

describe('a reply in Chinese', () => {
  it.each([
    [
      'gbt7714',
      '青溪县水务局. 关于县三届人大二次会议第7号建议的答复：青水函〔2031〕12号[EB/OL]. （2031-04-09）[引用日期]. https://water.example/zh/replies/2031-12/.',
    ],
    [
      'apa',
      '青溪县水务局. (2031年4月9日). 关于县三届人大二次会议第7号建议的答复 (青水函〔2031〕12号). 青溪县水务局答复公开. https://water.example/zh/replies/2031-12/',
    ],
    [
      'plain',
      '青溪县水务局：《关于县三届人大二次会议第7号建议的答复》（青水函〔2031〕12号），2031年4月9日，https://water.example/zh/replies/2031-12/，[引用日期]。',
    ],
    [
      'bibtex',
      `@online{reply-2031-12-zh,
  author = {{青溪县水务局}},
  title = {{关于县三届人大二次会议第7号建议的答复}},
  titleaddon = {{青水函〔2031〕12号}},
  date = {2031-04-09},
  url = {https://water.example/zh/replies/2031-12/},
  language = {chinese}
}`,
    ],
  ] as const)('%s', (style, expected) => {
    expect(CITE[style](reply)).toBe(expected);
  });

  it('csl', () => {
    expect(JSON.parse(CITE.csl(reply))).toEqual([
      {
        id: 'reply-2031-12-zh',
        type: 'webpage',
        author: [{ literal: '青溪县水务局' }],
        title: '关于县三届人大二次会议第7号建议的答复',
        'container-title': '青溪县水务局答复公开',
        number: '青水函〔2031〕12号',
        issued: { 'date-parts': [[2031, 4, 9]] },
        URL: 'https://water.example/zh/replies/2031-12/',
        language: 'zh-Hans',
      },
    ]);
  });
});

describe('a joint reply without a number', () => {
  const joint: CitedWork = { ...reply, authors: ['青溪县水务局', '青溪县教育局'], number: undefined };
  const three: CitedWork = {
    ...translated,
    authors: ['Water Bureau', 'Schools Bureau', 'Roads Bureau'],
    number: undefined,
  };

  it.each([
    [
      'gbt7714',
      '青溪县水务局，青溪县教育局. 关于县三届人大二次会议第7号建议的答复[EB/OL]. （2031-04-09）[引用日期]. https://water.example/zh/replies/2031-12/.',
    ],
    [
      'apa',
      '青溪县水务局、青溪县教育局. (2031年4月9日). 关于县三届人大二次会议第7号建议的答复. 青溪县水务局答复公开. https://water.example/zh/replies/2031-12/',
    ],
    [
      'plain',
      '青溪县水务局、青溪县教育局：《关于县三届人大二次会议第7号建议的答复》，2031年4月9日，https://water.example/zh/replies/2031-12/，[引用日期]。',
    ],
  ] as const)('%s', (style, expected) => {
    expect(CITE[style](joint)).toBe(expected);
  });

  it('names each author by itself where programs read it', () => {
    expect(CITE.bibtex(joint)).toContain('author = {{青溪县水务局} and {青溪县教育局}},');
    expect(CITE.bibtex(joint)).not.toContain('titleaddon');
    expect(JSON.parse(CITE.csl(joint))).toMatchObject([
      { author: [{ literal: '青溪县水务局' }, { literal: '青溪县教育局' }] },
    ]);
    expect(CITE.apa(three)).toMatch(/^Water Bureau, Schools Bureau, & Roads Bureau\. \(2031, April 9\)/);
    expect(CITE.apa({ ...three, authors: ['Water Bureau', 'Schools Bureau'] })).toMatch(
      /^Water Bureau & Schools Bureau\./,
    );
  });
});

describe('a reply in English says that it is an unofficial translation', () => {
  it.each([
    [
      'gbt7714',
      'Qingxi County Water Bureau. Reply to Suggestion No. 7 (unofficial translation): 青水函〔2031〕12号[EB/OL]. (2031-04-09)[date accessed]. https://water.example/en/replies/2031-12/.',
    ],
    [
      'apa',
      'Qingxi County Water Bureau. (2031, April 9). Reply to Suggestion No. 7 (青水函〔2031〕12号) [unofficial translation]. Qingxi Water Replies. https://water.example/en/replies/2031-12/',
    ],
    [
      'plain',
      'Qingxi County Water Bureau, “Reply to Suggestion No. 7” (青水函〔2031〕12号), unofficial translation, 9 April 2031, https://water.example/en/replies/2031-12/, [date accessed].',
    ],
  ] as const)('%s', (style, expected) => {
    expect(CITE[style](translated)).toBe(expected);
  });

  it.each(CITATION_STYLES)('in %s', (style) => {
    expect(CITE[style](translated)).toContain('unofficial translation');
  });

  it('bibtex', () => {
    expect(CITE.bibtex(translated)).toBe(`@online{reply-2031-12-en,
  author = {{Qingxi County Water Bureau}},
  title = {{Reply to Suggestion No. 7}},
  titleaddon = {{青水函〔2031〕12号}},
  date = {2031-04-09},
  url = {https://water.example/en/replies/2031-12/},
  language = {english},
  note = {unofficial translation}
}`);
  });
});

describe('a report is the site’s page', () => {
  it.each([
    [
      'gbt7714',
      '青溪县水务局答复公开. 机井修复了多少[EB/OL]. （2031-11-20）[引用日期]. https://water.example/zh/reports/wells/.',
    ],
    ['apa', '青溪县水务局答复公开. (2031年11月20日). 机井修复了多少. https://water.example/zh/reports/wells/'],
    [
      'plain',
      '青溪县水务局答复公开：《机井修复了多少》，2031年11月20日，https://water.example/zh/reports/wells/，[引用日期]。',
    ],
    [
      'bibtex',
      `@online{report-wells-zh,
  author = {{青溪县水务局答复公开}},
  title = {{机井修复了多少}},
  date = {2031-11-20},
  url = {https://water.example/zh/reports/wells/},
  language = {chinese}
}`,
    ],
  ] as const)('%s', (style, expected) => {
    expect(CITE[style](report)).toBe(expected);
  });
});

describe('a dataset is the site’s, with its version', () => {
  it.each([
    [
      'gbt7714',
      'Qingxi Water Replies. Wells repaired[DS/OL]. V1.2.0. Qingxi Water Replies (2031-05-01)[date accessed]. https://water.example/en/data/wells/.',
    ],
    [
      'apa',
      'Qingxi Water Replies. (2031, May 1). Wells repaired (Version 1.2.0) [Data set]. https://water.example/en/data/wells/',
    ],
    [
      'plain',
      'Qingxi Water Replies, “Wells repaired”, V1.2.0, 1 May 2031, https://water.example/en/data/wells/, [date accessed].',
    ],
  ] as const)('%s', (style, expected) => {
    expect(CITE[style](dataset)).toBe(expected);
  });

  it('bibtex', () => {
    expect(CITE.bibtex(dataset)).toBe(`@dataset{dataset-wells-en,
  author = {{Qingxi Water Replies}},
  title = {{Wells repaired}},
  version = {1.2.0},
  date = {2031-05-01},
  url = {https://water.example/en/data/wells/},
  language = {english}
}`);
  });

  it('is of the type dataset in CSL-JSON', () => {
    expect(JSON.parse(CITE.csl(dataset))).toMatchObject([{ type: 'dataset', version: '1.2.0' }]);
  });
});

describe('a paragraph', () => {
  it('is cited at its own address', () => {
    expect(CITE.gbt7714(citedParagraph(reply, 'p13'))).toBe(
      '青溪县水务局. 关于县三届人大二次会议第7号建议的答复：青水函〔2031〕12号[EB/OL]. （2031-04-09）[引用日期]. https://water.example/zh/replies/2031-12/#p13.',
    );
  });

  it('is named in words', () => {
    expect(CITE.plain(citedParagraph(reply, 'p12a'))).toContain(
      '，第12a段，https://water.example/zh/replies/2031-12/#p12a，',
    );
    expect(CITE.plain(citedParagraph(translated, 'p13'))).toContain(', para. 13, ');
  });
});

describe('CSL-JSON', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/csl-data.schema.json'), 'utf8'));
  const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);

  it.each([reply, translated, dataset, report])('of $key obeys the published schema', (work) => {
    validate(JSON.parse(CITE.csl(work)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('without a type does not', () => {
    const [{ type: _, ...untyped }] = JSON.parse(CITE.csl(reply));
    expect(validate([untyped])).toBe(false);
  });
});

describe('BibTeX', () => {
  it.each([
    ['50% & more', '50\\% \\& more'],
    ['a_b #1 {x} $', 'a\\_b \\#1 \\textbraceleft{}x\\textbraceright{} \\$'],
    ['~ ^ \\', '\\textasciitilde{} \\textasciicircum{} \\textbackslash{}'],
  ])('writes %s so that TeX prints it', (title, expected) => {
    expect(CITE.bibtex({ ...reply, title })).toContain(`title = {{${expected}}}`);
  });

  it.each([reply, translated, dataset, report])('of $key reads as one entry with the work’s own facts', (work) => {
    const { type, key, fields } = readBibtex(CITE.bibtex(work));
    expect({ type, key }).toEqual({ type: work.kind === 'dataset' ? 'dataset' : 'online', key: work.key });
    expect(fields).toMatchObject({ date: work.issued, url: work.url });
  });

  it('gives back whatever a title and a number hold', () => {
    const anything = fc.string({ unit: fc.constantFrom(...'ab 甲〔〕{}\\$&#%_^~"@,='), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(anything, anything, (title, number) => {
        const { fields } = readBibtex(CITE.bibtex({ ...reply, title, number }));
        expect(printedByTex(fields['title']?.replace(/^\{([\s\S]*)\}$/, '$1') ?? '')).toBe(title);
        expect(printedByTex(fields['titleaddon']?.replace(/^\{([\s\S]*)\}$/, '$1') ?? '')).toBe(number);
      }),
      { numRuns: 300 },
    );
  });
});
