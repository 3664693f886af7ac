package tacit.trigger.webhook;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
import tacit.trigger.words.Choices;
import tacit.trigger.words.ForgeEvent;

/** Reads the JSON of a webhook: pushes, issues, pull requests and checks of a forge by themselves, the rest as options say. Immutable. */
@Component(property = Role.PROPERTY + "=trigger/webhook")
public final class WebhookTrigger implements Trigger {

    private static final String NAMED_BY = "x-event-type";

    @Override
    public TriggerPlan plan(TriggerConfiguration configuration) {
        return new TriggerPlan(Mapping.of(configuration).problems(), null, List.of(), false, true, List.of(NAMED_BY));
    }

    @Override
    public TriggerReading read(TriggerConfiguration configuration, TriggerIngress ingress) {
        Mapping mapping = Mapping.of(configuration);
        Request request = ingress.request();
        if (request == null || !mapping.problems().isEmpty()) {
            return TriggerReading.nothing(ingress);
        }
        Body body = Body.read(request.body());
        SignalDraft draft = mapping.forges() && ForgeEvent.isShaped(body)
                ? ofForge(configuration, body)
                : mapping.isMeant(body) ? mapped(configuration, mapping, request, body) : null;
        return draft == null ? TriggerReading.nothing(ingress) : new TriggerReading(List.of(draft), ingress.memory());
    }

    private static @Nullable SignalDraft ofForge(TriggerConfiguration configuration, Body body) {
        ForgeEvent event = ForgeEvent.of(body);
        return event == null
                ? null
                : SignalDraft.of(configuration.workspaceId(), event.family(), SignalSource.HOOK, event.reason())
                        .withUrgency(event.urgency(), event.confidence())
                        .withFingerprint("hook:" + configuration.id() + ":" + event.name() + ":" + event.subject())
                        .withPayload(event.payload());
    }

    private static SignalDraft mapped(TriggerConfiguration configuration, Mapping mapping, Request request, Body body) {
        String named = request.headers().get(NAMED_BY);
        String reason = mapping.reason(body);
        Map<String, String> payload = new TreeMap<>(mapping.payload(body));
        if (named != null) {
            payload.put("event", named);
        }
        String said = Objects.requireNonNullElse(reason, "Webhook " + configuration.id() + " was called");
        String subject = mapping.subject(body);
        SignalDraft draft = SignalDraft.of(configuration.workspaceId(), mapping.family(body), SignalSource.HOOK, said)
                .withUrgency(mapping.urgency(body), mapping.confidence(body))
                .withPayload(payload);
        return draft.withFingerprint("hook:" + configuration.id() + ":" + Choices.word(draft.family())
                + (subject == null ? "" : ":" + subject));
    }
}
