import type { ReportContext } from '../../../reading/page-context.ts';

/** What a report's page has set for its components; they are in reports only. */
export function contextOf(locals: { readonly report?: ReportContext }): ReportContext {
  if (!locals.report) throw new Error('this component stands outside a report');
  return locals.report;
}
