package tacit.adapt.skills;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tacit.adapt.skills.text.Content;
import tacit.adapt.skills.text.Json;
import tacit.api.adapt.Skill;
import tacit.api.adapt.Skill.State;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillUses;
import tacit.api.adapt.SkillVersion;

/**
 * A skill as it is stored: what it says now, and what it said before. Immutable.
 *
 * @param name by which agents know it
 * @param state whether they are told of it
 * @param versions what it said, the first first, at least one
 * @param createdAt when it was approved first
 * @param updatedAt when it was last changed
 */
record StoredSkill(String name, State state, List<Version> versions, Instant createdAt, Instant updatedAt) {

    private static final int MOST_VERSIONS = 20;

    /**
     * What it said at a time.
     *
     * @param number from 1
     * @param content all of it
     * @param proposalId the proposal that it came of; null for none
     * @param by who made it so
     * @param note what changed
     * @param at since when
     */
    record Version(int number, Content content, @Nullable String proposalId, SkillActor by, String note, Instant at) {

        SkillVersion seen() {
            return new SkillVersion(number, content.draft(), content.evidence(), proposalId, by, note, at);
        }
    }

    StoredSkill {
        versions = List.copyOf(versions);
    }

    Version current() {
        return versions.get(versions.size() - 1);
    }

    @Nullable
    String patternId() {
        Content content = current().content();
        return content.isPattern() ? content.support().patternId() : null;
    }

    Optional<Version> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    /** As it was when that was its newest version, and active; empty when there is no such version. */
    Optional<StoredSkill> at(int number) {
        return version(number)
                .map(version -> new StoredSkill(
                        name,
                        State.ACTIVE,
                        versions.subList(0, versions.indexOf(version) + 1),
                        createdAt,
                        version.at()));
    }

    boolean isOf(String proposalId) {
        return versions.stream().anyMatch(version -> proposalId.equals(version.proposalId()));
    }

    /** With one more version; of many the oldest go. */
    StoredSkill saying(Content content, @Nullable String proposalId, SkillActor by, String note, Instant at) {
        List<Version> all = new ArrayList<>(versions);
        all.add(new Version(current().number() + 1, content, proposalId, by, note, at));
        return new StoredSkill(name, State.ACTIVE, newest(all), createdAt, at);
    }

    StoredSkill retired(Instant at) {
        return new StoredSkill(name, State.RETIRED, versions, createdAt, at);
    }

    /** Each version without some words, and a new one where what it says now has changed; empty when nothing is left. */
    Optional<StoredSkill> without(Function<Content, Optional<Content>> words, String note, Instant at) {
        List<Version> left = new ArrayList<>();
        for (Version version : versions) {
            words.apply(version.content())
                    .ifPresent(content -> left.add(new Version(
                            version.number(),
                            content,
                            version.proposalId(),
                            version.by(),
                            version.note(),
                            version.at())));
        }
        if (left.isEmpty()) {
            return Optional.empty();
        }
        if (left.equals(versions)) {
            return Optional.of(this);
        }
        Version last = left.get(left.size() - 1);
        if (!last.equals(current())) {
            // The number of a version that is gone is not used again: a generation may name it
            left.add(new Version(current().number() + 1, last.content(), null, SkillActor.HOST, note, at));
        }
        return Optional.of(new StoredSkill(name, state, newest(left), createdAt, at));
    }

    private static List<Version> newest(List<Version> versions) {
        return versions.subList(Math.max(0, versions.size() - MOST_VERSIONS), versions.size());
    }

    Skill seen(SkillUses uses) {
        return new Skill(name, state, current().seen(), uses, patternId(), createdAt, updatedAt);
    }

    String json() {
        ObjectNode node = Json.object();
        node.put("name", name);
        node.put("state", state.name());
        node.put("createdAt", createdAt.toString());
        node.put("updatedAt", updatedAt.toString());
        ArrayNode array = node.putArray("versions");
        for (Version version : versions) {
            ObjectNode one = array.addObject();
            one.put("version", version.number());
            one.set("content", version.content().json());
            one.put("proposalId", version.proposalId());
            one.set("by", Actors.json(version.by()));
            one.put("note", version.note());
            one.put("at", version.at().toString());
        }
        return Json.text(node);
    }

    static StoredSkill read(String text) {
        ObjectNode node = Json.stored(text);
        List<Version> versions = new ArrayList<>();
        node.path("versions")
                .forEach(one -> versions.add(new Version(
                        one.path("version").intValue(),
                        Content.read(one.path("content")),
                        Json.optional(one, "proposalId"),
                        Actors.read(one.path("by")),
                        Json.string(one, "note"),
                        Json.time(one, "at", Instant.EPOCH))));
        return new StoredSkill(
                Json.string(node, "name"),
                State.valueOf(Json.string(node, "state")),
                versions,
                Json.time(node, "createdAt", Instant.EPOCH),
                Json.time(node, "updatedAt", Instant.EPOCH));
    }
}
