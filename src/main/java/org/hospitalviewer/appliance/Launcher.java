package org.hospitalviewer.appliance;

import static org.springframework.context.event.GenericApplicationListener.forEventType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.hospitalviewer.appliance.database.DatabaseAhead;
import org.hospitalviewer.appliance.database.StateExchange;
import org.hospitalviewer.appliance.job.JobKind;
import org.hospitalviewer.appliance.job.JobOnTerminal;
import org.hospitalviewer.appliance.secret.SecretUnreadableException;
import org.hospitalviewer.appliance.secret.Secrets;
import org.hospitalviewer.sync.crypt.DecryptCommand;
import org.hospitalviewer.sync.crypt.FileKey;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Starts the appliance in its home folder, or says in one sentence why it cannot. */
public final class Launcher {

    private static final String GIVE_KEY = "Put the key of the encrypted files, as the Sync page shows it, into the "
            + "environment as VIEWER_SYNC_KEY, or into a file and name that with --key-file.";
    /** For the answer that is under way to the browser. */
    private static final Duration MOMENT = Duration.ofMillis(700);
    private static final String CONFIG_TEMPLATE = "/portable-config/application.properties";

    /**
     * Held for the life of the process, after the database has stopped too, and freed by the operating system. A field,
     * because a lock that nobody refers to is closed by the garbage collector.
     */
    private static HomeLock lock;

    /** Whoever serves now or is about to; null while nobody does. */
    private static volatile Launcher serving;

    private final CommandLine commandLine;
    private final Home home;
    private final Class<?> application;
    private final Class<?> upkeep;
    private ConfigurableApplicationContext context;
    private boolean browserIsOpen;

    private Launcher(CommandLine commandLine, Class<?> application, Class<?> upkeep) {
        this.commandLine = commandLine;
        this.home = new Home(commandLine.home());
        this.application = application;
        this.upkeep = upkeep;
    }

    static Launcher serving() {
        return serving;
    }

    /**
     * Starts the program, which then goes on in its own threads until it is stopped; or runs one job to its end.
     *
     * @param application the whole program
     * @param upkeep      the part of it that jobs need
     * @return exit code, 0 when it started or when the job found nothing wrong
     */
    public static int launch(Class<?> application, Class<?> upkeep, String[] args) {
        try {
            CommandLine commandLine = CommandLine.parse(args);
            if (commandLine.help()) {
                Terminal.say(CommandLine.USAGE);
            } else if (commandLine.stop()) {
                return new RunningAppliance(new Home(commandLine.home())).stop();
            } else if (commandLine.decrypt() != null) {
                return new Launcher(commandLine, application, upkeep).decrypt();
            } else if (!commandLine.job().isEmpty()) {
                return new Launcher(commandLine, application, upkeep).work(Terminal::say);
            } else {
                new Launcher(commandLine, application, upkeep).startOrShow();
            }
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (RuntimeException e) {
            complain(e);
            return 1;
        }
    }

    /** On the terminal, and in a browser that waits for the screens. */
    private static void complain(RuntimeException failure) {
        Terminal.complain(sentence(failure));
        GettingReadyPage.tellFailure(sentence(failure));
    }

    private static String sentence(RuntimeException failure) {
        StartProblem problem = StartProblem.in(failure);
        return problem != null ? problem.getMessage()
                : "The appliance cannot start; the reason is at the end of logs/viewer.log in the home folder.";
    }

    private int decrypt() {
        FileKey key = key();
        try {
            return new DecryptCommand(key, Terminal::say).run(commandLine.decrypt());
        } catch (IOException e) {
            throw new StartProblem("The files of " + commandLine.decrypt() + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Without any home folder, which may be lost, unless one is named and nothing else gives the key. */
    private FileKey key() {
        String given = System.getenv().getOrDefault("VIEWER_SYNC_KEY", "");
        try {
            if (commandLine.keyFile() != null) {
                return FileKey.parse(Files.readString(commandLine.keyFile(), StandardCharsets.US_ASCII));
            }
            return given.isBlank() && commandLine.homeGiven() ? keyOfHome() : FileKey.parse(given);
        } catch (IOException e) {
            throw new StartProblem("The key file " + commandLine.keyFile() + " cannot be read: " + e.getMessage() + ".", e);
        } catch (IllegalArgumentException e) {
            throw new StartProblem(GIVE_KEY, e);
        }
    }

    private FileKey keyOfHome() {
        if (!Files.exists(home.settingsFile())) {
            throw new StartProblem("The folder " + home.root() + " is no home folder of an appliance. " + GIVE_KEY);
        }
        try (ConfigurableApplicationContext working = upkeep().run(arguments())) {
            return FileKey.parse(working.getBean(Secrets.class).get(FileKey.SECRET).orElseThrow(() -> new StartProblem(
                    "The appliance in " + home.root() + " never encrypted files and has no key for them. " + GIVE_KEY)));
        } catch (SecretUnreadableException e) {
            throw new StartProblem(e.getMessage(), e);
        }
    }

    /** A second double click is no second start. */
    private void startOrShow() {
        try {
            start(commandLine.openBrowser());
        } catch (HomeLock.InUse e) {
            if (!commandLine.openBrowser() || !new RunningAppliance(home).show()) {
                throw e;
            }
        }
    }

    /** Pages are served before the start is complete: whoever asks for a new start in between waits for its end. */
    private synchronized void start(boolean openBrowser) {
        SpringApplication program = prepare(application);
        program.addListeners(forEventType(ApplicationEnvironmentPreparedEvent.class, event ->
                beforeAnything(event.getEnvironment(), openBrowser)));
        program.addListeners(forEventType(ApplicationReadyEvent.class, event ->
                ready(event.getApplicationContext(), openBrowser)));
        DatabaseAhead.with(program, home, Terminal::say);
        serving = this;
        try {
            context = program.run(arguments());
        } catch (RuntimeException e) {
            serving = null;
            throw e;
        }
    }

    /** Who double-clicked, or waits for a restore, sees at once that something is coming. */
    private void beforeAnything(ConfigurableEnvironment settings, boolean openBrowser) {
        boolean somebodyWaits = GettingReadyPage.closeShown();
        Ports.requireFree(settings);
        if ((openBrowser || somebodyWaits) && hasPageOfStart(settings)) {
            int port = Ports.http(settings);
            boolean shown = GettingReadyPage.open(ViewerSettings.httpAddress(settings.getProperty("viewer.bind", "")), port,
                    () -> GettingReadyPage.STARTING) != null;
            if (openBrowser && shown) {
                String address = ScreenAddress.of(settings, port);
                new RunningAppliance(home).answersAt(address);
                Browser.open(address);
                browserIsOpen = true;
            }
        }
    }

    /** Not on a port that is not known yet, nor on one where a page without encryption would lead nowhere afterwards. */
    private static boolean hasPageOfStart(ConfigurableEnvironment settings) {
        return Ports.http(settings) > 0 && !ScreenAddress.isHttps(settings);
    }

    private SpringApplication prepare(Class<?> applicationClass) {
        home.create();
        if (lock == null) {
            lock = HomeLock.acquire(home);
            new RunningAppliance(home).begin();
        }
        DiskRoom.requireForStart(home);
        finishExchange();
        fillConfig();
        SpringApplication application = new SpringApplication(applicationClass);
        application.setLogStartupInfo(false);
        return application;
    }

    /** A restore that was decided is completed before anything reads what it exchanges. */
    private void finishExchange() {
        try {
            new StateExchange(home).finish();
        } catch (IOException e) {
            throw new StartProblem("A restore that was under way cannot be completed: " + e.getMessage()
                    + ". Free some room on the disk, make the home folder writable, and start again.", e);
        }
    }

    private SpringApplication upkeep() {
        SpringApplication program = prepare(upkeep);
        program.setWebApplicationType(WebApplicationType.NONE);
        program.setLazyInitialization(true);
        return program;
    }

    private int work(Consumer<String> out) throws InterruptedException {
        try (ConfigurableApplicationContext working = upkeep().run(arguments())) {
            JobKind job = working.getBean(commandLine.job(), JobKind.class);
            return working.getBean(JobOnTerminal.class).run(job, out);
        }
    }

    /** A thread of its own, which keeps the process alive while nothing serves. */
    synchronized void relaunch(String job, Map<String, String> settings) {
        if (serving != this) {
            throw new IllegalStateException("The program is being stopped already.");
        }
        serving = null;
        Thread.ofPlatform().name("relaunch").daemon(false).start(() -> {
            LockSupport.parkNanos(MOMENT.toNanos());
            try {
                workBetween(new Launcher(commandLine.with(job, settings), application, upkeep));
                startAgain();
            } catch (RuntimeException e) {
                complain(e);
                System.exit(1);
            }
        });
    }

    private void workBetween(Launcher worker) {
        String address = context.getBean(ViewerSettings.class).httpAddress();
        int port = context.getEnvironment().getProperty("local.server.port", Integer.class, 0);
        context.close();
        AtomicReference<String> line = new AtomicReference<>("The backup is being restored.");
        GettingReadyPage.open(address, port, line::get);
        try {
            worker.work(told -> {
                line.set(told);
                Terminal.say(told);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Whatever it was, the state before is untouched and serves again.
            Terminal.complain(sentence(e));
        }
    }

    /** With what the job left; if that does not start, with what was there before. */
    private void startAgain() {
        try {
            start(false);
        } catch (RuntimeException e) {
            StateExchange exchange = new StateExchange(home);
            if (!exchange.awaitsFirstStart()) {
                throw e;
            }
            Terminal.complain("The restored state does not start (" + sentence(e) + "); the state before it is put back.");
            try {
                exchange.undo();
                RestoreOutcome.write(home, new RestoreOutcome(Instant.now(), false, "The restored state did not start: "
                        + sentence(e) + " What was there before was put back."));
            } catch (IOException failure) {
                throw new StartProblem("The state before the restore cannot be put back: " + failure.getMessage() + ".",
                        failure);
            }
            start(false);
        }
    }

    private String[] arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("--viewer.home=" + home.root());
        arguments.add("--spring.config.additional-location=optional:" + home.settingsFile().toUri()
                + "[encoding=utf-8]");
        arguments.add("--viewer.command=" + commandLine.job());
        commandLine.settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments.toArray(String[]::new);
    }

    private void ready(ConfigurableApplicationContext context, boolean openBrowser) {
        ConfigurableEnvironment settings = context.getEnvironment();
        String address = ScreenAddress.of(settings, settings.getProperty("local.server.port", Integer.class, 0));
        new RunningAppliance(home).answersAt(address);
        StringBuilder line = new StringBuilder("Hospital DICOM Viewer Pro is ready: " + address);
        context.getBeanProvider(NetworkService.class).forEach(service -> line.append("  ").append(service.address()));
        Terminal.say(line + "  (Ctrl-C stops)");
        context.getBeanProvider(FirstStep.class).forEach(step -> step.sentence(address).ifPresent(Terminal::say));
        if (openBrowser && !browserIsOpen) {
            Browser.open(address);
        }
    }

    private void fillConfig() {
        Path file = home.settingsFile();
        if (Files.exists(file)) {
            return;
        }
        try (InputStream template = Launcher.class.getResourceAsStream(CONFIG_TEMPLATE)) {
            Files.copy(template, file);
        } catch (IOException e) {
            throw new StartProblem("The file " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }
}
