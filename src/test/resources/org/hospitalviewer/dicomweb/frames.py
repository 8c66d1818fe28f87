"""Prints, for each file named on a line of the input, the SHA-256 of each frame as stored, and the header as JSON."""
import hashlib
import json
import sys
import warnings

import pydicom
from pydicom.encaps import generate_pixel_data_frame

warnings.simplefilter("ignore")


def native(ds, count):
    samples = 2 if ds.PhotometricInterpretation == "YBR_FULL_422" else ds.get("SamplesPerPixel", 1)
    bits = ds.Rows * ds.Columns * samples * ds.BitsAllocated
    if bits % 8 and count > 1:
        raise ValueError("frames that share a byte")
    length = (bits + 7) // 8
    return [ds.PixelData[i * length:(i + 1) * length] for i in range(count)]


def frames(ds):
    if "PixelData" not in ds or not ds.PixelData:
        return []
    count = int(ds.get("NumberOfFrames", 1) or 1)
    if ds.file_meta.TransferSyntaxUID.is_encapsulated:
        return generate_pixel_data_frame(ds.PixelData, count)
    return native(ds, count)


def attempt(name, work):
    try:
        for line in work():
            print(name + "\t" + line)
    except Exception as e:
        print("REFUSED\t" + repr(e).replace("\n", " "))


for path in sys.stdin.read().splitlines():
    print("FILE\t" + path)
    ds = pydicom.dcmread(path, force=True)
    attempt("FRAME", lambda: [hashlib.sha256(frame).hexdigest() for frame in frames(ds)])
    for tag in ("PixelData", "FloatPixelData", "DoubleFloatPixelData"):
        if tag in ds:
            del ds[tag]
    attempt("HEADER", lambda: [json.dumps(ds.to_json_dict(bulk_data_threshold=10 ** 9))])
