package tacit.surface.shell;

import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.experiment.Proposers;
import tacit.api.store.Scope;

/** The command that shows who proposes changes of the harness, and lets them do so now. */
@Component(
        service = ProposerCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=proposers"})
public final class ProposerCommands {

    private static final String LOOK = "look";

    private final Proposers proposers;

    @Activate
    public ProposerCommands(@Reference Proposers proposers) {
        this.proposers = proposers;
    }

    @Descriptor("shows who proposed what and what is left of the day; NAME for one with reasons; look: asks all now")
    public void proposers(
            CommandSession session,
            @Descriptor("who looks") @Parameter(names = "--by", absentValue = Words.OPERATOR) String by,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("a proposer, or look; all unless told") String... words) {
        if (words.length > 1) {
            throw new IllegalArgumentException("proposers knows one word, got '" + String.join(" ", words) + "'");
        }
        Scope scope = Words.scope(workspace);
        Printer printer = new Printer(session);
        if (words.length == 0) {
            all(printer, scope, json);
        } else if (words[0].equals(LOOK)) {
            printer.print(report(proposers.look(scope, by)), json);
        } else {
            one(printer, scope, words[0], json);
        }
    }

    private void all(Printer printer, Scope scope, boolean json) {
        printer.print(Rows.of(proposers.status(scope), ProposerCommands::row), json);
        if (!json) {
            Proposers.Budget budget = proposers.budget();
            printer.line(budget.experiments() + " experiments and " + budget.cases() + " cases are left for today"
                    + (budget.note().isEmpty() ? "" : "; nothing is done now: " + budget.note()));
        }
    }

    private void one(Printer printer, Scope scope, String name, boolean json) {
        Proposers.Status status = proposers.status(scope).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No proposer has the name '" + name + "'"));
        Map<String, @Nullable Object> details = row(status);
        details.put("notes", status.notes().isEmpty() ? null : String.join("; ", status.notes()));
        printer.print(details, json);
        if (!json && !status.latest().isEmpty()) {
            printer.print(Rows.of(status.latest(), ProposerCommands::fate), false);
        }
    }

    private static Map<String, @Nullable Object> row(Proposers.Status status) {
        return Rows.row(
                "name",
                status.name(),
                "there",
                status.present(),
                "last",
                status.lastAt(),
                "rounds",
                status.rounds(),
                "entered",
                status.entered(),
                "refused",
                status.refused(),
                "cases",
                status.casesAsked());
    }

    private static Map<String, @Nullable Object> fate(Proposers.Fate fate) {
        return Rows.row(
                "at", fate.at(), "id", fate.experimentId(), "title", fate.title(), "refused because", fate.refusal());
    }

    private static Map<String, @Nullable Object> report(Proposers.Report report) {
        return Rows.row(
                "entered",
                report.entered().isEmpty() ? "none" : String.join(" ", report.entered()),
                "refused",
                report.refused(),
                "ran",
                report.ran().isEmpty() ? "none" : String.join(" ", report.ran()),
                "notes",
                report.notes().isEmpty() ? null : String.join("; ", report.notes()));
    }
}
