import type { ImagePoint } from '../measure';
import type { Measurement } from '../measurement';
import type { ToolName } from '../tool-set';
import type { Vector } from '../vector';
import type { Mpr } from './mpr';
import type { MprMode } from './mpr-mode';
import type { PlaneCell } from './plane-cell';
import type { PlaneName } from './planes';
import type { Slab } from './slab';

/** A reading of one plane. */
export interface PlaneState {
  readonly name: PlaneName;
  /** Of the plane on the screen, from 0; -1 while there is none. */
  readonly index: number;
  readonly count: number;
  readonly rows: number;
  readonly columns: number;
  readonly stepMm: number;
  /** Value at the crosshairs, undefined outside of the volume. */
  readonly value: number | undefined;
  /** Whether the plane on the screen is the one through the crosshairs. */
  readonly isCurrent: boolean;
  readonly windowCenter: number | undefined;
  readonly windowWidth: number | undefined;
  readonly scale: number;
  readonly pixelToCanvas: (point: ImagePoint) => ImagePoint;
  /** Where a point of the patient is, CSS pixels from the corner of the picture. */
  readonly patientToCanvas: (point: Vector) => ImagePoint;
}

/** A reading of the planes, undefined while the images are shown. */
export interface MprState {
  readonly seriesInstanceUID: string;
  /** Whether all images are in the planes on the screen. */
  readonly isReady: boolean;
  readonly loaded: number;
  readonly failed: number;
  readonly sliceCount: number;
  readonly reduction: number;
  /** Where the planes meet, mm in the patient's system. */
  readonly point: Vector;
  /** Value there, undefined outside of the volume. */
  readonly value: number | undefined;
  readonly slab: Slab;
  readonly active: PlaneName;
  readonly tool: ToolName;
  readonly isMaximised: boolean;
  /** Of the planes that can be seen. */
  readonly areToolsReady: boolean;
  /** In the active direction. */
  readonly measurements: readonly Measurement[];
  readonly planes: readonly PlaneState[];
}

export function mprState({ mpr }: MprMode): MprState | undefined {
  return mpr && stateOf(mpr);
}

function stateOf(mpr: Mpr): MprState {
  const { seriesInstanceUID, isReady, loaded, failed, sliceCount, reduction, point, value, slab } = mpr;
  return {
    ...{ seriesInstanceUID, isReady, loaded, failed, sliceCount, reduction, point, value, slab },
    active: mpr.active.name,
    tool: mpr.tool,
    isMaximised: mpr.isMaximised,
    areToolsReady: mpr.cells.every(({ tools, isVisible }) => tools.isAttached || !isVisible),
    measurements: mpr.active.tools.measurements(mpr.active.stack.frames),
    planes: mpr.cells.map((cell) => planeState(cell, mpr)),
  };
}

function planeState(cell: PlaneCell, mpr: Mpr): PlaneState {
  const { name, planes, shownIndex, viewport } = cell;
  return {
    name,
    index: shownIndex,
    count: planes.count,
    rows: planes.rows,
    columns: planes.columns,
    stepMm: planes.stepMm,
    value: cell.valueAt(mpr.point),
    isCurrent: shownIndex === mpr.indexIn(cell),
    windowCenter: viewport.windowing?.center,
    windowWidth: viewport.windowing?.width,
    scale: viewport.scale,
    pixelToCanvas: (point) => viewport.pixelToCanvas(point),
    patientToCanvas: (point) => cell.toCss(point),
  };
}
