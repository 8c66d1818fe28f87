"""Prints grey values 0 to 255 of pixels of a DICOM file as pydicom computes them for a window.

Arguments: file, window center, window width. Standard input: one "column row" a line.
"""
import sys

import pydicom
from pydicom.pixel_data_handlers.util import apply_modality_lut, apply_voi_lut

path, center, width = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
data_set = pydicom.dcmread(path)
data_set.WindowCenter, data_set.WindowWidth = center, width
values = apply_modality_lut(data_set.pixel_array, data_set)
windowed = apply_voi_lut(values, data_set)
low = data_set.RescaleIntercept
high = (2 ** data_set.BitsStored - 1) * data_set.RescaleSlope + data_set.RescaleIntercept
for line in sys.stdin:
    column, row = map(int, line.split())
    print((windowed[row, column] - low) / (high - low) * 255)
