import { createHash } from 'node:crypto';
import { pinyin } from 'pinyin-pro';
import { endingOf } from './file-types.ts';

/** Longer names are cut: an address has to be read out and typed. */
const LONGEST = 60;

/** A file's name in lower-case letters, digits and hyphens, Chinese by its sounds: `附件1 项目表.pdf` is `fu-jian-1-xiang-mu-biao.pdf`. */
function plainName(name: string): string {
  const ending = endingOf(name);
  const stem = name.slice(0, name.length - ending.length - 1).normalize('NFKC');
  const sounds = pinyin(stem, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).join('-');
  const plain = sounds
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|(?<!-)-+$/g, '');
  return `${plain === '' ? 'file' : plain}.${ending}`;
}

const shortHash = (text: string): string =>
  createHash('sha256').update(text.normalize('NFC')).digest('hex').slice(0, 6);

/**
 * The names under which files beside a reply are published, by their own names: the same whatever else stands there, but for a name
 * that another before it sounds like, which gets part of its hash.
 */
export function publishedNames(names: readonly string[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    if (given.has(name)) continue;
    const plain = plainName(name);
    const own = taken.has(plain) ? plain.replace(/(\.[^.]+)$/, `-${shortHash(name)}$1`) : plain;
    taken.add(own);
    given.set(name, own);
  }
  return given;
}
