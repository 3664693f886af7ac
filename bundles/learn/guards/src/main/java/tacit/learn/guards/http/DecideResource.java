package tacit.learn.guards.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AccessRole;
import tacit.api.experiment.Arms;
import tacit.api.generation.Trials;
import tacit.api.guard.Guard;
import tacit.api.guard.GuardAnswer;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Answers an agent whether a call of a tool may be made. */
@Component
public final class DecideResource implements HttpResource {

    private static final long LONGEST = 4L << 20;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Arms arms;

    private final Guard guard;
    private final Question question = new Question();

    @Activate
    public DecideResource(@Reference Guard guard) {
        this.guard = guard;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/decide";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public long maxBodyBytes() {
        return LONGEST;
    }

    @Override
    public Reply handle(Call call) {
        Question.Asked asked = question.read(call.body());
        GuardAnswer answer = Arms.serve(
                arms, call.principal().scope().workspaceId(), unit(call, asked), () -> guard.decide(asked.question()));
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        said.put("effect", answer.effect().name().toLowerCase(Locale.ROOT));
        said.put("reason", answer.reason());
        said.put("ruleId", answer.ruleId());
        return Reply.json(200, said.toString());
    }

    private static @Nullable String unit(Call call, Question.Asked asked) {
        // Who names a trial is led there already
        if (call.header(Trials.HEADER).isPresent()) {
            return null;
        }
        String user = call.principal().scope().userId();
        return Arms.unit(asked.profileId(), user == null ? asked.userId() : user, asked.sessionId());
    }
}
