import { existsSync } from 'node:fs';
import { filesBelow } from '../../integrations/files-below.ts';

/** Every file below a folder, relative to it with `/`; none where the folder does not exist. */
export const listFilesBelow = (folder: string): readonly string[] =>
  existsSync(folder) ? filesBelow(folder).files : [];
