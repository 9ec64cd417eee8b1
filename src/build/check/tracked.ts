import type { Finding } from '../../errors.ts';
import { askGit } from '../../system/git.ts';
import { BUILD_RULES } from '../rules.ts';

/** Folders that commands write: what lies in them is taken for their own work. */
const WRITTEN = ['.dafu', 'releases'];

/**
 * An error for each folder of a root that commands write and that files of the repository lie in: whoever commits could put results of
 * checks that never ran into one, or files that no build made.
 */
export function trackedFindings(root: string): Finding[] {
  // In whatever case: some file systems take all for one.
  const wanted = WRITTEN.map((folder) => `:(icase)${folder}`);
  const tracked = askGit(root, ['ls-files', '-z', '--', ...wanted])?.split('\0') ?? [];
  return WRITTEN.flatMap((folder): Finding[] => {
    const file = tracked.find((name) => `${name.toLowerCase()}/`.startsWith(`${folder}/`));
    if (file === undefined) return [];
    return [
      {
        rule: BUILD_RULES['state-in-repository'].id,
        severity: 'error',
        place: { file },
        message: {
          zh: `${folder} 由程序写入，不应提交到仓库`,
          en: `${folder} is written by the program and must not be committed`,
        },
        hint: {
          zh: `请运行 git rm -r --cached ${folder}，把 /${folder}/ 写进 .gitignore，再提交`,
          en: `run git rm -r --cached ${folder}, add /${folder}/ to .gitignore, and commit`,
          web: {
            zh: `请在网页上删除 ${folder} 里的文件，并在 .gitignore 里加一行 /${folder}/`,
            en: `delete the files of ${folder} on the web page, and add the line /${folder}/ to .gitignore`,
          },
        },
      },
    ];
  });
}
