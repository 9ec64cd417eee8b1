import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { type Finding, type FindingLanguage, hintFor } from '../../errors.ts';
import { type ProofWords, proofWords } from '../../language/messages/proofing.ts';
import { LANGUAGE_TAGS, languageOf } from '../../model/locale.ts';
import type { Novelty } from './items.ts';
import type { Original, Surroundings } from './original.ts';
import { SCRIPT, STYLE } from './sheet-style.ts';
import { type NumberedItem, type ProofText, shownPage } from './shown-page.ts';

/** A field of the record, to be ticked. */
export interface RecordLine {
  readonly label: string;
  readonly value: string;
}

/** All that a proof sheet shows. */
export interface Proof {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly publishAt: string | undefined;
  readonly record: readonly RecordLine[];
  readonly texts: readonly ProofText[];
  readonly novelty: Novelty | undefined;
  readonly findings: readonly Finding[];
  readonly original: Original | undefined;
  /** The place of words in the original, in words, by what is around them; `undefined` where it does not have them. */
  readonly placeOf: (words: string, around?: Surroundings) => string | undefined;
  readonly files: readonly {
    readonly name: string;
    readonly type: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
  readonly roles: readonly string[];
  /** Where approvals are written, relative to the root. */
  readonly approvals: string;
}

/** How many items of a sheet are to be ticked. */
export const itemCount = ({ record, texts, files, findings }: Proof): number =>
  record.length + files.length + findings.length + texts.reduce((sum, { items }) => sum + items.length, 0);

const tick = (n: number): Element => h('input', { type: 'checkbox', 'aria-label': String(n), 'data-n': n });

/** A proof sheet as one HTML file that needs no other. */
export function proofSheet(proof: Proof, language: FindingLanguage): string {
  const words = proofWords[language];
  let last = 0;
  const next = () => {
    last += 1;
    return last;
  };
  const body = [
    heading(proof, words),
    findingList(proof, words, language, next),
    publicList(proof, words),
    recordTable(proof, words, next),
    fileList(proof, words, next),
    ...proof.texts.flatMap((text, index) => textSections(proof, text, words, next, index === 0)),
    signing(proof, words),
  ];
  const head = [
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width' }),
    h('meta', { name: 'robots', content: 'noindex' }),
    h('title', words.title(proof.id)),
    h('style', STYLE),
  ];
  const page = h('html', { lang: language === 'zh' ? LANGUAGE_TAGS.zh : language }, [
    h('head', head),
    h('body', { 'data-sheet': proof.number, 'data-count': words.count(-1, -2) }, [...body, h('script', SCRIPT)]),
  ]);
  return `<!doctype html>\n${toHtml(page, { allowDangerousHtml: true })}\n`;
}

function heading(proof: Proof, words: ProofWords): Element {
  const held = proof.publishAt === undefined ? [] : [h('p', { className: ['held'] }, words.held(proof.publishAt))];
  return h('header', [
    h('p', { className: ['stamp'] }, [h('b', words.heading), ` ${words.internal}`]),
    h('h1', proof.title),
    h('p', { className: ['facts'] }, [
      h('span', proof.id),
      h('span', words.made(proof.today)),
      h('span', { className: ['count'] }, words.count(0, itemCount(proof))),
    ]),
    ...held,
    h('p', { className: ['number'] }, [`${words.number} `, h('code', proof.number.match(/.{8}/g)?.join(' ') ?? '')]),
  ]);
}

const section = (title: string, children: readonly ElementContent[], name: string): Element =>
  h('section', { className: [name] }, [h('h2', title), ...children]);

function findingList({ findings }: Proof, words: ProofWords, language: FindingLanguage, next: () => number): Element {
  if (findings.length === 0) return section(words.findings, [h('p', words.noFindings)], 'findings');
  const items = findings.map(({ severity, place, message, hint }) =>
    h('tr', { className: [severity] }, [
      numbered(next),
      h('td', words[severity]),
      h('td', [h('code', `${place.file.split('/').at(-1)}${place.line === undefined ? '' : `:${place.line}`}`)]),
      h('td', [h('p', message[language]), h('p', { className: ['hint'] }, hintFor({ hint }, 'web')[language])]),
    ]),
  );
  return section(words.findings, [h('table', items)], 'findings');
}

function publicList({ novelty }: Proof, words: ProofWords): Element {
  if (novelty === undefined) return section(words.publicTitle, [h('p', words.first)], 'public');
  const { since, added, removed, names, files } = novelty;
  const list = (title: string, lines: readonly (readonly [string, string])[]) =>
    lines.length === 0
      ? []
      : [
          h('h3', title),
          h(
            'ul',
            lines.map(([id, text]) => h('li', id === '' ? [text] : [h('code', id), ' ', text])),
          ),
        ];
  const plain = (lines: readonly string[]) => lines.map((text) => ['', text] as const);
  return section(
    words.publicTitle,
    [
      h('p', since === undefined ? words.first : words.again(since)),
      ...(since !== undefined && added.length + removed.length === 0 ? [h('p', words.same)] : []),
      ...list(
        words.added,
        added.map(({ id, text }) => [id, text] as const),
      ),
      ...list(words.removed, plain(removed)),
      ...(names.length === 0
        ? []
        : [
            h('h3', words.names),
            h(
              'p',
              { className: ['names'] },
              names.map((name) => h('span', name)),
            ),
          ]),
      ...list(words.files, plain(files)),
    ],
    'public',
  );
}

const numbered = (next: () => number): Element => {
  const n = next();
  return h('td', { className: ['n'] }, [h('label', [tick(n), ` ${n}`])]);
};

function recordTable(proof: Proof, words: ProofWords, next: () => number): Element {
  const rows = proof.record.map(({ label, value }) =>
    h('tr', [
      numbered(next),
      h('th', { scope: 'row' }, label),
      value === '' ? h('td', { className: ['hint'] }, words.blank) : h('td', value),
      ...originalCell(proof, value, words),
    ]),
  );
  return section(words.recordTitle, [h('table', rows)], 'record');
}

/** Whether words can be looked for in an original. */
const isLookedInto = ({ original }: Proof): boolean => original !== undefined && original.lines.length > 0;

/** Where words are in the original; nothing where there is none to look into. */
function originalCell(proof: Proof, value: string, words: ProofWords, around?: Surroundings): Element[] {
  if (!isLookedInto(proof)) return [];
  const place = value === '' ? '' : proof.placeOf(value, around);
  return [
    place === undefined
      ? h('td', { className: ['absent'] }, words.notInOriginal)
      : h('td', { className: ['found'] }, place),
  ];
}

function fileList({ files }: Proof, words: ProofWords, next: () => number): Element {
  if (files.length === 0) return h('section', { hidden: true });
  const rows = files.map(({ name, type, bytes, sha256 }) =>
    h('tr', [
      numbered(next),
      h('th', { scope: 'row' }, name),
      h('td', [h('p', words.file(type, bytes)), h('p', { className: ['hint'] }, [h('code', sha256)])]),
      h('td', words.openFile),
    ]),
  );
  return section(words.filesTitle, [h('table', rows)], 'files');
}

/** The page of one language beside the original, and its items in a table. */
function textSections(
  proof: Proof,
  text: ProofText,
  words: ProofWords,
  next: () => number,
  isFirst: boolean,
): Element[] {
  const items = text.items.map((item) => ({ ...item, n: next() }));
  const { original } = proof;
  const side = isFirst ? originalColumn(original, words) : [];
  const language = languageOf(text.locale).name;
  return [
    section(
      words.pageTitle(language),
      [
        h('p', { className: ['hint'] }, text.page === undefined ? words.notPage : words.drawnPage),
        ...(isFirst && original === undefined ? [h('p', { className: ['hint'] }, words.originalMissing)] : []),
        h('div', { className: side.length === 0 ? ['page'] : ['page', 'beside'] }, [...side, shownPage(text, items)]),
      ],
      'text',
    ),
    itemTable(proof, text, items, words, isFirst),
  ];
}

function originalColumn(original: Original | undefined, words: ProofWords): Element[] {
  if (original === undefined) return [];
  const { lines, shown, name } = original;
  const picture =
    shown === undefined
      ? []
      : shown.startsWith('data:image/')
        ? [h('img', { src: shown, alt: name })]
        : [h('object', { data: shown, type: 'application/pdf', 'aria-label': name })];
  return [
    h('div', { className: ['original'] }, [
      h('h3', `${words.originalTitle}: ${name}`),
      ...(lines.length === 0 ? [h('p', { className: ['hint'] }, words.originalUnread)] : []),
      ...picture,
      ...lines.map(({ line, text }) => h('p', [h('span', { className: ['line'] }, String(line)), text])),
    ]),
  ];
}

/** Characters of a text shown around an item. */
const AROUND = 14;

function itemTable(
  proof: Proof,
  { blocks, locale }: ProofText,
  items: readonly NumberedItem[],
  words: ProofWords,
  isFirst: boolean,
): Element {
  const texts = new Map(blocks.map(({ id, text }) => [id, text]));
  const { n, kind, where, words: said, original } = words.columns;
  const rows = items.map((item) => {
    const text = texts.get(item.block) ?? '';
    return h('tr', { className: [item.kind] }, [
      h('td', { className: ['n'] }, [h('label', [tick(item.n), ` ${item.n}`])]),
      h('td', words.kinds[item.kind]),
      h('td', [h('code', item.block)]),
      h('td', { lang: LANGUAGE_TAGS[locale] }, [
        h('span', { className: ['around'] }, text.slice(Math.max(0, item.start - AROUND), item.start)),
        h('b', item.words),
        h('span', { className: ['around'] }, text.slice(item.end, item.end + AROUND)),
      ]),
      ...(isFirst
        ? originalCell(proof, item.words, words, { before: text.slice(0, item.start), after: text.slice(item.end) })
        : []),
    ]);
  });
  const columns = [n, kind, where, said, ...(isFirst && isLookedInto(proof) ? [original] : [])];
  const head = h(
    'tr',
    columns.map((label) => h('th', { scope: 'col' }, label)),
  );
  const title = `${words.checkTitle} · ${languageOf(locale).name}`;
  return section(title, [h('table', [h('thead', [head]), h('tbody', rows)])], 'items');
}

function signing({ roles, number, approvals, today }: Proof, words: ProofWords): Element {
  const who = roles.length === 0 ? words.signRoles : roles;
  const lines = roles.flatMap((role) => [`  - role: ${role}`, `    date: ${today}`, `    sheet: ${number}`]);
  const rows = who.map((role) => h('tr', [h('th', { scope: 'row' }, role), h('td'), h('td')]));
  const head = h(
    'tr',
    [words.sign.role, words.sign.name, words.sign.date].map((label) => h('th', { scope: 'col' }, label)),
  );
  return section(
    words.signTitle,
    [
      h('table', { className: ['signing'] }, [h('thead', [head]), h('tbody', rows)]),
      ...(roles.length === 0 ? [] : [h('p', words.signNote(approvals)), h('pre', ['approvals:', ...lines].join('\n'))]),
    ],
    'sign',
  );
}
