import '../idle-watch';
import type { DicomViewer } from '../viewer/dicom-viewer';
import '../viewer/dicom-viewer';
import { ReportBeside, reportPanel } from './report-beside';
import { keepShell } from './shell';

type Attributes = Readonly<Record<string, string>>;
type ElementNamed<Name> = Name extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Name] : HTMLElement;

/** What the server wrote into the page: its title, and the elements in it with their attributes. */
interface ReadingRoom {
  readonly title: string;
  readonly elements: Readonly<Record<string, Attributes>>;
}

/** The page of a study, `/viewer/UID`: the image viewer, and the watch over a room that somebody has left. */
function furnish({ title, elements }: ReadingRoom): void {
  document.title = title;
  const { 'report-panel': report, 'dicom-viewer': viewer, ...others } = elements;
  Object.entries(others).forEach(([name, attributes]) => document.body.append(furniture(name, attributes)));
  if (report && asked.get('report') === 'only') {
    void showReportAlone(report);
  } else if (viewer) {
    showStudy(viewer, report);
  }
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
    () => void import('../report/images-beside').then(({ ImagesHere }) => new ImagesHere(viewer, study, () => undefined)),
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

const { pathname, searchParams: asked } = new URL(location.href);
const study = decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1));
const written = document.getElementById('reading-room')?.textContent ?? '';
if (written) {
  furnish(JSON.parse(written) as ReadingRoom);
  void keepShell();
} else {
  location.replace(new URL('worklist', document.baseURI));
}
