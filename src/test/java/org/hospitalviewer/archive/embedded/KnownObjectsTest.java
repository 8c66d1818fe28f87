package org.hospitalviewer.archive.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.archive.Slice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;

@ApplianceTest
class KnownObjectsTest {

    private static final int OBJECTS = 10_000;

    @Autowired
    @Qualifier("indexDataSource")
    private DataSource index;
    private KnownObjects known;

    @BeforeEach
    void make() {
        known = new KnownObjects(new JdbcTemplate(index));
    }

    @Test
    void nothingIsCertainBeforeTheIndexWasRead() {
        assertThat(known.isNew(Slice.newUid())).isFalse();
        known.read();
        assertThat(known.isNew(Slice.newUid())).isTrue();
    }

    @Test
    void whatWasAddedIsNeverTakenForNewAndOthersNearlyAlways() {
        known.read();
        String series = Slice.newUid();
        IntStream.range(0, OBJECTS).forEach(number -> known.add(series + "." + number));
        assertThat(IntStream.range(0, OBJECTS)).noneMatch(number -> known.isNew(series + "." + number));
        assertThat(IntStream.range(OBJECTS, 2 * OBJECTS).filter(number -> !known.isNew(series + "." + number)).count())
                .isLessThan(OBJECTS / 100);
    }

    @Test
    void aChangedIndexIsDistrustedUntilItIsReadAgain() {
        known.read();
        String uid = Slice.newUid();
        known.distrust();
        assertThat(known.isNew(uid)).isFalse();
        known.read();
        assertThat(known.isNew(uid)).isTrue();
    }
}
