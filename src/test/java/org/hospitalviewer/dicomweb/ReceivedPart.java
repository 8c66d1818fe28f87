package org.hospitalviewer.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a multipart answer, read strictly (RFC 2046 5.1.1). */
public record ReceivedPart(String contentType, byte[] body) {

    private static final Pattern TYPE =
            Pattern.compile("multipart/related; type=\"([^\"]+)\"; boundary=([0-9A-Za-z'()+_,./:=?-]{1,70})");
    private static final Pattern HEAD = Pattern.compile("Content-Type: ([^\r\n]+)\r\nContent-Length: (\\d+)\r\n\r\n");

    /** The parts of an answer that must be 200. */
    public static List<ReceivedPart> of(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        Matcher type = TYPE.matcher(response.headers().firstValue("Content-Type").orElseThrow());
        assertThat(type.matches()).as("" + response.headers().map()).isTrue();
        byte[] all = response.body();
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(all.length);
        List<ReceivedPart> parts = new ArrayList<>();
        String delimiter = "--" + type.group(2);
        int at = 0;
        while (!text(all, at, delimiter.length() + 2).equals(delimiter + "--")) {
            assertThat(text(all, at, delimiter.length() + 2)).isEqualTo(delimiter + "\r\n");
            at += delimiter.length() + 2;
            Matcher head = HEAD.matcher(text(all, at, 300));
            assertThat(head.lookingAt()).isTrue();
            assertThat(head.group(1)).startsWith(type.group(1));
            int start = at + head.end();
            int end = start + Integer.parseInt(head.group(2));
            parts.add(new ReceivedPart(head.group(1), Arrays.copyOfRange(all, start, end)));
            assertThat(text(all, end, 2)).isEqualTo("\r\n");
            at = end + 2;
        }
        assertThat(text(all, at, 1_000)).isEqualTo(delimiter + "--\r\n");
        return parts;
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, Math.min(length, bytes.length - from), StandardCharsets.ISO_8859_1);
    }
}
