import { GREY_VALUES, type Annotation, type Quantity } from './annotation';
import type { AnnotationStore } from './annotation-store';
import { quantitiesOf } from './annotation-values';
import { calibratedSpacing } from './calibration';
import type { Frame } from './frame';

/**
 * Lengths and areas of all figures of an instance, anew from their points, after its calibration has changed. Grey
 * values do not depend on it and stay.
 *
 * @param frameOf the frame of an annotation, undefined where its series is not open
 * @returns those that became others
 */
export function recalibrated(
  store: AnnotationStore,
  sopInstanceUID: string,
  frameOf: (annotation: Annotation) => Frame | undefined,
): Annotation[] {
  return store.all
    .filter((annotation) => annotation.sopInstanceUID === sopInstanceUID && annotation.kind !== 'probe')
    .map((annotation) => {
      const frame = frameOf(annotation);
      const spacing = frame && calibratedSpacing(frame, store.all);
      const spatial = spacing ? quantitiesOf(annotation, { frame, spacing, values: undefined }) : [];
      const grey = annotation.quantities.filter(({ name }) => GREY_VALUES.has(name));
      return spacing ? { ...annotation, quantities: [...spatial, ...grey] } : annotation;
    })
    .filter((annotation) => isOther(annotation.quantities, store.get(annotation.id)?.quantities ?? []));
}

function isOther(now: readonly Quantity[], before: readonly Quantity[]): boolean {
  return now.some(({ value, unit }, index) => value !== before[index]?.value || unit !== before[index].unit);
}
