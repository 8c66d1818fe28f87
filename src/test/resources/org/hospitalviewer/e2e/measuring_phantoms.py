"""Writes one small image for each thing that decides what a measurement means, as one study of one series each.

Argument: folder. Prints a line "name, study UID, series UID, file" for each, separated by tabs.
"""
import os
import sys

import numpy
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian, generate_uid

ROWS, COLUMNS = 60, 80
CT, CR, US, PET, SC, MR = ("1.2.840.10008.5.1.4.1.1." + end for end in ("2", "1", "6.1", "128", "7", "4"))
STUDY = generate_uid()


def waves(dtype, low, high):
    """Values that differ from pixel to pixel, from low to high."""
    row, column = numpy.mgrid[0:ROWS, 0:COLUMNS]
    wave = numpy.sin(column / 3.1) + numpy.cos(row / 4.7) + ((7 * column + 13 * row) % 11) / 11
    share = (wave - wave.min()) / (wave.max() - wave.min())
    return numpy.rint(low + share * (high - low)).astype(dtype)


def image(name, number, sop_class, modality, pixels, bits_stored, **attributes):
    data_set = Dataset()
    data_set.file_meta = FileMetaDataset()
    data_set.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    data_set.file_meta.MediaStorageSOPClassUID = data_set.SOPClassUID = sop_class
    data_set.file_meta.MediaStorageSOPInstanceUID = data_set.SOPInstanceUID = generate_uid()
    data_set.StudyInstanceUID, data_set.SeriesInstanceUID = STUDY, generate_uid()
    data_set.PatientName, data_set.PatientID = "Phantom^Measuring", "MEASURING"
    data_set.StudyDate, data_set.StudyTime = "20240229", "100000"
    data_set.Modality, data_set.SeriesNumber, data_set.InstanceNumber = modality, number, 1
    data_set.SeriesDescription = name
    data_set.SamplesPerPixel, data_set.PhotometricInterpretation = 1, "MONOCHROME2"
    data_set.Rows, data_set.Columns = ROWS, COLUMNS
    data_set.BitsAllocated = 8 * pixels.dtype.itemsize
    data_set.BitsStored, data_set.HighBit = bits_stored, bits_stored - 1
    data_set.PixelRepresentation = int(pixels.dtype.kind == "i")
    data_set.PixelData = pixels.tobytes()
    for keyword, value in attributes.items():
        setattr(data_set, keyword, value)
    data_set.is_little_endian, data_set.is_implicit_VR = True, False
    path = os.path.join(sys.argv[1], name + ".dcm")
    data_set.save_as(path, write_like_original=False)
    print(name, STUDY, data_set.SeriesInstanceUID, path, sep="\t")


def padded(pixels, padding):
    pixels[:, :20] = padding
    return pixels


def region(left, top, right, bottom, delta_x, delta_y, kind=1, units=3):
    item = Dataset()
    item.RegionSpatialFormat, item.RegionDataType, item.RegionFlags = kind, 1, 0
    item.RegionLocationMinX0, item.RegionLocationMinY0 = left, top
    item.RegionLocationMaxX1, item.RegionLocationMaxY1 = right, bottom
    item.PhysicalUnitsXDirection = item.PhysicalUnitsYDirection = units
    item.PhysicalDeltaX, item.PhysicalDeltaY = delta_x, delta_y
    return item


def tracer():
    item = Dataset()
    item.RadiopharmaceuticalStartTime = "090000"
    item.RadionuclideTotalDose, item.RadionuclideHalfLife = 3.7e8, 6586.2
    return Sequence([item])


image("anisotropic-signed-padded", 1, CT, "CT", padded(waves("<i2", -900, 1500), -2000), 16,
      PixelSpacing=[0.9, 0.45], RescaleSlope=1, RescaleIntercept=-24, RescaleType="HU", PixelPaddingValue=-2000)
image("no-spacing", 2, SC, "OT", waves("u1", 0, 255), 8)
image("detector", 3, CR, "CR", waves("<u2", 0, 4095), 12,
      ImagerPixelSpacing=[0.2, 0.2], EstimatedRadiographicMagnificationFactor=1.3)
image("ultrasound-region", 4, US, "US", waves("u1", 10, 240), 8,
      SequenceOfUltrasoundRegions=Sequence([region(0, 0, 79, 59, 0.021, 0.034)]))
image("fractional-rescale", 5, MR, "MR", waves("<u2", 3, 4000), 12,
      PixelSpacing=[0.7, 0.7], RescaleSlope=0.37, RescaleIntercept=-12.5, RescaleType="US")
image("suv", 6, PET, "PT", waves("<i2", 0, 30000), 16,
      PixelSpacing=[4.1, 4.1], RescaleSlope=1.75, RescaleIntercept=0, Units="BQML", PatientWeight=72.5,
      CorrectedImage=["ATTN", "DECY", "SCAT"], DecayCorrection="START", SeriesDate="20240229", SeriesTime="100000",
      AcquisitionDate="20240229", AcquisitionTime="100230", RadiopharmaceuticalInformationSequence=tracer())
