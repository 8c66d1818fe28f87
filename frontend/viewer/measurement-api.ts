import { FEWEST_POINTS, type Annotation, type AnnotationKind, type Quantity } from './annotation';
import type { ImagePoint } from './measure';

/** A measurement as the server keeps it. */
export interface SavedMeasurement {
  readonly id: number;
  /** The id of the annotation. */
  readonly key: string;
  readonly version: number;
  readonly studyInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly sopInstanceUid: string;
  readonly frame: number;
  readonly type: AnnotationKind;
  readonly data: SavedData;
  readonly createdByName: string;
  readonly modifiedByName: string;
}

interface SavedData {
  readonly points: readonly ImagePoint[];
  readonly value: number | null;
  readonly unit: string;
  readonly values: readonly Quantity[];
  readonly label: string;
}

/**
 * Why something was not saved. 'later': nobody answered, it is worth trying again. 'session': log in first.
 * 'forbidden': this user may not. 'stale': somebody else was faster. 'gone': it is not there any more. 'refused': it never will be.
 */
export type SaveFailure = 'later' | 'session' | 'forbidden' | 'stale' | 'gone' | 'refused';

export class SaveError extends Error {
  constructor(
    readonly kind: SaveFailure,
    message: string,
  ) {
    super(message);
    this.name = 'SaveError';
  }
}

/** The measurements of a study at the server. */
export class MeasurementApi {
  readonly root: string;

  constructor(
    root: string,
    readonly studyUID: string,
  ) {
    this.root = root.replace(/\/+$/, '');
  }

  async all(): Promise<SavedMeasurement[]> {
    const found: unknown = await this.#answer('GET', `/study/${encodeURIComponent(this.studyUID)}`);
    if (!Array.isArray(found)) {
      throw new SaveError('later', 'The server did not answer with measurements.');
    }
    return found as SavedMeasurement[];
  }

  async add(annotation: Annotation): Promise<SavedMeasurement> {
    const { id, kind, seriesInstanceUID, sopInstanceUID, frameNumber } = annotation;
    return (await this.#answer('POST', '', {
      key: id,
      studyInstanceUid: this.studyUID,
      seriesInstanceUid: seriesInstanceUID,
      sopInstanceUid: sopInstanceUID,
      frame: frameNumber,
      type: kind,
      data: dataOf(annotation),
    })) as SavedMeasurement;
  }

  async change(saved: SavedMeasurement, annotation: Annotation): Promise<SavedMeasurement> {
    const change = { version: saved.version, data: dataOf(annotation) };
    return (await this.#answer('PUT', `/${saved.id}`, change)) as SavedMeasurement;
  }

  async remove(saved: SavedMeasurement): Promise<void> {
    await this.#answer('DELETE', `/${saved.id}`).catch((failure: unknown) => {
      // Another attempt has succeeded, or somebody else.
      if (!(failure instanceof SaveError) || failure.kind !== 'gone') {
        throw failure;
      }
    });
  }

  async #answer(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(this.root + path, {
      method,
      credentials: 'same-origin',
      // A change on its way is not given up when the page is left.
      keepalive: method !== 'GET' && JSON.stringify(body ?? '').length < MOST_KEPT_ALIVE,
      headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new SaveError('later', 'The server cannot be reached.');
    });
    if (!response.ok) {
      throw new SaveError(failureOf(response.status), await reason(response));
    }
    const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
    if (response.status !== 204 && !isJson) {
      throw new SaveError('session', 'The session has ended.');
    }
    return response.status === 204 ? undefined : response.json();
  }
}

/** Browsers refuse larger ones. */
const MOST_KEPT_ALIVE = 60_000;

/** A later version of the program may have saved what this one cannot draw. */
export function isKnown({ type, data }: SavedMeasurement): boolean {
  const isDrawable = Object.hasOwn(FEWEST_POINTS, type) && data.points.length >= FEWEST_POINTS[type];
  return isDrawable && data.points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
}

export function annotationOf(saved: SavedMeasurement): Annotation {
  return {
    id: saved.key,
    kind: saved.type,
    seriesInstanceUID: saved.seriesInstanceUid,
    sopInstanceUID: saved.sopInstanceUid,
    frameNumber: saved.frame,
    points: saved.data.points,
    label: saved.data.label,
    quantities: saved.data.values,
  };
}

function dataOf({ points, quantities, label }: Annotation): SavedData {
  return {
    points: points.map(({ x, y }) => ({ x, y })),
    value: quantities[0]?.value ?? null,
    unit: quantities[0]?.unit ?? '',
    values: quantities,
    label,
  };
}

function failureOf(status: number): SaveFailure {
  switch (status) {
    case 401:
      return 'session';
    case 403:
      return 'forbidden';
    case 404:
      return 'gone';
    case 409:
      return 'stale';
    default:
      return status >= 500 || status === 408 || status === 429 ? 'later' : 'refused';
  }
}

/** The sentence of a problem (RFC 9457). */
async function reason(response: Response): Promise<string> {
  const problem: unknown = await response.json().catch(() => undefined);
  const detail = typeof problem === 'object' && problem !== null && 'detail' in problem ? problem.detail : undefined;
  return typeof detail === 'string' && detail ? detail : `The server answered ${response.status}.`;
}
