package tacit.adapt.skills;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tacit.adapt.skills.text.Json;
import tacit.adapt.skills.text.SkillNames;
import tacit.api.adapt.Skill;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.StateDocument;
import tacit.api.store.Scope;

/** Keeps the skills that were approved. */
final class Shelf {

    static final String KIND = "skill";

    /** By the hash of its name, the last number that a skill had which is gone: a generation may still name it. */
    private static final String NUMBERS = "skill.number";

    private static final int MOST = 1000;

    private final Documents documents;

    Shelf(Documents documents) {
        this.documents = documents;
    }

    List<StoredSkill> list(Scope owner) {
        return documents.own(owner, KIND, MOST).stream()
                .map(document -> StoredSkill.read(document.content()))
                .toList();
    }

    List<StoredSkill> active(Scope owner) {
        return list(owner).stream()
                .filter(skill -> skill.state() == Skill.State.ACTIVE)
                .toList();
    }

    Optional<StoredSkill> find(Scope owner, String name) {
        return name.isBlank() || name.length() > SkillNames.LONGEST
                ? Optional.empty()
                : documents.find(owner, KIND, name).map(document -> StoredSkill.read(document.content()));
    }

    /** Changes a skill; empty when there is none, or the change answers null. */
    Optional<StoredSkill> change(Scope owner, String name, Function<StoredSkill, @Nullable StoredSkill> change) {
        return documents
                .change(owner, KIND, name, there -> {
                    StoredSkill after = there == null ? null : change.apply(StoredSkill.read(there));
                    return after == null ? null : after.json();
                })
                .map(document -> StoredSkill.read(document.content()));
    }

    /** Gives a skill what an approved proposal says, once. */
    StoredSkill accept(Scope owner, StoredProposal proposal, String name, SkillActor by, String note, Instant at) {
        Optional<StateDocument> changed = documents.change(owner, KIND, name, there -> {
            if (there == null) {
                int number = last(owner, name) + 1;
                StoredSkill.Version first =
                        new StoredSkill.Version(number, proposal.content(), proposal.id(), by, note, at);
                return new StoredSkill(name, Skill.State.ACTIVE, List.of(first), at, at).json();
            }
            StoredSkill skill = StoredSkill.read(there);
            return skill.isOf(proposal.id())
                    ? null
                    : skill.saying(proposal.content(), proposal.id(), by, note, at)
                            .json();
        });
        return changed.map(document -> StoredSkill.read(document.content()))
                .or(() -> find(owner, name))
                .orElseThrow(() -> new IllegalStateException("Cannot find skill '" + name + "' after it was stored"));
    }

    private int last(Scope owner, String name) {
        return documents
                .find(owner, NUMBERS, SkillNames.hash(name))
                .map(document -> Json.stored(document.content()).path("last").intValue())
                .orElse(0);
    }

    void remove(Scope owner, String name) {
        Optional<StoredSkill> gone = owner.userId() == null ? find(owner, name) : Optional.empty();
        gone.ifPresent(skill -> documents.change(
                owner,
                NUMBERS,
                SkillNames.hash(name),
                there -> Json.text(Json.object().put("last", skill.current().number()))));
        documents.remove(owner, KIND, name);
    }
}
