package tacit.pulse.triggers;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.channel.Signing;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.store.Scope;
import tacit.channel.exchange.Secret;
import tacit.channel.exchange.Signatures;

/** A trigger as an operator set it up; options of its kind are properties that begin with {@code option.}. Immutable, thread-safe. */
@Component(service = TriggerSource.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = TriggerSource.Config.class, factory = true)
public final class TriggerSource {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final String OPTION = "option.";
    private static final int MOST_OPTIONS = 50;
    private static final int LONGEST_OPTION = 2000;

    private static final Signing STANDARD = new Signing(
            "HmacSHA256",
            Signing.Encoding.BASE64,
            "webhook-signature",
            "v1,",
            "webhook-id",
            "webhook-timestamp",
            "{id}.{timestamp}.{body}");

    private static final Signing GITHUB =
            new Signing("HmacSHA256", Signing.Encoding.HEX, "x-hub-signature-256", "sha256=", null, null, "{body}");

    /** What a trigger reads, and for whom. */
    @ObjectClassDefinition(name = "Tacit trigger")
    public @interface Config {

        @AttributeDefinition(
                name = "Id",
                description = "Its name: lower case letters, digits, dots, hyphens, underscores")
        String id();

        @AttributeDefinition(
                name = "Kind",
                description = "Which bundle reads it, such as schedule, webhook, files or git")
        String kind();

        @AttributeDefinition(name = "Workspace", description = "Where its signals lie, and whose folder it watches")
        String workspace() default Scope.DEFAULT_WORKSPACE;

        @AttributeDefinition(
                name = "Profile",
                description = "Whom its signals are for; empty for all who are interested")
        String profile() default "";

        @AttributeDefinition(name = "Secret file", description = "A file that holds the secret of signatures")
        String secret_file() default "";

        @AttributeDefinition(name = "Secret variable", description = "The environment variable that holds the secret")
        String secret_environment() default "";

        @AttributeDefinition(
                name = "Signature",
                description = "How requests are signed: standard (Standard Webhooks) or github")
        String signature() default "standard";

        @AttributeDefinition(
                name = "Tolerance",
                description = "How many seconds a signed time may be away, in [1, 3600]")
        int tolerance_seconds() default 300;

        @AttributeDefinition(name = "Receipts", description = "Days for which a delivery is known again, in [1, 365]")
        int receipt_days() default 7;

        @AttributeDefinition(
                name = "Quiet",
                description = "Seconds without another change after which files that changed are told of, in [0, 3600]")
        int quiet_seconds() default 3;
    }

    private final TriggerConfiguration configuration;
    private final Secret secret;
    private final @Nullable Signatures signatures;
    private final boolean named;
    private final Duration tolerance;
    private final Duration receipts;
    private final Duration quiet;

    @Activate
    public TriggerSource(Config config, Map<String, Object> properties) {
        this(config, properties, System.getenv());
    }

    TriggerSource(Config config, Map<String, ?> properties, Map<String, String> environment) {
        configuration = new TriggerConfiguration(
                matching("id", config.id()),
                matching("kind", config.kind()),
                Scope.ofWorkspace(config.workspace()).workspaceId(),
                config.profile().isBlank() ? null : config.profile().strip(),
                options(properties));
        secret = Secret.find("secret", config.secret_file(), config.secret_environment(), environment);
        Signing signing = signing(config.signature().strip());
        named = signing.idHeader() != null;
        signatures = secret.isThere() ? new Signatures(signing, secret) : null;
        tolerance = Duration.ofSeconds(within("tolerance.seconds", config.tolerance_seconds(), 1, 3600));
        receipts = Duration.ofDays(within("receipt.days", config.receipt_days(), 1, 365));
        quiet = Duration.ofSeconds(within("quiet.seconds", config.quiet_seconds(), 0, 3600));
    }

    private static String matching(String setting, @Nullable String value) {
        if (value == null || !ID.matcher(value.strip()).matches()) {
            throw new IllegalArgumentException(setting + " must have 1 to 64 lower case letters, digits, dots, hyphens"
                    + " and underscores, got '" + value + "'");
        }
        return value.strip();
    }

    private static int within(String setting, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(setting + " must be in [" + least + ", " + most + "], got " + value);
        }
        return value;
    }

    private static Signing signing(String word) {
        return switch (word) {
            case "standard" -> STANDARD;
            case "github" -> GITHUB;
            default -> throw new IllegalArgumentException("signature must be standard or github, got '" + word + "'");
        };
    }

    private static Map<String, String> options(Map<String, ?> properties) {
        Map<String, String> options = new TreeMap<>();
        properties.forEach((name, value) -> {
            if (name.startsWith(OPTION)) {
                options.put(name.substring(OPTION.length()), String.valueOf(value));
            }
        });
        if (options.size() > MOST_OPTIONS
                || options.values().stream().anyMatch(text -> text.length() > LONGEST_OPTION)) {
            throw new IllegalArgumentException("options must be at most " + MOST_OPTIONS + ", each with at most "
                    + LONGEST_OPTION + " characters");
        }
        return options;
    }

    public String id() {
        return configuration.id();
    }

    TriggerConfiguration configuration() {
        return configuration;
    }

    /** Checks requests; null without a secret. */
    @Nullable
    Signatures signatures() {
        return signatures;
    }

    /** Whether a signature covers the name of a delivery. */
    boolean signsNames() {
        return named;
    }

    Duration tolerance() {
        return tolerance;
    }

    Duration receipts() {
        return receipts;
    }

    Duration quiet() {
        return quiet;
    }
}
