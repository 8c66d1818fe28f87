/** Every text of the viewer in English; callers give their own for any of these keys. {0}, {1} are filled in. */
export const defaultMessages = {
  'viewer.name': 'Image viewer',
  'viewer.picture': 'Image. Arrow keys scroll, letters choose tools.',
  'rail.name': 'Series',
  'rail.images.one': '1 image',
  'rail.images.many': '{0} images',
  'rail.noPicture': 'No image',
  'rail.series': 'Series {0}',
  'tools.name': 'Tools',
  'tools.back': 'Back',
  'tools.more': 'More tools',
  'tool.window': 'Window/level',
  'tool.scroll': 'Scroll',
  'tool.zoom': 'Zoom',
  'tool.pan': 'Pan',
  'tool.length': 'Length',
  'tool.angle': 'Angle',
  'tool.cobb': 'Cobb angle',
  'tool.bidirectional': 'Long and short axis',
  'tool.rectangle': 'Rectangle',
  'tool.ellipse': 'Ellipse',
  'tool.freehand': 'Freehand outline',
  'tool.probe': 'Value at a point',
  'tool.arrow': 'Arrow',
  'tool.text': 'Text',
  'tool.calibration': 'Calibrate by a known length',
  'tool.eraser': 'Eraser',
  'tool.keyImage': 'Key image',
  'tools.measure': 'Measure and mark',
  'action.undo': 'Undo',
  'action.redo': 'Redo',
  'action.keyImage': 'Key image',
  'action.measurements': 'Measurements',
  'action.ok': 'OK',
  'action.cancel': 'Cancel',
  'action.close': 'Close',
  'measure.mean': 'Mean {0}  SD {1}',
  'measure.range': 'Min {0}  Max {1}  ({2} px)',
  'measure.crossed': 'The outline crosses itself: no area',
  'measure.calibration': 'Calibration',
  'measure.knownSpacing': 'This image tells its millimetres by itself; it needs no calibration.',
  'question.text': 'Text',
  'question.name': 'Name of the measurement',
  'question.calibration': 'Real length of this line, in mm',
  'question.millimetres': 'for example 25.4',
  'question.noLength': 'Give a length in millimetres, for example 25.4.',
  'question.tooLong': 'At most {0} characters.',
  'marks.name': 'Measurements',
  'marks.none': 'Nothing has been measured on this study yet.',
  'marks.place': 'Image {0}',
  'marks.retry': 'Save again',
  'marks.unsaved': 'not saved',
  'marks.changedBy': '{0}, changed by {1}',
  'marks.show': 'Show {0}',
  'marks.hide': 'Hide {0}',
  'marks.rename': 'Rename {0}',
  'marks.remove': 'Delete {0}',
  'saving.failed': 'Measurements are not saved yet: the server does not answer. It is tried again.',
  'saving.session': 'Measurements are not saved yet: your session has ended. Log in again in another tab.',
  'saving.local': 'You may not save measurements: what you draw stays on this screen.',
  'saving.changedBy': '{0} has changed this measurement meanwhile; theirs is shown, yours was not saved.',
  'saving.removedByOther': 'Somebody has deleted this measurement meanwhile; your change was not saved.',
  'saving.refused': 'A measurement was not saved: {0}',
  'action.presets': 'Window presets',
  'action.clear': 'Delete measurements of this series',
  'action.invert': 'Invert',
  'action.rotate': 'Rotate right',
  'action.flip': 'Flip horizontally',
  'action.fit': 'Fit to window',
  'action.actual': 'Actual pixels (1:1)',
  'action.reset': 'Reset',
  'action.retry': 'Try again',
  'action.login': 'Log in',
  'preset.file': 'As stored in the image',
  'preset.table': 'Lookup table of the image',
  'preset.range': 'Full range',
  'preset.ct.brain': 'Brain',
  'preset.ct.subdural': 'Subdural',
  'preset.ct.stroke': 'Stroke',
  'preset.ct.bone': 'Bone',
  'preset.ct.lung': 'Lung',
  'preset.ct.mediastinum': 'Mediastinum',
  'preset.ct.abdomen': 'Abdomen',
  'preset.ct.liver': 'Liver',
  'preset.ct.spine': 'Spine',
  'preset.ct.angio': 'Angiography',
  'text.window': 'W {0}  L {1}',
  'text.zoom': 'Zoom {0} %',
  'text.slice': '{0} / {1}',
  'text.frame': 'Frame {0} of {1}',
  'text.location': 'Loc {0} mm',
  'text.thickness': 'Thick {0} mm',
  'text.detector': '(detector)',
  'text.calibrated': '(calibrated)',
  'text.calibratedLengths': 'Lengths are calibrated by hand',
  'text.detectorPlane': 'Lengths are on the detector plane',
  'text.noSpacing': 'Pixel size unknown: lengths in pixels',
  'text.regions': 'Lengths in mm inside the ultrasound image, elsewhere in pixels',
  'text.born': 'born {0}',
  'note.omitted': 'This series claims {1} images; only {0} of them are shown.',
  'note.decodedByServer': 'This browser cannot decode this image; the server has decoded it.',
  'note.renderedByServer': 'Picture rendered by the server; grey values cannot be measured.',
  'object.choice': 'Object of this series',
  'object.loading': 'Loading the document',
  'object.failed': 'The document could not be loaded.',
  'object.noPdfViewer': 'This browser cannot show a PDF inside of a page.',
  'object.notShown': 'This object holds no images. It is kept in the archive as it was received.',
  'object.videoNotShown': 'Videos cannot be played here. The file is kept in the archive as it was received.',
  'object.open': 'Open in a new tab',
  'object.save': 'Save the file',
  'object.pdf': 'PDF document',
  'object.cda': 'Clinical document (CDA)',
  'object.model': 'Three-dimensional model',
  'object.keyImages': 'Key image selection',
  'object.report': 'Structured report',
  'object.waveform': 'Waveform',
  'object.presentation': 'Presentation state',
  'object.structures': 'Radiotherapy structures',
  'object.radiotherapy': 'Radiotherapy object',
  'object.registration': 'Registration or segmentation',
  'object.valueMap': 'Value mapping',
  'object.video': 'Video',
  'object.other': 'Object without images',
  'cine.name': 'Play the images',
  'cine.play': 'Play',
  'cine.pause': 'Pause',
  'cine.speed': 'Speed, images per second',
  'cine.rate': '{0}/s',
  'scroll.name': 'Position in the stack',
  'state.loading': 'Loading images',
  'state.empty': 'This study is not in the archive, or it has no images.',
  'state.noStudy': 'No study is open.',
  'state.frameFailed': 'Image {0} cannot be shown.',
  'error.session': 'Your session has ended. Log in again to see the images.',
  'error.missing': 'This study is no longer in the archive.',
  'error.network': 'The server cannot be reached. Check the connection and try again.',
  'error.server': 'The server could not deliver this study.',
} as const;

export type MessageKey = keyof typeof defaultMessages;

/** Looks texts up: the caller's first, then the default. */
export class Messages {
  #own: Partial<Record<string, string>> = {};

  /** @param own texts by key, as an object or as its JSON; anything else leaves the defaults */
  set(own: unknown): void {
    const parsed = typeof own === 'string' ? parse(own) : own;
    this.#own = typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, string>) : {};
  }

  get(key: MessageKey, ...values: readonly (string | number)[]): string {
    const pattern = this.#own[key] ?? defaultMessages[key];
    return pattern.replace(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)] ?? ''));
  }

  /** For keys known only as text, such as those of presets: the key itself when it has no text. */
  find(key: string): string {
    return key in defaultMessages ? this.get(key as MessageKey) : key;
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
