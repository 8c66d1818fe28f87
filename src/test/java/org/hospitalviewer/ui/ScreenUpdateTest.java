package org.hospitalviewer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.shared.communication.PushMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changes by itself reaches its browser, whatever else happens in the same session. */
class ScreenUpdateTest {

    private final Lock lock = new ReentrantLock();
    private final List<UI> screens = new ArrayList<>();
    private final VaadinSession session = new VaadinSession(new VaadinServletService(null, null) {
        @Override
        public boolean ensurePushAvailable() {
            return true;
        }
    }) {
        @Override
        public Lock getLockInstance() {
            return lock;
        }

        @Override
        public Collection<UI> getUIs() {
            return List.copyOf(screens);
        }
    };
    private final UI list = new UI();
    private final Browser browser = new Browser(list);

    @BeforeEach
    void openTheList() {
        session.lock();
        session.setErrorHandler(event -> {
            throw new AssertionError(event.getThrowable());
        });
        show(list, browser);
        session.unlock();
        browser.arrived.clear();
    }

    private void show(UI screen, PushConnection browser) {
        screen.getInternals().setSession(session);
        screen.getPushConfiguration().setPushMode(PushMode.AUTOMATIC);
        screen.getInternals().setPushConnection(browser);
        screens.add(screen);
    }

    @AfterEach
    void forgetTheSession() {
        UI.setCurrent(null);
        VaadinSession.setCurrent(null);
    }

    @Test
    void aChangeArrivesAtOnce() {
        assertThat(ScreenUpdate.of(list, () -> list.addClassName("changed"))).isTrue();
        assertThat(browser.arrived).containsExactly(Set.of("changed"));
    }

    @Test
    void aChangeThatComesWhileAnotherScreenIsServedArrivesToo() {
        UI other = new UI() {
            private boolean served;

            @Override
            public void push() {
                if (!served) {
                    served = true;
                    Thread.ofVirtual().start(() -> ScreenUpdate.of(list, () -> list.addClassName("changed")));
                    awaitThatItWaits();
                }
                super.push();
            }
        };
        session.lock();
        show(other, new Browser(other));
        session.unlock();
        assertThat(browser.arrived).containsExactly(Set.of("changed"));
    }

    /** The session is locked by whoever serves a screen: the change stands in its queue. */
    private void awaitThatItWaits() {
        while (session.getPendingAccessQueue().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aClosedScreenIsTold() {
        session.lock();
        list.getInternals().setSession(null);
        session.unlock();
        assertThat(ScreenUpdate.of(list, () -> list.addClassName("changed"))).isFalse();
    }

    /** Notes which changes a screen had when it was sent. */
    private static final class Browser implements PushConnection {

        private final UI screen;
        private final List<Set<String>> arrived = new ArrayList<>();

        private Browser(UI screen) {
            this.screen = screen;
        }

        @Override
        public void push() {
            screen.getInternals().getStateTree().collectChanges(_ -> { });
            screen.getInternals().dumpPendingJavaScriptInvocations();
            arrived.add(Set.copyOf(screen.getClassNames()));
        }

        @Override
        public void disconnect() { }

        @Override
        public boolean isConnected() {
            return true;
        }
    }
}
