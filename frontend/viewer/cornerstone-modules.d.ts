/** What the viewer uses of packages that bring no types of their own. */
declare module 'cornerstone-core/dist/cornerstone.min.js' {
  export interface CornerstoneImage {
    imageId: string;
    minPixelValue: number;
    maxPixelValue: number;
    slope: number;
    intercept: number;
    windowCenter: number;
    windowWidth: number;
    getPixelData: () => ArrayLike<number>;
    rows: number;
    columns: number;
    height: number;
    width: number;
    color: boolean;
    rgba?: boolean;
    columnPixelSpacing: number;
    rowPixelSpacing: number;
    invert: boolean;
    sizeInBytes: number;
    cachedLut?: object;
    /** Draws the picture instead of Cornerstone's own choice. */
    render?: ((element: object, invalidated: boolean) => void) | undefined;
    /** Smallest and largest value in units, where not all pixels count: Pixel Padding only fills up. */
    unitRange?: (() => readonly [number, number]) | undefined;
    /** The value of pixels that are outside of the image and have none. */
    padding?: number;
    /** Tables of the file's VOI LUT Sequence. */
    voiTables?: readonly import('./lookup-table').LookupTable[];
    /** The values of the file, where those that are drawn are others. */
    storedValues?: ArrayLike<number> | undefined;
    /** The Modality LUT that the stored values go through. */
    modality?: import('./lookup-table').LookupTable | undefined;
    /** Overlay planes that lie in unused bits of the stored values. */
    embeddedOverlays?: import('./overlays/overlay-bits').EmbeddedOverlays | undefined;
    /** How the picture came to be, when not from the stored frame alone. */
    origin?: 'decoded-by-server' | 'rendered-by-server';
  }

  export interface CornerstoneViewport {
    scale: number;
    translation: { x: number; y: number };
    voi: { windowWidth: number; windowCenter: number };
    voiLUT?: { readonly id: string } | undefined;
    invert: boolean;
    pixelReplication: boolean;
    rotation: number;
    hflip: boolean;
    vflip: boolean;
  }

  export interface ImageLoadObject {
    promise: Promise<CornerstoneImage>;
    cancelFn?: () => void;
  }

  interface Point {
    x: number;
    y: number;
  }

  interface Cornerstone {
    readonly EVENTS: Readonly<Record<'ELEMENT_ENABLED' | 'IMAGE_RENDERED' | 'IMAGE_CACHE_CHANGED', string>>;
    readonly events: EventTarget;
    readonly imageCache: {
      setMaximumSizeBytes(bytes: number): void;
      getCacheInfo(): { maximumSizeInBytes: number; cacheSizeInBytes: number };
      purgeCache(): void;
      getImageLoadObject(imageId: string): ImageLoadObject | undefined;
      removeImageLoadObject(imageId: string): void;
    };
    readonly metaData: {
      addProvider(provider: (type: string, imageId: string) => unknown, priority: number): void;
    };
    readonly internal: {
      getTransform(enabledElement: object): { transformPoint(x: number, y: number): Point };
    };
    enable(element: HTMLElement): void;
    disable(element: HTMLElement): void;
    getEnabledElement(element: HTMLElement): { canvas: HTMLCanvasElement; image?: CornerstoneImage };
    displayImage(element: HTMLElement, image: CornerstoneImage, viewport?: Partial<CornerstoneViewport>): void;
    getDefaultViewport(canvas: { width: number; height: number }, image: CornerstoneImage): CornerstoneViewport;
    getViewport(element: HTMLElement): CornerstoneViewport | undefined;
    setViewport(element: HTMLElement, viewport: Partial<CornerstoneViewport>): void;
    fitToWindow(element: HTMLElement): void;
    resize(element: HTMLElement, forceFitToWindow?: boolean): void;
    updateImage(element: HTMLElement): void;
    pixelToCanvas(element: HTMLElement, point: Point): Point;
    canvasToPixel(element: HTMLElement, point: Point): Point;
    renderToCanvas(canvas: HTMLCanvasElement, image: CornerstoneImage, viewport: CornerstoneViewport): void;
    renderGrayscaleImage(element: object, invalidated: boolean): void;
    renderColorImage(element: object, invalidated: boolean): void;
    registerImageLoader(scheme: string, load: (imageId: string, options?: never) => ImageLoadObject): void;
    loadAndCacheImage(imageId: string, options?: object): Promise<CornerstoneImage>;
    triggerEvent(target: EventTarget, type: string, detail: object): boolean;
  }

  const cornerstone: Cornerstone;
  export default cornerstone;
}

declare module 'cornerstone-tools/dist/cornerstoneTools.min.js' {
  import type { CornerstoneImage, CornerstoneViewport } from 'cornerstone-core/dist/cornerstone.min.js';

  export interface ToolHandle {
    x: number;
    y: number;
    active?: boolean;
    moving?: boolean;
    hasMoved?: boolean;
  }

  export interface ToolData {
    uuid?: string;
    visible: boolean;
    active: boolean;
    invalidated: boolean;
    cancelled?: boolean;
    handles: { start: ToolHandle; end: ToolHandle; middle?: ToolHandle; textBox: ToolHandle };
  }

  export interface ToolEvent {
    currentTarget: HTMLElement;
    detail: {
      element: HTMLElement;
      image: CornerstoneImage;
      viewport: CornerstoneViewport;
      canvasContext: CanvasRenderingContext2D;
      toolName: string;
      measurementData: ToolData;
      deltaPoints: { page: { x: number; y: number } };
      currentPoints: { image: { x: number; y: number } };
    };
  }

  export interface BaseTool {
    name: string;
    configuration: Record<string, unknown>;
    /** Whether the press is used up, so that no measurement is looked for below it. */
    preMouseDownCallback?(event: ToolEvent): boolean;
    postTouchStartCallback?(event: ToolEvent): boolean;
    mouseDragCallback?(event: ToolEvent): void;
    touchDragCallback?(event: ToolEvent): void;
  }

  export interface AnnotationTool extends BaseTool {
    throttledUpdateCachedStats: (image: CornerstoneImage, element: HTMLElement, data: ToolData) => void;
    updateCachedStats(image: CornerstoneImage, element: HTMLElement, data: ToolData): void;
    renderToolData(event: ToolEvent): void;
  }

  export type ToolClass<T extends BaseTool = BaseTool> = new (props?: object, defaults?: object) => T;

  interface Store {
    readonly state: { handleRadius: number; isToolLocked: boolean; isMultiPartToolActive: boolean };
  }

  interface CornerstoneTools {
    readonly external: { cornerstone: unknown; cornerstoneMath: unknown; Hammer: unknown };
    readonly EVENTS: Readonly<Record<'MEASUREMENT_COMPLETED' | 'MEASUREMENT_MODIFIED' | 'MEASUREMENT_REMOVED', string>>;
    readonly store: Store;
    readonly toolStyle: { setToolWidth(width: number): void };
    readonly toolColors: {
      setToolColor(color: string): void;
      setActiveColor(color: string): void;
      getColorIfActive(data: ToolData): string;
    };
    readonly textStyle: {
      setFont(font: string): void;
      setFontSize(pixels: number): void;
      setBackgroundColor(color: string): void;
    };
    readonly globalImageIdSpecificToolStateManager: {
      saveToolState(): Record<string, Record<string, { data: ToolData[] } | undefined> | undefined>;
      clearImageIdToolState(imageId: string): void;
    };
    readonly LengthTool: ToolClass<AnnotationTool>;
    readonly AngleTool: ToolClass<AnnotationTool>;
    readonly PanTool: ToolClass;
    readonly ZoomTool: ToolClass;
    readonly PanMultiTouchTool: ToolClass;
    readonly ZoomTouchPinchTool: ToolClass;
    init(configuration: object): void;
    importInternal(path: 'base/BaseTool'): ToolClass;
    importInternal(path: 'drawing/getNewContext'): (canvas: HTMLCanvasElement) => CanvasRenderingContext2D;
    importInternal(
      path: 'drawing/draw',
    ): (context: CanvasRenderingContext2D, paint: (context: CanvasRenderingContext2D) => void) => void;
    importInternal(
      path: 'drawing/drawJoinedLines',
    ): (
      context: CanvasRenderingContext2D,
      element: HTMLElement,
      start: ToolHandle,
      points: ToolHandle[],
      options: object,
    ) => void;
    importInternal(
      path: 'drawing/drawHandles',
    ): (context: CanvasRenderingContext2D, detail: object, handles: object, options: object) => void;
    importInternal(
      path: 'drawing/drawLinkedTextBox',
    ): (
      context: CanvasRenderingContext2D,
      element: HTMLElement,
      textBox: ToolHandle,
      text: string,
      handles: object,
      anchors: (handles: ToolData['handles']) => ToolHandle[],
      color: string,
      lineWidth: number,
      xOffset: number,
      yCenter: boolean,
    ) => void;
    addToolForElement(element: HTMLElement, tool: ToolClass, props?: object): void;
    setToolActiveForElement(
      element: HTMLElement,
      name: string,
      options: object,
      interactions?: readonly ('Mouse' | 'Touch')[],
    ): void;
    setToolPassiveForElement(element: HTMLElement, name: string): void;
    removeToolForElement(element: HTMLElement, name: string): void;
    removeToolState(element: HTMLElement, name: string, data: ToolData): void;
  }

  const cornerstoneTools: CornerstoneTools;
  export default cornerstoneTools;
}

declare module 'cornerstone-math/dist/cornerstoneMath.min.js' {
  const cornerstoneMath: unknown;
  export default cornerstoneMath;
}

declare module 'hammerjs' {
  const Hammer: unknown;
  export default Hammer;
}
