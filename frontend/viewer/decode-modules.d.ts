/** Addresses of files that are served as they are. */
declare module '*?url' {
  const url: string;
  export default url;
}

/** The codecs' scripts make a module of their WebAssembly. */
declare module '@cornerstonejs/codec-openjph' {
  interface FactoryOptions {
    locateFile?: () => string;
    print?: () => void;
    printErr?: () => void;
  }

  const factory: (options?: FactoryOptions) => Promise<import('./decode/wasm-codec').WasmModule>;
  export default factory;
}

declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  import factory from '@cornerstonejs/codec-openjph';
  export default factory;
}

declare module '@cornerstonejs/codec-charls/decodewasmjs' {
  import factory from '@cornerstonejs/codec-openjph';
  export default factory;
}

/** Text of files that become a part of the program. */
declare module '*?raw' {
  const text: string;
  export default text;
}
