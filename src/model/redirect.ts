import { z } from 'zod';

/** A path below the site's base, without a leading slash: `zh/replies/2024-7/`, `data/wells.csv`. */
const sitePathSchema = z
  .string()
  .regex(
    /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))(?:[A-Za-z0-9._~-]+\/)*(?:[A-Za-z0-9._~-]+)?$/,
    'must be a path below the site’s base, such as zh/replies/2024-7/',
  )
  .min(1);

/** `data/redirects.json`: where what was published under another address is now. */
export const redirectsSchema = z.strictObject({
  $schema: z.string().optional(),
  redirects: z.array(z.strictObject({ from: sitePathSchema, to: sitePathSchema })),
});

export type Redirects = z.infer<typeof redirectsSchema>;
export type Redirect = Redirects['redirects'][number];
