package tacit.surface.proxy.route;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.channel.exchange.Exchange;
import tacit.channel.exchange.Secret;
import tacit.surface.proxy.wire.Kind;

/** A server of models that an operator configured. Thread-safe. */
@Component(
        name = Upstream.PID,
        service = Upstream.class,
        configurationPid = Upstream.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Upstream.Config.class, factory = true)
public final class Upstream {

    /** One configuration of this factory is one upstream. */
    public static final String PID = "tacit.surface.proxy.Upstream";

    /** Where it is, and what it is asked for. */
    @ObjectClassDefinition(name = "Tacit upstream of models")
    public @interface Config {

        @AttributeDefinition(
                name = "Name",
                description = "As routes and traces call it: letters, digits, '.', '_', '-'")
        String name();

        @AttributeDefinition(
                name = "Address",
                description = "Of openai with /v1, such as https://api.openai.com/v1; of anthropic without")
        String url();

        @AttributeDefinition(name = "Kind", description = "openai or anthropic")
        String kind() default "openai";

        @AttributeDefinition(
                name = "Models",
                description = "Which models it is asked for, with commas between; * stands for any characters")
        String[] models() default {"*"};

        @AttributeDefinition(name = "Order", description = "The lowest is asked first; then by name")
        int order() default 100;

        @AttributeDefinition(
                name = "Key file",
                description = "A file that holds its key; no setting holds the key itself")
        String key_file() default "";

        @AttributeDefinition(name = "Key variable", description = "The environment variable that holds its key")
        String key_environment() default "";

        @AttributeDefinition(name = "Connect", description = "Milliseconds to connect in, in [10, 60000]")
        int connect_millis() default 5000;

        @AttributeDefinition(
                name = "First byte",
                description = "Milliseconds until an answer must have begun, in [10, 3600000]")
        int first_byte_millis() default 120_000;

        @AttributeDefinition(
                name = "Idle",
                description = "Milliseconds that an answer may pause once it has begun, in [10, 3600000]")
        int idle_millis() default 120_000;
    }

    private final String name;
    private final Kind kind;
    private final String address;
    private final List<Pattern> models;
    private final int order;
    private final Secret key;
    private final Duration firstByte;
    private final Duration idle;
    private final Line line;

    /** Which models. */
    private record Pattern(java.util.regex.Pattern names) {

        static Pattern of(String text) {
            String[] fixed = text.split("\\*", -1);
            return new Pattern(java.util.regex.Pattern.compile(String.join(
                    ".*",
                    Arrays.stream(fixed).map(java.util.regex.Pattern::quote).toList())));
        }
    }

    @Activate
    public Upstream(Config config) {
        this(config, System.getenv());
    }

    public Upstream(Config config, Map<String, String> environment) {
        if (config.name() == null || !config.name().matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("name must be 1 to 64 letters, digits, '.', '_' or '-'");
        }
        if (config.url() == null || config.url().isBlank()) {
            throw new IllegalArgumentException("url must be given");
        }
        name = config.name();
        kind = Kind.of(config.kind());
        address = Exchange.address(config.url().strip()).replaceAll("/+$", "");
        models = Arrays.stream(config.models())
                .flatMap(texts -> Arrays.stream(texts.split(",", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Pattern::of)
                .toList();
        order = config.order();
        key = Secret.find("key", config.key_file(), config.key_environment(), environment);
        Duration connect = millis("connect.millis", config.connect_millis(), 60_000);
        firstByte = millis("first.byte.millis", config.first_byte_millis(), 3_600_000);
        idle = millis("idle.millis", config.idle_millis(), 3_600_000);
        line = new Line(name, connect, address.startsWith("https:"));
    }

    private static Duration millis(String setting, int value, int most) {
        if (value < 10 || value > most) {
            throw new IllegalArgumentException(setting + " must be in [10, " + most + "], got " + value);
        }
        return Duration.ofMillis(value);
    }

    @Deactivate
    public void close() {
        line.close();
    }

    public String name() {
        return name;
    }

    int order() {
        return order;
    }

    boolean speaks(Kind wanted) {
        return kind == wanted;
    }

    /** Whether it is asked for a model; whoever names none is answered by any. */
    boolean takes(@Nullable String model) {
        return model == null
                || models.stream().anyMatch(one -> one.names().matcher(model).matches());
    }

    /** The text without this upstream's key, should it stand there. */
    public String withoutKey(String text) {
        return key.isThere() ? text.replace(key.reveal(), "[KEY]") : text;
    }

    /** Asks, and waits for the head of the answer and its first chunk. */
    Answered ask(Asked asked) throws Unanswered {
        long end = System.nanoTime() + firstByte.toNanos();
        CompletableFuture<HttpResponse<Chunks>> sent = send(asked);
        try {
            HttpResponse<Chunks> head = sent.get(firstByte.toNanos(), TimeUnit.NANOSECONDS);
            return begun(head, Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime())));
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw late();
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unanswered("interrupted", false);
        }
    }

    private CompletableFuture<HttpResponse<Chunks>> send(Asked asked) throws Unanswered {
        try {
            return line.send(request(asked));
        } catch (RejectedExecutionException | IllegalArgumentException e) {
            throw new Unanswered("not asked: " + e.getClass().getSimpleName(), false);
        }
    }

    private HttpRequest request(Asked asked) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + asked.path()));
        asked.headers().forEach(request::setHeader);
        if (key.isThere() && kind == Kind.OPENAI) {
            request.setHeader("Authorization", "Bearer " + key.reveal());
        } else if (key.isThere()) {
            request.setHeader("x-api-key", key.reveal());
        }
        return asked.wire().isRead()
                ? request.GET().build()
                : request.POST(BodyPublishers.ofByteArray(asked.body())).build();
    }

    private Answered begun(HttpResponse<Chunks> head, Duration left) throws Unanswered {
        Chunks chunks = head.body();
        try {
            byte[] first = chunks.next(left);
            Map<String, String> headers =
                    Headers.toClient(head.headers(), value -> !withoutKey(value).equals(value));
            String type = head.headers().firstValue("Content-Type").orElse("application/octet-stream");
            return new Answered(head.statusCode(), type, headers, idle, chunks, first);
        } catch (Chunks.Silence e) {
            chunks.cancel();
            throw late();
        } catch (IOException e) {
            throw failed(e.getCause());
        }
    }

    private Unanswered late() {
        return new Unanswered("no answer within " + firstByte.toMillis() + " ms", true);
    }

    private static Unanswered failed(@Nullable Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof HttpConnectTimeoutException) {
                return new Unanswered("no connection in time", true);
            }
            if (each instanceof ConnectException || each instanceof UnresolvedAddressException) {
                return new Unanswered("no connection", false);
            }
        }
        return new Unanswered(
                "no answer: " + (cause == null ? "unknown" : cause.getClass().getSimpleName()), false);
    }
}
