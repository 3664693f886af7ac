package tacit.bench.models;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.bench.Bench;
import tacit.bench.Folders;
import tacit.bench.Options;

/** Asks a model directly, through the proxy, and through the proxy with a context, one after the other. */
public final class ModelProxyBench implements Bench {

    private static final double BAR_MILLIS = 5;

    /** One of the ways to the model. */
    private record Way(URI address, String token, String context, List<Double> millis) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public String name() {
        return "model-proxy";
    }

    @Override
    public String usage() {
        return "model-proxy [--calls 1000] [--warm 500] [--memories 2000] [--json]    what the proxy before models adds to a request,"
                + " with a context and without";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws IOException, InterruptedException {
        Options options = new Options(arguments, List.of("--calls", "--warm", "--memories"), List.of());
        int memories = options.number("--memories", 2_000);
        Path data = Files.createTempDirectory("tacit-model-proxy");
        try (StandInModel model = new StandInModel();
                ProxiedHost host = ProxiedHost.start(data, model.address())) {
            host.remember(memories);
            rounds(ways(model, host), options.number("--warm", 500), memories);
            long before = model.contexts();
            List<Way> ways = ways(model, host);
            int calls = options.number("--calls", 1_000);
            rounds(ways, calls, memories);
            return figures(ways, calls, memories, model.contexts() - before);
        } finally {
            Folders.delete(data);
        }
    }

    private static List<Way> ways(StandInModel model, ProxiedHost host) {
        URI direct = URI.create(model.address() + "/chat/completions");
        URI proxied = URI.create(host.address() + "/chat/completions");
        return List.of(
                new Way(direct, "none", "off", new ArrayList<>()),
                new Way(proxied, host.token(), "off", new ArrayList<>()),
                new Way(proxied, host.token(), "on", new ArrayList<>()));
    }

    /** Each round asks by each way, each time by another one first. */
    private void rounds(List<Way> ways, int rounds, int memories) throws IOException, InterruptedException {
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < ways.size(); i++) {
                Way way = ways.get((round + i) % ways.size());
                way.millis().add(asked(way, Memories.prompt(round % memories)));
            }
        }
    }

    private double asked(Way way, String prompt) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(way.address())
                .header("Authorization", "Bearer " + way.token())
                .header("Content-Type", "application/json")
                .header("x-tacit-subject", "bench")
                .header("x-tacit-context", way.context())
                .POST(BodyPublishers.ofString(prompt))
                .build();
        long begin = System.nanoTime();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        double millis = (System.nanoTime() - begin) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Cannot ask the model: " + answer.statusCode() + " " + answer.body());
        }
        return millis;
    }

    private static Map<String, Object> figures(List<Way> ways, int calls, int memories, long contexts) {
        List<Double> direct = ways.get(0).millis();
        List<Double> plain = added(direct, ways.get(1).millis());
        List<Double> given = added(direct, ways.get(2).millis());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("calls", calls);
        figures.put("memories", memories);
        figures.put("contexts", contexts);
        figures.put("directMs", percentiles(direct));
        figures.put("proxyMs", percentiles(ways.get(1).millis()));
        figures.put("proxyWithContextMs", percentiles(ways.get(2).millis()));
        figures.put("addedMs", percentiles(plain));
        figures.put("addedWithContextMs", percentiles(given));
        figures.put("barMs", BAR_MILLIS);
        figures.put("underBar", at(plain, 0.5) < BAR_MILLIS);
        figures.put("underBarWithContext", at(given, 0.5) < BAR_MILLIS);
        return figures;
    }

    /** Round by round, so that what slows a round down counts on both sides. */
    static List<Double> added(List<Double> direct, List<Double> proxied) {
        List<Double> added = new ArrayList<>();
        for (int i = 0; i < direct.size(); i++) {
            added.add(proxied.get(i) - direct.get(i));
        }
        return added;
    }

    static Map<String, Object> percentiles(List<Double> millis) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("p50", at(millis, 0.50));
        figures.put("p95", at(millis, 0.95));
        figures.put("p99", at(millis, 0.99));
        return figures;
    }

    private static double at(List<Double> millis, double share) {
        List<Double> sorted = millis.stream().sorted().toList();
        int rank = Math.max(1, (int) Math.ceil(share * sorted.size()));
        return Math.round(sorted.get(rank - 1) * 100) / 100.0;
    }
}
