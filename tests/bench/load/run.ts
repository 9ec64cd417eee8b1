#!/usr/bin/env node
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { switchLink } from '../../../src/build/output/switch.ts';
import { nginxConfiguration } from '../../../src/release/headers/nginx.ts';
import { keepFiles, listReleases } from '../../../src/release/releases.ts';
import { listFilesBelow } from '../../../src/system/files.ts';

const HELP = `Loads nginx with the shipped configuration while releases switch, and counts what failed.

npm run bench:load -- --releases DIR [--seconds 60] [--connections 256] [--threads 2] [--every 5] [--port 28080]

  --releases DIR   a root's releases/ folder, as dafu release leaves it; it is copied by links and not changed
  --every S        seconds between two switches of the link

It needs nginx and wrk (Debian packages of these names). The last two releases are switched between, or the only
one and a copy of it. Half of the requests take pages and files that both have, half hashed files of either:
what a page opened before a switch still asks for; of the search index a stretch, as the page does.
`;

const { values } = parseArgs({
  options: {
    releases: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    connections: { type: 'string', default: '256' },
    threads: { type: 'string', default: '2' },
    every: { type: 'string', default: '5' },
    port: { type: 'string', default: '28080' },
    help: { type: 'boolean', short: 'h' },
  },
});

function fail(message: string): never {
  process.stderr.write(`bench:load: ${message}\n`);
  process.exit(2);
}

if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const source = path.resolve(values.releases ?? fail('--releases DIR is needed'));
if (!existsSync(path.join(source, 'current'))) fail(`${source} holds no release`);
for (const program of ['nginx', 'wrk']) {
  if (spawnSync(program, ['-v'], { stdio: 'ignore' }).error) fail(`${program} is not installed`);
}

const work = mkdtempSync(path.join(tmpdir(), 'dafu-load-'));
const releases = path.join(work, 'releases');
const [first, second] = twoReleases();
const script = path.join(work, 'load.lua');
writeFileSync(script, loadScript());
const nginx = await startNginx();
try {
  process.stdout.write(await load());
} finally {
  nginx.kill();
  rmSync(work, { recursive: true });
}

/** The last two releases, or the only one twice, each with a hashed file of its own besides. */
function twoReleases(): readonly [string, string] {
  const last = listReleases(source).at(-1) ?? fail(`${source} holds no release`);
  const earlier = listReleases(source).at(-2) ?? last;
  mkdirSync(releases);
  const copies = [`1-${'a'.repeat(12)}`, `2-${'b'.repeat(12)}`] as const;
  for (const [copy, name] of [
    [copies[0], earlier],
    [copies[1], last],
  ] as const) {
    // Links take no room; a release of thousands of replies is gigabytes.
    const { status } = spawnSync('cp', ['-al', path.join(source, name), path.join(releases, copy)]);
    if (status !== 0) cpSync(path.join(source, name), path.join(releases, copy), { recursive: true });
    writeFileSync(path.join(releases, copy, `assets/only-${copy}.js`), `// of ${copy} alone\n`);
    keepFiles(releases, copy);
  }
  symlinkSync(copies[0], path.join(releases, 'current'));
  return copies;
}

/** What wrk asks for: any page or file that both releases have, and hashed files of either; a share of them compressed. */
function loadScript(): string {
  const asked = listFilesBelow(path.join(releases, first))
    .filter((name) => !/\.(?:br|gz)$/.test(name) && existsSync(path.join(releases, second, name)))
    .map((name) => `/${name.replace(/(^|\/)index\.html$/, '$1')}`);
  const single = listFilesBelow(path.join(releases, 'kept'))
    .filter((name) => !/\.(?:br|gz)$/.test(name))
    .map((name) => `/${name}`);
  const list = (paths: readonly string[]) => paths.map((each) => `  ${JSON.stringify(encodeURI(each))},`).join('\n');
  return `local any = {
${list(asked)}
}
local single = {
${list(single)}
}
local compressed = { ["Accept-Encoding"] = "gzip" }
local stretch = { ["Range"] = "bytes=0-16383" }
local thread = 0
function setup(each) thread = thread + 1; each:set("seed", thread) end
function init() math.randomseed(seed) end
function request()
  local paths = math.random() < 0.5 and any or single
  local path = paths[math.random(#paths)]
  -- The search index is read in stretches.
  if path:match("%.bin$") then return wrk.format("GET", path, stretch) end
  return wrk.format("GET", path, math.random() < 0.7 and compressed or nil)
end
`;
}

async function startNginx() {
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${work}/${name};`,
  );
  writeFileSync(
    path.join(work, 'site.conf'),
    nginxConfiguration({ releases, base: '/', listen: `127.0.0.1:${values.port}` }),
  );
  writeFileSync(
    path.join(work, 'nginx.conf'),
    `daemon off; worker_processes auto; ${process.getuid?.() === 0 ? 'user root;' : ''} pid ${work}/nginx.pid;
     error_log ${work}/error.log; worker_rlimit_nofile 8192;
     events { worker_connections 2048; } http { access_log off; ${folders.join(' ')} include ${work}/site.conf; }`,
  );
  const child = spawn('nginx', ['-c', path.join(work, 'nginx.conf'), '-e', path.join(work, 'error.log')]);
  for (let tries = 0; tries < 50; tries += 1) {
    if (
      await fetch(`http://127.0.0.1:${values.port}/`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return child;
    await setTimeout(100);
  }
  child.kill();
  return fail('nginx did not start');
}

/** Runs wrk while the link goes to and fro, and gives its report with the number of switches. */
async function load(): Promise<string> {
  const { seconds, connections, threads, every, port } = values;
  const wrk = spawn('wrk', [
    '-t',
    threads,
    '-c',
    connections,
    '-d',
    `${seconds}s`,
    '--latency',
    '-s',
    script,
    `http://127.0.0.1:${port}/`,
  ]);
  let report = '';
  for (const stream of [wrk.stdout, wrk.stderr])
    stream.on('data', (part: Buffer) => {
      report += part.toString();
    });
  let switches = 0;
  const timer = setInterval(() => {
    switches += 1;
    switchLink(path.join(releases, 'current'), path.join(releases, switches % 2 === 1 ? second : first));
  }, Number(every) * 1000);
  const code = await new Promise<number | null>((give) => wrk.once('close', give));
  clearInterval(timer);
  const failed = /Non-2xx or 3xx responses: (\d+)/.exec(report)?.[1] ?? '0';
  const broken = /Socket errors: (.*)/.exec(report)?.[1] ?? 'none';
  if (code !== 0 || failed !== '0' || broken !== 'none') process.exitCode = 1;
  return `${report}\nswitches: ${switches}\nfailed responses: ${failed}\nsocket errors: ${broken}\n`;
}
