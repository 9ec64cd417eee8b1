import type { APIRoute } from 'astro';
import { datasetJson } from '../../reading/dataset-versions.ts';
import { catalogueSite } from '../../reading/index.ts';
import { datasetIdPaths } from '../../reading/paths.ts';

export const getStaticPaths = () => datasetIdPaths();
export const GET: APIRoute = async ({ props }) => Response.json(datasetJson(props['dataset'], await catalogueSite()));
