package org.hospitalviewer.sync.target;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.net.ProtocolCommandEvent;
import org.apache.commons.net.ProtocolCommandListener;

/** Counts the commands that went to a server; keeps nothing of what they say. */
final class CommandCount implements ProtocolCommandListener {

    private final AtomicLong sent = new AtomicLong();

    long sent() {
        return sent.get();
    }

    @Override
    public void protocolCommandSent(ProtocolCommandEvent event) {
        sent.incrementAndGet();
    }

    @Override
    public void protocolReplyReceived(ProtocolCommandEvent event) {
        // only what is asked counts
    }
}
