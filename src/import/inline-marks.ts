import { type Change, visibleCharacters } from './source.ts';

/** Marks of Markdown within a line that a scanner's output has. Groups `open` and `close` are marks, `text` is text. */
const MARKS: readonly { readonly kind: Change['kind']; readonly pattern: RegExp }[] = [
  { kind: 'mark', pattern: /(?<open><!--[^<]*?-->)/gu },
  { kind: 'image', pattern: /(?<open>!\[[^[\]]*\]\([^()\s]*\))/gu },
  { kind: 'mark', pattern: /(?<open>\*\*)(?=\S)(?<text>[^*]+?)(?<=\S)(?<close>\*\*)/gu },
  { kind: 'mark', pattern: /(?<open>\[)(?<text>[^[\]]+)(?<close>\]\((?:https?:|mailto:|#|\/)[^()\s]*\))/gu },
  { kind: 'mark', pattern: /(?<open>\\)(?=[!-/:-@[-`{-~]|$)/gu },
];

/** A line without Markdown's marks, and the marks taken away. All other characters stay as they are. */
export function dropInlineMarks(
  line: string,
  at: number,
): { readonly text: string; readonly changes: readonly Change[] } {
  const changes: Change[] = [];
  let text = line;
  for (const { kind, pattern } of MARKS) {
    let kept = '';
    let from = 0;
    for (const match of text.matchAll(pattern)) {
      const { open = '', close = '', text: inner = '' } = match.groups ?? {};
      changes.push({ kind, line: at, text: match[0], removed: visibleCharacters(open + close), added: '' });
      kept += text.slice(from, match.index) + inner;
      from = match.index + match[0].length;
    }
    text = kept + text.slice(from);
  }
  return { text, changes };
}
