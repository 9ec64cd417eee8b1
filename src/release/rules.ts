import { rules } from '../rule.ts';

/** What keeps a release from being made or served. */
export const RELEASE_RULES = rules({
  'release-damaged': {
    severity: 'error',
    why: {
      zh: '损坏或被改动过的发布不能当作原来的那一份。',
      en: 'A release that is damaged or was changed is not what was released.',
    },
    examples: { bad: { zh: '被截断的 manifest.json', en: 'A manifest.json that was cut short' } },
  },
  'address-reserved': {
    severity: 'error',
    why: {
      zh: '示例域名谁都打不开，正式发布要用真实网址。',
      en: 'An example name opens nowhere: a release takes the real address.',
    },
    examples: { bad: { zh: 'address: https://dafu.example', en: 'address: https://dafu.example' } },
  },
});
