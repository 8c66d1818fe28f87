"""Compares decoded frames with pydicom's.

Each line of the input: DICOM file, frame number from 1, file of the frame as native little endian pixel data, what its
pixels mean. Each line of the output: the same file and number, the handler that decoded, and largest difference, number
of samples that differ, number of samples; or REFUSED and why.
"""
import sys
import warnings

import numpy
import pydicom
from pydicom.pixel_data_handlers import gdcm_handler, numpy_handler, pillow_handler, rle_handler

warnings.simplefilter("ignore")
HANDLERS = (numpy_handler, rle_handler, pillow_handler, gdcm_handler)


def theirs(ds, name):
    """All frames by one handler: frames, rows, columns, samples."""
    ds._pixel_array, ds._pixel_id = None, None
    ds.convert_pixel_data(name)
    array = ds._pixel_array
    return array.reshape(-1, ds.Rows, ds.Columns, ds.get("SamplesPerPixel", 1))


def ours(ds, path, meaning):
    raw = open(path, "rb").read()
    bits = ds.get("BitsAllocated", 32)
    samples = ds.get("SamplesPerPixel", 1)
    count = ds.Rows * ds.Columns * samples
    if bits == 1:
        array = numpy.unpackbits(numpy.frombuffer(raw, numpy.uint8), bitorder="little")[:count]
    elif "FloatPixelData" in ds:
        array = numpy.frombuffer(raw, "<f4")
    elif "DoubleFloatPixelData" in ds:
        array = numpy.frombuffer(raw, "<f8")
    else:
        array = numpy.frombuffer(raw, "<%s%d" % ("i" if ds.get("PixelRepresentation", 0) else "u", bits // 8))
    if array.size != count:
        raise ValueError("%d samples of %d" % (array.size, count))
    if ds.get("PlanarConfiguration", 0) == 1 and samples > 1:
        return array.reshape(samples, ds.Rows, ds.Columns).transpose(1, 2, 0)
    return array.reshape(ds.Rows, ds.Columns, samples)


def used_bits(ds, array):
    """Without the bits that hold no sample (PS3.5 8.1.1), which decoders leave as they come."""
    stored = ds.get("BitsStored", 0)
    if array.dtype.kind not in "iu" or stored in (0, array.dtype.itemsize * 8) or ds.BitsAllocated == 1:
        return array.astype(numpy.float64)
    values = array.astype(numpy.int64) & ((1 << stored) - 1)
    if ds.get("PixelRepresentation", 0):
        values -= (values >> (stored - 1)) << stored
    return values.astype(numpy.float64)


cache = {}


def decoded(path):
    if path not in cache:
        cache.clear()
        cache[path] = {}
        try:
            ds = pydicom.dcmread(path, force=True)
        except Exception as e:
            cache[path]["why"] = repr(e)[:150]
            return cache[path]
        cache[path]["ds"] = ds
        for handler in HANDLERS:
            name = handler.__name__.split(".")[-1].replace("_handler", "")
            try:
                if handler.is_available() and handler.supports_transfer_syntax(ds.file_meta.TransferSyntaxUID):
                    cache[path][name] = theirs(ds, name)
            except Exception as e:
                cache[path]["why"] = "%s: %s" % (name, repr(e)[:150].replace("\n", " "))
    return cache[path]


for line in sys.stdin.read().splitlines():
    path, number, file, meaning = line.split("\t")
    found = decoded(path)
    ds = found.get("ds")
    names = [name for name in found if name not in ("ds", "why")]
    if not names:
        print("\t".join((path, number, "REFUSED", found.get("why", "no handler"))))
        continue
    try:
        for name in names:
            mine = used_bits(ds, ours(ds, file, meaning))
            other = used_bits(ds, found[name][int(number) - 1])
            difference = numpy.abs(mine - other)
            print("\t".join((path, number, name, "%g" % difference.max(), str(int((difference > 0).sum())),
                             str(difference.size))))
    except Exception as e:
        print("\t".join((path, number, "REFUSED", repr(e)[:150].replace("\n", " "))))
