import type { APIRoute } from 'astro';
import { apiBureauPaths } from '../../reading/api.ts';

export const getStaticPaths = () => apiBureauPaths();
export const GET: APIRoute = ({ props }) => Response.json(props['body']);
