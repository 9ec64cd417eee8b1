import type { APIRoute } from 'astro';
import { fileResponse } from '../../reading/data-files.ts';
import { listFilePaths } from '../../reading/lists.ts';

export const getStaticPaths = () => listFilePaths();
export const GET: APIRoute = ({ props }) => fileResponse(props['file']);
