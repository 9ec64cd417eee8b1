import type { Finding } from '../errors.ts';
import { dataset, found, key, rule } from '../rule.ts';
import { raisedWhileReading } from './checks.ts';
import type { FileReport } from './file-report.ts';

export const HELD_BACK = rule('held-back-named', {
  severity: 'error',
  why: {
    zh: '还没有到公开时间的答复，别处引用它、链接它或公布它的数据，就提前泄露了它。',
    en: 'What quotes a reply, links to it or publishes its figures before its time gives it away.',
  },
  examples: {
    bad: key('publishAt: 2030-01-01T08:00+08:00'),
    good: key('publishAt: 2024-06-03T08:00+08:00').concat(
      dataset('"en": "24 wells repaired"', '"en": "24 wells repaired"'),
    ),
  },
});

export const HOLDING = raisedWhileReading([HELD_BACK], 'it compares the findings of the site with and without a reply');

/** A reply that is held back, and until when. */
export interface HeldReply {
  readonly id: string;
  readonly publishAt: string;
}

/** The replies of a site whose `publishAt` lies after a moment. */
export function heldBack(reports: readonly FileReport[], moment: string): HeldReply[] {
  return reports.flatMap(({ facts }): HeldReply[] => {
    if (facts.kind !== 'document' || facts.frontMatter?.kind !== 'record') return [];
    const { publishAt } = facts.frontMatter.value;
    return publishAt !== undefined && publishAt > moment ? [{ id: facts.id, publishAt }] : [];
  });
}

/**
 * The findings of what names replies that are held back: `without` are the errors of the site without them, `all` those of the site
 * with them. What is wrong only without them leads to them, in whatever way.
 */
export function heldFindings(without: readonly Finding[], all: readonly Finding[]): Finding[] {
  const keyOf = ({ rule, place, message }: Finding) => JSON.stringify([rule, place, message.en]);
  const known = new Set(all.map(keyOf));
  return without
    .filter((finding) => finding.severity === 'error' && !known.has(keyOf(finding)))
    .map(({ place, message }) =>
      found(
        HELD_BACK,
        place,
        {
          zh: `这里用到了还没有到公开时间的答复；不算它时：${message.zh}`,
          en: `this needs a reply that is held back; without it: ${message.en}`,
        },
        {
          zh: '请等那件答复公开以后再提交这一处，或者删去那件答复的 publishAt，让它现在就公开',
          en: 'commit this when the reply is public, or remove its publishAt to publish it now',
        },
      ),
    );
}
