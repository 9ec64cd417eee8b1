import { z } from 'zod';
import { slugSchema } from '../../model/text.ts';

/** What a component of the allow-list takes. Attributes are strings in quotes; `content` says whether text may stand inside. */
export interface ContentComponent {
  readonly attributes: Readonly<Record<string, z.ZodType<string | undefined>>>;
  readonly content: boolean;
}

const observation = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'dataset/observation');

/** The components that reports and pages may hold. Official texts hold none. */
export const CONTENT_COMPONENTS: Readonly<Record<string, ContentComponent>> = {
  Chart: { attributes: { of: slugSchema }, content: false },
  Figure: { attributes: { of: observation }, content: false },
  Quote: { attributes: { reply: slugSchema, paragraph: slugSchema }, content: false },
  Note: { attributes: { title: z.string().min(1).optional() }, content: true },
};
