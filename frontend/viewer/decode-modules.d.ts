/** Addresses of files that are served as they are. */
declare module '*?url' {
  const url: string;
  export default url;
}
