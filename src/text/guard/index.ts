import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Finding } from '../../errors.ts';
import { type BodyOrigin, placeInBody } from '../parse.ts';
import { type BodyKind, codeFaults } from './code.ts';
import { linkFaults } from './links.ts';

/**
 * Everything in a tree that may not be published: code, mark-up, components and attributes outside the allow-list, and
 * links of a form that is not allowed. `dafu check` and every renderer ask this one function.
 */
export function guardFindings(tree: Root, kind: BodyKind, origin: BodyOrigin): Finding[] {
  const findings: Finding[] = [];
  visit(tree, (node) => {
    for (const fault of [...codeFaults(node, kind), ...linkFaults(node, kind)])
      findings.push({ severity: 'error', place: placeInBody(node.position?.start, origin), ...fault });
  });
  return findings;
}

/**
 * Without one of these signs a body has no node that the guard refuses, and no syntax error: code and mark-up begin with `<`, `{` or a
 * statement; a link, an image or a definition has `](` or `]:`, and an address that links itself `www.`, `://` or `@`.
 */
const GUARDED_SIGNS = /[<{}@]|\](?:\(|:)|www\.|:\/\/|\b(?:import|export)\b/i;

/** Whether a body has to be parsed before anyone can say that the guard refuses nothing in it. */
export const mayBeRefused = (body: string): boolean => GUARDED_SIGNS.test(body);
