/** Every text of the viewer in English; callers give their own for any of these keys. {0}, {1} are filled in. */
export const defaultMessages = {
  'viewer.name': 'Image viewer',
  'viewer.picture': 'Image. Arrow keys scroll, letters choose tools.',
  'cell.name': 'Place {0} of {1}.',
  'cell.vacant': 'Choose a series for this place.',
  'layout.grid': '{0} × {1}',
  'layout.name': '{0} × {1}, rows × columns',
  'link.scroll': 'Scroll together',
  'link.zoom': 'Zoom and pan together',
  'link.window': 'Same window, within one modality',
  'link.lines': 'Reference lines',
  'link.edges': 'First and last slice too',
  'link.byPosition': 'Linked by position',
  'link.byNumber': 'Linked by image number',
  'link.outside': 'Linked; nearest image, not the same position',
  'help.tools': 'Tools',
  'help.image': 'Image',
  'help.slices': 'Images of the series',
  'help.cells': 'Layout',
  'help.mouse': 'Mouse',
  'help.touch': 'Touch',
  'help.zoom': 'Larger, smaller',
  'help.zoomThere': 'Zoom to the pointer',
  'help.removeLast': 'Delete the last measurement',
  'help.scroll': 'Next and previous image',
  'help.page': 'Ten images on',
  'help.ends': 'First and last image',
  'help.next': 'Next place',
  'help.maximise': 'Enlarge one place, and back',
  'help.drop': 'Show a series there',
  'help.useTool': 'Use the tool',
  'help.left': 'Left button',
  'help.right': 'Right button',
  'help.middle': 'Middle button',
  'help.wheel': 'Wheel',
  'help.double': 'Double click',
  'help.drag': 'Drag it to the place',
  'help.finger': 'One finger',
  'help.twoFingers': 'Two fingers',
  'help.pinch': 'Pinch',
  'help.doubleTap': 'Double tap',
  'help.longPress': 'Long press',
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
  'tool.crosshairs': 'Crosshairs',
  'tool.length': 'Length',
  'tool.angle': 'Angle',
  'action.presets': 'Window presets',
  'action.layout': 'Layout',
  'action.link': 'Link',
  'action.help': 'Shortcuts',
  'action.close': 'Close',
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
  'note.noConnection': 'The server cannot be reached. What was loaded stays; new images come when it answers again.',
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
