"""Prints the elements of DICOM files as pydicom reads them: path, VR ('' where implicit), bytes, CRC-32 of the value;
* where pydicom does not tell."""
import sys
import warnings
import zlib

import pydicom
from pydicom.dataelem import RawDataElement

warnings.simplefilter("ignore")
UNIT = {"AT": 2, "OW": 2, "SS": 2, "US": 2, "FL": 4, "OF": 4, "OL": 4, "SL": 4, "UL": 4,
        "FD": 8, "OD": 8, "OV": 8, "SV": 8, "UV": 8}


def little_endian(value, vr, is_little):
    unit = UNIT.get(vr, 1)
    if is_little or unit == 1:
        return value
    return b"".join(value[i:i + unit][::-1] for i in range(0, len(value), unit))


def is_sequence(raw, dataset, tag):
    return raw.VR == "SQ" or raw.VR in (None, "UN") and dataset[tag].VR == "SQ"


def show(dataset, path):
    for tag in sorted(dataset.keys()):
        name = path + "%08X" % tag
        raw = dataset.get_item(tag)
        if is_sequence(raw, dataset, tag):
            items = dataset[tag].value
            print(name, "SQ", len(items), "", sep="\t")
            for number, item in enumerate(items, 1):
                show(item, name + "/%d/" % number)
        elif isinstance(raw, RawDataElement):
            value = little_endian(raw.value or b"", raw.VR, raw.is_little_endian)
            print(name, "" if raw.is_implicit_VR else raw.VR, len(value), "%08x" % zlib.crc32(value), sep="\t")
        else:  # pydicom converts the character set and empty values at once: their bytes are gone
            print(name, "", "*", "*", sep="\t")


for line in sys.stdin:
    file = line.rstrip("\n")
    print("FILE", file, sep="\t")
    try:
        show(pydicom.dcmread(file, force=True), "")
    except Exception as problem:
        print("REFUSED", repr(problem), sep="\t")
