package tacit.trigger.webhook;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.Urgency;
import tacit.trigger.words.Body;
import tacit.trigger.words.Choices;
import tacit.trigger.words.Options;

/**
 * How a body becomes a signal, as an operator wrote it: fixed values, and JSON pointers to where the body says otherwise. What a body
 * says in words that nobody knows counts for nothing. Immutable.
 *
 * @param at pointers by what they find
 * @param is what must stand at {@code match.at}; null for anything
 * @param shown pointers to what the payload shows, by name
 * @param forges whether events of forges are known by themselves
 */
record Mapping(
        Map<String, String> at,
        @Nullable String is,
        @Nullable String reason,
        SignalFamily family,
        Urgency urgency,
        double confidence,
        Map<String, String> shown,
        boolean forges,
        List<String> problems) {

    private static final List<String> FOUND = List.of("family", "urgency", "confidence", "reason", "subject", "match");

    private static final int MOST_SHOWN = 10;

    static Mapping of(TriggerConfiguration configuration) {
        Options options = new Options(configuration);
        Map<String, String> at = new TreeMap<>();
        for (String name : FOUND) {
            String pointer = options.text(name + ".at");
            if (pointer != null && isPointer(name + ".at", pointer, options)) {
                at.put(name, pointer);
            }
        }
        boolean now = options.truth("now", false);
        String is = options.text("match.is");
        if (is != null && !at.containsKey("match")) {
            options.problem("match.is needs match.at");
        }
        return new Mapping(
                at,
                is,
                options.text("reason"),
                options.family(now ? SignalFamily.URGENT_INTERRUPT : SignalFamily.AWARENESS_SIGNAL),
                options.urgency(now ? Urgency.CRITICAL : Urgency.MEDIUM),
                options.share("confidence", now ? 1 : .7),
                shown(options),
                options.truth("forges", true),
                options.problems());
    }

    private static boolean isPointer(String name, String pointer, Options options) {
        if (!Body.isPointer(pointer)) {
            options.problem(name + " must be a JSON pointer, such as /issue/title, got '" + pointer + "'");
            return false;
        }
        return true;
    }

    private static Map<String, String> shown(Options options) {
        Map<String, String> shown = new TreeMap<>();
        for (String pointer : options.list("payload.at", "")) {
            if (isPointer("payload.at", pointer, options)) {
                shown.put(pointer.substring(1).replace('/', '.'), pointer);
            }
        }
        if (shown.size() > MOST_SHOWN) {
            options.problem("payload.at must have at most " + MOST_SHOWN + " pointers, got " + shown.size());
        }
        return shown;
    }

    private @Nullable String said(String name, Body body) {
        String pointer = at.get(name);
        return pointer == null ? null : body.text(pointer);
    }

    /** Whether a body is one of those that matter. */
    boolean isMeant(Body body) {
        String found = said("match", body);
        return !at.containsKey("match") || (is == null ? found != null : is.equals(found));
    }

    SignalFamily family(Body body) {
        String said = said("family", body);
        return said == null ? family : Objects.requireNonNullElse(Choices.of(SignalFamily.class, said), family);
    }

    Urgency urgency(Body body) {
        String said = said("urgency", body);
        return said == null ? urgency : Objects.requireNonNullElse(Choices.of(Urgency.class, said), urgency);
    }

    double confidence(Body body) {
        String pointer = at.get("confidence");
        Double said = pointer == null ? null : body.share(pointer);
        return said == null ? confidence : said;
    }

    @Nullable
    String reason(Body body) {
        String said = said("reason", body);
        if (said == null || reason == null) {
            return said == null ? reason : said;
        }
        return reason + ": " + said;
    }

    /** What two bodies tell of in common; null when nobody said. */
    @Nullable
    String subject(Body body) {
        return said("subject", body);
    }

    Map<String, String> payload(Body body) {
        Map<String, String> payload = new TreeMap<>();
        shown.forEach((name, pointer) -> {
            String found = body.text(pointer);
            if (found != null) {
                payload.put(name, found);
            }
        });
        return payload;
    }
}
