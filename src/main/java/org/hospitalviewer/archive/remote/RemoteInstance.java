package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hospitalviewer.archive.Content;
import org.hospitalviewer.archive.StoredFile;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.image.ImageFrames;

/**
 * An object on the other server. For anything in its file the file is fetched; one of a list tells its header and
 * passes through without that.
 */
final class RemoteInstance implements StoredInstance {

    private final ObjectName name;
    private final long generation;
    private final Supplier<Encoding> encoding;
    private final SeriesMetadata headers;
    private final FetchedFiles files;
    private final ObjectDownload download;

    /** What an object is and how it is encoded. */
    record Encoding(String sopClassUid, String transferSyntaxUid) {
    }

    /**
     * An object.
     *
     * @param generation of its study, when this was learnt
     * @param encoding   asked for only where somebody wants to know
     * @param headers    of its series; null when its file is there anyway
     */
    RemoteInstance(ObjectName name, long generation, Supplier<Encoding> encoding, SeriesMetadata headers,
                   FetchedFiles files, ObjectDownload download) {
        this.name = name;
        this.generation = generation;
        this.encoding = encoding;
        this.headers = headers;
        this.files = files;
        this.download = download;
    }

    @Override
    public String studyInstanceUid() {
        return name.studyUid();
    }

    @Override
    public String seriesInstanceUid() {
        return name.seriesUid();
    }

    @Override
    public String sopInstanceUid() {
        return name.sopUid();
    }

    @Override
    public String sopClassUid() {
        return encoding.get().sopClassUid();
    }

    @Override
    public String transferSyntaxUid() {
        return encoding.get().transferSyntaxUid();
    }

    @Override
    public String version() {
        return Versions.of(name, generation);
    }

    @Override
    public Attributes metadata() throws IOException {
        Optional<Attributes> told = headers == null ? Optional.empty() : headers.take(name.sopUid());
        return told.isPresent() ? told.get() : use(StoredFile::metadata);
    }

    @Override
    public Content file() throws IOException {
        return headers == null ? lasting(file -> List.of(file.file())).getFirst()
                : new Content.Streamed(out -> download.transferTo(name, out));
    }

    @Override
    public Content explicitLittleEndianFile() throws IOException {
        return lasting(file -> List.of(file.explicitLittleEndianFile())).getFirst();
    }

    @Override
    public int frameCount() throws IOException {
        return use(StoredFile::frameCount);
    }

    @Override
    public Optional<List<Content>> frames(List<Integer> numbers) throws IOException {
        return Optional.of(lasting(file -> file.frames(numbers).orElse(List.of()))).filter(parts -> !parts.isEmpty());
    }

    @Override
    public String frameTransferSyntaxUid() {
        TransferSyntax syntax = TransferSyntax.of(transferSyntaxUid());
        return syntax.encapsulated() || syntax.bigEndian() ? syntax.uid() : UID.ExplicitVRLittleEndian;
    }

    @Override
    public ImageFrames image() throws IOException {
        return use(StoredFile::image);
    }

    @Override
    public Optional<List<Content>> bulkData(String attributePath) throws IOException {
        return Optional.of(lasting(file -> file.bulkData(attributePath).orElse(List.of())))
                .filter(parts -> !parts.isEmpty());
    }

    /** Contents that can be sent even when their file had to make room meanwhile: it is fetched again. */
    private List<Content> lasting(FetchedFiles.Use<List<Content>> parts) throws IOException {
        List<Content> found = use(parts);
        List<Content> lasting = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int index = i;
            long length = found.get(i).length();
            lasting.add(new Content.Copied(length, out -> use(file -> {
                List<Content> again = parts.with(file);
                if (again.size() != found.size() || again.get(index).length() != length) {
                    throw new IOException("The object " + name.sopUid() + " changed while it was sent");
                }
                again.get(index).transferTo(out);
                return true;
            })));
        }
        return lasting;
    }

    private <T> T use(FetchedFiles.Use<T> use) throws IOException {
        T result = files.use(name, generation, use);
        if (result == null) {
            throw new IOException("The object " + name.sopUid() + " is not on the remote archive any more");
        }
        return result;
    }
}
