package org.hospitalviewer.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down whoever guesses passwords. Failures count for a user name at one address, for an address, and for a user
 * name from everywhere; the last of these never holds up an address that this user has logged in from before, nor this
 * computer itself, so that no stranger can lock out the administrator. Forgotten with the process.
 */
final class LoginThrottle {

    private static final int MAX_REMEMBERED = 10_000;
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** Failures are forgotten after such a time without a new one. */
    private static final Duration REMEMBERED_FOR = Duration.ofHours(1);
    /** Failures that cost nothing yet. */
    private static final int FREE_FOR_USER_AT_ADDRESS = 5;
    private static final int FREE_FOR_ADDRESS = 20;
    private static final int FREE_FOR_USER = 50;
    /** One line at a provider has so many bytes of an IPv6 address in common (RFC 6177). */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final Clock clock;
    private final Map<String, Failures> failures = remembering();
    private final Map<String, Boolean> knownPlaces = remembering();

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last) {
    }

    private static <V> Map<String, V> remembering() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MAX_REMEMBERED;
            }
        };
    }

    /**
     * How long this user has to wait at this address; zero when the password may be tried.
     *
     * @param address as text
     */
    synchronized Duration wait(String username, String address) {
        String place = place(address);
        Duration wait = remaining(atPlace(username, place), FREE_FOR_USER_AT_ADDRESS);
        if (!isThisComputer(address)) {
            wait = longer(wait, remaining(place, FREE_FOR_ADDRESS));
            if (!knownPlaces.containsKey(atPlace(username, place))) {
                wait = longer(wait, remaining(anywhere(username), FREE_FOR_USER));
            }
        }
        return wait;
    }

    synchronized void failed(String username, String address) {
        String place = place(address);
        count(atPlace(username, place));
        count(place);
        count(anywhere(username));
    }

    synchronized void succeeded(String username, String address) {
        String place = place(address);
        failures.remove(atPlace(username, place));
        knownPlaces.put(atPlace(username, place), Boolean.TRUE);
    }

    private void count(String key) {
        Instant now = clock.instant();
        Failures before = failures.get(key);
        boolean forgotten = before == null || before.last().plus(REMEMBERED_FOR).isBefore(now);
        failures.put(key, new Failures(forgotten ? 1 : before.count() + 1, now));
    }

    /** Doubles with each failure beyond the free ones. */
    private Duration remaining(String key, int free) {
        Failures counted = failures.get(key);
        if (counted == null || counted.count() < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(counted.count() - free, 10);
        Duration wait = SHORTEST.multipliedBy(1L << doublings);
        Instant end = counted.last().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static String atPlace(String username, String place) {
        return place + " " + username.strip().toLowerCase(Locale.ROOT);
    }

    private static String anywhere(String username) {
        return "* " + username.strip().toLowerCase(Locale.ROOT);
    }

    private static String place(String address) {
        byte[] bytes = bytes(address);
        return bytes.length > 4 ? Arrays.toString(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES)) : Arrays.toString(bytes);
    }

    private static boolean isThisComputer(String address) {
        try {
            return InetAddress.getByAddress(bytes(address)).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Only numbers come from a connection, so no name is ever looked up. */
    private static byte[] bytes(String address) {
        try {
            return InetAddress.ofLiteral(address).getAddress();
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
