import lighthouse from 'lighthouse';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What one run of Lighthouse says of a page: a score of 0 to 100 a category, and the audits that took from them. */
export type Scores = Readonly<Record<(typeof CATEGORIES)[number], number>> & { readonly failures: readonly string[] };

/** Measures a page once, as on a phone, with the browser that listens on `port`. Throws where Lighthouse gives no result. */
export async function measurePage(address: string, port: number): Promise<Scores> {
  const result = await lighthouse(address, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
    formFactor: 'mobile',
  });
  if (!result) throw new Error(`Lighthouse gave nothing for ${address}`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError) throw new Error(`Lighthouse, ${address}: ${runtimeError.message}`);
  const of = (category: string) => Math.round((categories[category]?.score ?? 0) * 100);
  const failures = Object.values(categories).flatMap(({ id, auditRefs }) =>
    auditRefs
      .filter(({ weight, id: audit }) => weight > 0 && (audits[audit]?.score ?? 1) < 1)
      .map(({ id: audit }) => `${id}: ${audits[audit]?.title ?? audit} ${audits[audit]?.displayValue ?? ''}`.trim()),
  );
  return {
    performance: of('performance'),
    accessibility: of('accessibility'),
    'best-practices': of('best-practices'),
    seo: of('seo'),
    failures,
  };
}

/** The middle one of an odd number of values; of an even number the upper of the two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
