import type { APIRoute } from 'astro';
import { catalogueSite, replyDatasets } from '../../../../catalogue/index.ts';
import { replyIdPaths } from '../../../../catalogue/paths.ts';
import { replyJson } from '../../../../catalogue/reply-json.ts';

export const getStaticPaths = () => replyIdPaths();
export const GET: APIRoute = async ({ props }) =>
  Response.json(replyJson(props['summary'], await catalogueSite(), await replyDatasets(props['summary'].id)));
