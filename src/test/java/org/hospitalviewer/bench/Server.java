package org.hospitalviewer.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A web server under measurement.
 *
 * @param root          such as {@code http://127.0.0.1:8042/dicom-web}
 * @param authorization value of the header, empty for none
 */
record Server(String name, String root, String authorization) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS = 1e9;
    /** An appliance runs for weeks; a program that was just started shows what its compiler does. */
    private static final int WARM_CALLS = 300;
    static final long WARM_NANOS = 5_000_000_000L;
    private static final int FEWEST = 5;
    private static final long MOST_NANOS = 20_000_000_000L;

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private byte[] get(HttpClient client, String path, String accept) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path)).header("Accept", accept);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(name + " answered " + answer.statusCode() + " to " + path);
        }
        return answer.body();
    }

    /** One request after the other over one connection, warm. */
    Times times(String path, String accept, int calls) throws IOException, InterruptedException {
        try (HttpClient client = client()) {
            long warm = System.nanoTime() + WARM_NANOS;
            for (int i = 0; i < WARM_CALLS && System.nanoTime() < warm; i++) {
                get(client, path, accept);
            }
            List<Double> millis = new ArrayList<>();
            long end = System.nanoTime() + MOST_NANOS;
            while (millis.size() < calls && (millis.size() < FEWEST || System.nanoTime() < end)) {
                long begin = System.nanoTime();
                get(client, path, accept);
                millis.add((System.nanoTime() - begin) / NANOS_PER_MILLI);
            }
            return new Times(millis);
        }
    }

    /** All paths once over several connections. */
    Load load(List<String> paths, String accept, int connections) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        List<Load> loads = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Load>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(() -> work(paths, accept, next)));
            }
            for (Future<Load> load : running) {
                loads.add(load.get());
            }
        }
        return Load.together(loads, (System.nanoTime() - begin) / NANOS);
    }

    /** The same for some seconds, at least once. */
    void warmUp(List<String> paths, String accept, int connections) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + WARM_NANOS;
        do {
            load(paths, accept, connections);
        } while (System.nanoTime() < end);
    }

    private Load work(List<String> paths, String accept, AtomicInteger next) throws IOException, InterruptedException {
        long bytes = 0;
        List<Double> millis = new ArrayList<>();
        try (HttpClient client = client()) {
            for (int i = next.getAndIncrement(); i < paths.size(); i = next.getAndIncrement()) {
                long begin = System.nanoTime();
                bytes += get(client, paths.get(i), accept).length;
                millis.add((System.nanoTime() - begin) / NANOS_PER_MILLI);
            }
        }
        return new Load(bytes, 0, new Times(millis));
    }

    /** Times of single requests. */
    record Times(List<Double> millis) {

        Times {
            millis = millis.stream().sorted().toList();
        }

        double median() {
            return at(0.5);
        }

        double p95() {
            return at(0.95);
        }

        private double at(double part) {
            return millis.get(Math.min(millis.size() - 1, (int) (part * millis.size())));
        }
    }

    /** What came over several connections. */
    record Load(long bytes, double seconds, Times times) {

        static Load together(List<Load> loads, double seconds) {
            return new Load(loads.stream().mapToLong(Load::bytes).sum(), seconds,
                    new Times(loads.stream().flatMap(load -> load.times().millis().stream()).toList()));
        }

        double perSecond() {
            return times.millis().size() / seconds;
        }

        double megabytesPerSecond() {
            return bytes / 1e6 / seconds;
        }
    }
}
