export { type ChartFileOptions, placeChartFile } from './chart-file.ts';
export { type KeyEntry, needsKey, panelKey } from './key.ts';
export { PALETTES, type Palette, palettePainter } from './palette.ts';
export { type DrawnPanel, type DrawOptions, drawPanel, type PanelOptions, placePanel } from './panel.ts';
export { FRAMES, LAYOUTS, type Layout, type Scene } from './scene.ts';
export { describePanel } from './sentence.ts';
export { type Painter, pagePainter, renderScene, TOKENS, type Token } from './svg.ts';
export { datasetTable, type TableModel, type TableRow } from './table.ts';
export { placeTimeline, type TimelineItem } from './timeline.ts';
