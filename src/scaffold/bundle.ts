import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF_READER } from '../attachments/pdf-document.ts';
import type { FindingLanguage } from '../errors.ts';
import { initWords } from '../language/messages/init.ts';
import { commandFailure } from '../terminal/failures.ts';
import { placeTarball } from './init/own-package.ts';

/** The processors for which a bundle can be made; the system is Linux. */
export const PROCESSORS = ['x64', 'arm64'] as const;
type Processor = (typeof PROCESSORS)[number];

/** Starts the program on the Node that is in the bundle, wherever that was unpacked. */
const launcher = (processor: Processor) => `#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
PATH="$here/node_modules/node-linux-${processor}/bin:$PATH"
export PATH
exec node "$here/node_modules/dafu/bin/dafu.js" "$@"
`;

/**
 * Writes one archive, `.tar.gz`, with the program, every package that it needs, what reads PDFs, and Node, for a Linux machine that
 * reaches no network. Needs npm, tar and a network, or what npm has in its cache. Throws a CommandError where one of them fails.
 */
export function writeBundle(out: string, tarball: string, processor: Processor, language: FindingLanguage): void {
  const words = initWords[language];
  const folder = mkdtempSync(join(tmpdir(), 'dafu-bundle-'));
  const run = (program: string, parameters: readonly string[]) => {
    const { status, stderr } = spawnSync(program, parameters, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw commandFailure(() => words.notBundled(program, stderr?.trim() ?? ''));
  };
  try {
    const dafu = placeTarball(tarball, folder);
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ private: true, dependencies: { dafu } })}\n`);
    const machine = ['--os=linux', `--cpu=${processor}`, '--libc=glibc'];
    const quietly = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
    run('npm', ['install', ...machine, ...quietly, '--save-exact', PDF_READER]);
    writeFileSync(join(folder, 'dafu'), launcher(processor));
    chmodSync(join(folder, 'dafu'), 0o755);
    run('tar', ['-czf', out, '--transform', 'flags=rh;s,^\\.,dafu,', '.']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
