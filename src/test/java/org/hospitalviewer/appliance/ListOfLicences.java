package org.hospitalviewer.appliance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The list of licences of a portable folder, as it is written. */
record ListOfLicences(List<Row> rows) {

    private static final Pattern ROW = Pattern.compile("<tr><td>(.*?)<td>(.*?)<td>(.*?)<td>.*?<td>(.*?)</tr>");
    private static final Pattern LINK = Pattern.compile("href=\"(.*?)\"");

    /** @param where files and addresses, as seen from the list */
    record Row(String name, String version, String licence, List<String> where) { }

    static ListOfLicences read(Path folder) throws IOException {
        String html = Files.readString(folder.resolve("licences.html"));
        return new ListOfLicences(ROW.matcher(html).results().map(ListOfLicences::row).toList());
    }

    private static Row row(MatchResult row) {
        return new Row(row.group(1), row.group(2), row.group(3),
                LINK.matcher(row.group(4)).results().map(link -> link.group(1)).toList());
    }

    List<String> names() {
        return rows.stream().map(Row::name).toList();
    }

    /** Names of the jars. */
    List<String> files() {
        return rows.stream().map(row -> row.name() + "-" + row.version()).toList();
    }
}
