package tacit.bench.hooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tacit.bench.Bench;
import tacit.bench.BenchHost;
import tacit.bench.Folders;
import tacit.bench.Options;

/** Times the program that agents call for their hooks, from its start to its end, with a host and without. */
public final class HooksBench implements Bench {

    private static final int WARM_UPS = 40;
    private static final long START_SECONDS = 120;
    private static final String FACT =
            "tacit:curated --user ann --target user add 'Releases go out with make ship only'";

    @Override
    public String name() {
        return "hooks";
    }

    @Override
    public String usage() {
        return "hooks [--runs 200]: milliseconds of a hook of Claude Code as a process, beside a shell that does nothing";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        int runs = new Options(arguments, List.of("--runs"), List.of()).number("--runs", 200);
        Path folder = Files.createTempDirectory("tacit-hooks-");
        try {
            return measure(folder, runs);
        } finally {
            Folders.delete(folder);
        }
    }

    private static Map<String, Object> measure(Path folder, int runs) throws Exception {
        Path data = folder.resolve("data");
        List<Map<String, Object>> rows = new ArrayList<>();
        try (BenchHost host = BenchHost.launch(data)) {
            awaitHost(host, data);
            verb(host, data, "connect", "claude-code", "--user", "ann", "--home", folder.toString());
            verb(host, data, "shell", FACT);
            List<String> hook = hook(data);
            time(folder, hook, "prompt", WARM_UPS, HooksBench::prompt);
            rows.add(
                    time(folder, List.of("/bin/sh", "-c", ":"), "a shell that does nothing", runs, HooksBench::prompt));
            rows.add(time(folder, hook, "UserPromptSubmit", runs, HooksBench::prompt));
            rows.add(time(folder, hook, "PreToolUse", runs, run -> call(run, "PreToolUse")));
            rows.add(time(folder, hook, "PostToolUse", runs, run -> call(run, "PostToolUse")));
            host.kill();
            rows.add(time(folder, hook, "UserPromptSubmit, host killed", runs, HooksBench::prompt));
            Files.delete(data.resolve("host.json"));
            rows.add(time(folder, hook, "UserPromptSubmit, no host", runs, HooksBench::prompt));
        }
        return new LinkedHashMap<>(Map.of("hooks", rows));
    }

    /** What one run is told. */
    @FunctionalInterface
    private interface Event {

        String of(int run);
    }

    private static Map<String, Object> time(Path folder, List<String> command, String what, int runs, Event event)
            throws IOException, InterruptedException {
        Path in = folder.resolve("in");
        Path out = folder.resolve("out");
        List<Long> nanos = new ArrayList<>();
        int answered = 0;
        for (int run = 0; run < runs; run++) {
            Files.writeString(in, event.of(run));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            long begun = System.nanoTime();
            int exit = builder.start().waitFor();
            nanos.add(System.nanoTime() - begun);
            if (exit != 0) {
                throw new IllegalStateException("Cannot measure the hook: it ended with code " + exit);
            }
            answered += Files.size(out) > 0 ? 1 : 0;
        }
        Map<String, Object> row = new Times(nanos).row(what);
        row.put("answered", answered);
        return row;
    }

    private static String prompt(int run) {
        return "{\"session_id\":\"bench-" + run + "\",\"hook_event_name\":\"UserPromptSubmit\",\"cwd\":\"/w\","
                + "\"prompt\":\"How do we release the shop?\"}";
    }

    private static String call(int run, String event) {
        return "{\"session_id\":\"bench-" + run + "\",\"hook_event_name\":\"" + event + "\",\"tool_name\":\"Bash\","
                + "\"tool_use_id\":\"t" + run
                + "\",\"tool_input\":{\"command\":\"make test\"},\"tool_response\":\"ok\"}";
    }

    private static List<String> hook(Path data) {
        return List.of(data.resolve("bin/tacit-hook").toString(), "claude-code", "hooks");
    }

    private static void awaitHost(BenchHost host, Path data) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.exists(data.resolve("host.json"))) {
            if (!host.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("Cannot measure the hooks: the host did not start");
            }
            Thread.sleep(50);
        }
    }

    private static void verb(BenchHost host, Path data, String verb, String... arguments)
            throws IOException, InterruptedException {
        String list = String.join("\",\"", arguments);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + host.apiPort() + "/v1/commands/" + verb))
                .header(
                        "Authorization",
                        "Bearer "
                                + Files.readString(data.resolve("operator-token"))
                                        .strip())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"arguments\":[\"" + list + "\"],\"width\":100,\"cwd\":\"/\"}"))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        if (!answer.contains("\"exit\":0")) {
            throw new IllegalStateException("Cannot prepare the hooks: " + answer);
        }
    }
}
