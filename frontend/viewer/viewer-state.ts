import type { Marks } from './marks';
import type { ImagePoint } from './measure';
import type { Measurement } from './measurement';
import type { SaveState } from './measurement-saver';
import type { StudySession } from './study-session';
import type { ToolName, ToolSet } from './tool-set';
import type { Viewport } from './viewport';

/** A reading of the viewer at one moment, for callers and tests. Canvas points are in CSS pixels from its corner. */
export interface ViewerState {
  readonly phase: 'none' | 'loading' | 'ready' | 'empty' | 'noPictures' | 'failed';
  readonly studyInstanceUID: string | undefined;
  readonly seriesInstanceUID: string | undefined;
  /** Of the picture on the screen. */
  readonly sopInstanceUID: string | undefined;
  readonly frameNumber: number | undefined;
  /** Of the picture on the screen, in pixels; 0 while there is none. */
  readonly rows: number;
  readonly columns: number;
  /** Place of the picture on the screen, from 0; -1 while there is none. */
  readonly sliceIndex: number;
  readonly sliceCount: number;
  /** Pictures loaded or on their way. */
  readonly requestedCount: number;
  /** Whether the picture scrolled to is still loading. */
  readonly isWaiting: boolean;
  readonly failure: string | undefined;
  /** How the picture came to be: of the stored frame, or by the server. */
  readonly origin: 'stored' | 'decoded-by-server' | 'rendered-by-server' | undefined;
  readonly isPlaying: boolean;
  /** Speed of the film, undefined where there is nothing to play. */
  readonly framesPerSecond: number | undefined;
  readonly windowCenter: number | undefined;
  readonly windowWidth: number | undefined;
  readonly isInverted: boolean;
  /** Pixels of the screen per image pixel. */
  readonly scale: number;
  readonly rotation: number;
  readonly isFlipped: boolean;
  readonly tool: ToolName;
  /** Whether the tools follow the mouse and the fingers yet; they are loaded after the first picture. */
  readonly areToolsReady: boolean;
  /** How the saving of measurements goes, undefined where nothing is saved. */
  readonly saving: SaveState | undefined;
  /** Of the series being read, in slice order. */
  readonly measurements: readonly Measurement[];
  readonly pixelToCanvas: (point: ImagePoint) => ImagePoint;
  readonly canvasToPixel: (point: ImagePoint) => ImagePoint;
}

export function viewerState(
  session: StudySession | undefined,
  viewport: Viewport,
  tools: ToolSet,
  marks: Marks,
): ViewerState {
  const stack = session?.stack;
  const frame = stack?.failure?.frame ?? viewport.frame;
  return {
    phase: session?.phase.name ?? 'none',
    studyInstanceUID: session?.studyUID,
    seriesInstanceUID: session?.current?.seriesInstanceUID,
    sopInstanceUID: frame?.sopInstanceUID,
    frameNumber: frame?.frameNumber,
    rows: viewport.image?.rows ?? 0,
    columns: viewport.image?.columns ?? 0,
    sliceIndex: stack?.shown ?? -1,
    sliceCount: stack?.frames.length ?? 0,
    requestedCount: stack?.requestedCount ?? 0,
    isWaiting: stack?.isWaiting ?? false,
    failure: stack?.failure?.reason,
    origin: viewport.image && (viewport.image.origin ?? 'stored'),
    isPlaying: session?.cine?.isPlaying ?? false,
    framesPerSecond: session?.cine?.rate,
    windowCenter: viewport.windowing?.center,
    windowWidth: viewport.windowing?.width,
    isInverted: viewport.isInverted,
    scale: viewport.scale,
    rotation: viewport.turn.rotation,
    isFlipped: viewport.turn.hflip !== viewport.turn.vflip,
    tool: tools.active,
    areToolsReady: tools.isAttached,
    saving: marks.saveState,
    measurements: tools.measurements(stack?.frames ?? []),
    pixelToCanvas: (point) => viewport.pixelToCanvas(point),
    canvasToPixel: (point) => viewport.canvasToPixel(point),
  };
}
