package org.hospitalviewer.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.hospitalviewer.peers.Python;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The greys that the screen is judged by are themselves judged by another toolkit. */
class PhantomIT {

    private static final Path SCRIPT = Path.of("src/test/resources/org/hospitalviewer/e2e/grey.py");

    @ParameterizedTest
    @CsvSource({"40, 80", "60, 400", "600, 2800", "-600, 1500", "33.5, 127.25"})
    void pydicomComputesTheSameGreys(double center, double width) throws Exception {
        Phantom slice = Phantom.slice(Phantom.fromFeetToHead().get(20));
        List<int[]> places = IntStream.range(0, 4096)
                .mapToObj(index -> new int[] {index % 64 * 8 + 5, index / 64 * 8 + 3}).toList();

        String[] greys = Python.withPydicom().run(places.stream().map(place -> place[0] + " " + place[1]).toList(),
                SCRIPT.toString(), slice.file().toString(), Double.toString(center), Double.toString(width))
                .strip().split("\n");

        assertThat(greys).hasSize(places.size());
        for (int index = 0; index < greys.length; index++) {
            int[] place = places.get(index);
            assertThat(slice.grey(place[0], place[1], center, width)).as("column %d, row %d", place[0], place[1])
                    .isCloseTo(Double.parseDouble(greys[index]), within(1e-6));
        }
    }
}
