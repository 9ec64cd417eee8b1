import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '..');

/** Folders of `src` that know no Astro, no disk and no clock. */
const PLAIN = [
  'locales',
  'model',
  'attachments',
  'language',
  'text',
  'charts',
  'rules',
  'search',
  'import',
  'formats',
  'quotes',
] as const;

/** What each folder (or file) of `src` may import, besides its own files and packages: the table of ARCHITECTURE.md. */
const MAY_IMPORT = importTable(read('ARCHITECTURE.md'));

/** Of these folders only types are taken: a component fetches nothing, and a language file is checked against the words there are. */
const TYPES_ONLY: Readonly<Record<string, readonly string[]>> = {
  locales: ['language'],
  'site/components': ['reading'],
  'site/layouts': ['reading'],
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const files = listFiles('src', 'tests').filter((file) => !/(?:^|\/)(?:fixtures|cases)\//.test(file));
const sources = files.filter((file) => /\.(?:ts|astro|mjs)$/.test(file));
const imports = sources.filter((file) => file.startsWith('src/')).flatMap(importsOf);

describe('the import table', () => {
  test('knows every folder of src', () => {
    const found = new Set(files.filter((file) => file.startsWith('src/')).map(roomOf));
    expect([...found].sort()).toEqual([...MAY_IMPORT.keys()].sort());
  });

  test('allows every import there is', () => {
    const refused = imports.filter(({ file, target }) => {
      if (target.startsWith('package:')) return false;
      const [from, to] = [roomOf(file), roomOf(target)];
      return from !== to && MAY_IMPORT.get(from)?.includes(to) !== true;
    });
    expect(refused).toEqual([]);
  });

  test('takes only types where no more may be taken', () => {
    const refused = imports.filter(
      ({ file, target, typeOnly }) => !typeOnly && TYPES_ONLY[roomOf(file)]?.includes(roomOf(target)) === true,
    );
    expect(refused).toEqual([]);
  });

  test('leads from no file back to itself', () => {
    const values = Map.groupBy(
      imports.filter(({ typeOnly }) => !typeOnly),
      ({ file }) => file,
    );
    const ended = new Set<string>();
    const circles: string[] = [];
    const follow = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
      if (way.includes(file) || ended.has(file)) return;
      for (const { target } of values.get(file) ?? []) follow(target, [...way, file]);
      ended.add(file);
    };
    for (const file of values.keys()) follow(file, []);
    expect(circles).toEqual([]);
  });

  test('leads from no command to what Astro alone provides', () => {
    const byFile = Map.groupBy(
      imports.filter(({ typeOnly }) => !typeOnly),
      ({ file }) => file,
    );
    // What runs in a process of its own is named there by its address.
    const reached = new Set(sources.filter((file) => /^src\/(?:cli|build\/child-process)\//.test(file)));
    // A set that is added to while it is walked is walked to its end.
    for (const file of reached) for (const { target } of byFile.get(file) ?? []) reached.add(target);
    expect(reached.size).toBeGreaterThan(400);
    const provided = [...reached].filter((target) => /^package:(?:virtual:|astro:)/.test(target));
    const asking = imports.filter(({ file, target }) => reached.has(file) && provided.includes(target));
    expect(asking.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  test('keeps disk, clock and Astro out of the plain folders', () => {
    const refused = imports.filter(
      ({ file, target }) =>
        PLAIN.some((room) => roomOf(file) === room) && /^package:(?:astro\b|astro:|node:fs)/.test(target),
    );
    expect(refused).toEqual([]);
    const clocks = sources
      .filter((file) => PLAIN.some((room) => file.startsWith(`src/${room}/`)))
      .filter((file) => /Date\.now\(|new Date\(\)|Math\.random\(|\.localeCompare\(/.test(read(file)));
    expect(clocks).toEqual([]);
  });
});

describe('the program', () => {
  /** The first site’s bureau and matter, its people, its reply: they stand in content/ and data/ only. */
  const FIRST_SITE =
    /长治|changzhi|山西|shanxi|规划和自然资源|长规资|绿色矿山|green[ -]?mine|采煤|沉陷|subsid|刘峰|越亮|2025-578|2025[\]〕] ?578/i;

  test.each(files.filter((file) => file.startsWith('src/')))(
    '%s says nothing of the site it was first made for',
    (file) => {
      expect(readFileSync(join(PROJECT, file), 'utf8').match(FIRST_SITE)?.[0]).toBeUndefined();
    },
  );
});

describe('the tests of the program', () => {
  const tests = sources.filter((file) => file.startsWith('tests/') && !file.startsWith('tests/published/'));
  /** What a bureau publishes is its own: a second reply, or one fewer, must not fail a test of the program. */
  const PUBLISHED = /2025-578|2025[\]〕] ?578|长治|[Cc]hangzhi|green-mines/;

  test('name nothing of the published content', () => {
    // This file names it to keep it out of the others.
    const naming = tests.filter((file) => file !== 'tests/house.test.ts' && PUBLISHED.test(read(file)));
    expect(naming).toEqual([]);
  });

  test('are skipped only with a reason that is told', () => {
    const silent = /\.(?:skipIf|runIf|todo)\b|\b(?:it|test|describe)\.skip\(/;
    expect(tests.filter((file) => file !== 'tests/house.test.ts' && silent.test(read(file)))).toEqual([]);
  });

  test('are kept from reading it', () => {
    expect(() => read('content/site.yaml')).toThrow('a test of the program reads tests/bureau');
    expect(() => readdirSync(join(PROJECT, 'data'))).toThrow('a test of the program reads tests/bureau');
  });
});

describe('languages', () => {
  /** Files that may ask for one language by its code, and why. */
  const ASK: Readonly<Record<string, string>> = {
    'src/cli/commands/letters.ts': 'reports and proofs are written in the languages that findings are told in',
    'src/intake/proof/sheet.ts': 'a proof is printed in one of the languages that findings are told in',
    'src/build/draft-findings.ts': 'findings are shown in one of the languages that they are told in',
  };
  /** Code asks what a language is like (`languageOf`), not which it is: so that another needs no more than its file. */
  const BY_NAME =
    /[!=]== ?'(?:zh|en|ug|qps)'|'(?:zh|en|ug|qps)' [!=]==|\.includes\('(?:zh|en|ug|qps)'\)|case '(?:zh|en|ug|qps)':/;

  test('are told apart by what they are like, not by name', () => {
    const outside = sources.filter((file) => /^src\/(?!locales\/|language\/)/.test(file));
    const asking = outside.filter((file) => BY_NAME.test(read(file)));
    expect(asking).toEqual(Object.keys(ASK).sort());
  });
});

describe('interface words', () => {
  /** A reader's browser has the words of the site's own languages only: what one subject takes of another must not name a language. */
  test('are taken from no table of words by the name of a language', () => {
    const messages = sources.filter((file) => file.startsWith('src/language/'));
    const pages = messages.filter((file) => /\bwords\('/.test(read(file)));
    expect(pages.length).toBeGreaterThan(15);
    expect(pages.filter((file) => /[a-z](?:Words|Name)\.(?:zh|en)\b/.test(read(file)))).toEqual([]);
  });
});

describe('style sheets', () => {
  const TEMPLATES = 'src/site/styles/templates/';
  const sheets = files.filter((file) => file.startsWith('src/site/') && file.endsWith('.css'));
  const imported = (file: string, pattern: RegExp) =>
    [...read(file).matchAll(pattern)].map(([, path = '']) => posix.join(posix.dirname(file), path));

  test('are asked for by pages alone: each by the one that lists what its template shows', () => {
    const asked = files
      .filter((file) => file.startsWith('src/site/') && file.endsWith('.astro'))
      .map((file) => [file, imported(file, /^import (?:\w+ from )?'([^']+\.css[^']*)'/gm)] as const)
      .filter(([, own]) => own.length > 0);
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter(([, own]) => own.length > 1 || own.some((sheet) => !sheet.startsWith(TEMPLATES)))).toEqual([]);
    const entries = sheets.filter((file) => file.startsWith(TEMPLATES));
    expect([...new Set(asked.flatMap(([, own]) => own))].sort()).toEqual(entries.sort());
  });

  test('are each on some page', () => {
    const listed = new Set(sheets.flatMap((file) => imported(file, /@import "([^"]+)"/g)));
    expect(sheets.filter((file) => !file.startsWith(TEMPLATES) && !listed.has(file))).toEqual([]);
  });
});

describe('the files', () => {
  test('stand in no folder that refuses nothing', () => {
    expect(files.filter((file) => /(?:^|\/)(?:lib|utils?|helpers?|common|misc|shared)\//.test(file))).toEqual([]);
  });

  test('have names in lower case with hyphens; components begin with a capital', () => {
    const named = /^(?:[a-z0-9]+(?:[-.][a-z0-9]+)*\.(?:ts|mjs|css)|[A-Z][A-Za-z0-9]*\.astro)$/;
    const route = /^src\/site\/pages\/[a-z-]+\.(?:astro|ts)$/;
    expect(sources.filter((file) => !route.test(file) && !named.test(posix.basename(file)))).toEqual([]);
  });

  test('are small: none over 400 lines, of style sheets none over 300', () => {
    const most = (file: string) => (file.endsWith('.css') ? 300 : 400);
    const long = [...sources, ...files.filter((file) => file.endsWith('.css'))]
      .map((file) => [file, read(file).split('\n').length - 1] as const)
      .filter(([file, lines]) => lines > most(file));
    expect(long).toEqual([]);
  });

  test('export only what another file asks for', () => {
    const named = new Map<string, number>();
    for (const file of sources)
      for (const word of new Set(read(file).match(/[A-Za-z_$][\w$]*/g))) named.set(word, (named.get(word) ?? 0) + 1);
    const exported = sources
      // Of a file of rules the registry takes all that it exports.
      .filter((file) => /^src\/(?!rules\/).*(?<!\.d)\.ts$/.test(file))
      .flatMap((file) =>
        [...read(file).matchAll(/^export (?:async )?(?:const|function|class|interface|type) ([\w$]+)/gm)].map(
          ([, name = '']) => ({ file, name }),
        ),
      );
    expect(exported.length).toBeGreaterThan(1000);
    // Astro asks for it by its name.
    const alone = exported.filter(({ name }) => name !== 'collections' && named.get(name) === 1);
    expect(alone).toEqual([]);
  });

  test('hold no unfinished work', () => {
    const marks = new RegExp(['TO', 'DO|FIX', 'ME|X', 'XX'].join(''));
    expect(sources.filter((file) => marks.test(read(file)))).toEqual([]);
  });

  test('have thin pages: 40 lines at the most', () => {
    const pages = sources.filter((file) => file.startsWith('src/site/pages/'));
    expect(pages.filter((file) => read(file).split('\n').length > 41)).toEqual([]);
  });
});

/** The folder right under `src` (under `src/site`: two names), or the file where it stands there itself. */
function roomOf(file: string): string {
  const [, room = file, inner] = file.split('/');
  return room === 'site' && inner !== undefined ? `${room}/${inner}` : room;
}

/** The rows of the table of folders: each with what it may import. */
function importTable(text: string): ReadonlyMap<string, readonly string[]> {
  const rows = text.matchAll(/^\| `src\/([^`]+)`\s*\|[^|]*\|([^|]*)\|$/gm);
  return new Map(
    Array.from(rows, ([, room = '', allowed = '']) => [
      room,
      Array.from(allowed.matchAll(/`([^`]+)`/g), ([, name = '']) => name),
    ]),
  );
}

function read(file: string): string {
  return readFileSync(join(PROJECT, file), 'utf8');
}

function listFiles(...folders: readonly string[]): readonly string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(PROJECT, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
    )
    .sort();
}

/** Every import of a file: `package:name`, or the path of a file of this project. */
function importsOf(file: string): readonly Import[] {
  const statement = /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
  const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  const text = read(file);
  const target = (name: string) =>
    name.startsWith('.') ? posix.normalize(posix.join(dirname(file), name)) : `package:${name}`;
  return [
    ...[...text.matchAll(statement)].map(([, type, name = '']) => ({
      file,
      target: target(name),
      typeOnly: type !== undefined,
    })),
    ...[...text.matchAll(dynamic)].map(([, name = '']) => ({ file, target: target(name), typeOnly: false })),
  ];
}
