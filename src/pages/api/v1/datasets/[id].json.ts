import type { APIRoute } from 'astro';
import { datasetJson } from '../../../../catalogue/dataset-json.ts';
import { catalogueSite } from '../../../../catalogue/index.ts';
import { datasetIdPaths } from '../../../../catalogue/paths.ts';

export const getStaticPaths = () => datasetIdPaths();
export const GET: APIRoute = async ({ props }) => Response.json(datasetJson(props['dataset'], await catalogueSite()));
