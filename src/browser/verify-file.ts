import type { QuoteManifest } from '../exchange/quote/bundle.ts';
import { findFiles, type PublishedFile, shardOf } from '../exchange/quote/file-index.ts';
import { verifyWords } from '../i18n/verify.ts';
import { LOCALES } from '../model/locale.ts';

type FetchJson = <Shape>(path: string) => Promise<Shape>;

async function sha256(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What was typed as the index knows it: a hash in lower case, an address as its path below the base, else a name. */
function askedName(typed: string, base: string): string {
  const text = typed.trim();
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  const path = (URL.parse(text)?.pathname ?? text).split('#')[0] ?? text;
  return path.startsWith(base) ? path.slice(base.length) : path;
}

/** Lets a form say whether a file, a name or a hash is of something the site publishes now. */
export function checkFile(form: HTMLFormElement, fetchJson: FetchJson): void {
  const locale = LOCALES.find((candidate) => candidate === form.dataset['locale']) ?? 'zh';
  const { verifyFile = '', base = '/' } = form.dataset;
  const words = verifyWords[locale];
  const output = form.querySelector('output');
  const chosen = form.querySelector<HTMLInputElement>('input[type=file]');
  const typed = form.querySelector<HTMLInputElement>('input[type=text]');
  if (!output || !chosen || !typed) return;

  const lookUp = async (asked: string): Promise<PublishedFile[]> => {
    const { files } = await fetchJson<QuoteManifest>(verifyFile);
    const key = /^[0-9a-f]{64}$/.test(asked) ? asked : await sha256(new TextEncoder().encode(asked));
    const entries = await fetchJson<PublishedFile[]>(`${files.folder}${shardOf(key, files.digits)}.json`);
    return findFiles(entries, asked);
  };

  const answerForFile = async (file: File): Promise<string> => {
    const hash = await sha256(await file.arrayBuffer());
    const [same] = await lookUp(hash);
    if (same) return `${base}${same.path} ${words.filePublished} ${words.hashIs(hash)}`;
    const [named] = await lookUp(file.name);
    return `${named ? words.fileChanged(file.name) : words.fileUnknown} ${words.hashIs(hash)}`;
  };

  const answerForName = async (asked: string): Promise<string> => {
    const [known] = await lookUp(asked);
    if (!known) return words.fileUnknown;
    return `${base}${known.path}${locale === 'zh' ? '：' : ': '}${words.fileNamed(known.sha256)}`;
  };

  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const file = chosen.files?.[0];
    const asked = askedName(typed.value, base);
    try {
      output.textContent = file ? await answerForFile(file) : asked === '' ? '' : await answerForName(asked);
    } catch {
      output.textContent = words.failed;
    }
  });
}
