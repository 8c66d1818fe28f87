package org.hospitalviewer.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The system calls of all threads as strace wrote them.
 *
 * @param calls in the order of their beginnings
 */
record SystemCallTrace(List<Call> calls) {

    private static final Pattern LINE = Pattern.compile("(\\d+) +(.*)");
    private static final String UNFINISHED = "<unfinished ...>";
    private static final String RESUMED = "<... ";

    /**
     * One call.
     *
     * @param text  name, arguments and files
     * @param begin number of the line in which it begins
     * @param end   number of the line in which it has returned; the largest number while it has not
     */
    record Call(String text, int begin, int end) {

        boolean is(String pattern) {
            return Pattern.compile(pattern).matcher(text).lookingAt();
        }
    }

    static SystemCallTrace read(Path file) throws IOException {
        List<Call> calls = new ArrayList<>();
        Map<String, Integer> open = new HashMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            Matcher matcher = LINE.matcher(line);
            number++;
            if (matcher.matches() && matcher.group(2).startsWith(RESUMED)) {
                Integer begun = open.remove(matcher.group(1));
                if (begun != null) {
                    Call call = calls.get(begun);
                    calls.set(begun, new Call(call.text(), call.begin(), number));
                }
            } else if (matcher.matches()) {
                boolean unfinished = matcher.group(2).endsWith(UNFINISHED);
                if (unfinished) {
                    open.put(matcher.group(1), calls.size());
                }
                calls.add(new Call(matcher.group(2), number, unfinished ? Integer.MAX_VALUE : number));
            }
        }
        return new SystemCallTrace(calls);
    }

    List<Call> all(Predicate<Call> which) {
        return calls.stream().filter(which).toList();
    }

    List<Call> all(String pattern) {
        return all(call -> call.is(pattern));
    }
}
