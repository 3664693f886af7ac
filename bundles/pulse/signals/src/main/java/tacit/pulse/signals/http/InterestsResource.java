package tacit.pulse.signals.http;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Signals;

/** Lets an operator say which families a profile hears of; the audit log says so before. */
@Component
public final class InterestsResource implements HttpResource {

    private final Signals signals;
    private final AutomationProfiles profiles;

    @Activate
    public InterestsResource(@Reference Signals signals, @Reference AutomationProfiles profiles) {
        this.signals = signals;
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/signals/interests";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Owned.known(call);
        try {
            Fields fields = Fields.of(Fields.body(call), Set.of("profileId", "families"));
            String id = Owned.profile(call, profiles, fields.needed("profileId"));
            Set<SignalFamily> families = fields.texts("families").stream()
                    .map(word -> Objects.requireNonNull(Fields.word(SignalFamily.class, "families", word)))
                    .collect(Collectors.toSet());
            signals.interest(id, families, call.principal().name());
            return Fields.reply(
                    200,
                    Map.of(
                            "profileId",
                            id,
                            "interests",
                            signals.interests(id).stream()
                                    .map(Views::word)
                                    .sorted()
                                    .toList()));
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, String.valueOf(e.getMessage()));
        }
    }
}
