import type { APIRoute } from 'astro';
import { apiBureauPaths } from '../../../../../catalogue/api.ts';

export const getStaticPaths = () => apiBureauPaths();
export const GET: APIRoute = ({ props }) => Response.json(props['body']);
