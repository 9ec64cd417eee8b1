/**
 * The response where there is no such file below `/api`: a problem by RFC 9457, as JSON, so that a client gets a 404 that it can read and
 * no page. A server cannot know which language a program wants, so the detail is in both.
 */
export const missingResource = {
  type: 'about:blank',
  title: 'Not Found',
  status: 404,
  detail:
    'There is no such file in this interface; its index.json says what there is. 接口中没有这个文件；有哪些文件见接口的 index.json。',
} as const;
