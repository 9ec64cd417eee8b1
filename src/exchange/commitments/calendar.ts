import type { Commitment } from '../../model/commitment.ts';

/** What a calendar says besides the commitments. */
export interface CalendarOptions {
  readonly name: string;
  /** The day the file speaks of, `YYYY-MM-DD`: the stamp of its entries. */
  readonly today: string;
  title(commitment: Commitment): string;
  /** Absolute address of a commitment. */
  url(commitment: Commitment): string;
  /** Unique in the world, and the same in every build. */
  uid(commitment: Commitment): string;
}

/** Commitments with a stated time as an iCalendar file (RFC 5545): one whole day each, the day it is due. */
export function commitmentCalendar(commitments: readonly Commitment[], options: CalendarOptions): string {
  const compact = (day: string) => day.replaceAll('-', '');
  const events = commitments.flatMap((commitment) =>
    commitment.due === undefined
      ? []
      : [
          'BEGIN:VEVENT',
          `UID:${options.uid(commitment)}`,
          `DTSTAMP:${compact(options.today)}T000000Z`,
          `DTSTART;VALUE=DATE:${compact(commitment.due)}`,
          `SUMMARY:${escapeText(options.title(commitment))}`,
          `URL:${options.url(commitment)}`,
          'TRANSP:TRANSPARENT',
          'END:VEVENT',
        ],
  );
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
