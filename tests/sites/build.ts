import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dafu } from '../dafu.ts';
import { generateSite, TODAY } from './generate.ts';

/** What building a generated site came to: how many hostile values it holds, and what is wrong; nothing where all is well. */
export interface BuiltSite {
  readonly hostile: number;
  readonly fault: string | undefined;
}

/** Generates a site that check passes, builds it, and reads what came out with parsers of others. */
export async function buildGenerated(seed: string): Promise<BuiltSite> {
  const root = mkdtempSync(join(tmpdir(), 'dafu-site-'));
  try {
    const { hostile } = await generateSite(root, seed);
    const out = join(root, 'out');
    const { code, output } = await dafu(['build', '--root', root, '--out', out, '--today', TODAY, '--lang', 'en']);
    if (code !== 0) return { hostile, fault: output };
    const read = spawnSync('python3', [join(import.meta.dirname, 'read_outputs.py'), out], { encoding: 'utf8' });
    return { hostile, fault: read.status === 0 ? undefined : read.stdout + read.stderr };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
