import type { Nodes } from 'mdast';
import type { Bilingual } from '../../errors.ts';
import type { Locale } from '../../model/locale.ts';
import type { Rule } from '../../rule.ts';
import type { BodyKind } from '../../text/guard/code.ts';

/** A fault at an offset of the body. */
export interface TextFault {
  readonly rule: Rule;
  readonly offset: number;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

/** What a check of a node is told: the body, the kind of document and its language, and what its references name. */
export interface TextContext {
  readonly body: string;
  readonly kind: BodyKind;
  readonly locale: Locale;
  /** Identifiers of definitions and footnotes that something refers to. */
  readonly referenced: ReadonlySet<string>;
}

export const start = (node: Nodes) => node.position?.start.offset ?? 0;
export const end = (node: Nodes) => node.position?.end.offset ?? 0;
export const sourceOf = (node: Nodes, { body }: TextContext) => body.slice(start(node), end(node));
