package tacit.learn.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.api.trace.Attribute;
import tacit.api.trace.Trace;

/** Asks whether runs may leave; each user is asked about once. Confined to one thread. */
final class Consent {

    private final ScopedSettings settings;
    private final Map<Subject, Boolean> known = new HashMap<>();

    Consent(ScopedSettings settings) {
        this.settings = settings;
    }

    /** Why it may not; empty when it may. What a group saw holds words of others, so the workspace must allow it, too. */
    Optional<LeftOut> refusal(Trace trace) {
        if (!allowed(new Subject(trace.workspaceId(), trace.profileId(), trace.userId()))) {
            return Optional.of(LeftOut.NO_CONSENT);
        }
        boolean alone = trace.text(Attribute.AUDIENCE)
                .filter(seen -> !seen.equals("private"))
                .isEmpty();
        return alone || allowed(Subject.ofWorkspace(trace.workspaceId()))
                ? Optional.empty()
                : Optional.of(LeftOut.GROUP);
    }

    private boolean allowed(Subject subject) {
        return known.computeIfAbsent(subject, asked -> settings.truth(CoreSetting.EXPORT_TRAINING, asked));
    }
}
