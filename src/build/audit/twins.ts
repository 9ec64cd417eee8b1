import { hash } from 'node:crypto';
import type { Finding } from '../../errors.ts';
import { LOCALES } from '../../model/locale.ts';
import { auditFinding, BUILD_RULES } from '../rules.ts';
import type { SiteLocation } from './links.ts';

/** White space as `\s` has it (ECMA-262, WhiteSpace and LineTerminator). */
const SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
/** The characters that Markdown gives a meaning. */
const MARKS = '#*_>|\\`~:+-';
/** For each UTF-16 unit: 1 where comparisons leave it out. */
const IS_LEFT_OUT = new Uint8Array(0x10000);
for (const character of SPACE + MARKS) IS_LEFT_OUT[character.charCodeAt(0)] = 1;

/** A text as it is compared: UTF-16 units without white space and Markdown's marks. */
function comparedUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (IS_LEFT_OUT[unit] === 1) continue;
    units[count] = unit;
    count += 1;
  }
  return units.subarray(0, count);
}

/** The SHA-256 of a text as it is compared: equal for texts that count as the same. */
export const officialDigest = (text: string): string => hash('sha256', comparedUnits(text));

/** The words of a text around the first character in which another differs from it, both as they are compared. */
export function firstDifference(shown: string, source: string): string {
  const [own, other] = [comparedUnits(source), comparedUnits(shown)];
  const at = own.findIndex((unit, index) => unit !== other[index]);
  const from = at === -1 ? own.length : at;
  return String.fromCharCode(...own.subarray(Math.max(0, from - 6), from + 10));
}

/** The alternates that a page names. Can be stored as JSON. */
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
            BUILD_RULES.twin,
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
    BUILD_RULES.twin,
    { file: page },
    { zh: `页面没有指向它的另一语言版本：${twin}`, en: `the page does not name its twin: ${twin}` },
  );
}
