package tacit.client;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where Tacit is and how it is asked. Confined to the thread that builds a client; the suppliers are asked for each call.
 *
 * <p>Unless told otherwise: {@code http://127.0.0.1:7717} and, for traces, {@code http://127.0.0.1:4318}; no token; 2 seconds to
 * connect and 5 for an answer; fail-open; 1,000 traces wait at most.
 */
public final class TacitOptions {

    Supplier<URI> api = () -> URI.create("http://127.0.0.1:7717");
    Supplier<URI> otlp = () -> URI.create("http://127.0.0.1:4318");
    Supplier<String> token = () -> "";
    Duration connectTimeout = Duration.ofSeconds(2);
    Duration timeout = Duration.ofSeconds(5);
    boolean failOpen = true;
    int mostWaiting = 1_000;
    TacitListener listener = TacitListener.SILENT;

    /**
     * Of a host on this machine, by its data directory: {@code host.json} says where it listens, {@code operator-token} is the token.
     * Both are read for each call, so a host that starts later is found.
     */
    public static TacitOptions ofDataDirectory(Path data) {
        TacitOptions options = new TacitOptions().tokenFile(data.resolve("operator-token"));
        options.api = () -> HostFiles.api(data);
        options.otlp = () -> HostFiles.otlp(data);
        return options;
    }

    /**
     * As the environment says: {@code TACIT_URL}, {@code TACIT_OTLP_URL}, and {@code TACIT_TOKEN} or {@code TACIT_TOKEN_FILE}; without
     * {@code TACIT_URL} the host whose data directory is {@code TACIT_DATA_DIRECTORY}, or {@code .tacit} in the home directory.
     */
    public static TacitOptions ofEnvironment(Map<String, String> environment) {
        String url = environment.get("TACIT_URL");
        String home = environment.getOrDefault(
                "TACIT_DATA_DIRECTORY",
                Path.of(System.getProperty("user.home"), ".tacit").toString());
        TacitOptions options = url == null ? ofDataDirectory(Path.of(home)) : new TacitOptions().url(URI.create(url));
        options.given(environment.get("TACIT_OTLP_URL"), text -> options.otlpUrl(URI.create(text)));
        options.given(environment.get("TACIT_TOKEN_FILE"), text -> options.tokenFile(Path.of(text)));
        options.given(environment.get("TACIT_TOKEN"), options::token);
        return options;
    }

    private void given(@Nullable String text, java.util.function.Consumer<String> use) {
        if (text != null && !text.isBlank()) {
            use.accept(text);
        }
    }

    /** Where the API listens, without a path. */
    public TacitOptions url(URI uri) {
        Objects.requireNonNull(uri, "uri");
        api = () -> uri;
        return this;
    }

    /** Where traces go, without a path. */
    public TacitOptions otlpUrl(URI uri) {
        Objects.requireNonNull(uri, "uri");
        otlp = () -> uri;
        return this;
    }

    /** The token itself. */
    public TacitOptions token(String text) {
        Objects.requireNonNull(text, "text");
        token = () -> text;
        return this;
    }

    /** The file that holds the token; read for each call, so it can be changed. */
    public TacitOptions tokenFile(Path file) {
        Objects.requireNonNull(file, "file");
        token = () -> HostFiles.text(file);
        return this;
    }

    /** How long to wait for a connection, and for an answer; both longer than zero. */
    public TacitOptions timeouts(Duration connect, Duration answer) {
        if (connect.isNegative() || connect.isZero() || answer.isNegative() || answer.isZero()) {
            throw new IllegalArgumentException("connect and answer must be longer than zero");
        }
        connectTimeout = connect;
        timeout = answer;
        return this;
    }

    /** Whether calls answer with nothing where Tacit cannot be asked; else they throw {@link TacitException}. */
    public TacitOptions failOpen(boolean open) {
        failOpen = open;
        return this;
    }

    /** How many traces may wait to be sent; the oldest is dropped for one more. At least 1. */
    public TacitOptions mostWaiting(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be at least 1, got " + most);
        }
        mostWaiting = most;
        return this;
    }

    /** Who is told what could not be done. */
    public TacitOptions listener(TacitListener told) {
        listener = Objects.requireNonNull(told, "told");
        return this;
    }
}
