package tacit.learn.export;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.guard.CallHistories;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.ScopedSettings;
import tacit.api.trace.TraceStore;

/** Writes runs whose users allow it as data to train models with; in the audit log before. Thread-safe. */
@Component(property = Command.NAME + "=export")
public final class ExportCommand implements Command {

    private final TraceStore traces;
    private final CallHistories histories;
    private final ScopedSettings settings;
    private final Redactor redactor;
    private final AuditLog audit;
    private final Clock clock;

    @Activate
    public ExportCommand(
            @Reference TraceStore traces,
            @Reference CallHistories histories,
            @Reference ScopedSettings settings,
            @Reference Redactor redactor,
            @Reference AuditLog audit,
            @Reference Clock clock) {
        this.traces = traces;
        this.histories = histories;
        this.settings = settings;
        this.redactor = redactor;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String usage() {
        return ExportOptions.USAGE + "    writes runs whose users allow it as data to train models with";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        try {
            ExportOptions options = ExportOptions.of(arguments, console.workingDirectory());
            Tally tally = export(options);
            if (tally.written() == 0) {
                console.err().println(Summary.nothing(options, tally));
                return FAILED;
            }
            console.out().print(options.json() ? Summary.json(options, tally) : Summary.text(options, tally));
            return OK;
        } catch (IllegalArgumentException e) {
            console.err().println(e.getMessage());
            return FAILED;
        }
    }

    private Tally export(ExportOptions options) {
        Tally tally = new Tally();
        try (PrivateFile file = PrivateFile.at(options.file())) {
            String kind = options.preference() ? "preference" : "sft";
            audit.write(
                    "operator",
                    "training.export",
                    options.scope().workspaceId(),
                    Map.of("kind", kind, "minSource", options.weakest().name().toLowerCase(Locale.ROOT)));
            Lines lines = new Lines(file, tally);
            Conversations conversations = new Conversations(histories, redactor);
            Choice choice = new Choice(options, new Consent(settings));
            Origin origin = new Origin(redactor);
            Runs runs = new Runs(traces, clock.instant());
            if (options.preference()) {
                new PreferenceExport(traces, conversations, origin, choice, lines, tally).run(runs, options);
            } else {
                new SftExport(traces, conversations, origin, choice, lines, tally).run(runs, options);
            }
            if (tally.written() > 0) {
                file.keep();
            }
        }
        return tally;
    }
}
