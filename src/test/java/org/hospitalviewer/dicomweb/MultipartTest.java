package org.hospitalviewer.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.hospitalviewer.archive.Content;
import org.hospitalviewer.peers.Python;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {

    private static final String READ = """
            import email, email.policy, sys
            message = email.message_from_bytes(open(sys.argv[1], "rb").read(), policy=email.policy.HTTP)
            print(message.get_content_type(), message.get_param("type"), len(message.defects))
            for part in message.iter_parts():
                print(part.get_content_type(), part.get_param("transfer-syntax"), part["Content-Length"],
                      part.get_payload(decode=True).hex())
            """;

    @TempDir
    private Path folder;

    /** Bytes that look like line ends and boundaries. */
    private final List<byte[]> bodies = List.of("--\r\n--\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
            HexFormat.of().parseHex("00ff0d0a0d0a2d2d0a0d"), new byte[0], new byte[] {10}, new byte[] {13});

    private final Multipart multipart = new Multipart("application/octet-stream",
            bodies.stream().map(MultipartTest::content).map(content -> new Multipart.Part(
                    "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1", content)).toList());

    @Test
    void theLengthIsKnownBeforehand() throws IOException {
        assertThat(bytes()).hasSize((int) multipart.length());
    }

    @Test
    void pythonsMailReaderFindsEveryPartByteForByte() throws Exception {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(("Content-Type: " + multipart.contentType() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(bytes());
        Path file = Files.write(folder.resolve("message"), message.toByteArray());
        String[] lines = Python.withPydicom().run(List.of(), "-c", READ, file.toString()).split("\n", -1);
        assertThat(lines[0]).isEqualTo("multipart/related application/octet-stream 0");
        for (int i = 0; i < bodies.size(); i++) {
            assertThat(lines[i + 1]).isEqualTo("application/octet-stream 1.2.840.10008.1.2.1 " + bodies.get(i).length + " "
                    + HexFormat.of().formatHex(bodies.get(i)));
        }
    }

    /** So that a viewer needs no copy of it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg"})
    void theFirstPartBeginsWhereAnyPixelMay(String parameter) throws IOException {
        Multipart one = new Multipart("a/b", List.of(new Multipart.Part("a/b" + parameter, content(new byte[] {1, 2}))));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        one.writeTo(whole);
        assertThat(whole.toString(StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4).isPositive()
                .matches(begin -> begin % 8 == 0, "a multiple of eight");
        assertThat(whole.size()).isEqualTo((int) one.length());
    }

    @Test
    void eachAnswerHasABoundaryOfItsOwn() {
        assertThat(new Multipart("a/b", List.of()).contentType())
                .isNotEqualTo(new Multipart("a/b", List.of()).contentType());
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        multipart.writeTo(out);
        return out.toByteArray();
    }

    private static Content content(byte[] bytes) {
        return new Content.Copied(bytes.length, out -> out.write(bytes));
    }
}
