package org.hospitalviewer.appliance.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hospitalviewer.appliance.AeTitle;

/**
 * What a value must be like.
 *
 * @param problem of a value that is not
 * @param choices all values there are, empty where they cannot be named
 */
record SettingRule(Predicate<String> holds, SettingProblem problem, List<String> choices) {

    private static final int MAX_PORT = 65_535;
    private static final int MAX_DIGITS = 9;

    static final SettingRule PORT = new SettingRule(text -> isNumber(text, 1, MAX_PORT), SettingProblem.PORT);
    static final SettingRule SWITCH =
            new SettingRule(text -> text.equals("true") || text.equals("false"), SettingProblem.SWITCH);
    static final SettingRule AE_TITLE = new SettingRule(AeTitle::isValid, SettingProblem.AE_TITLE);
    static final SettingRule ADDRESS =
            new SettingRule(text -> text.isEmpty() || isOwnAddress(text), SettingProblem.ADDRESS);
    static final SettingRule FILE = new SettingRule(text -> text.isEmpty() || isReadable(text), SettingProblem.FILE);

    static final SettingRule URL = new SettingRule(text -> text.isEmpty() || isWebAddress(text), SettingProblem.URL);

    private SettingRule(Predicate<String> holds, SettingProblem problem) {
        this(holds, problem, List.of());
    }

    static SettingRule oneOf(Enum<?>... values) {
        return oneOf(Stream.of(values).map(Enum::name).toList());
    }

    static SettingRule oneOf(List<String> names) {
        return new SettingRule(names::contains, SettingProblem.CHOICE, names);
    }

    static SettingRule number(int min, int max) {
        return new SettingRule(text -> isNumber(text, min, max), SettingProblem.NUMBER);
    }

    static SettingRule text(int maxLength) {
        return new SettingRule(text -> text.length() <= maxLength, SettingProblem.TEXT);
    }

    Optional<SettingProblem> check(String text) {
        return holds.test(text) && text.chars().noneMatch(Character::isISOControl) ? Optional.empty() : Optional.of(problem);
    }

    private static boolean isNumber(String text, int min, int max) {
        return text.matches("\\d{1," + MAX_DIGITS + "}") && Integer.parseInt(text) >= min
                && Integer.parseInt(text) <= max;
    }

    /** All addresses, or one that this computer has: on any other it could not listen at the next start. */
    private static boolean isOwnAddress(String text) {
        if (!text.matches("[0-9A-Za-z.:%_-]+")) {
            return false;
        }
        try {
            InetAddress address = InetAddress.getByName(text);
            return address.isAnyLocalAddress() || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = new URI(text);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null && address.getUserInfo() == null && address.getQuery() == null
                    && address.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isReadable(String text) {
        try {
            return Files.isRegularFile(Path.of(text)) && Files.isReadable(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
