import type { CommandWords } from '../words.ts';

const zh = {
  describe: '按 content/bureaus.yaml 写出 CODEOWNERS：每个单位的答复文件夹由谁批准；加 --check 时核对已有的文件',
  check: '核对已有的 CODEOWNERS（默认在平台认的位置找），有出入时退出码为 1',
  notFound: (places: readonly string[]) =>
    `没有找到 CODEOWNERS，找过：${places.join('、')}。先运行 dafu codeowners > .github/CODEOWNERS`,
  fine: (file: string, count: number) => `${file}：${count}个单位的文件夹都有人批准。`,
  missing: (bureau: string, line: string) => `${bureau}的答复文件夹没有单独一行，请加上：${line}`,
  placeholder: (bureau: string) => `${bureau}那一行还没有换成真实的人或组（@organisation/…）`,
  others: (bureau: string, expected: string) =>
    `${bureau}那一行的批准人与 bureaus.yaml 的 owners 不一致，应有：${expected}`,
  overridden: (bureau: string, pattern: string) => `“${pattern}”写在${bureau}那一行之后，后面的规则优先，请移到它前面`,
};

const en: typeof zh = {
  describe:
    'write CODEOWNERS from content/bureaus.yaml: who approves each bureau’s folder of replies; with --check, compare an existing file',
  check: 'check an existing CODEOWNERS (by default where the forge looks for it); exits 1 where it differs',
  notFound: (places) => `no CODEOWNERS in ${places.join(', ')}; run dafu codeowners > .github/CODEOWNERS first`,
  fine: (file, count) =>
    `${file}: ${count === 1 ? 'the one bureau has' : `all ${count} bureaus have`} their folders approved.`,
  missing: (bureau, line) => `the folder of ${bureau} has no line of its own; add: ${line}`,
  placeholder: (bureau) => `the line of ${bureau} still names nobody real (@organisation/…)`,
  others: (bureau, expected) => `the line of ${bureau} lacks owners that bureaus.yaml gives: ${expected}`,
  overridden: (bureau, pattern) =>
    `“${pattern}” stands after the line of ${bureau}, and later lines win: move it before`,
};

/** Words of `dafu codeowners`. */
export const codeownersWords: CommandWords<typeof zh> = { zh, en };
