import type { APIRoute } from 'astro';
import { datasetVersionPaths } from '../../reading/dataset-versions.ts';

export const getStaticPaths = () => datasetVersionPaths();
export const GET: APIRoute = ({ props }) => Response.json(props['body']);
