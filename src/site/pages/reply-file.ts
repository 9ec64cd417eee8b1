import type { APIRoute } from 'astro';
import { replyFilePaths, replyFileResponse } from '../../reading/reply-files.ts';

type Props = Awaited<ReturnType<typeof replyFilePaths>>[number]['props'];

export const getStaticPaths = () => replyFilePaths();
export const GET: APIRoute<Props> = ({ props }) => replyFileResponse(props);
