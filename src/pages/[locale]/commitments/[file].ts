import type { APIRoute } from 'astro';
import { commitmentFilePaths } from '../../../catalogue/commitment-files.ts';
import { fileResponse } from '../../../catalogue/data-files.ts';

export const getStaticPaths = () => commitmentFilePaths();
export const GET: APIRoute = ({ props }) => fileResponse(props['file']);
