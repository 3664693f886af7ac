package tacit.surface.gateway.rest;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.recall.ContextCompaction;
import tacit.api.recall.DurableContext;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Keeps the summary that takes the place of messages in a prompt, with the messages. */
@Component
public final class ContextSummariesResource implements HttpResource {

    private static final int LONGEST_SUMMARY = 100_000;
    private static final int LONGEST_LABEL = 400;

    private final DurableContext context;
    private final RunEvidence evidence;

    @Activate
    public ContextSummariesResource(@Reference DurableContext context, @Reference RunEvidence evidence) {
        this.context = context;
        this.evidence = evidence;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/memory/context/summaries";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public long maxBodyBytes() {
        return SessionMessages.MOST_BYTES;
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        ContextPart part = ContextPart.of(call, context, evidence, Set.of("summary", "label", "proactive"));
        try {
            ContextCompaction compaction = new ContextCompaction(
                    part.recording(),
                    part.fields().text("summary", LONGEST_SUMMARY),
                    part.fields().optionalText("label", LONGEST_LABEL),
                    part.fields().truth("proactive", false));
            return Json.reply(200, ContextPart.view(context.compact(compaction)));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}
