import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../src/errors.ts';
import type { Example, ExampleFile } from '../../src/rule.ts';
import { WAIVABLE } from '../../src/rules/index.ts';
import { inspectFile, inspectWords } from '../../src/rules/inspect-file.ts';
import { inspectSite, type SiteReport } from '../../src/rules/site-report.ts';
import type { TreeEntry } from '../../src/rules/tree.ts';
import { filesBelow } from '../../src/system/files.ts';

/** A site in memory: bytes by path; `'link'` for a symbolic link. */
export type SampleSite = Map<string, Uint8Array | 'link'>;

const SAMPLE = join(import.meta.dirname, 'sample');
const bytes = (text: string) => new TextEncoder().encode(text);

/** The made-up site that every example changes in one place. It has no findings. */
export function sampleSite(): SampleSite {
  return new Map(filesBelow(SAMPLE).files.map((name) => [name, readFileSync(join(SAMPLE, name))]));
}

function textOf(site: SampleSite, path: string): string {
  const content = site.get(path);
  return content === undefined || content === 'link'
    ? ''
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
}

/** The sample with an example's changes made. A dataset quotes the sample's own text, so a new body comes without it. */
export function withExample(example: Example): SampleSite {
  const site = sampleSite();
  for (const file of example) change(site, file);
  const bodies = example.filter((file) => file.kind === 'body');
  if (bodies.length > 0 && bodies.every(({ text }) => !/24(?:眼| wells)/.test(text))) {
    site.delete('data/wells.json');
    for (const locale of ['zh', 'en'] as const) {
      const path = `content/replies/2024-7/${locale}.mdx`;
      if (!bodies.some((file) => file.path === path))
        setBody(site, path, locale === 'zh' ? '机井已全部修复。' : 'All the wells have been repaired.');
    }
  }
  return site;
}

function setBody(site: SampleSite, path: string, text: string): void {
  const [head = '', addressee = ''] = /^(---\n[\s\S]*?\n---\n\n)([^\n]+)\n/.exec(textOf(site, path))?.slice(1) ?? [];
  site.set(path, bytes(`${head}${addressee}\n\n${text}\n`));
}

function change(site: SampleSite, file: ExampleFile): void {
  const { path } = file;
  switch (file.kind) {
    case 'body':
      setBody(site, path, file.text);
      return;
    case 'key': {
      const name = /^[^:]+/.exec(file.text)?.[0] ?? '';
      const source = textOf(site, path);
      const own = new RegExp(`^${name}:.*\n`, 'm');
      const changed = own.test(source)
        ? source.replace(own, () => `${file.text}\n`)
        : source.replace('---\n', () => `---\n${file.text}\n`);
      site.set(path, bytes(changed));
      return;
    }
    case 'words': {
      const source = textOf(site, path);
      if (!source.includes(file.instead)) throw new Error(`${path} does not contain ${file.instead}`);
      site.set(path, bytes(source.replace(file.instead, () => file.text)));
      return;
    }
    case 'file':
      site.set(path, bytes(file.text));
      return;
    case 'bytes': {
      const [, count, byte] = /^repeat (\d+) (\d\d)$/.exec(file.hex) ?? [];
      if (file.hex.startsWith('symlink')) site.set(path, 'link');
      else if (count && byte) site.set(path, new Uint8Array(Number(count)).fill(Number.parseInt(byte, 16)));
      else site.set(path, Uint8Array.from(Buffer.from(file.hex, 'hex')));
      return;
    }
    case 'absent':
      site.delete(path);
      return;
    case 'renamed': {
      const content = site.get(path);
      if (content !== undefined) site.set(file.to, content);
      site.delete(path);
    }
  }
}

/** Checks a site in memory as `dafu check` checks a folder, but for the words of other programs' files. */
export function checkSample(site: SampleSite, words: readonly Finding[] = []): SiteReport {
  const paths = [...site.keys()].sort();
  const entries = paths.map((path): TreeEntry => ({ path, kind: site.get(path) === 'link' ? 'symlink' : 'file' }));
  const reports = paths.flatMap((path) => {
    const content = site.get(path);
    if (content === undefined || content === 'link') return [];
    const report = inspectFile(path, content);
    return [{ ...report, findings: [...report.findings, ...words.filter(({ place }) => place.file === path)] }];
  });
  return inspectSite({
    entries,
    reports,
    textOf: (path) => textOf(site, path),
    today: '2025-01-01',
    waivable: WAIVABLE,
  });
}

/** Checks a site in memory whole, as `dafu check` does. */
export async function checkWholeSample(site: SampleSite): Promise<SiteReport> {
  const files = [...site].flatMap(([path, content]) => (content === 'link' ? [] : [{ path, content }]));
  const words = await Promise.all(files.map(({ path, content }) => inspectWords(path, content)));
  return checkSample(site, words.flat());
}

/** The ids of rules in findings, each once, in order. */
export function rulesIn(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ rule }) => rule))].sort();
}
