export { type ChartFileOptions, placeCardChart, placeChartFile, placeSlide } from './chart-file.ts';
export { type CommitmentSign, placeSign, placeTrack, placeTrackHead, trackSpan } from './commitments.ts';
export { EMBED_WIDTHS, embedHeights, greatestEmbedHeight } from './embed-height.ts';
export { type KeyEntry, needsKey, panelKey } from './key.ts';
export { type NamedOutcomes, placeNamedOutcomes } from './kinds/outcomes.ts';
export { PALETTES, type Palette, palettePainter } from './palette.ts';
export {
  type DrawnPanel,
  type DrawOptions,
  drawPanel,
  type PanelOptions,
  placePanel,
  sharedUnitLengths,
  withJoinedPanels,
} from './panel.ts';
export { CHART_KIND_NAMES, CHART_KINDS, type ChartKindName, isChartKind } from './registry.ts';
export { FRAMES, LAYOUTS, type Layout, type Scene } from './scene.ts';
export { describePanel } from './sentences.ts';
export { type Painter, pagePainter, renderScene, TOKENS, type Token } from './svg.ts';
export { datasetTable, type TableModel, type TableRow } from './table.ts';
export { wholePixels } from './whole-pixels.ts';
