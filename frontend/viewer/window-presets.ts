import { numbers, text, texts, type DicomJsonDataSet } from './dicom-json';
import type { LookupTable } from './lookup-table';
import { Tag } from './tags';

/** A window as people name it: Window Center and Window Width (PS3.3 C.11.2.1.2) in units after the modality LUT. */
export interface Windowing {
  readonly center: number;
  readonly width: number;
}

export interface WindowPreset {
  /** Key of the message with its name; presets of the file bring their own `label` instead. */
  readonly message: string;
  readonly label?: string;
  /** 'range' means: whatever covers all values of the image; a table is one of the file. */
  readonly windowing: Windowing | 'range' | LookupTable;
}

export type VoiFunction = 'LINEAR' | 'LINEAR_EXACT' | 'SIGMOID';

const CT: readonly WindowPreset[] = [
  preset('preset.ct.brain', 40, 80),
  preset('preset.ct.subdural', 75, 215),
  preset('preset.ct.stroke', 32, 40),
  preset('preset.ct.bone', 600, 2800),
  preset('preset.ct.lung', -600, 1500),
  preset('preset.ct.mediastinum', 50, 350),
  preset('preset.ct.abdomen', 60, 400),
  preset('preset.ct.liver', 80, 150),
  preset('preset.ct.spine', 50, 250),
  preset('preset.ct.angio', 300, 600),
];

/** Windows and tables of the file first, then those of the modality, last the full range. */
export function windowPresets(attributes: DicomJsonDataSet, tables: readonly LookupTable[] = []): WindowPreset[] {
  const ofModality = text(attributes, Tag.Modality) === 'CT' ? CT : [];
  const ofTables = tables.map((table) => ({ message: 'preset.table', label: table.explanation, windowing: table }));
  return [...fileWindows(attributes), ...ofTables, ...ofModality, { message: 'preset.range', windowing: 'range' }];
}

/** Window Center and Width of the image: its complete pairs with a positive width, each once. */
export function fileWindows(attributes: DicomJsonDataSet): WindowPreset[] {
  const centers = numbers(attributes, Tag.WindowCenter) ?? [];
  const widths = numbers(attributes, Tag.WindowWidth) ?? [];
  const names = texts(attributes, Tag.WindowCenterWidthExplanation);
  return centers
    .map((center, index) => ({ center, width: widths[index], label: names[index] }))
    .filter(({ width }) => width !== undefined && width > 0)
    .filter((own, index, all) => all.findIndex((other) => isSameWindow(own, other)) === index)
    .map(({ center, width, label }) => ({ message: 'preset.file', label, windowing: { center, width } }));
}

export function isSameWindow(a: Windowing, b: Windowing | undefined): boolean {
  return a.center === b?.center && a.width === b.width;
}

export function voiFunction(attributes: DicomJsonDataSet): VoiFunction {
  const name = text(attributes, Tag.VOILUTFunction);
  return name === 'LINEAR_EXACT' || name === 'SIGMOID' ? name : 'LINEAR';
}

/**
 * The window to hand to Cornerstone, which maps x to ((x - c) / w + 0.5) * 255. For LINEAR the standard asks for
 * ((x - (c - 0.5)) / (w - 1) + 0.5) * 255 (PS3.3 C.11.2.1.2.1), which is the same with c - 0.5 and w - 1.
 */
export function cornerstoneVoi(windowing: Windowing, voi: VoiFunction): { windowCenter: number; windowWidth: number } {
  return voi === 'LINEAR'
    ? { windowCenter: windowing.center - 0.5, windowWidth: Math.max(windowing.width - 1, 1e-6) }
    : { windowCenter: windowing.center, windowWidth: Math.max(windowing.width, 1e-6) };
}

/** Stored values and how they become units, as Cornerstone keeps them with a picture. */
export interface StoredRange {
  readonly minPixelValue: number;
  readonly maxPixelValue: number;
  readonly slope: number;
  readonly intercept: number;
  readonly unitRange?: (() => readonly [number, number]) | undefined;
}

/** The window that covers all values of a picture; a negative slope makes the smallest stored value the largest. */
export function fullWindow(
  { minPixelValue, maxPixelValue, slope, intercept, unitRange }: StoredRange,
  curve: VoiFunction = 'LINEAR',
): Windowing {
  const ends = unitRange?.() ?? [minPixelValue * slope + intercept, maxPixelValue * slope + intercept];
  return rangeWindow(Math.min(...ends), Math.max(...ends), curve);
}

/** Whether values lie between whole units. */
export function isFractional({ slope, intercept }: Pick<StoredRange, 'slope' | 'intercept'>): boolean {
  return !Number.isInteger(slope) || !Number.isInteger(intercept);
}

/** The window that shows `min` black and `max` white, both in units after the modality LUT; all black when they are one. */
export function rangeWindow(min: number, max: number, curve: VoiFunction = 'LINEAR'): Windowing {
  const white = max > min ? max : min + 1;
  const center = (min + white) / 2;
  return curve === 'LINEAR'
    ? { center: center + 0.5, width: Math.max(white - min, 1) + 1 }
    : { center, width: white - min };
}

function preset(message: string, center: number, width: number): WindowPreset {
  return { message, windowing: { center, width } };
}
