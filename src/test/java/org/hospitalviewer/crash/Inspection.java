package org.hospitalviewer.crash;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicomweb.ReceivedPart;
import org.hospitalviewer.peers.ApplianceProcess;

/** Compares what the archive answers with what its senders know. */
final class Inspection {

    private static final Pattern SOP_INSTANCE_UID =
            Pattern.compile("\"00080018\":\\{\"vr\":\"UI\",\"Value\":\\[\"([0-9.]+)\"");
    private static final Pattern INSTANCES_OF_STUDY = Pattern.compile("\"00201208\":\\{\"vr\":\"IS\",\"Value\":\\[(\\d+)");
    private static final int PAGE = 5_000;

    private final ApplianceProcess appliance;
    private final Ledger ledger;
    private final List<String> faults = new ArrayList<>();
    private long compared;
    private long unacknowledged;

    Inspection(ApplianceProcess appliance, Ledger ledger) {
        this.appliance = appliance;
        this.ledger = ledger;
    }

    /** What is not as it must be, in sentences. */
    List<String> faults() {
        return faults;
    }

    /** Data sets that were compared byte by byte. */
    long compared() {
        return compared;
    }

    /** Whole and indexed, though the kill came before the answer. */
    long unacknowledged() {
        return unacknowledged;
    }

    /** All that was offered for a series: by QIDO, by WADO, and by its bytes. */
    void series(String address) throws IOException {
        Map<String, Ledger.Sent> offered = ledger.of(address);
        Set<String> found = found(address);
        for (String sopUid : offered.keySet()) {
            if (ledger.isAcknowledged(sopUid) && !found.contains(sopUid)) {
                faults.add("LOST: acknowledged, but QIDO does not find " + address + " " + sopUid);
            }
        }
        if (!found.isEmpty()) {
            retrieve(address, offered, found);
        }
    }

    private Set<String> found(String address) throws IOException {
        HttpResponse<byte[]> answer =
                appliance.get("/dicom-web/studies/" + address + "/instances?limit=" + PAGE);
        if (answer.statusCode() != 200 && answer.statusCode() != 204 && answer.statusCode() != 404) {
            throw new IOException("QIDO answered " + answer.statusCode() + ": " + new String(answer.body()));
        }
        return SOP_INSTANCE_UID.matcher(new String(answer.body())).results().map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void retrieve(String address, Map<String, Ledger.Sent> offered, Set<String> found) throws IOException {
        HttpResponse<byte[]> answer = appliance.get("/dicom-web/studies/" + address, "Accept",
                "multipart/related; type=\"application/dicom\"; transfer-syntax=*");
        Set<String> retrieved = new TreeSet<>();
        for (ReceivedPart part : ReceivedPart.of(answer)) {
            Part10.Opened file = Part10.open(new ByteArrayInputStream(part.body()));
            String sopUid = file.meta().mediaStorageSopInstanceUid().orElse("none");
            Ledger.Sent sent = offered.get(sopUid);
            retrieved.add(sopUid);
            compared++;
            if (sent == null || !sent.hasDataSet(file.dataSet().readAllBytes())) {
                faults.add("DAMAGED: not as it was sent: " + address + " " + sopUid);
            }
            unacknowledged += ledger.isAcknowledged(sopUid) ? 0 : 1;
        }
        if (!retrieved.equals(found)) {
            faults.add("PARTIAL: QIDO finds " + found.size() + " and WADO gives " + retrieved.size() + " of " + address);
        }
    }

    /** Nothing partial is there: no temporary file, and as many files as the index has instances. */
    void files() throws IOException {
        Path archive = appliance.home().resolve("data/archive");
        List<String> names;
        try (Stream<Path> tree = Files.walk(archive)) {
            names = tree.filter(Files::isRegularFile).map(file -> archive.relativize(file).toString()).toList();
        }
        names.stream().filter(name -> !name.endsWith(".dcm")).forEach(name -> faults.add("PARTIAL: " + name + " stays"));
        long files = names.stream().filter(name -> name.endsWith(".dcm")).count();
        long indexed = indexed();
        if (files != indexed) {
            faults.add("PARTIAL: " + files + " files, but " + indexed + " instances in the index");
        }
        Path quarantine = appliance.home().resolve("data/quarantine");
        try (Stream<Path> tree = Files.walk(quarantine)) {
            tree.filter(Files::isRegularFile).forEach(file -> faults.add("QUARANTINED: " + file));
        }
    }

    private long indexed() throws IOException {
        long sum = 0;
        int offset = 0;
        for (List<Long> page = page(offset); !page.isEmpty(); page = page(offset)) {
            sum += page.stream().mapToLong(Long::longValue).sum();
            offset += page.size();
        }
        return sum;
    }

    private List<Long> page(int offset) throws IOException {
        String json = new String(appliance.get("/dicom-web/studies?limit=" + PAGE + "&offset=" + offset).body());
        return INSTANCES_OF_STUDY.matcher(json).results().map(result -> Long.valueOf(result.group(1))).toList();
    }
}
