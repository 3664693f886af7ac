package tacit.surface.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.PendingWrite.Status;
import tacit.api.memory.WriteGate;
import tacit.api.store.Scope;

/** Commands that let an operator look at writes to a memory that wait, and do or drop them. */
@Component(
        service = WriteCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=writes"})
public final class WriteCommands {

    private final WriteGate gate;

    @Activate
    public WriteCommands(@Reference WriteGate gate) {
        this.gate = gate;
    }

    @Descriptor("lists writes to a memory that wait, or reviews one: approve ID, edit ID TEXT, reject ID")
    public void writes(
            CommandSession session,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("pending, applying, applied, failed, rejected or all")
                    @Parameter(names = "--status", absentValue = "pending")
                    String status,
            @Descriptor("why it is approved or rejected") @Parameter(names = "--because", absentValue = "")
                    String because,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("nothing, or approve ID, edit ID TEXT, reject ID") String... words) {
        Scope scope = Words.scope(workspace);
        Printer printer = new Printer(session);
        if (words.length == 0) {
            Status wanted = status.equals("all") ? null : Words.required(Status.class, status);
            printer.print(Rows.of(gate.list(scope, wanted, Words.page(offset, limit)), WriteCommands::row), json);
            return;
        }
        printer.print(details(review(scope, List.of(words), Words.optional(because))), json);
    }

    private PendingWrite review(Scope scope, List<String> words, @Nullable String because) {
        if (words.size() < 2) {
            throw new IllegalArgumentException("A write must be named: tacit:writes approve|edit|reject ID");
        }
        String id = words.get(1);
        return switch (words.get(0)) {
            case "approve" -> gate.approve(scope, id, Words.OPERATOR, because);
            case "edit" ->
                gate.approveEdited(
                        scope, id, String.join(" ", words.subList(2, words.size())), Words.OPERATOR, because);
            case "reject" -> gate.reject(scope, id, Words.OPERATOR, because);
            default ->
                throw new IllegalArgumentException("A write can be reviewed by "
                        + Arrays.asList("approve", "edit", "reject") + ", got '" + words.get(0) + "'");
        };
    }

    private static Map<String, @Nullable Object> row(PendingWrite write) {
        return Rows.row(
                "id", write.id(),
                "status", write.status(),
                "risk", write.risk(),
                "origin", write.write().origin(),
                "write", write.summary(),
                "since", write.createdAt());
    }

    private static Map<String, @Nullable Object> details(PendingWrite write) {
        Map<String, @Nullable Object> details = row(write);
        details.put("reviewed by", write.reviewedBy());
        details.put("resolution", write.resolution());
        return details;
    }
}
