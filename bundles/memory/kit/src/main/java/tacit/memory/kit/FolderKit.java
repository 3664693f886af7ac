package tacit.memory.kit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.KitStatus;
import tacit.api.memory.MemoryPressure;
import tacit.api.memory.Visibility;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.memory.WorkspaceKit;

/** Reads the kit from the workspace's folder each time it is asked. Thread-safe. */
@Component(property = Role.PROPERTY + "=workspace-kit")
@Designate(ocd = FolderKit.Config.class)
public final class FolderKit implements WorkspaceKit {

    private static final List<String> MAPS = List.of("docs/CODEBASE_MAP.md", "docs/architecture.md", "ARCHITECTURE.md");
    private static final List<String> OF_THE_DAY = List.of("Open Loops", "Next Actions", "Decisions", "Summary");

    /** How the kit is read. */
    @ObjectClassDefinition(name = "Tacit workspace kit")
    public @interface Config {

        @AttributeDefinition(
                name = "Time zone",
                description = "Whose days the notes in .cowork/memory are named after, such as Europe/Berlin")
        String zone() default "UTC";
    }

    private final WorkspaceFiles files;
    private final ZoneId zone;

    @Activate
    public FolderKit(@Reference WorkspaceFiles files, Config config) {
        this(files, config.zone());
    }

    public FolderKit(WorkspaceFiles files, String zone) {
        this.files = files;
        try {
            this.zone = ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone must be a time zone such as Europe/Berlin, got '" + zone + "'", e);
        }
    }

    @Override
    public String context(ContextRequest request) {
        // Most of a kit is about its owner, so nobody else is shown any of it.
        if (!request.audience().maySee(Visibility.PRIVATE)) {
            return "";
        }
        Folder folder = new Folder(files, request.workspaceId());
        List<KitSection> sections = new ArrayList<>();
        MAPS.forEach(path -> folder.read(path).ifPresent(file -> sections.add(map(file))));
        for (Contract contract : Contract.shown()) {
            if (contract != Contract.DESIGN) {
                folder.readKit(contract.path()).ifPresent(file -> sections.add(section(contract, file)));
            } else if (DesignDocument.isFor(request.task()) && folder.isAttached()) {
                sections.add(DesignDocument.of(folder));
            }
        }
        sections.addAll(Projects.of(folder, request.task(), request.audience().role()));
        day(folder, request.now()).ifPresent(sections::add);
        return KitSection.join(sections);
    }

    @Override
    public KitStatus status(String workspaceId, Instant now) {
        return new Standing(files, workspaceId).at(now);
    }

    @Override
    public MemoryPressure pressure(String workspaceId) {
        return Pressure.of(new Folder(files, workspaceId));
    }

    @Override
    public boolean write(String workspaceId, String file, @Nullable String expectedSha256, String text, Instant now) {
        return new Revisions(files, workspaceId).write(file, expectedSha256, text, now);
    }

    private static KitSection map(WorkspaceFile file) {
        String title = file.path().endsWith("MAP.md") ? "Codebase Map" : "Architecture";
        return new KitSection(
                title, file.path(), Parsing.shown(Document.of(file.text()).body(), KitSection.LONGEST));
    }

    private static KitSection section(Contract contract, WorkspaceFile file) {
        return new KitSection(contract.title(), file.path(), Parsing.parse(contract, file.text()));
    }

    private Optional<KitSection> day(Folder folder, Instant now) {
        String path = ".cowork/memory/" + now.atZone(zone).toLocalDate() + ".md";
        return folder.read(path)
                .map(file -> Parsing.named(Document.of(file.text()).body(), OF_THE_DAY))
                .map(text -> new KitSection("Daily Log", path, Parsing.shown(text, KitSection.LONGEST)));
    }
}
