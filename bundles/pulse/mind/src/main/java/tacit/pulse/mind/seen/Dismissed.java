package tacit.pulse.mind.seen;

import java.time.Instant;
import java.util.List;
import tacit.api.pulse.AutomationProfile;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.Suggestion;
import tacit.api.store.PageRequest;
import tacit.pulse.mind.Outlets;

/**
 * Suggestions of the profile that people did not want, without those of reflection itself, of which it hears as of its past. What was
 * shown to one user stays that user's.
 */
final class Dismissed implements Source {

    private static final int MOST = 100;

    private final Outlets outlets;

    Dismissed(Outlets outlets) {
        this.outlets = outlets;
    }

    @Override
    public String name() {
        return "dismissed suggestions";
    }

    @Override
    public List<Sighting> look(AutomationProfile profile, Instant since) {
        return outlets.suggestions()
                .map(
                        desk -> desk
                                .list(profile.workspaceId(), Suggestion.State.DISMISSED, PageRequest.first(MOST))
                                .rows()
                                .stream()
                                .filter(one -> one.draft().profileId().equals(profile.id())
                                        && !one.draft().source().equals(TaskResults.SELF)
                                        && !one.createdAt().isBefore(since))
                                .map(one -> Keys.workspace(profile, saw(one)))
                                .toList())
                .orElse(List.of());
    }

    private static Keys.Saw saw(Suggestion one) {
        return Keys.Saw.made(
                ReflectionEvidence.Type.DISMISSED_SUGGESTION,
                true,
                "dismissed: " + (one.draft().userId() == null ? one.draft().title() : "a suggestion to one user"),
                "suggestion:" + one.draft().key(),
                "suggestion:" + one.id(),
                one.createdAt(),
                "dismissed",
                one.id());
    }
}
