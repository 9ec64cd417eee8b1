import { type Commitment, newestProgress, type Progress } from '../../model/commitment.ts';
import { LANGUAGE_TAGS, type Locale } from '../../model/locale.ts';

/** What a calendar says besides the commitments. */
interface CalendarOptions {
  readonly name: string;
  /** The language of its words. */
  readonly locale: Locale;
  /** Absolute addresses: the page that shows the same, and the calendar itself. */
  readonly page: string;
  readonly self: string;
  /** The day the file speaks of, `YYYY-MM-DD`: the stamp of its entries. */
  readonly today: string;
  title(commitment: Commitment): string;
  /** What was published of a commitment, in a line. */
  told(commitment: Commitment, progress: Progress): string;
  /** Absolute address of a commitment. */
  url(commitment: Commitment): string;
  /** Globally unique, and the same in every build; `parts` distinguish published progress from the due day. */
  uid(commitment: Commitment, ...parts: readonly string[]): string;
}

/** A calendar must hold at least one component (RFC 5545, 3.6): where nothing is due, the time zone. */
const TIME_ZONE = [
  ...['BEGIN:VTIMEZONE', 'TZID:Asia/Shanghai', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
  ...['TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'END:STANDARD', 'END:VTIMEZONE'],
];

/**
 * Commitments as an iCalendar file (RFC 5545): one whole day for each that states a time, the day it is due, with what was published
 * of it last; and one for each time that something was published.
 */
export function commitmentCalendar(commitments: readonly Commitment[], options: CalendarOptions): string {
  const compact = (day: string) => day.replaceAll('-', '');
  /** A property of words, and the language that they are in. */
  const words = (property: string, text: string) =>
    `${property};LANGUAGE=${LANGUAGE_TAGS[options.locale]}:${escapeText(text)}`;
  const event = (uid: string, day: string, summary: string, url: string, description?: string) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${compact(options.today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    words('SUMMARY', summary),
    ...(description === undefined ? [] : [words('DESCRIPTION', description)]),
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
    'PRODID:-//Dafu//Commitments//EN',
    'CALSCALE:GREGORIAN',
    // Without it Outlook treats a file of several events as an invitation.
    'METHOD:PUBLISH',
    // Subscribers refresh every day (RFC 7986); older programs read the property that begins with X.
    words('NAME', options.name),
    `X-WR-CALNAME:${escapeText(options.name)}`,
    `URL:${options.page}`,
    `SOURCE;VALUE=URI:${options.self}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    'X-PUBLISHED-TTL:P1D',
    ...(events.length === 0 ? TIME_ZONE : events),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** TEXT values escape backslashes, semicolons, commas and line breaks (RFC 5545, 3.3.11). */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** Lines have at most 75 octets; continuation lines begin with a space (RFC 5545, 3.1). Characters are never split. */
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
