package tacit.memory.curated;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Role;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MigrationReport;
import tacit.api.memory.MigrationReport.Status;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.memory.WorkspaceMigration;
import tacit.api.memory.WriteGate;

/** Takes the blocks of curated entries over at the first contact with a folder. Thread-safe; keeps nothing. */
@Component(property = Role.PROPERTY + "=workspace-migration")
public final class BlockMigration implements WorkspaceMigration {

    private final MemoryStore store;
    private final WorkspaceFiles files;
    private final WriteGate gate;
    private final Clock clock;
    private final FirstContact contact;

    @Activate
    public BlockMigration(
            @Reference MemoryStore store,
            @Reference WorkspaceFiles files,
            @Reference WriteGate gate,
            @Reference Clock clock) {
        this.store = store;
        this.files = files;
        this.gate = gate;
        this.clock = clock;
        contact = new FirstContact(store);
    }

    @Override
    public MigrationReport migrate(String workspaceId, boolean dryRun) {
        Optional<String> folder = files.folder(workspaceId);
        Survey survey = new Survey(files, workspaceId);
        Takeover takeover = new Takeover(store, gate, clock, workspaceId, dryRun);
        if (folder.isEmpty()) {
            return report(workspaceId, Status.NO_FOLDER, survey, takeover);
        }
        Status status = takeOver(workspaceId, folder.get(), takeover, dryRun);
        if (dryRun || status != Status.DONE_BEFORE) {
            survey.run();
        }
        return report(workspaceId, status, survey, takeover);
    }

    /** Takes the blocks over where that was not done yet; cheap where it was. */
    void atFirstContact(String workspaceId) {
        Optional<String> folder = files.folder(workspaceId);
        if (folder.isPresent() && !contact.isOver(workspaceId, folder.get())) {
            takeOver(workspaceId, folder.get(), new Takeover(store, gate, clock, workspaceId, false), false);
        }
    }

    private Status takeOver(String workspaceId, String folder, Takeover takeover, boolean dryRun) {
        if (contact.isOver(workspaceId, folder)) {
            return Status.DONE_BEFORE;
        }
        Map<Target, List<BlockLine>> blocks = new EnumMap<>(Target.class);
        for (Target target : Target.values()) {
            List<BlockLine> lines = lines(workspaceId, target, takeover);
            if (!lines.isEmpty()) {
                blocks.put(target, lines);
            }
        }
        blocks.forEach((target, lines) -> lines.forEach(line -> takeover.take(Mirror.path(target), target, line)));
        if (blocks.isEmpty() || dryRun) {
            return blocks.isEmpty() ? Status.NOTHING : Status.DRY_RUN;
        }
        try {
            contact.over(workspaceId, folder, evidence(blocks.keySet()));
        } catch (IllegalArgumentException e) {
            takeover.remarks().add("It is looked at again the next time: " + e.getMessage());
        }
        return Status.DONE;
    }

    private static List<Evidence> evidence(Set<Target> blocks) {
        return blocks.stream()
                .map(target -> Evidence.of(Evidence.Kind.FILE, Mirror.path(target)))
                .toList();
    }

    private List<BlockLine> lines(String workspaceId, Target target, Takeover takeover) {
        Optional<WorkspaceFile> file = files.read(workspaceId, Mirror.path(target), Mirror.LARGEST);
        Optional<String> unfit = file.flatMap(Mirror::unfit);
        unfit.ifPresent(reason -> takeover.remarks().add(Mirror.path(target) + " is not taken over: " + reason));
        return file.filter(read -> unfit.isEmpty())
                .map(read -> BlockLine.in(read.text(), target))
                .orElse(List.of());
    }

    private static MigrationReport report(String workspaceId, Status status, Survey survey, Takeover takeover) {
        List<String> remarks = new ArrayList<>(takeover.remarks());
        remarks.addAll(survey.remarks());
        return new MigrationReport(
                workspaceId,
                status,
                takeover.count(Takeover.Outcome.ADDED),
                takeover.count(Takeover.Outcome.WAITING),
                takeover.count(Takeover.Outcome.KNOWN),
                takeover.count(Takeover.Outcome.KEPT),
                survey.found(),
                remarks);
    }
}
