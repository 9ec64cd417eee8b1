#!/usr/bin/env node
// Starts Dafu on the Node that it needs. Must itself run on any Node that npm runs on: what starts it may be older.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED = 24;

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
// A package has the modules compiled, since Node strips no types below node_modules; a checkout has them as they are written.
const main = [join(folder, 'src/cli/main.ts'), join(folder, 'program/cli/main.js')].find((file) => existsSync(file));

/** The Node that npm installed beside the program; undefined where there is none for this machine. */
function installedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  try {
    const own = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    return join(own, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    return undefined;
  }
}

/** Runs this file on another Node, which hears the same signals. */
function runOn(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    process.stderr.write(`dafu: ${node}: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => {
    if (signal === null) process.exitCode = code ?? 1;
    else {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    }
  });
}

if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
  await import(pathToFileURL(main).href);
} else {
  const node = installedNode();
  if (node !== undefined && existsSync(node)) runOn(node);
  else {
    process.stderr.write(
      `dafu: 需要 Node ${NEEDED} 或更新的版本，现在运行的是 ${process.versions.node}：请安装新版 Node，或在 npm 装有可选依赖（optional）的文件夹里重新运行 npm install\n` +
        `dafu: Node ${NEEDED} or newer is needed, and this is ${process.versions.node}: install it, or run npm install again with optional packages, which bring it\n`,
    );
    process.exitCode = 1;
  }
}
