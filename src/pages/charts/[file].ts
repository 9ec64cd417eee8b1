import type { APIRoute } from 'astro';
import { chartFilePaths, fileResponse } from '../../catalogue/data-files.ts';

export const getStaticPaths = () => chartFilePaths();
export const GET: APIRoute = ({ props }) => fileResponse(props['file']);
