package tacit.runtime.launcher.mcp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Carries lines of JSON-RPC between a client on standard input and output and the host. Nothing else is written to the output; what
 * people should know goes to the log. Requests are carried beside each other. Confined to one caller.
 */
public final class Bridge {

    private static final int LONGEST_LINE = 8 << 20;
    private static final int PATIENCE_SECONDS = 30;
    private static final String LISTEN = "subscriptions/listen";

    private final Target target;
    private final PrintStream out;
    private final PrintStream log;
    private final Map<String, Exchange> open = new ConcurrentHashMap<>();
    private final AtomicBoolean missed = new AtomicBoolean();
    private final ExecutorService requests = Executors.newCachedThreadPool(Bridge::thread);
    private final ExecutorService streams = Executors.newCachedThreadPool(Bridge::thread);
    private volatile @Nullable String agreed;
    private volatile @Nullable String client;

    /**
     * @param out where answers go
     * @param log what people should know
     */
    public Bridge(Target target, PrintStream out, PrintStream log) {
        this.target = target;
        this.out = out;
        this.log = log;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "mcp");
        thread.setDaemon(true);
        return thread;
    }

    /** Carries messages until the input ends and what was asked is answered; streams of changes end then. */
    public void run(InputStream input) throws IOException, InterruptedException {
        if (target.address().isEmpty()) {
            missing();
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    take(line);
                }
            }
        }
        streams.shutdown();
        requests.shutdown();
        boolean answered = requests.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!answered) {
            log.println("tacit: The input ended, and not everything was answered within " + PATIENCE_SECONDS + " s");
        }
        open.values().forEach(Exchange::cancel);
    }

    private void take(String text) {
        Line line = read(text);
        if (line == null) {
            say(
                    "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"The line is no JSON message\"}}");
            return;
        }
        Optional<String> cancelled = line.cancelled();
        if (cancelled.isPresent()) {
            Optional.ofNullable(open.get(cancelled.get())).ifPresent(Exchange::cancel);
            return;
        }
        Exchange exchange = new Exchange(line);
        if (line.id() != null) {
            open.put(line.id(), exchange);
        }
        if (line.method().equals("initialize")) {
            // What is agreed on here goes with every message after it
            carry(exchange);
        } else {
            (line.method().equals(LISTEN) ? streams : requests).execute(() -> carry(exchange));
        }
    }

    private static @Nullable Line read(String text) {
        try {
            return text.length() > LONGEST_LINE ? null : Line.of(text);
        } catch (IOException e) {
            return null;
        }
    }

    private void carry(Exchange exchange) {
        Line line = exchange.line();
        try {
            Optional<URI> address = target.address();
            if (address.isEmpty()) {
                missing();
                line.failed(target.absence()).ifPresent(this::say);
                return;
            }
            exchange.run(address.get(), target.currentToken(), headers(line), answer -> {
                greeted(line, answer);
                say(answer);
            });
            missed.set(false);
        } catch (IOException e) {
            if (!exchange.isCancelled()) {
                unreachable(line, e);
            }
        } finally {
            if (line.id() != null) {
                open.remove(line.id(), exchange);
            }
        }
    }

    private Map<String, String> headers(Line line) {
        Map<String, String> headers = new LinkedHashMap<>();
        Optional<String> version = line.version();
        if (version.isPresent()) {
            headers.put("MCP-Protocol-Version", Exchange.header(version.get()));
            headers.put("Mcp-Method", Exchange.header(line.method()));
            line.named().ifPresent(name -> headers.put("Mcp-Name", Exchange.header(name)));
        }
        String spoken = agreed;
        if (version.isEmpty() && spoken != null && !line.method().equals("initialize")) {
            headers.put("MCP-Protocol-Version", spoken);
        }
        String name = client;
        if (name != null && version.isEmpty()) {
            headers.put("X-Tacit-Agent", name);
        }
        return headers;
    }

    /** After a handshake, the version that was agreed on goes with each message. */
    private void greeted(Line line, String answer) {
        if (!line.method().equals("initialize")) {
            return;
        }
        client = line.client()
                .map(name -> name.replaceAll("[^\\x20-\\x7e]", "?"))
                .orElse(null);
        try {
            agreed = Line.agreed(answer);
        } catch (IOException e) {
            log.println("tacit: The host's greeting cannot be read: " + e.getMessage());
        }
    }

    private void unreachable(Line line, IOException failure) {
        String why =
                "Cannot reach the host: " + (failure.getMessage() == null ? failure.toString() : failure.getMessage());
        if (!missed.getAndSet(true)) {
            log.println("tacit: " + why);
        }
        line.failed(why).ifPresent(this::say);
    }

    private void missing() {
        if (!missed.getAndSet(true)) {
            log.println("tacit: " + target.absence());
        }
    }

    /** One line, whole, whoever else speaks. */
    private void say(String message) {
        byte[] bytes = (message.replace('\n', ' ').replace('\r', ' ') + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(bytes, 0, bytes.length);
            out.flush();
        }
    }
}
