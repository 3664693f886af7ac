package tacit.trigger.mailbox;

import java.util.ArrayList;
import java.util.List;
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
import tacit.trigger.words.Options;

/** Reads what a mailbox tells of itself as JSON: that it was synchronised, what its threads are about, what was promised. Immutable. */
@Component(property = Role.PROPERTY + "=trigger/mailbox")
public final class MailboxTrigger implements Trigger {

    @Override
    public TriggerPlan plan(TriggerConfiguration configuration) {
        return new TriggerPlan(problems(configuration), null, List.of(), false, true, List.of());
    }

    private static List<String> problems(TriggerConfiguration configuration) {
        return new Options(configuration).problems();
    }

    @Override
    public TriggerReading read(TriggerConfiguration configuration, TriggerIngress ingress) {
        Request request = ingress.request();
        if (request == null || !problems(configuration).isEmpty()) {
            return TriggerReading.nothing(ingress);
        }
        List<Body> events = Body.read(request.body()).each("/events");
        if (events.size() > TriggerReading.MOST_SIGNALS) {
            throw new IllegalArgumentException(
                    "events must be at most " + TriggerReading.MOST_SIGNALS + ", got " + events.size());
        }
        List<SignalDraft> drafts = new ArrayList<>();
        for (Body event : events) {
            drafts.add(draft(configuration, MailEvent.of(event)));
        }
        return new TriggerReading(drafts, ingress.memory());
    }

    private static SignalDraft draft(TriggerConfiguration configuration, MailEvent event) {
        String thread = event.payload().get("thread");
        return SignalDraft.of(configuration.workspaceId(), event.family(), SignalSource.HOOK, event.reason())
                .withUrgency(event.urgency(), event.confidence())
                .withFingerprint(
                        "mailbox:" + configuration.id() + ":" + event.name() + (thread == null ? "" : ":" + thread))
                .withPayload(event.payload());
    }
}
