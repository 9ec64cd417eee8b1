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
  'approval-missing': {
    severity: 'error',
    why: {
      zh: '单位规定谁要核准，没有核准的就不发布（site.yaml 的 requireApproval）。',
      en: 'What the bureau wants approved is not released before it is (requireApproval in site.yaml).',
    },
    examples: { bad: { zh: '文件夹里没有 approval.yaml', en: 'A folder without approval.yaml' } },
  },
  'approval-outdated': {
    severity: 'error',
    why: {
      zh: '核准以后改动过的答复，不是核准的那一份。',
      en: 'A letter that was changed since is not the one that was approved.',
    },
    examples: {
      bad: { zh: '核准以后，译文或附件改了', en: 'The translation or a file was changed after the approval' },
    },
  },
  'address-reserved': {
    severity: 'error',
    why: {
      zh: '示例域名谁都打不开，正式发布要用真实网址。',
      en: 'An example address does not resolve: a release needs the real one.',
    },
    examples: { bad: { zh: 'address: https://dafu.example', en: 'address: https://dafu.example' } },
  },
});
