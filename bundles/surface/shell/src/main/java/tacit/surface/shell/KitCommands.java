package tacit.surface.shell;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.memory.KitStatus;
import tacit.api.memory.MemoryPressure;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.memory.WorkspaceKit;
import tacit.api.store.Scope;

/** Commands that let an operator see how the kit of a workspace stands, and write a file of it. */
@Component(
        service = KitCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=kit"})
public final class KitCommands {

    private static final String FOLDER = ".cowork/";

    private final WorkspaceKit kit;
    private final WorkspaceFiles files;
    private final AuditLog audit;
    private final Clock clock;

    @Activate
    public KitCommands(
            @Reference WorkspaceKit kit,
            @Reference WorkspaceFiles files,
            @Reference AuditLog audit,
            @Reference Clock clock) {
        this.kit = kit;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    @Descriptor("shows how the kit of a workspace stands: status, pressure; or writes a file of it: write FILE LINE…")
    public void kit(
            CommandSession session,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("status, pressure, or write FILE and its lines") String... words) {
        Printer printer = new Printer(session);
        String verb = words.length == 0 ? "status" : words[0];
        switch (verb) {
            case "status" -> status(printer, kit.status(workspace, clock.instant()), json);
            case "pressure" -> pressure(printer, kit.pressure(workspace), json);
            case "write" -> printer.line(write(workspace, words));
            default -> throw new IllegalArgumentException("kit knows status, pressure and write, got '" + verb + "'");
        }
    }

    private static void status(Printer printer, KitStatus status, boolean json) {
        printer.print(
                Rows.of(
                        status.files(),
                        file -> Rows.row(
                                "file", file.path(),
                                "there", file.there() ? "yes" : "no",
                                "changed", file.modifiedAt(),
                                "older versions", file.revisions(),
                                "issues", String.join(", ", file.issues()))),
                json);
        if (!json) {
            printer.line(
                    status.present() ? status.missing() + " files of the kit are missing" : "There is no kit here yet");
            if (status.seededAt() != null) {
                printer.line("First steps seen " + status.seededAt()
                        + (status.onboardedAt() == null ? ", not done yet" : ", done " + status.onboardedAt()));
            }
        }
    }

    private static void pressure(Printer printer, MemoryPressure pressure, boolean json) {
        printer.print(
                Rows.of(
                        pressure.files(),
                        file -> Rows.row(
                                "file", file.path(),
                                "characters", file.characters(),
                                "most", file.most(),
                                "level", file.level(),
                                "lines twice", file.duplicateLines(),
                                "advice", String.join("; ", file.recommendations()))),
                json);
        if (!json && !pressure.instructions().isEmpty()) {
            printer.line(pressure.instructions());
        }
    }

    /** In place of the file as it is at this moment; the older version is kept. */
    private String write(String workspace, String... words) {
        if (words.length < 3) {
            throw new IllegalArgumentException("kit write needs a file and its lines");
        }
        String text = String.join("\n", Arrays.asList(words).subList(2, words.length)) + "\n";
        String before = files.read(workspace, FOLDER + words[1], 0)
                .map(WorkspaceFile::sha256)
                .orElse(null);
        audit.write(Words.OPERATOR, "kit.write", words[1], Map.of("workspace", workspace));
        return kit.write(workspace, words[1], before, text, clock.instant())
                ? "Written: " + FOLDER + words[1]
                : "Not written: somebody changed it in this moment";
    }
}
