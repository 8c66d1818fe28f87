import { gridNamed } from '../grid';
import { isViewTool, type ViewTool } from '../view-tools';
import { canBeChosen, type KeyChanges } from './keymap';

/** What the buttons and the wheel do; the left button holds the tool that is chosen. */
export interface MouseSettings {
  readonly middle: ViewTool;
  readonly right: ViewTool;
  readonly wheel: WheelUse;
  readonly isWheelInverted: boolean;
}

export type WheelUse = 'scroll' | 'zoom';

/** How one reader likes the viewer. */
export interface Settings {
  readonly keys: KeyChanges;
  readonly mouse: MouseSettings;
  /** Whether enlarged pixels run into each other instead of being squares. */
  readonly isInterpolated: boolean;
  /** How many times the magnifier enlarges what is on the screen. */
  readonly magnification: number;
  /** Room for decoded pictures in memory, megabytes; undefined: as much as suits the device. */
  readonly pictureMegabytes: number | undefined;
  /** Room for images kept in the browser, megabytes; undefined: as the page says. */
  readonly keptMegabytes: number | undefined;
  /** Rows x columns to begin with, by modality; where none is named there is one place. */
  readonly layouts: Readonly<Record<string, string>>;
}

export const MAGNIFICATIONS = [1.5, 2, 3, 4, 6] as const;
export const PICTURE_MEGABYTES = [128, 256, 512, 768, 1024, 2048, 4096] as const;
export const KEPT_MEGABYTES = [256, 512, 1024, 2048, 4096, 8192, 16384] as const;

export const DEFAULTS: Settings = {
  keys: {},
  mouse: { middle: 'pan', right: 'zoom', wheel: 'scroll', isWheelInverted: false },
  isInterpolated: true,
  magnification: 2,
  pictureMegabytes: undefined,
  keptMegabytes: undefined,
  layouts: {},
};

const MOST_KEYS = 8;
const MOST_LAYOUTS = 40;
const MODALITY = /^[A-Z0-9_ ]{1,16}$/;

/** What was kept, as far as it makes sense: another version of this program may have kept something else. */
export function settingsOf(kept: unknown): Settings {
  const found = recordOf(kept);
  return {
    keys: keysOf(found['keys']),
    mouse: mouseOf(recordOf(found['mouse'])),
    isInterpolated: flag(found['isInterpolated'], DEFAULTS.isInterpolated),
    magnification: oneOf(MAGNIFICATIONS, found['magnification']) ?? DEFAULTS.magnification,
    pictureMegabytes: oneOf(PICTURE_MEGABYTES, found['pictureMegabytes']),
    keptMegabytes: oneOf(KEPT_MEGABYTES, found['keptMegabytes']),
    layouts: layoutsOf(found['layouts']),
  };
}

function keysOf(kept: unknown): KeyChanges {
  const isKey = (key: unknown): key is string => typeof key === 'string' && canBeChosen(key) && key === key.toUpperCase();
  const changes = Object.entries(recordOf(kept))
    .filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]) && entry[1].length <= MOST_KEYS)
    .map(([name, keys]) => [name, keys.filter(isKey)] as const);
  return Object.fromEntries(changes);
}

function mouseOf(kept: Readonly<Record<string, unknown>>): MouseSettings {
  const { middle, right, isWheelInverted } = DEFAULTS.mouse;
  return {
    middle: toolOf(kept['middle']) ?? middle,
    right: toolOf(kept['right']) ?? right,
    wheel: kept['wheel'] === 'zoom' ? 'zoom' : 'scroll',
    isWheelInverted: flag(kept['isWheelInverted'], isWheelInverted),
  };
}

function layoutsOf(kept: unknown): Readonly<Record<string, string>> {
  const isLayout = ([modality, name]: [string, unknown]) =>
    MODALITY.test(modality) && typeof name === 'string' && gridNamed(name) !== undefined;
  const layouts = Object.entries(recordOf(kept)).filter(isLayout).slice(0, MOST_LAYOUTS);
  return Object.fromEntries(layouts) as Record<string, string>;
}

function toolOf(kept: unknown): ViewTool | undefined {
  return typeof kept === 'string' && isViewTool(kept) ? kept : undefined;
}

function flag(kept: unknown, otherwise: boolean): boolean {
  return typeof kept === 'boolean' ? kept : otherwise;
}

function oneOf(allowed: readonly number[], kept: unknown): number | undefined {
  return allowed.find((each) => each === kept);
}

function recordOf(kept: unknown): Readonly<Record<string, unknown>> {
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? { ...kept } : {};
}
