package tacit.pulse.signals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Urgency;

/**
 * Somebody asks for a look. Immutable.
 *
 * @param text why
 * @param now whether at once, or with the next look
 * @param source who asks: a hook, a schedule, a caller, or a hand
 */
public record Wake(String text, boolean now, SignalSource source) {

    private static final double AT_ONCE = 1;
    private static final double OF_A_HOOK = .7;
    private static final double USUAL = .5;

    public Wake {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be blank");
        }
        if (source != SignalSource.HOOK
                && source != SignalSource.CRON
                && source != SignalSource.API
                && source != SignalSource.MANUAL) {
            throw new IllegalArgumentException("source must be hook, cron, api or manual, got "
                    + source.name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * What it tells.
     *
     * @param role of the profile; null for all
     * @param nonce differs for each call; a hand that asks at once is never merged
     */
    public SignalDraft draft(String workspaceId, @Nullable String role, String nonce) {
        return new SignalDraft(
                workspaceId,
                null,
                family(),
                source,
                urgency(),
                confidence(),
                fingerprint(role == null ? "*" : role, nonce),
                null,
                text,
                List.of(),
                Map.of(),
                null);
    }

    private SignalFamily family() {
        if (now) {
            return SignalFamily.URGENT_INTERRUPT;
        }
        return source == SignalSource.CRON ? SignalFamily.MAINTENANCE : SignalFamily.AWARENESS_SIGNAL;
    }

    private Urgency urgency() {
        if (now) {
            return Urgency.CRITICAL;
        }
        return source == SignalSource.HOOK ? Urgency.MEDIUM : Urgency.LOW;
    }

    private double confidence() {
        if (now) {
            return AT_ONCE;
        }
        return source == SignalSource.HOOK ? OF_A_HOOK : USUAL;
    }

    private String fingerprint(String role, String nonce) {
        String same = String.join(
                ":",
                source.name().toLowerCase(Locale.ROOT),
                now ? "now" : "next-heartbeat",
                role,
                text.toLowerCase(Locale.ROOT));
        return now && source == SignalSource.MANUAL ? same + ":" + nonce : same;
    }
}
