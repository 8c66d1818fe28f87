package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.hospitalviewer.appliance.RemoteSettings;
import org.hospitalviewer.archive.ArchiveUnavailableException;
import org.hospitalviewer.archive.ArchiveUnavailableException.Reason;

/** HTTP to the other server: address and login as they are set now, so many requests at once and no more. */
final class RemoteConnection implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    /** Until an answer begins; a large search takes an Orthanc some seconds. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    private static final Duration QUEUE_LIMIT = Duration.ofSeconds(30);
    private static final int MAX_REQUESTS_AT_ONCE = 24;

    private final Supplier<RemoteSettings> settings;
    private final Supplier<String> password;
    private final Duration stallLimit;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService guard = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("remote-archive-guard").factory());
    private final Set<GuardedBody> bodies = ConcurrentHashMap.newKeySet();
    private final Semaphore requests = new Semaphore(MAX_REQUESTS_AT_ONCE, true);
    private final HttpClient http;

    /** @param tls whom to trust */
    RemoteConnection(Supplier<RemoteSettings> settings, Supplier<String> password, SSLContext tls,
                     Duration stallLimit) {
        this.settings = settings;
        this.password = password;
        this.stallLimit = stallLimit;
        // Redirects are never followed: the login would go to whoever is named there.
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_LIMIT)
                .followRedirects(HttpClient.Redirect.NEVER).sslContext(tls).executor(threads).build();
        guard.scheduleWithFixedDelay(() -> bodies.forEach(GuardedBody::check), 1, 1, TimeUnit.SECONDS);
    }

    /** Identifies server and login: another value means that nothing known of the archive holds any more. */
    String identity() {
        RemoteSettings now = settings.get();
        return String.join("\n", now.url(), now.login().name(), now.user(), password.get());
    }

    RemoteSettings settings() {
        return settings.get();
    }

    String password() {
        return password.get();
    }

    /** Root of the DICOMweb services, without a slash at its end. */
    String root() {
        String url = settings.get().url();
        if (url.isBlank()) {
            throw new ArchiveUnavailableException(Reason.NOT_SET_UP,
                    "The address of the archive is not set. The administrator enters it under Settings.");
        }
        return url.strip().replaceFirst("/+$", "");
    }

    /**
     * Asks for something below the root of the DICOMweb services.
     *
     * @param path  with its query, escaped
     * @param whole how long the whole answer may take; null for any time as long as it goes on
     */
    Answer get(String path, String accept, Duration whole) {
        return send(request(root() + path).header("Accept", accept).GET(), whole);
    }

    /** Asks for something of the server itself, beside its DICOMweb services. */
    Answer getBeside(String path, Duration whole) {
        return send(request(beside(path)).GET(), whole);
    }

    /** Posts JSON to the server itself, beside its DICOMweb services. */
    Answer postBeside(String path, String json, Duration whole) {
        return send(request(beside(path)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)), whole);
    }

    /** Asks without any login. */
    Answer getAsStranger(String path, Duration whole) {
        return send(HttpRequest.newBuilder(URI.create(root() + path)).timeout(ANSWER_LIMIT), whole);
    }

    private String beside(String path) {
        return root().replaceFirst("/[^/]*$", "") + path;
    }

    /** A request that stores an object, to be filled. */
    StowBody newStowBody() {
        return new StowBody(threads);
    }

    /** Begins to post; the body may go on being made meanwhile. */
    CompletableFuture<HttpResponse<InputStream>> post(String path, String contentType, String accept,
                                                      BodyPublisher body) {
        return http.sendAsync(authorized(HttpRequest.newBuilder(URI.create(root() + path)))
                .header("Content-Type", contentType).header("Accept", accept).POST(body).build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder request(String uri) {
        try {
            return authorized(HttpRequest.newBuilder(URI.create(uri)).timeout(ANSWER_LIMIT));
        } catch (IllegalArgumentException e) {
            throw new ArchiveUnavailableException(Reason.NOT_SET_UP, "The address of the archive is no web address.", e);
        }
    }

    private HttpRequest.Builder authorized(HttpRequest.Builder request) {
        RemoteSettings now = settings.get();
        return switch (now.login()) {
            case NONE -> request;
            case BASIC -> now.user().isEmpty() ? request : request.header("Authorization", "Basic "
                    + Base64.getEncoder().encodeToString((now.user() + ":" + password.get())
                    .getBytes(StandardCharsets.UTF_8)));
            case BEARER -> request.header("Authorization", "Bearer " + password.get());
        };
    }

    private Answer send(HttpRequest.Builder request, Duration whole) {
        takeTurn();
        boolean answered = false;
        try {
            HttpResponse<InputStream> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            Answer answer = new Answer(response.statusCode(), response.headers(), guarded(response.body(), whole));
            answered = true;
            return requireLogin(answer);
        } catch (IOException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveUnavailableException(Reason.UNREACHABLE, "Interrupted while asking the archive.", e);
        } finally {
            if (!answered) {
                requests.release();
            }
        }
    }

    private void takeTurn() {
        try {
            if (!requests.tryAcquire(QUEUE_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new ArchiveUnavailableException(Reason.UNREACHABLE, "The archive is too slow for all who ask it.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveUnavailableException(Reason.UNREACHABLE, "Interrupted while asking the archive.", e);
        }
    }

    private InputStream guarded(InputStream body, Duration whole) {
        GuardedBody[] guarded = new GuardedBody[1];
        guarded[0] = new GuardedBody(body, whole, stallLimit, () -> {
            bodies.remove(guarded[0]);
            requests.release();
        });
        bodies.add(guarded[0]);
        return guarded[0];
    }

    private static Answer requireLogin(Answer answer) throws IOException {
        if (answer.status() == 401 || answer.status() == 403) {
            answer.close();
            throw loginRefused();
        }
        return answer;
    }

    static ArchiveUnavailableException loginRefused() {
        return new ArchiveUnavailableException(Reason.LOGIN_REFUSED,
                "The archive does not accept the user name and password of this appliance.");
    }

    /** A sentence for what went wrong; nothing in it comes from the other server. */
    static ArchiveUnavailableException unavailable(IOException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !isTelling(cause)) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case MalformedAnswerException _ -> new ArchiveUnavailableException(Reason.MALFORMED,
                    "The archive answers something that makes no sense.", failure);
            case SSLException _ -> new ArchiveUnavailableException(Reason.NOT_TRUSTED,
                    "The encryption with the archive fails: its certificate is not trusted, or it speaks none.",
                    failure);
            case ConnectException refused when refused.getCause() instanceof UnresolvedAddressException -> new ArchiveUnavailableException(Reason.UNREACHABLE,
                    "The computer of the archive is not known in the network.", failure);
            case HttpTimeoutException _ -> new ArchiveUnavailableException(Reason.UNREACHABLE,
                    "The archive does not answer in time.", failure);
            case ConnectException _ -> new ArchiveUnavailableException(Reason.UNREACHABLE,
                    "The archive cannot be reached.", failure);
            default -> new ArchiveUnavailableException(Reason.UNREACHABLE,
                    "The connection to the archive breaks.", failure);
        };
    }

    private static boolean isTelling(Throwable cause) {
        return cause instanceof MalformedAnswerException || cause instanceof SSLException
                || cause instanceof HttpTimeoutException || cause instanceof ConnectException;
    }

    /** The failure that a status stands for. */
    static ArchiveUnavailableException failing(int status) {
        return new ArchiveUnavailableException(Reason.FAILING, "The archive answers with the error " + status + ".");
    }

    @Override
    public void close() {
        guard.shutdownNow();
        http.shutdownNow();
        threads.shutdownNow();
    }
}
