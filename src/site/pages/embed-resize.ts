import type { APIRoute } from 'astro';
import { embedResizeScript } from '../../formats/data/embed-code.ts';

export const GET: APIRoute = () =>
  new Response(embedResizeScript, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
