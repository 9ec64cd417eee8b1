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
