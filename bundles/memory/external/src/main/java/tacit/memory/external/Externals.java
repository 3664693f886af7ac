package tacit.memory.external;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.ExternalMemory;
import tacit.api.memory.Workspaces;

/** The memories outside that are there; usually none. Thread-safe. */
@Component(service = Externals.class)
public final class Externals {

    private static final Logger log = LoggerFactory.getLogger(Externals.class);

    private final Map<String, ExternalMemory> memories = new ConcurrentSkipListMap<>();

    /** Knows the folders, by whose names people know workspaces. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Workspaces workspaces;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addMemory(ExternalMemory memory) {
        memories.put(memory.id(), memory);
    }

    public void removeMemory(ExternalMemory memory) {
        memories.values().remove(memory);
    }

    /** All of them, in order of their ids. */
    public List<ExternalMemory> all() {
        return List.copyOf(memories.values());
    }

    /** Those that are switched on; one that cannot even say that is not. */
    public List<ExternalMemory> enabled() {
        return memories.values().stream().filter(Externals::isEnabled).toList();
    }

    /** Whether it is switched on. */
    static boolean isEnabled(ExternalMemory memory) {
        try {
            return memory.enabled();
        } catch (RuntimeException e) {
            log.debug("Cannot ask a memory outside whether it is on", e);
            return false;
        }
    }

    public Optional<ExternalMemory> find(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(memories.get(id));
    }

    /**
     * One that is switched on.
     *
     * @throws IllegalArgumentException when there is none of this id, or it is off
     */
    public ExternalMemory on(@Nullable String id) {
        return find(id).filter(Externals::isEnabled)
                .orElseThrow(() -> new IllegalArgumentException(
                        "provider must be a memory outside that is switched on, got '" + id + "'"));
    }

    /** How people call a workspace: the name of its folder, else its id. */
    public String name(String workspaceId) {
        Workspaces known = workspaces;
        return (known == null ? Optional.<String>empty() : known.folder(workspaceId))
                .map(folder -> Path.of(folder).getFileName())
                .map(Path::toString)
                .orElse(workspaceId);
    }
}
