/** Hours that Beijing time, without summer time, is ahead of UTC. */
const BEIJING_OFFSET_HOURS = 8;

/** Today in Asia/Shanghai, `YYYY-MM-DD`: the one place where Dafu reads the clock for what it publishes. */
export function todayInBeijing(now: Date = new Date()): string {
  return new Date(now.getTime() + BEIJING_OFFSET_HOURS * 3_600_000).toISOString().slice(0, 10);
}
