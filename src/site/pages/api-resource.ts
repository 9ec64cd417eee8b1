import type { APIRoute } from 'astro';
import { apiResourcePaths } from '../../reading/api.ts';

export const getStaticPaths = () => apiResourcePaths();
export const GET: APIRoute = ({ props }) => Response.json(props['body']);
