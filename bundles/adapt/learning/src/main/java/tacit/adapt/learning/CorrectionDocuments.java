package tacit.adapt.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.StateStore;
import tacit.api.adapt.UserCorrection;
import tacit.api.store.Scope;

/** Keeps each correction as a document of its own, under where it stands, so that it is kept once. Thread-safe. */
@Component(service = CorrectionDocuments.class)
public final class CorrectionDocuments {

    private static final int LONGEST = 150;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StateStore states;

    @Activate
    public CorrectionDocuments(@Reference StateStore states) {
        this.states = states;
    }

    Route route() {
        return Routes.named("corrections", this::lead);
    }

    private FeedbackRoute lead(Told told) {
        List<UserCorrection> found = told.effects().corrections();
        if (found.isEmpty() || told.feedback().userId() == null || !told.mayKeepWords()) {
            boolean nobody = told.feedback().userId() == null;
            return Route.skipped(found.isEmpty() ? "it puts nothing right" : nobody ? Route.NOBODY : Route.READ_ALONG);
        }
        keep(
                told.owner(),
                told.feedback().taskId(),
                "feedback:" + told.feedback().id(),
                found);
        return Route.done("kept " + found.size());
    }

    /** Those of a run; the source tells those of a message from those of feedback. */
    void keep(Scope owner, String taskId, String source, List<UserCorrection> corrections) {
        for (int i = 0; i < corrections.size(); i++) {
            String key = named(taskId) + "/" + named(source) + "/" + i;
            states.put(owner, UserCorrection.KIND, key, 0, text(taskId, source, corrections.get(i)), List.of(taskId));
        }
    }

    /** A name of a document has room for so much. */
    private static String named(String id) {
        return id.length() <= LONGEST
                ? id
                : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String text(String taskId, String source, UserCorrection correction) {
        ObjectNode content = JSON.createObjectNode()
                .put("taskId", taskId)
                .put("source", source)
                .put("believed", correction.believed())
                .put("right", correction.right())
                .put("words", correction.words());
        content.putObject("scope")
                .put("reach", correction.scope().reach().name())
                .put("id", correction.scope().id());
        ArrayNode evidence = content.putArray("evidence");
        correction.evidence().forEach(one -> evidence.addObject()
                .put("kind", one.kind().name())
                .put("id", one.id())
                .put("begin", one.begin())
                .put("end", one.end()));
        return content.toString();
    }
}
