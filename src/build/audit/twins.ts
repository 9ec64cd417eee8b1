import type { Finding } from '../../errors.ts';
import { LOCALES } from '../../model/locale.ts';
import { auditFinding } from './finding.ts';
import type { SiteLocation } from './link-place.ts';

/** What a page says of itself in other languages. It survives JSON. */
export interface TwinFacts {
  readonly canonical?: string | undefined;
  readonly indexed: boolean;
  /** Language and address of each. */
  readonly alternates: readonly (readonly [language: string, address: string])[];
}

/**
 * Checks that pages in several languages name each other, all with the same list, and that each is on its own list.
 * A page that has a twin names it. Pages are added one by one; `finish` compares them. `isBuilt` knows files by name.
 */
export function twinAudit({ address, base }: SiteLocation, isBuilt: (name: string) => boolean) {
  const lonely: Finding[] = [];
  const lists = new Map<
    string,
    { readonly page: string; readonly list: string; readonly targets: readonly string[] }
  >();
  return {
    add(page: string, { alternates, canonical, indexed }: TwinFacts): void {
      const [own, ...path] = page.split('/');
      const others = LOCALES.map((locale) => [locale, ...path].join('/'));
      if (indexed && LOCALES.some((locale) => locale === own)) {
        const named = new Set(alternates.map(([, target]) => target));
        const addressOf = (file: string) => address + base + file.replace(/index\.html$/, '');
        const forgotten = others.filter((file) => isBuilt(file) && !named.has(addressOf(file)) && file !== page);
        lonely.push(...forgotten.map((file) => twinForgotten(page, file)));
      }
      if (alternates.length === 0) return;
      const here = canonical ?? address + base + page.replace(/index\.html$/, '');
      const list = alternates.map((entry) => entry.join(' ')).sort();
      lists.set(here, { page, list: list.join('\n'), targets: [...new Set(alternates.map(([, target]) => target))] });
    },

    finish(): readonly Finding[] {
      const odd = [...lists].flatMap(([own, { page, list, targets }]) => {
        const without = targets.includes(own) ? [] : [own];
        const different = targets.filter((target) => lists.get(target)?.list !== list);
        return [...without, ...different].map((target) =>
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
      return [...lonely, ...odd];
    },
  };
}

function twinForgotten(page: string, twin: string): Finding {
  return auditFinding(
    'twin',
    { file: page },
    { zh: `页面没有指向它的另一语言版本：${twin}`, en: `the page does not name its twin: ${twin}` },
  );
}
