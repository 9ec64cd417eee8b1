import type { APIRoute } from 'astro';
import { askerFilePaths } from '../../reading/askers.ts';
import { fileResponse } from '../../reading/data-files.ts';

export const getStaticPaths = () => askerFilePaths();
export const GET: APIRoute = ({ props }) => fileResponse(props['file']);
