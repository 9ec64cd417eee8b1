/** Hours that Beijing time, without summer time, is ahead of UTC. */
const BEIJING_OFFSET_HOURS = 8;

/** Now in Asia/Shanghai, `YYYY-MM-DDTHH:MM:SS+08:00`: the one place where Dafu reads the clock for what it publishes. */
export function nowInBeijing(now: Date = new Date()): string {
  return `${new Date(now.getTime() + BEIJING_OFFSET_HOURS * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

/** Today in Asia/Shanghai, `YYYY-MM-DD`. */
export function todayInBeijing(now?: Date): string {
  return nowInBeijing(now).slice(0, 10);
}
