/// <reference types="remark-mdx" />
import type { Nodes } from 'mdast';
import { z } from 'zod';
import { slugSchema } from '../../model/text.ts';

/**
 * What a component of the allow-list takes. Attributes are strings in quotes; `content` says whether it may hold text.
 */
export interface ContentComponent {
  readonly attributes: Readonly<Record<string, z.ZodType<string | undefined>>>;
  readonly content: boolean;
  /** How it is written: what a finding shows. */
  readonly example: string;
}

const observation = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'dataset/observation');

/** The components that reports and pages may hold. Official texts hold none. */
export const CONTENT_COMPONENTS: Readonly<Record<string, ContentComponent>> = {
  Chart: { attributes: { of: slugSchema }, content: false, example: '<Chart of="wells" />' },
  Figure: { attributes: { of: observation }, content: false, example: '<Figure of="wells/repaired" />' },
  Quote: {
    attributes: { reply: slugSchema, paragraph: slugSchema },
    content: false,
    example: '<Quote reply="2024-7" paragraph="p6" />',
  },
  Note: {
    attributes: { title: z.string().min(1).optional() },
    content: true,
    example: '<Note title="…">…</Note>',
  },
};

/** A component of the allow-list as it is written, with what it names. */
export interface WrittenComponent {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The component that a syntax node is, where nothing is wrong with its attributes; `undefined` for every other node. */
export function readComponent(node: Nodes): WrittenComponent | undefined {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  const { name } = node;
  if (name === null || !Object.hasOwn(CONTENT_COMPONENTS, name)) return undefined;
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return undefined;
    attributes[attribute.name] = attribute.value;
  }
  const taken = z.strictObject({ ...CONTENT_COMPONENTS[name]?.attributes });
  return taken.safeParse(attributes).success ? { name, attributes } : undefined;
}
