package org.hospitalviewer.node;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.appliance.device.Device;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.dicom.net.Association;
import org.hospitalviewer.dicom.net.AssociationRejectedException;
import org.hospitalviewer.dicom.net.DimseResponse;
import org.hospitalviewer.dicom.net.NoPresentationContextException;
import org.hospitalviewer.dicom.net.ProposedContexts;
import org.hospitalviewer.dicom.net.Target;
import org.hospitalviewer.dicom.net.Timeouts;
import org.springframework.stereotype.Service;

/** Asks a device whether it is there: C-ECHO as the user of the service (PS3.4 Annex A). */
@Service
public class EchoTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Timeouts SHORT = new Timeouts(PATIENCE, PATIENCE, PATIENCE, PATIENCE, PATIENCE);
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final Settings settings;
    private final AuditLog audit;

    EchoTest(Settings settings, AuditLog audit) {
        this.settings = settings;
        this.audit = audit;
    }

    /** How it went. */
    public enum Outcome {
        ANSWERED,
        /** The device rejected the association, the service or the request. */
        REFUSED,
        /** No program listens there, or no computer. */
        NOT_REACHED,
        UNKNOWN_HOST,
        /** Somebody is there who does not speak DICOM, or broke off. */
        BROKEN
    }

    /**
     * What came back.
     *
     * @param millis from the first packet to the answer
     * @param detail the peer's or the network's words, empty when it answered
     */
    public record Result(Outcome outcome, long millis, String detail) {
    }

    /**
     * Calls the device and waits for its answer, some seconds at most.
     *
     * @throws IllegalArgumentException when the device does not listen
     */
    public Result test(Device device) {
        if (!device.listens()) {
            throw new IllegalArgumentException("The device has no host and port.");
        }
        long start = System.nanoTime();
        Result result = call(new Target(device.host(), device.port(), device.aeTitle()), start);
        audit.record("ECHO_DEVICE", "DEVICE", device.aeTitle() + " " + result.outcome(), AuditLog.Result.SUCCESS);
        return result;
    }

    private Result call(Target target, long start) {
        try (Association association = Association.open(target, settings.current().aeTitle().strip(),
                ProposedContexts.verification(), SHORT)) {
            DimseResponse answer = association.echo();
            return result(answer.isDone() ? Outcome.ANSWERED : Outcome.REFUSED, start,
                    answer.isDone() ? "" : answer.toString());
        } catch (AssociationRejectedException | NoPresentationContextException e) {
            return result(Outcome.REFUSED, start, e.getMessage());
        } catch (UnknownHostException e) {
            return result(Outcome.UNKNOWN_HOST, start, target.host());
        } catch (ConnectException | NoRouteToHostException | SocketTimeoutException e) {
            return result(Outcome.NOT_REACHED, start, e.getMessage());
        } catch (IOException e) {
            return result(Outcome.BROKEN, start, String.valueOf(e.getMessage()));
        }
    }

    private static Result result(Outcome outcome, long start, String detail) {
        return new Result(outcome, (System.nanoTime() - start) / NANOS_PER_MILLI, detail);
    }
}
