/** Every text of the viewer in English; callers give their own for any of these keys. {0}, {1} are filled in. */
export const defaultMessages = {
  'viewer.name': 'Image viewer',
  'viewer.picture': 'Image. Arrow keys scroll, letters choose tools.',
  'cell.name': 'Place {0} of {1}.',
  'cell.vacant': 'Choose a series for this place.',
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
  'text.detectorPlane': 'Lengths are on the detector plane',
  'text.noSpacing': 'Pixel size unknown: lengths in pixels',
  'text.regions': 'Lengths in mm inside the ultrasound image, elsewhere in pixels',
  'text.born': 'born {0}',
  'note.omitted': 'This series claims {1} images; only {0} of them are shown.',
  'note.decodedByServer': 'This browser cannot decode this image; the server has decoded it.',
  'note.renderedByServer': 'Picture rendered by the server; grey values cannot be measured.',
  'mpr.name': 'Multiplanar reconstruction',
  'mpr.action': 'Three planes (MPR)',
  'mpr.leave': 'Back to the images',
  'mpr.planes': 'Plane to look at',
  'mpr.axial': 'Axial',
  'mpr.coronal': 'Coronal',
  'mpr.sagittal': 'Sagittal',
  'mpr.projection': 'What a plane shows: itself or a slab',
  'mpr.plane': 'Plane',
  'mpr.mip': 'Slab, maximum (MIP)',
  'mpr.minip': 'Slab, minimum (MinIP)',
  'mpr.mean': 'Slab, mean',
  'mpr.thickness': 'Thickness of the slab',
  'mpr.thickness.mm': '{0} mm',
  'mpr.loading': 'Images loaded',
  'mpr.loaded': '{0} / {1}',
  'mpr.failed': 'The planes cannot be shown.',
  'mpr.note.uneven': 'The slices are {0} to {1} mm apart: the planes between them are interpolated.',
  'mpr.note.tilt': 'The slices are tilted by {0} degrees; the planes are straight in the patient.',
  'mpr.note.reduced': 'To spare memory, {0} x {0} pixels of the images are one here.',
  'mpr.note.failed': '{0} of {1} images could not be loaded; the planes are black there.',
  'mpr.refused': 'No planes can be cut through this series.',
  'mpr.refused.close': 'OK',
  'mpr.refused.fewSlices': 'It takes at least three slices; this one has {0}.',
  'mpr.refused.colour': 'Its images are in colour.',
  'mpr.refused.projection': 'Its images are projections or localizers, not slices.',
  'mpr.refused.noPosition': 'Its images do not say where they lie in the patient.',
  'mpr.refused.orientations': 'Its slices are not parallel.',
  'mpr.refused.sizes': 'Its slices differ in size or pixel spacing.',
  'mpr.refused.frames': 'Its slices belong to different frames of reference.',
  'mpr.refused.duplicates': 'Several of its slices lie at the same position.',
  'mpr.refused.gap': 'There is a gap of {0} mm between slice {1} and slice {2}.',
  'enhance.action': 'Enhance the picture',
  'enhance.filter': 'Filter',
  'enhance.none': 'No filter',
  'enhance.smooth': 'Smooth',
  'enhance.sharpen': 'Sharpen',
  'enhance.edges': 'Edges',
  'enhance.strength': 'Strength',
  'enhance.brightness': 'Brightness',
  'enhance.contrast': 'Contrast',
  'enhance.reset': 'As in the file',
  'enhance.note': 'Enhanced picture: {0}. Measured values are those of the file.',
  'palette.action': 'Colours',
  'palette.grey': 'Grey',
  'palette.hotIron': 'Hot iron',
  'palette.pet': 'PET',
  'palette.hotMetalBlue': 'Hot metal, blue',
  'palette.rainbow': 'Rainbow',
  'palette.dusk': 'Dusk, even steps',
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
