package tacit.pulse.offers;

import java.util.Optional;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.ScopedSettings;
import tacit.api.reflect.SuggestionDraft;
import tacit.api.reflect.SuggestionSituation;

/**
 * Says whether a suggestion may become work without anybody's word: every condition has to hold. The approvals are asked besides,
 * where it is dispatched. Stateless but for what it asks.
 */
final class AutoCreation {

    private static final int ACCEPTED = 2;
    private static final int MOST_EVIDENCE = 8;
    private static final double LEAST_CONFIDENCE = .55;

    private final ScopedSettings settings;
    private final CoreSwitches switches;

    AutoCreation(ScopedSettings settings, CoreSwitches switches) {
        this.settings = settings;
        this.switches = switches;
    }

    /** Why not; empty when it may. */
    Optional<String> refused(SuggestionSituation situation) {
        SuggestionDraft draft = situation.draft();
        ScopedSettings.Subject subject =
                new ScopedSettings.Subject(draft.workspaceId(), draft.profileId(), draft.userId());
        if (!Boolean.parseBoolean(
                settings.resolve(CoreSetting.SUGGESTIONS_CREATE.key(), subject).value())) {
            return Optional.of(CoreSetting.SUGGESTIONS_CREATE.key() + " is off");
        }
        if (!switches.on(CoreStage.DISPATCH)) {
            return Optional.of(switches.why(CoreStage.DISPATCH));
        }
        return refused(draft, situation.tally());
    }

    private static Optional<String> refused(SuggestionDraft draft, SuggestionSituation.Tally tally) {
        if (draft.action() == null) {
            return Optional.of("it proposes no work");
        }
        if (draft.evidence().isEmpty() || draft.evidence().size() > MOST_EVIDENCE) {
            return Optional.of("it has " + draft.evidence().size() + " pieces of evidence, not 1 to " + MOST_EVIDENCE);
        }
        if (draft.confidence() < LEAST_CONFIDENCE) {
            return Optional.of("its confidence " + draft.confidence() + " is below " + LEAST_CONFIDENCE);
        }
        if (tally.acted() < ACCEPTED) {
            return Optional.of("its pattern was accepted " + tally.acted() + " times, not " + ACCEPTED);
        }
        return tally.refused() + tally.edited() > 0
                ? Optional.of("its pattern was refused or changed lately")
                : Optional.empty();
    }
}
