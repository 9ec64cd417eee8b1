import type { Commitment, Progress } from '../../model/commitment.ts';
import { newestProgress } from '../../model/progress.ts';

/** What a calendar says besides the commitments. */
export interface CalendarOptions {
  readonly name: string;
  /** The day the file speaks of, `YYYY-MM-DD`: the stamp of its entries. */
  readonly today: string;
  title(commitment: Commitment): string;
  /** What was published of a commitment, in a line. */
  told(commitment: Commitment, progress: Progress): string;
  /** Absolute address of a commitment. */
  url(commitment: Commitment): string;
  /** Unique in the world, and the same in every build; `parts` tell what was published of it apart from its due day. */
  uid(commitment: Commitment, ...parts: readonly string[]): string;
}

/**
 * Commitments as an iCalendar file (RFC 5545): one whole day for each that states a time, the day it is due, with what was published
 * of it last; and one for each time that something was published.
 */
export function commitmentCalendar(commitments: readonly Commitment[], options: CalendarOptions): string {
  const compact = (day: string) => day.replaceAll('-', '');
  const event = (uid: string, day: string, summary: string, url: string, description?: string) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${compact(options.today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `SUMMARY:${escapeText(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
  const events = commitments.flatMap((commitment) => {
    const told = newestProgress(commitment);
    const [newest] = told;
    const url = options.url(commitment);
    const last = newest && options.told(commitment, newest);
    return [
      ...(commitment.due === undefined
        ? []
        : event(options.uid(commitment), commitment.due, options.title(commitment), url, last)),
      ...told
        .toReversed()
        .flatMap((progress) =>
          event(
            options.uid(commitment, 'progress', progress.date, progress.status, progress.address),
            progress.date,
            options.told(commitment, progress),
            url,
          ),
        ),
    ];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dafu//Commitments//ZH',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(options.name)}`,
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** TEXT values escape backslashes, semicolons, commas and line breaks (RFC 5545, 3.3.11). */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** Lines are at most 75 octets; what follows begins with a space (RFC 5545, 3.1). Characters are never cut. */
function fold(line: string): string {
  const folded: string[] = [];
  let octets = 0;
  let current = '';
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 75) {
      folded.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...folded, current].join('\r\n');
}
