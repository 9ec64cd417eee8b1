import type { Finding } from '../../errors.ts';
import { placer } from '../../model/places.ts';
import { BUILD_RULES } from '../rules.ts';
import { auditFinding } from './finding.ts';
import type { PageFacts } from './page-facts.ts';

/** What every page must be in itself: nothing inline, one first-level heading, a language, a title, ids used once. */
export function pageFindings(page: string, source: string, facts: PageFacts): readonly Finding[] {
  const place = placer(source, page);
  const findings = facts.inline.map(({ what, offset }) =>
    auditFinding(BUILD_RULES['inline-code'], place(offset), {
      zh: `页面里不允许内嵌脚本或样式：${what}`,
      en: `script or style in the page itself is refused: ${what}`,
    }),
  );
  for (const { id, offset } of facts.repeatedIds)
    findings.push(
      auditFinding(BUILD_RULES['id-repeated'], place(offset), {
        zh: `id 重复：${id}`,
        en: `this id is used twice: ${id}`,
      }),
    );
  const whole = { file: page };
  if (facts.headings !== 1)
    findings.push(
      auditFinding(BUILD_RULES['one-heading'], whole, {
        zh: `页面应有且只有一个 h1，这里有 ${facts.headings} 个`,
        en: `a page has one h1; this one has ${facts.headings}`,
      }),
    );
  if (facts.language === undefined)
    findings.push(
      auditFinding(BUILD_RULES['page-language'], whole, {
        zh: '页面没有写明语言',
        en: 'the page does not name its language',
      }),
    );
  if (facts.title === '')
    findings.push(auditFinding(BUILD_RULES['page-title'], whole, { zh: '页面没有标题', en: 'the page has no title' }));
  return findings;
}
