package tacit.adapt.skills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import tacit.adapt.skills.text.Json;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillReview;

/** Who proposed and who decided, as JSON. */
final class Actors {

    /** Whoever left a file in the folder of the workspace. */
    static final SkillActor FOLDER = new SkillActor(SkillActor.Kind.IMPORT, "workspace folder");

    private Actors() {}

    static ObjectNode json(SkillActor actor) {
        ObjectNode node = Json.object();
        node.put("kind", actor.kind().name());
        node.put("name", actor.name());
        return node;
    }

    static SkillActor read(JsonNode node) {
        return new SkillActor(SkillActor.Kind.valueOf(Json.string(node, "kind")), Json.string(node, "name"));
    }

    static ObjectNode json(SkillReview review) {
        ObjectNode node = Json.object();
        node.set("by", json(review.by()));
        node.put("at", review.at().toString());
        node.put("reason", review.reason());
        node.put("skillName", review.skillName());
        return node;
    }

    static SkillReview review(JsonNode node) {
        return new SkillReview(
                read(node.path("by")),
                Json.time(node, "at", Instant.EPOCH),
                Json.optional(node, "reason"),
                Json.optional(node, "skillName"));
    }
}
