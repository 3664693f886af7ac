package tacit.adapt.skills;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import tacit.api.adapt.OfferedSkills;
import tacit.api.adapt.Skill;
import tacit.api.store.Scope;

/**
 * What agents are told of: the versions that the settings name, and where these do not name a workspace, what is active there.
 * What is one user's own is never named in settings.
 *
 * @param shelf all skills
 * @param offered what the settings name
 */
record OfferedShelf(Shelf shelf, OfferedSkills offered) {

    /** @throws IllegalArgumentException when the setting cannot be read */
    static OfferedShelf of(Shelf shelf, String setting) {
        return new OfferedShelf(shelf, OfferedSkills.read(setting));
    }

    /** Each says what its version says that is offered. A version that is gone, as when it was forgotten, is not offered. */
    List<StoredSkill> list(Scope owner) {
        Optional<SortedMap<String, Integer>> named = named(owner);
        return named.isEmpty()
                ? shelf.active(owner)
                : shelf.list(owner).stream()
                        .flatMap(skill -> at(skill, named.get()).stream())
                        .toList();
    }

    Optional<StoredSkill> find(Scope owner, String name) {
        Optional<SortedMap<String, Integer>> named = named(owner);
        return shelf.find(owner, name)
                .flatMap(skill -> named.isEmpty()
                        ? Optional.of(skill).filter(one -> one.state() == Skill.State.ACTIVE)
                        : at(skill, named.get()));
    }

    private Optional<SortedMap<String, Integer>> named(Scope owner) {
        return owner.userId() == null ? offered.of(owner.workspaceId()) : Optional.empty();
    }

    private static Optional<StoredSkill> at(StoredSkill skill, SortedMap<String, Integer> named) {
        return Optional.ofNullable(named.get(skill.name())).flatMap(skill::at);
    }
}
