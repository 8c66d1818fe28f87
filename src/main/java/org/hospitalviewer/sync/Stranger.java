package org.hospitalviewer.sync;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.hospitalviewer.sync.target.TargetConnection;

/** Tries to read, as anybody on the web could, a file that was just put into a target's folder. */
class Stranger {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int MOST_READ = 4_096;
    private static final Pattern WEB_ROOT = Pattern.compile("(?:^|.*/)(?:public_html|htdocs|httpdocs|www|html)(/.*)?");

    /**
     * Puts a file there, asks for it, and takes it away.
     *
     * @return the address at which a stranger reads it; empty when there is none
     */
    Optional<String> readsFilesOf(SyncTarget target, TargetConnection connection) throws IOException {
        Set<String> addresses = addresses(target);
        if (addresses.isEmpty()) {
            return Optional.empty();
        }
        String name = "probe-" + UUID.randomUUID() + ".txt";
        String content = "probe " + UUID.randomUUID();
        try {
            connection.write(name, 0, out -> out.write(content.getBytes(StandardCharsets.US_ASCII)));
            return addresses.stream().filter(address -> reads(address + "/" + name, content)).findFirst();
        } finally {
            connection.delete(name);
        }
    }

    /** The address that the administrator gave, or those that hosts usually give to such a folder. */
    static Set<String> addresses(SyncTarget target) {
        Set<String> addresses = new LinkedHashSet<>();
        if (!target.webAddress().isEmpty()) {
            addresses.add(target.webAddress().replaceAll("/+$", ""));
            return addresses;
        }
        Matcher folder = WEB_ROOT.matcher(target.folder());
        List<String> paths = folder.matches() ? List.of(folder.group(1) == null ? "" : folder.group(1))
                : target.folder().isEmpty() ? List.of("") : List.of("/" + target.folder().replaceAll("^/+", ""), "");
        String host = target.host().contains(":") ? "[" + target.host() + "]" : target.host();
        for (String name : List.of(host.replaceFirst("^ftp\\.", ""), host)) {
            for (String path : paths) {
                addresses.add("https://" + name + path.replaceAll("/+$", ""));
                addresses.add("http://" + name + path.replaceAll("/+$", ""));
            }
        }
        return addresses;
    }

    private static boolean reads(String address, String content) {
        try {
            HttpURLConnection http = open(URI.create(address.replace(" ", "%20")).toURL());
            try (InputStream in = http.getInputStream()) {
                return new String(in.readNBytes(MOST_READ), StandardCharsets.US_ASCII).contains(content);
            } finally {
                http.disconnect();
            }
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Strangers do not mind a bad certificate, so this does not either; nothing secret is sent or believed. */
    private static HttpURLConnection open(URL address) throws IOException {
        HttpURLConnection http = (HttpURLConnection) address.openConnection();
        http.setConnectTimeout(PATIENCE_MILLIS);
        http.setReadTimeout(PATIENCE_MILLIS);
        http.setUseCaches(false);
        if (http instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(anyCertificate().getSocketFactory());
            https.setHostnameVerifier((_, _) -> true);
        }
        return http;
    }

    private static SSLContext anyCertificate() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyCertificate()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static final class AnyCertificate implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // nobody asks
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // whoever it is: the question is only whether our file comes back
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
