import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { FINDING_LANGUAGES, type Finding } from '../../../src/errors.ts';
import { cliWords } from '../../../src/language/messages/cli.ts';
import { importWords } from '../../../src/language/messages/importing.ts';
import { inboxWords } from '../../../src/language/messages/inbox.ts';
import { proofWords } from '../../../src/language/messages/proofing.ts';
import { isShownByContent } from '../../../src/rule.ts';
import { RULES } from '../../../src/rules/index.ts';
import { formatFindings } from '../../../src/terminal/failures.ts';
import { checkWholeSample, withExample } from '../../rules/sample.ts';

/** What only someone at a terminal can do anything with: a command, an option, a word in backticks. */
const COMMAND = /(?<![\p{L}\p{N}./-])(?:dafu|npm|npx|git) [a-z]|(?:^|[^\p{L}\p{N}-])--[a-z]|`[^`\n]+`/u;

/** Findings as the inbox's report, a proof sheet and the notes beside a change request show them. */
const onWeb = (findings: readonly Finding[]): string =>
  FINDING_LANGUAGES.map((language) => formatFindings(findings, language, cliWords[language], 'web')).join('\n');

const SHOWN = RULES.flatMap(({ id, examples }) => (isShownByContent(examples) ? [{ id, bad: examples.bad }] : []));

describe('what the check finds, told on a web page', () => {
  it.each(SHOWN)('$id names no command', async ({ bad }) => {
    expect(onWeb((await checkWholeSample(withExample(bad))).findings)).not.toMatch(COMMAND);
  });

  it('names them to someone at a terminal', async () => {
    const bad = SHOWN.find(({ id }) => String(id) === 'line-ending')?.bad ?? [];
    const { findings } = await checkWholeSample(withExample(bad));
    expect(formatFindings(findings, 'zh', cliWords.zh)).toContain('dafu check --fix');
  });
});

const SOURCE = resolve(import.meta.dirname, '../../../src');

/** Words in both languages that a source file holds, wherever they stand in it. */
interface Written {
  readonly file: string;
  /** The property that they are the value of: `hint`, `why`. */
  readonly of: string;
  /** The source of the words, without those for the web. */
  readonly words: string;
  readonly web: string | undefined;
}

/** The words of all strings in an expression, without the code between them. */
function textsIn(node: ts.Node): string {
  const own = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  const inner: string[] = [];
  ts.forEachChild(node, (child) => {
    inner.push(textsIn(child));
  });
  return own ? node.text : inner.join('\n');
}

function bilingualIn(file: string): Written[] {
  const tree = ts.createSourceFile(file, readFileSync(join(SOURCE, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Written[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const values = new Map(
        node.properties.flatMap((own) =>
          ts.isPropertyAssignment(own) ? [[own.name.getText(), textsIn(own.initializer)] as const] : [],
        ),
      );
      const [zh, en] = [values.get('zh'), values.get('en')];
      if (zh !== undefined && en !== undefined) {
        const { parent } = node;
        const of = ts.isPropertyAssignment(parent) ? parent.name.getText() : '';
        found.push({ file, of, words: `${zh}\n${en}`, web: values.get('web') });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

describe('words in both languages, wherever the program writes them', () => {
  const all = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap(bilingualIn);

  it('are seen by this test', () => {
    expect(all.length).toBeGreaterThan(300);
    expect(all.filter(({ web }) => web !== undefined).length).toBeGreaterThan(5);
  });

  // `why` stands in docs/rules.md and `dafu rules`, and in no finding.
  it('name a command only where they say for the web page what to do instead', () => {
    const without = all.filter(({ of, words, web }) => of !== 'why' && COMMAND.test(words) && web === undefined);
    expect(without.map(({ file, words }) => `${file}: ${words}`)).toEqual([]);
  });

  it('name none where they are for the web page', () => {
    expect(all.filter(({ of, words }) => of === 'web' && COMMAND.test(words))).toEqual([]);
  });
});

/** Words with something in each place that they leave. */
function filled(words: unknown): string {
  if (typeof words === 'string') return words;
  if (typeof words === 'function') return String(Reflect.apply(words, undefined, Array(words.length).fill('…')));
  return words !== null && typeof words === 'object' ? Object.values(words).map(filled).join('\n') : '';
}

describe('the words of the report and of proof sheets themselves', () => {
  it.each(FINDING_LANGUAGES)('in %s name no command', (language) => {
    const { describe: _, report: _report, proofs: _proofs, reportTaken: _taken, ...ofReport } = inboxWords[language];
    const { changes, questions, noQuestions, noChanges, accounted, unknownComment } = importWords[language];
    const { heading, internal, originalMissing, originalUnread, signNote, notPage, drawnPage } = proofWords[language];
    const ofLetters = { changes, questions, noQuestions, noChanges, accounted, unknownComment };
    const ofSheets = { heading, internal, originalMissing, originalUnread, signNote, notPage, drawnPage };
    expect(filled([ofReport, ofLetters, ofSheets])).not.toMatch(COMMAND);
  });
});
