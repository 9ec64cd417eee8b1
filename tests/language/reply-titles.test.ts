import { describe, expect, it } from 'vitest';
import { composedTitle } from '../../src/language/messages/reply-titles.ts';
import { USUAL_LANGUAGES } from '../../src/model/locale.ts';
import { siteSchema } from '../../src/model/site.ts';

const site = siteSchema(USUAL_LANGUAGES).parse({
  address: 'https://water.example',
  official: false,
  languages: ['zh', 'en'],
  issuer: { zh: '虚构县水利局', en: 'Made-up County Water Bureau' },
  name: { zh: '虚构县水利局答复', en: 'Replies' },
  description: { zh: '虚构', en: 'Made up' },
  answeredKinds: [{ id: 'suggestion', label: { zh: '人大代表建议', en: 'Suggestion by deputies' } }],
});
const reply = { issuers: ['虚构县水利局'], date: '2004-06-18', kind: 'suggestion', number: '第9号' };

describe('what a reply without an English title is called', () => {
  it.each([
    [{}, 'Made-up County Water Bureau: reply of 18 June 2004 (Suggestion by deputies, No. 9)'],
    [
      { number: '第２０２４-9号' },
      'Made-up County Water Bureau: reply of 18 June 2004 (Suggestion by deputies, No. 2024-9)',
    ],
    [{ number: '建议9' }, 'Made-up County Water Bureau: reply of 18 June 2004 (Suggestion by deputies, 建议9)'],
    [{ number: undefined }, 'Made-up County Water Bureau: reply of 18 June 2004 (Suggestion by deputies)'],
    [{ kind: 'unknown' }, 'Made-up County Water Bureau: reply of 18 June 2004 (No. 9)'],
    [{ kind: undefined, number: undefined }, 'Made-up County Water Bureau: reply of 18 June 2004'],
    [
      { issuers: ['虚构县水利局', '虚构县林业局'], kind: undefined, number: undefined },
      'Made-up County Water Bureau, 虚构县林业局: reply of 18 June 2004',
    ],
  ])('%o', (changes, title) => {
    expect(composedTitle({ ...reply, ...changes }, 'en', site)).toBe(title);
  });
});
