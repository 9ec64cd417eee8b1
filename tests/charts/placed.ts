import { placePanel } from '../../src/charts/panel.ts';
import type { ChartKindName } from '../../src/charts/registry.ts';
import { type Layout, overlaps, placedTexts, type Scene, type Shape } from '../../src/charts/scene.ts';
import { fictionalDataset } from './dataset.ts';

export type Given = Parameters<typeof fictionalDataset>[0];

export function place(kind: ChartKindName, given: Given, layout: Layout = 'wide', unit?: string): Scene {
  const dataset = fictionalDataset(given);
  const panel = { kind, series: dataset.series.map(({ id }) => id) };
  return placePanel(dataset, panel, { locale: 'en', layout, ...(unit === undefined ? {} : { unit }) });
}

export const of = <Type extends Shape['type']>(scene: Scene, type: Type) =>
  scene.shapes.filter((shape): shape is Extract<Shape, { type: Type }> => shape.type === type);
export const words = (scene: Scene) => of(scene, 'text').map(({ lines }) => lines.join(' '));

export const years = (...values: string[]) => values.map((value, index) => ({ period: String(2030 + index), value }));

/** Pairs of a scene's texts whose boxes share area, in words. */
export function colliding(scene: Scene): string[] {
  const texts = placedTexts(scene);
  return texts.flatMap((text, index) =>
    texts
      .slice(index + 1)
      .flatMap((other) =>
        overlaps(text.box, other.box) ? [`${text.lines.join(' ')} × ${other.lines.join(' ')}`] : [],
      ),
  );
}

/** Texts of a scene that leave it by more than half a pixel. */
export function outside(scene: Scene): string[] {
  return placedTexts(scene)
    .filter(
      ({ box }) =>
        box.x < -0.5 ||
        box.y < -0.5 ||
        box.x + box.width > scene.width + 0.5 ||
        box.y + box.height > scene.height + 0.5,
    )
    .map(({ lines, box }) => `${lines.join(' ')} ${JSON.stringify(box)}`);
}
