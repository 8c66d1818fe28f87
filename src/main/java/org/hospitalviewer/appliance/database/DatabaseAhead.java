package org.hospitalviewer.appliance.database;

import static org.springframework.context.event.GenericApplicationListener.forEventType;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.StartProblem;
import org.hospitalviewer.appliance.ViewerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The embedded database starts beside the program instead of when it is first asked for: each takes seconds. */
public final class DatabaseAhead {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAhead.class);

    private final FutureTask<EmbeddedMariaDb> start;
    private boolean left;

    private DatabaseAhead(Home home, Consumer<String> tell) {
        start = new FutureTask<>(() -> EmbeddedMariaDb.start(home, tell));
    }

    /**
     * From the moment when the program knows its settings, unless these name another database.
     *
     * @param tell takes what the person at the terminal has to know
     */
    public static void with(SpringApplication program, Home home, Consumer<String> tell) {
        program.addInitializers(context -> {
            Environment settings = context.getEnvironment();
            // Wrong settings are told at once, and not after a database was made beside.
            Binder.get(settings).bindOrCreate("viewer", ViewerSettings.class);
            if (settings.getProperty("spring.datasource.url", "").isBlank()) {
                new DatabaseAhead(home, tell).begin(context);
            }
        });
    }

    private void begin(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("databaseAhead", this);
        context.addApplicationListener(forEventType(ApplicationFailedEvent.class, _ -> leave()));
        Runtime.getRuntime().addShutdownHook(new Thread(this::leave, "database-unused"));
        Thread.ofPlatform().name("database-start").daemon(true).start(start);
    }

    /**
     * Waits until it is up; it is the caller's from now on. Whoever is interrupted meanwhile has not taken it.
     *
     * @throws StartProblem with the reason when it does not come up
     */
    synchronized EmbeddedMariaDb take() {
        if (left) {
            throw new StartProblem("The program is being stopped.");
        }
        EmbeddedMariaDb database = started();
        left = true;
        return database;
    }

    private EmbeddedMariaDb started() {
        try {
            return start.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StartProblem problem ? problem : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartProblem("Interrupted while the database was starting.", e);
        }
    }

    /** A server that nobody took is stopped: the program ended before it came to that. */
    private synchronized void leave() {
        if (left) {
            return;
        }
        try {
            take().close();
        } catch (StartProblem | IllegalStateException e) {
            LOG.debug("There is no server to be stopped", e);
        }
    }
}
