#!/usr/bin/env node
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { quotedObservations } from '../../src/model/figures.ts';
import type { Locale } from '../../src/model/locale.ts';
import { datasetFiles, readDataset, readGlossary, siteLanguages } from '../../src/reading/files.ts';
import { textNotes } from '../../src/reading/text-notes.ts';
import { inspectFile } from '../../src/rules/inspect-file.ts';
import { parseOfficialText, renderOfficialText } from '../../src/text/official-text.ts';

/**
 * Builds the texts of a root's replies with Eleventy, each checked, parsed, its figures found and linked, its terms explained and
 * rendered by this program's own functions: what our build takes beyond this is its frame. `--peer` is the folder in which the peers'
 * program installed Eleventy; the last line of the output says how many pages there are.
 */
const { values } = parseArgs({ options: { root: { type: 'string' }, peer: { type: 'string' } } });
if (values.root === undefined || values.peer === undefined) throw new Error('--root and --peer must name folders');
const root = resolve(values.root);

interface EleventyConfig {
  addTemplateFormats(formats: string): void;
  addExtension(
    extension: string,
    options: { compile: (body: string, file: string) => (data: { readonly title: string }) => string },
  ): void;
}
interface EleventyOptions {
  readonly quietMode: boolean;
  readonly configPath: false;
  readonly config: (config: EleventyConfig) => void;
}
type Eleventy = new (input: string, output: string, options: EleventyOptions) => { write(): Promise<unknown> };

const eleventy = join(resolve(values.peer), 'node_modules/@11ty/eleventy/src/Eleventy.js');
const { default: Site }: { default: Eleventy } = await import(pathToFileURL(eleventy).href);

const datasets = datasetFiles(root).map((file) => readDataset(root, file));
const { terms } = readGlossary(root);
const languages = siteLanguages(root);
let pages = 0;

/** The HTML of a reply's text. */
function render(body: string, file: string, id: string, locale: Locale): string {
  const source = readFileSync(join(root, file));
  inspectFile(file, source, languages);
  const linesBefore = source.toString('utf8').split('\n').length - body.split('\n').length;
  const text = parseOfficialText(body, { file, linesBefore });
  const { quoted } = quotedObservations(id, locale, text.blocks, datasets, () => ({ file }));
  const figures = quoted.map(({ dataset, observation, match }, index) => ({
    ...match,
    id: `f${index + 1}`,
    dataset: dataset.id,
    observation: observation.id,
    value: observation.value,
  }));
  const notes = textNotes(text.blocks, locale, terms, figures);
  return renderOfficialText(text, figures, notes)
    .map(({ html }) => html)
    .join('');
}

const out = join(resolve(values.peer), '_site-with-calls');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
process.chdir(root);
const site = new Site('content/replies', relative(root, out), {
  quietMode: true,
  configPath: false,
  config: (config) => {
    config.addTemplateFormats('mdx');
    config.addExtension('mdx', {
      compile: (body, path) => {
        const file = path.replace(/^\.\//, '');
        const [, , id = '', name = ''] = file.split('/');
        return ({ title }) => {
          pages += 1;
          return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1>${render(body, file, id, name === 'en.mdx' ? 'en' : 'zh')}</main></body></html>`;
        };
      },
    });
  },
});
await site.write();
process.stdout.write(`${JSON.stringify({ pages })}\n`);
