import type { Cell } from './cell';
import type { Layout } from './layout';
import { cutOf, sharesSpace, type ImagePlane, type Segment } from './patient-space';
import { planeOf } from './slice-search';

/** Where another image cuts this one, in pixels of this one. */
export interface ReferenceLine {
  readonly segment: Segment;
  /** 'active': the picture of the active cell; 'edge': the first or the last one of its stack. */
  readonly of: 'active' | 'edge';
}

/** Lines on the pictures of the other cells that show how the active one lies. */
export class ReferenceLines {
  readonly #layout: Layout;
  isOn = true;
  /** Also the first and the last slice of the active stack. */
  hasEdges = false;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  in(cell: Cell): ReferenceLine[] {
    const { active, isMaximised } = this.#layout;
    const plane = cell.viewport.frame && planeOf(cell.viewport.frame);
    if (!this.isOn || isMaximised || cell === active || cell.isBlank || active.isBlank || !plane) {
      return [];
    }
    const [first, last] = this.hasEdges ? [active.stack?.frames.at(0), active.stack?.frames.at(-1)] : [];
    return [
      ...cuts(plane, first && planeOf(first), 'edge'),
      ...cuts(plane, last && planeOf(last), 'edge'),
      ...cuts(plane, active.viewport.frame && planeOf(active.viewport.frame), 'active'),
    ];
  }
}

function cuts(plane: ImagePlane, by: ImagePlane | undefined, of: ReferenceLine['of']): ReferenceLine[] {
  const segment = by && sharesSpace(plane, by) ? cutOf(plane, by) : undefined;
  return segment ? [{ segment, of }] : [];
}
