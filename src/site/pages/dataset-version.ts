import type { APIRoute } from 'astro';
import { datasetVersionPaths, fileResponse } from '../../reading/data-files.ts';

export const getStaticPaths = () => datasetVersionPaths();
export const GET: APIRoute = ({ props }) => fileResponse(props['file']);
