package tacit.pulse.signals.http;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Signals;
import tacit.pulse.signals.Wake;

/** Takes requests for a look: at once, or with the next one. */
@Component
public final class WakeResource implements HttpResource {

    private static final Map<String, Boolean> MODES = Map.of("now", true, "next-heartbeat", false);

    private final Signals signals;
    private final AutomationProfiles profiles;
    private final Clock clock;
    private final AtomicLong calls = new AtomicLong();

    @Activate
    public WakeResource(@Reference Signals signals, @Reference AutomationProfiles profiles, @Reference Clock clock) {
        this.signals = signals;
        this.profiles = profiles;
        this.clock = clock;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/signals/wake";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Owned.known(call);
        try {
            Fields fields = Fields.of(Fields.body(call), Set.of("text", "mode", "source", "profileId"));
            Signals.Receipt receipt =
                    signals.submit(List.of(draft(call, fields))).get(0);
            return Fields.reply(
                    200,
                    Map.of("signals", receipt.signals().stream().map(Signal::id).toList(), "merged", receipt.merged()));
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, String.valueOf(e.getMessage()).replaceFirst("^drafts\\[0]: ", ""));
        }
    }

    private SignalDraft draft(Call call, Fields fields) {
        Boolean now = MODES.get(Objects.requireNonNullElse(fields.text("mode"), "next-heartbeat"));
        if (now == null) {
            throw new IllegalArgumentException("mode must be now or next-heartbeat");
        }
        SignalSource source = Fields.word(SignalSource.class, "source", fields.text("source"));
        Wake wake = new Wake(fields.needed("text"), now, source == null ? SignalSource.API : source);
        String nonce = clock.instant() + "-" + calls.incrementAndGet();
        String id = fields.text("profileId");
        String role = id == null ? null : role(Owned.profile(call, profiles, id));
        SignalDraft draft = wake.draft(Owned.workspace(call), role, nonce);
        return id == null ? draft : draft.forProfile(id);
    }

    private @Nullable String role(String profileId) {
        return profiles.find(profileId).map(AutomationProfile::agentRoleId).orElse(null);
    }
}
