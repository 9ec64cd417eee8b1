import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { serverConfiguration } from '../../src/release/headers/index.ts';
import { headersOf } from '../../src/release/headers/policy.ts';
import { staticHostHeaders } from '../../src/release/headers/static-host.ts';
import { CONTENT_TYPES } from '../../src/release/headers/types.ts';
import { PUBLIC_TYPES } from '../../src/rules/layout.ts';
import { CommandError } from '../../src/terminal/failures.ts';
import { needsProgram } from '../outside.ts';
import { FILES } from './servers.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Where the systemd unit's working folder has its releases; what every shipped file is written for. */
const RELEASES = '/srv/dafu/site/releases';
/** A site at the top of its address, without former addresses. */
const SITE = join(ROOT, 'tests/rules/sample');
const shipped = (file: string) => readFileSync(join(ROOT, 'deploy', file), 'utf8');

describe('the shipped files', () => {
  test.each([
    ['nginx', 'nginx.conf'],
    ['caddy', 'Caddyfile'],
  ] as const)('for %s are what server-config writes', (server, file) => {
    expect(shipped(file)).toBe(serverConfiguration(server, SITE, RELEASES, undefined));
  });

  test.each([
    ['/srv/x; }', '80'],
    ['/srv/a b', '80'],
    ['/srv/a"b', '80'],
    ['/srv/a\\b', '80'],
    ['/srv/a\nb', '80'],
    [RELEASES, '80; include /etc/passwd'],
    [RELEASES, '80 }\n'],
    [RELEASES, '$host'],
    [RELEASES, '80 # {'],
  ])('are not written for %j and %j, which would change what they say', (releases, listen) => {
    for (const server of ['nginx', 'caddy'] as const)
      expect(() => serverConfiguration(server, SITE, releases, listen)).toThrow(CommandError);
  });

  test('may name folders in any script and listen as a server can', () => {
    expect(serverConfiguration('nginx', SITE, '/srv/答复/releases', '[::]:443 ssl')).toContain('listen [::]:443 ssl;');
    expect(serverConfiguration('caddy', SITE, RELEASES, 'a.example, b.example:8443')).toContain(
      'a.example, b.example:8443 {',
    );
  });

  test('for nginx is right to nginx itself', (context) => {
    needsProgram(context, 'nginx');
    const folder = mkdtempSync(join(tmpdir(), 'dafu-nginx-'));
    try {
      // Only root may listen on port 80, which the test opens.
      writeFileSync(
        join(folder, 'site.conf'),
        shipped('nginx.conf').replace('listen 80;', `listen unix:${join(folder, 'socket;')}`),
      );
      const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder};`);
      writeFileSync(
        join(folder, 'nginx.conf'),
        `pid ${folder}/pid; error_log ${folder}/log; events {} http { ${places.join(' ')} access_log off; include ${folder}/site.conf; }`,
      );
      const checked = spawnSync('nginx', ['-t', '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'log')], {
        encoding: 'utf8',
      });
      expect([checked.status, checked.stderr]).toEqual([0, expect.not.stringMatching(/\[(?:warn|error|emerg)\]/)]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('for Caddy is right to Caddy itself', (context) => {
    needsProgram(context, 'caddy');
    const file = join(ROOT, 'deploy/Caddyfile');
    const checked = spawnSync('caddy', ['validate', '--config', file, '--adapter', 'caddyfile'], { encoding: 'utf8' });
    expect([checked.status, checked.stderr]).toEqual([0, expect.not.stringMatching(/"level":"error"|not formatted/)]);
  });

  test.each([...PUBLIC_TYPES])('know the type of .%s, which public/ may hold', (ending) => {
    expect(CONTENT_TYPES).toHaveProperty(ending);
  });

  test('lets nginx in its container read the same folder, and nothing else', () => {
    const { services } = z
      .object({ services: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(parse(shipped('compose.yml')));
    expect(Object.keys(services)).toEqual(['web']);
    // The digest of an image is not known without a network; the version is exact.
    expect(services.web).toMatchObject({
      image: expect.stringMatching(/^nginx:\d+\.\d+\.\d+-alpine$/),
      read_only: true,
    });
    expect(services.web?.volumes).toEqual([
      `${RELEASES}:${RELEASES}:ro`,
      './nginx.conf:/etc/nginx/conf.d/default.conf:ro',
    ]);
    expect(services.web?.cap_drop).toEqual(['ALL']);
  });
});

describe('the systemd units', () => {
  /** The settings of a unit file, by section and name; a name may come several times. */
  const unit = (name: string) => {
    const settings = new Map<string, string[]>();
    let section = '';
    for (const line of shipped(`systemd/${name}`).split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const [, own] = /^\[(\w+)\]$/.exec(line) ?? [];
      if (own !== undefined) {
        section = own;
        continue;
      }
      const [, key, value] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? [];
      if (key === undefined || value === undefined) throw new Error(`${name}: ${line}`);
      settings.set(`${section}.${key}`, [...(settings.get(`${section}.${key}`) ?? []), value]);
    }
    return settings;
  };

  test('pull, release and switch by the shipped script, as a user of their own', () => {
    const service = unit('dafu-publish.service');
    expect(`${service.get('Service.WorkingDirectory')?.[0]}/releases`).toBe(RELEASES);
    expect(service.get('Service.ExecStart')).toEqual(['/srv/dafu/site/deploy/publish.sh']);
    expect(service.get('Service.User')).toEqual(['dafu']);
    for (const key of ['NoNewPrivileges', 'PrivateTmp', 'ProtectHome'])
      expect(service.get(`Service.${key}`)).toEqual(['true']);
    expect(service.get('Service.ProtectSystem')).toEqual(['strict']);
    expect(service.get('Service.CapabilityBoundingSet')).toEqual(['']);
  });

  test('are started by a timer of minutes, and by one of days on Beijing’s clock', () => {
    expect(unit('dafu-publish.timer').get('Timer.OnUnitInactiveSec')).toEqual(['5min']);
    const daily = unit('dafu-daily.timer');
    expect(daily.get('Timer.OnCalendar')).toEqual(['*-*-* 00:05:00 Asia/Shanghai']);
    expect(daily.get('Timer.Unit')).toEqual(['dafu-publish.service']);
  });

  test('are right to systemd itself', (context) => {
    needsProgram(context, 'systemd-analyze');
    const folder = mkdtempSync(join(tmpdir(), 'dafu-units-'));
    // The clone does not stand where the units look for it; the script does, here.
    const files = readdirSync(join(ROOT, 'deploy/systemd')).map((name) => {
      writeFileSync(join(folder, name), shipped(`systemd/${name}`).replaceAll('/srv/dafu/site/', `${ROOT}/`));
      return join(folder, name);
    });
    const checked = spawnSync('systemd-analyze', ['verify', '--man=no', ...files], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect([checked.status, checked.stderr]).toEqual([0, '']);
    const calendar = spawnSync('systemd-analyze', ['calendar', '*-*-* 00:05:00 Asia/Shanghai'], { encoding: 'utf8' });
    expect([calendar.status, calendar.stderr]).toEqual([0, '']);
  });
});

describe('the workflows', () => {
  const WORKFLOWS = readdirSync(join(ROOT, 'deploy/ci'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.ya?ml$/.test(name),
  );
  /** Every value of a key, however deep. */
  const all = (value: unknown, key: string): unknown[] =>
    value === null || typeof value !== 'object'
      ? []
      : Object.entries(value).flatMap(([own, inner]) => [...(own === key ? [inner] : []), ...all(inner, key)]);

  const INBOX = WORKFLOWS.filter((name) => name.includes('inbox'));
  const PUBLISH = WORKFLOWS.filter((name) => !INBOX.includes(name));

  test('are there for each forge', () => {
    expect(INBOX.map((name) => name.split('/')[0]).sort()).toEqual(['gitea', 'gitee', 'github', 'gitlab']);
    expect(PUBLISH.map((name) => name.split('/')[0]).sort()).toEqual(['gitea', 'gitee', 'github', 'gitlab']);
  });

  test.each(PUBLISH)('%s runs what a change has to pass', (name) => {
    expect(shipped(`ci/${name}`)).toMatch(/(?:run:|-) deploy\/check\.sh \S+$/m);
  });

  test.each(INBOX)('%s runs the importing script, and no script of a package before it', (name) => {
    expect(shipped(`ci/${name}`)).toMatch(/npm ci --ignore-scripts\n[\s\S]*deploy\/inbox\.sh/);
  });

  test.each(INBOX)('%s keeps the proof sheets among its results', (name) => {
    const workflow: unknown = parse(shipped(`ci/${name}`));
    const kept = [...all(workflow, 'uses'), ...all(workflow, 'artifacts')];
    expect(JSON.stringify(kept)).toMatch(/upload-artifact|proofs/);
    expect(shipped(`ci/${name}`)).toMatch(/PROOFS[:=] ?proofs/);
  });

  // It pushes a branch that a person then reviews: for what is on main already, and never for a stranger's request.
  test.each(INBOX.filter((name) => /^git(?:hub|ea)\//.test(name)))('%s may write, and runs for main only', (name) => {
    const workflow: unknown = parse(shipped(`ci/${name}`));
    expect(workflow).toMatchObject({ on: { push: { branches: ['main'], paths: ['inbox/**'] } } });
    expect(all(workflow, 'on').flatMap((events) => Object.keys(Object(events)))).toEqual(['push']);
    expect(all(workflow, 'permissions')).toEqual([
      name.startsWith('github') ? { contents: 'write', 'pull-requests': 'write' } : { contents: 'write' },
    ]);
    expect(all(workflow, 'run').filter((line) => String(line).includes('${{'))).toEqual([]);
  });

  test.each(WORKFLOWS)('%s pins what it uses', (name) => {
    const workflow: unknown = parse(shipped(`ci/${name}`));
    const uses = all(workflow, 'uses').map(String);
    expect(uses.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
    const images = [...all(workflow, 'image'), ...all(workflow, 'container')].map(String);
    expect(images.filter((image) => !/:\d+\.\d+\.\d+(?:-[a-z]+)?$|@sha256:[0-9a-f]{64}$/.test(image))).toEqual([]);
  });

  test.each(PUBLISH.filter((name) => /^git(?:hub|ea)\//.test(name)))(
    '%s may read the code and nothing else',
    (name) => {
      const workflow = z
        .object({ permissions: z.unknown(), on: z.record(z.string(), z.unknown()) })
        .parse(parse(shipped(`ci/${name}`)));
      expect(workflow.permissions).toEqual({ contents: 'read' });
      expect(all(workflow, 'permissions')).toHaveLength(1);
      expect(Object.keys(workflow.on).sort()).toEqual(['pull_request', 'push']);
      expect(all(parse(shipped(`ci/${name}`)), 'persist-credentials')).toEqual([false]);
      // Nothing that a stranger writes (titles, branch names) stands in a command.
      expect(all(parse(shipped(`ci/${name}`)), 'run').filter((line) => String(line).includes('${{'))).toEqual([]);
    },
  );
});

describe('the _headers file', () => {
  const rules = staticHostHeaders(Object.keys(FILES), '/')
    .split('\n\n')
    .map((rule) => rule.trim().split('\n'))
    .map(([path = '', ...headers]) => ({ path, headers: headers.map((line) => line.trim().split(': ')[0]) }));
  const matching = (path: string) =>
    rules.filter(({ path: rule }) => rule === path || (rule.endsWith('*') && path.startsWith(rule.slice(0, -1))));

  test.each(Object.keys(FILES).map((file) => `/${file.replace(/index\.html$/, '')}`))(
    'names no header twice for %s',
    (path) => {
      const names = matching(path).flatMap(({ headers }) => headers);
      expect(names.length).toBe(new Set(names).size);
      expect(names).toEqual(expect.arrayContaining(headersOf(path.slice(1)).map(([name]) => name)));
    },
  );
});
