package tacit.surface.mission.view;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which states are good, bad or wait for somebody, for their colours. What is not known is never good. */
final class Tones {

    private static final Map<String, String> TONES = Map.ofEntries(
            Map.entry(
                    "good",
                    " success pass passed ok done active promoted approved accepted mitigated on "
                            + "allow low up enabled kept stored satisfied healthy live ready succeeded "),
            Map.entry(
                    "bad",
                    " failure fail failed failed_gate error rejected broken rolled_back deny denied critical high reopened "
                            + "harmful revoked missing down unsafe refused blocked failing interrupted "),
            Map.entry(
                    "wait",
                    " open pending passed_gate waiting review pending_review proposed running canary inconclusive ask medium "
                            + "queued staged trial shadow needs_approval partial on_hold deferred snoozed "
                            + "keeps_only not_configured not_provided "));

    private Tones() {}

    /** {@code good}, {@code bad}, {@code wait} or {@code plain}. */
    static String of(@Nullable Object state) {
        String word = " " + String.valueOf(state).toLowerCase(Locale.ROOT).replace(' ', '_') + " ";
        return TONES.entrySet().stream()
                .filter(tone -> tone.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("plain");
    }
}
