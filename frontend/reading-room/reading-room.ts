import '../idle-watch';
import '../viewer/dicom-viewer';
import { keepShell } from './shell';

/** What the server wrote into the page: its title, and the elements in it with their attributes. */
interface ReadingRoom {
  readonly title: string;
  readonly elements: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The page of a study, `/viewer/UID`: the image viewer, and the watch over a room that somebody has left. */
function furnish({ title, elements }: ReadingRoom): void {
  document.title = title;
  for (const [name, attributes] of Object.entries(elements)) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([attribute, value]) => element.setAttribute(attribute, value));
    if (name === 'dicom-viewer') {
      showStudy(element);
    }
    document.body.append(element);
  }
}

/** By the address: the page may be one that was kept from another study. */
function showStudy(viewer: Element): void {
  const { pathname, searchParams } = new URL(location.href);
  viewer.setAttribute('study', decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1)));
  viewer.setAttribute('series', searchParams.get('series') ?? '');
  viewer.setAttribute('login', pathname);
}

const written = document.getElementById('reading-room')?.textContent ?? '';
if (written) {
  furnish(JSON.parse(written) as ReadingRoom);
  void keepShell();
} else {
  location.replace(new URL('worklist', document.baseURI));
}
