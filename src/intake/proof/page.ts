import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';
import { parse, stringify } from 'yaml';
import { runApart } from '../../build/child-process/index.ts';
import { renderingFolder } from '../../build/rendering/astro-folder.ts';
import type { Cache } from '../../cache/index.ts';
import { fileOfPath } from '../../model/addresses.ts';
import { commitmentsSchema } from '../../model/commitment.ts';
import { readJson } from '../../model/json-source.ts';
import { LOCALES, type Locale } from '../../model/locale.ts';
import { placeIn, replyRecordSchema, replyTranslationSchema } from '../../model/reply.ts';
import type { Site } from '../../model/site.ts';
import { splitFrontMatter } from '../../model/source-file.ts';
import { readYaml } from '../../model/yaml-source.ts';
import {
  datasetFiles,
  languagesFromOriginal,
  readDataset,
  readSite,
  readText,
  replyFile,
  replyFolder,
  replyLanguage,
  siteLanguages,
} from '../../reading/files.ts';
import { routePath } from '../../routes.ts';
import { programFingerprint } from '../../system/program.ts';
import { readOr } from '../../terminal/failures.ts';

/** A page of a letter as the site has it: its main part, and the style that it loads. */
export interface DrawnPage {
  readonly tree: Root;
  readonly style: string;
}

/** Pages of letters by `pageKey`. */
export type DrawnPages = ReadonlyMap<string, DrawnPage>;

/** Later than any letter's time: a sheet shows what is held back too. */
const ALWAYS = '9999-12-31T23:59:59+08:00';

/**
 * Draws the pages of some letters as the site would, without the rest of it: a site of its own is rendered with the letters, what data draw
 * from them and the letters that these name. Throws where it cannot be rendered, which the check says why.
 */
export async function drawPages(root: string, ids: readonly string[], today: string): Promise<DrawnPages> {
  const folder = mkdtempSync(join(tmpdir(), 'dafu-proof-'));
  try {
    const part = join(folder, 'root');
    const site = copyPart(root, part, ids);
    const out = join(folder, 'out');
    const cache: Cache = { folder: join(folder, 'cache'), program: programFingerprint(), lasting: false };
    const request = {
      ...{ root: part, address: undefined, today, moment: ALWAYS, verbose: false, folder: out, cache },
      reuse: { previous: undefined, digests: { common: '', named: new Map() } },
      jobs: 1,
    };
    await runApart('render', request, { folder: renderingFolder(cache.folder) });
    return readPages(out, ids, site);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copies of a root what the pages of some letters are made from. */
function copyPart(root: string, part: string, ids: readonly string[]): Site {
  const copy = (path: string) => {
    if (!existsSync(join(root, path))) return;
    mkdirSync(dirname(join(part, path)), { recursive: true });
    cpSync(join(root, path), join(part, path), { recursive: true });
  };
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(part, path)), { recursive: true });
    writeFileSync(join(part, path), text);
  };
  const settings: unknown = parse(readFileSync(join(root, 'content/site.yaml'), 'utf8'));
  const { keyFigures: _, ...kept } = settings as Readonly<Record<string, unknown>>;
  write('content/site.yaml', stringify(kept));
  for (const path of ['content/bureaus.yaml', 'content/glossary.yaml', 'data/calendar']) copy(path);
  const wanted = new Set(ids);
  const replies = new Set(ids);
  for (const file of datasetFiles(root)) {
    const quoted = readDataset(root, file).observations.flatMap(({ quote }) => quote?.reply ?? []);
    if (!quoted.some((id) => wanted.has(id))) continue;
    copy(file);
    for (const id of quoted) replies.add(id);
  }
  // The letters on the same matter, and those that these name.
  for (let before = 0; before < replies.size; ) {
    before = replies.size;
    for (const id of [...replies]) for (const other of relatedTo(root, id)) replies.add(other);
  }
  for (const id of replies) {
    copy(replyFolder(root, id));
    copy(`data/published/replies/${id}.json`);
    // A translation that cannot be read yet, such as a draft, has no page; the original has one nevertheless.
    for (const locale of unreadable(root, id)) rmSync(join(part, replyFile(root, id, locale)));
  }
  const file = 'data/commitments.json';
  if (existsSync(join(root, file))) {
    const { commitments } = readJson(
      readFileSync(join(root, file), 'utf8'),
      commitmentsSchema(siteLanguages(root)),
      file,
    );
    const own = commitments.filter(({ quote }) => wanted.has(quote.reply));
    write(file, JSON.stringify({ commitments: own.map((commitment) => ({ ...commitment, progress: [] })) }));
  }
  return readSite(root);
}

/** The replies that a reply names as being on the same matter. */
function relatedTo(root: string, id: string): string[] {
  const file = replyFile(root, id, replyLanguage(root, id));
  const { frontMatter } = splitFrontMatter(readText(root, file), file);
  return readYaml(frontMatter, replyRecordSchema(languagesFromOriginal(root, id)), {
    file,
    linesBefore: 1,
  }).relates.map(({ reply }) => reply);
}

/** The languages of a reply's translations that cannot be read yet, or are drafts. */
const unreadable = (root: string, id: string): Locale[] =>
  LOCALES.filter((locale) => {
    if (locale === replyLanguage(root, id) || !existsSync(join(root, replyFile(root, id, locale)))) return false;
    const file = replyFile(root, id, locale);
    const isReadable = (): boolean => {
      const { frontMatter, body } = splitFrontMatter(readText(root, file), file);
      readYaml(frontMatter, replyTranslationSchema, { file, linesBefore: 1 });
      return !body.includes(placeIn(locale));
    };
    return !readOr(isReadable, () => false);
  });

const parser = rehype();

function readPages(out: string, ids: readonly string[], site: Site): DrawnPages {
  const pages = new Map<string, DrawnPage>();
  for (const id of ids)
    for (const locale of site.languages) {
      const file = join(out, fileOfPath(routePath('reply', { locale, id })));
      if (!existsSync(file)) continue;
      const tree = parser.parse(readFileSync(file, 'utf8'));
      const sheets: string[] = [];
      visit(tree, 'element', ({ tagName, properties: { rel, href } }) => {
        if (tagName === 'link' && [rel].flat().includes('stylesheet') && typeof href === 'string')
          sheets.push(join(out, href.slice(site.base.length)));
      });
      const style = sheets.flatMap((sheet) => (existsSync(sheet) ? [readFileSync(sheet, 'utf8')] : [])).join('\n');
      pages.set(pageKey(id, locale), { tree: mainOf(tree), style });
    }
  return pages;
}

/** What only serves on the site: ways to other pages, buttons, notes that open. */
const isOfSite = ({ tagName, properties: { className, popover } }: Element): boolean =>
  ['nav', 'script', 'button', 'dialog', 'template'].includes(tagName) ||
  popover !== undefined ||
  [className].flat().some((name) => name === 'paragraph-tools' || name === 'block-link' || name === 'print-line');

/** The main part of a page, with what belongs to the letter alone; links lead nowhere. */
function mainOf(tree: Root): Root {
  let main: Element | undefined;
  visit(tree, 'element', (element) => {
    if (element.tagName === 'article' && main === undefined) main = element;
  });
  const cleaned = (children: readonly ElementContent[]): ElementContent[] =>
    children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return [child];
      if (isOfSite(child)) return [];
      if (child.tagName === 'a') {
        const { href: _, ...properties } = child.properties;
        return [{ ...child, properties, children: cleaned(child.children) }];
      }
      return [{ ...child, children: cleaned(child.children) }];
    });
  return { type: 'root', children: main === undefined ? [] : cleaned([main]) };
}

/** The key of a page in `DrawnPages`. */
export const pageKey = (id: string, locale: Locale): string => `${id} ${locale}`;
