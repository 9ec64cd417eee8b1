import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Random } from '../corpus/random.ts';

/** What an edit works on: a root, the program that builds it, and a source of choices. */
interface Bench {
  readonly root: string;
  readonly program: string;
  readonly random: Random;
}

/** One way to change a site. Gives what was changed, for the test's message. */
type Edit = (bench: Bench) => string;

function change(file: string, by: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = by(before);
  if (after === before) throw new Error(`nothing to change in ${file}`);
  writeFileSync(file, after);
}

const replies = (root: string) => readdirSync(path.join(root, 'content/replies')).sort();
const replyFile = (root: string, id: string, locale: string) => path.join(root, 'content/replies', id, `${locale}.mdx`);

const datasets = (root: string) => readdirSync(path.join(root, 'data')).filter((name) => name.startsWith('restored-'));

/** What datasets quote. */
function quotes(root: string): Quote[] {
  return datasets(root).flatMap((file) => {
    const { observations }: { observations: readonly { readonly quote: Quote }[] } = JSON.parse(
      readFileSync(path.join(root, 'data', file), 'utf8'),
    );
    return observations.map(({ quote }) => quote);
  });
}

interface Quote {
  readonly reply: string;
}

/** A reply that no dataset quotes, so that it can change in any way: the last of a year. */
function freeReply({ root, random }: Bench): string {
  const quoted = new Set(quotes(root).map(({ reply }) => reply));
  return random.pick(replies(root).filter((id) => !quoted.has(id)));
}

const withSentence = (text: string, sentence: string) => `${text.trimEnd()}${sentence}\n`;

const edits: Readonly<Record<string, Edit>> = {
  'a reply in both languages': (bench) => {
    const id = bench.random.pick(replies(bench.root));
    change(replyFile(bench.root, id, 'zh'), (text) => withSentence(text, '特此补充。'));
    change(replyFile(bench.root, id, 'en'), (text) => withSentence(text, ' We add this.'));
    return id;
  },
  'a translation only': (bench) => {
    const id = bench.random.pick(replies(bench.root));
    change(replyFile(bench.root, id, 'en'), (text) => withSentence(text, ' In other words.'));
    return id;
  },
  'the record of a reply': (bench) => {
    const id = bench.random.pick(replies(bench.root));
    change(replyFile(bench.root, id, 'zh'), (text) => text.replace(/^title: .*$/m, (line) => `${line}（补）`));
    return id;
  },
  'a reply withdrawn from the folder': (bench) => {
    const id = freeReply(bench);
    rmSync(path.join(bench.root, 'content/replies', id), { recursive: true });
    return id;
  },
  'a new reply': (bench) => {
    const from = freeReply(bench);
    const [year = ''] = from.split('-');
    const serial = 900 + bench.random.integer(1, 99);
    const id = `${year}-${serial}`;
    cpSync(path.join(bench.root, 'content/replies', from), path.join(bench.root, 'content/replies', id), {
      recursive: true,
    });
    change(replyFile(bench.root, id, 'zh'), (text) => text.replace(/^(number: .*?\d{4}[^\d]+)\d+/m, `$1${serial}`));
    return id;
  },
  // Its quoted sentences get other block ids.
  'a first paragraph of a quoted reply': ({ root, random }) => {
    const { reply } = random.pick(quotes(root));
    for (const [locale, paragraph] of Object.entries({ zh: '先作说明。', en: 'First, a word of explanation.' }))
      change(replyFile(root, reply, locale), (text) => text.replace(/^## /m, `${paragraph}\n\n## `));
    return reply;
  },
  'a commitment': ({ root, random }) => {
    const file = path.join(root, 'data/commitments.json');
    const { commitments } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { commitments: [] };
    const id = `promise-${commitments.length + 1}`;
    const words = { zh: '虚构的承诺', en: 'A fictional promise' };
    const quote = random.pick(quotes(root));
    const added = { id, statement: words, due: '2026-12-31', measure: words, quote };
    writeFileSync(file, JSON.stringify({ commitments: [...commitments, added] }));
    return id;
  },
  'a note of a dataset': ({ root, random }) => {
    const file = random.pick(datasets(root));
    change(path.join(root, 'data', file), (text) => text.replace('纯属虚构。', '纯属虚构。另注。'));
    return file;
  },
  'a term of the glossary': ({ root }) => {
    change(path.join(root, 'content/glossary.yaml'), (text) => text.replace('虚构的释义。', '虚构的释义，已改。'));
    return 'glossary.yaml';
  },
  "the site's name": ({ root }) => {
    change(path.join(root, 'content/site.yaml'), (text) => text.replace(/^( {2}zh: 虚构市答复公开.*)$/m, '$1站'));
    return 'site.yaml';
  },
  'a standing page': ({ root }) => {
    change(path.join(root, 'content/pages/about/zh.mdx'), (text) => withSentence(text, '另有说明。'));
    return 'about';
  },
  'a component': ({ program }) => {
    change(path.join(program, 'src/site/components/reply/ReplyPage.astro'), (text) => `${text}\n<!-- edited -->\n`);
    return 'ReplyPage.astro';
  },
  'a style': ({ program }) => {
    change(
      path.join(program, 'src/site/styles/index.css'),
      (text) => `${text}\n.edited-${text.length} {\n  color: inherit;\n}\n`,
    );
    return 'index.css';
  },
};

/** Makes one edit of a site, drawn by the seed, and says which. Replies change most, as in life. */
export function randomEdit(bench: Bench): string {
  const kinds = Object.keys(edits);
  const kind = bench.random.chance(50) ? bench.random.pick(kinds.slice(0, 5)) : bench.random.pick(kinds);
  return `${kind}: ${edits[kind]?.(bench)}`;
}
