import type { APIRoute } from 'astro';
import { chartFilePaths, fileResponse } from '../../reading/data-files.ts';

export const getStaticPaths = () => chartFilePaths();
export const GET: APIRoute = ({ props }) => fileResponse(props['file']);
