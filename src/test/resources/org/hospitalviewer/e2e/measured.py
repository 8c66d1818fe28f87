"""Computes measurements with pydicom and numpy, from nothing but their points.

Argument: DICOM file. Standard input: one JSON object {"type", "points"} a line. Prints one JSON object of results
{name: [value, unit]} for each.
"""
import json
import sys
from datetime import datetime

import numpy
import pydicom

data_set = pydicom.dcmread(sys.argv[1])
stored = data_set.pixel_array


def spacing():
    """Millimetres of a row and of a column, and what is to be said of them."""
    regions = data_set.get("SequenceOfUltrasoundRegions")
    if regions:
        return regions[0].PhysicalDeltaY * 10, regions[0].PhysicalDeltaX * 10, "mm", ""
    if data_set.Modality in ("CR", "DX"):
        row, column = data_set.ImagerPixelSpacing
        return float(row), float(column), "mm", " detector"
    if "PixelSpacing" in data_set:
        row, column = data_set.PixelSpacing
        return float(row), float(column), "mm", ""
    return 1.0, 1.0, "px", ""


def suv_factor():
    tracer = data_set.RadiopharmaceuticalInformationSequence[0]
    clock = lambda text: datetime.strptime(text, "%H%M%S")
    uptake = (clock(data_set.SeriesTime) - clock(tracer.RadiopharmaceuticalStartTime)).total_seconds()
    left = float(tracer.RadionuclideTotalDose) * 0.5 ** (uptake / float(tracer.RadionuclideHalfLife))
    return float(data_set.PatientWeight) * 1000 / left


def values():
    rescaled = stored.astype(float) * float(data_set.get("RescaleSlope", 1)) + float(data_set.get("RescaleIntercept", 0))
    if data_set.Modality == "PT":
        return rescaled * suv_factor(), "SUV"
    return rescaled, "HU" if data_set.Modality == "CT" else ""


ROW, COLUMN, UNIT, PLANE = spacing()
VALUES, VALUE_UNIT = values()
PADDING = stored == data_set.PixelPaddingValue if "PixelPaddingValue" in data_set else numpy.zeros(stored.shape, bool)
Y, X = numpy.mgrid[0:data_set.Rows, 0:data_set.Columns] + 0.5


def vector(a, b):
    return numpy.array([(b["x"] - a["x"]) * COLUMN, (b["y"] - a["y"]) * ROW])


def length(a, b):
    return [float(numpy.linalg.norm(vector(a, b))), UNIT + PLANE]


def angle(u, v):
    return float(numpy.degrees(numpy.arccos(u @ v / numpy.linalg.norm(u) / numpy.linalg.norm(v))))


def inside(kind, points):
    """Mask of the pixels whose centre lies inside, and the area in square pixels."""
    xs, ys = [p["x"] for p in points], [p["y"] for p in points]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    if kind == "rectangle":
        return (X > left) & (X < right) & (Y > top) & (Y < bottom), (right - left) * (bottom - top)
    if kind == "ellipse":
        a, b = (right - left) / 2, (bottom - top) / 2
        return ((X - left - a) / a) ** 2 + ((Y - top - b) / b) ** 2 < 1, numpy.pi * a * b
    mask = numpy.zeros(X.shape, bool)
    for (x1, y1), (x2, y2) in zip(zip(xs, ys), zip(xs[1:] + xs[:1], ys[1:] + ys[:1])):
        if y1 != y2:
            mask ^= ((y1 > Y) != (y2 > Y)) & (X < (x2 - x1) * (Y - y1) / (y2 - y1) + x1)
    cross = sum(x1 * y2 - x2 * y1 for x1, y1, x2, y2 in zip(xs, ys, xs[1:] + xs[:1], ys[1:] + ys[:1]))
    return mask, abs(cross) / 2


def region(kind, points):
    mask, pixels = inside(kind, points)
    counted = VALUES[mask & ~PADDING]
    return {
        "area": [pixels * ROW * COLUMN, UNIT + "2" + PLANE],
        "mean": [float(counted.mean()), VALUE_UNIT],
        "sd": [float(counted.std()), VALUE_UNIT],
        "min": [float(counted.min()), VALUE_UNIT],
        "max": [float(counted.max()), VALUE_UNIT],
        "pixels": [int(counted.size), ""],
    }


def measured(kind, points):
    if kind == "length":
        return {"length": length(*points)}
    if kind == "angle":
        return {"angle": [angle(vector(points[1], points[0]), vector(points[1], points[2])), "deg"]}
    if kind == "cobb":
        between = angle(vector(points[0], points[1]), vector(points[2], points[3]))
        return {"angle": [min(between, 180 - between), "deg"]}
    if kind == "bidirectional":
        return {"longAxis": length(*points[:2]), "shortAxis": length(*points[2:])}
    if kind == "probe":
        column, row = int(points[0]["x"]), int(points[0]["y"])
        return {"value": [float(VALUES[row, column]), VALUE_UNIT]}
    return region(kind, points)


for line in sys.stdin:
    asked = json.loads(line)
    print(json.dumps(measured(asked["type"], asked["points"])))
