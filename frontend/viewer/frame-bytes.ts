import { answers } from './answers';
import { onlyPart } from './multipart';
import { transferSyntaxOf } from './transfer-syntax';

/** The answer of a server to the question for one frame. */
export interface FrameBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly transferSyntax: string;
  /** Said by our own server of a frame it has decoded. */
  readonly photometricInterpretation: string | undefined;
}

/** @param nativeLength bytes that the frame would have without compression */
export async function frameBytes(
  address: string,
  accept: string,
  nativeLength: number,
  signal: AbortSignal,
): Promise<FrameBytes> {
  const { contentType: answerType, bytes: whole, photometricInterpretation } = await answers.lasting(
    address,
    accept,
    signal,
  );
  const isMultipart = answerType.toLowerCase().startsWith('multipart/');
  const { headers, body } = isMultipart
    ? onlyPart(whole)
    : { headers: new Map([['content-type', answerType]]), body: whole };
  // Frames of odd length are padded to an even one (PS3.5 8.1.1).
  const isNativeLength = body.byteLength - nativeLength === 0 || body.byteLength - nativeLength === nativeLength % 2;
  return {
    bytes: body,
    transferSyntax: transferSyntaxOf(headers.get('content-type') ?? '', answerType, isNativeLength),
    photometricInterpretation,
  };
}
