import type { ReplySummary } from '../../../reading/index.ts';
import type { PageFrame } from '../../../reading/page-context.ts';
import type { ReplyText } from '../../../reading/reply-document.ts';

/** A made-up reply in one language, in a frame whose links lead back to the style page. */
export interface StyleExample {
  readonly frame: PageFrame;
  readonly replies: readonly ReplySummary[];
  readonly text: ReplyText;
}
