package tacit.trigger.git;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import tacit.api.harness.Role;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Trigger;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerIngress.Request;
import tacit.api.pulse.TriggerPlan;
import tacit.api.pulse.TriggerReading;
import tacit.trigger.words.Body;
import tacit.trigger.words.ForgeEvent;

/**
 * Tells what happened to the repository of a workspace: commits, another branch, a merge or rebase in progress, conflicts. It reads
 * files of {@code .git} and never runs git; pull requests come by the webhook of a forge. Immutable.
 */
@Component(property = Role.PROPERTY + "=trigger/git")
public final class GitTrigger implements Trigger {

    @Override
    public TriggerPlan plan(TriggerConfiguration configuration) {
        Interest interest = Interest.of(configuration);
        return new TriggerPlan(
                interest.problems(), null, Repository.FILES, true, interest.in(Interest.Event.PULLS), List.of());
    }

    @Override
    public TriggerReading read(TriggerConfiguration configuration, TriggerIngress ingress) {
        Interest interest = Interest.of(configuration);
        if (!interest.problems().isEmpty()) {
            return TriggerReading.nothing(ingress);
        }
        List<SignalDraft> drafts = new ArrayList<>();
        Request request = ingress.request();
        if (request != null && interest.in(Interest.Event.PULLS)) {
            SignalDraft draft = pull(configuration, Body.read(request.body()));
            if (draft != null) {
                drafts.add(draft);
            }
        }
        Repository repository = Repository.of(ingress.files());
        if (repository == null) {
            return new TriggerReading(drafts, ingress.memory());
        }
        Comparison comparison = new Comparison(configuration, interest, ingress.memory(), repository);
        drafts.addAll(comparison.told());
        return new TriggerReading(drafts, comparison.remembered());
    }

    private static @Nullable SignalDraft pull(TriggerConfiguration configuration, Body body) {
        ForgeEvent event = ForgeEvent.of(body);
        if (event == null || !event.name().equals(ForgeEvent.PULL_REQUEST)) {
            return null;
        }
        return SignalDraft.of(configuration.workspaceId(), event.family(), SignalSource.GIT, event.reason())
                .withUrgency(event.urgency(), event.confidence())
                .withFingerprint("git:" + configuration.id() + ":pull:" + event.subject())
                .withPayload(event.payload());
    }
}
