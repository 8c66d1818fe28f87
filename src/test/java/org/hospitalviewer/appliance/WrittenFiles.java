package org.hospitalviewer.appliance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which files and folders a program and its children made, changed, renamed or deleted, as strace saw it. */
final class WrittenFiles {

    private static final Pattern NAME = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([0-7]{1,3}|.)");
    private static final Pattern WRITES = Pattern.compile("O_(CREAT|WRONLY|RDWR|TRUNC|TMPFILE)");

    private WrittenFiles() {
    }

    /** Put before the command of the program to watch. */
    static List<String> watching(Path strace, Path trace) {
        return List.of(strace.toString(), "-f", "-qq", "--seccomp-bpf", "-s", "4096", "-e", "trace=open,openat,creat,mkdir,mkdirat,"
                + "rename,renameat,renameat2,unlink,unlinkat,rmdir,symlink,symlinkat,link,linkat,mknod,mknodat,truncate",
                "-o", trace.toString());
    }

    /** Those that were named by their whole path; all others lie under the folder in which the program was started. */
    static Set<Path> in(Path trace) throws IOException {
        try (Stream<String> calls = Files.lines(trace, StandardCharsets.ISO_8859_1)) {
            return calls.filter(call -> !call.contains(" = -1 "))
                    .filter(call -> !call.contains(" open") || WRITES.matcher(call).find())
                    .flatMap(call -> NAME.matcher(call).results().map(name -> plain(name.group(1))))
                    .filter(name -> name.startsWith("/")).map(Path::of).collect(Collectors.toSet());
        }
    }

    /** strace writes what is not ASCII byte by byte, in octal. */
    private static String plain(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher escape = ESCAPED.matcher(escaped);
        int from = 0;
        while (escape.find()) {
            bytes.writeBytes(escaped.substring(from, escape.start()).getBytes(StandardCharsets.ISO_8859_1));
            String sign = escape.group(1);
            bytes.write(Character.isDigit(sign.charAt(0)) ? Integer.parseInt(sign, 8) : sign.charAt(0));
            from = escape.end();
        }
        bytes.writeBytes(escaped.substring(from).getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
