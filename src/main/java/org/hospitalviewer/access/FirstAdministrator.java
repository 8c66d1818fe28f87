package org.hospitalviewer.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hospitalviewer.appliance.FirstStep;
import org.hospitalviewer.appliance.StartProblem;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;

/**
 * Makes the first user, once: from the environment at the first start, or at the screen {@code /setup} by somebody at
 * this computer or with the one-time token printed at the start.
 */
@Service
public class FirstAdministrator implements FirstStep, InitializingBean {

    private static final int TOKEN_BYTES = 16;
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1",
            "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]");
    private static final List<String> PROXY_HEADERS = List.of("Forwarded", "Via", "X-Forwarded-For",
            "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP");

    private final Users users;
    private final AuditLog audit;
    private final Environment environment;
    private final String token;

    FirstAdministrator(Users users, AuditLog audit, Environment environment) {
        this.users = users;
        this.audit = audit;
        this.environment = environment;
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
    }

    @Override
    public void afterPropertiesSet() {
        String username = environment.getProperty("VIEWER_ADMIN_USER");
        String password = environment.getProperty("VIEWER_ADMIN_PASSWORD");
        if ((username != null || password != null) && users.isEmpty()) {
            createFromEnvironment(username, password);
        }
    }

    private void createFromEnvironment(String username, String password) {
        try {
            createFirst(username, password, "");
        } catch (InvalidUserException e) {
            throw new StartProblem(switch (e.rule()) {
                case USERNAME, USERNAME_TAKEN -> "VIEWER_ADMIN_USER must have 2 to 100 letters, digits or . _ @ -";
                case PASSWORD_TOO_WEAK, PASSWORD_WRONG, PASSWORD_HASH, EMAIL, EMAIL_TAKEN, LAST_ADMINISTRATOR -> "VIEWER_ADMIN_PASSWORD must have at least " + Users.SHORTEST_PASSWORD
                        + " characters and differ from the user name.";
                case PASSWORD_TOO_LONG -> "VIEWER_ADMIN_PASSWORD is longer than 72 bytes.";
            }, e);
        }
    }

    public boolean isMissing() {
        return users.isEmpty();
    }

    /**
     * Whether the visitor may make the first administrator.
     *
     * @param givenToken token from the address, null when there is none
     */
    public boolean admits(HttpServletRequest request, String givenToken) {
        return isMissing() && (hasToken(givenToken) || isAtThisComputer(request));
    }

    /**
     * Makes the administrator and thereby closes the setup.
     *
     * @throws InvalidUserException  when name or password do not follow the rules
     * @throws IllegalStateException when somebody was faster
     */
    public synchronized void create(String username, String password, String fullName) {
        if (!users.isEmpty()) {
            throw new IllegalStateException("There is an administrator already");
        }
        createFirst(username, password, fullName);
    }

    private void createFirst(String username, String password, String fullName) {
        users.create(username, password, fullName, Role.ADMIN);
        audit.recordFor(username, "CREATE_FIRST_ADMINISTRATOR", AuditLog.Result.SUCCESS);
    }

    @Override
    public Optional<String> sentence(String address) {
        return isMissing()
                ? Optional.of("First start: create the administrator at " + address + "setup  (from another computer: "
                        + "/setup?token=" + token + ")")
                : Optional.empty();
    }

    private boolean hasToken(String given) {
        return given != null && MessageDigest.isEqual(token.getBytes(StandardCharsets.US_ASCII),
                given.getBytes(StandardCharsets.UTF_8));
    }

    /** A page that rebinds a foreign name to this computer also comes from loopback, and so does a proxy here. */
    private static boolean isAtThisComputer(HttpServletRequest request) {
        return LOCAL_NAMES.contains(request.getServerName().toLowerCase(Locale.ROOT)) && !isThroughProxy(request)
                && isLoopback(request.getRemoteAddr());
    }

    /** No browser speaks HTTP/1.0, but proxies do that add no header at all. */
    private static boolean isThroughProxy(HttpServletRequest request) {
        return PROXY_HEADERS.stream().anyMatch(header -> request.getHeader(header) != null)
                || request.getProtocol().equals("HTTP/1.0");
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
