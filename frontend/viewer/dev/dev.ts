import '../dicom-viewer';

/** The page as a plain user of the element: `?study=UID&series=UID` become its attributes. */
const viewer = document.querySelector('dicom-viewer');
for (const [name, value] of new URLSearchParams(location.search)) {
  viewer?.setAttribute(name, value);
}
