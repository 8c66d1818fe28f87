package org.hospitalviewer.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.sync.target.TargetConnection;
import org.hospitalviewer.sync.target.TargetException;
import org.hospitalviewer.sync.target.Trouble;
import org.hospitalviewer.sync.target.UnknownCertificateException;
import org.springframework.stereotype.Service;

/** Tries a target out as a run would use it, and says in plain words what is wrong. */
@Service
public class TargetTest {

    private static final int PROBE_BYTES = 64 * 1024;
    private static final int BYTES_PER_MEGABYTE = 1_000_000;

    private final SyncTargets targets;
    private final TargetTable table;
    private final TargetConnections connections;
    private final Preparation preparation;
    private final AuditLog audit;

    TargetTest(SyncTargets targets, TargetTable table, TargetConnections connections, Preparation preparation,
               AuditLog audit) {
        this.targets = targets;
        this.table = table;
        this.connections = connections;
        this.preparation = preparation;
        this.audit = audit;
    }

    /**
     * What a test found.
     *
     * @param trouble     null when all is well
     * @param fingerprint of a certificate that nobody vouches for; empty otherwise
     */
    public record Result(boolean good, Trouble trouble, String sentence, String fingerprint) {
    }

    /** Tests a target as it is kept, and keeps the result. */
    public Result test(SyncTarget target) {
        Result result = resultOf(target, null);
        table.tested(target.id(), Instant.now(), result.sentence(), result.good());
        audit.record("TEST_SYNC_TARGET", "SYNC_TARGET", target.id() + " " + target.name(),
                result.good() ? AuditLog.Result.SUCCESS : AuditLog.Result.FAILED);
        return result;
    }

    /**
     * Tests what is entered before it is kept.
     *
     * @param before the target it is to change, null for a new one
     * @throws InvalidTargetException when the entry is wrong
     */
    public Result test(TargetEntry entry, SyncTarget before) {
        targets.require(entry, before);
        audit.record("TEST_SYNC_TARGET", "SYNC_TARGET", entry.toString(), AuditLog.Result.SUCCESS);
        return resultOf(new SyncTarget(before == null ? 0 : before.id(), entry.name(), entry.kind(), true, entry.host(),
                entry.port(), entry.username(), entry.folder(), entry.fingerprint(), entry.webAddress(), entry.encrypted(),
                entry.mayDelete(), 1, null, null, null, null, "", false, 0), entry.password());
    }

    private Result resultOf(SyncTarget target, String password) {
        try {
            String secret = password == null && target.kind().isServer() ? targets.password(target.id()) : password;
            return new Result(true, null, tryOut(target, secret), "");
        } catch (UnknownCertificateException e) {
            return new Result(false, e.trouble(), e.getMessage(), e.fingerprint());
        } catch (TargetException e) {
            return new Result(false, e.trouble(), e.getMessage(), "");
        } catch (IOException e) {
            return new Result(false, Trouble.LINE, "The line broke: " + e.getMessage(), "");
        }
    }

    private String tryOut(SyncTarget target, String password) throws IOException {
        try (TargetConnection connection = open(target, password)) {
            preparation.prepare(target, connection, target.id() == 0 || table.state(target.id()).preparedAt() == null);
            writeProbe(connection);
        }
        if (target.kind().isServer()) {
            return "All is well: files can be written, renamed and deleted"
                    + (target.kind() == TargetKind.FTPS ? ", with encryption on the way." : ", without encryption on the way.");
        }
        long free = Files.getFileStore(Path.of(target.folder())).getUsableSpace() / BYTES_PER_MEGABYTE;
        return "All is well: files can be written, renamed and deleted. " + free + " MB are free.";
    }

    private TargetConnection open(SyncTarget target, String password) throws IOException {
        try {
            return connections.open(target, password);
        } catch (TargetException e) {
            if (e.trouble() != Trouble.PATH || !target.kind().isServer()) {
                throw e;
            }
            connections.makeFolder(target, password);
            return connections.open(target, password);
        }
    }

    private static void writeProbe(TargetConnection connection) throws IOException {
        String name = "probe-" + UUID.randomUUID() + ".txt";
        byte[] bytes = new byte[PROBE_BYTES];
        new SecureRandom().nextBytes(bytes);
        String written = name + FileTransfer.PART;
        try {
            connection.write(written, 0, out -> out.write(bytes));
            if (connection.size(written).orElse(-1) != bytes.length) {
                throw new TargetException(Trouble.QUOTA, "A small file did not arrive whole. There may be no room left.");
            }
            connection.rename(written, name);
        } catch (TargetException e) {
            connection.delete(written);
            throw e;
        }
        connection.delete(name);
    }
}
