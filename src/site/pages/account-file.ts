import type { APIRoute } from 'astro';
import { accountFilePaths } from '../../reading/askers.ts';
import { fileResponse } from '../../reading/data-files.ts';

export const getStaticPaths = () => accountFilePaths();
export const GET: APIRoute = ({ props }) => fileResponse(props['file']);
