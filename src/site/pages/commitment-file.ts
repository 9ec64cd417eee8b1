import type { APIRoute } from 'astro';
import { commitmentFilePaths } from '../../reading/commitment-files.ts';
import { fileResponse } from '../../reading/data-files.ts';

export const getStaticPaths = () => commitmentFilePaths();
export const GET: APIRoute = ({ props }) => fileResponse(props['file']);
