package tacit.surface.channels;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.memory.Audience;
import tacit.api.memory.Contexts;
import tacit.api.store.Scope;
import tacit.channel.exchange.Exchange;
import tacit.channel.exchange.Secret;

/** How an operator uses one channel; a channel without one takes nothing. Immutable, thread-safe. */
@Component(service = Account.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Account.Config.class, factory = true)
public final class Account {

    /** How a channel is used. */
    @ObjectClassDefinition(name = "Tacit channel")
    public @interface Config {

        @AttributeDefinition(name = "Channel", description = "The channel's name, such as webhook")
        String channel();

        @AttributeDefinition(name = "Workspace", description = "Where its messages belong")
        String workspace() default Scope.DEFAULT_WORKSPACE;

        @AttributeDefinition(name = "Agent", description = "Who answers; empty for the only one that is configured")
        String agent() default "";

        @AttributeDefinition(
                name = "Audience",
                description = "private, group or public: who reads at least; a message may say that more do")
        String audience() default "private";

        @AttributeDefinition(
                name = "Users",
                description =
                        "Whom senders are, each as SENDER = USER, with commas between; of an unsigned channel nobody else is believed")
        String[] users() default {};

        @AttributeDefinition(name = "Address", description = "Where answers of webhooks are posted to")
        String address() default "";

        @AttributeDefinition(name = "Secret file", description = "A file that holds the secret of signatures")
        String secret_file() default "";

        @AttributeDefinition(name = "Secret variable", description = "The environment variable that holds the secret")
        String secret_environment() default "";

        @AttributeDefinition(
                name = "Tolerance",
                description = "How many seconds a signed time may be away, in [1, 3600]")
        int tolerance_seconds() default 300;

        @AttributeDefinition(name = "Context", description = "Tokens of the context for an agent, in [0, 32000]")
        int context_tokens() default Contexts.USUAL_BUDGET;

        @AttributeDefinition(name = "Attempts", description = "How often a step is tried, in [1, 20]")
        int attempts() default 6;

        @AttributeDefinition(
                name = "Backlog",
                description = "How many messages of the workspace may wait for an answer before no more are taken, in"
                        + " [1, 100000]")
        int backlog() default 1000;

        @AttributeDefinition(
                name = "Failed",
                description =
                        "How many messages of the channel may have been given up before no more are taken, until an"
                                + " operator retries or drops some, in [1, 100000]")
        int failed() default 1000;

        @AttributeDefinition(
                name = "Receipts",
                description = "Days for which a message that is done is known again, in [1, 3650]")
        int receipt_days() default 30;
    }

    private final String channel;
    private final String workspaceId;
    private final String agent;
    private final Audience.Kind audience;
    private final Map<String, String> users;
    private final @Nullable String address;
    private final Secret secret;
    private final Duration tolerance;
    private final int contextTokens;
    private final int attempts;
    private final int backlog;
    private final int failed;
    private final Duration receipts;

    @Activate
    public Account(Config config) {
        this(config, System.getenv());
    }

    Account(Config config, Map<String, String> environment) {
        if (config.channel() == null || config.channel().isBlank()) {
            throw new IllegalArgumentException("channel must be given");
        }
        channel = config.channel().strip();
        workspaceId = Scope.ofWorkspace(config.workspace()).workspaceId();
        agent = config.agent().strip();
        audience = kind(config.audience());
        users = users(config.users());
        address = config.address().isBlank()
                ? null
                : Exchange.address(config.address().strip());
        secret = Secret.find("secret", config.secret_file(), config.secret_environment(), environment);
        tolerance = Duration.ofSeconds(within("tolerance.seconds", config.tolerance_seconds(), 1, 3600));
        contextTokens = within("context.tokens", config.context_tokens(), 0, 32_000);
        attempts = within("attempts", config.attempts(), 1, 20);
        backlog = within("backlog", config.backlog(), 1, 100_000);
        failed = within("failed", config.failed(), 1, 100_000);
        receipts = Duration.ofDays(within("receipt.days", config.receipt_days(), 1, 3650));
    }

    /** The value of a setting when it is in its range. */
    public static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], got " + value);
        }
        return value;
    }

    private static Audience.Kind kind(String word) {
        return Arrays.stream(Audience.Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("audience must be private, group or public, got '" + word + "'"));
    }

    private static Map<String, String> users(String[] lines) {
        Map<String, String> users = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<String> each = Arrays.stream(lines)
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .filter(line -> !line.isBlank())
                .toList();
        for (String line : each) {
            String[] parts = line.split("=", 2);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw new IllegalArgumentException("users must be lines of SENDER = USER");
            }
            users.put(parts[0].strip(), parts[1].strip());
        }
        return users;
    }

    /** The name of the channel. */
    public String channel() {
        return channel;
    }

    String workspaceId() {
        return workspaceId;
    }

    /** Empty for the only one. */
    String agent() {
        return agent;
    }

    /** Who reads, when a message says that these do. */
    Audience.Kind audience(Audience.Kind said) {
        return said.compareTo(audience) > 0 ? said : audience;
    }

    /** Whom a sender is; null where nobody knows. */
    @Nullable
    String user(@Nullable String sender, boolean signed) {
        String known = sender == null ? null : users.get(sender);
        return known != null || !signed ? known : sender;
    }

    @Nullable
    String address() {
        return address;
    }

    Secret secret() {
        return secret;
    }

    Duration tolerance() {
        return tolerance;
    }

    int contextTokens() {
        return contextTokens;
    }

    int attempts() {
        return attempts;
    }

    int backlog() {
        return backlog;
    }

    int failed() {
        return failed;
    }

    Duration receipts() {
        return receipts;
    }
}
