package org.hospitalviewer.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;

/** Tags, VRs and lengths of every sample that both read, item by item, against dcmdump. */
class ElementsAgainstDcmdumpIT {
    /** Indentation, tag, VR, and the length in bytes or u/l. */
    private static final Pattern LINE =
            Pattern.compile("( *)\\(([0-9a-f]{4}),([0-9a-f]{4})\\) (\\S\\S) .*#\\s+(\\d+|u/l), *\\d+ [^#]*", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("(?m)^ *#.*\n");
    /** A line break within a value. */
    private static final Pattern CONTINUED = Pattern.compile("\n(?! *\\([0-9a-f]{4},[0-9a-f]{4}\\) )");
    private static final Set<String> ACCEPTED = Set.of(
            // dcmdump takes the group for the end of a sequence.
            "malformed/made/group-ffff.dcm",
            // dcmdump leaves a sequence that came as UN with a length as it is; we look into it (PS3.5 6.2.2).
            "malformed/found/bad_sequence.dcm");

    @Test
    void everyElementOfEverySampleIsTheOneThatDcmdumpReads() throws Exception {
        Map<String, String> differences = new TreeMap<>();
        int compared = 0;
        for (Path file : Samples.all()) {
            List<String> ours = ours(file);
            List<String> theirs = theirs(file);
            if (!ours.isEmpty() && !theirs.isEmpty()) {
                compared++;
                String different = different(theirs, ours);
                if (!different.isEmpty()) {
                    differences.put(Samples.name(file), different);
                }
            }
        }
        ACCEPTED.forEach(differences::remove);
        assertThat(differences.entrySet().stream().map(Object::toString)).isEmpty();
        assertThat(compared).isGreaterThan(480);
    }

    private static List<String> ours(Path file) throws IOException {
        try {
            return ElementLines.of(Part10File.open(file)).stream()
                    .map(line -> line.substring(0, line.lastIndexOf('\t'))).toList();
        } catch (DicomFormatException e) {
            return List.of();
        }
    }

    /** The data set of a file in the form of our lines; empty when dcmdump refuses it. */
    private static List<String> theirs(Path file) {
        boolean isOutOfBounds = Samples.name(file).contains("nested-sequences") || file.toString().contains("deflate-bomb");
        Dcmtk.Output output = isOutOfBounds ? new Dcmtk.Output(1, "") : Dcmtk.run("dcmdump", "-q", file.toString());
        List<String> lines = new ArrayList<>();
        Deque<String> parents = new ArrayDeque<>();
        Deque<Integer> items = new ArrayDeque<>();
        for (String text : output.exit() == 0 ? lines(output.text()) : new String[0]) {
            Matcher line = LINE.matcher(text);
            if (line.matches() && !line.group(2).equals("0002")) {
                int depth = line.group(1).length() / 2;
                String tag = (line.group(2) + line.group(3)).toUpperCase(Locale.ROOT);
                while (parents.size() > (depth + 1) / 2) {
                    parents.pop();
                    items.pop();
                }
                if (tag.equals("FFFEE000") && line.group(4).equals("na")) {
                    items.push(items.pop() + 1);
                } else if (!tag.startsWith("FFFE")) {
                    lines.add(path(parents, items) + tag + '\t' + line.group(4) + '\t'
                            + (line.group(4).equals("SQ") ? "*" : line.group(5)));
                    if (line.group(4).equals("SQ")) {
                        parents.push(tag);
                        items.push(0);
                    }
                }
            }
        }
        return lines;
    }

    private static String[] lines(String text) {
        return CONTINUED.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll(" ").split("\n");
    }

    private static String path(Deque<String> parents, Deque<Integer> items) {
        StringBuilder path = new StringBuilder();
        List<Integer> numbers = new ArrayList<>(items).reversed();
        List<String> tags = new ArrayList<>(parents).reversed();
        for (int i = 0; i < tags.size(); i++) {
            path.append(tags.get(i)).append('/').append(numbers.get(i)).append('/');
        }
        return path.toString();
    }

    private static String different(List<String> theirs, List<String> ours) {
        for (int i = 0; i < Math.max(theirs.size(), ours.size()); i++) {
            String their = i < theirs.size() ? theirs.get(i) : "nothing";
            String our = i < ours.size() ? ours.get(i) : "nothing";
            if (!same(their.split("\t"), our.split("\t"))) {
                return "dcmdump " + their + " / ours " + our;
            }
        }
        return "";
    }

    private static boolean same(String[] their, String[] our) {
        return their.length == 3 && our.length == 3 && their[0].equals(our[0]) && sameVr(their[0], their[1], our[1])
                && (their[2].equals("*") || their[2].equals("u/l") || their[2].equals(our[2])
                || Integer.parseInt(their[2]) == Integer.parseInt(our[2]) + 1); // dcmdump pads odd lengths
    }

    /** dcmdump has signs for what only the context tells, and a dictionary of private elements. */
    private static boolean sameVr(String path, String their, String our) {
        String tag = path.substring(path.lastIndexOf('/') + 1);
        boolean isPrivate = (Integer.parseInt(tag.substring(0, 4), 16) & 1) == 1;
        return their.equals(our) || switch (their) {
            case "up" -> our.equals("UL");
            case "xs" -> our.equals("US") || our.equals("SS");
            case "??" -> our.equals("UN") || our.equals("SS");
            case "OB" -> tag.equals("7FE00010") && our.equals("OW") || isPrivate && our.equals("UN");
            default -> isPrivate && our.equals("UN");
        };
    }
}
