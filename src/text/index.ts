import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import type { Plugin } from 'unified';
import { remarkPlainAddresses } from './plain-addresses.ts';
import { remarkTableAlignment } from './table-alignment.ts';

/**
 * The Markdown dialect of all content, replies, reports and pages alike, in the order in which it applies:
 * tables and strike-through with two tildes only (`5~8月` stays text), emphasis that works beside Chinese punctuation.
 */
export const remarkPlugins: (Plugin<[], Root> | [Plugin<[object], Root>, object])[] = [
  [remarkGfm, { singleTilde: false }],
  remarkCjkFriendly,
  remarkPlainAddresses,
  remarkTableAlignment,
];
