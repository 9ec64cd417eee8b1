/** The servers that a configuration can be written for; a host of static files has one for headers and one for redirects. */
export const SERVERS = ['nginx', 'caddy', 'static-host', 'static-host-redirects'] as const;
export type Server = (typeof SERVERS)[number];
