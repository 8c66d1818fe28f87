import '../idle-watch';
import type { DicomViewer } from '../viewer/dicom-viewer';
import '../viewer/dicom-viewer';
import { painted } from '../viewer/painted';
import { asked, study, type Attributes, type ReadingRoom } from './page';
import { ReportBeside, reportPanel } from './report-beside';
import { keepShell } from './shell';

/** How long the first picture has the browser for itself, in milliseconds. */
const WITHOUT_PICTURE_MS = 3_000;

type ElementNamed<Name> = Name extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Name] : HTMLElement;

/** The image viewer, and the watch over a room that somebody has left. */
export function furnish({ title, elements }: ReadingRoom): void {
  document.title = title;
  const { 'report-panel': report, 'dicom-viewer': viewer, ...others } = elements;
  Object.entries(others).forEach(([name, attributes]) => document.body.append(furniture(name, attributes)));
  if (report && asked.get('report') === 'only') {
    void showReportAlone(report);
  } else if (viewer) {
    showStudy(viewer, report);
  }
  void firstPicture().then(keepShell);
}

/** Or a while, where there is none. */
function firstPicture(): Promise<unknown> {
  return new Promise((resolve) => {
    document.addEventListener('image-rendered', resolve, { once: true });
    setTimeout(resolve, WITHOUT_PICTURE_MS);
  });
}

function furniture<Name extends string>(name: Name, attributes: Attributes): ElementNamed<Name> {
  const element = document.createElement(name);
  Object.entries(attributes).forEach(([attribute, value]) => element.setAttribute(attribute, value));
  return element as ElementNamed<Name>;
}

/** By the address: the page may be one that was kept from another study. */
function showStudy(attributes: Attributes, report: Attributes | undefined): void {
  const viewer = furniture('dicom-viewer', attributes);
  viewer.setAttribute('study', study);
  viewer.setAttribute('series', asked.get('series') ?? '');
  viewer.setAttribute('login', location.pathname + location.search);
  document.body.prepend(viewer);
  if (report) {
    const beside = new ReportBeside(viewer, study, report);
    shareImages(viewer);
    if (asked.has('report')) {
      void beside.open();
    }
  }
}

/** For a report in a window of its own; there is time for it once the first picture is there. */
function shareImages(viewer: DicomViewer): void {
  viewer.addEventListener(
    'image-rendered',
    async () => {
      await painted();
      const { ImagesHere } = await import('../report/images-beside');
      new ImagesHere(viewer, study, () => undefined);
    },
    { once: true },
  );
}

/** The images have another window. */
async function showReportAlone(attributes: Attributes): Promise<void> {
  await import('../report/report-panel');
  const panel = reportPanel(study, attributes);
  panel.setAttribute('alone', '');
  document.title = attributes['label'] ?? document.title;
  document.body.append(panel);
}
