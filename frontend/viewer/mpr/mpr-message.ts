import type { Plane, PlaneName } from './planes';
import type { IndexScale } from './plane-values';
import type { Slab } from './slab';
import type { VolumeGeometry } from './volume';
import type { StoredSlice } from './volume-values';

/** What the worker is told. */
export type MprRequest =
  | { readonly type: 'open'; readonly geometry: VolumeGeometry; readonly reduction: number }
  | { readonly type: 'slice'; readonly place: number; readonly slice: StoredSlice }
  | PlaneRequest
  | { readonly type: 'cancel'; readonly name: PlaneName };

/** A plane of this name that is still being cut is given up for this one. */
export interface PlaneRequest {
  readonly type: 'plane';
  readonly id: number;
  readonly name: PlaneName;
  readonly plane: Plane;
  readonly slab: Slab;
}

export type MprAnswer = PlaneAnswer | { readonly type: 'failed'; readonly reason: string };

export interface PlaneAnswer {
  readonly type: 'plane';
  readonly id: number;
  readonly name: PlaneName;
  readonly indices: Uint16Array<ArrayBuffer>;
  readonly scale: IndexScale;
  /** How many slices the volume had. */
  readonly sliceCount: number;
}
