package org.hospitalviewer.backup.drive;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.JsonFactory;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.UserCredentials;
import java.io.IOException;
import java.time.Duration;

/** Requests to one account's Drive; a token that has run out is renewed on the way. */
record DriveConnection(Drive drive, HttpRequestFactory requests, String root) {

    static final HttpTransport TRANSPORT = new NetHttpTransport();
    static final JsonFactory JSON = GsonFactory.getDefaultInstance();

    private static final String PROGRAM = "Hospital DICOM Viewer Pro";
    private static final int CONNECT_MS = (int) Duration.ofSeconds(20).toMillis();
    /** Drive checks an 8 MB piece within seconds; more is a connection that is dead. */
    private static final int READ_MS = (int) Duration.ofSeconds(100).toMillis();
    /** Once more with a renewed token; everything else is repeated by {@link DriveCalls}. */
    private static final int RENEWALS = 1;

    static DriveConnection open(DriveCredentials credentials, GoogleEndpoints endpoints) {
        HttpCredentialsAdapter account = new HttpCredentialsAdapter(UserCredentials.newBuilder()
                .setClientId(credentials.clientId()).setClientSecret(credentials.clientSecret())
                .setRefreshToken(credentials.refreshToken()).setTokenServerUri(endpoints.token())
                .setHttpTransportFactory(() -> TRANSPORT).build());
        Drive drive = new Drive.Builder(TRANSPORT, JSON, request -> prepare(request, account))
                .setRootUrl(endpoints.drive()).setApplicationName(PROGRAM).build();
        return new DriveConnection(drive, drive.getRequestFactory(), endpoints.drive());
    }

    private static void prepare(HttpRequest request, HttpCredentialsAdapter account) throws IOException {
        account.initialize(request);
        request.setConnectTimeout(CONNECT_MS).setReadTimeout(READ_MS).setNumberOfRetries(RENEWALS);
    }
}
