import type { ReplySummary } from '../../catalogue/index.ts';
import type { PageFrame } from '../../catalogue/page-context.ts';
import type { ReplyText } from '../../catalogue/reply-document.ts';

/** A made-up reply in one language, in a frame whose links lead back to the style page. */
export interface StyleExample {
  readonly frame: PageFrame;
  readonly replies: readonly ReplySummary[];
  readonly text: ReplyText;
}
