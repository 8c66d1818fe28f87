"""Planes through a series of single-frame DICOM files, trilinear, by numpy alone: what the viewer's MPR is held against.

argument: folder of the series; standard input: JSON list of {origin, row, column, stepMm, columns, rows, offsetsMm,
projection}; standard output: the values as little-endian 32-bit floats, NaN outside of the volume.
"""

import glob
import json
import os
import sys

import numpy as np
import pydicom


def read(folder):
    slices = [pydicom.dcmread(name) for name in glob.glob(os.path.join(folder, "*"))]
    cosines = np.array(slices[0].ImageOrientationPatient, dtype=float)
    along_row, along_column = cosines[:3], cosines[3:]
    normal = np.cross(along_row, along_column)
    slices.sort(key=lambda each: float(np.dot(np.array(each.ImagePositionPatient, dtype=float), normal)))
    values = np.stack([
        each.pixel_array.astype(float) * float(each.get("RescaleSlope", 1)) + float(each.get("RescaleIntercept", 0))
        for each in slices
    ])
    origins = np.array([each.ImagePositionPatient for each in slices], dtype=float)
    between_rows, between_columns = (float(value) for value in slices[0].PixelSpacing)
    return values, origins, along_row / between_columns, along_column / between_rows, normal


def sample(volume, points):
    values, origins, per_column, per_row, normal = volume
    count, rows, columns = values.shape
    heights = origins @ normal
    height = points @ normal
    below = np.clip(np.searchsorted(heights, height, side="right") - 1, 0, count - 2)
    share = (height - heights[below]) / (heights[below + 1] - heights[below])
    corner = origins[below] * (1 - share)[:, None] + origins[below + 1] * share[:, None]
    x = (points - corner) @ per_column
    y = (points - corner) @ per_row
    edge = 1e-4
    inside = (height > heights[0] - edge) & (height < heights[-1] + edge)
    inside &= (x > -edge) & (x < columns - 1 + edge) & (y > -edge) & (y < rows - 1 + edge)
    left = np.clip(np.floor(x), 0, columns - 2).astype(int)
    top = np.clip(np.floor(y), 0, rows - 2).astype(int)
    dx, dy = x - left, y - top
    total = np.zeros(len(points))
    for z in (0, 1):
        for down in (0, 1):
            for right in (0, 1):
                weight = (share if z else 1 - share) * (dy if down else 1 - dy) * (dx if right else 1 - dx)
                total += weight * values[below + z, top + down, left + right]
    return np.where(inside, total, np.nan)


def plane(volume, wish):
    row, column = np.array(wish["row"]), np.array(wish["column"])
    x, y = np.meshgrid(np.arange(wish["columns"]), np.arange(wish["rows"]))
    across = x.ravel()[:, None] * row + y.ravel()[:, None] * column
    points = np.array(wish["origin"]) + across * wish["stepMm"]
    normal = np.cross(row, column)
    layers = np.stack([sample(volume, points + offset * normal) for offset in wish["offsetsMm"]])
    if len(layers) == 1:
        return layers[0]
    gather = {"mip": np.nanmax, "minip": np.nanmin, "mean": np.nanmean}[wish["projection"]]
    return gather(layers, axis=0)


def main():
    np.seterr(all="ignore")
    import warnings
    warnings.simplefilter("ignore")
    volume = read(sys.argv[1])
    for wish in json.load(sys.stdin):
        sys.stdout.buffer.write(plane(volume, wish).astype("<f4").tobytes())


main()
