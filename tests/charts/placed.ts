import { overlaps, placedTexts, type Scene } from '../../src/charts/scene.ts';

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
