import type { Finding } from '../../errors.ts';
import { auditFinding } from './finding.ts';
import type { SiteLocation } from './links.ts';
import type { PageFacts } from './page-facts.ts';

/**
 * Checks that pages in several languages name each other, all with the same list, and that each is on its own list.
 * Pages are added one by one; `finish` compares them.
 */
export function twinAudit({ address, base }: SiteLocation) {
  const lists = new Map<
    string,
    { readonly page: string; readonly list: string; readonly targets: readonly string[] }
  >();
  return {
    add(page: string, { alternates, canonical }: PageFacts): void {
      if (alternates.size === 0) return;
      const own = canonical ?? address + base + page.replace(/index\.html$/, '');
      const list = [...alternates].map((entry) => entry.join(' ')).sort();
      lists.set(own, { page, list: list.join('\n'), targets: [...new Set(alternates.values())] });
    },

    finish(): readonly Finding[] {
      return [...lists].flatMap(([own, { page, list, targets }]) => {
        const lonely = targets.includes(own) ? [] : [own];
        const odd = targets.filter((target) => lists.get(target)?.list !== list);
        return [...lonely, ...odd].map((target) =>
          auditFinding(
            'twin',
            { file: page },
            {
              zh: `hreflang 不对称：${target}`,
              en: `the pages of other languages do not name each other: ${target}`,
            },
          ),
        );
      });
    },
  };
}
