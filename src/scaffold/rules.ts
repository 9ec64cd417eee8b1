import { BUILD_RULES } from '../build/rules.ts';
import type { FindingLanguage } from '../errors.ts';
import { IMPORT_RULES } from '../import/rules.ts';
import { type CheckWords, checkWords } from '../language/messages/check.ts';
import { RELEASE_RULES } from '../release/rules.ts';
import { type Example, type ExampleFile, isShownByContent, type Rule } from '../rule.ts';
import { RULES } from '../rules/index.ts';

/** A text with invisible characters as code points and long runs shortened, so that readers see what is in it. */
function visible(text: string): string {
  const shown = text.replace(/(?![\n])[\p{Cc}\p{Cf}\p{Co}\ufffd]/gu, (character) => `[U+${hex(character)}]`);
  return shown.replace(/(.)\1{30,}/g, (run) => `${run.slice(0, 6)}…`);
}

const hex = (character: string) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

function exampleLines(file: ExampleFile, words: CheckWords): string[] {
  const name = file.kind === 'renamed' ? `${file.path} → ${file.to}` : file.path;
  const text = file.kind === 'absent' ? words.absent : visible(file.text);
  return [
    `${name}:`,
    ...text
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => `  ${line}`),
  ];
}

const example = (files: Example, words: CheckWords) => files.flatMap((file) => exampleLines(file, words));

/** One rule, or all, as text for a terminal. `undefined` where there is no rule of that id. */
export function rulesText(id: string | undefined, locale: FindingLanguage): string | undefined {
  const words = checkWords[locale];
  const wanted = ALL_RULES.filter((rule) => id === undefined || rule.id === id);
  if (wanted.length === 0) return undefined;
  return `${wanted.map((rule) => ruleText(rule, locale, words)).join('\n\n')}\n`;
}

function ruleText({ id, severity, why, examples, waivable }: Rule, locale: FindingLanguage, words: CheckWords): string {
  const indent = (lines: string[]) => lines.map((line) => `    ${line}`);
  return [
    `${id}  (${words[severity]})`,
    `  ${why[locale]}`,
    ...(waivable ? [`  ${words.waivable}`] : []),
    ...(isShownByContent(examples)
      ? [
          `  ${words.bad}:`,
          ...indent(example(examples.bad, words)),
          `  ${words.good}:`,
          ...indent(example(examples.good, words)),
        ]
      : [`  ${words.brokenBy}: ${examples.bad[locale]}`]),
  ].join('\n');
}

/** docs/rules.md: every rule in both languages. */
export function rulesMarkdown(): string {
  const { zh, en } = checkWords;
  const fence = (files: Example) => ['```text', ...example(files, zh), '```'];
  const rules = ALL_RULES.flatMap(({ id, severity, why, examples, waivable }) => [
    '',
    `## ${id}`,
    '',
    `**${zh[severity]}**：${why.zh}${waivable ? zh.waivable : ''}`,
    '',
    `**${en[severity]}**: ${why.en}${waivable ? ` ${en.waivable}` : ''}`,
    '',
    ...(isShownByContent(examples)
      ? [
          `${zh.bad} / ${en.bad}:`,
          '',
          ...fence(examples.bad),
          '',
          `${zh.good} / ${en.good}:`,
          '',
          ...fence(examples.good),
        ]
      : [`${zh.brokenBy}：${examples.bad.zh}`, '', `${en.brokenBy}: ${examples.bad.en}`]),
  ]);
  const head = [
    '# 规则 / Rules',
    '',
    '`dafu check` 按这些规则检查 `content/`、`data/` 和 `public/`；导入、生成、发布时的规则列在后面。本页由 `dafu rules --format markdown` 生成，例子就是规则的测试。',
    '',
    '`dafu check` holds `content/`, `data/` and `public/` to these rules; those of import, build and release come last. This page is made by `dafu rules --format markdown`; the examples are the rules’ tests.',
  ];
  return `${[...head, ...rules].join('\n')}\n`;
}

/** Every rule that any command can find broken: what `dafu rules` and docs/rules.md list. */
export const ALL_RULES: readonly Rule[] = [
  ...RULES,
  ...Object.values(IMPORT_RULES),
  ...Object.values(BUILD_RULES),
  ...Object.values(RELEASE_RULES),
];
