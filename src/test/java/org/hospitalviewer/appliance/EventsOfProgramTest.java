package org.hospitalviewer.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

class EventsOfProgramTest {

    static final class Followers {

        private final List<String> done = new ArrayList<>();

        @EventListener(ApplicationReadyEvent.class)
        @Order(1)
        void needsTheDatabase() {
            throw new IllegalStateException("no database");
        }

        @EventListener(ApplicationReadyEvent.class)
        @Order(2)
        void needsNothing() {
            done.add("followed");
        }

        @EventListener(ApplicationStartedEvent.class)
        void refuse() {
            throw new IllegalStateException("not like this");
        }
    }

    private final AnnotationConfigApplicationContext program =
            new AnnotationConfigApplicationContext(EventsOfProgram.class, Followers.class);
    private final SpringApplication application = new SpringApplication();

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void aServingProgramGoesOnWithoutWhatFailsAfterItsStart() {
        program.publishEvent(new ApplicationReadyEvent(application, new String[0], program, Duration.ZERO));
        assertThat(program.getBean(Followers.class).done).containsExactly("followed");
    }

    @Test
    void everyOtherFailureIsToldToWhoeverCausedIt() {
        assertThatIllegalStateException().isThrownBy(() -> program.publishEvent(
                new ApplicationStartedEvent(application, new String[0], program, Duration.ZERO))).withMessage("not like this");
    }
}
