package tacit.surface.shell;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.experiment.Shadows;
import tacit.api.gate.Disagreement;
import tacit.api.store.Scope;

/** The command that has a candidate answer what was served. */
@Component(
        service = ShadowCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=shadow"})
public final class ShadowCommands {

    private final Shadows shadows;

    @Activate
    public ShadowCommands(@Reference Shadows shadows) {
        this.shadows = shadows;
    }

    @Descriptor(
            "asks the candidate of an experiment what its role was asked of late, unserved, and tells where it says otherwise")
    public void shadow(
            CommandSession session,
            @Descriptor("decisions that are asked at most, the newest first")
                    @Parameter(names = "--limit", absentValue = "200")
                    int limit,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("the experiment") String id) {
        Disagreement found = shadows.ask(Words.scope(workspace), id, limit);
        Printer printer = new Printer(session);
        printer.print(fields(found), json);
        if (!json) {
            if (!found.changes().isEmpty()) {
                printer.print(Rows.of(found.changes(), ShadowCommands::change), false);
            }
        }
    }

    private static Map<String, @Nullable Object> fields(Disagreement found) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("answered", found.answered());
        fields.put("unanswered", found.unanswered());
        fields.put("differing", found.differing());
        fields.put(
                "share",
                found.answered() == 0
                        ? "nothing was asked"
                        : String.format(
                                Locale.ROOT,
                                "%.1f %%, 95 %% interval %.1f to %.1f",
                                100 * found.share(),
                                100 * found.lower(),
                                100 * found.upper()));
        return fields;
    }

    private static Map<String, @Nullable Object> change(Disagreement.Change change) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("times", change.times());
        row.put("decision", change.questionId());
        row.put("served", change.baseline());
        row.put("candidate", change.candidate());
        return row;
    }
}
