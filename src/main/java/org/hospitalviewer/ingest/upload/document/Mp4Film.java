package org.hospitalviewer.ingest.upload.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.hospitalviewer.dicom.data.UID;

/**
 * What an MP4 file says of its film. Only what DICOM can describe passes: one H.264 film of a profile and level that has a
 * transfer syntax (PS3.5 10.13 to 10.16), as it stands.
 *
 * @param frameTimeMs length of a frame, in ms, on average
 */
record Mp4Film(int rows, int columns, int frames, double frameTimeMs, String transferSyntaxUid) {

    private static final int MAIN = 77;
    private static final int HIGH = 100;
    private static final int BASELINE = 66;
    /** Baseline streams with it are Main streams as well (ISO/IEC 14496-10 A.2.1). */
    private static final int CONSTRAINT_SET_1 = 0x40;
    private static final int LEVEL_4_1 = 41;
    private static final int LEVEL_4_2 = 42;
    /** Of a visual sample entry before the boxes in it (ISO/IEC 14496-12 12.1.3). */
    private static final int SAMPLE_ENTRY_BYTES = 78;

    static Mp4Film read(Path path) throws IOException, UnfitDocumentException {
        try (FileChannel file = FileChannel.open(path)) {
            Mp4Box whole = Mp4Box.whole(file);
            if (whole.find("moof").isPresent()) {
                throw new UnfitDocumentException("The film is made for streaming, in pieces. Save it as an ordinary MP4.");
            }
            whole.get("mdat");
            return of(track(whole.get("moov")));
        }
    }

    /** Sound may be beside the film, another film may not. */
    private static Mp4Box track(Mp4Box movie) throws IOException, UnfitDocumentException {
        Mp4Box film = null;
        for (Mp4Box track : movie.children(0)) {
            if (track.type().equals("trak") && kind(track).equals("vide")) {
                if (film != null) {
                    throw new UnfitDocumentException("There is more than one film in this file.");
                }
                film = track;
            }
        }
        if (film == null) {
            throw new UnfitDocumentException("There is no film in this file.");
        }
        return film;
    }

    private static String kind(Mp4Box track) throws IOException, UnfitDocumentException {
        return text(track.get("mdia").get("hdlr").content(8, 4), 0);
    }

    private static String text(ByteBuffer bytes, int at) {
        return new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1);
    }

    private static Mp4Film of(Mp4Box track) throws IOException, UnfitDocumentException {
        requireUpright(track.get("tkhd"));
        Mp4Box media = track.get("mdia");
        Mp4Box samples = media.get("minf").get("stbl");
        int frames = samples.get("stsz").content(8, 4).getInt(0);
        double seconds = seconds(media.get("mdhd"));
        List<Mp4Box> entries = samples.get("stsd").children(8);
        if (frames <= 0 || !(seconds > 0) || entries.size() != 1) {
            throw Mp4Box.damaged();
        }
        Mp4Box entry = entries.getFirst();
        if (!entry.type().equals("avc1")) {
            throw new UnfitDocumentException("The film is not coded as H.264. Convert it to H.264 first.");
        }
        ByteBuffer size = entry.content(24, 4);
        int columns = size.getShort(0) & 0xFFFF;
        int rows = size.getShort(2) & 0xFFFF;
        if (rows == 0 || columns == 0) {
            throw Mp4Box.damaged();
        }
        return new Mp4Film(rows, columns, frames, seconds * 1000 / frames, transferSyntax(entry));
    }

    /** A phone that was held upright turns the film by this matrix, which DICOM has no place for. */
    private static void requireUpright(Mp4Box header) throws IOException, UnfitDocumentException {
        boolean longTimes = header.content(0, 1).get(0) == 1;
        ByteBuffer matrix = header.content(longTimes ? 52 : 40, 20);
        if (matrix.getInt(0) <= 0 || matrix.getInt(4) != 0 || matrix.getInt(12) != 0 || matrix.getInt(16) <= 0) {
            throw new UnfitDocumentException("The film is stored lying on its side and turned when it is shown. DICOM cannot"
                    + " say that: save it upright first.");
        }
    }

    private static double seconds(Mp4Box header) throws IOException, UnfitDocumentException {
        boolean longTimes = header.content(0, 1).get(0) == 1;
        ByteBuffer times = header.content(longTimes ? 20 : 12, longTimes ? 12 : 8);
        double duration = longTimes ? times.getLong(4) : Integer.toUnsignedLong(times.getInt(4));
        return duration / Integer.toUnsignedLong(times.getInt(0));
    }

    private static String transferSyntax(Mp4Box entry) throws IOException, UnfitDocumentException {
        for (Mp4Box box : entry.children(SAMPLE_ENTRY_BYTES)) {
            if (box.type().equals("avcC")) {
                ByteBuffer configuration = box.content(1, 3);
                return transferSyntax(configuration.get(0) & 0xFF, configuration.get(1) & 0xFF,
                        configuration.get(2) & 0xFF);
            }
        }
        throw Mp4Box.damaged();
    }

    private static String transferSyntax(int profile, int constraints, int level) throws UnfitDocumentException {
        boolean isKnown = profile == HIGH || profile == MAIN
                || profile == BASELINE && (constraints & CONSTRAINT_SET_1) != 0;
        if (!isKnown || level > LEVEL_4_2) {
            throw new UnfitDocumentException("The film is coded in a kind of H.264 that DICOM does not know (profile "
                    + profile + ", level " + level / 10.0 + "). Convert it to H.264 High Profile, level 4.1.");
        }
        return level <= LEVEL_4_1 ? UID.MPEG4HP41 : UID.MPEG4HP422D;
    }
}
