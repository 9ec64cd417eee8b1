import process from 'node:process';
import type { Parameters } from 'fast-check';
import fc from 'fast-check';

/** `npm run fuzz` sets these; the tests of every change run a fixed number of inputs from a fixed seed. */
const seconds = Number(process.env.DAFU_FUZZ_SECONDS ?? 0);
const seed = Number(process.env.DAFU_FUZZ_SEED ?? 578);

/** How long one property may take, in milliseconds. */
export const FUZZ_TIMEOUT = (seconds + 60) * 1000;

/** How a property is run: so many inputs, or with `npm run fuzz` as many as the time allows. */
export function runs<Values>(usual = 300): Parameters<Values> {
  if (seconds === 0) return { seed, numRuns: usual };
  return {
    seed,
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: seconds * 1000,
    markInterruptAsFailure: false,
  };
}

/** Pieces that mean something to one of the parsers, and characters that trip programs up. */
const PIECES = [
  ...'0123456789零一二三四五六七八九十百千万亿兆两〇.,，。、:：;；-—~～%％‰〔〕[]()（）{}<>《》“”"\'`*_#|\\/&+=@!?$^',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\u3000',
  '\u00a0',
  '\u0000',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\ufffd',
  '\ud800',
  '\udc00',
  '😀',
  'e\u0301',
  '：\n',
  '---\n',
  '__proto__',
  'constructor',
  'toString',
  '&a *a <<: !!js/function ',
  '? ',
  '- ',
  '|\n',
  '>\n',
  'é',
  'ß',
  'ﬁ',
  'İ',
  '号',
  '函',
  '第',
  '年',
  '月',
  '日',
  '亩',
  '公顷',
  '亿元',
  '约',
  '分之',
  'mu',
  'hectares',
  'million yuan',
  'percent',
  'No. ',
  'twenty-one ',
  'hundred ',
  'thousand ',
  'first ',
  'May ',
  '2025',
  '2025-05-06',
  '[2025] 846号',
  '1e999',
  '-0',
  '0x10',
  '١٢',
  '½',
] as const;

/** Text of pieces that parsers care about, and of any characters at all. */
export const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

/** A text with up to five slips in it: pieces put in, stretches taken out or repeated. */
export function slipsIn(text: string): fc.Arbitrary<string> {
  const slip = fc.record({ at: fc.nat(text.length), cut: fc.nat({ max: 12 }), put: hostileText, again: fc.boolean() });
  return fc
    .array(slip, { minLength: 1, maxLength: 5 })
    .map((slips) =>
      slips.reduce(
        (now, { at, cut, put, again }) =>
          now.slice(0, at) + put + (again ? now.slice(at, at + cut) : '') + now.slice(at + cut),
        text,
      ),
    );
}

/** Bytes with up to eight of them changed. */
export function brokenBytes(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const change = fc.tuple(fc.nat(Math.max(0, bytes.length - 1)), fc.nat(255));
  const end = fc.oneof(fc.constant(bytes.length), fc.nat(bytes.length));
  return fc.tuple(fc.array(change, { minLength: 1, maxLength: 8 }), end).map(([changes, length]) => {
    const broken = Uint8Array.from(bytes);
    for (const [at, value] of changes) broken[at] = value;
    return broken.subarray(0, length);
  });
}
