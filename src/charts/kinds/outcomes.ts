import type { Locale } from '../../model/locale.ts';
import { placeUnit } from '../axes.ts';
import { type ChartInput, type ChartKind, exampleValue, reachOf, sharedUnitLength, unitLengthIn } from '../kind.ts';
import { hasValue, type Mark, type ValuedMark } from '../marks.ts';
import { type Frame, isWide, moved, round, type Scene, type Shape } from '../scene.ts';
import { LINE_HEIGHT, placeText, shorten, textWidth, wrap } from '../text.ts';

const THICKNESS = 18;
const SPACE = 6;
const BETWEEN = { columns: 16, years: 16, rows: 6 } as const;

/** What happened in a number of years, counted by how it ended: what is placed of a dataset, or of what a site knows of its replies. */
interface OutcomeTable {
  /** In order, from the first. */
  readonly years: readonly { readonly id: string; readonly label: string }[];
  readonly outcomes: readonly { readonly id: string; readonly label: string }[];
  /** What is counted of an outcome in a year; `undefined` where nothing is stated, which is not none. */
  cell(year: string, outcome: string): OutcomeCell | undefined;
}

interface OutcomeCell {
  readonly value: number;
  readonly text: string;
  readonly of?: string;
  readonly kind?: ValuedMark['kind'];
}

const cellsOf = (table: OutcomeTable): OutcomeCell[] =>
  table.years.flatMap((year) => table.outcomes.flatMap(({ id }) => table.cell(year.id, id) ?? []));

/** Share of its room that a number may take. */
const MOST_FOR_VALUES = 0.6;

/** The column of the years' names, the room that a bar has, and how wide numbers may be. */
function measures(table: OutcomeTable, frame: Frame) {
  const { width, textSize } = frame;
  const widest = Math.max(0, ...cellsOf(table).map(({ text }) => textWidth(text, textSize, 'value')));
  const years = Math.max(0, ...table.years.map(({ label }) => textWidth(label, textSize, 'value')));
  const left = Math.min(years, width / 4) + BETWEEN.columns;
  const count = Math.max(1, table.outcomes.length);
  const column = (width - left - (count - 1) * BETWEEN.columns) / count;
  /** A grid needs room for a bar beside its number in each column. */
  const grid = isWide(frame) && column - widest - SPACE >= 24;
  const values = Math.min(widest, (grid ? column : width) * MOST_FOR_VALUES);
  return { left, column, grid, values, room: (grid ? column : width) - values - SPACE };
}

/**
 * Outcomes by year, each a bar from a zero line of its own, all on one scale: never stacked, so that each outcome is compared down its
 * column and each year along its row. Where columns have no room a year's outcomes are under each other.
 */
function placeOutcomes(table: OutcomeTable, frame: Frame, unitLength: number | undefined): Scene {
  const { grid, room, values } = measures(table, frame);
  const reach = { ...reachOf(cellsOf(table)), room };
  const unit = unitLengthIn({ share: false, suffix: '', word: '', unitLength }, reach);
  const scale = { unit, least: reach.least, values };
  return grid ? placeGrid(table, frame, scale) : placeYears(table, frame, scale);
}

/** Counts of one kind, such as those of one body, with what they are called. */
export interface NamedOutcomes {
  readonly name: string;
  readonly table: OutcomeTable;
}

/** Several such tables under each other, each under its name, all on one scale, below the unit that they count in. */
export function placeNamedOutcomes(
  named: readonly NamedOutcomes[],
  frame: Frame,
  { unit, locale }: { readonly unit: string; readonly locale: Locale },
): Scene {
  const { textSize, width } = frame;
  const reaches = named.map(({ table }) => ({ ...reachOf(cellsOf(table)), room: measures(table, frame).room }));
  const unitLength = sharedUnitLength(reaches);
  const unitText = placeUnit(unit, locale, frame);
  const shapes: Shape[] = [unitText];
  let y = unitText.box.height + BETWEEN.rows;
  for (const { name, table } of named) {
    const title = placeText('value', wrap(name, textSize, width, 3, 'value'), textSize, { x: 0, top: y });
    const scene = placeOutcomes(table, frame, unitLength);
    const top = y + title.box.height + BETWEEN.rows;
    shapes.push(title, ...moved(scene.shapes, 0, top));
    y = top + scene.height + BETWEEN.years;
  }
  return { width, height: round(y - BETWEEN.years), shapes };
}

interface CellScale {
  readonly unit: number;
  readonly least: number;
  /** How wide numbers may be. */
  readonly values: number;
}

/** A cell's bar from the zero line at `x`, and its number behind it. */
function placeCell(
  cell: OutcomeCell,
  x: number,
  y: number,
  { unit, least, values }: CellScale,
  textSize: number,
): Shape[] {
  const zero = x - least * unit;
  const end = zero + cell.value * unit;
  const right = Math.max(zero, end);
  return [
    {
      type: 'mark',
      along: 'x',
      paint: { kind: cell.kind ?? 'actual', tone: 1 },
      box: { x: round(Math.min(zero, end)), y: round(y), width: round(Math.abs(end - zero)), height: THICKNESS },
      ...(cell.of === undefined ? {} : { of: cell.of }),
    },
    placeText('value', [shorten(cell.text, textSize, values, 'value')], textSize, {
      x: right + SPACE,
      top: y + (THICKNESS - textSize * LINE_HEIGHT) / 2,
      of: cell.of,
    }),
  ];
}

const missing = (x: number, y: number, textSize: number): Shape =>
  placeText('note', ['—'], textSize, { x, top: y + (THICKNESS - textSize * LINE_HEIGHT) / 2 });

function placeGrid(table: OutcomeTable, frame: Frame, scale: CellScale): Scene {
  const { textSize, width } = frame;
  const { left, column } = measures(table, frame);
  const at = (index: number) => left + index * (column + BETWEEN.columns);
  const heads = table.outcomes.map(({ label }) => wrap(label, textSize, column, 4));
  const headHeight = Math.max(0, ...heads.map(({ length }) => length)) * textSize * LINE_HEIGHT;
  const shapes: Shape[] = heads.map((lines, index) =>
    placeText('label', lines, textSize, { x: at(index), top: headHeight - lines.length * textSize * LINE_HEIGHT }),
  );
  const step = Math.max(THICKNESS, textSize * LINE_HEIGHT) + BETWEEN.rows;
  let y = headHeight + BETWEEN.rows + 2;
  for (const year of table.years) {
    const label = shorten(year.label, textSize, left - BETWEEN.columns, 'value');
    shapes.push(placeText('value', [label], textSize, { x: 0, top: y + (THICKNESS - textSize * LINE_HEIGHT) / 2 }));
    for (const [index, outcome] of table.outcomes.entries()) {
      const cell = table.cell(year.id, outcome.id);
      shapes.push(...(cell ? placeCell(cell, at(index), y, scale, textSize) : [missing(at(index), y, textSize)]));
    }
    y += step;
  }
  for (const [index] of table.outcomes.entries()) {
    const zero = round(at(index) - scale.least * scale.unit);
    shapes.push({
      type: 'line',
      role: 'axis',
      x1: zero,
      y1: round(headHeight + BETWEEN.rows),
      x2: zero,
      y2: round(y - BETWEEN.rows),
    });
  }
  return { width, height: round(y), shapes };
}

function placeYears(table: OutcomeTable, frame: Frame, scale: CellScale): Scene {
  const { textSize, width } = frame;
  const lineHeight = textSize * LINE_HEIGHT;
  const shapes: Shape[] = [];
  let y = 0;
  for (const [index, year] of table.years.entries()) {
    if (index > 0) y += BETWEEN.years;
    const head = wrap(year.label, textSize, width, 2, 'value');
    shapes.push(placeText('value', head, textSize, { x: 0, top: y }));
    y += head.length * lineHeight + 2;
    for (const outcome of table.outcomes) {
      const lines = wrap(outcome.label, textSize, width, 3);
      shapes.push(placeText('label', lines, textSize, { x: 0, top: y }));
      y += lines.length * lineHeight + 2;
      const cell = table.cell(year.id, outcome.id);
      shapes.push(...(cell ? placeCell(cell, 0, y, scale, textSize) : [missing(0, y, textSize)]));
      y += Math.max(THICKNESS, lineHeight) + BETWEEN.rows;
    }
  }
  return { width, height: round(y), shapes };
}

/** A dataset's panel as such a table: its series are the outcomes, its periods the years. */
function tableOf(marks: readonly Mark[]): OutcomeTable {
  const valued = marks.filter(hasValue);
  const labels = new Map(valued.map(({ period, periodLabel }) => [period, periodLabel]));
  const series = new Map(marks.map(({ series: id, label }) => [id, label]));
  return {
    years: [...labels].sort(([one], [other]) => (one < other ? -1 : 1)).map(([id, label]) => ({ id, label })),
    outcomes: [...series].map(([id, label]) => ({ id, label })),
    cell: (year, outcome) => {
      const mark = valued.findLast(({ period, series: own }) => period === year && own === outcome);
      return mark && { value: mark.value, text: mark.number, of: mark.id, kind: mark.kind };
    },
  };
}

export const outcomes: ChartKind = {
  place: ({ marks, frame, scale, locale }) => {
    const unit = placeUnit(scale.word, locale, frame);
    const top = unit.box.height + 6;
    const { width, height, shapes } = placeOutcomes(tableOf(marks), frame, scale.unitLength);
    return { width, height: round(height + top), shapes: [unit, ...moved(shapes, 0, top)] };
  },
  reach: ({ marks, frame }: ChartInput) => ({
    ...reachOf(marks.filter(hasValue)),
    room: measures(tableOf(marks), frame).room,
  }),
  onePeriodKind: true,
  example: {
    unit: 'count',
    series: ['one', 'two'],
    observations: [
      exampleValue('some', 'one', '2000', ['24', 'count', '个']),
      exampleValue('others', 'two', '2000', ['6', 'count', '个']),
      exampleValue('later', 'one', '2001', ['30', 'count', '个']),
      exampleValue('fewer', 'two', '2001', ['3', 'count', '个']),
    ],
  },
};
