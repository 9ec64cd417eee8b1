import type { APIRoute } from 'astro';
import { apiDatasetJson } from '../../reading/data-files.ts';
import { catalogueSite } from '../../reading/index.ts';
import { datasetIdPaths } from '../../reading/paths.ts';

export const getStaticPaths = () => datasetIdPaths();
export const GET: APIRoute = async ({ props }) =>
  Response.json(apiDatasetJson(props['dataset'], await catalogueSite()));
