import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command took: seconds of CPU time with all its children, wall seconds, and peak resident memory in MB. */
export interface Taken {
  readonly cpu_s: number;
  readonly wall_s: number;
  /** Of the largest process. */
  readonly peak_mb: number;
  /** Of all processes at one moment; memory that they share counts once for each. */
  readonly peak_all_mb: number;
}

const SAMPLE_MILLISECONDS = 100;

/** Parent and resident kB of every process there is. */
function processes(): Map<number, { readonly parent: number; readonly kilobytes: number }> {
  const found = new Map<number, { parent: number; kilobytes: number }>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const field = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      found.set(Number(name), { parent: field('PPid'), kilobytes: field('VmRSS') });
    } catch {
      // The process has ended since the folder was listed.
    }
  }
  return found;
}

/** The resident kB of a process and of each of its descendants. */
function treeMemory(root: number): number[] {
  const all = processes();
  const belongs = (id: number): boolean => {
    for (let at = id; at !== 0; at = all.get(at)?.parent ?? 0) if (at === root) return true;
    return false;
  };
  return [...all].flatMap(([id, { kilobytes }]) => (belongs(id) ? [kilobytes] : []));
}

/** Runs a command to its end and says what it took. Throws with the end of what it printed where it fails. */
export async function runMeasured(
  command: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Taken & { readonly output: string }> {
  // The shell's own `time` is what sees the CPU time of children that Node does not count.
  const script = 'TIMEFORMAT="TIMES %U %S %R"; time "$@"';
  const child = spawn('bash', ['-c', script, 'bash', ...command], { cwd, env });
  let output = '';
  let largest = 0;
  let all = 0;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const timer = setInterval(() => {
    const memory = treeMemory(child.pid ?? 0);
    largest = Math.max(largest, ...memory);
    all = Math.max(
      all,
      memory.reduce((sum, kilobytes) => sum + kilobytes, 0),
    );
  }, SAMPLE_MILLISECONDS);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(timer);
  const times = /^TIMES ([\d.]+) ([\d.]+) ([\d.]+)$/m.exec(output);
  if (code !== 0 || !times)
    throw new Error(`${command.join(' ')} failed with exit code ${code}:\n${output.slice(-4000)}`);
  return {
    cpu_s: Math.round((Number(times[1]) + Number(times[2])) * 100) / 100,
    wall_s: Number(times[3]),
    peak_mb: Math.round(largest / 1024),
    peak_all_mb: Math.round(all / 1024),
    output,
  };
}
