/** Colour arithmetic of the tests: WCAG 2 contrast, and how dichromats see (Machado, Oliveira and Fernandes 2009, severity 1). */
type Triple = readonly [number, number, number];

const MATRICES = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

export const VISIONS = ['usual', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Vision = (typeof VISIONS)[number];

function linear(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function seen(colour: Triple, vision: Vision): Triple {
  if (vision === 'usual') return colour;
  const [red, green, blue] = MATRICES[vision].map((row) =>
    Math.min(1, Math.max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2])),
  );
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** Contrast ratio of two `#rrggbb` colours as one sees them, from 1 to 21. */
export function contrast(first: string, second: string, vision: Vision = 'usual'): number {
  const [one, other] = [first, second].map((hex) => {
    const [red, green, blue] = seen(linear(hex), vision);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  const [light, dark] = [Math.max(one ?? 0, other ?? 0), Math.min(one ?? 0, other ?? 0)];
  return (light + 0.05) / (dark + 0.05);
}
