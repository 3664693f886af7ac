package tacit.adapt.skills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.adapt.skills.text.Content;
import tacit.adapt.skills.text.Json;
import tacit.adapt.skills.text.Parameters;
import tacit.adapt.skills.text.SkillNames;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.SkillProposal.Kind;
import tacit.api.adapt.SkillProposal.Status;
import tacit.api.adapt.SkillProposalDraft;
import tacit.api.adapt.SkillReview;

/**
 * A proposal as it is stored. Immutable.
 *
 * @param id its name
 * @param kind what is to be done
 * @param status where it stands
 * @param content all that it says
 * @param signature the same for the same proposal again
 * @param proposer who proposed it
 * @param createdAt when
 * @param updatedAt when it was last changed
 * @param review what was decided; null while it waits
 */
record StoredProposal(
        String id,
        Kind kind,
        Status status,
        Content content,
        String signature,
        SkillActor proposer,
        Instant createdAt,
        Instant updatedAt,
        @Nullable SkillReview review) {

    private static final int LAYOUT = 1;

    static StoredProposal of(Kind kind, Content content, SkillActor proposer, String signature, Instant now) {
        long millis = now.toEpochMilli();
        String id = "sp_" + millis + "_"
                + SkillNames.hash(signature + millis + kind).substring(0, 8);
        return new StoredProposal(
                id, kind, Status.PENDING, content, signature, proposer, Instant.ofEpochMilli(millis), now, null);
    }

    StoredProposal reviewed(Status decided, SkillReview decision) {
        return new StoredProposal(id, kind, decided, content, signature, proposer, createdAt, decision.at(), decision);
    }

    StoredProposal saying(Content words, Instant now) {
        return new StoredProposal(id, kind, status, words, signature, proposer, createdAt, now, review);
    }

    @Nullable
    String patternId() {
        return content.isPattern() ? content.support().patternId() : null;
    }

    SkillProposal seen() {
        return new SkillProposal(
                id,
                LAYOUT,
                kind,
                status,
                content.problem(),
                content.evidence(),
                content.tools(),
                content.risk(),
                content.draft(),
                signature,
                patternId(),
                proposer,
                createdAt,
                updatedAt,
                review);
    }

    /** For people and other programs, in the layout that they know. */
    ObjectNode file() {
        SkillDraft draft = content.draft();
        ObjectNode node = Json.object();
        node.put("id", id);
        node.put("version", LAYOUT);
        node.put("status", status.name().toLowerCase(Locale.ROOT));
        node.put("problemStatement", content.problem());
        Json.put(node, "evidence", content.evidence());
        Json.put(node, "requiredTools", content.tools());
        node.put("riskNote", content.risk());
        ObjectNode skill = node.putObject("draftSkill");
        skill.put("id", draft.id());
        skill.put("name", draft.name());
        skill.put("description", draft.description());
        skill.put("prompt", draft.prompt());
        skill.put("icon", draft.icon());
        skill.put("category", draft.category());
        skill.set("parameters", Parameters.json(draft.parameters()));
        skill.put("enabled", draft.enabled());
        node.put("signature", signature);
        node.put("createdAt", createdAt.toEpochMilli());
        node.put("updatedAt", updatedAt.toEpochMilli());
        if (review != null && status == Status.REJECTED) {
            node.put("rejectionReason", review.reason());
        }
        if (review != null && review.skillName() != null) {
            node.put("approvedSkillId", review.skillName());
        }
        return node;
    }

    ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("id", id);
        node.put("kind", kind.name());
        node.put("status", status.name());
        node.set("content", content.json());
        node.put("signature", signature);
        node.set("proposer", Actors.json(proposer));
        node.put("createdAt", createdAt.toString());
        node.put("updatedAt", updatedAt.toString());
        if (review != null) {
            node.set("review", Actors.json(review));
        }
        return node;
    }

    static StoredProposal read(String text) {
        ObjectNode node = Json.stored(text);
        JsonNode review = node.path("review");
        return new StoredProposal(
                Json.string(node, "id"),
                Kind.valueOf(Json.string(node, "kind")),
                Status.valueOf(Json.string(node, "status")),
                Content.read(node.path("content")),
                Json.string(node, "signature"),
                Actors.read(node.path("proposer")),
                Json.time(node, "createdAt", Instant.EPOCH),
                Json.time(node, "updatedAt", Instant.EPOCH),
                review.isObject() ? Actors.review(review) : null);
    }

    /** What another program left in the folder; empty when it is none. */
    static Optional<StoredProposal> foreign(String text, Instant changed) {
        ObjectNode node = Json.read(text).orElseGet(Json::object);
        JsonNode skill = node.path("draftSkill");
        String id = Json.string(node, "id");
        Status status = status(Json.string(node, "status"));
        if (!id.matches("sp_\\d{1,19}_[0-9a-f]{8}")
                || status == null
                || Json.string(skill, "prompt").isBlank()) {
            return Optional.empty();
        }
        SkillDraft draft = new SkillDraft(
                Json.string(skill, "id"),
                Json.string(skill, "name"),
                Json.string(skill, "description"),
                Json.string(skill, "prompt"),
                Json.string(skill, "icon"),
                Json.string(skill, "category"),
                Parameters.read(skill.path("parameters")),
                skill.path("enabled").asBoolean(true));
        SkillProposalDraft proposal = new SkillProposalDraft(
                Json.string(node, "problemStatement"),
                Json.strings(node, "evidence"),
                Json.strings(node, "requiredTools"),
                Json.string(node, "riskNote"),
                draft,
                Actors.FOLDER,
                List.of());
        Content content = Content.of(proposal, new TreeMap<>());
        Instant updated = Json.time(node, "updatedAt", changed);
        SkillReview review = status == Status.PENDING
                ? null
                : new SkillReview(
                        Actors.FOLDER,
                        updated,
                        Json.optional(node, "rejectionReason"),
                        Json.optional(node, "approvedSkillId"));
        String signature = Objects.requireNonNullElse(Json.optional(node, "signature"), Signatures.of(content));
        Instant created = Json.time(node, "createdAt", changed);
        return Optional.of(
                new StoredProposal(id, Kind.USE, status, content, signature, Actors.FOLDER, created, updated, review));
    }

    private static @Nullable Status status(String word) {
        for (Status status : Status.values()) {
            if (status.name().equalsIgnoreCase(word)) {
                return status;
            }
        }
        return null;
    }
}
