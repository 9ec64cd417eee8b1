import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before a program (`node --import`), makes every listing of a folder come in the reverse order: what a file system may do
 * as well. Whoever does not sort what was listed is found out.
 */
const { readdirSync, readdir } = fs;
const listLater = fs.promises.readdir;
Object.assign(fs, {
  readdirSync: (...given: Parameters<typeof readdirSync>) => readdirSync(...given).reverse(),
  readdir: (...given: Parameters<typeof readdir>) => {
    const answer = given.pop();
    const reversed = (error: unknown, names?: unknown[]) =>
      typeof answer === 'function' && Reflect.apply(answer, undefined, [error, names?.reverse()]);
    Reflect.apply(readdir, fs, [...given, reversed]);
  },
});
Object.assign(fs.promises, {
  readdir: async (...given: Parameters<typeof listLater>) => (await listLater(...given)).reverse(),
});
syncBuiltinESMExports();
