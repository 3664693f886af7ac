package tacit.pulse.executors.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.channel.Signing;
import tacit.api.execute.TaskExecutor;
import tacit.api.execute.TaskOrder;
import tacit.api.execute.TaskResult;
import tacit.channel.exchange.Exchange;
import tacit.channel.exchange.Secret;
import tacit.channel.exchange.Signatures;
import tacit.pulse.executors.BriefJson;

/**
 * Has tasks done by whoever listens at an address: signed as Standard Webhooks are, with the execution's id as the key that makes
 * one task of several posts. It is posted once more only while nobody was reached. Thread-safe.
 */
@Component
public final class WebhookExecutor implements TaskExecutor {

    private static final int MOST_BYTES = 1 << 20;
    private static final Signing SIGNING = new Signing(
            "HmacSHA256",
            Signing.Encoding.BASE64,
            "webhook-signature",
            "v1,",
            "webhook-id",
            "webhook-timestamp",
            "{id}.{timestamp}.{body}");

    private final Exchange exchange = new Exchange();
    private final Clock clock;
    private final WorkModels models;
    private final Map<String, String> host;

    @Activate
    public WebhookExecutor(@Reference Clock clock, @Reference WorkModels models) {
        this(clock, models, System.getenv());
    }

    WebhookExecutor(Clock clock, WorkModels models, Map<String, String> host) {
        this.clock = clock;
        this.models = models;
        this.host = Map.copyOf(host);
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public String problem(Map<String, String> deviceSettings) {
        Settings settings = new Settings(deviceSettings);
        if (settings.get("url").isEmpty()) {
            return "settings.url must be given";
        }
        try {
            Exchange.address(settings.get("url"));
            settings.number("attempts", 3, 1, 20);
            settings.number("wait.millis", 1000, 0, 60_000);
            return secret(settings).isThere()
                    ? ""
                    : "settings.secret.file or settings.secret.environment must be given";
        } catch (IllegalArgumentException e) {
            return Objects.requireNonNullElse(e.getMessage(), "its settings cannot be read");
        }
    }

    private Secret secret(Settings settings) {
        return Secret.find("settings.secret", settings.get("secret.file"), settings.get("secret.environment"), host);
    }

    @Override
    public TaskResult execute(TaskOrder order) throws InterruptedException {
        Settings settings = new Settings(order.deviceSettings());
        Signatures signatures = new Signatures(SIGNING, secret(settings));
        int attempts = settings.number("attempts", 3, 1, 20);
        int wait = settings.number("wait.millis", 1000, 0, 60_000);
        String body = body(order);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(order.remaining());
        for (int attempt = 1; ; attempt++) {
            Duration left = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
            try {
                return answer(exchange.of(request(order, settings, signatures, body, left), left, MOST_BYTES));
            } catch (Exchange.Failed e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted");
                }
                if (!e.unreached()) {
                    // It may have been taken: on another device it could be done twice
                    return TaskResult.failed("No answer, so nobody knows whether it was taken: " + e.getMessage());
                }
                if (attempt == attempts) {
                    return TaskResult.unavailable("Nobody was reached: " + e.getMessage());
                }
            }
            new CountDownLatch(1).await(wait, TimeUnit.MILLISECONDS);
        }
    }

    private String body(TaskOrder order) {
        ObjectNode body = BriefJson.fields(order.brief());
        body.put("executionId", order.executionId());
        body.put("attempt", order.attempt());
        body.put("device", order.device());
        models.of(order).ifPresent(model -> body.put("model", model));
        return body.toString();
    }

    private HttpRequest request(TaskOrder order, Settings settings, Signatures signatures, String body, Duration left) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.get("url")))
                .timeout(left)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/plain")
                .header("Idempotency-Key", order.executionId())
                .POST(BodyPublishers.ofString(body));
        signatures.headers(order.executionId(), clock.instant(), body).forEach(request::setHeader);
        return request.build();
    }

    /** What was not taken may go elsewhere; what may have been taken may not. */
    private static TaskResult answer(Exchange.Answer answer) {
        Map<String, String> facts = Map.of("status", String.valueOf(answer.statusCode()));
        Said said = (answer.isJson() ? Said.ofJson(answer.body()) : Optional.<Said>empty())
                .orElseGet(() -> new Said(answer.body(), null, null, false, 0, 0, null));
        if (answer.statusCode() >= 200 && answer.statusCode() <= 299) {
            return said.result(facts);
        }
        boolean notTaken = answer.statusCode() == 429 || answer.statusCode() == 503;
        return said.failed("It answered " + answer.statusCode(), notTaken, facts);
    }
}
