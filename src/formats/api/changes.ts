import { z } from 'zod';
import { calendarDaySchema } from '../../model/dates.ts';
import { byCodeUnit } from '../../model/order.ts';
import type { Site } from '../../model/site.ts';
import { type SiteUrls, siteUrls } from '../../urls.ts';
import { listPages, pageShape } from './pages.ts';
import type { ReplyJson } from './reply.ts';

/** The kinds of changes to something published. */
const CHANGES = ['published', 'updated', 'corrected', 'masked', 'withdrawn'] as const;

/** One change on a day. */
const changeSchema = z.strictObject({
  date: calendarDaySchema,
  change: z.enum(CHANGES).describe('`updated` is a new version of a dataset.'),
  of: z.string().describe('`reply`, `dataset`, or a kind of document that the site writes, such as `report`.'),
  id: z.string(),
  dated: z
    .literal('document')
    .optional()
    .describe('Set where the day of publication is not known: `date` is then that of the document.'),
  version: z.string().optional().describe('Datasets only.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Of the file at `link` as it is now: fetch it again if your copy has a different one.'),
  link: z
    .string()
    .describe('The absolute address of the file to fetch; for a document that the site writes, the list of its kind.'),
});

export type ChangeJson = z.infer<typeof changeSchema>;

/** `/api/v1/changes.json` and its further pages: what was published, corrected, masked and withdrawn, newest first. */
export const apiChangesSchema = () =>
  z.strictObject({
    ...pageShape,
    items: z
      .array(changeSchema)
      .describe(
        'Ordered by the day in the record. What is published later under an earlier day is further down, and a change without a correction, such as to a translation, shows only in `sha256`: so read all pages and compare.',
      ),
  });

/** Changes on a page. */
const CHANGES_PER_PAGE = 500;

type Dated = Pick<ReplyJson, 'published' | 'date' | 'corrections' | 'masked' | 'withdrawn'>;

/** The day a reply is under: that of its publication where it is known, else its own. */
export const publicDay = ({ published, date }: Pick<ReplyJson, 'published' | 'date'>): string => published ?? date;

/** The changes of a reply after its publication, with their days. */
function laterChanges({ corrections, masked = [], withdrawn }: Dated): Pick<ChangeJson, 'date' | 'change'>[] {
  return [
    ...corrections.map(({ date }) => ({ date, change: 'corrected' as const })),
    ...masked.map(({ date }) => ({ date, change: 'masked' as const })),
    ...(withdrawn === undefined ? [] : [{ date: withdrawn.date, change: 'withdrawn' as const }]),
  ];
}

/** The day a reply last changed in public. */
export function lastChange(reply: Dated): string {
  const days = [publicDay(reply), ...laterChanges(reply).map(({ date }) => date)];
  return days.sort().at(-1) ?? publicDay(reply);
}

/** The last of some days; undefined where there are none. */
export const lastDay = (days: readonly (string | undefined)[]): string | undefined =>
  days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);

/** The day on which any of some replies last changed in public; undefined where there are none. */
export const lastChangeOf = (replies: readonly { readonly record: Dated }[]): string | undefined =>
  lastDay(replies.map(({ record }) => lastChange(record)));

/** All changes of a reply. `sha256` is that of its JSON. */
export function replyChanges(reply: Dated & Pick<ReplyJson, 'id'>, sha256: string, site: Site): ChangeJson[] {
  const urls = siteUrls(site);
  const file = { of: 'reply' as const, id: reply.id, sha256, link: urls.absolute(urls.api(`replies/${reply.id}`)) };
  const dated = reply.published === undefined ? { dated: 'document' as const } : {};
  return [
    { date: publicDay(reply), change: 'published' as const, ...dated, ...file },
    ...laterChanges(reply).map((change) => ({ ...change, ...file })),
  ];
}

/** The pages of the list of changes, newest first, by their names in the interface; what happened on one day by id. */
export const changePages = (changes: readonly ChangeJson[], urls: SiteUrls) =>
  listPages(
    'changes',
    changes.toSorted((one, other) => byCodeUnit(other.date, one.date) || byCodeUnit(one.id, other.id)),
    { length: CHANGES_PER_PAGE, urls, more: {} },
  );
