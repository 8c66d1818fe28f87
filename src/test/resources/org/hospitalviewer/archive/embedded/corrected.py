"""Reads pairs of files (before and after a correction, number of values) and says of each whether only the correction differs."""
import sys
import warnings

import pydicom

warnings.simplefilter("ignore")
CORRECTABLE = {0x00100010, 0x00100020, 0x00100021, 0x00100030, 0x00100040, 0x00080050, 0x00081030, 0x00080020}
CHARACTER_SET = 0x00080005
ORIGINAL = 0x04000561


def read(path):
    dataset = pydicom.dcmread(path, force=True)
    for element in dataset.iterall():
        _ = element.value
    return dataset


def comparable(element):
    if element.VR == "SQ":
        return [{int(e.tag): comparable(e) for e in item} for item in element.value]
    if isinstance(element.value, (bytes, bytearray)):
        return bytes(element.value).rstrip(b"\0 ")
    return str(element.value)


def differences(before, after):
    found = []
    tags = {int(e.tag) for e in before} | {int(e.tag) for e in after}
    for tag in sorted(tags):
        if tag & 0xFFFF == 0 or tag in (CHARACTER_SET, ORIGINAL):
            continue
        if tag not in before or tag not in after:
            found.append(tag)
        elif comparable(before[tag]) != comparable(after[tag]):
            found.append(tag)
    return found


def problem(before, after, changes):
    outside = [hex(tag) for tag in differences(before, after) if tag not in CORRECTABLE]
    if outside:
        return "differs in " + " ".join(outside)
    for tag in (0x7FE00010, 0x7FE00008, 0x7FE00009):
        if (tag in before) != (tag in after) or tag in before and before[tag].value != after[tag].value:
            return "other pixels"
    if ORIGINAL not in after:
        return "no Original Attributes"
    item = after[ORIGINAL].value[-1]
    if item[0x04000565].value != "CORRECT" or not item[0x04000563].value or not item[0x04000562].value:
        return "incomplete item"
    if 0x04000564 not in item or len(item[0x04000550].value) != 1:
        return "incomplete item"
    old = item[0x04000550].value[0]
    for element in old:
        tag = int(element.tag)
        if tag == CHARACTER_SET:
            continue
        if tag not in CORRECTABLE:
            return "tells of " + hex(tag)
        was = str(before[tag].value) if tag in before and before[tag].value is not None else ""
        if str(element.value or "") != was:
            return "tells %r of %s instead of %r" % (str(element.value), hex(tag), was)
    count = len([e for e in old if int(e.tag) != CHARACTER_SET])
    return "" if count == changes else "tells of %d values" % count


for line in sys.stdin.read().split("\n"):
    first, second, changes = line.split("\t")
    try:
        earlier = read(first)
    except Exception as e:
        print("UNREADABLE BEFORE\t" + first)
        continue
    try:
        trouble = problem(earlier, read(second), int(changes))
    except Exception as e:
        trouble = "unreadable: " + repr(e)
    print(("OK\t" if not trouble else "WRONG " + trouble + "\t") + first)
