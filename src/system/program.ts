import { resolve } from 'node:path';

/** The folder of the program itself: what `--root` defaults to. */
export const PROJECT_FOLDER = resolve(import.meta.dirname, '../..');
