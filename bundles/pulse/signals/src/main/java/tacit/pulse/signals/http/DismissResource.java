package tacit.pulse.signals.http;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.Signal;
import tacit.api.pulse.Signals;

/** Lets an operator end a signal without work. */
@Component
public final class DismissResource implements HttpResource {

    private final Signals signals;
    private final AutomationProfiles profiles;

    @Activate
    public DismissResource(@Reference Signals signals, @Reference AutomationProfiles profiles) {
        this.signals = signals;
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/signals/{id}/dismiss";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Owned.known(call);
        Signal signal = owned(call);
        String reason = reason(call);
        if (!signals.dismiss(signal.id(), call.principal().name(), reason)) {
            throw new HttpProblem(409, "The signal does not wait any more");
        }
        return Fields.reply(
                200, Views.signal(signal, signals.fates(List.of(signal.id())).get(0)));
    }

    private Signal owned(Call call) {
        String id = Objects.requireNonNull(call.pathParameters().get("id"), "id");
        return signals.find(id)
                .filter(found -> profiles.find(found.profileId())
                        .filter(profile -> profile.workspaceId().equals(Owned.workspace(call)))
                        .isPresent())
                .orElseThrow(() -> new HttpProblem(404, "No such signal in the token's workspace"));
    }

    private static String reason(Call call) {
        try {
            return call.body().length == 0
                    ? ""
                    : Objects.requireNonNullElse(
                            Fields.of(Fields.body(call), Set.of("reason")).text("reason"), "");
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, String.valueOf(e.getMessage()));
        }
    }
}
