/** Fetches the image viewer while the reader is still choosing a study, so that it need not be waited for later. */
const whenIdle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 500));

whenIdle(() => void import('./dicom-viewer').catch(() => undefined));

export {};
