package tacit.surface.mcp.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.Skill;
import tacit.api.adapt.SkillFile;
import tacit.api.adapt.SkillFolders;
import tacit.api.adapt.Skills;
import tacit.api.memory.Visibility;
import tacit.api.store.Scope;
import tacit.surface.mcp.rpc.Caller;

/** The skills that agents are told of, for whom they may see them. Thread-safe. */
@Component(service = SkillShelf.class)
public final class SkillShelf {

    private static final int MOST = 1_000;

    private final Skills skills;
    private final SkillFolders folders;

    @Activate
    public SkillShelf(@Reference Skills skills, @Reference SkillFolders folders) {
        this.skills = skills;
        this.folders = folders;
    }

    /**
     * A skill as agents are told of it. Immutable.
     *
     * @param owner with whom it lies
     * @param skill what it says
     */
    public record Offered(Scope owner, Skill skill) {}

    /** The one of this name. */
    public Optional<Offered> find(Caller caller, String name) {
        return owners(caller).stream()
                .flatMap(owner -> skills.offered(owner, name).map(skill -> new Offered(owner, skill)).stream())
                .findFirst();
    }

    /** Its file. */
    public Optional<SkillFile> file(Offered offered) {
        return folders.document(offered.owner(), offered.skill().name());
    }

    /** All, by their names; where a user and the workspace have one of the same name, the user's. */
    List<Skill> list(Caller caller) {
        List<Skill> all = new ArrayList<>();
        for (Scope owner : owners(caller)) {
            skills.list(owner, false, MOST).stream()
                    .filter(skill ->
                            all.stream().noneMatch(known -> known.name().equals(skill.name())))
                    .flatMap(skill -> skills.offered(owner, skill.name()).stream())
                    .forEach(all::add);
        }
        all.sort((one, other) -> one.name().compareTo(other.name()));
        return all;
    }

    /** A user's own only where that user is alone with the agent. */
    private static List<Scope> owners(Caller caller) {
        List<Scope> owners = new ArrayList<>();
        if (caller.scope().userId() != null && caller.audience().maySee(Visibility.PRIVATE)) {
            owners.add(caller.scope());
        }
        if (caller.audience().maySee(Visibility.SHARED)) {
            owners.add(Scope.ofWorkspace(caller.scope().workspaceId()));
        }
        return owners;
    }
}
