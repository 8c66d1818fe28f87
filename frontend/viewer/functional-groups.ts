import { item, type DicomJsonDataSet } from './dicom-json';
import { Tag } from './tags';

/**
 * What is read from the macros of a functional group (PS3.3 C.7.6.16.2), by the sequence of the macro. Nothing else is:
 * private groups carry elements of the same names with meanings of their own, and references carry other UIDs.
 */
const MACROS: ReadonlyMap<string, readonly string[]> = new Map([
  [Tag.PixelMeasuresSequence, [Tag.PixelSpacing, Tag.SliceThickness]],
  [Tag.PlanePositionSequence, [Tag.ImagePositionPatient]],
  [Tag.PlaneOrientationSequence, [Tag.ImageOrientationPatient]],
  [Tag.PatientOrientationInFrameSequence, [Tag.PatientOrientation]],
  [Tag.FramePixelDataPropertiesSequence, [Tag.ImagerPixelSpacing]],
  [
    Tag.FrameDisplayShutterSequence,
    [
      Tag.ShutterShape,
      Tag.ShutterLeftVerticalEdge,
      Tag.ShutterRightVerticalEdge,
      Tag.ShutterUpperHorizontalEdge,
      Tag.ShutterLowerHorizontalEdge,
      Tag.CenterOfCircularShutter,
      Tag.RadiusOfCircularShutter,
      Tag.VerticesOfThePolygonalShutter,
      Tag.ShutterPresentationValue,
    ],
  ],
  [Tag.PixelValueTransformationSequence, [Tag.RescaleIntercept, Tag.RescaleSlope, Tag.RescaleType]],
  [
    Tag.FrameVOILUTSequence,
    [Tag.WindowCenter, Tag.WindowWidth, Tag.WindowCenterWidthExplanation, Tag.VOILUTFunction, Tag.VOILUTSequence],
  ],
]);

/**
 * Attributes that hold for one frame. Enhanced objects keep them in functional groups (PS3.3 C.7.6.16): a macro of the
 * frame wins over a shared one, and that over the top level. Items are laid flat; a plain object is returned as it is.
 *
 * @param frame frame number, from 1
 */
export function frameAttributes(instance: DicomJsonDataSet, frame: number): DicomJsonDataSet {
  const shared = item(instance, Tag.SharedFunctionalGroupsSequence, 0);
  const own = item(instance, Tag.PerFrameFunctionalGroupsSequence, frame - 1);
  if (!shared && !own) {
    return instance;
  }
  return Object.assign({}, instance, ...macros(shared), ...macros(own));
}

function macros(group: DicomJsonDataSet | undefined): DicomJsonDataSet[] {
  if (!group) {
    return [];
  }
  return [...MACROS].map(([sequence, attributes]) => only(attributes, item(group, sequence, 0)));
}

function only(attributes: readonly string[], macro: DicomJsonDataSet = {}): DicomJsonDataSet {
  return Object.fromEntries(attributes.filter((tag) => macro[tag]).map((tag) => [tag, macro[tag]]));
}
