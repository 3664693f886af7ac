package tacit.surface.proxy.route;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which headers go through, in both directions. Pure functions. */
public final class Headers {

    private static final List<String> FROM_CLIENTS = List.of(
            "accept",
            "content-type",
            "user-agent",
            "idempotency-key",
            "openai-organization",
            "openai-project",
            "openai-beta",
            "anthropic-version",
            "anthropic-beta",
            "x-client-request-id");
    private static final Set<String> TO_CLIENTS =
            Set.of("retry-after", "retry-after-ms", "request-id", "cf-ray", "server-timing", "content-language");
    private static final List<String> FAMILIES = List.of("x-", "openai-", "anthropic-");
    private static final Set<String> OURS =
            Set.of("x-content-type-options", "x-frame-options", "x-xss-protection", "x-api-key", "x-powered-by");

    private Headers() {}

    /** Those of a caller that an upstream is sent. */
    public static Map<String, String> fromClient(Function<String, Optional<String>> header) {
        Map<String, String> passed = new TreeMap<>();
        FROM_CLIENTS.forEach(name ->
                header.apply(name).filter(value -> !value.isBlank()).ifPresent(value -> passed.put(name, value)));
        return passed;
    }

    /** Those of an answer that a caller is sent. */
    static Map<String, String> toClient(HttpHeaders headers, Predicate<String> holdsKey) {
        Map<String, String> passed = new TreeMap<>();
        headers.map().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            String value = String.join(", ", values);
            if (passes(lower) && printable(value) && !holdsKey.test(value)) {
                passed.put(lower, value);
            }
        });
        return passed;
    }

    private static boolean passes(String name) {
        boolean family = FAMILIES.stream().anyMatch(name::startsWith);
        return TO_CLIENTS.contains(name) || (family && !OURS.contains(name) && !name.startsWith("x-tacit-"));
    }

    private static boolean printable(String value) {
        return value.chars().allMatch(character -> character >= ' ' && character < 127);
    }
}
