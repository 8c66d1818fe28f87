"""Writes JPEG files of one picture in many variants, and beside each what libjpeg reads from it: interleaved YCbCr or
grey, one byte a sample. The input's first line is the folder; the output names the files."""
import os
import sys

import numpy
from PIL import Image

folder = sys.stdin.read().splitlines()[0]
height, width = 61, 83
y, x = numpy.mgrid[0:height, 0:width]
random = numpy.random.RandomState(7)
picture = numpy.stack([(x * 3 + y * 2) % 256, (x * y) % 256, (255 - x * 3) % 256], axis=2)
picture = numpy.clip(picture + random.randint(-20, 20, picture.shape), 0, 255).astype(numpy.uint8)
number = 0
for mode in ("L", "YCbCr"):
    for subsampling in (0, 1, 2) if mode == "YCbCr" else (0,):
        for progressive in (False, True):
            for quality in (30, 95):
                for restart in (0, 3):
                    image = Image.fromarray(picture).convert(mode)
                    options = {"subsampling": subsampling} if mode == "YCbCr" else {}
                    if restart:
                        options["restart_marker_blocks"] = restart
                    path = os.path.join(folder, "%d.jpg" % number)
                    number += 1
                    image.save(path, "JPEG", quality=quality, progressive=progressive, **options)
                    read = Image.open(path)
                    read.draft(mode, read.size)
                    with open(path + ".raw", "wb") as raw:
                        raw.write(numpy.asarray(read).tobytes())
                    print("%s\t%d\t%s" % (path, 1 if mode == "L" else 3, (mode, subsampling, progressive, quality)))
