package tacit.runtime.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import tacit.runtime.launcher.data.DataDirectory;
import tacit.runtime.launcher.data.DataLock;
import tacit.runtime.launcher.data.HostAddress;
import tacit.runtime.launcher.doctor.PortCheck;
import tacit.runtime.launcher.doctor.PortHolder;
import tacit.runtime.launcher.framework.Configurations;
import tacit.runtime.launcher.framework.Distribution;
import tacit.runtime.launcher.framework.Host;
import tacit.runtime.launcher.framework.Problem;

/** Starts the host in the foreground and stays until it is told to stop. */
final class Up implements Verb {

    private static final Duration GATEWAY_TIMEOUT = Duration.ofSeconds(10);
    private static final int POLL_MILLIS = 5;

    private final Surroundings surroundings;
    private final Distribution distribution;

    Up(Surroundings surroundings, Distribution distribution) {
        this.surroundings = surroundings;
        this.distribution = distribution;
    }

    @Override
    public int run(Invocation invocation) throws Exception {
        UpOptions options = UpOptions.parse(invocation.arguments());
        DataDirectory data = invocation.data();
        Optional<DataLock> lock = DataLock.tryAcquire(data, "up");
        if (lock.isEmpty()) {
            throw new IllegalStateException(OneShot.busy(data));
        }
        return lock.get().during(() -> serve(data, options));
    }

    private int serve(DataDirectory data, UpOptions options) throws Exception {
        Configurations configurations = Configurations.ofHost(data, distribution, options.ports());
        checkFree("API", configurations.ports().api());
        checkFree("OTLP", configurations.ports().otlp());
        Files.deleteIfExists(data.host());
        boolean firstStart = !Files.exists(data.operatorToken());
        try (Host host = Host.start(distribution, data, configurations, Host.SERVICE_LEVEL)) {
            StopSignals.handle(host::requestStop);
            Optional<HostAddress> address = awaitGateway(host, data);
            if (host.running()) {
                announce(host, data, address);
                welcome(host, data, options, firstStart);
            }
            host.awaitStop();
        }
        surroundings.out().println("Tacit has stopped");
        return OK;
    }

    private void welcome(Host host, DataDirectory data, UpOptions options, boolean firstStart) throws Exception {
        if (firstStart && Files.exists(data.operatorToken())) {
            showToken(data);
        }
        if (options.sample()) {
            loadSample(host);
        }
        if (surroundings.interactive()) {
            host.raise(Host.TERMINAL_LEVEL);
        }
    }

    private static Optional<HostAddress> awaitGateway(Host host, DataDirectory data) throws InterruptedException {
        Instant deadline = Instant.now().plus(GATEWAY_TIMEOUT);
        Optional<HostAddress> address = HostAddress.read(data);
        while (address.isEmpty()
                && host.running()
                && canOpen(host)
                && Instant.now().isBefore(deadline)) {
            Thread.sleep(POLL_MILLIS);
            address = HostAddress.read(data);
        }
        return address;
    }

    /** A broken plugin does not keep the ports shut; a broken gateway does. */
    private static boolean canOpen(Host host) {
        return host.problems().stream().noneMatch(problem -> problem.subject().contains("tacit.surface.gateway"));
    }

    private void announce(Host host, DataDirectory data, Optional<HostAddress> address) {
        List<Problem> problems = host.problems();
        problems.forEach(problem -> surroundings.err().println("Problem: " + problem));
        Instant begin = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        long millis = Duration.between(begin, Instant.now()).toMillis();
        String ports = address.map(
                        open -> "API http://127.0.0.1:" + open.apiPort() + ", OTLP http://127.0.0.1:" + open.otlpPort())
                .orElse("no port open");
        surroundings
                .out()
                .println("Tacit is ready in " + millis + " ms: " + ports + ", data " + data.root() + ", "
                        + host.activeBundles() + " bundles"
                        + (problems.isEmpty() ? "" : ", " + problems.size() + " problems"));
    }

    private void showToken(DataDirectory data) throws IOException {
        surroundings
                .out()
                .println("Operator token, shown this once and kept in " + data.operatorToken() + ": "
                        + Files.readString(data.operatorToken()).trim());
    }

    private void loadSample(Host host) {
        Optional<ToIntFunction<Map<String, Object>>> commands = host.commands();
        if (commands.isEmpty() || !Files.isDirectory(distribution.sample())) {
            surroundings
                    .err()
                    .println("Cannot load the sample: "
                            + (commands.isEmpty() ? "no bundle offers commands" : "this distribution holds none"));
            return;
        }
        int code = commands.get()
                .applyAsInt(
                        surroundings.call("learn", List.of(distribution.sample().toString())));
        if (code != OK) {
            surroundings.err().println("Cannot load the sample: it ended with code " + code);
        }
    }

    private static void checkFree(String name, int port) {
        if (!new PortCheck(name, port, false).free()) {
            String holder = PortHolder.of(port).map(pid -> "process " + pid).orElse("another program");
            throw new IllegalStateException("Cannot open " + name + " port " + port + ": " + holder + " listens there");
        }
    }
}
