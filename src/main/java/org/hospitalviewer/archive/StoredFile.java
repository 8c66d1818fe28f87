package org.hospitalviewer.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hospitalviewer.dicom.data.AttributePath;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.Fragments;
import org.hospitalviewer.dicom.data.PixelDataLocation;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.image.ImageFrames;
import org.hospitalviewer.dicom.io.ByteRange;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.dicom.io.ReadOptions;

/** An object as the file it is; the file is read when somebody asks. */
public record StoredFile(String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid, String sopClassUid,
                  String transferSyntaxUid, String version, Path path) implements StoredInstance {

    @Override
    public Attributes metadata() throws IOException {
        return Part10File.open(path).header();
    }

    @Override
    public Content file() throws IOException {
        return new Content.FileSlices(path, List.of(new Content.Slice(0, Files.size(path))));
    }

    @Override
    public Content explicitLittleEndianFile() throws IOException {
        return Reencoding.explicitLittleEndian(this);
    }

    @Override
    public int frameCount() throws IOException {
        return Part10File.open(path).frameCount();
    }

    @Override
    public Optional<List<Content>> frames(List<Integer> numbers) throws IOException {
        Part10File file = Part10File.open(path);
        List<Content> frames = new ArrayList<>();
        for (int number : numbers) {
            if (number < 1 || number > file.frameCount()) {
                return Optional.empty();
            }
            frames.add(content(file, file.frame(number)));
        }
        return Optional.of(frames);
    }

    @Override
    public String frameTransferSyntaxUid() {
        TransferSyntax syntax = TransferSyntax.of(transferSyntaxUid);
        return syntax.encapsulated() || syntax.bigEndian() ? transferSyntaxUid : UID.ExplicitVRLittleEndian;
    }

    @Override
    public ImageFrames image() throws IOException {
        return ImageFrames.of(Part10File.open(path));
    }

    @Override
    public Optional<List<Content>> bulkData(String attributePath) throws IOException {
        // Short values are held otherwise, and an address of one may have come from elsewhere.
        Part10File file = Part10File.open(path, ReadOptions.DEFAULT.withBulkThresholdBytes(0));
        Optional<PixelDataLocation> location = AttributePath.locate(file.header(), attributePath);
        if (location.isEmpty()) {
            return Optional.empty();
        }
        return switch (location.get()) {
            case BulkData value -> Optional.of(List.of(content(file,
                    List.of(new ByteRange(value.offset(), value.length())))));
            case Fragments fragments -> TransferSyntax.of(transferSyntaxUid).video()
                    ? Optional.of(List.of(content(file, all(fragments))))
                    : frames(IntStream.rangeClosed(1, file.frameCount()).boxed().toList());
        };
    }

    /** A video is one stream, however many fragments it came in (PS3.5 8.2.5). */
    private static List<ByteRange> all(Fragments fragments) {
        return IntStream.range(0, fragments.size())
                .mapToObj(i -> new ByteRange(fragments.fragmentOffset(i), fragments.fragmentLength(i))).toList();
    }

    private Content content(Part10File file, List<ByteRange> ranges) {
        if (!file.isDeflated()) {
            return new Content.FileSlices(path, ranges.stream()
                    .map(range -> new Content.Slice(range.offset(), range.length())).toList());
        }
        return new Content.Copied(ranges.stream().mapToLong(ByteRange::length).sum(), out -> {
            for (ByteRange range : ranges) {
                file.bulkDataSource().copy(range.offset(), range.length(), out);
            }
        });
    }
}
