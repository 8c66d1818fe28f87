package org.hospitalviewer.sync.target;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPSClient;

/**
 * Explicit FTP over TLS (RFC 4217) whose data connections go on with the TLS session of the control connection, which
 * proftpd and vsftpd demand. Java finds a session by host and port of the peer: data connections therefore pretend to
 * lead to the control port. TLS 1.2 with session IDs, because tickets of TLS 1.3 are used up after a few connections.
 */
final class TlsFtpClient extends FTPSClient {

    private static final String[] PROTOCOLS = {"TLSv1.2"};

    static {
        // Read when a context is made. Without tickets, sessions are remembered by their ID.
        System.setProperty("jdk.tls.client.enableSessionTicketExtension", "false");
    }

    private final SSLContext context;
    private String host = "";

    TlsFtpClient(SSLContext context) {
        super(false, context);
        this.context = context;
        setEnabledProtocols(PROTOCOLS);
        setEndpointCheckingEnabled(true);
    }

    static SSLContext context(CertificateTrust trust) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.2");
            context.init(null, trust.asArray(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be used: " + e.getMessage(), e);
        }
    }

    /** Connects by the name that the certificate is to bear. */
    void connectTo(String name, int port) throws IOException {
        host = name;
        connect(name, port);
    }

    /** Protects data connections from now on (RFC 4217 section 9). */
    void protectData() throws IOException {
        execPBSZ(0);
        execPROT("P");
        setSocketFactory(null); // plain at first: the layer above is ours
    }

    @Override
    protected Socket _openDataConnection_(String command, String argument) throws IOException {
        Socket plain = super._openDataConnection_(command, argument);
        if (plain == null || plain instanceof SSLSocket) {
            return plain;
        }
        plain.setSoTimeout((int) ServerAddress.ANSWER_PATIENCE.toMillis());
        SSLSocket layered = (SSLSocket) context.getSocketFactory()
                .createSocket(new DisguisedSocket(plain, getRemotePort()), host, getRemotePort(), true);
        SSLParameters parameters = layered.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        layered.setSSLParameters(parameters);
        layered.startHandshake();
        return layered;
    }

    static int millis(Duration duration) {
        return (int) duration.toMillis();
    }
}
