import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { staticHostHeaders } from '../../src/desk/headers/static-host.ts';
import { serverConfiguration } from '../../src/desk/server-config.ts';
import { FILES } from './servers.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const shipped = (file: string) => readFileSync(join(ROOT, 'deploy', file), 'utf8');

describe('the shipped files', () => {
  test.each([
    ['nginx', 'nginx.conf'],
    ['caddy', 'Caddyfile'],
  ])('for %s are what server-config writes', (server, file) => {
    expect(shipped(file)).toBe(serverConfiguration(server, ROOT, '/srv/dafu/releases', undefined));
  });

  const workflows = readdirSync(join(ROOT, 'deploy/ci'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.ya?ml$/.test(name),
  );

  test.each(workflows)('%s pins what it uses by hash', (name) => {
    const uses = [...shipped(`ci/${name}`).matchAll(/^\s*(?:- )?uses:\s*(\S+)/gm)].map(([, action = '']) => action);
    expect(uses.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
    const images = [...shipped(`ci/${name}`).matchAll(/^\s*(?:image|container):\s*(\S+)/gm)].map(
      ([, image = '']) => image,
    );
    expect(images.filter((image) => !/:\d+\.\d+|@sha256:[0-9a-f]{64}$/.test(image))).toEqual([]);
  });
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
      expect(names).toContain('Content-Security-Policy');
      expect(names).toContain('Strict-Transport-Security');
    },
  );
});
