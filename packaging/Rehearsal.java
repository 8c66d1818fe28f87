import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.DicomOutputStream;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.net.SentFile;
import org.hospitalviewer.dicom.net.StoreScu;
import org.hospitalviewer.dicom.net.Target;
import org.hospitalviewer.dicom.net.Timeouts;

/**
 * A day's work in some seconds: sends slices to a started appliance, searches, and reads metadata, frames and pictures.
 * Java keeps what it learns of the program meanwhile in the cache beside it, so that a clinic's first study already
 * finds it quick. Run by {@code packaging/assemble.sh} with the program's jars as class path.
 *
 * <p>Arguments: HTTP port, DICOM port, name and password of a user who may see images, an empty folder.
 */
public final class Rehearsal {

    private static final int SERIES = 4;
    private static final int SLICES = 150;
    private static final int SIZE = 512;
    private static final int CLIENTS = 6;
    private static final int SEARCHES = 300;
    private static final String UID_ROOT = "1.2.826.0.1.3680043.10.1999.80.";
    private static final String JSON = "application/dicom+json";
    private static final String OCTETS = "application/octet-stream; transfer-syntax=*";
    private static final String PARTS = "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";

    private final String root;
    private final String authorization;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Rehearsal(String root, String authorization) {
        this.root = root;
        this.authorization = authorization;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[4]);
        Target target = new Target("127.0.0.1", Integer.parseInt(arguments[1]), "DICOMVIEWER");
        together(IntStream.range(0, SERIES).<Callable<Void>>mapToObj(series -> () -> store(series, folder, target)).toList());
        String authorization = "Basic " + Base64.getEncoder().encodeToString((arguments[2] + ":" + arguments[3])
                .getBytes(StandardCharsets.UTF_8));
        new Rehearsal("http://127.0.0.1:" + arguments[0], authorization).read();
    }

    private static Void store(int series, Path folder, Target target) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int slice = 0; slice < SLICES; slice++) {
            files.add(folder.resolve(series + "-" + slice + ".dcm"));
            write(dataSet(series, slice), files.getLast());
        }
        List<SentFile> failed = new ArrayList<>();
        new StoreScu(target, "REHEARSAL", Timeouts.USUAL).send(files, sent -> {
            if (!sent.isDone()) {
                failed.add(sent);
            }
        });
        if (!failed.isEmpty()) {
            throw new IOException(failed.size() + " slices were not stored, first " + failed.getFirst());
        }
        return null;
    }

    private void read() throws Exception {
        List<Callable<Void>> requests = new ArrayList<>();
        for (int i = 0; i < SEARCHES; i++) {
            requests.add(() -> get("/dicom-web/studies?limit=50", JSON));
            requests.add(() -> get("/dicom-web/studies?ModalitiesInStudy=CT&StudyDate=20260101-&PatientName=S*", JSON));
        }
        for (int series = 0; series < SERIES; series++) {
            String path = "/dicom-web/studies/" + study(series) + "/series/" + study(series) + ".1";
            requests.add(() -> get(path + "/metadata", JSON));
            requests.add(() -> get(path + "/instances", JSON));
            for (int slice = 0; slice < SLICES; slice++) {
                String instance = path + "/instances/" + study(series) + ".1." + (slice + 1);
                requests.add(() -> get(instance + "/frames/1", OCTETS));
                requests.add(() -> get(instance + "/frames/1", PARTS));
                requests.add(() -> get(instance + "/rendered?viewport=256,256", "image/jpeg"));
                requests.add(() -> get(instance + "/rendered?viewport=256,256", "image/jpeg"));
            }
        }
        get("/", "text/html");
        together(requests);
    }

    private Void get(String path, String accept) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path)).header("Accept", accept)
                .header("Authorization", authorization).build();
        int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status >= 400) {
            throw new IOException(status + " for " + path);
        }
        return null;
    }

    private static void together(List<Callable<Void>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }

    private static String study(int series) {
        return UID_ROOT + (series + 1);
    }

    private static void write(Attributes image, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Part10.writeHeader(out, FileMeta.of(UID.CTImageStorage, image.getString(Tag.SOPInstanceUID),
                    UID.ExplicitVRLittleEndian));
            new DicomOutputStream(out, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).writeDataSet(image);
        }
    }

    private static Attributes dataSet(int series, int slice) {
        Attributes image = new Attributes();
        image.setString(Tag.SOPClassUID, VR.UI, UID.CTImageStorage);
        image.setString(Tag.SOPInstanceUID, VR.UI, study(series) + ".1." + (slice + 1));
        image.setString(Tag.StudyDate, VR.DA, "20260102");
        image.setString(Tag.StudyTime, VR.TM, "101500");
        image.setString(Tag.Modality, VR.CS, "CT");
        image.setString(Tag.PatientName, VR.PN, "Someone^Nobody");
        image.setString(Tag.PatientID, VR.LO, "P" + series);
        image.setString(Tag.StudyInstanceUID, VR.UI, study(series));
        image.setString(Tag.SeriesInstanceUID, VR.UI, study(series) + ".1");
        image.setInt(Tag.SeriesNumber, VR.IS, 1);
        image.setInt(Tag.InstanceNumber, VR.IS, slice + 1);
        image.setDouble(Tag.ImagePositionPatient, VR.DS, 0, 0, slice);
        image.setDouble(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0);
        image.setDouble(Tag.PixelSpacing, VR.DS, 0.5, 0.5);
        image.setInt(Tag.SamplesPerPixel, VR.US, 1);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        image.setInt(Tag.Rows, VR.US, SIZE);
        image.setInt(Tag.Columns, VR.US, SIZE);
        image.setInt(Tag.BitsAllocated, VR.US, 16);
        image.setInt(Tag.BitsStored, VR.US, 12);
        image.setInt(Tag.HighBit, VR.US, 11);
        image.setInt(Tag.PixelRepresentation, VR.US, 0);
        image.setDouble(Tag.RescaleIntercept, VR.DS, -1024);
        image.setDouble(Tag.RescaleSlope, VR.DS, 1);
        image.setBytes(Tag.PixelData, VR.OW, new byte[SIZE * SIZE * 2]);
        return image;
    }
}
