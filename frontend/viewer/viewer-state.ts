import type { Cell } from './cell';
import type { DocumentState } from './documents';
import { gridName } from './grid';
import type { Follow } from './linking';
import type { Enhancement } from './enhance/enhancement';
import type { ImagePoint } from './measure';
import type { Measurement } from './measurement';
import type { SaveState } from './measurement-saver';
import { mprState, type MprState } from './mpr/mpr-state';
import type { ReadingRoom } from './reading-room';
import type { ReferenceLine } from './reference-lines';
import type { StudySession } from './study-session';
import type { ToolName } from './tool-set';
import type { Vector } from './vector';

/** A reading of one cell. */
export interface CellState {
  readonly isActive: boolean;
  readonly isVisible: boolean;
  readonly seriesInstanceUID: string | undefined;
  /** Of the picture on the screen. */
  readonly sopInstanceUID: string | undefined;
  /** Place of the picture on the screen, from 0; -1 while there is none. */
  readonly sliceIndex: number;
  readonly sliceCount: number;
  readonly isWaiting: boolean;
  readonly windowCenter: number | undefined;
  readonly windowWidth: number | undefined;
  /** Pixels of the screen per image pixel. */
  readonly scale: number;
  /** In pixels of the picture. */
  readonly lines: readonly ReferenceLine[];
  /** Place of the crosshairs in the picture. */
  readonly crosshairs: ImagePoint | undefined;
  /** How it follows the cell in use through the slices. */
  readonly follow: Follow | undefined;
  readonly pixelToCanvas: (point: ImagePoint) => ImagePoint;
  readonly canvasToPixel: (point: ImagePoint) => ImagePoint;
}

/** A reading of the viewer at one moment, for callers and tests. Canvas points are in CSS pixels from its corner. */
export interface ViewerState {
  readonly phase: 'none' | 'loading' | 'ready' | 'empty' | 'deleted' | 'noPictures' | 'failed';
  /** How far the document or film in the active cell has got, undefined while the cell has none of these. */
  readonly document: DocumentState['name'] | undefined;
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
  /** Rows x columns, as in the attribute. */
  readonly layout: string;
  /** Whether the active cell has all the room for a while. */
  readonly isMaximised: boolean;
  /** In mm in the patient. */
  readonly crosshairs: Vector | undefined;
  /** From the top left one along the rows. */
  readonly cells: readonly CellState[];
  /** How the active picture is drawn. */
  readonly enhancement: Enhancement;
  /** Whether overlays, shutters and graphics of the active picture are shown where it has any. */
  readonly areLayersShown: boolean;
  /** SOP Instance UID of the presentation state in use, undefined while pictures are shown as their files say. */
  readonly presentationState: string | undefined;
  /** The planes, undefined while the images are shown. */
  readonly mpr: MprState | undefined;
}

/** Of the study, and of the picture in the active cell. */
export function viewerState(session: StudySession | undefined, room: ReadingRoom): ViewerState {
  const { layout } = room;
  const { viewport, tools, stack, cine, series } = layout.active;
  const frame = stack?.failure?.frame ?? viewport.frame;
  return {
    phase: phaseOf(session, layout.active),
    document: documentOf(layout.active),
    studyInstanceUID: session?.studyUID,
    seriesInstanceUID: series?.seriesInstanceUID,
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
    isPlaying: cine?.isPlaying ?? false,
    framesPerSecond: cine?.rate,
    windowCenter: viewport.windowing?.center,
    windowWidth: viewport.windowing?.width,
    isInverted: viewport.isInverted,
    scale: viewport.scale,
    rotation: viewport.turn.rotation,
    isFlipped: viewport.turn.hflip !== viewport.turn.vflip,
    tool: layout.tool,
    areToolsReady: tools.isAttached,
    saving: room.marks.saveState,
    measurements: tools.measurements(stack?.frames ?? []),
    pixelToCanvas: (point) => viewport.pixelToCanvas(point),
    canvasToPixel: (point) => viewport.canvasToPixel(point),
    layout: gridName(layout.grid),
    isMaximised: layout.isMaximised,
    crosshairs: room.crosshairs.position,
    cells: layout.cells.map((cell) => cellState(cell, room)),
    enhancement: room.commands.enhancement,
    areLayersShown: layout.active.layers.isShown,
    presentationState: layout.active.layers.chosen?.sopInstanceUID,
    mpr: mprState(room.mpr),
  };
}

function phaseOf(session: StudySession | undefined, { phase }: Cell): ViewerState['phase'] {
  if (!session) {
    return 'none';
  }
  return session.phase.name !== 'ready' ? session.phase.name : phase.name === 'vacant' ? 'none' : phase.name;
}

function documentOf({ phase }: Cell): DocumentState['name'] | undefined {
  return phase.name === 'noPictures' ? phase.documents.state.name : undefined;
}

function cellState(cell: Cell, { layout, lines, crosshairs, links }: ReadingRoom): CellState {
  const { viewport, stack, series } = cell;
  return {
    isActive: cell === layout.active,
    isVisible: layout.visible.includes(cell),
    seriesInstanceUID: series?.seriesInstanceUID,
    sopInstanceUID: (stack?.failure?.frame ?? viewport.frame)?.sopInstanceUID,
    sliceIndex: stack?.shown ?? -1,
    sliceCount: stack?.frames.length ?? 0,
    isWaiting: stack?.isWaiting ?? false,
    windowCenter: viewport.windowing?.center,
    windowWidth: viewport.windowing?.width,
    scale: viewport.scale,
    lines: lines.in(cell),
    crosshairs: crosshairs.in(cell),
    follow: links.followed(cell),
    pixelToCanvas: (point) => viewport.pixelToCanvas(point),
    canvasToPixel: (point) => viewport.canvasToPixel(point),
  };
}
