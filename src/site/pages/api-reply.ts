import type { APIRoute } from 'astro';
import { catalogueSite, replyDatasets } from '../../reading/index.ts';
import { replyIdPaths } from '../../reading/paths.ts';
import { replyJson } from '../../reading/reply-json.ts';

export const getStaticPaths = () => replyIdPaths();
export const GET: APIRoute = async ({ props }) =>
  Response.json(await replyJson(props['summary'], await catalogueSite(), await replyDatasets(props['summary'].id)));
