/**
 * The response where there is no such file below `/api`: a problem by RFC 9457, as JSON, so that a client gets a
 * machine-readable 404 instead of a page. The detail is in both languages, since the server cannot know which one a
 * program wants.
 */
export const missingResource = {
  type: 'about:blank',
  title: 'Not Found',
  status: 404,
  detail:
    'There is no such file in this interface; its index.json says what there is. 接口中没有这个文件；有哪些文件见接口的 index.json。',
} as const;
