package tacit.surface.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.store.StoreException;
import tacit.api.trace.TraceStore;

/** Examines the host from inside; the launcher examines the machine. Works, and says so, when the store does not. */
@Component(property = Command.NAME + "=doctor")
public final class DoctorCommand implements Command {

    private static final int UNWELL = 1;

    private final Supplier<List<String>> problems;
    private final Clock clock;
    private final @Nullable Database database;
    private final @Nullable TraceStore traces;

    @Activate
    public DoctorCommand(
            @Reference(target = "(tacit.entry=problems)") Supplier<List<String>> problems,
            @Reference Clock clock,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Database database,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    TraceStore traces) {
        this.problems = problems;
        this.clock = clock;
        this.database = database;
        this.traces = traces;
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String usage() {
        return "doctor [--json]: what this machine lacks, and the mend";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        List<Map<String, String>> findings = new ArrayList<>();
        findings.add(store());
        problems.get()
                .forEach(problem -> findings.add(finding("bundles", "fail", problem, "mend or remove that bundle")));
        if (traces != null) {
            findings.addAll(lastTraces(traces));
        }
        if (arguments.contains("--json")) {
            console.out().println(json(findings));
        } else {
            findings.forEach(finding -> console.out()
                    .println(finding.get("state") + "  " + finding.get("name") + "  " + finding.get("detail")));
        }
        return findings.stream().anyMatch(finding -> "fail".equals(finding.get("state"))) ? UNWELL : OK;
    }

    private Map<String, String> store() {
        return database == null
                ? finding("store", "fail", "no database is open", "see the problems below and the log")
                : finding("store", "ok", database.description(), "");
    }

    private List<Map<String, String>> lastTraces(TraceStore store) {
        Map<String, Instant> byAgent = new TreeMap<>();
        try {
            for (String workspace : store.workspaces()) {
                store.counts(Scope.ofWorkspace(workspace))
                        .lastStartByAgent()
                        .forEach((agent, start) ->
                                byAgent.merge(agent, start, (one, two) -> one.isAfter(two) ? one : two));
            }
        } catch (StoreException refused) {
            return List.of(finding("traces", "fail", String.valueOf(refused.getMessage()), "see the log"));
        }
        if (byAgent.isEmpty()) {
            return List.of(finding(
                    "traces", "warn", "no agent has sent a trace", "point an OTLP exporter here or run ./tacit learn"));
        }
        return byAgent.entrySet().stream()
                .map(entry -> finding(
                        "traces", "ok", "agent '" + entry.getKey() + "' last began " + age(entry.getValue()), ""))
                .toList();
    }

    private String age(Instant start) {
        return start + " (" + StatusCommand.words(Duration.between(start, clock.instant())) + " ago)";
    }

    private static Map<String, String> finding(String name, String state, String detail, String mend) {
        return Map.of("name", name, "state", state, "detail", detail, "mend", mend);
    }

    private static String json(List<Map<String, String>> findings) {
        try {
            return new ObjectMapper().writeValueAsString(findings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Cannot write the findings: " + impossible.getMessage(), impossible);
        }
    }
}
