package org.hospitalviewer.transfer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hospitalviewer.archive.Content;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.image.UndecodableImageException;
import org.hospitalviewer.dicom.net.Association;
import org.hospitalviewer.dicom.net.DimseResponse;
import org.hospitalviewer.dicom.net.StorableFile;

/** An object as the file that one device takes: as it is stored, or in plain little endian. */
final class Outgoing implements AutoCloseable {

    private static final Set<String> PLAIN = Set.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian);

    private final Path scratch;
    private final List<Path> temporary = new ArrayList<>();
    private Path file;

    private Outgoing(Path scratch) {
        this.scratch = scratch;
    }

    static boolean isPlain(String transferSyntaxUid) {
        return PLAIN.contains(transferSyntaxUid);
    }

    /**
     * Prepares an object.
     *
     * @param scratch folder for what has to be made first
     * @throws IOException with the reason why the device cannot have it
     */
    static Outgoing of(StoredInstance instance, Association association, Path scratch) throws IOException {
        Outgoing outgoing = new Outgoing(scratch);
        try {
            outgoing.file = outgoing.stored(instance.file());
            if (association.context(instance.sopClassUid(), instance.transferSyntaxUid()).isEmpty()) {
                outgoing.makePlain(instance, association);
            }
            return outgoing;
        } catch (IOException | RuntimeException e) {
            outgoing.close();
            throw e;
        }
    }

    /** A whole file of the archive is sent from its place. */
    private Path stored(Content content) throws IOException {
        if (content instanceof Content.FileSlices(Path path, List<Content.Slice> slices) && slices.size() == 1
                && slices.getFirst().offset() == 0 && slices.getFirst().length() == Files.size(path)) {
            return path;
        }
        Path copy = newFile();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
            content.transferTo(out);
        }
        return copy;
    }

    private void makePlain(StoredInstance instance, Association association) throws IOException {
        TransferSyntax target;
        if (association.context(instance.sopClassUid(), UID.ExplicitVRLittleEndian).isPresent()) {
            target = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        } else if (association.context(instance.sopClassUid(), UID.ImplicitVRLittleEndian).isPresent()) {
            target = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
        } else {
            throw new IOException("The device does not take " + UID.nameOf(instance.sopClassUid()));
        }
        Path plain = newFile();
        try {
            PlainObject.write(file, target, plain);
        } catch (UndecodableImageException e) {
            throw new IOException("The device does not take " + UID.nameOf(instance.transferSyntaxUid())
                    + ", and it cannot be decoded here: " + e.getMessage(), e);
        }
        file = plain;
    }

    private Path newFile() throws IOException {
        Path path = Files.createTempFile(Files.createDirectories(scratch), "send-", ".dcm");
        temporary.add(path);
        return path;
    }

    DimseResponse send(Association association) throws IOException {
        StorableFile storable = StorableFile.read(file);
        try (InputStream dataSet = storable.open()) {
            return association.store(storable.sopClassUid(), storable.sopInstanceUid(), storable.transferSyntaxUid(),
                    dataSet, storable.evenLength());
        }
    }

    @Override
    public void close() throws IOException {
        for (Path path : temporary) {
            Files.deleteIfExists(path);
        }
    }
}
