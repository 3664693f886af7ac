package tacit.bench;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends traces as exporters do: batches in protobuf over several connections, each after the answer to the last. */
final class OtlpLoad {

    private final URI address;
    private long seed = 1;

    OtlpLoad(int port) {
        address = URI.create("http://127.0.0.1:" + port + "/v1/traces");
    }

    /** Sends that many traces and waits for every answer. */
    LoadFigures send(int traces, int tracesPerRequest, int connections) throws Exception {
        List<ExportTraceServiceRequest> requests = requests(traces, tracesPerRequest);
        long[] nanos = new long[requests.size()];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger errors = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        long begin = System.nanoTime();
        try {
            List<Future<?>> senders = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                senders.add(pool.submit(() -> {
                    sendAll(requests, nanos, next, errors);
                    return null;
                }));
            }
            for (Future<?> sender : senders) {
                sender.get();
            }
        } finally {
            pool.shutdown();
        }
        long elapsed = System.nanoTime() - begin;
        long spans = requests.stream().mapToLong(OtlpLoad::spans).sum();
        return new LoadFigures(spans, errors.get(), elapsed, new LoadFigures.Latencies(nanos));
    }

    private List<ExportTraceServiceRequest> requests(int traces, int tracesPerRequest) {
        SampleTraces samples = new SampleTraces(seed++);
        List<ExportTraceServiceRequest> requests = new ArrayList<>();
        for (int sent = 0; sent < traces; sent += tracesPerRequest) {
            requests.add(samples.request(Math.min(tracesPerRequest, traces - sent)));
        }
        return requests;
    }

    private void sendAll(
            List<ExportTraceServiceRequest> requests, long[] nanos, AtomicInteger next, AtomicInteger errors)
            throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
            long begin = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/x-protobuf")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(
                                    requests.get(i).toByteArray()))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            nanos[i] = System.nanoTime() - begin;
            if (answer.statusCode() != 200 || rejected(answer.body()) > 0) {
                errors.incrementAndGet();
            }
        }
    }

    private static long rejected(byte[] body) throws IOException {
        return ExportTraceServiceResponse.parseFrom(body).getPartialSuccess().getRejectedSpans();
    }

    private static long spans(ExportTraceServiceRequest request) {
        return request.getResourceSpans(0).getScopeSpans(0).getSpansCount();
    }
}
