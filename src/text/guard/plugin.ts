import { relative, sep } from 'node:path';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { SiteError } from '../../errors.ts';
import { guardFindings } from './index.ts';

/**
 * The guard inside the MDX integration: a page or report that holds anything but text and the components of the
 * allow-list ends the build, whatever was checked before. `root` is the folder that holds `content/`. Throws a SiteError.
 */
export function remarkGuard({ root }: { readonly root: string }) {
  return (tree: Root, file: VFile): void => {
    const name = file.path === undefined ? 'content' : relative(root, file.path).split(sep).join('/');
    const findings = guardFindings(tree, 'compiled', { file: name, linesBefore: 0 });
    if (findings.length > 0) throw new SiteError(findings);
  };
}
