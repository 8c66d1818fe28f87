package org.hospitalviewer.peers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.node.ObjectNode;

/** Who may at {@link GoogleDriveServer}: one client, one account, codes, refresh tokens and access tokens. */
public final class GoogleLogin {

    public static final String CLIENT_ID = "1234-abcd.apps.googleusercontent.com";
    public static final String CLIENT_SECRET = "GOCSPX-secret-of-the-clinic";
    public static final String ACCOUNT = "clinic@example.org";
    private static final String SCOPE = "https://www.googleapis.com/auth/drive.file";

    private final Map<String, Map<String, String>> codes = new HashMap<>();
    private final Map<String, String> refreshTokens = new HashMap<>();
    private final Map<String, String> accessTokens = new HashMap<>();
    private boolean denies;
    private boolean ticked = true;
    private long limit = 15L << 30;

    /** The owner says no from now on, or yes again. */
    public synchronized void deny(boolean no) {
        denies = no;
    }

    /** The owner leaves the tick for files out, or sets it. */
    public synchronized void tick(boolean set) {
        ticked = set;
    }

    /** Room of the account, in bytes. */
    public synchronized void limit(long bytes) {
        limit = bytes;
    }

    /** As after an hour. */
    public synchronized void expireAccess() {
        accessTokens.clear();
    }

    /** As after seven days in Testing, or when the owner removes the program. */
    public synchronized void withdraw() {
        accessTokens.clear();
        refreshTokens.clear();
    }

    public synchronized boolean hasConnections() {
        return !refreshTokens.isEmpty();
    }

    /** A refresh token as of a connection made before. */
    public synchronized String connected() {
        return token(refreshTokens, CLIENT_ID);
    }

    /** Where the page leads to when the owner has decided. */
    synchronized String consent(Map<String, String> query) {
        UriComponentsBuilder back = UriComponentsBuilder.fromUriString(query.get("redirect_uri"))
                .queryParam("state", query.get("state"));
        if (denies || !SCOPE.equals(query.get("scope")) || !"S256".equals(query.get("code_challenge_method"))
                || !"offline".equals(query.get("access_type"))) {
            return back.queryParam("error", "access_denied").toUriString();
        }
        String code = "4/" + UUID.randomUUID();
        codes.put(code, query);
        return back.queryParam("code", code).queryParam("scope", SCOPE).toUriString();
    }

    synchronized ObjectNode token(Map<String, String> form) {
        if (!CLIENT_ID.equals(form.get("client_id")) || !CLIENT_SECRET.equals(form.get("client_secret"))) {
            return error("invalid_client");
        }
        boolean first = "authorization_code".equals(form.get("grant_type"));
        if (first ? !mayExchange(form) : !refreshTokens.containsKey(form.get("refresh_token"))) {
            return error("invalid_grant");
        }
        ObjectNode answer = GoogleDriveServer.JSON.createObjectNode().put("token_type", "Bearer").put("expires_in", 3599)
                .put("scope", ticked ? SCOPE : "openid").put("access_token", token(accessTokens, CLIENT_ID));
        return first ? answer.put("refresh_token", token(refreshTokens, CLIENT_ID)) : answer;
    }

    /** RFC 7636, 4.6: the code is worth something only to whoever asked for it. */
    private boolean mayExchange(Map<String, String> form) {
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        return asked != null && asked.get("redirect_uri").equals(form.get("redirect_uri"))
                && asked.get("code_challenge").equals(challenge(form.getOrDefault("code_verifier", "")));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(Map<String, String> kind, String client) {
        String token = "ya29." + UUID.randomUUID();
        kind.put(token, client);
        return token;
    }

    private static ObjectNode error(String name) {
        return GoogleDriveServer.JSON.createObjectNode().put("error", name).put("error_description", "Bad Request");
    }

    synchronized void revoke(String token) {
        if (refreshTokens.remove(token) == null) {
            throw new GoogleDriveServer.Refusal(400, "invalid_token");
        }
    }

    /** Null for a stranger. */
    synchronized String clientOf(String authorization) {
        return authorization == null ? null : accessTokens.get(authorization.replace("Bearer ", ""));
    }

    synchronized ObjectNode about(long used) {
        ObjectNode about = GoogleDriveServer.JSON.createObjectNode();
        about.putObject("user").put("emailAddress", ACCOUNT).put("displayName", "Clinic");
        about.putObject("storageQuota").put("limit", Long.toString(limit)).put("usage", Long.toString(used));
        return about;
    }
}
