package org.hospitalviewer.sync.target;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;

/** The steps from nothing to the folder of an FTP server, each with the sentence to say when it fails. */
final class FtpLogin {

    private final ServerAddress address;
    private final CertificateTrust trust;
    private final FTPClient client;

    private FtpLogin(ServerAddress address) throws IOException {
        this.address = address;
        try {
            this.trust = new CertificateTrust(address.fingerprint());
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be used: " + e.getMessage(), e);
        }
        this.client = address.tls() ? new TlsFtpClient(TlsFtpClient.context(trust)) : new FTPClient();
        client.setConnectTimeout(TlsFtpClient.millis(ServerAddress.CONNECT_PATIENCE));
        client.setDefaultTimeout(TlsFtpClient.millis(ServerAddress.ANSWER_PATIENCE));
        client.setDataTimeout(ServerAddress.ANSWER_PATIENCE);
        client.setCharset(StandardCharsets.UTF_8);
        client.setControlEncoding(StandardCharsets.UTF_8.name());
        client.setListHiddenFiles(false);
    }

    /**
     * @param commands counts what goes to the server
     * @throws TargetException with the step that failed
     */
    static FTPClient open(ServerAddress address, CommandCount commands) throws IOException {
        FtpLogin login = new FtpLogin(address);
        login.client.addProtocolCommandListener(commands);
        try {
            login.connect();
            login.enter();
            login.prepare();
            return login.client;
        } catch (IOException e) {
            FtpConnection.disconnect(login.client);
            throw e;
        }
    }

    private void connect() throws IOException {
        try {
            if (client instanceof TlsFtpClient tls) {
                tls.connectTo(address.host(), address.port());
            } else {
                client.connect(address.host(), address.port());
            }
        } catch (UnknownHostException e) {
            throw new TargetException(Trouble.HOST, "There is no computer of the name " + address.host()
                    + ". Check the spelling, and that this computer is online.", e);
        } catch (ConnectException | NoRouteToHostException e) {
            throw new TargetException(Trouble.PORT, "Nothing answers at port " + address.port() + " of " + address.host()
                    + ". Check the port, and that the server runs.", e);
        } catch (SocketTimeoutException e) {
            throw new TargetException(Trouble.PORT, address.host() + " did not answer at port " + address.port()
                    + " in time. A firewall may be in between.", e);
        } catch (SSLException e) {
            throw tlsRefused(e);
        } catch (IOException e) {
            throw client.isConnected() && address.tls() && client.getReplyString() != null
                    ? new TargetException(Trouble.TLS, "The server does not offer TLS (" + reply()
                            + "). Choose FTP without encryption only if there is no other way.", e)
                    : new TargetException(Trouble.LINE, "What answers at port " + address.port() + " of "
                            + address.host() + " is no FTP server, or the line broke: " + e.getMessage(), e);
        }
        requireGood();
        client.setTcpNoDelay(true);
    }

    private void requireGood() throws TargetException {
        if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
            throw new TargetException(Trouble.LINE, "The server does not let us in now: " + reply());
        }
    }

    private void enter() throws IOException {
        try {
            if (!client.login(address.username(), address.password())) {
                throw client.getReplyCode() == FTPReply.SERVICE_NOT_AVAILABLE
                        ? new TargetException(Trouble.LINE, "The server is busy: " + reply())
                        : new TargetException(Trouble.LOGIN, "The server refuses user name or password: " + reply());
            }
            if (client instanceof TlsFtpClient tls) {
                tls.protectData();
            }
        } catch (SSLException e) {
            throw tlsRefused(e);
        }
    }

    private TargetException tlsRefused(SSLException e) {
        TargetException certificate = trust.refusal(e);
        return certificate != null ? certificate
                : new TargetException(Trouble.TLS, "The encryption could not be agreed on: " + e.getMessage(), e);
    }

    /** Binary files, passive mode in its extended form (RFC 2428), and into the folder. */
    private void prepare() throws IOException {
        client.enterLocalPassiveMode();
        client.setUseEPSVwithIPv4(true);
        client.setFileType(FTP.BINARY_FILE_TYPE);
        client.features();
        if (client.hasFeature("UTF8")) {
            client.sendCommand("OPTS", "UTF8 ON");
        }
        if (!address.folder().isEmpty() && !client.changeWorkingDirectory(address.folder())) {
            throw new TargetException(Trouble.PATH, "The server has no folder " + address.folder()
                    + " that this user may enter: " + reply());
        }
    }

    private String reply() {
        return FtpConnection.reply(client);
    }
}
