package tacit.surface.channels;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.channel.ChannelAgent;
import tacit.api.channel.ChannelAnswer;
import tacit.api.channel.ChannelTurn;
import tacit.channel.exchange.Exchange;
import tacit.channel.exchange.Secret;

/** Has messages answered by whoever listens at an address. Thread-safe. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = HttpAgent.Config.class, factory = true)
public final class HttpAgent implements ChannelAgent {

    private static final int MOST_BYTES = 1 << 20;

    /** Where it is. */
    @ObjectClassDefinition(name = "Tacit agent over HTTP")
    public @interface Config {

        @AttributeDefinition(name = "Name", description = "By which channels ask for it")
        String name() default "http";

        @AttributeDefinition(name = "Address", description = "Where messages are posted to")
        String url();

        @AttributeDefinition(name = "Patience", description = "Seconds until it must have answered, in [1, 3600]")
        int timeout_seconds() default 120;

        @AttributeDefinition(name = "Token file", description = "A file that holds the token that is sent along")
        String token_file() default "";

        @AttributeDefinition(name = "Token variable", description = "The environment variable that holds the token")
        String token_environment() default "";
    }

    private final ObjectMapper json = new ObjectMapper();
    private final Exchange exchange = new Exchange();
    private final String name;
    private final URI address;
    private final Duration patience;
    private final Secret token;

    @Activate
    public HttpAgent(Config config) {
        this(config, System.getenv());
    }

    HttpAgent(Config config, Map<String, String> environment) {
        if (config.url() == null || config.url().isBlank()) {
            throw new IllegalArgumentException("url must be given");
        }
        name = config.name();
        address = URI.create(Exchange.address(config.url().strip()));
        patience = Duration.ofSeconds(Account.within("timeout.seconds", config.timeout_seconds(), 1, 3600));
        token = Secret.find("token", config.token_file(), config.token_environment(), environment);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ChannelAnswer answer(ChannelTurn turn) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/plain")
                .header("Idempotency-Key", turn.id())
                .POST(BodyPublishers.ofString(body(turn)));
        if (token.isThere()) {
            request.header("Authorization", "Bearer " + token.reveal());
        }
        try {
            Exchange.Answer answer = exchange.of(request.build(), patience, MOST_BYTES);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("it answered " + answer.statusCode());
            }
            return answer.isJson() ? read(answer.body()) : ChannelAnswer.of(answer.body());
        } catch (Exchange.Failed e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private String body(ChannelTurn turn) {
        try {
            return json.writeValueAsString(TurnFields.of(turn));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every turn can be written as JSON", e);
        }
    }

    private ChannelAnswer read(String body) {
        try {
            JsonNode answer = json.readTree(body);
            if (!answer.path("answer").isTextual()) {
                throw new IllegalStateException("its JSON has no text 'answer'");
            }
            return new ChannelAnswer(
                    answer.path("answer").textValue(),
                    TurnFields.outcome(answer.path("outcome").asText("")));
        } catch (JsonProcessingException e) {
            // Its own words quote the answer
            throw new IllegalStateException("its answer is not valid JSON");
        }
    }
}
