"""Prints, for each file named on a line of the input, the text of each element that depends on the character set: path
of the element, VR, JSON array of its values."""
import json
import sys
import warnings

import pydicom
from pydicom.multival import MultiValue

warnings.simplefilter("ignore")
TEXT = ("SH", "LO", "ST", "LT", "UC", "UT", "PN")


def walk(ds, path):
    for element in ds:
        name = path + "%08X" % element.tag
        if element.VR == "SQ":
            for i, item in enumerate(element.value):
                walk(item, "%s[%d]/" % (name, i))
        elif element.VR in TEXT and not element.tag.is_private:
            value = element.value
            values = list(value) if isinstance(value, (MultiValue, list)) else [] if value is None else [value]
            print("%s\t%s\t%s" % (name, element.VR, json.dumps([str(one) for one in values])))


for path in sys.stdin.read().splitlines():
    print("FILE\t" + path)
    try:
        ds = pydicom.dcmread(path, force=True, stop_before_pixels=True)
        ds.decode()
        walk(ds, "")
    except Exception as e:
        print("REFUSED\t" + repr(e)[:200].replace("\n", " "))
