package org.hospitalviewer.appliance;

import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Images leave in large pieces: with the usual 8 KB a frame of half a megabyte costs 64 system calls. Each connection has
 * such a buffer, so there is an end to their number.
 */
@Component
class WebConnections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int WRITE_BUFFER_BYTES = 128 * 1024;
    /** 25 browsers of six connections and as many programs; together less than 40 MB. */
    private static final int MAX_CONNECTIONS = 300;

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addConnectorCustomizers(connector -> {
            AbstractProtocol<?> protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
            protocol.setMaxConnections(MAX_CONNECTIONS);
            connector.setProperty("socket.directBuffer", "true");
            connector.setProperty("socket.appWriteBufSize", Integer.toString(WRITE_BUFFER_BYTES));
        });
    }
}
