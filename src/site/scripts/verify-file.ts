import { verifyWords } from '../../language/messages/verify.ts';
import { localeOf } from '../../model/locale.ts';
import { QUOTE_FORMAT, type QuoteManifest } from '../../quotes/bundle.ts';
import { findFiles, type PublishedFile } from '../../quotes/file-index.ts';

async function sha256(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const sha256OfText = (text: string) => sha256(new TextEncoder().encode(text));

/** The JSON at a path; undefined where there is nothing. */
async function fetchJson<Shape>(path: string): Promise<Shape | undefined> {
  const response = await fetch(path);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** The path of an address; undefined of what is none. */
function pathOf(text: string): string | undefined {
  try {
    return new URL(text).pathname;
  } catch {
    return undefined;
  }
}

/** What was typed as the index knows it: a hash in lower case, an address as its path below the base, else a name. */
function askedName(typed: string, base: string): string {
  const text = typed.trim();
  const hash = /^(?:sha-?256[:\s-]*)?([0-9a-f]{64})$/i.exec(text)?.[1];
  if (hash !== undefined) return hash.toLowerCase();
  const path = (pathOf(text) ?? text).split('#')[0] ?? text;
  return path.startsWith(base) ? path.slice(base.length) : path;
}

/** The published files that a name, path or hash means. */
async function lookUp(asked: string, manifestPath: string): Promise<PublishedFile[]> {
  const manifest = await fetchJson<QuoteManifest>(manifestPath);
  if (manifest?.format !== QUOTE_FORMAT) throw new Error(`${manifestPath} is missing, or another release’s`);
  const { digits, folder } = manifest.files;
  return findFiles(asked, digits, (piece) => fetchJson(`${folder}${piece}.json`), sha256OfText);
}

/** Shows an answer: what it is in a heading, the facts below, and the file itself as a link where there is one. */
function showAnswer(output: HTMLElement, heading: string, facts: readonly string[], files: readonly string[]): void {
  const paragraph = (name: string, ...children: (string | Node)[]) => {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  };
  const links = files.map((path) => {
    const link = document.createElement('a');
    link.href = path;
    link.textContent = path;
    return paragraph('p', link);
  });
  output.replaceChildren(paragraph('h3', heading), ...links, ...facts.map((fact) => paragraph('p', fact)));
}

/** Lets a form say whether a file, a name or a hash is of something the site publishes now. */
export function checkFile(form: HTMLFormElement): void {
  const locale = localeOf(form.dataset['locale']);
  const { verifyFile = '', base = '/' } = form.dataset;
  const words = verifyWords[locale];
  const output = form.querySelector('output');
  const chosen = form.querySelector<HTMLInputElement>('input[type=file]');
  const typed = form.querySelector<HTMLInputElement>('input[type=text]');
  if (!output || !chosen || !typed) return;
  const pathsOf = (files: readonly PublishedFile[]) => files.map(({ path }) => base + path);

  const answerForFile = async (file: File): Promise<void> => {
    const hash = await sha256(await file.arrayBuffer());
    const facts = [words.hashIs(hash)];
    const same = await lookUp(hash, verifyFile);
    if (same.length > 0) return showAnswer(output, words.filePublished, facts, pathsOf(same));
    const named = await lookUp(file.name, verifyFile);
    if (named.length === 0) return showAnswer(output, words.fileUnknown, [words.fileUnknownNote, ...facts], []);
    return showAnswer(output, words.fileChanged, [words.fileChangedNote(file.name), ...facts], pathsOf(named));
  };

  const answerForName = async (asked: string): Promise<void> => {
    const known = await lookUp(asked, verifyFile);
    if (known.length === 0) return showAnswer(output, words.fileUnknown, [words.fileUnknownNote], []);
    const hashes = known.map(({ sha256: hash }) => words.fileNamed(hash));
    showAnswer(output, words.fileIs, hashes, pathsOf(known));
  };

  // Until now the form could only have sent to the server what is typed into it.
  const button = form.querySelector('button');
  if (button) button.disabled = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const file = chosen.files?.[0];
    const asked = askedName(typed.value, base);
    try {
      if (file) await answerForFile(file);
      else if (asked === '') output.textContent = words.nothingAsked;
      else await answerForName(asked);
    } catch {
      output.textContent = words.failed;
    }
  });
}
