import type { APIRoute } from 'astro';
import { datasetVersionPaths } from '../../../catalogue/dataset-versions.ts';

export const getStaticPaths = () => datasetVersionPaths();
export const GET: APIRoute = ({ props }) => Response.json(props['body']);
