package tacit.adapt.learning;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.OfferedSkills;
import tacit.api.adapt.SkillFolders;
import tacit.api.generation.GenerationListener;
import tacit.api.generation.Generations;
import tacit.api.store.Scope;

/**
 * Lets the folders of agents follow what a generation offers, whoever promoted it or brought it back. The generation and its
 * audit say why; files that were changed by hand stay. Stateless.
 */
@Component
public final class OfferedFolders implements GenerationListener {

    private final Generations generations;
    private final SkillFolders folders;

    @Activate
    public OfferedFolders(
            @Reference(service = SoughtGenerations.class) Generations generations, @Reference SkillFolders folders) {
        this.generations = generations;
        this.folders = folders;
    }

    /** Of every workspace that was ever named, as what is named no more has to go, too. */
    @Override
    public void activated() {
        generations.list().stream()
                .flatMap(generation -> generation.configurations().values().stream())
                .map(settings -> settings.getOrDefault(OfferedSkills.SETTING, ""))
                .filter(text -> !text.isEmpty())
                .distinct()
                .flatMap(text -> OfferedSkills.read(text).workspaces().keySet().stream())
                .distinct()
                .forEach(workspace -> folders.sync(Scope.ofWorkspace(workspace)));
    }
}
