import type { Finding } from '../../errors.ts';
import type { SearchDocument } from '../../model/search-document.ts';
import type { SiteReport } from '../../rules/site-report.ts';
import type { FileAudit, FilesToAudit } from '../audit/files.ts';
import type { PartRequest, RenderRequest } from '../rendering/index.ts';
import type { ReuseResult } from '../reuse/index.ts';
import type { MadeIndex, MakeOptions } from '../search-index/pagefind.ts';

/** The stages of a build that leave much memory behind: arguments and result of each. All of it can be sent to another process. */
export interface Jobs {
  readonly check: {
    readonly given: { readonly root: string; readonly today: string; readonly moment: string; readonly jobs: number };
    readonly gives: readonly Finding[];
  };
  readonly inspect: {
    readonly given: { readonly root: string; readonly today: string };
    readonly gives: SiteReport;
  };
  readonly searchIndex: {
    readonly given: { readonly documents: readonly SearchDocument[]; readonly options: MakeOptions };
    readonly gives: MadeIndex;
  };
  readonly auditFiles: { readonly given: FilesToAudit; readonly gives: readonly FileAudit[] };
  readonly renderPart: { readonly given: PartRequest; readonly gives: ReuseResult };
  readonly renderLetters: { readonly given: RenderRequest; readonly gives: undefined };
  readonly render: { readonly given: RenderRequest; readonly gives: ReuseResult };
}

/** One of them with what it is given. */
export type Job = {
  readonly [Name in keyof Jobs]: { readonly name: Name; readonly given: Jobs[Name]['given'] };
}[keyof Jobs];

/** Told how much of a job is done. */
export type OnShare = (done: number, total: number) => void;

/** Runs a job in this process, and loads only the code of that job. */
export async function doJob(job: Job, onShare: OnShare): Promise<Jobs[keyof Jobs]['gives']> {
  switch (job.name) {
    case 'check': {
      const { checkRoot } = await import('../check/index.ts');
      const { root, ...options } = job.given;
      return checkRoot(root, options);
    }
    case 'inspect': {
      const { checkSite } = await import('../check/index.ts');
      return checkSite(job.given.root, { today: job.given.today });
    }
    case 'searchIndex': {
      const { makeIndex } = await import('../search-index/pagefind.ts');
      return makeIndex(job.given.documents, job.given.options);
    }
    case 'auditFiles': {
      const { auditFiles } = await import('../audit/files.ts');
      return auditFiles(job.given, onShare);
    }
    case 'renderPart': {
      const { renderPart } = await import('../rendering/index.ts');
      return renderPart(job.given, onShare);
    }
    case 'renderLetters': {
      const { renderLetters } = await import('../rendering/index.ts');
      await renderLetters(job.given, onShare);
      return undefined;
    }
    case 'render': {
      const { renderSite } = await import('../rendering/index.ts');
      return renderSite(job.given, onShare);
    }
  }
}
