package org.hospitalviewer.appliance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the appliance in its home folder, or says in one sentence why it cannot. */
public final class Launcher {

    private static final String GIVE_KEY = "Put the key of the encrypted files, as the Sync page shows it, into the "
            + "environment as VIEWER_SYNC_KEY, or into a file and name that with --key-file.";
    private static final String CONFIG_TEMPLATE = "/portable-config/application.properties";

    /**
     * Held for the life of the process, after the database has stopped too, and freed by the operating system. A field,
     * because a lock that nobody refers to is closed by the garbage collector.
     */
    private static HomeLock lock;

    private final CommandLine commandLine;
    private final Home home;

    private Launcher(CommandLine commandLine) {
        this.commandLine = commandLine;
        this.home = new Home(commandLine.home());
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
            } else if (commandLine.decrypt() != null) {
                return new Launcher(commandLine).decrypt(upkeep);
            } else if (!commandLine.job().isEmpty()) {
                return new Launcher(commandLine).work(upkeep);
            } else {
                new Launcher(commandLine).start(application);
            }
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (RuntimeException e) {
            StartProblem problem = StartProblem.in(e);
            Terminal.complain(problem != null ? problem.getMessage()
                    : "The appliance cannot start; the reason is at the end of logs/viewer.log in the home folder.");
            return 1;
        }
    }

    private int decrypt(Class<?> upkeep) {
        FileKey key = key(upkeep);
        try {
            return new DecryptCommand(key, Terminal::say).run(commandLine.decrypt());
        } catch (IOException e) {
            throw new StartProblem("The files of " + commandLine.decrypt() + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Without any home folder, which may be lost, unless one is named and nothing else gives the key. */
    private FileKey key(Class<?> upkeep) {
        String given = System.getenv().getOrDefault("VIEWER_SYNC_KEY", "");
        try {
            if (commandLine.keyFile() != null) {
                return FileKey.parse(Files.readString(commandLine.keyFile(), StandardCharsets.US_ASCII));
            }
            return given.isBlank() && commandLine.homeGiven() ? keyOfHome(upkeep) : FileKey.parse(given);
        } catch (IOException e) {
            throw new StartProblem("The key file " + commandLine.keyFile() + " cannot be read: " + e.getMessage() + ".", e);
        } catch (IllegalArgumentException e) {
            throw new StartProblem(GIVE_KEY, e);
        }
    }

    private FileKey keyOfHome(Class<?> upkeep) {
        if (!Files.exists(home.settingsFile())) {
            throw new StartProblem("The folder " + home.root() + " is no home folder of an appliance. " + GIVE_KEY);
        }
        SpringApplication application = prepare(upkeep);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        try (ConfigurableApplicationContext context = application.run(arguments())) {
            return FileKey.parse(context.getBean(Secrets.class).get(FileKey.SECRET).orElseThrow(() -> new StartProblem(
                    "The appliance in " + home.root() + " never encrypted files and has no key for them. " + GIVE_KEY)));
        } catch (SecretUnreadableException e) {
            throw new StartProblem(e.getMessage(), e);
        }
    }

    private void start(Class<?> applicationClass) {
        SpringApplication application = prepare(applicationClass);
        application.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>) event ->
                Ports.requireFree(event.getEnvironment()));
        application.addListeners((ApplicationListener<ApplicationReadyEvent>) event ->
                ready(event.getApplicationContext()));
        application.run(arguments());
    }

    private SpringApplication prepare(Class<?> applicationClass) {
        home.create();
        lock = HomeLock.acquire(home);
        DiskRoom.requireForStart(home);
        fillConfig();
        SpringApplication application = new SpringApplication(applicationClass);
        application.setLogStartupInfo(false);
        return application;
    }

    private int work(Class<?> upkeep) throws InterruptedException {
        SpringApplication application = prepare(upkeep);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        try (ConfigurableApplicationContext context = application.run(arguments())) {
            JobKind job = context.getBean(commandLine.job(), JobKind.class);
            return context.getBean(JobOnTerminal.class).run(job, Terminal::say);
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

    private void ready(ConfigurableApplicationContext context) {
        boolean https = context.getEnvironment().getProperty("viewer.https", Boolean.class, false);
        String address = (https ? "https" : "http") + "://localhost:"
                + context.getEnvironment().getProperty("local.server.port") + "/";
        StringBuilder line = new StringBuilder("Hospital DICOM Viewer Pro is ready: " + address);
        context.getBeanProvider(NetworkService.class).forEach(service -> line.append("  ").append(service.address()));
        Terminal.say(line + "  (Ctrl-C stops)");
        context.getBeanProvider(FirstStep.class).forEach(step -> step.sentence(address).ifPresent(Terminal::say));
        if (commandLine.openBrowser()) {
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
