package org.hospitalviewer.dicom.net;

import java.io.IOException;
import java.time.Duration;
import org.hospitalviewer.dicom.net.upperlayer.AssociationLostException;
import org.hospitalviewer.dicom.net.upperlayer.Indication;
import org.hospitalviewer.dicom.net.upperlayer.UpperLayer;

/** Orderly end asked for by this side, also when both sides ask at once (PS3.8 7.2.2.6). */
final class ReleaseProcedure {
    private final UpperLayer layer;
    private final boolean requestor;
    private final Duration patience;
    private boolean collided;

    ReleaseProcedure(UpperLayer layer, boolean requestor, Duration patience) {
        this.layer = layer;
        this.requestor = requestor;
        this.patience = patience;
    }

    void run() throws IOException {
        layer.requestRelease();
        while (!isOver(layer.next(patience))) {
            // data under way when the release was asked for are of no use any more
        }
    }

    private boolean isOver(Indication indication) throws IOException {
        return switch (indication) {
            case Indication.Data _ -> false;
            case Indication.Release _ -> {
                collided = true;
                if (requestor) {
                    layer.respondRelease();
                }
                yield false;
            }
            case Indication.Released _ -> {
                if (collided && !requestor) {
                    layer.respondRelease();
                }
                yield true;
            }
            case Indication.Abort(var abort) ->
                    throw new AssociationLostException("Association " + abort.describe() + " of the peer");
            case Indication.ProviderAbort(String why) -> throw new AssociationLostException(why);
            case Indication.Closed(String why) -> throw new AssociationLostException(why);
            case Indication.Associate _, Indication.Accepted _, Indication.Rejected _ ->
                    throw new IllegalStateException("The state table does not lead here");
        };
    }
}
