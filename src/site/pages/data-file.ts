import type { APIRoute } from 'astro';
import { dataFilePaths, fileResponse } from '../../reading/data-files.ts';

export const getStaticPaths = () => dataFilePaths();
export const GET: APIRoute = ({ props }) => fileResponse(props['file']);
