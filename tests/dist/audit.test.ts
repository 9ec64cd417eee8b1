import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { auditSite } from '../../src/build/audit/index.ts';
import { formatPlace } from '../../src/errors.ts';
import { readSite } from '../../src/reading/files.ts';
import { BUREAU, copyOfBureau, dafu } from '../dafu.ts';
import { builtFiles } from './site.ts';

const audit = (folder: string, root = BUREAU) => auditSite({ folder, root, site: readSite(root) });

test('the built site passes its audit', async () => {
  const findings = await audit(inject('dist'));
  expect(findings.map(({ place, message }) => `${formatPlace(place)}: ${message.en}`)).toEqual([]);
});

/** A slip in one file of a finished site: what it changes there, or that the file goes. */
interface Fault {
  readonly rule: string;
  readonly file: string | RegExp;
  /** Gives the file with the fault in it; undefined removes it. */
  readonly plant: ((source: string) => string) | undefined;
  /** Where the finding stands, if not in the changed file. */
  readonly at?: string;
}

const REPLY = 'zh/replies/2025-86/index.html';
const insert = (markup: string) => (source: string) => source.replace('</main>', () => `${markup}</main>`);
/** Made-up numbers; they are nobody's. */
const MOBILE = '13800138000';
const IDENTITY = '11010519491231002X';
const CARD = '6222021234567894';

/** Mark-up that no page may hold, each with the rule that finds it. */
const MARKUP: Readonly<Record<string, readonly [rule: string, markup: string]>> = {
  'a link that leads nowhere': ['link-dead', '<a href="/zh/nothing/">x</a>'],
  'an anchor that is not there': ['anchor-dead', '<a href="#p999">x</a>'],
  'an anchor of another page': ['anchor-dead', '<a href="/zh/about/#nowhere">x</a>'],
  'a script of another host': ['foreign-request', '<script src="https://cdn.example.com/x.js"></script>'],
  'a picture of another host': ['foreign-request', '<img src="//cdn.example.com/x.png">'],
  'a form that sends to another host': ['foreign-request', '<form action="https://a.example.com/"></form>'],
  'a script in the page': ['inline-code', '<script>alert(1)</script>'],
  'an event attribute': ['inline-code', '<p onclick="alert(1)">x</p>'],
  'a style attribute': ['inline-code', '<p style="color:red">x</p>'],
  'a style element': ['inline-code', '<style>p{}</style>'],
  'an address that is code': ['link-scheme', '<a href="javascript:alert(1)">x</a>'],
  'a mobile number in the text': ['personal-mobile', `<p>${MOBILE}</p>`],
  'a paint that stands elsewhere': [
    'foreign-request',
    '<svg aria-hidden="true"><path fill="url(https://cdn.example.com/x.svg#p)"/></svg>',
  ],
  'a link that tells another host of each click': [
    'foreign-request',
    '<a href="/zh/about/" ping="https://a.example.com/log">x</a>',
  ],
  'another address that all links start from': ['foreign-request', '<base href="https://a.example.com/">'],
  'a page in an attribute': ['inline-code', '<iframe srcdoc="&lt;p>x"></iframe>'],
  'an address in a drawing that is code': [
    'link-scheme',
    '<svg aria-hidden="true"><a xlink:href="javascript:alert(1)"/></svg>',
  ],
  'an id twice': ['id-repeated', '<p id="p1">x</p>'],
};

const FAULTS: Readonly<Record<string, Fault>> = {
  'an address of the site in a feed': {
    rule: 'link-dead',
    file: 'zh/feed.xml',
    plant: (source) => source.replaceAll('/zh/replies/2025-86/', '/zh/replies/2025-87/'),
  },
  'a canonical link that leads nowhere': {
    rule: 'link-dead',
    file: 'en/about/index.html',
    plant: (source) => source.replaceAll('.example/en/about/"', '.example/en/abuot/"'),
  },
  'a page that sends readers on': {
    rule: 'foreign-request',
    file: REPLY,
    plant: (source) =>
      source.replace('<title>', '<meta http-equiv="refresh" content="0; url=https://a.example.com/"><title>'),
  },
  'a picture in a chart that stands elsewhere': {
    rule: 'foreign-request',
    file: /.*\.svg$/,
    plant: (source) => source.replace('</svg>', '<feImage href="https://cdn.example.com/x.png"/></svg>'),
  },
  'a style sheet that loads from elsewhere': {
    rule: 'foreign-request',
    file: /^assets\/.*\.css$/,
    plant: (source) => `${source}a{background:url(https://cdn.example.com/x.png)}`,
  },
  'a script that asks elsewhere': {
    rule: 'foreign-request',
    file: /^assets\/reader-settings.*\.js$/,
    plant: (source) => `${source};fetch("https://a.example.com/log")`,
  },
  'a script in a chart': {
    rule: 'inline-code',
    file: /^charts\/.*\.svg$|.*\.svg$/,
    plant: (source) => source.replace('</svg>', '<script>alert(1)</script></svg>'),
  },
  'a mobile number that mark-up cuts in two': {
    rule: 'personal-mobile',
    file: 'en/about/index.html',
    plant: insert('<p>138<b>0013</b>8000</p>'),
  },
  'a mobile number in an attribute': {
    rule: 'personal-mobile',
    file: 'en/about/index.html',
    plant: insert(`<p title="&#49;${MOBILE.slice(1)}">x</p>`),
  },
  'an identity number in a feed': {
    rule: 'personal-identity-card',
    file: 'zh/feed.xml',
    plant: (source) => source.replace('</feed>', `<!-- ${IDENTITY} --></feed>`),
  },
  'a private mail address in the interface for programs': {
    rule: 'personal-mail',
    file: 'api/v1/replies/2025-86.json',
    plant: (source) => source.replace('"主动公开"', '"someone@qq.com"'),
  },
  'a bank card in a data file': {
    rule: 'personal-bank-card',
    file: 'data/saving-schemes.csv',
    plant: (source) => `${source}${CARD}\r\n`,
  },
  'a mobile number in a chart': {
    rule: 'personal-mobile',
    file: /.*\.svg$/,
    plant: (source) => source.replace('</svg>', `<text>${MOBILE}</text></svg>`),
  },
  'a mobile number in the search index': {
    rule: 'personal-mobile',
    file: /^pagefind\/.*\/zh\/fragment\/.*\.pf_fragment$/,
    plant: (source) => source.replace('"title":"', `"title":"${MOBILE}，`),
  },
  'one character of the official text changed': {
    rule: 'text-differs',
    file: REPLY,
    plant: (source) => source.replace('尊敬的何甲代表', '尊敬的何加代表'),
  },
  'one character of it changed where both languages stand': {
    rule: 'text-differs',
    file: 'bilingual/replies/2025-86/index.html',
    plant: (source) => source.replace('尊敬的何甲代表：<', '尊敬的何加代表：<'),
  },
  'one character of the text for programs changed': {
    rule: 'text-hash',
    file: 'api/v1/replies/2025-86.json',
    plant: (source) => source.replace('"zh":"尊敬的何甲代表', '"zh":"尊敬的何加代表'),
  },
  'a page that the sitemap does not name': {
    rule: 'sitemap-missing',
    file: 'sitemap.xml',
    plant: (source) => source.replace('/en/about/</loc>', '/en/</loc>'),
    at: 'en/about/index.html',
  },
  'a page in the sitemap that there is not': {
    rule: 'sitemap-unknown',
    file: 'sitemap.xml',
    plant: (source) => source.replace('</urlset>', '<url><loc>https://dafu.example/zh/nothing/</loc></url></urlset>'),
  },
  'no sitemap at all': { rule: 'sitemap-missing', file: 'sitemap.xml', plant: undefined, at: REPLY },
  'a page that does not name its twin': {
    rule: 'twin',
    file: 'en/about/index.html',
    plant: (source) => source.replace(/<link rel="alternate" hreflang="[^>]*>/g, ''),
  },
  'a twin that names another page back': {
    rule: 'twin',
    file: 'en/about/index.html',
    plant: (source) => source.replace(/(hreflang="zh-Hans" href="[^"]*)about\//, '$1replies/'),
  },
  'a second heading of the first level': {
    rule: 'one-heading',
    file: 'en/about/index.html',
    plant: insert('<h1>x</h1>'),
  },
  'a page without a language': {
    rule: 'page-language',
    file: 'en/about/index.html',
    plant: (source) => source.replace(/<html lang="[^"]*"/, '<html'),
  },
  'a page without a title': {
    rule: 'page-title',
    file: 'en/about/index.html',
    plant: (source) => source.replace(/<title>[^<]*<\/title>/, ''),
  },
  'a document without its page': {
    rule: 'document-missed',
    file: 'zh/about/index.html',
    plant: undefined,
    at: 'content/pages/about/zh.mdx',
  },
  'a page that weighs too much': {
    rule: 'page-budget',
    file: REPLY,
    plant: insert(
      `<p>${Array.from({ length: 9000 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7919) % 20000))).join('')}</p>`,
    ),
  },
  'a script that weighs too much': {
    rule: 'page-budget',
    file: /^assets\/reader-settings.*\.js$/,
    plant: (source) => `${source}//${'x'.repeat(1024)}`,
    at: REPLY,
  },
};

describe('a finished site with a fault in it is refused, with the place:', () => {
  let copy: string;
  /** The content, and a file of `public/` in which somebody wrote the numbers: what nobody wrote is not looked for. */
  let written: string;
  beforeAll(() => {
    copy = join(mkdtempSync(join(tmpdir(), 'dafu-audit-')), 'site');
    cpSync(inject('dist'), copy, { recursive: true, dereference: true });
    written = copyOfBureau();
    mkdirSync(join(written, 'public'), { recursive: true });
    writeFileSync(join(written, 'public/numbers.txt'), [MOBILE, IDENTITY, CARD].join('\n'));
  });
  afterAll(() => {
    rmSync(resolve(copy, '..'), { recursive: true });
    rmSync(written, { recursive: true });
  });

  const fileOf = ({ file }: Fault): string => {
    const found = typeof file === 'string' ? file : builtFiles().find((name) => file.test(name));
    if (found === undefined) throw new Error(`no file of the site is like ${file}`);
    return found;
  };

  /** Plants a fault, lets `check` look, and takes it out again. */
  async function withFault(fault: Fault, check: (file: string) => Promise<void> | void): Promise<void> {
    const file = fileOf(fault);
    const path = join(copy, file);
    const before = readFileSync(path);
    const packed = file.endsWith('.pf_fragment');
    try {
      if (fault.plant === undefined) rmSync(path);
      else {
        const source = (packed ? gunzipSync(before) : before).toString('utf8');
        const planted = fault.plant(source);
        expect(planted).not.toBe(source);
        writeFileSync(path, packed ? gzipSync(planted) : planted);
      }
      await check(file);
    } finally {
      writeFileSync(path, before);
    }
  }

  describe('in a page', () => {
    /** The finished page with each mark-up in a line of its own, and the findings by rule and line. */
    const findings = new Set<string>();
    let lines: readonly string[];
    beforeAll(async () => {
      const markup = Object.values(MARKUP).map(([, text]) => `\n${text}`);
      await withFault({ rule: '', file: REPLY, plant: insert(`${markup.join('')}\n`) }, async () => {
        lines = readFileSync(join(copy, REPLY), 'utf8').split('\n');
        for (const { rule, place } of await audit(copy, written))
          if (place.file === REPLY) findings.add(`${rule} ${place.line}`);
      });
    });

    test.each(Object.entries(MARKUP))('%s', (_, [rule, markup]) => {
      expect([...findings]).toContain(`${rule} ${lines.indexOf(markup) + 1}`);
    });
  });

  test.each(Object.entries(FAULTS))('%s', async (_, fault) => {
    await withFault(fault, async (file) => {
      const findings = (await audit(copy, written)).filter(({ rule }) => rule === fault.rule);
      expect(findings.map(({ place }) => place.file)).toContain(fault.at ?? file);
    });
  });

  test('a link of the file system in it', async () => {
    const link = join(copy, 'zh/passwords.txt');
    symlinkSync('/etc/passwd', link);
    try {
      expect((await audit(copy)).map(({ rule, place }) => [rule, place.file])).toEqual([
        ['site-file', 'zh/passwords.txt'],
      ]);
    } finally {
      rmSync(link);
    }
  });

  test('metadata in a picture', async () => {
    const file = builtFiles().find((name) => /^cards\/.*\.png$/.test(name)) ?? '';
    const words = Buffer.from('Author\0Somebody');
    const chunk = Buffer.concat([Buffer.from([0, 0, 0, words.length]), Buffer.from('tEXt'), words, Buffer.alloc(4)]);
    const before = readFileSync(join(copy, file));
    writeFileSync(join(copy, file), Buffer.concat([before.subarray(0, 33), chunk, before.subarray(33)]));
    expect((await audit(copy)).map(({ rule, place }) => [rule, place.file])).toEqual([['image-metadata', file]]);
    writeFileSync(join(copy, file), before);
  });

  test('the command names the place and exits 1', async () => {
    const { code, output } = await dafu(['audit', copy, '--root', BUREAU]);
    expect([code, output]).toEqual([0, expect.stringContaining('0 error(s)')]);
    await withFault({ rule: '', file: REPLY, plant: insert('<script>alert(1)</script>') }, async (file) => {
      const refused = await dafu(['audit', copy, '--root', BUREAU]);
      expect(refused.code).toBe(1);
      expect(refused.output).toMatch(new RegExp(`^${file}:\\d+:\\d+  error  inline-code`, 'm'));
    });
    expect(existsSync(join(copy, REPLY))).toBe(true);
  });
});
