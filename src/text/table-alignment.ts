import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** How the cells of each column stand, as a class: an attribute for it would become a style, which no page may hold. */
export function remarkTableAlignment() {
  return (tree: Root): void => {
    visit(tree, 'table', (table) => {
      for (const row of table.children) {
        for (const [column, cell] of row.children.entries()) {
          const align = table.align?.[column];
          if (align) cell.data = { ...cell.data, hProperties: { className: [`align-${align}`] } };
        }
      }
      table.align = table.align?.map(() => null) ?? null;
    });
  };
}
