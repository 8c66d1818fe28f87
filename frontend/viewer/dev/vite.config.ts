import { defineConfig } from 'vite';

/** A page with the viewer alone, before the DICOMweb server given in DICOMWEB (default: the appliance here). */
const { DICOMWEB = 'http://127.0.0.1:8080' } = process.env;
const proxy = { '/dicom-web': { target: DICOMWEB, changeOrigin: true } };

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  server: { port: 5180, strictPort: true, proxy },
  preview: { port: 5181, strictPort: true, proxy },
  build: { outDir: '../../../target/viewer', emptyOutDir: true },
});
