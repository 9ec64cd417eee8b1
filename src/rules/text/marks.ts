import type { Nodes, Parents } from 'mdast';
import { dividerFaults, lineOfMarks, listFaults, swallowed, tableFaults } from './block-marks.ts';
import { end, sourceOf, start, type TextContext, type TextFault } from './fault.ts';
import { addressFaults, backticks, emphasisFaults, leftOver } from './inline-marks.ts';

/** Faults of a node by itself: marks that eat or alter the words around them. */
export function markFaults(node: Nodes, parent: Parents | undefined, context: TextContext): TextFault[] {
  const { kind, referenced } = context;
  switch (node.type) {
    case 'emphasis':
    case 'strong':
    case 'delete':
      return emphasisFaults(node, context);
    case 'list':
      return listFaults(node, context);
    case 'heading':
      return /^\s{0,3}#/.test(sourceOf(node, context)) ? [] : [lineOfMarks(end(node), true)];
    case 'thematicBreak':
      return kind === 'official' ? dividerFaults(node, parent, context) : [];
    case 'inlineCode':
    case 'code':
      return kind === 'official' ? [backticks(start(node))] : [];
    case 'definition':
    case 'footnoteDefinition':
      return kind === 'compiled' && referenced.has(node.identifier)
        ? []
        : [swallowed(start(node), sourceOf(node, context))];
    case 'footnoteReference':
      return kind === 'official' ? [swallowed(start(node), sourceOf(node, context))] : [];
    case 'table':
      return tableFaults(node);
    case 'link':
      return addressFaults(node, context);
    case 'text':
      return leftOver(node, parent, context);
    default:
      return [];
  }
}
